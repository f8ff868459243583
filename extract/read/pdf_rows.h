// SPDX-License-Identifier: Apache-2.0
// Printed lines from pieces: what stands on one baseline, and the text that a reader sees there.
#pragma once

#include <string>
#include <vector>

#include "extract/read/pdf_page.h"

namespace scholargraph {

/// A rectangle of the page that holds text.
struct PdfBox {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float size = 0;  ///< of the largest font inside

  /// Where the letters stand. Fonts differ in what they call their lowest point; this is good to 0.1 size.
  [[nodiscard]] float baseline() const { return bottom - 0.22f * size; }
  [[nodiscard]] float middle() const { return (top + bottom) / 2; }
  void include(const PdfPiece& piece);
};

/// Pieces (indices into a page's) from left to right.
struct PdfRow : PdfBox {
  std::vector<std::size_t> pieces;
};

/// The rows of these pieces, from top to bottom. Two pieces share a row when most of the smaller one's height
/// lies beside the larger one, so that footnote signs stay with their line. O(n log n).
std::vector<PdfRow> group_rows(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which);

/// Parts of a row between gaps wider than `gap` font sizes.
std::vector<PdfRow> split_row(const std::vector<PdfPiece>& pieces, const PdfRow& row, float gap);

/// One printed line.
struct PdfLine : PdfBox {
  std::string text;                 ///< '\t' at wide gaps
  std::vector<StyleSpan> styles;
  float font_size = 0;              ///< of most of its letters
  int page = 0;                     ///< from 1
  int number = 0;                   ///< from 1, among the lines of the page
  int column = 0;                   ///< lines of one column of one page have the same number
  bool is_label = false;
  bool is_record = false;  ///< a row of a table, with '\t' between all its cells
};

PdfLine make_line(const std::vector<PdfPiece>& pieces, const PdfRow& row);

/// A row of a table as one line: the lines of each cell joined, words torn at their ends mended.
PdfLine make_record(const std::vector<PdfPiece>& pieces, const std::vector<std::vector<std::size_t>>& cells);

}  // namespace scholargraph
