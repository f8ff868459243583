// SPDX-License-Identifier: Apache-2.0
// Bytes from a file or standard input, with gzip, zstd and tar undone by content.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace scholargraph {

/// A forward-only stream of bytes. Damaged compressed data ends the stream early and sets error().
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills up to `size` bytes of `buffer`; 0 means the end (or an error).
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
  /// Empty while all is well; else what was found, such as "the gzip data ends early".
  [[nodiscard]] const std::string& error() const { return error_; }

 protected:
  std::string error_;
};

/// Opens `path` ("-" is standard input). Compressed data is recognised by its first bytes, not by the name;
/// several gzip members or zstd frames in a row are read as one. Of a tar archive the files come one after the other,
/// with a line end behind each.
/// Throws Error(kNothingReadable) when the file cannot be opened or is a folder.
std::unique_ptr<ByteStream> open_bytes(const std::filesystem::path& path);

/// The same over bytes in memory, which must outlive the stream. For tests and fuzzing.
std::unique_ptr<ByteStream> open_bytes_in_memory(std::string_view bytes);

}  // namespace scholargraph
