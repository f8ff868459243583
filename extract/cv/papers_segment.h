// SPDX-License-Identifier: Apache-2.0
// Divides the lines of a publication list into citations.
#pragma once

#include <string_view>
#include <vector>

#include "extract/cv/cv_text.h"

namespace scholargraph {

/// Entries of lines [begin, end): list items, numbered entries and table rows as they stand; otherwise the division
/// whose entries read best as citations. `owner` may be empty.
std::vector<Entry> paper_entries(const CvText& text, int begin, int end, std::string_view owner);

/// The lines of [begin, end) that count the entries by bare numbers ("12 Ponds of the north"), up or down by one; empty
/// when there are fewer than three.
std::vector<int> counted_lines(const CvText& text, int begin, int end);

}  // namespace scholargraph
