// SPDX-License-Identifier: Apache-2.0
// Fills one empty table of an SQLite file in row order, page by page, without SQLite.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "store/page_file.h"

namespace scholargraph {

/// The rows of one table. Used like a Statement that inserts: bind the columns 0, 1, 2, … in this order, then insert().
/// Every column is bound once for each row; text is copied at once.
class TableFile {
 public:
  /// `root` is the root page of an empty table. `numbered`: column 0 is its INTEGER PRIMARY KEY, ascending over the
  /// rows; otherwise rows are numbered from 1. `file` must outlive the table.
  TableFile(PageFile& file, std::uint32_t root, bool numbered);

  TableFile& bind(int index, std::string_view value);
  TableFile& bind(int index, std::int64_t value);
  TableFile& bind(int index, double value);
  TableFile& bind_null(int index);
  TableFile& bind_text_or_null(int index, std::string_view value);  ///< empty becomes NULL
  TableFile& bind_number_or_null(int index, std::int64_t value);    ///< 0 becomes NULL
  void insert();
  /// Writes what is left and the inner pages. Nothing can be inserted afterwards.
  void finish();
  [[nodiscard]] std::uint64_t rows() const { return rows_; }

 private:
  /// A page with the largest row number under it.
  struct Child {
    std::uint32_t page = 0;
    std::int64_t last = 0;
  };

  void add_type(std::uint64_t type);
  void put_body(std::uint64_t value, int bytes);
  void put_cell(std::span<const unsigned char> head, std::span<const unsigned char> local, std::uint32_t overflow);
  [[nodiscard]] std::size_t local_size(std::size_t payload) const;
  std::uint32_t write_overflow(std::span<const unsigned char> bytes);
  void flush_leaf();
  void write_leaf(std::uint32_t number);
  std::vector<Child> write_inner(std::span<const Child> children, std::uint32_t root_or_zero);
  void start_leaf();

  PageFile& file_;
  std::uint32_t root_;
  bool numbered_;
  std::uint64_t rows_ = 0;
  std::int64_t row_ = 0;  ///< of the record in hand
  std::int64_t last_row_ = 0;
  std::vector<unsigned char> types_;
  std::vector<unsigned char> body_;
  std::vector<unsigned char> record_;
  std::vector<unsigned char> page_;  ///< the leaf in hand
  std::size_t cells_ = 0;
  std::size_t content_ = 0;  ///< where the cells of the leaf begin
  std::vector<Child> leaves_;
};

}  // namespace scholargraph
