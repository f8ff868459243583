// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/names_words.h"

#include "base/text.h"
#include "extract/cv/names_lexicon.h"

namespace scholargraph {

namespace {

struct Letters {
  int upper = 0;
  int lower = 0;
  int caseless = 0;  ///< letters without case that are not CJK (Arabic, Devanagari …)
  int cjk = 0;
  int dots = 0;
  int hyphens = 0;
  int bad = 0;  ///< what no name holds
  bool lower_first = false;
};

Letters count_letters(std::string_view word) {
  Letters n;
  bool first = true;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (is_cjk(c))
      ++n.cjk;
    else if (is_upper(c))
      ++n.upper;
    else if (is_lower(c))
      ++n.lower;
    else if (is_letter(c))
      ++n.caseless;
    else if (c == '.')
      ++n.dots;
    else if (c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013)
      ++n.hyphens;
    else if (c >= 0x300 && c < 0x370)
      continue;  // combining marks
    else if (c != '\'' && c != 0x2019 && c != 0x2018 && c != '`' && c != 0xB4 && c != 0x30FB && c != 0xB7)
      ++n.bad;
    if (first && is_letter(c)) n.lower_first = is_lower(c);
    first = false;
  }
  return n;
}

/// "A.", "J.-P.", "Ch.", "A", "DJ": at most four capitals, with dots or short.
bool looks_like_initials(const Letters& n) {
  constexpr int kMostInitials = 4;
  if (n.upper == 0 || n.upper > kMostInitials) return false;
  if (n.lower == 0) return n.dots > 0 ? n.upper <= kMostInitials : n.upper <= 3;
  // "Ch.", "Yu.", "A.-Ch.": at most one small letter to a capital, with dots
  return n.dots > 0 && n.lower <= n.upper && n.upper + n.lower <= 4;
}

NameWordKind classify(const Letters& n, const std::string& folded) {
  const int letters = n.upper + n.lower + n.caseless + n.cjk;
  if (letters == 0 || n.bad > 0) return NameWordKind::kOther;
  if (n.cjk > 0) return n.cjk == letters ? NameWordKind::kCjk : NameWordKind::kOther;
  if (is_name_suffix(folded) && (n.upper > 0 || n.dots > 0) && folded.size() <= 6) return NameWordKind::kSuffix;
  if (n.lower_first) return is_name_particle(folded) || n.upper > 0 ? NameWordKind::kParticle : NameWordKind::kOther;
  if (looks_like_initials(n)) return NameWordKind::kInitials;
  if (n.upper > 0 && n.lower == 0) return NameWordKind::kCapitals;
  return NameWordKind::kWord;
}

void add_word(std::vector<NameWord>& words, std::string_view text) {
  NameWord word;
  word.text = text;
  word.folded = fold(text);
  const Letters n = count_letters(text);
  word.letters = n.upper + n.lower + n.caseless + n.cjk;
  word.dotted = !text.empty() && text.back() == '.';
  word.kind = classify(n, word.folded);
  words.push_back(std::move(word));
}

/// Bytes of the initials in "S.Hill", "J.-P.Brook"; 0 where none are glued to a name.
std::size_t glued_initials(std::string_view word) {
  const auto dot = word.rfind('.', word.empty() ? 0 : word.size() - 2);
  if (dot == std::string_view::npos || dot == 0 || dot + 4 > word.size()) return 0;
  const auto rest = word.substr(dot + 1);
  const auto small = [&](std::size_t i) { return rest[i] >= 'a' && rest[i] <= 'z'; };
  if (rest[0] < 'A' || rest[0] > 'Z' || !small(1) || (rest.size() > 2 && !small(2))) return 0;
  return rest.size() == 2 ? 0 : dot + 1;
}

/// "XU A", "DOE AB": short capitals in front of initials are the family name.
void read_short_family(std::vector<NameWord>& words) {
  if (words.size() < 2 || words[0].kind != NameWordKind::kInitials || words[0].dotted || words[0].letters < 2) return;
  for (const auto& word : words)
    if (word.kind != NameWordKind::kInitials && word.kind != NameWordKind::kComma && word.kind != NameWordKind::kSuffix)
      return;
  words[0].kind = NameWordKind::kCapitals;
}

}  // namespace

std::vector<NameWord> name_words(std::string_view name) {
  const std::vector<std::string_view> printed = split_words(name);
  std::vector<NameWord> words;
  words.reserve(printed.size() + 1);
  for (auto word : printed) {
    std::size_t comma = word.find(',');
    while (comma != std::string_view::npos) {
      if (comma > 0) add_word(words, word.substr(0, comma));
      words.push_back({NameWordKind::kComma, word.substr(comma, 1), {}, false, 0});
      word.remove_prefix(comma + 1);
      comma = word.find(',');
    }
    if (const std::size_t glued = glued_initials(word); glued > 0) {
      add_word(words, word.substr(0, glued));
      word.remove_prefix(glued);
    }
    if (!word.empty()) add_word(words, word);
  }
  read_short_family(words);
  return words;
}

}  // namespace scholargraph
