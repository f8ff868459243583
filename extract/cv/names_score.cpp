// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "extract/cv/names.h"
#include "extract/cv/names_lexicon.h"
#include "extract/cv/names_words.h"

namespace scholargraph {

namespace {

using Kind = NameWordKind;
using Words = std::vector<NameWord>;
using Iterator = Words::const_iterator;

struct Shape {
  int words = 0;  ///< words and capitals
  int capitals = 0;
  int initials = 0;
  int particles = 0;
  int cjk = 0;
  int other = 0;
  int no_name = 0;     ///< words that names do not hold
  int known = 0;       ///< words of the name lists
  bool camel = false;  ///< a word such as "PyTorch"
  bool given_first = false;
  bool initials_first = false;
  bool initials_last = false;
};

/// A capital inside the word that no prefix of family names explains ("McDonald", "DeLuca", "O'Brien").
bool is_camel(std::string_view word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    const auto before = static_cast<unsigned char>(word[i - 1]);
    if (word[i] < 'A' || word[i] > 'Z' || before < 'a' || before > 'z') continue;
    const auto prefix = word.substr(0, i);
    for (const std::string_view known : {"Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "St", "Von", "Del",
                                         "Da", "Des", "Las", "Los", "San"})
      if (prefix == known) return false;
    return true;
  }
  return false;
}

/// "Van Den Berg": the second of two particles, printed with capitals.
bool goes_on_particle(Iterator begin, Iterator it, Iterator end) {
  return it->kind == Kind::kWord && it != begin && it + 1 != end && is_name_particle(it->folded) &&
         is_name_particle((it - 1)->folded);
}

Shape shape_of(Iterator begin, Iterator end) {
  Shape s;
  for (auto it = begin; it != end; ++it) {
    if (goes_on_particle(begin, it, end)) {
      ++s.particles;
      continue;
    }
    switch (it->kind) {
      case Kind::kInitials:
        ++s.initials;
        break;
      case Kind::kCapitals:
        ++s.capitals;
        [[fallthrough]];
      case Kind::kWord:
        ++s.words;
        break;
      case Kind::kParticle:
        ++s.particles;
        break;
      case Kind::kCjk:
        ++s.cjk;
        break;
      case Kind::kSuffix:
      case Kind::kComma:
        break;
      case Kind::kOther:
        ++s.other;
        break;
    }
    if (it->kind != Kind::kWord && it->kind != Kind::kCapitals) continue;
    if (is_camel(it->text)) s.camel = true;
    if (is_no_name_word(it->folded)) ++s.no_name;
    const bool given = is_given_name(it->folded);
    if (given || is_frequent_family(it->folded)) ++s.known;
    if (given && it == begin) s.given_first = true;
  }
  if (begin != end) {
    s.initials_first = begin->kind == Kind::kInitials;
    auto last = end - 1;
    while (last != begin && last->kind == Kind::kSuffix) --last;
    s.initials_last = last->kind == Kind::kInitials;
  }
  return s;
}

double cjk_score(std::string_view text) {
  std::u32string letters;
  bool dot = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (is_cjk(c))
      letters += c;
    else if (is_space(c) || c == 0x30FB || c == 0xB7)
      dot = true;
    else
      return 0;
  }
  const int family = cjk_family_length(letters);
  if (letters.size() < 2 || letters.size() > (dot ? 10u : 5u)) return 0;
  if (family > 0 && letters.size() <= 4) return letters.size() <= 3 ? 0.9 : 0.75;
  return dot ? 0.5 : letters.size() <= 4 ? 0.35 : 0.1;
}

/// "Given Family" without a comma.
double plain_score(Iterator begin, Iterator end) {
  const Shape s = shape_of(begin, end);
  if (s.other > 0 || s.cjk > 0 || begin == end) return 0;
  if (s.words == 0) return s.initials > 0 && s.initials <= 2 && s.particles == 0 ? 0.1 : 0;
  if (s.no_name > 0) return s.initials > 0 && s.words == 1 ? 0.5 : 0.05;
  if (begin->kind == Kind::kParticle && s.words + s.initials < 2 && s.particles > 1) return 0.3;
  if (s.initials > 4 || s.words > 5) return 0.05;
  if (s.initials > 0 && s.words == 1) {
    const auto last = end - 1;
    if (!s.initials_first && !last->dotted && last->letters >= 2 && s.camel) return 0.1;  // "PyTorch RPC"
    const bool acronym = !s.initials_first && !last->dotted && last->letters == 3 && s.known == 0;
    return s.initials_first ? 0.97 : acronym ? 0.7 : 0.93;
  }
  if (s.initials > 0) return s.words <= 3 ? 0.95 : 0.6;
  if (s.words == 1) return s.known > 0 || s.particles > 0 ? 0.45 : s.capitals > 0 ? 0.25 : 0.35;
  if (s.given_first) return 0.93;
  if (s.known > 0) return s.words <= 3 ? 0.88 : 0.6;
  const double base = s.words == 2 ? 0.65 : s.words == 3 ? 0.6 : s.words == 4 ? 0.35 : 0.15;
  return std::min(0.9, base + (s.particles > 0 ? 0.15 : 0) - (s.capitals > 1 ? 0.2 : 0));
}

bool only_initials(Iterator begin, Iterator end) {
  return begin != end &&
         std::all_of(begin, end,
                     [](const NameWord& w) {
                       return w.kind == Kind::kInitials || w.kind == Kind::kParticle || w.kind == Kind::kSuffix;
                     }) &&
         std::any_of(begin, end, [](const NameWord& w) { return w.kind == Kind::kInitials; });
}

/// "Family, Given".
double reversed_score(Iterator begin, Iterator comma, Iterator end) {
  const Shape family = shape_of(begin, comma);
  const Shape given = shape_of(comma + 1, end);
  if (family.other > 0 || given.other > 0 || family.cjk > 0 || given.cjk > 0) return 0;
  if (family.words == 0 || family.words > 3 || family.no_name > 0) return 0;
  if (only_initials(comma + 1, end)) return family.initials > 0 ? 0.4 : 0.96;
  if (given.words == 0 || given.words > 3 || given.no_name > 0 || family.initials > 0) return 0.05;
  return given.given_first ? 0.9 : family.words == 1 && given.words <= 2 ? 0.7 : 0.5;
}

}  // namespace

double name_score(std::string_view text) {
  const std::string name = clean_name(text);
  constexpr std::size_t kLongestName = 80;
  if (name.empty() || name.size() > kLongestName) return 0;
  std::size_t pos = 0;
  if (is_cjk(next_code_point(name, pos))) return cjk_score(name);
  const Words words = name_words(name);
  const auto is_comma = [](const NameWord& w) { return w.kind == Kind::kComma; };
  const auto comma = std::find_if(words.begin(), words.end(), is_comma);
  if (comma == words.end()) return plain_score(words.begin(), words.end());
  auto end = words.end();
  const auto second = std::find_if(comma + 1, words.end(), is_comma);
  if (second != words.end()) {  // "Smith, J., Jr."
    if (second + 1 == words.end() || (second + 1)->kind != Kind::kSuffix || second + 2 != words.end()) return 0;
    end = second;
  }
  if (comma + 1 != end && (comma + 1)->kind == Kind::kSuffix) return plain_score(words.begin(), comma);
  return reversed_score(words.begin(), comma, end);
}

}  // namespace scholargraph
