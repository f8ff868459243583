// SPDX-License-Identifier: Apache-2.0
// Bold that a PDF makes by drawing every letter twice ("LLeeaadd").
#pragma once

#include <string>
#include <string_view>

#include "extract/read/pdf_page.h"

namespace scholargraph {

/// The text with every pair of equal characters as one; empty where a character has no twin. Blanks part pairs and are
/// kept, one for each run.
std::string halve_doubled(std::string_view text);

/// Pieces (also several that overlap, as the twins of a letter may lie in two of them) whose letters are all doubled become
/// one bold piece of the single letters. What could be a real word or number ("AA", "1122") stays unless the page has
/// a longer one.
void join_doubled_letters(PdfPage& page);

}  // namespace scholargraph
