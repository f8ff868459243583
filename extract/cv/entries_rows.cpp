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
    // "Institution" / "Institutional bond" / dates: a short line that says nothing may stand between.
    const LineCues& closing = cue(last);
    const bool empty = !closing.date && !closing.institution && !closing.role && !closing.degree && !closing.nested && !closing.prose;
    if (empty && last - 1 > entries[k - 1].begin && text.lines[static_cast<std::size_t>(last)].text.size() < 30 && leads(last - 1)) --last;
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

/// "University of X, UX, Brasil" -> "University of X".
std::string head_piece(std::string_view line) { return std::string(trim(line.substr(0, line.find(',')))); }

/// The labels that national CV formats print between an institution and the positions held there.
bool is_bond_label(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  const std::string folded = fold(line);
  return folded == "vinculo institucional" || folded == "vinculacion institucional" || folded == "positions held" || folded == "cargos desempenados";
}

/// The lines inside [begin, end) that are headings made of heading words only: "Doctoral studies", "Clinical practice".
std::vector<int> inner_headings(const CvText& text, int begin, int end) {
  std::vector<int> lines;
  for (const Section& section : text.sections) {
    const bool inside = section.heading_line > begin && section.heading_line < end;
    if (!inside || is_bond_label(section.heading)) continue;
    if (heading_meaning(section.heading).coverage == 1.0) lines.push_back(section.heading_line);
  }
  return lines;
}

/// The heading of a list inside the list belongs to no entry above it; when it names a degree, to the one below.
void part_at_headings(const CvText& text, int begin, int end, SectionKind kind, std::vector<Entry>& entries) {
  for (const int heading : inner_headings(text, begin, end)) {
    const auto after = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.end > heading; });
    if (after == entries.end()) continue;
    const auto degrees = find_degrees(text.lines[static_cast<std::size_t>(heading)].text);
    const bool degree = kind == SectionKind::kEducation && !degrees.empty() && !degrees[0].student;
    const int below = degree ? heading : heading + 1;
    const Entry whole = *after;
    if (whole.end == heading + 1) {
      if (after + 1 != entries.end()) (after + 1)->begin = below;
      after->end = heading;
      if (after->begin == after->end) entries.erase(after);
    } else if (whole.begin < heading) {
      after->end = heading;
      entries.insert(after + 1, {below, whole.end});
    } else if (!degree) {
      after->begin = below;
    }
  }
}

/// "Torve Laboratory", "Vent Lab": beside a role the group one worked in, and the line below says where it is.
bool names_laboratory(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  const std::string last = fold(name.substr(blank == std::string_view::npos ? 0 : blank + 1));
  return last == "lab" || last == "laboratory" || last == "laboratories" || last == "group";
}

bool beside_role(const std::vector<Fragment>& fragments, const Fragment& place) {
  return std::any_of(fragments.begin(), fragments.end(), [&](const Fragment& f) { return f.kind == FragmentKind::kRole && f.line == place.line; });
}

/// The nearest candidate wins among equals; strength counts more than one line of distance.
double value_of(const Fragment& fragment, int line) {
  double value = fragment.strength;
  // "Howard County Health Department" is rather an office of its own than "Mathematics Department".
  const bool office = fragment.kind == FragmentKind::kUnit && fragment.text.ends_with(" Department") && std::count(fragment.text.begin(), fragment.text.end(), ' ') >= 3;
  if (fragment.kind == FragmentKind::kUnit) value = office ? 0.95 : 0.45;
  if (fragment.kind == FragmentKind::kUnknown) value = 0.8;
  if (fragment.bracketed) value -= 1.2;
  if (fragment.bold && fragment.kind != FragmentKind::kUnknown) value += 0.3;
  if (fragment.located && fragment.kind == FragmentKind::kUnknown) value += 0.6;
  value -= 0.35 * std::min(4, std::abs(fragment.line - line));
  return value;
}

/// The university that a heading names; empty when it names none, or a position or date as well.
std::string institution_of_heading(std::string_view heading) {
  std::string name;
  for (const Fragment& fragment : text_fragments(heading)) {
    if (fragment.kind == FragmentKind::kDate || fragment.kind == FragmentKind::kRole || fragment.kind == FragmentKind::kDegree) return {};
    if (name.empty() && fragment.kind == FragmentKind::kInstitution && fragment.strength >= 3) name = fragment.text;
  }
  return name;
}

