// SPDX-License-Identifier: Apache-2.0
// Word lists about person names: particles, titles, suffixes, frequent given names, family names of languages that
// write names without blanks, and words that no name holds.
#pragma once

#include <string_view>

namespace scholargraph {

/// All take a folded word (base/text.h: fold).
bool is_name_particle(std::string_view folded);    ///< "van", "de", "von", "bin", "al"
bool is_name_title(std::string_view folded);       ///< "prof", "dr", "phd"
bool is_name_suffix(std::string_view folded);      ///< "jr", "iii"
bool is_given_name(std::string_view folded);       ///< a frequent given name of any language
bool is_frequent_family(std::string_view folded);  ///< a frequent romanised family name of one syllable: "li", "kim"
bool is_no_name_word(std::string_view folded);     ///< "university", "learning", "the"

/// How many characters of the start of `name` (Han, Kana or Hangul) are a family name: 0, 1 or 2.
int cjk_family_length(std::u32string_view name);

}  // namespace scholargraph
