// SPDX-License-Identifier: Apache-2.0
// The words of a printed name and what each of them can be. Used by names*.cpp only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

enum class NameWordKind : std::uint8_t {
  kInitials,  ///< "A.", "J.-P.", "DJ"
  kWord,      ///< "Müller", "McDonald", "Jean-Pierre"
  kCapitals,  ///< "MÜLLER", "LI"
  kParticle,  ///< "van", "de"
  kSuffix,    ///< "Jr.", "III"
  kCjk,       ///< letters of a script without blanks between names
  kComma,
  kOther,  ///< no part of a name
};

struct NameWord {
  NameWordKind kind = NameWordKind::kOther;
  std::string_view text;  ///< as printed, without the comma
  std::string folded;
  bool dotted = false;  ///< ends in a full stop
  int letters = 0;
};

/// The words of `name`; commas are words of their own.
std::vector<NameWord> name_words(std::string_view name);

}  // namespace scholargraph
