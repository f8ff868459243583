// SPDX-License-Identifier: Apache-2.0
// Headings, paragraphs and list items from printed lines.
#pragma once

#include <vector>

#include "extract/layout.h"
#include "extract/read/pdf_rows.h"

namespace scholargraph {

/// The blocks of these lines, which are in reading order.
///
/// A new block begins at a list marker, behind more vertical space than the column usually has between lines,
/// where the font size changes clearly, at a new column, and where a hanging indent ends. A paragraph that runs
/// on over the end of a page or column stays one block. A line in a clearly larger font than most of the text
/// is a heading, its level the rank of its size.
/// Line::hard_break is set where the line before ended although the next word had room.
std::vector<Block> make_blocks(const std::vector<PdfLine>& lines);

}  // namespace scholargraph
