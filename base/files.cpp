// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/error.h"

namespace scholargraph {

namespace {

[[noreturn]] void fail_reading(const std::string& name, const std::string& reason) {
  throw Error(ExitCode::kNothingReadable, name + ": cannot be read: " + reason);
}

[[noreturn]] void fail_writing(const std::filesystem::path& path, int error) {
  throw Error(ExitCode::kOutputFailed, path.string() + ": cannot be written: " + std::strerror(error));
}

/// Closes what fopen opened, but never standard input.
struct Closer {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uintmax_t limit) {
  const std::string name = path == "-" ? "standard input" : path.string();
  std::unique_ptr<std::FILE, Closer> file(path == "-" ? stdin : std::fopen(path.c_str(), "rb"));
  if (!file) fail_reading(name, std::strerror(errno));
  struct stat status {};
  if (fstat(fileno(file.get()), &status) == 0 && S_ISDIR(status.st_mode)) fail_reading(name, "it is a folder");
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), got);
    if (bytes.size() > limit) fail_reading(name, "it is larger than " + std::to_string(limit) + " bytes");
  }
  if (std::ferror(file.get())) fail_reading(name, std::strerror(errno));
  return bytes;
}

std::uint64_t content_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdu;
  hash ^= hash >> 33;
  return hash;
}

std::string to_hex(std::uint64_t value) {
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) out[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
  return out;
}

AtomicFile::AtomicFile(std::filesystem::path path, bool overwrite) : path_(std::move(path)) {
  std::error_code ignored;
  if (!overwrite && std::filesystem::exists(path_, ignored))
    throw Error(ExitCode::kOutputFailed, path_.string() + ": already exists", "add --overwrite to replace it");
  temporary_ = path_.string() + ".tmp-" + std::to_string(getpid());
  file_ = std::fopen(temporary_.c_str(), "wb");
  if (!file_) fail_writing(path_, errno);
  std::setvbuf(file_, nullptr, _IOFBF, 1 << 18);
}

AtomicFile::~AtomicFile() {
  if (file_) std::fclose(file_);
  std::error_code ignored;
  if (!temporary_.empty()) std::filesystem::remove(temporary_, ignored);
}

void AtomicFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail_writing(path_, errno);
}

void AtomicFile::commit() {
  std::FILE* file = file_;
  file_ = nullptr;
  if (std::fclose(file) != 0) fail_writing(path_, errno);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail_writing(path_, errno);
  temporary_.clear();
}

}  // namespace scholargraph
