// SPDX-License-Identifier: Apache-2.0
// Dates in the ways people write them: "Oct. 2022 – Present", "2023.8 - present", "2021 Spring", "2014/15",
// "since 2019", "expected 2026", "févr. 2018-août 2018", "2025 年 5 月-至今", "'22-25", "MM/YYYY".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace scholargraph {

/// A date or range found in text[begin, end). A single date has range == false and start == end.
struct DateMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  Period period;
  bool range = false;     ///< two ends printed, or one open end ("since 2019", "2012--")
  bool expected = false;  ///< "expected 2026"
};

/// All dates in the text, left to right, never overlapping. Years outside 1900..2099 are no dates; numbers that
/// are parts of identifiers, page ranges, addresses, arXiv numbers and URLs are not taken.
std::vector<DateMatch> find_dates(std::string_view text);

/// `text` is nothing but one date or range (brackets and punctuation around it allowed).
std::optional<DateMatch> parse_whole_date(std::string_view text);

/// Every year of service strings such as "'22-25", "2022, 2023", "2019-2021", "21, 23": each year once, sorted.
std::vector<int> parse_year_list(std::string_view text);

}  // namespace scholargraph