/// "Center for Applied Logic", "Department of History", "计算机学院": a part of a larger institution.
bool names_unit(const NamedPlace& place) {
  static const Lexicon units{{1, "department of|center for|centre for|school of|college of|faculty of|institute for|institute of|division of|laboratory of|"
                                 "laboratory for|program in|office of|departement|dipartimento|departamento|facultad|fakultat|faculte"}};
  const std::string& name = place.institution;
  if (name.ends_with("\xE5\xAD\xA6\xE9\x99\xA2") || name.ends_with("\xE7\xA0\x94\xE7\xA9\xB6\xE7\xA7\x91")) return true;
  const auto words = lex_words(name);
  return !words.empty() && units.match_at(words, 0) && place.strength < 2.5;
}

/// "University of X" / "- Lecturer, 2017" / "- Postdoc, 2016": every dated line is a list item, and what stands above a
/// list names where.
bool heads_over_lists(const CvText& text, const std::vector<LineCues>& cues, int begin, int end) {
  int heads = 0;
  for (int i = begin; i < end; ++i) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    const LineCues& cue = cues[static_cast<std::size_t>(i - begin)];
    const bool item = line.kind == BlockKind::kListItem;
    if (item && !cue.continued && (!cue.date || cue.nested || cue.prose)) return false;
    if (item) continue;
    const bool list_below = i + 1 < end && text.lines[static_cast<std::size_t>(i) + 1].kind == BlockKind::kListItem;
    if (line.kind != BlockKind::kParagraph || cue.date || cue.role || cue.degree || cue.prose || !list_below) return false;
    ++heads;
  }
  return heads >= 2 && text.lines[static_cast<std::size_t>(begin)].kind == BlockKind::kParagraph;
}

std::vector<EntryRow> rows_below_heads(const CvText& text, const std::vector<LineCues>& cues, int begin, int end) {
  std::vector<EntryRow> rows;
  std::string head;
  for (int i = begin; i < end;) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    int next = i + 1;
    while (next < end && cues[static_cast<std::size_t>(next - begin)].continued) ++next;
    if (line.kind == BlockKind::kListItem) rows.push_back({{i, next}, entry_fragments(text, {i, next}, cues, begin), head});
    else head = std::string(line.text);
    i = next;
  }
  return rows;
}

bool lists_rows(SectionKind kind) {
  return kind == SectionKind::kHeader || kind == SectionKind::kEducation || kind == SectionKind::kEmployment ||
         kind == SectionKind::kInternships || kind == SectionKind::kVisits;
}

/// "Ingénieur en génie des glaces, INSA": among degrees the engineer is one.
void engineers_to_degrees(std::vector<Fragment>& fragments) {
  if (std::any_of(fragments.begin(), fragments.end(), [](const Fragment& f) { return f.kind == FragmentKind::kDegree; })) return;
  static const Lexicon engineers{{static_cast<int>(DegreeLevel::kMasters), "ingenieur|ingenieure|ingegneria|ingegnere"},
                                 {static_cast<int>(DegreeLevel::kBachelors), "ingenieria|engenharia"}};
  for (Fragment& fragment : fragments) {
    const auto words = lex_words(fragment.text);
    const bool candidate = fragment.kind == FragmentKind::kRole || fragment.kind == FragmentKind::kUnknown;
    const auto hit = candidate ? engineers.match_at(words, 0) : std::nullopt;
    if (!hit) continue;
    fragment.kind = FragmentKind::kDegree;
    fragment.degree.level = static_cast<DegreeLevel>(hit->value);
    std::size_t field = hit->last;
    while (field < words.size() && (words[field].folded == "en" || words[field].folded == "de" || words[field].folded == "in" || words[field].folded == "em")) ++field;
    if (field < words.size()) fragment.field = fragment.text.substr(words[field].begin);
    fragment.text.resize(words[hit->last - 1].end);
    return;
  }
}

