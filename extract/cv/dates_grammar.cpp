// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/dates_grammar.h"

#include "extract/cv/dates_context.h"

namespace scholargraph {

namespace {

using Kind = DateTokenKind;

/// Reads points and ranges from one place of the token list. Every read_* method leaves `i` alone when it fails.
class Reader {
 public:
  explicit Reader(const std::vector<DateToken>& tokens) : tokens_(tokens) {}

  std::optional<DateRange> range(std::size_t& i) const {
    std::size_t at = i;
    DateRange result;
    result.expected = skip_expected(at);
    const bool since = is_word(at, DateWord::kSince);
    const bool until = !since && is_word(at, DateWord::kUntil);
    if (since || until) ++at;
    const std::size_t first = at;
    std::optional<DatePoint> start = point(at);
    if (!start) start = half_point(at);
    if (!start) return std::nullopt;
    result.start = result.end = *start;
    if (start->bare && is_page_range(at - 1)) return std::nullopt;
    if (!until && range_end(first, at, result)) return finish(i, at, result);
    if (start->year == 0 || start->present) return std::nullopt;
    if (start->weak) {
      if (first != 0 || !ends_column(at + 1) || !open_dash(at)) return std::nullopt;
      open_one_side(true, result);
      return finish(i, at, result);
    }
    if (start->bare && !is_year_in_context(tokens_, at - 1)) return std::nullopt;
    if (since || until)
      open_one_side(since, result);
    else if (open_dash(at))
      open_one_side(true, result);
    return finish(i, at, result);
  }

 private:
  bool has(std::size_t i) const { return i < tokens_.size() && !tokens_[i].masked; }
  bool is(std::size_t i, Kind kind) const { return has(i) && tokens_[i].kind == kind; }
  bool is_word(std::size_t i, DateWord word) const { return is(i, Kind::kWord) && tokens_[i].word == word; }
  bool is_han(std::size_t i, char32_t c) const { return is(i, Kind::kHan) && tokens_[i].han == c; }
  bool glued(std::size_t i) const { return has(i) && !tokens_[i].blank_before; }
  bool is_other(std::size_t i, char32_t c) const { return is(i, Kind::kOther) && tokens_[i].han == c; }

  bool is_year(std::size_t i) const {
    return is(i, Kind::kNumber) && tokens_[i].digits == 4 && tokens_[i].value >= kFirstYear &&
           tokens_[i].value <= kLastYear;
  }
  bool is_small(std::size_t i, int limit) const {
    return is(i, Kind::kNumber) && tokens_[i].digits <= 2 && tokens_[i].value >= 1 && tokens_[i].value <= limit;
  }

  /// The year at `i` is one end of "YYYY-YYYY" whose surroundings say that it is no date.
  bool is_page_range(std::size_t i) const {
    const auto rejected = [&](std::size_t first) {
      return is_year(first) && is(first + 1, Kind::kDash) && is_year(first + 2) &&
             !is_range_in_context(tokens_, first, first + 3);
    };
    return rejected(i) || (i >= 2 && rejected(i - 2));
  }

  static void open_one_side(bool since, DateRange& result) {
    result.range = true;
    DatePoint open;
    open.present = since;
    (since ? result.end : result.start) = open;
  }

  bool skip_expected(std::size_t& i) const {
    if (!is_word(i, DateWord::kExpected)) return false;
    std::size_t at = i + 1;
    while (is_other(at, ':') || is(at, Kind::kDot) || is_word(at, DateWord::kOf) || is_word(at, DateWord::kExpected))
      ++at;
    i = at;
    return true;
  }

  std::optional<DateRange> finish(std::size_t& i, std::size_t at, DateRange result) const {
    std::size_t next = at;
    if (is_other(next, '(') || is(next, Kind::kComma)) ++next;
    if (is_word(next, DateWord::kExpected) && !is(next + 1, Kind::kNumber) && !is_word(next + 1, DateWord::kMonth)) {
      result.expected = true;
      at = next + 1;
      if (is_other(at, ')')) ++at;
    }
    // "2021.9 - 2022.9 (now)"
    if (result.range && is_other(at, '(') && present_length(at + 1) > 0 &&
        is_other(at + 1 + present_length(at + 1), ')')) {
      result.end = DatePoint{};
      result.end.present = true;
      at += 2 + present_length(at + 1);
    }
    i = at;
    return result;
  }

