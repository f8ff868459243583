// SPDX-License-Identifier: Apache-2.0
// The columns of a page in reading order.
#pragma once

#include <vector>

#include "extract/read/pdf_page.h"
#include "extract/read/pdf_rows.h"

namespace scholargraph {

/// A part of a row (a fragment), and what tells running text from dates.
struct PdfFragment : PdfBox {
  std::vector<std::size_t> pieces;
  std::size_t letters = 0;
  std::size_t digits = 0;
};

/// What stands on one side of a vertical white band: its rows (fragments on one baseline count as one).
struct PdfSide {
  std::vector<PdfFragment> rows;  ///< from top to bottom
  float left = 0;
  float right = 0;
};

std::vector<PdfFragment> page_fragments(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which);

/// A vertical line at x, from y `top` to `bottom`, that no fragment crosses, and what stands beside it.
struct PdfGutter {
  float top = 0;
  float bottom = 0;
  PdfSide left;
  PdfSide right;

  [[nodiscard]] float width() const { return right.left - left.right; }
};

/// The places where a column may begin or end: edges that several fragments share.
std::vector<float> gutter_positions(const std::vector<PdfFragment>& fragments);
/// The white bands at x, between the fragments that cross it.
std::vector<PdfGutter> gutters_at(const std::vector<PdfFragment>& fragments, float x);

/// Share of `rows` whose baseline is also that of a row of `others`.
float aligned_share(const PdfSide& rows, const PdfSide& others);
/// Has a row of `side` this baseline?
bool is_aligned(const PdfFragment& row, const PdfSide& side);
/// Share of the rows that are short and hold digits: dates, numbers.
float date_share(const PdfSide& side);

/// Groups of pieces, each to be read from top to bottom before the next.
std::vector<std::vector<std::size_t>> reading_order(const std::vector<PdfPiece>& pieces,
                                                    const std::vector<std::size_t>& which);

}  // namespace scholargraph
