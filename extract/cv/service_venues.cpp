// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/service_venues.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"

namespace scholargraph {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "June 11-13", "3 May": days of a meeting.
bool is_day(std::string_view text) {
  static const Lexicon kMonths{{1,
                                "january|february|march|april|may|june|july|august|september|october|november|december|"
                                "jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec"}};
  const auto words = lex_words(text);
  bool month = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kMonths.match_at(words, i)) {
      month = true;
    } else if (!digit(words[i].folded.front())) {
      return false;
    }
  }
  return month && words.size() <= 4;
}

/// Only years, months and what joins them: "2023", "22", "'21-23", "2019–2021", "Fall 2020", "2020 and 2021".
bool only_years(std::string_view text) {
  text = trim(text.substr(0, std::min(text.find_first_of("(["), text.size())));
  if (is_day(text)) return true;
  if (std::none_of(text.begin(), text.end(), digit)) return false;
  const std::string rest = without_dates(text, find_dates(text));
  const std::string_view left = rest;
  return std::all_of(left.begin(), left.end(),
                     [](char c) {
                       return digit(c) || c == ' ' || c == '-' || c == '\'' || c == '&' || c == '+' ||
                              static_cast<unsigned char>(c) >= 0x80;
                     }) ||
         squash(left) == "and" || squash(left) == "present";
}

/// Where the years begin behind the name: "ICLR'22-25" -> 4, "IEEE S&P 2020" -> 8; npos without years.
std::size_t years_begin(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!digit(text[i])) continue;
    std::size_t end = i;
    while (end < text.size() && digit(text[end])) ++end;
    const std::size_t length = end - i;
    const bool apostrophe =
        i > 0 && (text[i - 1] == '\'' || text.substr(0, i).ends_with("’") || text.substr(0, i).ends_with("‘"));
    const bool full = length == 4 && (text.substr(i, 2) == "19" || text.substr(i, 2) == "20");
    if (full || (length == 2 && apostrophe)) {
      if (!apostrophe) return i;
      return text[i - 1] == '\'' ? i - 1 : i - 3;
    }
    i = end - 1;
  }
  return std::string_view::npos;
}

/// Takes the first round or square bracket out of `text`; returns what stood inside.
std::string take_bracket(std::string& text) {
  const std::size_t open = text.find_first_of("([");
  if (open == std::string::npos) return {};
  const std::size_t close = text.find(text[open] == '(' ? ')' : ']', open);
  const std::size_t end = close == std::string::npos ? text.size() : close;
  std::string inside(trim(std::string_view(text).substr(open + 1, end - open - 1)));
  text.erase(open, (close == std::string::npos ? text.size() : close + 1) - open);
  return inside;
}

void add_years(std::vector<int>& years, const std::vector<int>& more) {
  years.insert(years.end(), more.begin(), more.end());
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
}

std::string_view without_edge_words(std::string_view name) {
  static constexpr std::string_view kLead[] = {"and ", "the ", "& ", "in ", "for ", "of ", "at ", "und ", "et ", "y "};
  static constexpr std::string_view kTail[] = {" since", " from", " and", " in",  " (",
                                               " -",     " et",   " und", " etc", " among others"};
  bool changed = true;
  while (changed) {
    changed = false;
    name = strip_punctuation(name);
    for (std::string_view word : kLead)
      if (starts_with_ignore_case(name, word)) name.remove_prefix(word.size()), changed = true;
    for (std::string_view word : kTail)
      if (name.ends_with(word)) name.remove_suffix(word.size()), changed = true;
  }
  return name;
}

/// One word with two capitals or more: "ICLR", "NeurIPS", "EMNLP/IJCNLP".
bool is_acronym(std::string_view text) {
  if (text.empty() || text.size() > 16 || text.find(' ') != std::string_view::npos) return false;
  return std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2;
}

