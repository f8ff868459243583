// SPDX-License-Identifier: Apache-2.0
// Reading whole inputs, and writing outputs that are either complete or not there.
#pragma once

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace scholargraph {

/// The bytes of `path` ("-" is standard input). Throws Error(kNothingReadable) with the system's reason
/// when it cannot be opened, is a folder, or is larger than `limit` bytes.
std::string read_file(const std::filesystem::path& path, std::uintmax_t limit = std::uintmax_t{1} << 31);

/// A 64-bit content hash (FNV-1a with a final mix), the same on every machine.
std::uint64_t content_hash(std::string_view bytes);

/// The same for megabytes, eight bytes a step (MurmurHash64A of Austin Appleby, seed 0). Other values than content_hash().
std::uint64_t bulk_hash(std::string_view bytes);
std::string to_hex(std::uint64_t value);  ///< 16 lower-case digits

/// A file that appears under its name only when commit() returns. Until then the bytes go to a temporary
/// file in the same folder; the destructor removes it if commit() was not reached.
/// A device or pipe of that name is written to directly. Every failure to write throws Error(kOutputFailed) with the system's reason.
class AtomicFile {
 public:
  /// REQUIRES: the folder of `path` exists. `overwrite` false and an existing file: Error(kOutputFailed).
  AtomicFile(std::filesystem::path path, bool overwrite);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view bytes);
  /// The name of the temporary file, for a library that must write it itself (SQLite).
  [[nodiscard]] const std::filesystem::path& temporary_path() const { return temporary_; }
  /// Flushes, checks, renames. Nothing can be written afterwards.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::FILE* file_ = nullptr;
};

}  // namespace scholargraph
