// SPDX-License-Identifier: Apache-2.0
#include "model/person_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/short_names.h"

namespace scholargraph {

namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::string_view, 27> kParticles = {
    "van", "von", "der", "den", "de",  "del", "della", "di", "da", "dal", "dos", "das", "do", "du",
    "la",  "le",  "el",  "al",  "ter", "ten", "zu",    "zur", "af", "av",  "bin", "ibn", "y"};
constexpr std::array<std::string_view, 21> kNoise = {"prof", "professor", "dr",  "mr",   "mrs", "ms",   "sir",
                                                     "jr",   "sr",        "ii",  "iii",  "iv",  "phd",  "md",
                                                     "msc",  "bsc",       "dipl", "ing", "mba", "dphil", "assoc"};
constexpr std::array<std::string_view, 6> kShortFamilies = {"lee", "kim", "park", "choi", "tran", "pham"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Text in brackets is an alias or a remark. CJK characters go to `native`.
std::string separate_native(std::string_view text, std::string& native) {
  std::string rest;
  int depth = 0;
  std::string bracketed;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c == U'(' || c == U'（' || c == U'[') {
      ++depth;
    } else if (c == U')' || c == U'）' || c == U']') {
      depth = std::max(0, depth - 1);
    } else if (is_cjk(c)) {
      append_utf8(native, c);
    } else if (depth == 0) {
      append_utf8(rest, c);
    }
  }
  return rest;
}

bool all_capitals(std::string_view word) {
  bool any = false;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    if (is_lower(c)) return false;
    any = any || is_upper(c);
  }
  return any;
}

std::size_t letters(std::string_view word) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < word.size();)
    if (is_letter(next_code_point(word, pos))) ++count;
  return count;
}

/// One syllable of romanised Chinese, by its parts; other short names of this shape are just as ambiguous.
bool is_short_syllable(std::string_view token) {
  static constexpr std::array<std::string_view, 23> kInitials = {"zh", "ch", "sh", "b", "p", "m", "f", "d",
                                                                 "t",  "n",  "l",  "g", "k", "h", "j", "q",
                                                                 "x",  "r",  "z",  "c", "s", "y", "w"};
  static constexpr std::array<std::string_view, 36> kFinals = {
      "a",   "o",  "e",   "ai",   "ei",  "ao", "ou", "an", "en",  "ang", "eng", "ong", "i",    "ia",  "ie", "iao",
      "iu",  "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui",  "uan", "un",   "uang", "ue", "v",
      "ve",  "er", "yu",  "ee"};
  if (contains(kShortFamilies, token)) return true;
  const auto is_initial = [&](std::string_view prefix) { return token.starts_with(prefix); };
  const auto initial = std::find_if(kInitials.begin(), kInitials.end(), is_initial);
  if (initial != kInitials.end()) token.remove_prefix(initial->size());
  return contains(kFinals, token);
}

bool is_noise(std::string_view word) {
  const std::string squashed = squash(word);
  return squashed.empty() || contains(kNoise, squashed);
}

/// A run of capitals such as "JA" in "Smith JA" or "JA Smith".
bool is_initials(std::string_view word) {
  const std::size_t count = letters(word);
  return count > 0 && count <= 3 && all_capitals(word) && (count == 1 || word.find('-') == std::string_view::npos);
}

/// True for "Smith JA", "Zhang T.": the family stands first.
bool is_vancouver(const Words& words) {
  if (words.size() < 2 || !is_initials(words.back())) return false;
  if (std::any_of(words.begin(), words.end() - 1, [](auto word) { return all_capitals(word); })) return false;
  const std::string last = squash(words.back());
  // "Wei LI" prints the family in capitals.
  return last.size() == 1 || words.back().find('.') != std::string_view::npos ||
         !(is_short_syllable(last) && is_short_syllable(squash(words.front())));
}

/// Folds one word and appends its parts; a run of initials becomes single letters.
void append_word(std::vector<std::string>& out, std::string_view word, bool initials) {
  const std::string folded = fold(word);
  for (const auto part : split(folded, ' ')) {
    if (part.empty()) continue;
    if (!initials) {
      out.emplace_back(part);
      continue;
    }
    for (std::size_t pos = 0; pos < part.size();) {
      const std::size_t start = pos;
      next_code_point(part, pos);
      out.emplace_back(part.substr(start, pos - start));
    }
  }
}

/// The folded parts in reading order.
std::vector<std::string> reading_order(std::string_view text) {
  std::vector<std::string> parts;
  const auto comma = text.find(',');
  if (comma != std::string_view::npos) {
    const std::string_view family = text.substr(0, comma);
    std::string_view given = text.substr(comma + 1);
    if (given.find(',') != std::string_view::npos) given = given.substr(0, given.find(','));
    if (!is_noise(given)) {
      for (const auto word : split_words(given))
        if (!is_noise(word)) append_word(parts, word, is_initials(word));
      for (const auto word : split_words(family)) append_word(parts, word, false);
      return parts;
    }
    text = family;
  }
  Words words;
  for (const auto word : split_words(text))
    if (!is_noise(word)) words.push_back(word);
  const bool family_first = is_vancouver(words);
  if (family_first) std::rotate(words.begin(), words.end() - 1, words.end());
  const bool shouted = std::all_of(words.begin(), words.end(), [](auto word) { return all_capitals(word); });
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    append_word(parts, words[i], !last && !shouted && is_initials(words[i]));
  }
  return parts;
}

