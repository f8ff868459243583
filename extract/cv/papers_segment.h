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

}  // namespace scholargraph