/// "Hospital X, Baltimore, MD" below a role: two letters behind an institution that close a line are a state there.
void codes_to_places(std::vector<Fragment>& fragments) {
  for (std::size_t k = 2; k < fragments.size(); ++k) {
    Fragment& code = fragments[k];
    const bool closes = k + 1 == fragments.size() || fragments[k + 1].line != code.line;
    if (code.kind != FragmentKind::kDegree || code.text.size() != 2 || !closes || !code.field.empty()) continue;
    const auto before = fragments.begin() + static_cast<std::ptrdiff_t>(k);
    const bool placed = std::any_of(fragments.begin(), before, [&](const Fragment& f) { return f.kind == FragmentKind::kInstitution && f.line == code.line; });
    const bool held = std::any_of(fragments.begin(), before, [&](const Fragment& f) { return f.kind == FragmentKind::kRole && f.line < code.line; });
    if (placed && held) code.kind = FragmentKind::kPlace;
  }
}

bool names_something(const Fragment& fragment) {
  std::size_t pos = 0;
  if (fragment.text.empty() || fragment.text.size() > 90) return false;
  const char32_t c = next_code_point(fragment.text, pos);
  return (is_letter(c) && !is_lower(c)) || is_digit(c);
}

}  // namespace

std::vector<EntryRow> rows_of(const CvText& text, int begin, int end, SectionKind kind) {
  if (begin >= end) return {};
  const std::vector<LineCues> cues = line_cues(text, begin, end);
  if (heads_over_lists(text, cues, begin, end)) return rows_below_heads(text, cues, begin, end);
  std::vector<Entry> entries = split_entries(text, begin, end, kind, cues);
  move_trailing_leads(text, cues, begin, entries);
  split_at_lookalikes(text, cues, begin, entries);
  part_at_headings(text, begin, end, kind, entries);
  std::vector<EntryRow> rows;
  std::string group;
  int seen = begin;
  for (const Entry& entry : entries) {
    for (; seen <= entry.begin; ++seen) {
      const CvLine& line = text.lines[static_cast<std::size_t>(seen)];
      if (line.kind == BlockKind::kHeading) group = institution_of_heading(line.text);
    }
    for (int i = std::max(begin + 1, entry.begin); i < std::min(entry.end, entry.begin + 2); ++i) {
      if (is_bond_label(text.lines[static_cast<std::size_t>(i)].text)) group = head_piece(text.lines[static_cast<std::size_t>(i) - 1].text);
    }
    rows.push_back({entry, entry_fragments(text, entry, cues, begin), group});
    codes_to_places(rows.back().fragments);
    if (kind == SectionKind::kEducation) engineers_to_degrees(rows.back().fragments);
    for (int i = entry.begin + 2; i < entry.end; ++i) {
      if (is_bond_label(text.lines[static_cast<std::size_t>(i)].text) && text.lines[static_cast<std::size_t>(i) - 1].text.find(',') != std::string_view::npos) group = head_piece(text.lines[static_cast<std::size_t>(i) - 1].text);
    }
  }
  return rows;
}

std::optional<NamedPlace> inside_group(const EntryRow& row, std::optional<NamedPlace> place) {
  if (row.group.empty() || (place && (place->institution == row.group || !names_unit(*place)) && place->strength > 0)) return place;
  return NamedPlace{row.group, place ? place->institution : std::string(), row.entry.begin, 3};
}

namespace {

/// Headings that the file draws as pictures leave sections without a kind: what is read there is only what also counts
/// above the first section.
void add_unnamed_lists(const CvText& text, std::vector<RowList>& lists) {
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    const Section& section = text.sections[s];
    if (section.kind != SectionKind::kUnknown || section.begin >= section.end) continue;
    lists.push_back({SectionKind::kHeader, s, rows_of(text, section.begin, section.end, SectionKind::kHeader)});
  }
}

}  // namespace

std::vector<RowList> row_lists(const CvText& text) {
  std::vector<RowList> lists;
  int done = -1;
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    const Section& section = text.sections[s];
    if (!lists_rows(section.kind)) continue;
    const Entry range = section_range(text, s);
    if (range.begin < done || range.begin >= range.end) continue;
    done = range.end;
    lists.push_back({section.kind, s, rows_of(text, range.begin, range.end, section.kind)});
  }
  if (std::none_of(lists.begin(), lists.end(), [](const RowList& list) { return list.kind != SectionKind::kHeader; })) add_unnamed_lists(text, lists);
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
    const double value = value_of(fragment, line) - (beside_role(fragments, fragment) && names_laboratory(fragment.text) ? 0.5 : 0.0);
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
