// SPDX-License-Identifier: Apache-2.0
#include "extract/read/cell_text.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"

namespace scholargraph {
namespace {

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
}

bool has_year(std::string_view text) {
  for (std::size_t pos = text.find_first_of("12"); pos != text.npos; pos = text.find_first_of("12", pos + 1)) {
    const std::string_view word =
        text.substr(pos, std::min(text.find_first_not_of("0123456789", pos), text.size()) - pos);
    const bool whole = pos == 0 || !is_ascii_digit(text[pos - 1]);
    if (whole && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"))) return true;
  }
  return false;
}

/// The first letters of months, seasons and the words between dates, in the languages of most documents.
bool is_date_word(std::string_view folded) {
  static constexpr std::string_view kBegins =
      " jan ene gen feb fev mar apr abr avr may mai mag maj jun giu jui jul lug aug ago aou sep set oct okt ott out "
      "nov dec dez dic spr sum "
      "fal aut win pre cur now tod heu act to bis unt sin sei dep des and ";
  const std::string begin = " " + std::string(folded.substr(0, 3));
  return kBegins.find(folded.size() < 3 ? begin + " " : begin) != kBegins.npos;
}

}  // namespace

bool is_date_cell(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  if (utf8_length(text) > kLongest || !has_year(text)) return false;
  const std::string folded = fold(text);
  const std::vector<std::string_view> words = split_words(folded);
  return std::all_of(words.begin(), words.end(),
                     [](std::string_view word) { return !is_ascii_letter(word[0]) || is_date_word(word); });
}

void CellText::add(std::string_view line) {
  ++lines_;
  letters_ += utf8_length(line) - count_digits(line);
  dates_ += is_date_cell(line) ? 1 : 0;
  year_ = year_ || has_year(line);
}

bool CellText::says_when_and_what() const {
  constexpr std::size_t kFewestLetters = 20;
  return year_ && letters_ >= kFewestLetters && 4 * dates_ <= lines_;
}

}  // namespace scholargraph
