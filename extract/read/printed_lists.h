// SPDX-License-Identifier: Apache-2.0
// Repairs that need the whole document: lists that the author typed by hand, headings used as body text.
#pragma once

#include "extract/layout.h"

namespace scholargraph {

/// Paragraph lines that begin with a bullet, or with a number that counts on, become list items; a list item whose
/// text begins with "[12]" gets that as its marker.
void split_printed_lists(LayoutDocument& document);

/// Headings of a level that holds more than half of the document's text are paragraphs.
void demote_running_headings(LayoutDocument& document);

/// The part of `block` from line `first` up to line `last` (excluded) as a block of its own, without the first
/// `skip` bytes of its text. REQUIRES: first < last <= lines.size().
Block sub_block(const Block& block, std::size_t first, std::size_t last, std::size_t skip);

}  // namespace scholargraph
