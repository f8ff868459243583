// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr std::size_t kLineWidth = 72;
constexpr std::size_t kMinBar = 4;

std::string padded(std::size_t number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), ' ') + text : text;
}

}  // namespace

std::string progress_line(std::string_view label, std::size_t done, std::size_t total, std::size_t width) {
  const std::string all = std::to_string(total);
  const std::string counts = padded(done, all.size()) + "/" + all;
  const std::size_t taken = utf8_length(label) + counts.size() + 4;
  std::string line(label);
  if (taken + kMinBar <= width) {
    const std::size_t bar = width - taken;
    const std::size_t filled = total == 0 ? bar : std::min(bar, bar * std::min(done, total) / total);
    line += " [" + std::string(filled, '#') + std::string(bar - filled, ' ') + "]";
  }
  return line + " " + counts;
}

Progress::Progress(std::FILE* stream, std::string label, std::size_t total)
    : stream_(stream), label_(std::move(label)), total_(total), next_(std::chrono::steady_clock::now() + kRedrawInterval) {}

Progress::~Progress() { clear(); }

void Progress::advance() {
  ++done_;
  if (!stream_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kRedrawInterval;
  std::fprintf(stream_, "\r%s", progress_line(label_, done_, total_, kLineWidth).c_str());
  std::fflush(stream_);
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stream_);
  std::fflush(stream_);
  drawn_ = false;
}

}  // namespace scholargraph
