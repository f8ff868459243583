// SPDX-License-Identifier: Apache-2.0
// The grammar of dates over tokens. Used by dates.cpp only.
#pragma once

#include <optional>
#include <vector>

#include "extract/cv/dates_tokens.h"

namespace scholargraph {

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2099;

/// One end of a date.
struct DatePoint {
  int year = 0;   ///< 0: printed without a year ("July" in "July - August 2018")
  int month = 0;  ///< 1..12, 0 unknown
  bool present = false;
  bool bare = false;        ///< nothing but a four-digit year
  bool short_year = false;  ///< "'22"
  bool weak = false;        ///< "9/93", "12": a date only as one end of a range
  bool season = false;
};

struct DateRange {
  DatePoint start;
  DatePoint end;
  bool range = false;
  bool expected = false;
};

/// The date or range that starts at tokens[i]; on success moves `i` behind its last token.
std::optional<DateRange> read_date_range(const std::vector<DateToken>& tokens, std::size_t& i);

}  // namespace scholargraph
