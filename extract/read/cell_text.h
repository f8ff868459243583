// SPDX-License-Identifier: Apache-2.0
// What the cell of a table says: whether it can be read without the cells beside it.
#pragma once

#include <cstddef>
#include <string_view>

namespace scholargraph {

/// "2018.", "05/2010 – 12/2014", "Sep. 2010 – May 2014": a date and nothing else.
bool is_date_cell(std::string_view text);

/// The lines of one cell.
class CellText {
 public:
  void add(std::string_view line);
  [[nodiscard]] std::size_t lines() const { return lines_; }
  /// Signs that are no digits.
  [[nodiscard]] std::size_t letters() const { return letters_; }
  /// The cell names a year and more than dates: a degree, a position, a work, rather than a column of such cells'
  /// dates, titles or places.
  [[nodiscard]] bool says_when_and_what() const;

 private:
  std::size_t lines_ = 0;
  std::size_t letters_ = 0;
  std::size_t dates_ = 0;  ///< lines that are dates
  bool year_ = false;
};

}  // namespace scholargraph