  // ---- points ----

  std::optional<DatePoint> point(std::size_t& i) const {
    if (!has(i)) return std::nullopt;
    switch (tokens_[i].kind) {
      case Kind::kWord:
        return word_point(i);
      case Kind::kHan:
        return era_point(i);
      case Kind::kApostrophe:
        return short_year_point(i);
      case Kind::kNumber:
        return number_point(i);
      default:
        return std::nullopt;
    }
  }

  std::optional<DatePoint> word_point(std::size_t& i) const {
    if (tokens_[i].word == DateWord::kMonth) return month_point(i);
    if (tokens_[i].word == DateWord::kSeason || tokens_[i].word == DateWord::kQuarter) return season_point(i);
    return std::nullopt;
  }

  /// The year after a month or season name: "2022", ", 2022", "of 2022", "'22", "de 2022"; 0 when there is none.
  int year_after(std::size_t& i) const {
    std::size_t at = i;
    for (int skipped = 0; skipped < 3; ++skipped) {
      if (is(at, Kind::kDot) || is(at, Kind::kComma) || is_word(at, DateWord::kOf) || is(at, Kind::kSlash)) ++at;
    }
    if (is(at, Kind::kApostrophe) && is(at + 1, Kind::kNumber) && tokens_[at + 1].digits == 2) {
      i = at + 2;
      return short_year(tokens_[at + 1].value);
    }
    if (at == i && is(at, Kind::kDash) && glued(at) && is_year(at + 1) && glued(at + 1)) ++at;
    if (is_year(at) && !followed_by_number(at)) {
      i = at + 1;
      return tokens_[at].value;
    }
    return 0;
  }

  /// The year is the start of a decimal number or another long number.
  bool followed_by_number(std::size_t at) const { return is(at + 1, Kind::kNumber) && glued(at + 1); }

  static int short_year(int value) {
    constexpr int kPivot = 50;
    return value + (value < kPivot ? 2000 : 1900);
  }

  /// "Oct. 2022", "October 12, 2022", "Oct 12-14, 2022".
  std::optional<DatePoint> month_point(std::size_t& i) const {
    DatePoint p;
    p.month = tokens_[i].value;
    std::size_t at = i + 1;
    if (is(at, Kind::kDot)) ++at;
    if (const int year = year_after(at)) return accept(i, at, p, year);
    if (!is_small(at, 31)) return std::nullopt;
    skip_day(at);
    if (is(at, Kind::kDash) && is_small(at + 1, 31)) skip_day(++at);
    if (const int year = year_after(at)) return accept(i, at, p, year);
    return std::nullopt;
  }

  void skip_day(std::size_t& at) const {
    ++at;
    if (is_word(at, DateWord::kOrdinal) || is(at, Kind::kDot)) ++at;
  }

  static std::optional<DatePoint> accept(std::size_t& i, std::size_t at, DatePoint p, int year) {
    p.year = year;
    i = at;
    return p;
  }

  std::optional<DatePoint> season_point(std::size_t& i) const {
    DatePoint p;
    p.season = true;
    std::size_t at = i + 1;
    while (is(at, Kind::kSlash) || is_other(at, '&') || is_word(at, DateWord::kSeason)) ++at;
    const int year = year_after(at);
    if (year == 0) return std::nullopt;
    if (is(at, Kind::kSlash) && is(at + 1, Kind::kNumber) && (tokens_[at + 1].digits == 2 || is_year(at + 1))) at += 2;
    return accept(i, at, p, year);
  }

