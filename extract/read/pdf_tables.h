// SPDX-License-Identifier: Apache-2.0
// Tables inside a column of a page: cells that stand side by side and are several lines high.
#pragma once

#include <vector>

#include "extract/read/pdf_page.h"

namespace scholargraph {

/// Part of a column of the page, from top to bottom; pieces are indices into those of the page.
struct PdfStretch {
  enum class Kind {
    kRows,    ///< lines that run over the whole width: one cell
    kCell,    ///< a cell that is complete in itself, to be read before the one beside it: one cell
    kRecord,  ///< a row of a table whose cells wrap: the pieces of each cell, none where it is empty
  };
  Kind kind = Kind::kRows;
  std::vector<std::vector<std::size_t>> cells;
};

/// The pieces `which` as stretches in reading order; a single one of kRows where no table is found.
/// O(n log n) for n pieces.
std::vector<PdfStretch> table_stretches(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which);

}  // namespace scholargraph
