// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/entries_joins.h"

#include <algorithm>

#include "model/institution_name.h"

namespace scholargraph {

namespace {

using Pieces = std::vector<Fragment>;

void erase(Pieces& pieces, std::size_t first, std::size_t last) {
  pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(first), pieces.begin() + static_cast<std::ptrdiff_t>(last));
}

/// "University of California, Davis": one of many campuses, and not the place of the one university.
void join_campuses(Pieces& pieces, std::size_t first) {
  for (std::size_t k = first; k + 1 < pieces.size(); ++k) {
    Fragment& here = pieces[k];
    const Fragment& next = pieces[k + 1];
    const bool beside = next.cell == here.cell && next.line == here.line && !next.bracketed;
    const bool name = next.kind == FragmentKind::kUnknown || next.kind == FragmentKind::kPlace || next.kind == FragmentKind::kInstitution;
    if (here.kind != FragmentKind::kInstitution || !beside || !name || !names_campus(here.text, next.text)) continue;
    here.text += ", " + next.text;
    erase(pieces, k + 1, k + 2);
  }
}

/// Capitalised words behind the last role word: "Design Engineer Applied Hydraulics", "Chair of SNOW DAYS".
bool names_employer(std::string_view role) {
  const auto words = lex_words(role);
  if (words.size() >= 3 && words.back().all_capitals && words.back().folded.size() >= 3 && role.find(" of ") != std::string_view::npos) return true;
  std::size_t last = 0;
  for (auto hit = role_words().find(words); hit; hit = role_words().find(words, last)) {
    last = hit->last;
    if (last >= words.size()) return false;
  }
  return last > 0 && words[last].capital && words.back().capital;
}

/// "Aquagestion, Puerto Montt, Chile": a name between another name and a country is a town.
void mark_towns(Pieces& pieces, std::size_t first) {
  for (std::size_t k = first + 1; k + 1 < pieces.size(); ++k) {
    Fragment& here = pieces[k];
    const Fragment& before = pieces[k - 1];
    const bool named = before.kind == FragmentKind::kInstitution || before.kind == FragmentKind::kUnknown ||
                       before.kind == FragmentKind::kUnit ||
                       (before.kind == FragmentKind::kRole && names_employer(before.text));
    const bool country = pieces[k + 1].kind == FragmentKind::kPlace && pieces[k + 1].cell == here.cell;
    if (here.kind == FragmentKind::kUnknown && country && named) here.kind = FragmentKind::kPlace;
  }
  for (std::size_t k = first; k + 1 < pieces.size(); ++k)
    pieces[k].located = pieces[k + 1].kind == FragmentKind::kPlace && pieces[k + 1].line == pieces[k].line;
}

/// "Optimization, Modeling and Data Analytics Research Group" is one unit although it holds a comma.
void join_units(Pieces& pieces) {
  for (std::size_t k = 1; k < pieces.size(); ++k) {
    Fragment& here = pieces[k];
    const Fragment& before = pieces[k - 1];
    if (here.kind != FragmentKind::kUnit || before.kind != FragmentKind::kUnknown) continue;
    if (here.cell != before.cell || here.line != before.line) continue;
    here.text = before.text + ", " + here.text;
    --k;
    erase(pieces, k, k + 1);
    if (k > 0) --k;
  }
}

/// "Center for Law, Justice, and Society" is one name: what "and" closes belongs to it.
void join_lists(Pieces& pieces, std::size_t first) {
  constexpr std::size_t kLongest = 4;  // pieces behind the first
  const auto closes = [](const Fragment& f) { return f.text.starts_with("and ") || f.text.starts_with("& "); };
  for (std::size_t k = first; k < pieces.size(); ++k) {
    const Fragment& here = pieces[k];
    const bool named = here.kind == FragmentKind::kInstitution || here.kind == FragmentKind::kUnit;
    const bool listing = here.text.find(" for ") != std::string::npos || here.text.find(" of ") != std::string::npos;
    if (!named || !listing) continue;
    const auto inside = [&](const Fragment& f) { return f.kind == FragmentKind::kUnknown && f.cell == here.cell; };
    std::size_t last = k + 1;
    while (last < pieces.size() && last < k + kLongest && inside(pieces[last]) && !closes(pieces[last])) ++last;
    if (last >= pieces.size() || last == k + kLongest || pieces[last].cell != here.cell || !closes(pieces[last])) continue;
    if (pieces[last].kind != FragmentKind::kUnknown && pieces[last].kind != FragmentKind::kInstitution) continue;
    for (std::size_t j = k + 1; j <= last; ++j) pieces[k].text += ", " + pieces[j].text;
    erase(pieces, k + 1, last + 1);
  }
}

/// "Guest professor in the" before a name in italics: the words of the role go on there.
void join_open_roles(Pieces& pieces, std::size_t first) {
  static const Lexicon open{{1, "of|of the|in|in the|for|for the|de|de la|du|des|en|der|di|and"}};
  for (std::size_t k = first; k < pieces.size(); ++k) {
    Fragment& here = pieces[k];
    const auto words = lex_words(here.text);
    if (here.kind != FragmentKind::kRole || words.size() < 2) continue;
    std::size_t last = words.size();
    for (std::size_t w = words.size() - 1; w >= 1 && w + 3 > words.size(); --w) {
      const auto hit = open.match_at(words, w);
      if (hit && hit->last == words.size() && !words[w].capital) last = w;
    }
    if (last == words.size()) continue;
    const bool goes_on = k + 1 < pieces.size() && pieces[k + 1].kind == FragmentKind::kUnknown &&
                         pieces[k + 1].line == here.line && !pieces[k + 1].bracketed;
    if (!goes_on) {
      here.text.resize(words[last - 1].end);
      continue;
    }
    here.text += " " + pieces[k + 1].text;
    erase(pieces, k + 1, k + 2);
  }
}

/// "Institute for X, Princeton": behind an institution the name of a university town is the town.
void demote_towns(Pieces& pieces, std::size_t first) {
  for (std::size_t k = first + 1; k < pieces.size(); ++k) {
    const Fragment& before = pieces[k - 1];
    const std::string& text = pieces[k].text;
    const bool town = text == "Princeton" || text == "Cambridge" || text == "Oxford" || text == "Stanford";
    const bool behind = before.kind == FragmentKind::kInstitution && before.strength >= 2 && before.cell == pieces[k].cell;
    if (town && behind) pieces[k].kind = FragmentKind::kPlace;
  }
}

}  // namespace

void join_pieces(std::vector<Fragment>& pieces, std::size_t first) {
  join_campuses(pieces, first);
  join_open_roles(pieces, first);
  mark_towns(pieces, first);
  join_units(pieces);
  join_lists(pieces, first);
  demote_towns(pieces, first);
}

}  // namespace scholargraph
