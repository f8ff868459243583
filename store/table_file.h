// SPDX-License-Identifier: Apache-2.0
// Fills one empty table of an SQLite file in row order, page by page, without SQLite.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "store/page_file.h"
#include "store/record_batch.h"

namespace scholargraph {

/// The rows of one table.
class TableFile {
 public:
  /// `root` is the root page of an empty table. `numbered`: column 0 is its INTEGER PRIMARY KEY, ascending over the
  /// rows; otherwise rows are numbered from 1. `file` must outlive the table.
  TableFile(PageFile& file, std::uint32_t root, bool numbered);

  /// REQUIRES: the batch was made for a table that is numbered like this one.
  void append(const RecordBatch& batch);
  /// Writes what is left and the inner pages. Nothing can be appended afterwards.
  void finish();
  [[nodiscard]] std::uint64_t rows() const { return rows_; }
  [[nodiscard]] bool numbered() const { return numbered_; }

 private:
  /// A page with the largest row number under it.
  struct Child {
    std::uint32_t page = 0;
    std::int64_t last = 0;
  };

  void put_record(std::int64_t row, std::span<const unsigned char> record);
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
  std::int64_t last_row_ = 0;
  std::vector<unsigned char> page_;  ///< the leaf in hand
  std::size_t cells_ = 0;
  std::size_t content_ = 0;  ///< where the cells of the leaf begin
  std::vector<Child> leaves_;
};

}  // namespace scholargraph
