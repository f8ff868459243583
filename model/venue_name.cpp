// SPDX-License-Identifier: Apache-2.0
#include "model/venue_name.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, 8> kOpenings = {"in proceedings of the", "in proceedings of", "proceedings of the",
                                                       "proceedings of",        "proc. of the",      "proc. of",
                                                       "in proc.",              "proc."};

bool is_digit_char(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit_char); }

bool is_year(std::string_view word) {
  return word.size() == 4 && all_digits(word) && (word.starts_with("19") || word.starts_with("20"));
}

/// "38th", "1st".
bool is_ordinal(std::string_view word) {
  if (word.size() < 3) return false;
  const std::string_view end = word.substr(word.size() - 2);
  return (end == "th" || end == "st" || end == "nd" || end == "rd") && all_digits(word.substr(0, word.size() - 2));
}

/// "ICML'22", "ICML2022", "NAACL-21" -> without the year.
std::string_view without_short_year(std::string_view word) {
  constexpr std::string_view kLastBytes = "0123456789'\x99-`";  // of digits and of the marks below
  if (word.empty() || kLastBytes.find(word.back()) == std::string_view::npos) return word;
  if (word.size() > 6 && is_year(word.substr(word.size() - 4))) word.remove_suffix(4);
  for (const std::string_view mark : {"'", "’", "-", "`"}) {
    const auto at = word.rfind(mark);
    if (at == std::string_view::npos || at < 2) continue;
    const std::string_view tail = word.substr(at + mark.size());
    if (tail.empty() || (all_digits(tail) && (tail.size() == 2 || tail.size() == 4))) return word.substr(0, at);
  }
  return word;
}

std::string_view without_opening(std::string_view text) {
  for (const auto opening : kOpenings) {
    if (!starts_with_ignore_case(text, opening) || text.size() <= opening.size()) continue;
    if (opening.back() != '.' && text[opening.size()] != ' ') continue;
    return trim(text.substr(opening.size()));
  }
  return text;
}

std::string_view without_marks(std::string_view text) {
  constexpr std::string_view kMarks = " ,.;:-(";
  while (!text.empty() && kMarks.find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  while (!text.empty() && (text.front() == ' ' || text.front() == ',')) text.remove_prefix(1);
  return text;
}

std::string without_years(std::string_view text) {
  std::string out;
  for (auto word : split_words(text)) {
    std::string_view bare = word;
    while (!bare.empty() && (bare.back() == ',' || bare.back() == '.' || bare.back() == ')')) bare.remove_suffix(1);
    while (!bare.empty() && bare.front() == '(') bare.remove_prefix(1);
    if (is_year(bare) || is_ordinal(bare)) continue;
    const bool comma = word.ends_with(',');
    const std::string_view shorter = without_short_year(bare);
    if (!out.empty()) out += ' ';
    if (shorter.size() != bare.size()) out.append(shorter).append(comma ? "," : "");
    else out += word;
  }
  return std::string(without_marks(out));
}

/// "International Conference on X (ICX)".
void take_acronym(VenueName& result) {
  if (!result.name.ends_with(')')) return;
  const auto open = result.name.rfind('(');
  if (open == std::string::npos || open < 4) return;
  const std::string inside = result.name.substr(open + 1, result.name.size() - open - 2);
  const auto capitals = std::count_if(inside.begin(), inside.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals < 2 || inside.size() > 12 || inside.find(' ') != std::string::npos) return;
  result.acronym = inside;
  result.name = std::string(without_marks(std::string_view(result.name).substr(0, open)));
}

}  // namespace

VenueName split_venue(std::string_view text) {
  VenueName result;
  result.name = without_years(without_opening(trim(text)));
  // The year inside the brackets took the closing one along.
  if (std::count(result.name.begin(), result.name.end(), '(') > std::count(result.name.begin(), result.name.end(), ')'))
    result.name += ')';
  take_acronym(result);
  const bool has_letter = std::any_of(result.name.begin(), result.name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!has_letter && squash(result.name).empty()) result = {std::string(trim(text)), {}};
  return result;
}

}  // namespace scholargraph
