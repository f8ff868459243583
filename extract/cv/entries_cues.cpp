// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "extract/cv/dates.h"
#include "extract/cv/entries.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

constexpr std::size_t kProseWords = 14;

bool begins_bold(const CvText& text, const CvLine& line) {
  if (line.bold <= 0.05F) return false;
  const Block& block = text.document->blocks[static_cast<std::size_t>(line.block)];
  return style_share(block, line.begin, std::min(line.begin + 6, line.begin + static_cast<int>(line.text.size())), kBold) > 0.9;
}

/// Sentences are long and mostly in small letters; lists of names and places are not. The parts of an address at the
/// end of `text` are small, but no words.
bool reads_as_prose(std::string_view text, const std::vector<LexWord>& words) {
  if (words.size() <= kProseWords) return false;
  const std::size_t address = std::min(text.find("http"), text.find("www."));
  std::size_t count = 0;
  std::size_t small = 0;
  for (const LexWord& word : words) {
    if (word.begin >= address) break;
    ++count;
    small += word.capital ? 0 : 1;
  }
  return small * 100 > count * (words.size() > 2 * kProseWords ? 45 : 55);
}

/// A date inside a sentence tells when something happened, not when the position was held; so does a range in the second
/// sentence: "Lecturer of Ice. From May to June 2012 I was also ...".
bool dates_entry(const DateMatch& date, bool prose, std::string_view line) {
  if (!prose) return true;
  constexpr std::size_t kLead = 110;
  const std::size_t stop = line.rfind(". ", date.begin);
  const bool second = stop != std::string_view::npos && stop + 2 == date.begin && date.end + 2 < line.size() && line[date.end] == ' ';
  return date.range && date.begin < kLead && !second;
}

LineCues cues_of(const CvText& text, const CvLine& line, std::string_view whole) {
  LineCues cues;
  const std::string_view head = whole.substr(0, std::min<std::size_t>(inner_label(whole), 300));
  const auto words = lex_words(head);
  cues.prose = reads_as_prose(head, words);
  const bool cited = line.text.starts_with("[") || line.text.starts_with("http");
  for (const DateMatch& date : find_dates(head)) {
    const bool leads_item = date.begin <= 1 && line.kind == BlockKind::kListItem && line.first_in_block && line.level <= 1;
    if (cited || (!leads_item && !dates_entry(date, cues.prose, head))) continue;
    cues.date = true;
    cues.range = cues.range || date.range;
    cues.date_leads = cues.date_leads || date.begin <= 1;
  }
  cues.label = cited || entry_label(whole).first != EntryLabel::kNone;
  if (!cues.label) {
    const auto degrees = find_degrees(head, words);
    cues.degree = std::any_of(degrees.begin(), degrees.end(), [](const DegreeMention& d) { return !d.ambiguous; });
    if (!cues.degree && !degrees.empty()) cues.degree = degrees[0].begin <= 2;
    cues.institution = institution_words().find(words).has_value();
    cues.role = role_words().find(words).has_value();
  }
  cues.bold_lead = begins_bold(text, line);
  return cues;
}

bool ends_open(std::string_view line) {
  if (line.ends_with(",") || line.ends_with("-") || line.ends_with("&")) return true;
  const std::size_t blank = line.rfind(' ');
  if (blank == std::string_view::npos) return false;
  static constexpr std::string_view kOpen[] = {"of", "and", "the", "at", "in", "for", "de", "und", "et", "for", "with", "to", "from", "der", "des", "du", "la", "y", "di"};
  return std::find(std::begin(kOpen), std::end(kOpen), line.substr(blank + 1)) != std::end(kOpen);
}

bool starts_small(std::string_view line) {
  std::size_t pos = 0;
  return is_lower(next_code_point(line, pos));
}

/// Italic or bold text runs over the line end, and does not cover the whole first line.
bool style_runs_on(const CvText& text, const CvLine& line, const CvLine& next) {
  if (line.bold > 0.9F || line.italic > 0.9F) return false;
  const auto at = static_cast<std::uint32_t>(line.begin) + static_cast<std::uint32_t>(line.text.size());
  for (const StyleSpan& span : text.document->blocks[static_cast<std::size_t>(line.block)].styles) {
    if ((span.styles & (kBold | kItalic | kLink)) && span.begin < at && span.end > static_cast<std::uint32_t>(next.begin)) return true;
  }
  return false;
}