  /// "令和5年4月"
  std::optional<DatePoint> era_point(std::size_t& i) const {
    const int base = is_han(i, U'令') && is_han(i + 1, U'和')   ? 2018
                     : is_han(i, U'平') && is_han(i + 1, U'成') ? 1988
                     : is_han(i, U'昭') && is_han(i + 1, U'和') ? 1925
                                                                : 0;
    if (base == 0) return std::nullopt;
    std::size_t at = i + 2;
    int year = 0;
    if (is_small(at, 64)) year = base + tokens_[at].value;
    if (is_han(at, U'元')) year = base + 1;
    if (year == 0 || !is_year_sign(at + 1)) return std::nullopt;
    at += 2;
    DatePoint p;
    p.month = han_month(at);
    return accept(i, at, p, year);
  }

  bool is_year_sign(std::size_t i) const { return is_han(i, U'年') || is_han(i, U'년'); }

  /// "4月", "4 月 12 日", "3월": the month, 0 when none is printed.
  int han_month(std::size_t& at) const {
    if (!is_small(at, 12) || !(is_han(at + 1, U'月') || is_han(at + 1, U'월'))) return 0;
    const int month = tokens_[at].value;
    at += 2;
    if (is_small(at, 31) && (is_han(at + 1, U'日') || is_han(at + 1, U'일'))) at += 2;
    return month;
  }

  std::optional<DatePoint> short_year_point(std::size_t& i) const {
    if (!is(i + 1, Kind::kNumber) || tokens_[i + 1].digits != 2 || !glued(i + 1) || followed_by_number(i + 1))
      return std::nullopt;
    DatePoint p;
    p.short_year = true;
    return accept(i, i + 2, p, short_year(tokens_[i + 1].value));
  }

  std::optional<DatePoint> number_point(std::size_t& i) const {
    if (i > 0 && glued(i) && !tokens_[i - 1].masked && glues_number(tokens_[i - 1])) return std::nullopt;
    if (is_year(i)) return year_first(i);
    if (const auto spaced = spaced_year(i)) return spaced;
    if (!is_small(i, 31)) return std::nullopt;
    if (const auto day = day_month_name(i)) return day;
    return numeric_point(i);
  }

  /// A number that continues a word or another number ("B2019", "1.2019.5") is no date.
  static bool glues_number(const DateToken& before) { return before.kind == Kind::kNumber; }

  /// OCR: "2 0 1 9".
  std::optional<DatePoint> spaced_year(std::size_t& i) const {
    int year = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      if (!is(i + k, Kind::kNumber) || tokens_[i + k].digits != 1) return std::nullopt;
      year = year * 10 + tokens_[i + k].value;
    }
    if (year < kFirstYear || year > kLastYear || is(i + 4, Kind::kNumber)) return std::nullopt;
    return accept(i, i + 4, DatePoint{}, year);
  }

  /// "2023", "2023.8", "2023-08-15", "2023年8月", "2021 Spring", "2022 October".
  std::optional<DatePoint> year_first(std::size_t& i) const {
    DatePoint p;
    std::size_t at = i + 1;
    if (is_year_sign(at)) {
      ++at;
      if (is_han(at, U'度')) ++at;
      p.month = han_month(at);
      return accept(i, at, p, tokens_[i].value);
    }
    if (const int month = month_number_after(at))
      p.month = month;
    else if (named_month_after(at))
      p.month = tokens_[at - 1].word == DateWord::kMonth ? tokens_[at - 1].value : p.month;
    else
      p.bare = true;
    if (p.month != 0 && is_small(at, 31) && tokens_[at - 1].kind == Kind::kWord && !is(at + 1, Kind::kDash))
      skip_day(at);
    return accept(i, at, p, tokens_[i].value);
  }

  /// "2023.8", "2023-08", "2023/08/15"; leaves out "2008-09" (an academic year) and "2008-12-" of longer numbers.
  int month_number_after(std::size_t& at) const {
    if (!(is(at, Kind::kDot) || is(at, Kind::kSlash) || is(at, Kind::kDash)) || !glued(at)) return 0;
    const Kind separator = tokens_[at].kind;
    if (!is_small(at + 1, 12) || !glued(at + 1)) return 0;
    const int month = tokens_[at + 1].value;
    const bool day = is(at + 2, separator) && glued(at + 2) && is_small(at + 3, 31) && glued(at + 3);
    if (!day && separator != Kind::kDot && tokens_[at + 1].digits == 2 &&
        is_end_of_span(tokens_[at - 1].value, month) && !month_form_repeats(at + 2, separator))
      return 0;
    if (!day && separator == Kind::kDash && tokens_[at + 1].digits == 1) return 0;
    at += day ? 4 : 2;
    return month;
  }

