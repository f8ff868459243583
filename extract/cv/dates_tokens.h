// SPDX-License-Identifier: Apache-2.0
// The words of the date grammar: a text as numbers, date words and punctuation. Used by dates.cpp only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace scholargraph {

enum class DateWord : std::uint8_t {
  kNone,
  kMonth,
  kSeason,
  kPresent,
  kSince,
  kUntil,
  kTo,
  kExpected,
  kOf,
  kOrdinal,
  kQuarter,
  kPage,
  kUnit,
};

enum class DateTokenKind : std::uint8_t {
  kNumber,
  kWord,
  kHan,
  kDash,
  kDot,
  kSlash,
  kComma,
  kApostrophe,
  kTilde,
  kOther
};

struct DateToken {
  DateTokenKind kind = DateTokenKind::kOther;
  DateWord word = DateWord::kNone;
  bool blank_before = false;  ///< white space or the start of the text stands before it
  bool gap_before = false;    ///< that white space holds a tab: the token begins a column
  bool masked = false;        ///< part of an address, an identifier or a telephone number
  int digits = 0;             ///< kNumber: how many digits; kDash: how many dashes
  int value = 0;              ///< kNumber: value (at most 8 digits); kMonth: 1..12
  char32_t han = 0;           ///< kHan: the character; kOther: the code point
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Every token of `text`, blanks left out.
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace scholargraph