/// "…, Northern National" / "University, Busan": the generic word alone is the end of a name, no name of its own.
bool completes_name(std::string_view line, std::string_view next) {
  if (line.empty() || !std::isalpha(static_cast<unsigned char>(line.back()))) return false;
  const std::string_view head = next.substr(0, next.find_first_of(" ,;\t"));
  if (head != "University" && head != "Institute" && head != "College" && head != "Hospital") return false;
  if (head.size() < next.size() && next[head.size()] == ' ') return false;
  const std::size_t blank = line.find_last_of(" \t");
  return blank != std::string_view::npos && !role_words().contains(line.substr(blank + 1));
}

/// A line that begins with a date begins something of its own.
bool starts_dated(std::string_view line) {
  const auto dates = find_dates(line.substr(0, 40));
  return !dates.empty() && dates.front().begin <= 1;
}

/// "Institute of Snow<tab>Torve, Norway": what is set at the right margin ends the line; so does the third of three cells.
bool ends_in_column(std::string_view line) {
  constexpr std::size_t kShortCell = 32;
  const std::size_t tab = line.rfind('\t');
  if (tab != line.find('\t')) return true;
  return tab != std::string_view::npos && line.size() - tab <= kShortCell && tab > kShortCell;
}

/// "Professor of Ice and Snow, the University of the Whole North" / "2021-2025.": no room was left for the date.
bool wrapped_date(std::string_view line, std::string_view next, std::size_t width) {
  return next.ends_with(".") && line.size() * 100 >= width * 80 && parse_whole_date(next).has_value();
}

/// Line `i` is nothing but a date and all that stands between it and the next such line, or `end`, is a list; no other
/// line stands between it and the list or the beginning above.
bool heads_list_by_date(const CvText& text, int begin, int end, int i) {
  const auto line = [&](int k) -> const CvLine& { return text.lines[static_cast<std::size_t>(k)]; };
  const auto dated = [&](int k) { return parse_whole_date(line(k).text).has_value(); };
  if (i > begin && line(i - 1).kind != BlockKind::kListItem) return false;
  int below = i + 1;
  while (below < end && line(below).kind == BlockKind::kListItem) ++below;
  return below > i + 1 && dated(i) && (below == end || dated(below));
}

bool goes_on(const CvText& text, const CvLine& line, const CvLine& next, std::size_t width) {
  if (next.block != line.block || next.hard_break || next.first_in_block || next.level < 0) return false;
  if (line.source.page != next.source.page) return false;
  if (entry_label(next.text).first != EntryLabel::kNone) return false;
  if (const auto degrees = find_degrees(next.text.substr(0, 60)); !degrees.empty() && degrees[0].begin <= 1) return false;
  if (starts_small(next.text) || style_runs_on(text, line, next)) return true;
  const auto dates = find_dates(line.text);
  const bool dated_end = !dates.empty() && dates.back().end + 2 >= line.text.size();
  if (line.text.ends_with(",")) return true;
  if (ends_open(line.text)) return true;
  if (dated_end || line.text.ends_with(".") || line.text.ends_with(":")) return false;
  if (completes_name(line.text, next.text)) return true;
  if (ends_in_column(line.text)) return false;
  if (starts_dated(next.text)) return dates.empty() && wrapped_date(line.text, next.text, width);
  return line.text.size() >= 55 && line.text.size() * 100 >= width * 80;
}

}  // namespace

std::size_t wrap_width(const CvText& text, int begin, int end) {
  std::vector<std::size_t> lengths;
  for (int i = begin; i < end; ++i) {
    const std::size_t size = text.lines[static_cast<std::size_t>(i)].text.size();
    if (size < 160) lengths.push_back(size);
  }
  if (lengths.empty()) return 0;
  const std::size_t high = lengths.size() - 1 - lengths.size() / 20;
  std::nth_element(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(high), lengths.end());
  return lengths[high];
}

int logical_end(const CvText& text, int i, int end, std::size_t width) {
  int last = i + 1;
  while (last < end && goes_on(text, text.lines[static_cast<std::size_t>(last - 1)], text.lines[static_cast<std::size_t>(last)], width)) ++last;
  return last;
}

