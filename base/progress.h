// SPDX-License-Identifier: Apache-2.0
// A progress bar for people: one line on a terminal, redrawn at most ten times a second, gone at the end.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>

namespace scholargraph {

/// "reading [#####     ]  512/1000", at most `width` columns wide (REQUIRES: width >= 20). No line end.
std::string progress_line(std::string_view label, std::size_t done, std::size_t total, std::size_t width);

/// Not thread-safe: owned by the one thread that collects results. Without a stream every call does nothing.
class Progress {
 public:
  /// `stream` is a terminal, or nullptr for silence; it must outlive this object.
  Progress(std::FILE* stream, std::string label, std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more is done; draws when the last drawing is old enough.
  void advance();
  /// Removes the bar from the screen, so that a message can be printed; the next advance() draws it again.
  void clear();

 private:
  std::FILE* stream_;
  std::string label_;
  std::size_t total_;
  std::size_t done_ = 0;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace scholargraph
