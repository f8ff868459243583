// SPDX-License-Identifier: Apache-2.0
// The pages of an SQLite file, appended one after the other behind SQLite's back, by a thread of its own, and past the
// system's cache where the file system lets it.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

namespace scholargraph {

/// Page numbers count from 1. Between opening and finish() nobody else may have the file open for writing.
/// Failures throw Error(kOutputFailed) with `name` as the file in the message.
class PageFile {
 public:
  /// REQUIRES: the file is a whole database without free pages and without auto-vacuum.
  PageFile(const std::filesystem::path& file, const std::string& name);
  ~PageFile();
  PageFile(const PageFile&) = delete;
  PageFile& operator=(const PageFile&) = delete;

  [[nodiscard]] std::size_t page_size() const { return page_size_; }
  /// The number of the next page of the file; the page that SQLite keeps for locks is passed over.
  std::uint32_t allocate();
  /// Writes one page; fastest in the order of allocation.
  void write(std::uint32_t number, std::span<const unsigned char> page);
  /// Writes what is buffered and the number of pages in the header.
  void finish();

 private:
  /// What direct writing asks of memory: begins at a multiple of kAlignment.
  class Buffer {
   public:
    Buffer() : bytes_(static_cast<unsigned char*>(::operator new[](kBuffer, std::align_val_t{kAlignment}))) {}
    [[nodiscard]] std::span<const unsigned char> bytes() const { return {bytes_.get(), size_}; }
    [[nodiscard]] bool has_room(std::size_t count) const { return size_ + count <= kBuffer; }
    /// REQUIRES: has_room(bytes.size()).
    void append(std::span<const unsigned char> bytes) {
      std::copy(bytes.begin(), bytes.end(), bytes_.get() + size_);
      size_ += bytes.size();
    }

   private:
    static constexpr std::size_t kBuffer = std::size_t{1} << 20;
    static constexpr std::size_t kAlignment = 4096;
    struct Free {
      void operator()(unsigned char* bytes) const { ::operator delete[](bytes, std::align_val_t{kAlignment}); }
    };
    std::unique_ptr<unsigned char[], Free> bytes_;
    std::size_t size_ = 0;
  };
  struct Piece {
    std::uint64_t offset = 0;
    std::optional<Buffer> buffer;
  };

  void flush();
  void write_pieces();
  /// Returns when everything is written; throws what went wrong.
  void stop_writing();
  /// Pages that nobody reads soon need no place in the system's cache. Not every file system can do so: a hint.
  void write_directly(bool direct);
  /// Returns an error number, 0 for none.
  int write_at(std::uint64_t offset, std::span<const unsigned char> bytes);
  [[noreturn]] void fail(int error) const;

  std::string name_;
  int descriptor_ = -1;
  std::size_t page_size_ = 0;
  std::uint32_t next_ = 0;
  Piece piece_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Piece> waiting_;  ///< bounded
  int error_ = 0;
  bool direct_ = false;  ///< of the writer alone while it runs
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace scholargraph
