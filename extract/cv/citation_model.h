// SPDX-License-Identifier: Apache-2.0
// Which atom of a citation belongs to which part, and what a list does in the same way in every entry.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "extract/cv/citation_atoms.h"

namespace scholargraph {

enum class CitationPart : std::uint8_t { kAuthor, kTitle, kVenue, kYear, kOther };
inline constexpr int kCitationPartCount = 5;

using CitationAtoms = std::vector<CitationAtom>;
using CitationParts = std::vector<CitationPart>;  ///< one for each atom

/// How an atom is marked, for learning which mark a list uses for its titles.
enum class CitationMark : std::uint8_t { kPlain, kQuoted, kItalic, kBold, kLink, kBracketed };
inline constexpr int kCitationMarkCount = 6;

/// What a list has been seen to do; zero everywhere before anything is known. Added to the scores of the model.
struct CitationHabits {
  std::array<std::array<double, kCitationPartCount>, kCitationPartCount + 1> next{};  ///< [from][to]; row 5: start
  std::array<std::array<double, kCitationMarkCount>, kCitationPartCount> mark{};
  std::array<std::array<double, kBorderCount>, kCitationPartCount> leave{};  ///< border at which a part ends
  std::array<double, kBorderCount> inside_title{};                           ///< border crossed inside titles
  double people = 0;        ///< below zero: the list prints no people
  double people_first = 0;  ///< below zero: no entry begins with people
  bool italic_venue = false;  ///< venues are set in italics and titles are not
};

/// The best reading of one entry. `score` (may be nullptr) receives its value.
CitationParts best_parts(const CitationAtoms& atoms, const CitationHabits& habits, double* score);

/// The habits of a list, from readings of its entries.
CitationHabits learn_habits(const std::vector<CitationAtoms>& entries, const std::vector<CitationParts>& readings);

}  // namespace scholargraph
