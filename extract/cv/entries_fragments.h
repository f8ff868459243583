// SPDX-License-Identifier: Apache-2.0
// The pieces of an entry: "Assistant Professor, The Ohio State University, 2005--present" is a role, an institution
// and a date. Education and employment are both put together from these pieces.
#pragma once

#include <string>
#include <vector>

#include "extract/cv/dates.h"
#include "extract/cv/entries.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {

enum class FragmentKind { kDate, kDegree, kInstitution, kUnit, kRole, kPlace, kLabelled, kUnknown };

struct Fragment {
  FragmentKind kind = FragmentKind::kUnknown;
  std::string text;
  int line = 0;          ///< index into CvText::lines
  int cell = 0;          ///< number of the cell inside the entry: cells are set apart, pieces of a cell by commas
  bool bold = false;
  bool bracketed = false;
  bool located = false;  ///< a place follows at once: "Sciensano, Brussels, Belgium"
  double strength = 0;   ///< of an institution: 3 university, 2.5 company, 2 institute, 1.5 acronym
  int role = -1;         ///< value of role_words()
  DegreeMention degree;  ///< of a degree; `text` is the degree as printed
  std::string field;     ///< what stands behind "in" or "of" after a degree
  DateMatch date;
  EntryLabel label = EntryLabel::kNone;
};

/// The pieces of lines [entry.begin, entry.end) in reading order. Nested list items, and sentences behind the first
/// dated lines, are left out.
std::vector<Fragment> entry_fragments(const CvText& text, const Entry& entry, const std::vector<LineCues>& cues, int first_cue);

/// The pieces of one line of text without styles.
std::vector<Fragment> text_fragments(std::string_view line);

}  // namespace scholargraph