std::vector<std::string> from_parts(std::string_view family, std::string_view given) {
  std::vector<std::string> parts;
  for (const auto word : split_words(given)) {
    const bool shouted = letters(family) > 1 && all_capitals(family);
    append_word(parts, word, is_initials(word) && (letters(word) == 1 || !shouted));
  }
  for (const auto word : split_words(family))
    if (!is_noise(word)) append_word(parts, word, false);
  return parts;
}

std::size_t first_letter_size(std::string_view token) {
  std::size_t pos = 0;
  if (!token.empty()) next_code_point(token, pos);
  return pos;
}

bool is_initial(std::string_view token) { return !token.empty() && first_letter_size(token) == token.size(); }

void fill(NameForm& form, const std::vector<std::string>& parts) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    form.key += parts[i];
    // A particle as the first or the last word is a name ("Le Van", "Da Silva").
    if (i > 0 && i + 1 < parts.size() && contains(kParticles, parts[i])) continue;
    kept.push_back(parts[i]);
  }
  if (kept.empty()) return;
  form.tokens = join(kept, " ");
  form.block = kept.back() + " " + kept.front().substr(0, first_letter_size(kept.front()));
  form.full = kept.size() > 1 && !is_initial(kept.front()) && !is_initial(kept.back());
  form.brief = kept.size() == 2 && is_short_syllable(kept.front()) && is_short_syllable(kept.back());
}

bool token_agrees(std::string_view a, std::string_view b) {
  if (a == b) return true;
  return (is_initial(a) && b.starts_with(a)) || (is_initial(b) && a.starts_with(b));
}

/// Takes the first token off.
std::string_view next_token(std::string_view& tokens) {
  const std::size_t blank = tokens.find(' ');
  const std::string_view token = tokens.substr(0, blank);
  tokens.remove_prefix(blank == std::string_view::npos ? tokens.size() : blank + 1);
  return token;
}

/// Every token of `few` is found in order among `many`.
bool found_in_order(std::string_view few, std::string_view many) {
  while (!few.empty()) {
    const std::string_view token = next_token(few);
    do {
      if (many.empty()) return false;
    } while (!token_agrees(token, next_token(many)));
  }
  return true;
}

std::string_view last_token(std::string_view tokens) { return tokens.substr(tokens.rfind(' ') + 1); }

/// "li wei" and "wei li": two full names in the other order.
bool swapped(std::string_view a, std::string_view b) {
  const std::size_t gap_a = a.find(' ');
  const std::size_t gap_b = b.find(' ');
  if (gap_a == std::string_view::npos || gap_b == std::string_view::npos) return false;
  return a.substr(0, gap_a) == b.substr(gap_b + 1) && a.substr(gap_a + 1) == b.substr(0, gap_b) &&
         !is_initial(a.substr(0, gap_a)) && !is_initial(b.substr(0, gap_b));
}

bool equal_without_blanks(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t k = 0;
  while (true) {
    while (i < a.size() && a[i] == ' ') ++i;
    while (k < b.size() && b[k] == ' ') ++k;
    if (i == a.size() || k == b.size()) return i == a.size() && k == b.size();
    if (a[i++] != b[k++]) return false;
  }
}

/// All but the last token.
std::string_view given_tokens(std::string_view tokens) {
  const std::size_t blank = tokens.rfind(' ');
  return blank == std::string_view::npos ? std::string_view() : tokens.substr(0, blank);
}

/// Given names of people of one family name.
bool given_agree(std::string_view a, std::string_view b) {
  std::string_view rest_a = a;
  std::string_view rest_b = b;
  const std::string_view first_a = next_token(rest_a);
  const std::string_view first_b = next_token(rest_b);
  // Joined syllables: "xiao peng" and "xiaopeng".
  if (!token_agrees(first_a, first_b) && !is_short_for(first_a, first_b)) return equal_without_blanks(a, b);
  const auto blanks = [](std::string_view tokens) { return std::count(tokens.begin(), tokens.end(), ' '); };
  return blanks(a) <= blanks(b) ? found_in_order(rest_a, rest_b) : found_in_order(rest_b, rest_a);
}

}  // namespace

NameForm parse_person_name(std::string_view full, std::string_view family, std::string_view given) {
  NameForm form;
  if (!family.empty()) {
    const std::string plain_family = separate_native(family, form.native);
    const std::string plain_given = separate_native(given, form.native);
    fill(form, from_parts(plain_family, plain_given));
  } else {
    fill(form, reading_order(separate_native(full, form.native)));
  }
  if (form.tokens.empty() && utf8_length(form.native) > 1) {
    form.tokens = form.key = form.block = form.native;
    form.full = true;
    form.brief = utf8_length(form.native) == 2;
  }
  return form;
}

bool names_agree(std::string_view tokens_a, std::string_view tokens_b) {
  if (tokens_a.empty() || tokens_b.empty()) return false;
  if (tokens_a == tokens_b) return true;
  if (last_token(tokens_a) != last_token(tokens_b))
    return swapped(tokens_a, tokens_b) || equal_without_blanks(tokens_a, tokens_b);
  const std::string_view given_a = given_tokens(tokens_a);
  const std::string_view given_b = given_tokens(tokens_b);
  // A family name alone contradicts nobody of that name.
  return given_a.empty() || given_b.empty() || given_agree(given_a, given_b);
}

bool is_single_token(std::string_view tokens) { return tokens.find(' ') == std::string_view::npos; }

}  // namespace scholargraph
