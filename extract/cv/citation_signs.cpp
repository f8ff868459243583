// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation_signs.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {

char32_t closing_quote(char32_t c) {
  switch (c) {
    case 0x201C:
      return 0x201D;
    case 0x201E:
      return 0x201C;
    case 0xAB:
      return 0xBB;
    case 0x2018:
      return 0x2019;
    case 0x300A:
      return 0x300B;
    case 0x300C:
      return 0x300D;
    case 0x300E:
      return 0x300F;
    case '"':
      return '"';
    default:
      return 0;
  }
}

char32_t closing_bracket(char32_t c) {
  return c == '(' ? U')' : c == '[' ? U']' : c == 0xFF08 ? U'\xFF09' : c == 0x3010 ? U'\x3011' : 0;
}

bool is_species_abbreviation(std::string_view folded) {
  for (const std::string_view word : {"sp", "spp", "nov", "gen", "subsp", "ssp", "var", "cf", "n"})
    if (folded == word) return true;
  return false;
}

bool is_person_title(std::string_view word) { return word == "Dr" || word == "Prof" || word == "Mr" || word == "Ms"; }

bool ends_initials(std::string_view word) {
  std::size_t capitals = 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    if (c == '.' || c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013) {
      run = 0;
    } else if (is_upper(c)) {
      ++capitals;
      if (++run > 1) return false;
    } else if (!(run == 1 && capitals >= 1 && is_lower(c) && i >= word.size() && word.size() == 2)) {
      return false;
    }
  }
  return capitals > 0;
}

std::string_view first_part(std::string_view text) {
  constexpr std::size_t kLongest = 8000;
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool starts_identifier(std::string_view rest) {
  for (const std::string_view mark : {"arxiv:", "doi:", "http://", "https://", "pmid:"})
    if (starts_with_ignore_case(rest, mark)) return true;
  return false;
}

bool reviews(std::string_view text, std::size_t at) {
  constexpr std::size_t kFar = 200;
  const auto before = text.substr(at > kFar ? at - kFar : 0, std::min(at, kFar));
  return before.find("Review of ") != std::string_view::npos || before.find("review of ") != std::string_view::npos;
}

}  // namespace scholargraph
