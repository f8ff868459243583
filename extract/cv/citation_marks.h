// SPDX-License-Identifier: Apache-2.0
// Marks that depend on the neighbours of an atom. Used by citation_atoms.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "extract/cv/citation_atoms.h"

namespace scholargraph {

/// "In Ann Hill and Bo Brook, editors, Workshop on …": the people are editors.
void mark_editors(std::string_view text, std::vector<CitationAtom>& atoms);

/// "1990-2019", "2013 and 2018": two full years and nothing else.
bool names_two_years(std::string_view piece);

/// Years that a title speaks of ("Rural schools, 1880-1914", "Floods in the north, 2018: a survey") are no dates of the
/// entry when another one is printed.
void mark_periods(std::string_view text, std::vector<CitationAtom>& atoms);

/// Sentences behind a quoted title tell what the work is about: nothing in them is a venue.
void mark_notes(std::vector<CitationAtom>& atoms);

/// The styles that most of the bytes [begin, end) of the entry have.
std::uint8_t styles_of(const CitationText& entry, std::size_t begin, std::size_t end);

}  // namespace scholargraph
