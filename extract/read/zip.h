// SPDX-License-Identifier: Apache-2.0
// Reading zip archives that may be hostile: nothing is written, no path is used, every size is checked against
// the bytes that are there and against limits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

struct ZipEntry {
  std::string name;  ///< as stored; only ever compared
  std::uint32_t offset = 0;
  std::uint32_t packed_size = 0;
  std::uint32_t size = 0;  ///< as stated; what comes out is checked against limits, not against this
  std::uint16_t method = 0;
  std::uint16_t flags = 0;
};

struct ZipDirectory {
  std::vector<ZipEntry> entries;
  std::string error;  ///< not empty when the directory could not be read; says what was found
};

/// The central directory of `bytes`. Refused: no directory, zip64, several volumes, more than 10,000 entries.
ZipDirectory read_zip_directory(std::string_view bytes);

struct ZipContent {
  std::string bytes;
  std::string error;  ///< not empty when the entry could not be unpacked; says why
};

/// Unpacks one entry (stored or deflated), at most `limit` bytes.
ZipContent unpack(std::string_view bytes, const ZipEntry& entry, std::size_t limit);

}  // namespace scholargraph
