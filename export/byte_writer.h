// SPDX-License-Identifier: Apache-2.0
// A file that is written through large buffers and appears under its name when complete. While one buffer is filled,
// the one before is written by another thread: handing bytes to the kernel costs as much as making them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <future>
#include <optional>
#include <string>
#include <string_view>

#include "base/files.h"

namespace scholargraph {

/// Writers append to buffer() and call flush_if_full() after each record.
class ByteWriter {
 public:
  /// `path` "-" is standard output. Otherwise as AtomicFile.
  ByteWriter(const std::filesystem::path& path, bool overwrite);

  std::string& buffer() { return buffer_; }
  void flush_if_full() {
    if (buffer_.size() >= kFull) flush();
  }
  /// Writes what is left and gives the file its name.
  void commit();
  [[nodiscard]] std::uint64_t bytes() const { return bytes_ + buffer_.size(); }

 private:
  static constexpr std::size_t kFull = std::size_t{1} << 20;
  void flush();
  void wait();
  void write(std::string_view bytes);

  std::optional<AtomicFile> file_;  ///< none: standard output
  std::string buffer_;
  std::uint64_t bytes_ = 0;
  std::string in_flight_;
  std::future<void> pending_;  ///< writes in_flight_; last, so that it ends before the file is closed
};

}  // namespace scholargraph
