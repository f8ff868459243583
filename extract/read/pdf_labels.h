// SPDX-License-Identifier: Apache-2.0
// Labels in the margin: dates and section names left of the lines that they belong to.
#pragma once

#include <vector>

#include "extract/read/pdf_page.h"

namespace scholargraph {

/// What the pages before have taught about the margin.
struct MarginLabels {
  float left = -1;  ///< x of section names in the margin; negative while none are known
};

/// Looks for a narrow column of labels at the left of the pieces `which`. A label of several lines ("Mar 2017 –"
/// over "Feb 2018") becomes one piece beside the first; two years over each other with a bar between them
/// become "2020 – present". Where labels are names of sections (few, without digits, many lines beside each)
/// they are marked PdfPiece::is_label. Pieces that went into another one are taken out of `which`.
void join_labels(std::vector<PdfPiece>& pieces, std::vector<std::size_t>& which, MarginLabels& margin);

}  // namespace scholargraph
