// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/dates_context.h"

namespace scholargraph {

namespace {

using Kind = DateTokenKind;

bool is(const std::vector<DateToken>& tokens, std::size_t i, Kind kind) {
  return i < tokens.size() && tokens[i].kind == kind;
}

bool glued(const std::vector<DateToken>& tokens, std::size_t i) { return i < tokens.size() && !tokens[i].blank_before; }

bool is_currency(char32_t c) { return c == '$' || c == 0x20AC || c == 0xA3 || c == 0xA5 || c == '#' || c == '+'; }

/// A number written directly before, with one sign between: "555-2019", "12.2019.4", "3,2019".
bool continues_number(const std::vector<DateToken>& tokens, std::size_t i) {
  if (i == 0 || !glued(tokens, i)) return false;
  const DateToken& before = tokens[i - 1];
  if (before.kind == Kind::kNumber) return true;
  if (before.kind == Kind::kOther && is_currency(before.han)) return true;
  if (before.kind != Kind::kDash && before.kind != Kind::kDot && before.kind != Kind::kComma &&
      before.kind != Kind::kSlash)
    return false;
  return i >= 2 && glued(tokens, i - 1) && tokens[i - 2].kind == Kind::kNumber && tokens[i - 2].digits != 4;
}

/// "2000.5", "2,000", "2000,000", "2019-555": digits go on behind one glued sign.
bool number_goes_on(const std::vector<DateToken>& tokens, std::size_t i) {
  if (!glued(tokens, i + 1) || !glued(tokens, i + 2) || !is(tokens, i + 2, Kind::kNumber)) {
    return is(tokens, i + 1, Kind::kNumber) && glued(tokens, i + 1);
  }
  const Kind sign = tokens[i + 1].kind;
  const int digits = tokens[i + 2].digits;
  return ((sign == Kind::kDot || sign == Kind::kDash) && digits >= 3 && digits != 4) ||
         (sign == Kind::kDot && digits > 4) || (sign == Kind::kComma && digits == 3);
}

/// The number before: "vol. 12, 1999-2010", "540(3): 1999", "12:1999".
bool follows_volume(const std::vector<DateToken>& tokens, std::size_t i) {
  if (i < 2) return false;
  const DateToken& sign = tokens[i - 1];
  if (sign.kind == Kind::kOther && sign.han == ':') {
    const DateToken& before = tokens[i - 2];
    return before.kind == Kind::kNumber || (before.kind == Kind::kOther && before.han == ')' && i >= 3 &&
                                            tokens[i - 3].kind == Kind::kNumber && tokens[i - 3].digits < 4);
  }
  if (sign.kind != Kind::kComma) return false;
  const DateToken& before = tokens[i - 2];
  return before.kind == Kind::kOther && before.han == ')' && i >= 3 && tokens[i - 3].kind == Kind::kNumber &&
         tokens[i - 3].digits < 4;
}

bool follows_short_number(const std::vector<DateToken>& tokens, std::size_t i) {
  return i >= 2 && tokens[i - 1].kind == Kind::kComma && tokens[i - 2].kind == Kind::kNumber &&
         tokens[i - 2].digits < 4 &&
         !(i >= 3 && tokens[i - 3].kind == Kind::kWord && tokens[i - 3].word == DateWord::kMonth);
}

bool follows_page_word(const std::vector<DateToken>& tokens, std::size_t i) {
  for (std::size_t back = 1; back <= 2 && back <= i; ++back) {
    const DateToken& before = tokens[i - back];
    if (before.kind == Kind::kDot) continue;
    return before.kind == Kind::kWord && before.word == DateWord::kPage;
  }
  return false;
}

/// "CH-2000 Neuchâtel", "B2019".
bool follows_letter_code(const std::vector<DateToken>& tokens, std::size_t i) {
  if (i == 0 || !glued(tokens, i)) return false;
  std::size_t word = i - 1;
  if (tokens[word].kind == Kind::kDash) {
    if (word == 0 || !glued(tokens, word)) return false;
    --word;
  }
  return tokens[word].kind == Kind::kWord && tokens[word].end - tokens[word].begin <= 2;
}

/// "2000 students", "2000 Main Street", "2000%".
bool is_counted(const std::vector<DateToken>& tokens, std::size_t i) {
  const auto is_unit = [&](std::size_t k) { return is(tokens, k, Kind::kWord) && tokens[k].word == DateWord::kUnit; };
  if (is(tokens, i + 1, Kind::kOther)) return tokens[i + 1].han == '%' || tokens[i + 1].han == '+';
  return is_unit(i + 1) || (is(tokens, i + 1, Kind::kWord) && is_unit(i + 2));
}

}  // namespace

bool is_year_in_context(const std::vector<DateToken>& tokens, std::size_t i) {
  return !continues_number(tokens, i) && !number_goes_on(tokens, i) && !follows_letter_code(tokens, i) &&
         !follows_page_word(tokens, i) && !is_counted(tokens, i) &&
         !(follows_volume(tokens, i) && tokens[i - 1].kind == Kind::kOther);
}

bool is_range_in_context(const std::vector<DateToken>& tokens, std::size_t first, std::size_t last) {
  return !continues_number(tokens, first) && !number_goes_on(tokens, last - 1) && !follows_page_word(tokens, first) &&
         !follows_volume(tokens, first) && !follows_short_number(tokens, first);
}

}  // namespace scholargraph
