// SPDX-License-Identifier: Apache-2.0
// The header of an SQLite file: 16 bytes of magic, user_version at 60 and application_id at 68, both big-endian
// (https://www.sqlite.org/fileformat2.html#the_database_header).
#include "store/file_check.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

#include "base/error.h"
#include "store/store.h"
#include "store/tables.h"

namespace scholargraph {

namespace {

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr std::size_t kHeaderSize = 100;

struct Header {
  std::size_t size = 0;  ///< bytes read, at most kHeaderSize
  std::array<unsigned char, kHeaderSize> bytes{};

  [[nodiscard]] bool is_sqlite() const {
    return size == kHeaderSize && std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) == 0;
  }
  [[nodiscard]] std::int64_t big_endian(std::size_t at) const {
    return (std::int64_t{bytes[at]} << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];
  }
  [[nodiscard]] bool is_store() const { return is_sqlite() && big_endian(68) == kApplicationId; }
  [[nodiscard]] std::int64_t version() const { return big_endian(60); }
};

Header read_header(const std::filesystem::path& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw Error(ExitCode::kNothingReadable, path.string() + ": cannot be read: " + std::strerror(errno));
  Header header;
  header.size = std::fread(header.bytes.data(), 1, kHeaderSize, file.get());
  if (std::ferror(file.get()))
    throw Error(ExitCode::kNothingReadable, path.string() + ": cannot be read: " + std::strerror(errno));
  return header;
}

}  // namespace

void check_readable_store(const std::filesystem::path& path) {
  const Header header = read_header(path);
  if (!header.is_store())
    throw Error(ExitCode::kNothingReadable,
                path.string() + ": is not a scholargraph store" +
                    (header.is_sqlite() ? " but another program's SQLite file" : ""),
                "give the file that `scholargraph build` wrote");
  if (header.version() == kStoreVersion) return;
  const bool newer = header.version() > kStoreVersion;
  throw Error(ExitCode::kNothingReadable,
              path.string() + ": was written by " + (newer ? "a newer" : "an older") + " scholargraph (store version " +
                  std::to_string(header.version()) + ", this program reads " + std::to_string(kStoreVersion) + ")",
              newer ? "update scholargraph, or build the store again with this one"
                    : "build the store again with this program");
}

void check_replaceable(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return;
  const Header header = read_header(path);
  if (header.size != 0 && !header.is_store())
    throw Error(ExitCode::kOutputFailed, path.string() + ": is not a scholargraph store and is not overwritten",
                "choose another name with -o, or remove the file first");
}

}  // namespace scholargraph
