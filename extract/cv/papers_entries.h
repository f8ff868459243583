// SPDX-License-Identifier: Apache-2.0
// Where citations stand in a CV: publication sections divided into entries, and citations outside of them.
#pragma once

#include <vector>

#include "extract/cv/citation.h"
#include "extract/cv/cv_text.h"

namespace scholargraph {

struct PaperEntry {
  int section = 0;  ///< index into CvText::sections
  int begin = 0;    ///< lines [begin, end)
  int end = 0;
  CitationText text;
};

/// One list for each main publication section, with the sections below it; entries in printed order.
std::vector<std::vector<PaperEntry>> paper_lists(const CvText& text, std::string_view owner);

/// Numbered entries outside of publication sections: "[1] Title. Venue 2021" below a job.
std::vector<PaperEntry> numbered_citations(const CvText& text);

/// Other blocks outside of publication sections that are long enough for a citation; most are none.
std::vector<PaperEntry> possible_citations(const CvText& text);

}  // namespace scholargraph
