// SPDX-License-Identifier: Apache-2.0
#include "cli/detect_sources.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>

#include "base/byte_stream.h"
#include "base/error.h"
#include "base/interrupt.h"

namespace scholargraph {

namespace {

constexpr std::size_t kHead = std::size_t{1} << 16;

/// `head` is a buffer of kHead bytes that is used again and again.
const SourceFormat* detect_one(const std::string& path, std::string& head) {
  if (path == "-") return nullptr;
  try {
    const auto stream = open_bytes(path);
    std::size_t filled = 0;
    while (filled < kHead) {
      const std::size_t got = stream->read(head.data() + filled, kHead - filled);
      if (got == 0) break;
      filled += got;
    }
    return detect_source(path, std::string_view(head).substr(0, filled));
  } catch (const Error&) {
    return nullptr;
  }
}

}  // namespace

std::vector<const SourceFormat*> detect_sources(const std::vector<std::string>& paths, int jobs) {
  std::vector<const SourceFormat*> formats(paths.size(), nullptr);
  std::atomic<std::size_t> next{0};
  std::mutex failing;
  std::exception_ptr failure;
  const auto work = [&] {
    try {
      std::string head(kHead, '\0');
      for (std::size_t i = next++; i < paths.size() && !interrupted(); i = next++) formats[i] = detect_one(paths[i], head);
    } catch (...) {
      const std::lock_guard lock(failing);
      failure = std::current_exception();
    }
  };
  const std::size_t wanted = std::min(static_cast<std::size_t>(std::max(jobs, 1)), paths.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < wanted; ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
  throw_if_interrupted();
  return formats;
}

}  // namespace scholargraph
