// SPDX-License-Identifier: Apache-2.0
#include "store/page_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "store/big_endian.h"

namespace scholargraph {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 20;
constexpr std::uint64_t kLockByte = 0x40000000;  ///< the page that holds it carries no data
constexpr std::size_t kPageSizeField = 16;
constexpr std::size_t kPageCountField = 28;

}  // namespace

PageFile::PageFile(const std::filesystem::path& file, const std::string& name)
    : name_(name), descriptor_(open(file.c_str(), O_RDWR | O_CLOEXEC)) {
  std::array<unsigned char, 100> header{};
  if (descriptor_ < 0 || pread(descriptor_, header.data(), header.size(), 0) != static_cast<ssize_t>(header.size()))
    fail();
  page_size_ = (std::size_t{header[kPageSizeField]} << 8) | header[kPageSizeField + 1];
  if (page_size_ == 1) page_size_ = 65536;
  next_ = get_big_endian(header.data() + kPageCountField) + 1;
  buffer_.reserve(kBuffer);
}

PageFile::~PageFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void PageFile::fail() const {
  throw Error(ExitCode::kOutputFailed, name_ + ": cannot be written: " + std::strerror(errno));
}

std::uint32_t PageFile::allocate() {
  if (next_ == kLockByte / page_size_ + 1) ++next_;
  return next_++;
}

void PageFile::write(std::uint32_t number, std::span<const unsigned char> page) {
  const std::uint64_t offset = (std::uint64_t{number} - 1) * page_size_;
  if (offset != buffer_offset_ + buffer_.size() || buffer_.size() + page.size() > kBuffer) {
    flush();
    buffer_offset_ = offset;
  }
  buffer_.insert(buffer_.end(), page.begin(), page.end());
}

void PageFile::flush() {
  write_at(buffer_offset_, buffer_);
  buffer_.clear();
}

void PageFile::write_at(std::uint64_t offset, std::span<const unsigned char> bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t written = pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                                   static_cast<off_t>(offset + done));
    if (written < 0 && errno != EINTR) fail();
    if (written > 0) done += static_cast<std::size_t>(written);
  }
}

void PageFile::finish() {
  flush();
  std::array<unsigned char, 4> count{};
  put_big_endian(count.data(), next_ - 1);
  write_at(kPageCountField, count);
}

}  // namespace scholargraph