  /// "08" after 2007 can be the year 2008.
  static bool is_end_of_span(int year, int two_digits) {
    constexpr int kLongestShortSpan = 9;
    const int span = (two_digits - year % 100 + 100) % 100;
    return span >= 1 && span <= kLongestShortSpan;
  }

  /// "2008-09 to 2010-03": the other end has the same form, so it is a month.
  bool month_form_repeats(std::size_t at, Kind separator) const {
    for (std::size_t k = at; k < at + 3; ++k)
      if (is_year(k)) return is(k + 1, separator) && glued(k + 1) && is_small(k + 2, 12) && glued(k + 2);
    return false;
  }

  /// "2021 Spring", "2022, October", but not the "Oct" of "2019 Oct 2020" (that belongs to 2020).
  bool named_month_after(std::size_t& at) const {
    std::size_t next = at;
    if (is(next, Kind::kComma) || is(next, Kind::kDash)) ++next;
    if (is(at, Kind::kDash) && !glued(at)) return false;
    if (!is_word(next, DateWord::kMonth) && !is_word(next, DateWord::kSeason)) return false;
    std::size_t after = next + 1;
    if (is(next + 1, Kind::kDot)) ++after;
    if (year_after(after) != 0) return false;
    std::size_t word = next;
    if (is_word(next, DateWord::kMonth) && month_point(word)) return false;
    at = next + 1;
    return true;
  }

  /// "12 Oct 2022", "12. Oktober 2022", "12 de octubre de 2022", "12-14 October 2022".
  std::optional<DatePoint> day_month_name(std::size_t& i) const {
    std::size_t at = i;
    skip_day(at);
    if (is(at, Kind::kDash) && is_small(at + 1, 31)) skip_day(++at);
    while (is_word(at, DateWord::kOf)) ++at;
    if (is(at, Kind::kDash) && glued(at)) ++at;
    if (!is_word(at, DateWord::kMonth)) return std::nullopt;
    DatePoint p;
    p.month = tokens_[at].value;
    ++at;
    if (const int year = year_after(at)) return accept(i, at, p, year);
    return std::nullopt;
  }

  /// "08/2019", "08.2024", "27/07/2022", "9/93" (weak).
  std::optional<DatePoint> numeric_point(std::size_t& i) const {
    if (!(is(i + 1, Kind::kDot) || is(i + 1, Kind::kSlash) || is(i + 1, Kind::kDash)) || !glued(i + 1))
      return std::nullopt;
    const Kind separator = tokens_[i + 1].kind;
    DatePoint p;
    if (is_year(i + 2) && glued(i + 2) && tokens_[i].value <= 12 && !followed_by_number(i + 2)) {
      p.month = tokens_[i].value;
      return accept(i, i + 3, p, tokens_[i + 2].value);
    }
    if (is_small(i + 2, 31) && glued(i + 2) && is(i + 3, separator) && glued(i + 3) && is_year(i + 4) && glued(i + 4)) {
      const bool month_first = tokens_[i + 2].value > 12;
      p.month = month_first ? tokens_[i].value : tokens_[i + 2].value;
      if (p.month > 12) return std::nullopt;
      return accept(i, i + 5, p, tokens_[i + 4].value);
    }
    if (separator == Kind::kSlash && tokens_[i].value <= 12 && is(i + 2, Kind::kNumber) && tokens_[i + 2].digits == 2 &&
        glued(i + 2)) {
      p.month = tokens_[i].value;
      p.weak = true;
      return accept(i, i + 3, p, short_year(tokens_[i + 2].value));
    }
    return std::nullopt;
  }

