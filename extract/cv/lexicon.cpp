// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/lexicon.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {
namespace {

bool is_word_char(std::string_view text, std::size_t pos, char32_t c) {
  if (is_letter(c) || is_digit(c)) return true;
  if (c >= 0x0300 && c <= 0x036F) return true;
  if (c != '.' && c != '\'' && c != 0x2019 && c != '&') return false;
  if (c == '&') return false;
  // A point or apostrophe belongs to the word when a letter follows it at once.
  std::size_t next = pos + (c < 0x80 ? 1 : 3);
  return next < text.size() && is_letter(next_code_point(text, next));
}

void finish_word(std::string_view text, std::size_t begin, std::size_t end, std::vector<LexWord>& words) {
  LexWord word;
  word.begin = begin;
  word.end = end;
  const std::string_view printed = text.substr(begin, end - begin);
  word.folded = squash(printed);
  if (word.folded.empty()) return;
  int upper = 0;
  int lower = 0;
  for (std::size_t pos = 0; pos < printed.size();) {
    const bool first = pos == 0;
    const char32_t c = next_code_point(printed, pos);
    if (is_upper(c)) ++upper;
    if (is_lower(c)) ++lower;
    if (first) word.capital = is_upper(c);
  }
  word.all_capitals = upper >= 2 && lower == 0;
  word.has_point = printed.find('.') != std::string_view::npos || (end < text.size() && text[end] == '.');
  words.push_back(std::move(word));
}

bool has_cjk(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    if (is_cjk(next_code_point(text, pos))) return true;
  }
  return false;
}

}  // namespace

std::vector<LexWord> lex_words(std::string_view text) {
  constexpr std::size_t kUsualWord = 6;  // bytes, with the blank behind it
  std::vector<LexWord> words;
  words.reserve(text.size() / kUsualWord + 1);
  std::size_t begin = std::string_view::npos;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const char32_t c = next_code_point(text, pos);
    const bool inside = is_word_char(text, start, c) && (begin != std::string_view::npos || is_letter(c) || is_digit(c));
    if (inside && begin == std::string_view::npos) begin = start;
    if (!inside && begin != std::string_view::npos) {
      finish_word(text, begin, start, words);
      begin = std::string_view::npos;
    }
  }
  if (begin != std::string_view::npos) finish_word(text, begin, text.size(), words);
  return words;
}

Lexicon::Lexicon(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    for (std::string_view phrase : split(row.phrases, '|')) {
      if (!phrase.empty()) add(phrase, row.value);
    }
  }
}

void Lexicon::add(std::string_view phrase, int value) {
  if (has_cjk(phrase)) {
    infixes_.emplace_back(squash(phrase), value);
  } else if (phrase.back() == '*') {
    prefixes_.emplace_back(squash(phrase), value);
  } else if (phrase.front() == '*') {
    suffixes_.emplace_back(squash(phrase), value);
  } else {
    Phrase entry{{}, value};
    for (std::string_view word : split_words(phrase)) entry.words.push_back(squash(word));
    if (!entry.words.empty()) exact_[entry.words.front()].push_back(std::move(entry));
  }
}

std::optional<LexHit> Lexicon::match_at(const std::vector<LexWord>& words, std::size_t at) const {
  const std::string& word = words[at].folded;
  std::optional<LexHit> best;
  const auto keep = [&](std::size_t length, int value) {
    if (!best || at + length > best->last) best = LexHit{at, at + length, value};
  };
  if (const auto* phrases = exact_.find(word)) {
    for (const Phrase& phrase : *phrases) {
      if (at + phrase.words.size() > words.size()) continue;
      const auto equal = [](const std::string& a, const LexWord& b) { return a == b.folded; };
      if (std::equal(phrase.words.begin(), phrase.words.end(), words.begin() + static_cast<std::ptrdiff_t>(at), equal)) {
        keep(phrase.words.size(), phrase.value);
      }
    }
  }
  if (best) return best;
  for (const auto& [stem, value] : prefixes_) {
    if (word.front() == stem.front() && word.starts_with(stem)) return LexHit{at, at + 1, value};
  }
  for (const auto& [stem, value] : suffixes_) {
    if (word.back() == stem.back() && word.size() > stem.size() && word.ends_with(stem))
      return LexHit{at, at + 1, value};
  }
  if (static_cast<unsigned char>(word.front()) >= 0x80 || static_cast<unsigned char>(word.back()) >= 0x80) {
    std::size_t longest = 0;
    for (const auto& [stem, value] : infixes_) {
      if (stem.size() <= longest || word.find(stem) == std::string::npos) continue;
      longest = stem.size();
      best = LexHit{at, at + 1, value};
    }
  }
  return best;
}

std::optional<LexHit> Lexicon::find(const std::vector<LexWord>& words, std::size_t from) const {
  for (std::size_t at = from; at < words.size(); ++at) {
    if (auto hit = match_at(words, at)) return hit;
  }
  return std::nullopt;
}

}  // namespace scholargraph