/// "ACL and EMNLP" -> both; "Transactions on Knowledge and Data Engineering" stays whole.
std::vector<std::string_view> split_acronyms(std::string_view part) {
  for (std::string_view joiner : {" and ", " & "}) {
    const std::size_t at = part.find(joiner);
    if (at == std::string_view::npos) continue;
    const std::string_view left = trim(part.substr(0, at));
    const std::string_view right = trim(part.substr(at + joiner.size()));
    const std::size_t left_years = years_begin(left);
    const std::size_t right_years = years_begin(right);
    const bool short_names = is_acronym(strip_punctuation(left.substr(0, left_years))) &&
                             is_acronym(strip_punctuation(right.substr(0, right_years)));
    const bool heads = starts_with_ignore_case(right, "journal ") || right.starts_with("IEEE ") ||
                       right.starts_with("ACM ") || starts_with_ignore_case(right, "transactions ") ||
                       starts_with_ignore_case(right, "proceedings ") || starts_with_ignore_case(right, "the journal ");
    if (short_names || (heads && !left.empty())) return {left, right};
  }
  return {part};
}

/// "Montevideo", "New York": what follows a venue in a list is often where it was held.
bool is_place(std::string_view part) {
  const auto words = lex_words(part);
  if (words.empty()) return false;
  const auto hit = place_words().match_at(words, 0);
  return hit && hit->last == words.size();
}

bool extends_name(std::string_view part) {
  for (std::string_view word : {"Series", "Part ", "Section", "Vol", "Inc", "Ltd", "Letters A", "Letters B"})
    if (part.starts_with(word)) return true;
  return part.size() == 1;
}

}  // namespace

ServiceVenue parse_venue(std::string_view text) {
  ServiceVenue venue;
  std::string rest(text);
  while (rest.find_first_of("([") != std::string::npos) {
    const std::size_t open = rest.find_first_of("([");
    const std::string before = rest.substr(0, open);
    const std::string inside = take_bracket(rest);
    if (only_years(inside)) {
      add_years(venue.years, parse_year_list(inside));
      continue;
    }
    if (venue.note.empty() && !inside.empty()) {
      venue.note = inside;
      const std::size_t at = years_begin(before);
      if (at != std::string_view::npos) {
        const auto years = parse_year_list(std::string_view(before).substr(at));
        if (!years.empty()) venue.note_years = {years.back()};
      }
    }
  }
  std::size_t at = years_begin(rest);
  // "Workshop on X, September 17, 2010": the name ends where the date begins, not where its year stands.
  for (const DateMatch& date : find_dates(rest))
    if (at != std::string::npos && date.begin < at && date.end > at) at = date.begin;
  if (at != std::string::npos && trim(std::string_view(rest).substr(0, at)).empty()) {
    // The years lead: "2019 IEEE Transactions on X".
    const auto dates = find_dates(rest);
    add_years(venue.years, dates.empty() ? parse_year_list(rest) : years_of(dates));
    venue.name = without_edge_words(without_dates(rest, dates));
    return venue;
  }
  if (at != std::string::npos) add_years(venue.years, parse_year_list(std::string_view(rest).substr(at)));
  venue.name = collapse_spaces(without_edge_words(std::string_view(rest).substr(0, at)));
  return venue;
}

std::vector<ServiceVenue> parse_venue_list(std::string_view text, bool single) {
  std::vector<std::string> pieces;
  // Bullets and wide semicolons inside a line divide venues like semicolons.
  std::string plain(text);
  for (std::string_view mark : {"•", "·", "；"}) plain = replace_all(std::move(plain), mark, ";");
  for (std::string_view chunk : split_outside_brackets(plain, ";|\n\t")) {
    bool fresh = true;
    for (std::string_view part : split_outside_brackets(chunk, ",")) {
      std::string_view bare = part;
      if (!fresh && starts_with_ignore_case(bare, "and ")) bare = trim(bare.substr(4));
      if (!pieces.empty() && !fresh && (only_years(bare) || extends_name(bare))) {
        pieces.back() += ", ";
        pieces.back() += bare;
        continue;
      }
      if (!fresh && (single || is_place(bare))) continue;
      if (only_years(bare) && fresh && chunk.size() > bare.size()) {
        // "2021, ICML": the year waits for its venue.
        pieces.emplace_back(std::string(bare) + " ");
        fresh = false;
        continue;
      }
      if (!pieces.empty() && pieces.back().ends_with(" ") && !fresh) {
        pieces.back() += bare;
        continue;
      }
      for (std::string_view name : split_acronyms(bare)) pieces.emplace_back(name);
      fresh = false;
    }
  }
  std::vector<ServiceVenue> venues;
  for (const std::string& piece : pieces) {
    ServiceVenue venue = parse_venue(piece);
    if (!venue.name.empty()) venues.push_back(std::move(venue));
  }
  return venues;
}

}  // namespace scholargraph
