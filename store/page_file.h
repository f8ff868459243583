// SPDX-License-Identifier: Apache-2.0
// The pages of an SQLite file, appended one after the other behind SQLite's back, by a thread of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <mutex>
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
  struct Piece {
    std::uint64_t offset = 0;
    std::vector<unsigned char> bytes;
  };

  void flush();
  void write_pieces();
  /// Returns when everything is written; throws what went wrong.
  void stop_writing();
  /// Returns an error number, 0 for none.
  int write_at(std::uint64_t offset, std::span<const unsigned char> bytes);
  [[noreturn]] void fail(int error) const;

  std::string name_;
  int descriptor_ = -1;
  std::size_t page_size_ = 0;
  std::uint32_t next_ = 0;
  Piece buffer_;

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Piece> waiting_;  ///< bounded
  int error_ = 0;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace scholargraph
