// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation_marks.h"

#include <algorithm>
#include <string_view>

#include "extract/layout.h"

namespace scholargraph {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

/// "Chapter 10: Digraphs", "Section 8.10 Graphs": the number of a part of a book.
std::size_t skip_chapter(std::string_view text, std::size_t at) {
  for (const std::string_view word : {"Chapter ", "Section ", "Section\n", "Kapitel ", "Chapitre ", "Capítulo "}) {
    if (!text.substr(at).starts_with(word)) continue;
    const auto end = text.find_first_not_of("0123456789.", at + word.size());
    if (end == at + word.size() || end == std::string_view::npos) return at;
    const auto next = text.find_first_not_of(" :.\n", end);
    return next == std::string_view::npos ? at : next;
  }
  return at;
}

/// "Ed. Ann Hill", "Edited by A. Hill": the editors' names follow the word.
bool leads_editors(std::string_view piece) {
  for (const std::string_view lead : {"Ed. ", "Eds. ", "ed. ", "eds. ", "Edited by ", "edited by ", "Ed. by ", "ed. by ",
                                      "Hrsg. ", "hrsg. ", "Hg. ", "Org. ", "org. ", "Dir. ", "dir. ", "Coord. "})
    if (piece.starts_with(lead) && piece.size() > lead.size()) return true;
  return false;
}

}  // namespace

bool names_two_years(std::string_view piece) {
  int years = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= piece.size(); ++i) {
    const bool digit = i < piece.size() && piece[i] >= '0' && piece[i] <= '9';
    if (digit && digits == 0 && piece[i] != '1' && piece[i] != '2') return false;
    if (!digit && digits == 4 && piece.substr(i - 4) < "2035") ++years;
    digits = digit ? digits + 1 : 0;
  }
  constexpr std::size_t kLongest = 14;
  return years == 2 && piece.size() <= kLongest;
}

void mark_periods(std::string_view text, std::vector<CitationAtom>& atoms) {
  const auto dated = [](const CitationAtom& a) { return a.date && a.year != 0; };
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    CitationAtom& atom = atoms[i];
    const CitationAtom& before = atoms[i - 1];
    if ((!dated(atom) && !atom.numbers) || atom.bracketed || atom.border == Border::kDot) continue;
    if (before.initials || before.numbers || before.date || before.venue >= 0.4) continue;
    const bool colon = i + 1 < atoms.size() && atoms[i + 1].border == Border::kColon && before.name < 0.6 && atom.date;
    if (!colon && !names_two_years(text.substr(atom.begin, atom.end - atom.begin))) continue;
    if (std::count_if(atoms.begin(), atoms.end(), dated) <= (dated(atom) ? 1 : 0)) continue;
    atom.date = atom.numbers = false;
    atom.year = 0;
    atom.period = true;
  }
}

void mark_editors(std::string_view text, std::vector<CitationAtom>& atoms) {
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    const auto before = text.substr(atoms[i - 1].begin, atoms[i - 1].end - atoms[i - 1].begin);
    const bool edited_by = atoms[i].border == Border::kBy && (before.ends_with("edited") || before.ends_with("Edited"));
    if (!edited_by && !leads_editors(text.substr(atoms[i].begin, atoms[i].end - atoms[i].begin))) continue;
    atoms[i].editors = true;
    for (std::size_t k = i + 1;
         k < atoms.size() && (atoms[k].border == Border::kComma || atoms[k].border == Border::kAnd) &&
         (atoms[k].name >= 0.3 || atoms[k].initials);
         ++k)
      atoms[k].editors = true;
  }
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    if (!atoms[i].editors || atoms[i].words > 2) continue;
    if (i + 1 < atoms.size() && atoms[i + 1].border == Border::kBy) continue;
    if (i + 1 < atoms.size() && atoms[i + 1].border == Border::kColon) {  // "Editors: A. Hill & B. Brook"
      for (std::size_t k = i + 1; k < atoms.size() && atoms[k].border != Border::kBreak &&
                                  (k == i + 1 || atoms[k].name >= 0.3 || atoms[k].initials);
           ++k)
        atoms[k].editors = true;
      continue;
    }
    std::size_t first = i;
    while (first > 0 && (atoms[first - 1].name >= 0.3 || atoms[first - 1].initials || atoms[first - 1].in) &&
           !atoms[first].in)
      --first;
    const bool behind_venue = first > 0 && first < i && atoms[first - 1].venue >= 0.4 && !atoms[first].with;
    if (!atoms[first].in && !atoms[i].bracketed && !behind_venue) continue;
    for (std::size_t k = first; k < i; ++k) atoms[k].editors = true;
  }
}

