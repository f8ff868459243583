// SPDX-License-Identifier: Apache-2.0
// A line of an entry cut at its separators, before the pieces are understood.
#pragma once

#include <string_view>
#include <vector>

#include "extract/cv/cv_text.h"

namespace scholargraph {

/// A stretch of a line between two separators.
struct Piece {
  std::size_t begin;
  std::size_t end;
  int cell;
  bool bracketed;
};

/// Offsets inside the first `size` bytes of the line where bold or italic begins or ends.
std::vector<std::size_t> style_borders(const CvText& text, const CvLine& line, std::size_t size);

/// Joins words that a hyphen tears at the ends of lines: `line_begins` are offsets of `text` where lines go on. `borders`
/// move with the text.
void mend_torn_words(std::string& text, const std::vector<std::size_t>& line_begins, std::vector<std::size_t>& borders);

/// The pieces of [from, to) between separators and style borders. `cell` grows at strong separators and `bracketed`
/// tells whether a bracket is open; both go on from one call to the next.
std::vector<Piece> cut(std::string_view text, std::size_t from, std::size_t to, const std::vector<std::size_t>& borders, int& cell, bool& bracketed);

}  // namespace scholargraph
