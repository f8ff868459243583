// SPDX-License-Identifier: Apache-2.0
// Work that is cut up in order, done on many threads, and put together in order.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace scholargraph {

/// Calls `produce` until it returns nothing, on one thread at a time; `work` on each task, on `jobs` threads; and `consume`
/// on each result, in the order of the tasks, on the calling thread. At most `window` tasks are between produce and
/// consume, so memory is bounded. An exception of any of the three ends the run and is thrown here.
template <class Task, class Result>
void ordered_parallel(int jobs, std::size_t window, const std::function<std::optional<Task>()>& produce,
                      const std::function<Result(Task&&)>& work, const std::function<void(Result&&)>& consume) {
  std::mutex state, producing;
  std::condition_variable changed;
  std::map<std::size_t, Result> done;
  std::size_t produced = 0, consumed = 0;
  int working = jobs;
  bool stopping = false;
  std::exception_ptr failure;

  const auto take = [&](std::size_t& index) -> std::optional<Task> {
    const std::lock_guard one_at_a_time(producing);
    {
      std::unique_lock lock(state);
      changed.wait(lock, [&] { return stopping || produced < consumed + window; });
      if (stopping) return std::nullopt;
    }
    std::optional<Task> task = produce();
    const std::lock_guard lock(state);
    if (task)
      index = produced++;
    else
      stopping = true;
    return task;
  };
  const auto run = [&] {
    try {
      std::size_t index = 0;
      while (std::optional<Task> task = take(index)) {
        Result result = work(std::move(*task));
        const std::lock_guard lock(state);
        done.emplace(index, std::move(result));
        changed.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(state);
      if (!failure) failure = std::current_exception();
      stopping = true;
    }
    const std::lock_guard lock(state);
    --working;
    changed.notify_all();
  };

  std::vector<std::thread> threads;
  for (int i = 0; i < jobs; ++i) threads.emplace_back(run);
  try {
    for (;;) {
      std::unique_lock lock(state);
      changed.wait(lock, [&] { return failure || done.contains(consumed) || working == 0; });
      if (failure || !done.contains(consumed)) break;
      Result result = std::move(done.extract(consumed).mapped());
      ++consumed;
      lock.unlock();
      changed.notify_all();
      consume(std::move(result));
    }
  } catch (...) {
    const std::lock_guard lock(state);
    if (!failure) failure = std::current_exception();
  }
  {
    const std::lock_guard lock(state);
    stopping = true;
  }
  changed.notify_all();
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace scholargraph
