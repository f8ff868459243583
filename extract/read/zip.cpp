// SPDX-License-Identifier: Apache-2.0
#include "extract/read/zip.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace scholargraph {
namespace {

constexpr std::size_t kEndSize = 22;
constexpr std::size_t kMaxComment = 65535;
constexpr std::size_t kCentralSize = 46;
constexpr std::size_t kLocalSize = 30;
constexpr std::size_t kMaxEntries = 10000;
/// An XML part shrinks ten to thirty times; beyond this only made-up data does.
constexpr std::size_t kMaxRatio = 300;
constexpr std::size_t kRatioFreeBytes = std::size_t{4} << 20;
constexpr std::string_view kEndMark("PK\x05\x06", 4);
constexpr std::string_view kCentralMark("PK\x01\x02", 4);
constexpr std::string_view kLocalMark("PK\x03\x04", 4);

std::uint32_t number(std::string_view bytes, std::size_t at, int width) {
  std::uint32_t value = 0;
  for (int i = width - 1; i >= 0; --i) value = value << 8 | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  return value;
}

std::uint16_t number16(std::string_view bytes, std::size_t at) { return static_cast<std::uint16_t>(number(bytes, at, 2)); }
std::uint32_t number32(std::string_view bytes, std::size_t at) { return number(bytes, at, 4); }

ZipDirectory failed(std::string error) { return {{}, std::move(error)}; }

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

/// Inflates raw deflate data; stops at `limit` bytes.
ZipContent inflate_all(std::string_view packed, std::size_t limit) {
  ZipContent content;
  z_stream stream{};
  if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {{}, "no memory to unpack"};
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  std::array<char, 65536> buffer;
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    status = inflate(&stream, Z_NO_FLUSH);
    content.bytes.append(buffer.data(), buffer.size() - stream.avail_out);
    const bool bomb = content.bytes.size() > kRatioFreeBytes && content.bytes.size() / kMaxRatio > packed.size();
    if (content.bytes.size() > limit) content.error = "unpacks to more than " + megabytes(limit);
    else if (bomb) content.error = "unpacks to more than " + std::to_string(kMaxRatio) + " times its size";
    if (!content.error.empty()) break;
  }
  inflateEnd(&stream);
  if (content.error.empty() && status != Z_STREAM_END) content.error = "holds damaged data";
  return content;
}

}  // namespace

ZipDirectory read_zip_directory(std::string_view bytes) {
  if (bytes.size() < kEndSize) return failed("too short for a zip archive");
  const std::size_t from = bytes.size() - std::min(bytes.size(), kEndSize + kMaxComment);
  const std::size_t at = bytes.rfind(kEndMark, bytes.size() - kEndSize);
  if (at == std::string_view::npos || at < from) return failed("the zip archive has no directory at its end: is it cut off?");
  const std::size_t count = number16(bytes, at + 10);
  const std::uint32_t offset = number32(bytes, at + 16);
  if (number16(bytes, at + 4) != 0) return failed("the zip archive has several volumes");
  if (count == 0xFFFF || offset == 0xFFFFFFFF) return failed("the zip archive is a zip64 one");
  if (count > kMaxEntries) return failed("the zip archive has " + std::to_string(count) + " entries");
  ZipDirectory directory;
  std::size_t pos = offset;
  for (std::size_t i = 0; i < count; ++i) {
    if (pos > bytes.size() || bytes.size() - pos < kCentralSize || bytes.substr(pos, 4) != kCentralMark)
      return failed("the directory of the zip archive is damaged");
    const std::size_t name_size = number16(bytes, pos + 28);
    const std::size_t rest = name_size + number16(bytes, pos + 30) + number16(bytes, pos + 32);
    if (bytes.size() - pos - kCentralSize < rest) return failed("the directory of the zip archive is damaged");
    ZipEntry entry;
    entry.flags = number16(bytes, pos + 8);
    entry.method = number16(bytes, pos + 10);
    entry.packed_size = number32(bytes, pos + 20);
    entry.size = number32(bytes, pos + 24);
    entry.offset = number32(bytes, pos + 42);
    entry.name = std::string(bytes.substr(pos + kCentralSize, name_size));
    directory.entries.push_back(std::move(entry));
    pos += kCentralSize + rest;
  }
  return directory;
}

ZipContent unpack(std::string_view bytes, const ZipEntry& entry, std::size_t limit) {
  if ((entry.flags & 1) != 0) return {{}, "is encrypted"};
  const std::size_t at = entry.offset;
  if (at > bytes.size() || bytes.size() - at < kLocalSize || bytes.substr(at, 4) != kLocalMark) return {{}, "is not where the directory says"};
  const std::size_t data = at + kLocalSize + number16(bytes, at + 26) + number16(bytes, at + 28);
  if (data > bytes.size() || bytes.size() - data < entry.packed_size) return {{}, "is cut off"};
  const std::string_view packed = bytes.substr(data, entry.packed_size);
  if (entry.method == 8) return inflate_all(packed, limit);
  if (entry.method != 0) return {{}, "is packed by method " + std::to_string(entry.method) + ", which is not read"};
  if (packed.size() > limit) return {{}, "is larger than " + megabytes(limit)};
  return {std::string(packed), {}};
}

}  // namespace scholargraph
