// SPDX-License-Identifier: Apache-2.0
// Rows of one table as SQLite's records, on their way to a TableFile.
#pragma once

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

#include "store/big_endian.h"

namespace scholargraph {

/// Bytes that only grow. What is appended is written to extend(), then counted by take().
class GrowingBytes {
 public:
  /// Where at least `most` more bytes fit.
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

/// Used like a Statement that inserts: bind the columns 0, 1, 2, … in this order, then insert(). Every column is bound
/// once for each row; text is copied at once. Threads fill batches of their own; one appends them in order.
/// Binding is most of the work of writing a store, so it is inline.
class RecordBatch {
 public:
  /// `numbered`: column 0 is the INTEGER PRIMARY KEY; otherwise rows take their numbers when they are appended.
  /// REQUIRES: a row has at most kMostColumns.
  explicit RecordBatch(bool numbered) : numbered_(numbered) {}
  static constexpr std::size_t kMostColumns = 32;

  RecordBatch& bind(int, std::string_view value) {
    add_type(13 + 2 * std::uint64_t{value.size()});
    if (!value.empty()) std::memcpy(body_.extend(value.size()), value.data(), value.size());
    body_.take(value.size());
    return *this;
  }

  RecordBatch& bind(int index, std::int64_t value) {
    if (index == 0 && numbered_) {
      number_ = value;
      return bind_null(0);  // the row number itself is the value
    }
    if (value == 0 || value == 1) {
      add_type(8 + static_cast<std::uint64_t>(value));
      return *this;
    }
    // By number of bytes that the value needs; there are none of 5 and 7.
    constexpr std::array<unsigned char, 9> kTypes = {1, 1, 2, 3, 4, 5, 5, 6, 6};
    constexpr std::array<unsigned char, 9> kWidths = {1, 1, 2, 3, 4, 6, 6, 8, 8};
    const auto magnitude = static_cast<std::uint64_t>(value < 0 ? ~value : value);
    const auto bytes = static_cast<std::size_t>(std::bit_width(magnitude)) / 8 + 1;
    add_number(kTypes[bytes], static_cast<std::uint64_t>(value), kWidths[bytes]);
    return *this;
  }

  /// Whole numbers are kept as such, as SQLite does in columns of type REAL.
  RecordBatch& bind(int index, double value) {
    constexpr double kExact = 1e9;
    if (std::abs(value) < kExact && value == std::floor(value)) return bind(index, static_cast<std::int64_t>(value));
    add_number(7, std::bit_cast<std::uint64_t>(value), 8);
    return *this;
  }

  RecordBatch& bind_null(int) {
    types_[types_size_++] = 0;
    return *this;
  }
  /// Empty becomes NULL.
  RecordBatch& bind_text_or_null(int index, std::string_view value) {
    return value.empty() ? bind_null(index) : bind(index, value);
  }
  /// 0 becomes NULL.
  RecordBatch& bind_number_or_null(int index, std::int64_t value) {
    return value == 0 ? bind_null(index) : bind(index, value);
  }
  void insert();

  [[nodiscard]] std::size_t rows() const { return ends_.size(); }
  [[nodiscard]] std::span<const unsigned char> record(std::size_t row) const {
    const std::size_t begin = row == 0 ? 0 : ends_[row - 1];
    return {bytes_.data() + begin, ends_[row] - begin};
  }
  /// 0 when the table is not numbered.
  [[nodiscard]] std::int64_t number(std::size_t row) const { return numbered_ ? numbers_[row] : 0; }

 private:
  void add_type(std::uint64_t type) { types_size_ += put_varint(types_.data() + types_size_, type); }

  void add_number(unsigned char type, std::uint64_t value, std::size_t bytes) {
    types_[types_size_++] = type;
    put_big_endian_64(body_.extend(8), value, bytes);
    body_.take(bytes);
  }

  bool numbered_;
  std::int64_t number_ = 0;  ///< of the row in hand
  std::array<unsigned char, 9 * kMostColumns> types_{};
  std::size_t types_size_ = 0;
  GrowingBytes body_;   ///< of the row in hand
  GrowingBytes bytes_;  ///< of all rows
  std::vector<std::size_t> ends_;
  std::vector<std::int64_t> numbers_;
};

}  // namespace scholargraph
