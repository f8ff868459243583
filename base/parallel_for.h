// SPDX-License-Identifier: Apache-2.0
// Independent pieces of work, and sorting, on several threads, the calling one among them.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace scholargraph {

/// Calls `work(piece, worker)` once for each piece below `pieces`, in any order; `worker` < max(jobs, 1) names the
/// thread, so that each can have its own scratch memory. Returns when all are done. The first exception ends the run
/// and is thrown here.
template <class Work>
void parallel_for(int jobs, std::size_t pieces, const Work& work) {
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&](std::size_t worker) {
    try {
      for (std::size_t piece = next++; piece < pieces; piece = next++) work(piece, worker);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = pieces;
    }
  };
  const std::size_t workers = std::min(static_cast<std::size_t>(std::max(jobs, 1)), pieces);
  std::vector<std::thread> threads;
  for (std::size_t worker = 1; worker < workers; ++worker) threads.emplace_back(run, worker);
  run(0);
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

/// The same for `count` small items, `size` of which are a piece: calls `work(first, last, worker)` for each piece
/// [first, last) of them. Every piece but the last one is whole. REQUIRES: size > 0.
template <class Work>
void parallel_ranges(int jobs, std::size_t count, std::size_t size, const Work& work) {
  parallel_for(jobs, (count + size - 1) / size, [&](std::size_t piece, std::size_t worker) {
    work(piece * size, std::min(count, (piece + 1) * size), worker);
  });
}

/// std::sort on several threads. REQUIRES: no two elements are equal in the order, so that the answer is one.
template <class Iterator, class Less = std::less<>>
void parallel_sort(int jobs, Iterator first, Iterator last, Less less = {}) {
  constexpr std::ptrdiff_t kTooFew = 1 << 14;
  if (jobs < 2 || last - first < kTooFew) return std::sort(first, last, less);
  const Iterator middle = first + (last - first) / 2;
  parallel_for(2, 2, [&](std::size_t half, std::size_t) {
    parallel_sort(jobs / 2, half == 0 ? first : middle, half == 0 ? middle : last, less);
  });
  std::inplace_merge(first, middle, last, less);
}

}  // namespace scholargraph
