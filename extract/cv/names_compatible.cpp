// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "extract/cv/names.h"
#include "extract/cv/names_lexicon.h"
#include "extract/cv/names_words.h"

namespace scholargraph {

namespace {

/// One given name: a folded word or the letter of an initial.
struct Given {
  std::string text;
  bool initial = false;
};

struct Person {
  std::string family;  ///< squashed, without particles
  std::vector<Given> given;
  std::vector<std::string> words;  ///< every folded word, in printed order
};

void add_given(Person& person, const NameWord& word) {
  if (word.kind == NameWordKind::kSuffix || word.kind == NameWordKind::kComma || word.kind == NameWordKind::kParticle)
    return;
  const bool initials = word.kind == NameWordKind::kInitials;
  for (const auto part : split_words(word.folded)) {
    if (!initials) {
      person.given.push_back({std::string(part), part.size() == 1});
      continue;
    }
    // "Ch." is one initial of two letters, "DJ" are two initials.
    if (word.dotted && part.size() == 2 && word.letters == 2 &&
        std::islower(static_cast<unsigned char>(word.text[1]))) {
      person.given.push_back({std::string(part), true});
      continue;
    }
    for (std::size_t pos = 0; pos < part.size();) {
      const std::size_t start = pos;
      next_code_point(part, pos);
      person.given.push_back({std::string(part.substr(start, pos - start)), true});
    }
  }
}

std::string family_key(std::string_view family) {
  std::string key;
  std::string with_particles;
  for (const auto& word : name_words(family)) {
    if (word.kind == NameWordKind::kComma) continue;
    std::string squashed = word.folded;
    std::erase(squashed, ' ');
    with_particles += squashed;
    if (word.kind != NameWordKind::kParticle && !is_name_suffix(word.folded)) key += squashed;
  }
  return key.empty() ? with_particles : key;
}

Person parse(std::string_view name) {
  const std::string cleaned = clean_name(name);
  const NameParts parts = split_name(cleaned);
  Person person;
  person.family = family_key(parts.family);
  for (const auto& word : name_words(parts.given)) add_given(person, word);
  person.words.reserve(4);
  const std::string folded = fold(cleaned);
  for (const auto word : split_words(folded)) person.words.emplace_back(word);
  return person;
}

bool given_agrees(const Given& a, const Given& b) {
  if (a.text == b.text) return true;
  if (!a.initial && !b.initial) return false;
  const Given& shorter = a.initial ? a : b;
  const Given& longer = a.initial ? b : a;
  return longer.text.starts_with(shorter.text) || (longer.initial && shorter.text.starts_with(longer.text));
}

/// `fewer` agrees with a subsequence of `more` that starts at its first name.
bool given_names_agree(const std::vector<Given>& more, const std::vector<Given>& fewer) {
  if (fewer.empty()) return more.empty();
  if (!given_agrees(more[0], fewer[0])) return false;
  std::size_t at = 1;
  for (std::size_t i = 1; i < fewer.size(); ++i, ++at) {
    while (at < more.size() && !given_agrees(more[at], fewer[i])) ++at;
    if (at == more.size()) return false;
  }
  return true;
}

std::string joined(const std::vector<Given>& given) {
  std::string out;
  for (const auto& g : given) out += g.text;
  return out;
}

bool given_lists_agree(const std::vector<Given>& a, const std::vector<Given>& b) {
  const bool a_longer = a.size() >= b.size();
  if (given_names_agree(a_longer ? a : b, a_longer ? b : a)) return true;
  // "Xiao Peng" and "Xiaopeng" are one name; with initials nothing is known.
  const auto spelled = [](const Given& g) { return !g.initial; };
  return std::all_of(a.begin(), a.end(), spelled) && std::all_of(b.begin(), b.end(), spelled) && joined(a) == joined(b);
}

bool same_words_in_other_order(const Person& a, const Person& b) {
  if (a.words.size() != b.words.size() || a.words.size() < 2) return false;
  auto x = a.words;
  auto y = b.words;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

/// Some word of one name begins a word of the other. Where none does, neither the words nor the family names can be
/// equal: this spares most pairs of an author list the parse.
bool share_word_start(std::string_view a, std::string_view b) {
  const std::string folded_a = fold(a);
  const std::string folded_b = fold(b);
  const auto words_a = split(folded_a, ' ');
  const auto words_b = split(folded_b, ' ');
  return std::any_of(words_a.begin(), words_a.end(), [&](std::string_view x) {
    return std::any_of(words_b.begin(), words_b.end(),
                       [&](std::string_view y) { return x.starts_with(y) || y.starts_with(x); });
  });
}

}  // namespace

bool names_compatible(std::string_view a, std::string_view b) {
  if (!share_word_start(a, b)) return false;
  const Person x = parse(a);
  const Person y = parse(b);
  if (x.words.empty() || y.words.empty()) return false;
  if (x.words == y.words || same_words_in_other_order(x, y)) return true;
  if (x.family.empty() || y.family.empty() || x.given.empty() || y.given.empty()) return false;
  return x.family == y.family && given_lists_agree(x.given, y.given);
}

}  // namespace scholargraph
