// SPDX-License-Identifier: Apache-2.0
// Problem: dates stand in CVs in every order, language and precision, between numbers that are no dates.
// Idea: the text becomes tokens whose words are already looked up (dates_tokens); at each token the longest point
// ("Oct. 2022", "2023.8", "2025年4月", "'22") is read by a hand-written grammar, then a range around it. What stands
// beside a bare year decides whether it is one: page ranges, amounts, addresses and identifiers are passed over.
// Stop rule: each token is the start of at most one match, and a match moves behind its last token.
// Cost: linear in the tokens, no memory beyond them.
#include "extract/cv/dates.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "extract/cv/dates_grammar.h"

namespace scholargraph {

namespace {

bool may_hold_date(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0xE3; });
}

DateMatch to_match(const std::vector<DateToken>& tokens, std::size_t first, std::size_t last, const DateRange& range) {
  DateMatch match;
  match.begin = tokens[first].begin;
  match.end = tokens[last - 1].end;
  match.range = range.range;
  match.expected = range.expected;
  Period& period = match.period;
  if (range.start.year != 0) period.start = range.start.year;
  period.start_month = range.start.month;
  period.present = range.end.present;
  if (!period.present && range.end.year != 0) period.end = range.end.year;
  period.end_month = range.end.month;
  return match;
}

int full_year(int value, int digits) {
  if (digits == 4) return value >= kFirstYear && value <= kLastYear ? value : 0;
  constexpr int kPivot = 50;
  return digits == 2 ? value + (value < kPivot ? 2000 : 1900) : 0;
}

/// Nothing but numbers of one or two digits and separators: "21, 23".
bool only_short_years(const std::vector<DateToken>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const DateToken& t) {
    return t.kind == DateTokenKind::kNumber ? t.digits == 2 || t.digits == 4
                                            : t.kind != DateTokenKind::kWord && t.kind != DateTokenKind::kHan;
  });
}

bool joins_years(const DateToken& token) {
  return token.kind == DateTokenKind::kDash || token.kind == DateTokenKind::kComma ||
         token.kind == DateTokenKind::kSlash || token.kind == DateTokenKind::kApostrophe || token.han == U'&' ||
         token.han == U';' || token.han == U'、';
}

}  // namespace

std::vector<DateMatch> find_dates(std::string_view text) {
  std::vector<DateMatch> matches;
  if (!may_hold_date(text)) return matches;
  const auto tokens = date_tokens(text);
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t next = i;
    if (const auto range = read_date_range(tokens, next)) {
      matches.push_back(to_match(tokens, i, next, *range));
      i = next;
    } else {
      ++i;
    }
  }
  return matches;
}

std::optional<DateMatch> parse_whole_date(std::string_view text) {
  const auto matches = find_dates(text);
  if (matches.size() != 1) return std::nullopt;
  const auto has_word = [](std::string_view part) {
    for (std::size_t pos = 0; pos < part.size();) {
      const char32_t c = next_code_point(part, pos);
      if (is_letter(c) || is_digit(c)) return true;
    }
    return false;
  };
  if (has_word(text.substr(0, matches[0].begin)) || has_word(text.substr(matches[0].end))) return std::nullopt;
  return matches[0];
}

std::vector<int> parse_year_list(std::string_view text) {
  const auto tokens = date_tokens(text);
  const bool all_short = only_short_years(tokens);
  std::set<int> years;
  int previous = 0;    // the last year read, 0 when something else stood after it
  bool range = false;  // a dash after `previous`
  bool apostrophe = false;
  for (const auto& token : tokens) {
    if (token.kind != DateTokenKind::kNumber || token.masked) {
      range = (token.kind == DateTokenKind::kDash || token.word == DateWord::kTo) && previous != 0;
      apostrophe = token.kind == DateTokenKind::kApostrophe;
      if (!joins_years(token) && token.word != DateWord::kTo) previous = 0;
      continue;
    }
    const bool short_allowed = all_short || apostrophe || previous != 0;
    const int year = token.digits == 4 || short_allowed ? full_year(token.value, token.digits) : 0;
    if (year == 0) {
      previous = 0;
      range = false;
      continue;
    }
    constexpr int kLongestRange = 60;
    const int first = range && previous != 0 && year > previous && year - previous < kLongestRange ? previous : year;
    for (int y = first; y <= year; ++y) years.insert(y);
    previous = year;
    range = apostrophe = false;
  }
  return {years.begin(), years.end()};
}

}  // namespace scholargraph
