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

constexpr std::size_t kMostWaiting = 8;
constexpr std::uint64_t kLockByte = 0x40000000;  ///< the page that holds it carries no data
constexpr std::size_t kPageSizeField = 16;
constexpr std::size_t kPageCountField = 28;

}  // namespace

PageFile::PageFile(const std::filesystem::path& file, const std::string& name)
    : name_(name), descriptor_(open(file.c_str(), O_RDWR | O_CLOEXEC)) {
  std::array<unsigned char, 100> header{};
  if (descriptor_ < 0 || pread(descriptor_, header.data(), header.size(), 0) != static_cast<ssize_t>(header.size()))
    fail(errno);
  page_size_ = (std::size_t{header[kPageSizeField]} << 8) | header[kPageSizeField + 1];
  if (page_size_ == 1) page_size_ = 65536;
  next_ = get_big_endian(header.data() + kPageCountField) + 1;
  write_directly(true);
  writer_ = std::thread([this] { write_pieces(); });
}

PageFile::~PageFile() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (writer_.joinable()) writer_.join();
  if (descriptor_ >= 0) ::close(descriptor_);
}

void PageFile::fail(int error) const {
  throw Error(ExitCode::kOutputFailed, name_ + ": cannot be written: " + std::strerror(error));
}

std::uint32_t PageFile::allocate() {
  if (next_ == kLockByte / page_size_ + 1) ++next_;
  return next_++;
}

void PageFile::write(std::uint32_t number, std::span<const unsigned char> page) {
  const std::uint64_t offset = (std::uint64_t{number} - 1) * page_size_;
  const bool follows = piece_.buffer && offset == piece_.offset + piece_.buffer->bytes().size();
  if (!follows || !piece_.buffer->has_room(page.size())) {
    flush();
    piece_.offset = offset;
    piece_.buffer.emplace();
  }
  piece_.buffer->append(page);
}

void PageFile::flush() {
  if (!piece_.buffer) return;
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < kMostWaiting || error_ != 0; });
  if (error_ != 0) fail(error_);
  waiting_.push_back(std::move(piece_));
  piece_ = {};
  changed_.notify_all();
}

void PageFile::write_pieces() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    changed_.notify_all();
    const int error = error_ != 0 ? 0 : write_at(piece.offset, piece.buffer->bytes());
    lock.lock();
    if (error != 0) {
      error_ = error;
      changed_.notify_all();
    }
  }
}

void PageFile::write_directly(bool direct) {
#ifdef O_DIRECT
  const int flags = fcntl(descriptor_, F_GETFL);
  direct_ = flags >= 0 && fcntl(descriptor_, F_SETFL, direct ? flags | O_DIRECT : flags & ~O_DIRECT) == 0 && direct;
#endif
}

int PageFile::write_at(std::uint64_t offset, std::span<const unsigned char> bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t written = pwrite(descriptor_, bytes.data() + done, bytes.size() - done,
                                   static_cast<off_t>(offset + done));
    if (written < 0 && errno == EINVAL && direct_) {
      write_directly(false);
      continue;
    }
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) done += static_cast<std::size_t>(written);
  }
  return 0;
}

void PageFile::stop_writing() {
  flush();
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  writer_.join();
  if (error_ != 0) fail(error_);
}

void PageFile::finish() {
  stop_writing();
  write_directly(false);
  std::array<unsigned char, 4> count{};
  put_big_endian(count.data(), next_ - 1);
  if (const int error = write_at(kPageCountField, count); error != 0) fail(error);
}

}  // namespace scholargraph
