// SPDX-License-Identifier: Apache-2.0
// Person names made comparable: what resolution blocks by and compares.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// One printed name, folded, in reading order. Names without letters have empty tokens and agree with nothing.
struct NameForm {
  std::string tokens;  ///< given names and initials, then family, particles left out: "j a smith", "wei xiong"
  std::string key;     ///< all letters, particles too: "ludwigvanbeethoven"; full names with equal keys are equal
  std::string block;   ///< last token and first letter of the first: "smith j"; names that agree share it,
                       ///< except for swapped order
  std::string native;  ///< the part in Han, Kana or Hangul, without blanks; may be all there is
  bool full = false;   ///< at least two parts and the first one is no initial; or a native name
  bool brief = false;  ///< one short syllable each for given and family ("Wei Li"): many people are called so
};

/// Titles, degrees and footnotes are dropped; "Zhang, T.", "Smith JA" and "LI Wei" are put in reading order.
/// `family` and `given`, when the source separates them, win over `full`.
NameForm parse_person_name(std::string_view full, std::string_view family = {}, std::string_view given = {});

/// True when one person can be printed both ways: equal last tokens; first tokens equal, or one the initial or a usual
/// short form ("mike") of the other; the middle tokens of one found in order among those of the other; hyphens and
/// joined syllables ("Xiao-Peng", "Xiaopeng") alike; two-part full names also in swapped order. REQUIRES:
/// NameForm::tokens.
bool names_agree(std::string_view tokens_a, std::string_view tokens_b);

/// True for a single word, which no given name tells apart.
bool is_single_token(std::string_view tokens);

}  // namespace scholargraph
