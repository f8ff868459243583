// SPDX-License-Identifier: Apache-2.0
// The entries of a list of degrees or positions, cut into pieces: what the education and employment parsers share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/cv/entries_fragments.h"

namespace scholargraph {

struct EntryRow {
  Entry entry;
  std::vector<Fragment> fragments;
  std::string group;  ///< the institution that the heading above the row names; empty when none does
};

/// The rows of one list: a section with the sections below it that have the same kind.
struct RowList {
  SectionKind kind = SectionKind::kUnknown;
  std::size_t section = 0;  ///< index into CvText::sections
  std::vector<EntryRow> rows;
};

/// The lists that may hold degrees or positions, in document order: the header, education, employment, internships
/// and visits. Made once for each document; the parsers of both pick the kinds they read.
std::vector<RowList> row_lists(const CvText& text);

/// The rows of lines [begin, end).
std::vector<EntryRow> rows_of(const CvText& text, int begin, int end, SectionKind kind);

/// The institution named in fragments[first, last) that a piece on `line` belongs to, and the unit inside it.
/// `order` tells which of two unknown names is taken: 0 the first, 1 the second.
struct NamedPlace {
  std::string institution;
  std::string unit;
  int line = -1;
  double strength = 0;
};
/// `place` when it is a whole institution; when it is none or a unit, the institution of the row's heading with that unit.
std::optional<NamedPlace> inside_group(const EntryRow& row, std::optional<NamedPlace> place);

std::optional<NamedPlace> institution_near(const std::vector<Fragment>& fragments, int line, bool unknown_allowed);

}  // namespace scholargraph
