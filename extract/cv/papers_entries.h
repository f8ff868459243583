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

/// Citations outside of publication sections: numbered entries ("[1] Title. Venue 2021") below a job.
std::vector<PaperEntry> loose_citations(const CvText& text);

}  // namespace scholargraph