void mark_notes(std::vector<CitationAtom>& atoms) {
  bool closed = false;
  bool note = false;
  for (auto& atom : atoms) {
    const bool sentence_end = atom.border == Border::kDot || atom.border == Border::kBracket ||
                              atom.border == Border::kBreak || atom.border == Border::kQuote;
    if (sentence_end && !(note && !atom.bracketed && atom.words > 4)) note = false;
    if (closed && atom.small_start && atom.words >= 5 && !atom.in && !atom.bracketed && !atom.with) note = true;
    atom.note = note && !atom.bracketed;
    closed |= atom.quoted;
  }
}

namespace {

/// "[peer-reviewed, journal]", "{key:1}": labels in front of an entry.
std::size_t skip_tags(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::size_t at = 0;
  for (;;) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at + 1 >= text.size()) return at;
    const bool square = text[at] == '[' && text[at + 1] >= 'a' && text[at + 1] <= 'z';
    if (!square && text[at] != '{') return at;
    const auto end = text.find(square ? ']' : '}', at);
    if (end == std::string_view::npos || end - at > kLongest || end + 1 >= text.size()) return at;
    at = end + 1;
  }
}

}  // namespace

std::size_t skip_numbering(std::string_view text) {
  std::size_t at = skip_tags(text);
  const auto skip_blanks = [&] {
    while (at < text.size() && is_blank(text[at])) ++at;
  };
  skip_blanks();
  const std::size_t start = at;
  const bool open = at < text.size() && (text[at] == '[' || text[at] == '(');
  if (open) ++at;
  std::size_t letters = 0;
  while (at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && letters < 3) ++at, ++letters;
  std::size_t digits = 0;
  if (letters > 0 && digits == 0 && at < text.size() && (text[at] == '-' || text[at] == '.')) ++at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at, ++digits;
  const bool closed = at < text.size() && (open ? text[at] == ']' || text[at] == ')'
                                                : text[at] == '.' || text[at] == ')' || text[at] == ':');
  const bool blank_after = at + 1 >= text.size() || is_blank(text[at + 1]) || open ||
                           (digits > 0 && text[at] == '.' && !(text[at + 1] >= '0' && text[at + 1] <= '9'));
  if (digits == 0 || digits > 3 || !closed || !blank_after || (!open && letters > 1)) {
    if (!text.substr(start).starts_with("(\u03B1"))
      return skip_chapter(text, start);  // "(α, β)": a mark of the author order
    const auto close = text.find(')', start);
    if (close == std::string_view::npos || close - start > 12) return start;
    at = close;
  }
  ++at;
  skip_blanks();
  at = skip_chapter(text, at);
  if (text.substr(at).starts_with("(\u03B1")) {
    const auto close = text.find(')', at);
    if (close != std::string_view::npos && close - at < 12) at = close + 1;
    skip_blanks();
  }
  return at;
}

std::uint8_t styles_of(const CitationText& entry, std::size_t begin, std::size_t end) {
  if (entry.styles.empty() || begin >= end) return 0;
  std::uint8_t result = 0;
  for (const std::uint8_t style : {kBold, kItalic, kLink, kUnderline}) {
    std::size_t count = 0;
    for (std::size_t i = begin; i < end && i < entry.styles.size(); ++i)
      count += (entry.styles[i] & style) != 0 ? 1 : 0;
    if (count * 10 >= (end - begin) * 6) result = static_cast<std::uint8_t>(result | style);
  }
  return result;
}

}  // namespace scholargraph
