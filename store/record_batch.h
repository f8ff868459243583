// SPDX-License-Identifier: Apache-2.0
// Rows of one table as SQLite's records, on their way to a TableFile.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Used like a Statement that inserts: bind the columns 0, 1, 2, … in this order, then insert(). Every column is bound
/// once for each row; text is copied at once. Threads fill batches of their own; one appends them in order.
class RecordBatch {
 public:
  /// `numbered`: column 0 is the INTEGER PRIMARY KEY; otherwise rows take their numbers when they are appended.
  explicit RecordBatch(bool numbered) : numbered_(numbered) {}

  RecordBatch& bind(int index, std::string_view value);
  RecordBatch& bind(int index, std::int64_t value);
  RecordBatch& bind(int index, double value);
  RecordBatch& bind_null(int index);
  RecordBatch& bind_text_or_null(int index, std::string_view value);  ///< empty becomes NULL
  RecordBatch& bind_number_or_null(int index, std::int64_t value);    ///< 0 becomes NULL
  void insert();

  [[nodiscard]] std::size_t rows() const { return ends_.size(); }
  [[nodiscard]] std::span<const unsigned char> record(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return {bytes_.data() + begin, ends_[row] - begin};
  }
  /// 0 when the table is not numbered.
  [[nodiscard]] std::int64_t number(std::size_t row) const { return numbered_ ? numbers_[row] : 0; }

 private:
  /// A buffer that only grows, since most of the work here is to append a few bytes.
  class Bytes {
   public:
    unsigned char* extend(std::size_t most) {
      if (size_ + most > bytes_.size()) bytes_.resize(2 * (size_ + most));
      return bytes_.data() + size_;
    }
    void take(std::size_t count) { size_ += count; }
    void clear() { size_ = 0; }
    [[nodiscard]] const unsigned char* data() const { return bytes_.data(); }
    [[nodiscard]] std::size_t size() const { return size_; }

   private:
    std::vector<unsigned char> bytes_;
    std::size_t size_ = 0;
  };

  void add_type(std::uint64_t type);
  void add_number(std::uint64_t type, std::uint64_t value, int bytes);

  bool numbered_;
  std::int64_t number_ = 0;  ///< of the row in hand
  Bytes types_;              ///< of the row in hand
  Bytes body_;
  Bytes bytes_;              ///< of all rows
  std::vector<std::size_t> ends_;
  std::vector<std::int64_t> numbers_;
};

}  // namespace scholargraph
