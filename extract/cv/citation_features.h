// SPDX-License-Identifier: Apache-2.0
// What one piece of a citation looks like. Used by citation_atoms.cpp.
#pragma once

#include <string_view>

#include "extract/cv/citation_atoms.h"

namespace scholargraph {

/// Fills the fields below "What it looks like" from the text range and the signs around it.
void describe_atom(std::string_view text, std::string_view owner, CitationAtom& atom);

bool only_initials_text(std::string_view text);  ///< "T.", "C. S. C.", "JA"
bool looks_like_person(std::string_view text);   ///< one name, or a lone family name

/// "Ann Hill of the Lake College" without the place: what stands before "of", "from", "at" and a capital.
std::string_view person_part(std::string_view text);

/// A bracket with this content behind a person says where that person works or studies: "Lake University", "student".
bool is_affiliation(std::string_view inside);

/// A bracket with this content is a part of the citation by itself: a year, co-authors, pages, a status, a link.
bool is_citation_note(std::string_view inside);

/// Behind the full stop that stands alone ("HILL, ANN . Ponds") comes a title, though its words could be a name.
void mark_titles_behind_people(std::vector<CitationAtom>& atoms);

}  // namespace scholargraph
