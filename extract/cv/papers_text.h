// SPDX-License-Identifier: Apache-2.0
// The lines of publication lists as citation texts.
#pragma once

#include "extract/cv/citation.h"
#include "extract/cv/cv_text.h"

namespace scholargraph {

/// Lines [begin, end) as one citation with its styles. A wrapped line is joined by a blank, hyphenation undone; a line
/// end that was not needed for the width of the text (`width` bytes) or that the source asked for becomes '\n'.
CitationText citation_text(const CvText& text, int begin, int end, std::size_t width);

/// The width of wrapped text in lines [begin, end): the length of the longest lines.
std::size_t printed_width(const CvText& text, int begin, int end);

}  // namespace scholargraph
