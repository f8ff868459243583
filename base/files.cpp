// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cstring>
#include <vector>

#include "base/error.h"
#include "base/interrupt.h"

namespace scholargraph {

namespace {

[[noreturn]] void fail_reading(const std::string& name, const std::string& reason) {
  throw Error(ExitCode::kNothingReadable, name + ": cannot be read: " + reason);
}

[[noreturn]] void fail_writing(const std::filesystem::path& path, int error) {
  throw Error(ExitCode::kOutputFailed, path.string() + ": cannot be written: " + std::strerror(error));
}

/// An open file; standard input stays open.
class Descriptor {
 public:
  explicit Descriptor(const std::filesystem::path& path)
      : number_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~Descriptor() {
    if (number_ > STDIN_FILENO) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

/// Waits until a pipe or terminal has something to read, and looks for Ctrl-C meanwhile: a blocked read would not.
void wait_readable(int descriptor) {
  constexpr int kMilliseconds = 100;
  pollfd wanted{descriptor, POLLIN, 0};
  while (poll(&wanted, 1, kMilliseconds) <= 0) throw_if_interrupted();
}

}  // namespace

std::string read_file(const std::filesystem::path& path, std::uintmax_t limit) {
  const std::string name = path == "-" ? "standard input" : path.string();
  const Descriptor file(path);
  struct stat status {};
  if (file.number() < 0 || fstat(file.number(), &status) != 0) fail_reading(name, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) fail_reading(name, "it is a folder");
  std::string bytes;
  if (S_ISREG(status.st_mode)) bytes.reserve(std::min(static_cast<std::uintmax_t>(status.st_size), limit));
  std::vector<char> buffer(std::size_t{1} << 16);
  while (true) {
    if (!S_ISREG(status.st_mode)) wait_readable(file.number());
    const ssize_t got = read(file.number(), buffer.data(), buffer.size());
    if (got == 0) return bytes;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail_reading(name, std::strerror(errno));
    bytes.append(buffer.data(), static_cast<std::size_t>(got));
    if (bytes.size() > limit) fail_reading(name, "it is larger than " + std::to_string(limit) + " bytes");
  }
}

std::uint64_t content_hash(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001b3u;
  hash ^= hash >> 33;
  hash *= 0xff51afd7ed558ccdu;
  hash ^= hash >> 33;
  return hash;
}

std::uint64_t bulk_hash(std::string_view bytes) {
  constexpr std::uint64_t kFactor = 0xc6a4a7935bd1e995u;
  const auto little_endian = [](std::uint64_t word) {
    return std::endian::native == std::endian::big ? __builtin_bswap64(word) : word;
  };
  const auto mixed = [](std::uint64_t value) { return (value ^ (value >> 47)) * kFactor; };
  std::uint64_t hash = bytes.size() * kFactor, word = 0;
  for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    hash = (hash ^ mixed(little_endian(word) * kFactor)) * kFactor;
  }
  word = 0;
  if (!bytes.empty()) {
    std::memcpy(&word, bytes.data(), bytes.size());
    hash = (hash ^ little_endian(word)) * kFactor;
  }
  hash = mixed(hash);
  return hash ^ (hash >> 47);
}

std::string to_hex(std::uint64_t value) {
  std::string out(16, '0');
  for (int i = 15; i >= 0; --i, value >>= 4) out[static_cast<std::size_t>(i)] = "0123456789abcdef"[value & 15];
  return out;
}

AtomicFile::AtomicFile(std::filesystem::path path, bool overwrite) : path_(std::move(path)) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path_, ignored);
  const bool exists = std::filesystem::exists(status);
  if (std::filesystem::is_directory(status)) fail_writing(path_, EISDIR);
  if (exists && !std::filesystem::is_regular_file(status)) {
    // A device or pipe keeps nothing that could be half written, and must not be replaced by a file.
    file_ = std::fopen(path_.c_str(), "wb");
  } else {
    if (!overwrite && exists)
      throw Error(ExitCode::kOutputFailed, path_.string() + ": already exists", "add --overwrite to replace it");
    temporary_ = path_.string() + ".tmp-" + std::to_string(getpid());
    file_ = std::fopen(temporary_.c_str(), "wb");
  }
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
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) fail_writing(path_, errno);
  temporary_.clear();
}

}  // namespace scholargraph
