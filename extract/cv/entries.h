// SPDX-License-Identifier: Apache-2.0
// What a line tells about where entries begin, and the division of a range of lines into entries.
#pragma once

#include <vector>

#include "extract/cv/cv_text.h"

namespace scholargraph {

/// Cues of one line inside a list.
struct LineCues {
  bool date = false;         ///< holds a date or range
  bool range = false;
  bool date_leads = false;
  bool degree = false;
  bool institution = false;
  bool role = false;
  bool label = false;        ///< "Advisor: ...", "Thesis: ..."
  bool bold_lead = false;    ///< begins in bold
  bool nested = false;       ///< a list item below the top level, or below a line that leads an entry
  bool prose = false;        ///< a sentence or more
};

/// Cues of lines [begin, end).
std::vector<LineCues> line_cues(const CvText& text, int begin, int end);

/// Divides lines [begin, end) into entries, as find_entries does for one section.
std::vector<Entry> split_entries(const CvText& text, int begin, int end, SectionKind kind);

/// The lines of a section and of the sections below it that have the same kind: what one list parser works on.
Entry section_range(const CvText& text, std::size_t section);

}  // namespace scholargraph
