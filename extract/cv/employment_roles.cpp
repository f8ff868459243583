// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/employment_roles.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "extract/cv/names.h"

namespace scholargraph {
namespace {

constexpr std::size_t kLongestRole = 14;  // words
constexpr double kHostName = 0.6;         // name_score from which the name beside a visited institution is a person's

bool begins_small(std::string_view text) {
  std::size_t pos = 0;
  return !text.empty() && is_lower(next_code_point(text, pos));
}

/// "led by Prof. Lind and others", "funded by X": a piece of a sentence is no role.
bool goes_on_sentence(std::string_view text) {
  return begins_small(text) && (text.find(" by ") != text.npos || text.find(" with ") != text.npos);
}

/// Heads are heads of something: "Chair, Department of Ice".
bool heads_something(std::string_view role) {
  static const Lexicon heads{
      {1,
       "director*|directeur|directrice|direttor*|diretor*|codirector|head|chair|chairman|chairwoman|chairperson|dean|leiter*|"
       "*leiter|coordinator|coordinador*|manager|leader|lead|chief|jefe|jefa|responsable|responsabile"}};
  const auto words = lex_words(role);
  return !words.empty() && heads.match_at(words, words.size() - 1).has_value();
}

/// A piece behind `role` in its cell adds to it.
bool completes_role(const Fragment& piece, const Fragment& role, bool place_elsewhere) {
  if (piece.kind == FragmentKind::kRole) return !begins_small(piece.text) || piece.text.starts_with("and ");
  if (!place_elsewhere || piece.located || piece.bold != role.bold) return false;
  if (piece.kind == FragmentKind::kUnknown) return !goes_on_sentence(piece.text);
  const bool part = piece.kind == FragmentKind::kUnit || piece.kind == FragmentKind::kInstitution;
  return part && heads_something(role.text);
}

using Next = std::vector<Fragment>::const_iterator;

/// " (Assistant, Grade 2)": the bracket right behind the role says it in other words.
std::string bracketed_role(Next at, Next end, const Fragment& role) {
  if (at == end || !at->bracketed || at->kind != FragmentKind::kRole || at->line != role.line || at->cell != role.cell + 1) return {};
  std::string inside = at->text;
  for (Next next = at + 1; next != end && next->bracketed && next->cell == at->cell && next->line == at->line; ++next) {
    inside += ", " + next->text;
  }
  return " (" + inside + ")";
}

}  // namespace

std::string full_role(const std::vector<Fragment>& fragments, const Fragment& role,
                      const std::optional<NamedPlace>& place) {
  const auto same = [&](const Fragment& f) { return f.line == role.line && f.cell == role.cell && !f.bracketed; };
  const auto at = std::find_if(fragments.begin(), fragments.end(),
                               [&](const Fragment& f) { return same(f) && f.kind == role.kind && f.text == role.text; });
  if (at == fragments.end()) return role.text;
  const bool place_elsewhere = place && std::none_of(fragments.begin(), fragments.end(), [&](const Fragment& f) {
    return f.line == role.line && f.text == place->institution;
  });
  std::string text = role.text;
  for (auto next = at + 1; next != fragments.end() && same(*next); ++next) {
    if (!completes_role(*next, role, place_elsewhere)) break;
    if (lex_words(text).size() + lex_words(next->text).size() > kLongestRole) break;
    text += ", " + next->text;
  }
  return text + bracketed_role(at + 1, fragments.end(), role);
}

std::string role_text(const std::string& role, const std::optional<NamedPlace>& place) {
  const std::size_t at = role.find(" for ");
  if (!place || at == std::string::npos || lex_words(role.substr(0, at)).size() < 2) return role;
  const bool own = role.find(place->institution.substr(0, place->institution.find(' ')), at) != std::string::npos;
  return own ? role.substr(0, at) : role;
}

namespace {

/// More words than a name has, most of them small.
bool is_sentence(std::string_view text) {
  constexpr std::size_t kLongestName = 8;
  const auto words = lex_words(text);
  const auto small = std::count_if(words.begin(), words.end(), [](const LexWord& word) { return !word.capital; });
  return words.size() > kLongestName && static_cast<std::size_t>(small) * 2 > words.size();
}

/// "Universidad de Málaga, Málaga", "Hong Kong S.A.R.": where the institution is, and no role.
bool names_town(std::string_view text, const NamedPlace& place) {
  const auto words = lex_words(text);
  return place.institution.ends_with(text) || (!words.empty() && place_words().match_at(words, 0));
}

}  // namespace

std::string unknown_role(const std::vector<Fragment>& fragments, const NamedPlace& place, int line, SectionKind kind) {
  for (const Fragment& f : fragments) {
    const bool beside =
        f.kind == FragmentKind::kUnknown && f.text != place.institution && f.line == line && !f.bracketed;
    if (!beside || f.text.find("//") != std::string::npos || goes_on_sentence(f.text)) continue;
    if (f.located || names_town(f.text, place) || is_sentence(f.text)) continue;
    if (kind != SectionKind::kVisits || name_score(f.text) < kHostName) return f.text;
  }
  return {};
}

bool tells_sentence(const std::vector<Fragment>& fragments, int line) {
  return std::any_of(fragments.begin(), fragments.end(), [&](const Fragment& f) {
    return f.kind == FragmentKind::kUnknown && f.line == line && !f.bracketed && is_sentence(f.text);
  });
}

namespace {

/// "Scholar-in-Residence. Research topic: ...": a first sentence of a few words with one for a role in it.
std::string role_sentence(std::string_view line) {
  constexpr std::size_t kLongestSentence = 8;  // words
  std::size_t stop = 0;
  do {
    stop = line.find(". ", stop + 1);
    if (stop == std::string_view::npos) return {};
  } while (stop + 2 < line.size() && begins_small(line.substr(stop + 2)));
  const std::string_view sentence = line.substr(0, stop);
  if (entry_label(line).first != EntryLabel::kNone || sentence.ends_with("Prof") || sentence.ends_with("Dr")) return {};
  const auto words = lex_words(sentence);
  if (words.empty() || words.size() > kLongestSentence || !words[0].capital) return {};
  const auto hit = role_words().find(words);
  return hit && hit->value != kStudentRole ? std::string(sentence) : std::string();
}

/// "Worked as a founding member of X, which ...": the words up to the first mark.
std::string told_role(std::string_view line) {
  constexpr std::size_t kLongest = 100;  // characters
  for (std::string_view lead : {"Worked as a ", "Worked as an ", "Worked as the ", "Served as a ", "Served as an ",
                                "I worked as a ", "Working as a ", "Employed as a "}) {
    if (!line.starts_with(lead)) continue;
    const std::size_t end = line.find_first_of(",.;(", lead.size());
    return std::string(line.substr(lead.size(), std::min(end, kLongest) - lead.size()));
  }
  return {};
}

}  // namespace

std::string described_role(const CvText& text, const Entry& entry, int line) {
  constexpr int kBelow = 3;  // lines
  const auto below = [&](int i) { return text.lines[static_cast<std::size_t>(i)].text; };
  for (int i = line + 1; i < entry.end && i <= line + kBelow; ++i) {
    if (std::string role = told_role(below(i)); !role.empty()) return role;
  }
  return line + 1 < entry.end ? role_sentence(below(line + 1)) : std::string();
}

}  // namespace scholargraph