std::string logical_text(const CvText& text, int begin, int end) {
  const CvLine& first = text.lines[static_cast<std::size_t>(begin)];
  if (end == begin + 1) return std::string(first.text);
  const CvLine& last = text.lines[static_cast<std::size_t>(end - 1)];
  const std::string& block = text.document->blocks[static_cast<std::size_t>(first.block)].text;
  const auto from = static_cast<std::size_t>(first.begin);
  const auto to = static_cast<std::size_t>(last.begin) + last.text.size();
  std::string out = block.substr(from, to - from);
  std::replace(out.begin(), out.end(), '\n', ' ');
  return out;
}

std::vector<LineCues> line_cues(const CvText& text, int begin, int end) {
  std::vector<LineCues> cues;
  cues.reserve(static_cast<std::size_t>(std::max(0, end - begin)));
  int top_item = 99;
  bool other_lines = false;
  const std::size_t width = wrap_width(text, begin, end);
  for (int i = begin; i < end;) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    if (line.kind == BlockKind::kListItem) top_item = std::min(top_item, line.level);
    else other_lines = true;
    const int next = logical_end(text, i, end, width);
    cues.push_back(cues_of(text, line, logical_text(text, i, next)));
    LineCues continued = {};
    continued.continued = true;
    cues.insert(cues.end(), static_cast<std::size_t>(next - i - 1), continued);
    i = next;
  }
  int dated_outside = 0;
  int dated_items = 0;
  int items = 0;
  int prose_items = 0;
  for (int i = begin; i < end; ++i) {
    const LineCues& c = cues[static_cast<std::size_t>(i - begin)];
    const bool item = text.lines[static_cast<std::size_t>(i)].kind == BlockKind::kListItem;
    if (item && !c.continued) ++items;
    if (item && c.prose) ++prose_items;
    if (c.date && !item) ++dated_outside;
    if (c.date && item && text.lines[static_cast<std::size_t>(i)].level == top_item) ++dated_items;
  }
  const bool items_are_nested = other_lines && dated_outside > 0 && (dated_outside >= dated_items || prose_items * 2 > items);
  bool below_date = false;  // a date alone heads the list: its items say what and where
  for (int i = begin; i < end; ++i) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    if (line.kind != BlockKind::kListItem) {
      below_date = heads_list_by_date(text, begin, end, i);
      continue;
    }
    const LineCues& own = cues[static_cast<std::size_t>(i - begin)];
    if (line.level > top_item && own.date && own.date_leads && !own.role && parse_whole_date(line.text)) {
      cues[static_cast<std::size_t>(i - begin)].attached = true;
      continue;
    }
    // A list inside a list entry is deeper; a list below dated lines describes them.
    cues[static_cast<std::size_t>(i - begin)].nested =
        line.level > top_item || (items_are_nested && !below_date);
  }
  return cues;
}

namespace {

/// "Education" under "Training", "Doctorat" under "Formation": a list of its own, not the head of an entry. What comes
/// again and again ("Positions held") is a label of the entries.
bool names_its_kind(const CvText& text, const Section& section) {
  const auto alike = [&](const Section& other) { return other.heading == section.heading; };
  if (std::count_if(text.sections.begin(), text.sections.end(), alike) > 1) return false;
  const HeadingMeaning meaning = heading_meaning(section.heading);
  return meaning.kind == section.kind && meaning.coverage > 0.99 && find_degrees(section.heading).empty() && find_dates(section.heading).empty();
}

}  // namespace

Entry section_range(const CvText& text, std::size_t section) {
  const Section& top = text.sections[section];
  Entry range{top.begin, top.end};
  for (std::size_t s = section + 1; s < text.sections.size(); ++s) {
    const Section& below = text.sections[s];
    bool inside = false;
    for (int up = below.parent; up >= 0; up = text.sections[static_cast<std::size_t>(up)].parent) {
      if (up == static_cast<int>(section)) inside = true;
    }
    if (!inside || below.kind != top.kind || names_its_kind(text, below)) break;
    range.end = below.end;
  }
  return range;
}

}  // namespace scholargraph
