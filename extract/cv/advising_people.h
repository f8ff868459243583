// SPDX-License-Identifier: Apache-2.0
// People named in running text: "Prof. Ann Lee and Dr. B. Katz (chair), University of X" -> Ann Lee, B. Katz.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// One person of a list.
struct NamedPerson {
  std::string name;       ///< as printed, without titles and credentials
  std::size_t begin = 0;  ///< offset of the name in the text
  std::size_t end = 0;    ///< behind the name, its credentials and its bracketed note
  bool titled = false;    ///< "Prof.", "Dr." stands before it
  std::string note;       ///< the text in brackets behind it: "chair", "2018-2021"
};

/// The people of a list that begins at `pos` (blanks and opening punctuation are skipped). People are joined by
/// commas, semicolons, slashes, dashes, "and" in many languages; titles, credentials and bracketed notes are
/// skipped. The list ends at the first thing that is no person: an institution, a place, a small word. A single
/// word is a person only behind a title or in CJK characters. Empty when no person stands at `pos`.
std::vector<NamedPerson> people_from(std::string_view text, std::size_t pos = 0);

/// True when "Prof." stands before the name.
bool is_professor(std::string_view text, const NamedPerson& person);

/// True when the text ends in the middle of a list or a name, so that the next line belongs to it.
bool list_continues(std::string_view text);

}  // namespace scholargraph
