// SPDX-License-Identifier: Apache-2.0
// Problem: entries of publication lists are list items in one document, paragraphs in the next, and nothing but
// wrapped lines in a third; a citation may also be three short lines of its own.
// Idea: list items and numbers are believed. Elsewhere every line that may begin an entry is a place to cut, and the
// cuts are those with the best sum of reading scores: two citations in one entry leave authors and titles unread,
// half a citation has no title.
// Stop rule: exact maximisation by dynamic programming over the places to cut; an entry has at most kMostLines lines.
// Cost: a few parses for each place.
#include "extract/cv/papers_segment.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"
#include "extract/cv/citation_model.h"
#include "extract/cv/papers_text.h"

namespace scholargraph {

namespace {

constexpr int kMostLines = 14;

const CvLine& line_at(const CvText& text, int i) { return text.lines[static_cast<std::size_t>(i)]; }

const Block& block_of(const CvText& text, int i) {
  return text.document->blocks[static_cast<std::size_t>(line_at(text, i).block)];
}

bool is_item_start(const CvText& text, int i) {
  const CvLine& line = line_at(text, i);
  return line.first_in_block && (line.kind == BlockKind::kListItem || !block_of(text, i).marker.empty());
}

/// "[12] ...", "3. ..." printed in the line itself.
bool is_numbered(const CvText& text, int i) {
  const auto line = line_at(text, i).text;
  return !line.empty() && (line.front() == '[' || (line.front() >= '0' && line.front() <= '9')) &&
         skip_numbering(line) > 0;
}

/// A line that names a group of works below it: "Journal articles:", "2019".
bool is_label(const CvText& text, int i) {
  const auto line = line_at(text, i).text;
  return line.size() < 60 && (line.ends_with(":") || line.ends_with("：")) && split_words(line).size() <= 8;
}

char last_sign(std::string_view text) { return text.empty() ? ' ' : text.back(); }

/// The line before can be the last of an entry.
bool may_end(const CvText& text, int i) {
  const auto line = line_at(text, i).text;
  const char c = last_sign(line);
  return c == '.' || c == ')' || c == ']' || c == ';' || c == '"' || (c >= '0' && c <= '9') || line.ends_with("”") ||
         line.ends_with("。") || line.find("://") != std::string_view::npos;
}

bool begins_large(std::string_view line) {
  std::size_t pos = 0;
  const char32_t c = line.empty() ? U' ' : next_code_point(line, pos);
  return is_upper(c) || is_digit(c) || is_cjk(c) || c == '"' || c == 0x201C || c == '[' || c == '(' || c == 0xAB ||
         c == 0x300A || c == '*' || (!is_lower(c) && is_letter(c));
}

/// The number in "12 Ponds of the north"; -1 where there is none.
int bare_number(std::string_view line) {
  std::size_t at = 0;
  int number = 0;
  while (at < line.size() && at < 3 && line[at] >= '0' && line[at] <= '9') number = number * 10 + (line[at++] - '0');
  if (at == 0 || at + 1 >= line.size() || line[at] != ' ') return -1;
  return begins_large(line.substr(at + 1)) && !(line[at + 1] >= '0' && line[at + 1] <= '9') ? number : -1;
}

struct Place {
  int line = 0;
  double bonus = 0;
};

/// Where continuation lines are indented, entries begin at the smallest indent.
struct Indent {
  float first = 0;
  bool hanging = false;
};

Indent find_indent(const CvText& text, int begin, int end) {
  Indent indent;
  float least = 1e9F;
  for (int i = begin; i < end; ++i)
    if (line_at(text, i).left > 0) least = std::min(least, line_at(text, i).left);
  int at_least = 0;
  int deeper = 0;
  constexpr float kSame = 1.5F;
  for (int i = begin; i < end; ++i) (line_at(text, i).left <= least + kSame ? at_least : deeper) += 1;
  indent.first = least + kSame;
  indent.hanging = at_least * 5 >= (end - begin) && deeper * 4 >= (end - begin) && end - begin >= 4;
  return indent;
}

std::vector<Place> find_places(const CvText& text, int begin, int end, std::size_t width) {
  std::vector<Place> places{{begin, 0}};
  const Indent indent = find_indent(text, begin, end);
  for (int i = begin + 1; i < end; ++i) {
    const CvLine& line = line_at(text, i);
    const CvLine& before = line_at(text, i - 1);
    if (!begins_large(line.text)) continue;
    if (before.text.ends_with(",") && !line.first_in_block && !line.gap_before) continue;
    const bool block = line.first_in_block || line.gap_before;
    const bool early = line.left > 0 && before.text.size() + 12 < width;
    if (!block && !line.hard_break && !may_end(text, i - 1) && !early && !(indent.hanging && line.left <= indent.first))
      continue;
    double bonus = line.gap_before ? 1.0 : line.first_in_block ? 0.5 : line.hard_break ? -0.3 : 0;
    if (indent.hanging) bonus += line.left <= indent.first ? 1.0 : -3.0;
    places.push_back({i, bonus});
  }
  places.push_back({end, 0});
  return places;
}

struct Reading {
  double score = 0;
  bool complete = false;  ///< people, a title, and where or when it appeared
};

Reading read_entry(const CvText& text, int begin, int end, std::size_t width, std::string_view owner) {
  static const CitationHabits kNoHabits{};
  const CitationText entry = citation_text(text, begin, end, width);
  const CitationAtoms atoms = citation_atoms(entry, owner);
  constexpr double kEntryCost = 2.0;
  if (atoms.empty()) return {-0.5, false};
  Reading reading;
  const CitationParts parts = best_parts(atoms, kNoHabits, &reading.score);
  const auto has = [&](CitationPart part) { return std::find(parts.begin(), parts.end(), part) != parts.end(); };
  reading.complete = has(CitationPart::kTitle) && has(CitationPart::kAuthor) && has(CitationPart::kYear);
  reading.score = std::max(reading.score, -6.0) - kEntryCost;
  return reading;
}

/// Nothing longer needs to be tried: the entry is complete at a blank line or block border, or already long.
bool is_enough(const CvText& text, const Reading& reading, int begin, int end) {
  if (end >= static_cast<int>(text.lines.size())) return true;
  const bool border = line_at(text, end).first_in_block || line_at(text, end).gap_before;
  std::size_t bytes = 0;
  for (int i = begin; i < end; ++i) bytes += line_at(text, i).text.size();
  constexpr std::size_t kLongest = 1200;
  constexpr std::size_t kLongBlock = 250;
  return bytes > kLongest || (border && (reading.complete || bytes > kLongBlock));
}

std::vector<Entry> best_division(const CvText& text, int begin, int end, std::string_view owner) {
  const std::size_t width = printed_width(text, begin, end);
  const auto places = find_places(text, begin, end, width);
  const std::size_t n = places.size();
  std::vector<double> best(n, -1e9);
  std::vector<std::size_t> from(n, 0);
  best[0] = 0;
  for (std::size_t i = 0; i + 1 < n; ++i) {
    double best_from_here = -1e9;
    for (std::size_t j = i + 1; j < n; ++j) {
      if (places[j].line - places[i].line > kMostLines && j > i + 1) break;
      const Reading reading = read_entry(text, places[i].line, places[j].line, width, owner);
      const double score = best[i] + places[j].bonus + reading.score;
      if (score > best[j]) best[j] = score, from[j] = i;
      constexpr double kHopeless = 4;  // a second citation has begun
      best_from_here = std::max(best_from_here, reading.score);
      if (reading.complete && reading.score < best_from_here - kHopeless) break;
      if (is_enough(text, reading, places[i].line, places[j].line)) break;
    }
  }
  std::vector<Entry> entries;
  for (std::size_t j = n - 1; j > 0; j = from[j]) entries.push_back({places[from[j]].line, places[j].line});
  std::reverse(entries.begin(), entries.end());
  return entries;
}

/// The item before ended inside a sentence or a quotation, so this paragraph continues it.
bool continues_item(const CvText& text, int i) {
  if (!begins_large(line_at(text, i).text)) return true;
  const auto before = line_at(text, i - 1).text;
  const auto opened = before.rfind("“");
  if (opened != std::string_view::npos && before.find("”", opened) == std::string_view::npos) return true;
  return !may_end(text, i - 1) && !is_label(text, i) && split_words(before).size() > 8;
}

/// One entry for each item of the smallest depth; paragraphs between items are labels, remarks or continuations.
std::vector<Entry> item_entries(const CvText& text, int begin, int end, bool numbered, std::string_view owner) {
  int depth = 100;
  for (int i = begin; i < end; ++i)
    if (is_item_start(text, i) && line_at(text, i).kind == BlockKind::kListItem)
      depth = std::min(depth, line_at(text, i).level);
  std::vector<Entry> entries;
  bool open = false;
  int loose = -1;  // first of a run of lines outside of items
  const auto close_loose = [&](int i) {
    if (loose >= 0)
      for (const Entry& entry : best_division(text, loose, i, owner)) entries.push_back(entry);
    loose = -1;
  };
  for (int i = begin; i < end; ++i) {
    const CvLine& line = line_at(text, i);
    const bool start = numbered ? is_numbered(text, i)
                                : is_item_start(text, i) && (line.kind != BlockKind::kListItem || line.level <= depth);
    if (start) {
      close_loose(i);
      entries.push_back({i, i + 1});
      open = true;
    } else if (open && (!line.first_in_block || line.kind == BlockKind::kListItem || (numbered && !line.gap_before) ||
                        continues_item(text, i))) {
      entries.back().end = i + 1;
    } else {
      if (is_label(text, i))
        close_loose(i);
      else if (loose < 0)
        loose = i;
      open = false;
    }
  }
  close_loose(end);
  return entries;
}

/// "2019  Ponds of the north": a year in front of a title.
bool leads_with_year(const CvText& text, int i) {
  const CvLine& line = line_at(text, i);
  const std::string_view t = line.text;
  if (!line.first_in_block || line.kind == BlockKind::kListItem || t.size() < 10) return false;
  if (!t.starts_with("19") && !t.starts_with("20")) return false;
  return t[2] >= '0' && t[2] <= '9' && t[3] >= '0' && t[3] <= '9' && (t[4] == '\t' || t[4] == ' ') &&
         split_words(t).size() >= 3;
}

/// "Joint work with A. Hill", "Authored with …": a note that belongs to the citation above it.
bool names_coauthors(std::string_view note) {
  return note.find("uthored with ") != std::string_view::npos || starts_with_ignore_case(note, "with ") ||
         starts_with_ignore_case(note, "joint work with ");
}

/// "Invited talk in the section on ponds": a note that tells that the entry above was no paper.
bool says_talk(std::string_view note) {
  for (const std::string_view start : {"invited talk", "contributed talk", "talk ", "keynote", "oral presentation",
                                       "contributed poster", "poster ", "invited seminar", "seminar "})
    if (starts_with_ignore_case(note, start)) return true;
  return false;
}

/// Titles with years whose notes are list items below them: an entry is the title with what follows it up to the
/// notes, and a note that names its authors. Empty when the list is not set so.
std::vector<Entry> noted_entries(const CvText& text, int begin, int end) {
  std::vector<int> heads;
  int noted = 0;
  for (int i = begin; i < end; ++i) {
    if (leads_with_year(text, i)) heads.push_back(i);
    if (heads.empty() && is_item_start(text, i)) return {};
    if (i > begin && is_item_start(text, i) && !is_item_start(text, i - 1) && line_at(text, i - 1).kind != BlockKind::kListItem)
      ++noted;
  }
  if (heads.size() < 3 || noted * 2 < static_cast<int>(heads.size())) return {};
  std::vector<Entry> entries;
  for (std::size_t h = 0; h < heads.size(); ++h) {
    const int stop = h + 1 < heads.size() ? heads[h + 1] : end;
    int last = heads[h] + 1;
    while (last < stop && line_at(text, last).kind != BlockKind::kListItem) ++last;
    const std::string_view note = last < stop ? line_at(text, last).text : std::string_view{};
    if (says_talk(note)) continue;
    if (names_coauthors(note))
      do ++last;
      while (last < stop && !line_at(text, last).first_in_block);
    entries.push_back({heads[h], last});
  }
  return entries;
}

/// The number of a line that holds nothing else: "12."; -1 for other lines.
int lone_number(const CvText& text, int i) {
  const std::string_view t = line_at(text, i).text;
  if (!line_at(text, i).first_in_block || t.size() < 2 || t.size() > 4 || t.back() != '.') return -1;
  int number = 0;
  for (const char c : t.substr(0, t.size() - 1)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

/// Entries below numbers on lines of their own, each up to the next number or a bold label. Where a number is missing,
/// paragraphs divide. Empty when there are fewer than two such numbers.
std::vector<Entry> entries_below_numbers(const CvText& text, int begin, int end) {
  std::vector<int> starts;
  for (int i = begin; i < end; ++i)
    if (lone_number(text, i) >= 0) starts.push_back(i);
  constexpr std::size_t kFewest = 2;
  if (starts.size() < kFewest) return {};
  std::vector<Entry> entries;
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const int stop = s + 1 < starts.size() ? starts[s + 1] : end;
    int last = starts[s] + 1;
    while (last < stop && (last == starts[s] + 1 || line_at(text, last).bold < 0.9F)) ++last;
    const int next = stop < end ? lone_number(text, stop) : -1;
    const bool missing = next != lone_number(text, starts[s]) + 1 && next != 1;
    entries.push_back({starts[s] + 1, starts[s] + 2});
    for (int i = starts[s] + 2; i < last; ++i) {
      const bool begins = missing && line_at(text, i).gap_before && may_end(text, i - 1) && begins_large(line_at(text, i).text);
      if (begins) entries.push_back({i, i});
      entries.back().end = i + 1;
    }
  }
  return entries;
}

/// Entries that begin at the given lines; lines in front of the first one are left out.
std::vector<Entry> entries_at(const std::vector<int>& starts, int end) {
  std::vector<Entry> entries;
  for (std::size_t i = 0; i < starts.size(); ++i)
    entries.push_back({starts[i], i + 1 < starts.size() ? starts[i + 1] : end});
  return entries;
}

}  // namespace

std::vector<int> counted_lines(const CvText& text, int begin, int end) {
  std::vector<int> lines;
  int last = -1;
  int step = 0;
  for (int i = begin; i < end; ++i) {
    const int number = bare_number(line_at(text, i).text);
    if (number < 0) continue;
    if (lines.empty() ? number > 300 : std::abs(number - last) != 1 || (step != 0 && number - last != step)) continue;
    if (!lines.empty()) step = number - last;
    lines.push_back(i);
    last = number;
  }
  constexpr std::size_t kFewest = 3;
  if (lines.size() < kFewest || lines.front() - begin > 3) return {};
  return lines;
}

std::vector<Entry> paper_entries(const CvText& text, int begin, int end, std::string_view owner) {
  int items = 0;
  int numbered = 0;
  int blocks = 0;
  for (int i = begin; i < end; ++i) {
    items += is_item_start(text, i) ? 1 : 0;
    numbered += is_numbered(text, i) ? 1 : 0;
    blocks += line_at(text, i).first_in_block ? 1 : 0;
  }
  if (begin >= end) return {};
  if (const auto noted = items > 0 ? noted_entries(text, begin, end) : std::vector<Entry>{}; !noted.empty()) return noted;
  if (items * 2 >= blocks && items > 0) return item_entries(text, begin, end, false, owner);
  if (auto below = entries_below_numbers(text, begin, end); !below.empty()) return below;
  if (numbered >= 2 && numbered * 8 >= end - begin) return item_entries(text, begin, end, true, owner);
  if (const auto counted = counted_lines(text, begin, end); !counted.empty()) return entries_at(counted, end);
  std::vector<Entry> entries;
  for (const Entry& entry : best_division(text, begin, end, owner))
    if (entry.end - entry.begin > 1 || !is_label(text, entry.begin)) entries.push_back(entry);
  return entries;
}

}  // namespace scholargraph