  /// A start without a year: "July", "12 Oct", "Oct 12", "Fall".
  std::optional<DatePoint> half_point(std::size_t& i) const {
    std::size_t at = i;
    DatePoint p;
    if (is_small(at, 31)) skip_day(at);
    while (at > i && is_word(at, DateWord::kOf)) ++at;
    if (is_word(at, DateWord::kMonth))
      p.month = tokens_[at].value;
    else if (!is_word(at, DateWord::kSeason) || at != i)
      return std::nullopt;
    else
      p.season = true;
    ++at;
    if (is(at, Kind::kDot)) ++at;
    if (at == i + 1 + (is(i + 1, Kind::kDot) ? 1u : 0u) && is_small(at, 31)) skip_day(at);
    i = at;
    return p;
  }

  // ---- ranges ----

  /// How many tokens from `i` on are one range sign ("-", "--", "to", "至", "から"); 0 when there is none.
  std::size_t separator_length(std::size_t i) const {
    if (is(i, Kind::kDash) || is(i, Kind::kTilde)) return 1;
    if (is_word(i, DateWord::kTo) || is_word(i, DateWord::kUntil))
      return is(i + 1, Kind::kApostrophe) || is_word(i + 1, DateWord::kTo) ? 2 : 1;
    if (is_han(i, U'至') || is_han(i, U'到') || is_han(i, U'起')) return 1;
    if (is_han(i, U'か') && is_han(i + 1, U'ら')) return 2;
    if (is_han(i, U'부') && is_han(i + 1, U'터')) return 2;
    return 0;
  }

  /// Words that mean "still going on" from `i`: how many tokens.
  std::size_t present_length(std::size_t i) const {
    if (is_word(i, DateWord::kPresent)) return 1;
    if ((is_word(i, DateWord::kOf) || is_word(i, DateWord::kTo)) && is_word(i + 1, DateWord::kPresent)) return 2;
    if (is_word(i, DateWord::kUntil) && is_word(i + 1, DateWord::kPresent)) return 2;
    if (is(i, Kind::kWord) && is_word(i + 1, DateWord::kPresent) && tokens_[i].end - tokens_[i].begin <= 3 &&
        !is_word(i, DateWord::kMonth))
      return 2;  // "la actualidad", "in corso", "ce jour"
    if (is_other(i, '*') || is_other(i, 0x2026)) return 1;
    if (is(i, Kind::kDot) && is(i + 1, Kind::kDot) && is(i + 2, Kind::kDot)) return 3;
    if (is_han(i, U'至') && is_han(i + 1, U'今')) return 2;
    if (is_han(i, U'今') || is_han(i, U'현') || is_han(i, U'現') || is_han(i, U'现'))
      return is(i + 1, Kind::kHan) ? 2 : 1;
    return 0;
  }

  bool range_end(std::size_t first, std::size_t& at, DateRange& result) const {
    if (result.start.weak == false && result.start.year == 0 && result.start.month == 0 && !result.start.season)
      return false;
    if (is_han(at, U'至') && is_han(at + 1, U'今')) return close_present(at + 2, at, result);
    if (is_han(at, U'以') && is_han(at + 1, U'来')) return close_present(at + 2, at, result);
    if (result.start.short_year && short_end(at, result)) return true;
    if (result.start.bare && short_end(at, result)) return is_range_in_context(tokens_, first, at);
    std::size_t next = at;
    if (is_other(next, ')')) return false;
    if (is(next, Kind::kComma) && separator_length(next + 1) > 0) ++next;
    const std::size_t separator = separator_length(next);
    if (separator == 0) return slash_range(at, result);
    next += separator;
    if (const auto length = present_length(next); length > 0 && result.start.year != 0)
      return close_present(next + length, at, result);
    return close_point(first, next, at, result);
  }

  static bool close_present(std::size_t next, std::size_t& at, DateRange& result) {
    result.range = true;
    result.end = DatePoint{};
    result.end.present = true;
    at = next;
    return true;
  }

