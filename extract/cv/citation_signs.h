// SPDX-License-Identifier: Apache-2.0
// The signs and short words that decide where a citation may be cut.
#pragma once

#include <string_view>

namespace scholargraph {

/// The sign that closes a quotation opened by `c`; 0 when `c` opens none.
char32_t closing_quote(char32_t c);

/// The sign that closes a bracket opened by `c`; 0 when `c` opens none.
char32_t closing_bracket(char32_t c);

/// "sp", "nov" and the like: the full stop behind them ends no title. `folded` is folded.
bool is_species_abbreviation(std::string_view folded);

/// "Dr", "Prof" and the like: the full stop behind them ends no name.
bool is_person_title(std::string_view word);

/// "A", "J.-P", "C. S. C": the full stop behind the word belongs to an initial.
bool ends_initials(std::string_view word);

/// No citation is longer than this gives; the rest of a runaway line is left out, so that the cost stays bounded.
std::string_view first_part(std::string_view text);

/// "arXiv:...", "https://...": an identifier or address begins here.
bool starts_identifier(std::string_view rest);

/// "Review of Rivers by Ann Hill": the people behind "by" at `at` wrote the book.
bool reviews(std::string_view text, std::size_t at);

}  // namespace scholargraph
