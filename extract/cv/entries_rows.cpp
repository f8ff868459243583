// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/entries_rows.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace scholargraph {
namespace {

/// In lists that name the institution first and the date below it, a division by dates leaves the name of the next
/// institution at the end of the entry before. It belongs to the entry that follows.
void move_trailing_leads(const CvText& text, const std::vector<LineCues>& cues, int first, std::vector<Entry>& entries) {
  if (entries.size() < 2) return;
  const auto cue = [&](int i) -> const LineCues& { return cues[static_cast<std::size_t>(i - first)]; };
  const auto leads = [&](int i) { return cue(i).institution && !cue(i).date && !cue(i).nested && !cue(i).label && !cue(i).prose; };
  if (!leads(entries[0].begin)) return;
  for (std::size_t k = 1; k < entries.size(); ++k) {
    if (leads(entries[k].begin)) continue;
    int last = entries[k - 1].end - 1;
    const bool alone = last > entries[k - 1].begin && leads(last) && (text.lines[static_cast<std::size_t>(last)].first_in_block || cue(last).bold_lead);
    if (!alone) continue;
    entries[k - 1].end = last;
    entries[k].begin = last;
  }
}

/// A bold line behind the bullets of an entry that itself begins in bold begins another one, dated or not.
void split_at_lookalikes(const CvText& text, const std::vector<LineCues>& cues, int first, std::vector<Entry>& entries) {
  std::vector<Entry> out;
  for (const Entry& entry : entries) {
    int begin = entry.begin;
    for (int i = entry.begin + 1; i < entry.end; ++i) {
      const LineCues& cue = cues[static_cast<std::size_t>(i - first)];
      const LineCues& before = cues[static_cast<std::size_t>(i - 1 - first)];
      const bool alike = text.lines[static_cast<std::size_t>(i)].bold > 0.9F && text.lines[static_cast<std::size_t>(begin)].bold > 0.9F;
      if (!alike || !(before.nested || before.prose) || !text.lines[static_cast<std::size_t>(i)].first_in_block || cue.nested) continue;
      out.push_back({begin, i});
      begin = i;
    }
    out.push_back({begin, entry.end});
  }
  entries = std::move(out);
}

/// The nearest candidate wins among equals; strength counts more than one line of distance.
double value_of(const Fragment& fragment, int line) {
  double value = fragment.strength;
  if (fragment.kind == FragmentKind::kUnit) value = 0.45;
  if (fragment.kind == FragmentKind::kUnknown) value = 0.8;
  if (fragment.bracketed) value -= 1.2;
  if (fragment.bold && fragment.kind != FragmentKind::kUnknown) value += 0.3;
  if (fragment.located && fragment.kind == FragmentKind::kUnknown) value += 0.6;
  value -= 0.35 * std::min(4, std::abs(fragment.line - line));
  return value;
}

bool names_something(const Fragment& fragment) {
  std::size_t pos = 0;
  if (fragment.text.empty() || fragment.text.size() > 90) return false;
  const char32_t c = next_code_point(fragment.text, pos);
  return (is_letter(c) && !is_lower(c)) || is_digit(c);
}

}  // namespace

std::vector<EntryRow> rows_of(const CvText& text, int begin, int end, SectionKind kind) {
  std::vector<Entry> entries = split_entries(text, begin, end, kind);
  const std::vector<LineCues> cues = line_cues(text, begin, end);
  move_trailing_leads(text, cues, begin, entries);
  split_at_lookalikes(text, cues, begin, entries);
  std::vector<EntryRow> rows;
  for (const Entry& entry : entries) rows.push_back({entry, entry_fragments(text, entry, cues, begin)});
  return rows;
}

std::vector<RowList> row_lists(const CvText& text, std::initializer_list<SectionKind> kinds) {
  std::vector<RowList> lists;
  int done = -1;
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    const Section& section = text.sections[s];
    if (std::find(kinds.begin(), kinds.end(), section.kind) == kinds.end()) continue;
    const Entry range = section_range(text, s);
    if (range.begin < done || range.begin >= range.end) continue;
    done = range.end;
    lists.push_back({section.kind, s, rows_of(text, range.begin, range.end, section.kind)});
  }
  return lists;
}

std::optional<NamedPlace> institution_near(const std::vector<Fragment>& fragments, int line, bool unknown_allowed) {
  const Fragment* best = nullptr;
  double best_value = -10;
  for (const Fragment& fragment : fragments) {
    const bool named = fragment.kind == FragmentKind::kInstitution;
    const bool unknown = unknown_allowed && fragment.kind == FragmentKind::kUnknown && names_something(fragment);
    const bool unit = unknown_allowed && fragment.kind == FragmentKind::kUnit;
    if (!named && !unknown && !unit) continue;
    const double value = value_of(fragment, line);
    if (value > best_value + 1e-9) {
      best_value = value;
      best = &fragment;
    }
  }
  if (best == nullptr) return std::nullopt;
  NamedPlace place{best->text, "", best->line, best->strength};
  for (const Fragment& fragment : fragments) {
    if (&fragment == best || std::abs(fragment.line - best->line) > 1) continue;
    const bool inner = fragment.kind == FragmentKind::kUnit || (fragment.kind == FragmentKind::kInstitution && fragment.strength < best->strength && fragment.strength >= 2);
    if (inner && place.unit.empty()) place.unit = fragment.text;
  }
  return place;
}

}  // namespace scholargraph
