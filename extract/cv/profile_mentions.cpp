// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/profile_mentions.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"

namespace scholargraph {
namespace {

/// A token of a repository's name: letters, digits, "-", "_", "." inside.
struct Token {
  std::string_view text;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool token_char(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == '+' || c == '#';
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!token_char(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && token_char(text[end])) ++end;
    std::size_t stop = end;
    while (stop > i && (text[stop - 1] == '.' || text[stop - 1] == '-')) --stop;
    if (stop > i) out.push_back({text.substr(i, stop - i), i, stop});
    i = end;
  }
  return out;
}

bool has_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Words such as "CI" or "GPU" that stand beside a slash without being owners of repositories.
bool looks_owned(std::string_view owner, std::string_view repository) {
  if (owner.size() < 3 || repository.size() < 2) return false;
  const auto lower = [](std::string_view t) {
    return std::count_if(t.begin(), t.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  const bool marked = has_upper(owner) || has_upper(repository) || owner.find('-') != std::string_view::npos ||
                      repository.find_first_of("-_") != std::string_view::npos;
  return marked && lower(owner) + lower(repository) >= 3;
}

bool is_repository_word(std::string_view word) {
  static const Lexicon kWords{{1,
                               "repository|repositories|repo|repos|codebase|codebases|depot|depots|referentiel|"
                               "referentiels|repositorio|repositorios|projects|projekte|projets|proyectos|"
                               "仓库|代码库|リポジトリ|저장소"}};
  return kWords.contains(word);
}

bool is_name(std::string_view token) {
  static const Lexicon kNever{
      {1,
       "the|this|these|major|key|both|ci|cd|ai|ml|api|apis|gpu|cpu|backend|frontend|and|all|multiple|several|core|in|"
       "january|february|march|april|may|june|july|august|september|october|november|december|python|java|"
       "javascript|typescript|rust|go|c|sql|performance|focus|delivered|focused|implemented|developed|improved|"
       "added|enhanced|summary|monthly|highlights|key|overall|two|three"}};
  if (token.size() < 2 || kNever.contains(token)) return false;
  return has_upper(token) || token.find_first_of("-_") != std::string_view::npos;
}

std::string_view gap(std::string_view text, const Token& a, const Token& b) {
  return text.substr(a.end, b.begin - a.end);
}

bool joins(std::string_view between) {
  const std::string_view bare = trim(between);
  return bare == "," || bare == "&" || bare == "/" || bare == ", &" || bare == "+";
}

bool is_and(std::string_view word) {
  static const Lexicon kAnd{{1, "and|et|und|y|e|och|en|和|与"}};
  return kAnd.contains(word);
}

/// The names of a list "A, B and C" that begins at token `at`; `next` is the first token behind it.
std::vector<std::string_view> list_at(std::string_view text, const std::vector<Token>& tokens, std::size_t at,
                                      std::size_t& next) {
  std::vector<std::string_view> names;
  next = at;
  while (next < tokens.size() && is_name(tokens[next].text)) {
    names.push_back(tokens[next].text);
    ++next;
    if (next >= tokens.size()) break;
    if (joins(gap(text, tokens[next - 1], tokens[next]))) {
      if (is_and(tokens[next].text)) ++next;
      continue;
    }
    if (trim(gap(text, tokens[next - 1], tokens[next])).empty() && is_and(tokens[next].text) &&
        next + 1 < tokens.size() && is_name(tokens[next + 1].text)) {
      ++next;
      continue;
    }
    break;
  }
  return names;
}

}  // namespace

void ProjectMentions::add(std::string_view name) {
  if (name.size() >= 2 && name.size() <= 60) names_.emplace(name);
}

void ProjectMentions::learn(std::string_view paragraph, std::size_t behind_date) {
  const auto tokens = tokens_of(paragraph);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + 1 < tokens.size() && gap(paragraph, tokens[i], tokens[i + 1]) == "/" &&
        looks_owned(tokens[i].text, tokens[i + 1].text)) {
      const bool path = i > 0 && gap(paragraph, tokens[i - 1], tokens[i]).find('/') != std::string_view::npos;
      const bool longer = i + 2 < tokens.size() && gap(paragraph, tokens[i + 1], tokens[i + 2]) == "/";
      if (!path && !longer) {
        owners_.emplace(tokens[i].text);
        slashed_.emplace(tokens[i + 1].text);
        add(tokens[i + 1].text);
      }
    }
    std::size_t next = i;
    // "October 2025 A: …", "October 2025: A – …"
    if (behind_date > 0 && tokens[i].begin >= behind_date && (i == 0 || tokens[i - 1].end <= behind_date)) {
      const auto names = list_at(paragraph, tokens, i, next);
      const bool colon = !names.empty() && paragraph.substr(tokens[next - 1].end).starts_with(":");
      if (colon) std::for_each(names.begin(), names.end(), [&](std::string_view name) { add(name); });
    }
    static const Lexicon kAcross{{1, "across|entre|dans|sur les|uber|through"}};
    if (kAcross.contains(tokens[i].text) && i + 1 < tokens.size() &&
        trim(gap(paragraph, tokens[i], tokens[i + 1])).empty()) {
      const auto names = list_at(paragraph, tokens, i + 1, next);
      if (names.size() >= 2) std::for_each(names.begin(), names.end(), [&](std::string_view name) { add(name); });
    }
    if (!is_repository_word(tokens[i].text)) continue;
    // "the A and B repositories"; "repositories (A and B)", "repositories: A, B"
    for (std::size_t back = i; back > 0 && i - back < 8; --back) {
      std::size_t end = back - 1;
      const auto names = list_at(paragraph, tokens, back - 1, end);
      if (end != i || names.empty()) continue;
      const bool whole = back == 1 || !is_name(tokens[back - 2].text);
      if (!whole) continue;
      if (trim(gap(paragraph, tokens[i - 1], tokens[i])).empty())
        std::for_each(names.begin(), names.end(), [&](std::string_view name) { add(name); });
    }
    if (i + 1 < tokens.size()) {
      const std::string_view between = trim(gap(paragraph, tokens[i], tokens[i + 1]));
      if (between == "(" || between == ":" || between.empty()) {
        for (std::string_view name : list_at(paragraph, tokens, i + 1, next)) add(name);
      }
    }
  }
}

std::vector<std::string> ProjectMentions::named_in(std::string_view paragraph) const {
  std::vector<std::string> found;
  for (const Token& token : tokens_of(paragraph)) {
    if (names_.find(token.text) == names_.end()) continue;
    // The left side of owner/repo names the owner, unless a repository has the same name.
    if (paragraph.substr(token.end).starts_with("/") && owners_.find(token.text) != owners_.end()) continue;
    if (owners_.find(token.text) != owners_.end() && slashed_.find(token.text) == slashed_.end()) continue;
    if (std::find(found.begin(), found.end(), token.text) == found.end()) found.emplace_back(token.text);
  }
  return found;
}

std::string subject_of(std::string_view lead) {
  static const Lexicon kVerbs{
      {1,
       "*ed|has|have|built|led|wrote|made|is|was|works|contributes|develops|drove|a|hat|arbeitete|entwickelte|"
       "implementierte|ha|trabajo|desarrollo|contribuiu|trabalhou|specializes|focuses|brings"}};
  const auto words = lex_words(lead);
  for (std::size_t i = 0; i < words.size() && i <= 4; ++i) {
    const bool verb = !words[i].capital && kVerbs.match_at(words, i).has_value();
    if (i > 0 && verb) {
      std::size_t begin = words[0].begin;
      std::string name(strip_punctuation(lead.substr(begin, words[i].begin - begin)));
      static const Lexicon kPronoun{{1, "i|we|he|she|they|this|it|the|overview|our|my|over"}};
      return kPronoun.match_at(words, 0) ? std::string() : name;
    }
    if (i > 0 && !words[i].capital && words[0].capital) break;
  }
  return {};
}

}  // namespace scholargraph
