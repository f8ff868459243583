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
  bool attached = false;     ///< a nested line that is nothing but a date: it dates the entry above
  bool prose = false;        ///< a sentence or more
  bool continued = false;    ///< goes on from the line before: its cues are those of the line where it begins
};

/// The first line behind the logical line that begins at line `i`: a wrapped line goes on in the next one.
int logical_end(const CvText& text, int i, int end, std::size_t width);
/// The length of the longest line of [begin, end) that is no paragraph of its own: where lines are wrapped.
std::size_t wrap_width(const CvText& text, int begin, int end);
/// The text of lines [begin, end) of one block, offsets kept: line ends become blanks.
std::string logical_text(const CvText& text, int begin, int end);

/// Cues of lines [begin, end).
std::vector<LineCues> line_cues(const CvText& text, int begin, int end);

/// Divides lines [begin, end), whose cues are `cues`, into entries, as find_entries does for one section.
std::vector<Entry> split_entries(const CvText& text, int begin, int end, SectionKind kind,
                                 const std::vector<LineCues>& cues);

/// The lines of a section and of the sections below it that have the same kind: what one list parser works on. A section
/// below whose heading says just that kind ("Education" under "Training") is a list of its own.
Entry section_range(const CvText& text, std::size_t section);

}  // namespace scholargraph