  bool close_point(std::size_t first, std::size_t next, std::size_t& at, DateRange& result) const {
    auto end = point(next);
    if (!end && result.start.month != 0) end = han_month_of(result.start.year, next);
    if (!end || end->year == 0) return false;
    DateRange closed = result;
    closed.end = *end;
    if (closed.start.year == 0) closed.start.year = end->year;
    if (closed.start.weak != end->weak) return false;
    if (closed.start.year > end->year) return false;
    if (closed.start.bare && end->bare && !is_range_in_context(tokens_, first, next)) return false;
    closed.range = true;
    result = closed;
    at = next;
    return true;
  }

  /// "11月30日" behind "2025年11月3日 - ": a month of the same year.
  std::optional<DatePoint> han_month_of(int year, std::size_t& i) const {
    std::size_t at = i;
    DatePoint p;
    p.month = han_month(at);
    if (p.month == 0 || year == 0) return std::nullopt;
    return accept(i, at, p, year);
  }

  /// "2014-15", "2014/15", "1998-01", "'22-25".
  bool short_end(std::size_t& at, DateRange& result) const {
    if (!(is(at, Kind::kDash) || is(at, Kind::kSlash)) || !is(at + 1, Kind::kNumber)) return false;
    std::size_t number = at + 1;
    if (tokens_[number].digits != 2 || followed_by_number(number) ||
        (is(number + 1, Kind::kDash) && glued(number + 1) && is(number + 2, Kind::kNumber)))
      return false;
    const int century = result.start.year - result.start.year % 100;
    int year = century + tokens_[number].value;
    if (year < result.start.year) year += 100;
    constexpr int kLongestSpan = 40;
    if (year == result.start.year || year - result.start.year > kLongestSpan || year > kLastYear) return false;
    result.end = DatePoint{};
    result.end.year = year;
    result.range = true;
    at = number + 1;
    return true;
  }

  /// "2014/2015", "Jan/Feb 2015".
  bool slash_range(std::size_t& at, DateRange& result) const {
    if (!is(at, Kind::kSlash) && !is_other(at, '&')) return false;
    std::size_t next = at + 1;
    const auto end = point(next);
    if (!end || end->weak || end->year == 0 || (result.start.year != 0 && end->year - result.start.year != 1))
      return false;
    if (result.start.year == 0) result.start.year = end->year;
    result.end = *end;
    result.range = true;
    at = next;
    return true;
  }

  /// Nothing of the line or of its column stands at or behind `i`.
  bool ends_column(std::size_t i) const { return i >= tokens_.size() || tokens_[i].gap_before; }

  /// The full stop at `i` closes the sentence: nothing is glued to it, and nothing or another sentence follows.
  bool closes_sentence(std::size_t i) const {
    return is(i, Kind::kDot) && glued(i) && (i + 1 >= tokens_.size() || tokens_[i + 1].blank_before) &&
           !is(i + 1, Kind::kNumber);
  }

  /// "2012--", "2026- Postdoc", "2019 –" at the end of the line or of its column, "2020-, Lecturer", "2016–.".
  bool open_dash(std::size_t& at) const {
    if (!is(at, Kind::kDash) && !is(at, Kind::kTilde)) return false;
    const bool last =
        ends_column(at + 1) || is_other(at + 1, ')') || is_other(at + 1, ']') || is_other(at + 1, ':') ||
        (glued(at) && closes_sentence(at + 1)) ||
        (glued(at) && glued(at + 1) && is(at + 1, Kind::kComma) && !is(at + 2, Kind::kNumber));
    const bool hanging = glued(at) && has(at + 1) && tokens_[at + 1].blank_before && !is(at + 1, Kind::kNumber);
    if (!last && !hanging) return false;
    ++at;
    return true;
  }

  const std::vector<DateToken>& tokens_;
};

}  // namespace

std::optional<DateRange> read_date_range(const std::vector<DateToken>& tokens, std::size_t& i) {
  const DateToken& token = tokens[i];
  if (token.masked || token.kind == DateTokenKind::kOther || token.kind == DateTokenKind::kDash) return std::nullopt;
  if (token.kind == DateTokenKind::kWord && token.word == DateWord::kNone) return std::nullopt;
  return Reader(tokens).range(i);
}

}  // namespace scholargraph
