// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/section_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace scholargraph {

SectionMap::SectionMap(const CvText& text)
    : text_(text), sections_(text.lines.size(), -1), heading_(text.lines.size(), false) {
  for (std::size_t s = 0; s < text.sections.size(); ++s) {
    const Section& section = text.sections[s];
    const auto begin = static_cast<std::size_t>(std::max(section.begin, 0));
    const auto end = std::min(static_cast<std::size_t>(std::max(section.end, 0)), sections_.size());
    for (std::size_t i = begin; i < end; ++i) sections_[i] = static_cast<int>(s);
    const auto heading = static_cast<std::size_t>(section.heading_line);
    if (section.heading_line < 0 || heading >= sections_.size()) continue;
    sections_[heading] = static_cast<int>(s);
    heading_[heading] = true;
  }
}

SectionKind SectionMap::kind_of_section(int section) const {
  while (section >= 0) {
    const Section& s = text_.sections[static_cast<std::size_t>(section)];
    if (s.kind != SectionKind::kUnknown) return s.kind;
    section = s.parent;
  }
  return SectionKind::kUnknown;
}

SectionKind SectionMap::kind_at(int line) const { return kind_of_section(section_of(line)); }

bool SectionMap::within(int line, SectionKind kind) const {
  for (int s = section_of(line); s >= 0; s = text_.sections[static_cast<std::size_t>(s)].parent)
    if (text_.sections[static_cast<std::size_t>(s)].kind == kind) return true;
  return false;
}

std::string SectionMap::headings(int line) const {
  std::string out;
  for (int s = section_of(line); s >= 0; s = text_.sections[static_cast<std::size_t>(s)].parent) {
    if (!out.empty()) out += " / ";
    out += text_.sections[static_cast<std::size_t>(s)].heading;
  }
  return out;
}

std::vector<BlockLines> block_lines(const CvText& text, const SectionMap& map) {
  std::vector<BlockLines> out;
  const int count = static_cast<int>(text.lines.size());
  const auto line = [&](int i) -> const CvLine& { return text.lines[static_cast<std::size_t>(i)]; };
  for (int first = 0; first < count;) {
    int last = first + 1;
    while (last < count && line(last).block == line(first).block && map.section_of(last) == map.section_of(first) &&
           !map.is_heading(last) && !map.is_heading(last - 1))
      ++last;
    const std::string_view block = text.document->blocks[static_cast<std::size_t>(line(first).block)].text;
    const auto begin = static_cast<std::size_t>(line(first).begin);
    const std::size_t end = static_cast<std::size_t>(line(last - 1).begin) + line(last - 1).text.size();
    out.push_back({first, last, block.substr(begin, end - begin)});
    first = last;
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool contains_any(std::string_view lower_text, std::initializer_list<std::string_view> stems) {
  return std::any_of(stems.begin(), stems.end(),
                     [&](std::string_view stem) { return lower_text.find(stem) != std::string_view::npos; });
}

namespace {

constexpr std::array<std::string_view, 17> kBullets{"•", "-", "–", "—", "*", "·", "◦", "▪", "‣",
                                                    "○", "●", "■", "►", "{", "+", ">", "∙"};

std::size_t skip_blanks(std::string_view text, std::size_t pos) {
  while (pos < text.size() && (text[pos] == ' ' || text[pos] == '\t' || text[pos] == '\n')) ++pos;
  return pos;
}

/// "12." or "[3]" or "(4)" followed by a blank.
std::size_t behind_number(std::string_view text, std::size_t pos) {
  std::size_t p = pos;
  const bool bracket = p < text.size() && (text[p] == '[' || text[p] == '(');
  if (bracket) ++p;
  const std::size_t digits = p;
  while (p < text.size() && text[p] >= '0' && text[p] <= '9') ++p;
  if (p == digits || p - digits > 3 || p >= text.size()) return pos;
  if (text[p] != (bracket ? (text[pos] == '[' ? ']' : ')') : '.') && !(text[p] == ')' && !bracket)) return pos;
  ++p;
  if (p < text.size() && text[p] == '.') ++p;
  return p < text.size() && (text[p] == ' ' || text[p] == '\t') ? skip_blanks(text, p) : pos;
}

constexpr std::string_view kEnds = " \t\n,;:.-|";

/// Length of a punctuation character of more than one byte at the start or end of the text, else 0.
std::size_t wide_mark(std::string_view text, bool at_end) {
  for (std::string_view mark : {"–", "—", "•", "·", "：", "，", "、", "；", "。", "\xC2\xA0"}) {
    if (at_end ? text.ends_with(mark) : text.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

std::size_t behind_bullet(std::string_view text) {
  std::size_t pos = skip_blanks(text, 0);
  for (std::string_view bullet : kBullets) {
    if (!text.substr(pos).starts_with(bullet)) continue;
    const std::size_t next = pos + bullet.size();
    if (next < text.size() && (text[next] == ' ' || text[next] == '\t')) return skip_blanks(text, next);
  }
  return behind_number(text, pos);
}

std::size_t behind_leading_date(std::string_view text) {
  const std::size_t start = behind_bullet(text);
  const auto dates = find_dates(text);
  std::size_t pos = start;
  for (const DateMatch& date : dates) {
    if (date.begin > pos + 2) break;
    pos = date.end;
    while (pos < text.size()) {
      const std::size_t wide = wide_mark(text.substr(pos), false);
      if (wide == 0 && kEnds.find(text[pos]) == std::string_view::npos && text[pos] != ')' && text[pos] != ']') break;
      pos += std::max<std::size_t>(wide, 1);
    }
  }
  return std::min(pos, text.size());
}

std::string_view strip_punctuation(std::string_view text) {
  while (!text.empty()) {
    const std::size_t wide = wide_mark(text, false);
    if (wide == 0 && kEnds.find(text.front()) == std::string_view::npos) break;
    text.remove_prefix(std::max<std::size_t>(wide, 1));
  }
  while (!text.empty()) {
    const std::size_t wide = wide_mark(text, true);
    if (wide == 0 && kEnds.find(text.back()) == std::string_view::npos) break;
    text.remove_suffix(std::max<std::size_t>(wide, 1));
  }
  return text;
}

std::string without_dates(std::string_view text, const std::vector<DateMatch>& dates) {
  std::string out;
  std::size_t pos = 0;
  for (const DateMatch& date : dates) {
    std::size_t begin = date.begin;
    std::size_t end = date.end;
    // Brackets around the date alone go with it.
    std::size_t left = begin;
    while (left > pos && text[left - 1] == ' ') --left;
    std::size_t right = end;
    while (right < text.size() && text[right] == ' ') ++right;
    if (left > pos && right < text.size() &&
        ((text[left - 1] == '(' && text[right] == ')') || (text[left - 1] == '[' && text[right] == ']'))) {
      begin = left - 1;
      end = right + 1;
    }
    out += strip_punctuation(text.substr(pos, begin - pos));
    out += ' ';
    pos = end;
  }
  if (pos == 0) return collapse_spaces(strip_punctuation(text));
  const std::string_view rest = text.substr(pos);
  const std::string_view stripped = strip_punctuation(rest);
  if (!stripped.empty() && !trim(out).empty() && rest.front() != ' ' && rest.front() != ')') {
    // "2019, Society of X": keep the comma between what stood on both sides of the date.
    const std::size_t mark = rest.find_first_not_of(' ');
    if (mark != std::string_view::npos && rest[mark] == ',') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      out += ", ";
    }
  }
  out += stripped;
  return collapse_spaces(strip_punctuation(out));
}

std::vector<int> years_of(const std::vector<DateMatch>& dates) {
  std::vector<int> years;
  for (const DateMatch& date : dates) {
    const auto start = date.period.start ? date.period.start : date.period.end;
    if (!start) continue;
    const int end = date.range && date.period.end && !date.period.present ? *date.period.end : *start;
    for (int year = *start; year <= end && year < *start + 60; ++year) years.push_back(year);
  }
  std::sort(years.begin(), years.end());
  years.erase(std::unique(years.begin(), years.end()), years.end());
  return years;
}

namespace {

constexpr std::size_t kShortestWrap = 50;
constexpr double kWrapShare = 0.92;  ///< proportional fonts: characters tell the width only roughly

/// The longest line of each block, by index of the block.
std::vector<std::size_t> longest_lines(const CvText& text, int begin, int end) {
  std::vector<std::size_t> longest;
  for (int i = begin; i < end; ++i) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    const auto block = static_cast<std::size_t>(line.block);
    if (longest.size() <= block) longest.resize(block + 1);
    longest[block] = std::max(longest[block], line.text.size());
  }
  return longest;
}

/// A line that ends so is complete: a full stop, a label, or a year that closes an entry.
bool ends_entry(std::string_view text) {
  if (text.ends_with(".") || text.ends_with(":") || text.ends_with(";")) return true;
  if (text.ends_with(")")) text.remove_suffix(1);
  return text.size() > 4 && std::all_of(text.end() - 4, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "Web Chair. The …", "Reviewer: …": a short head that a point or a colon closes.
bool has_head(std::string_view text) {
  const std::size_t end = std::min(text.find(". "), text.find(": "));
  return end != std::string_view::npos && end >= 4 && end < 40;
}

bool continues_line(const CvLine& before, const CvLine& line, std::size_t longest) {
  if (before.block != line.block || line.first_in_block || line.hard_break) return false;
  if (line.kind == BlockKind::kListItem || line.kind == BlockKind::kTableRow) return true;
  if (before.text.ends_with(",") || before.text.ends_with("&")) return true;
  std::size_t pos = 0;
  if (is_lower(next_code_point(line.text, pos))) return true;
  // A line is broken where the next word does not fit: a shorter line ends by itself.
  const std::size_t word = std::min(line.text.find(' '), line.text.size());
  const double reach = static_cast<double>(before.text.size() + 1 + word);
  if (before.text.size() < kShortestWrap || reach < kWrapShare * static_cast<double>(longest)) return false;
  if (ends_entry(before.text) || (has_head(before.text) && has_head(line.text))) return false;
  return behind_leading_date(line.text) == 0;
}

}  // namespace

std::vector<Entry> logical_lines(const CvText& text, int begin, int end) {
  std::vector<Entry> out;
  const auto longest = longest_lines(text, begin, end);
  for (int i = begin; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const auto block = static_cast<std::size_t>(text.lines[at].block);
    if (i > begin && continues_line(text.lines[at - 1], text.lines[at], longest[block])) {
      out.back().end = i + 1;
    } else {
      out.push_back({i, i + 1});
    }
  }
  return out;
}

std::size_t find_outside_brackets(std::string_view text, std::string_view what, std::size_t from) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (depth == 0 && i >= from && text.substr(i).starts_with(what)) return i;
    if (text[i] == '(' || text[i] == '[') ++depth;
    if ((text[i] == ')' || text[i] == ']') && depth > 0) --depth;
  }
  return std::string_view::npos;
}

std::vector<std::string_view> split_outside_brackets(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const char c = i < text.size() ? text[i] : '\0';
    if (c == '(' || c == '[') ++depth;
    if ((c == ')' || c == ']') && depth > 0) --depth;
    if (i < text.size() && (depth > 0 || separators.find(c) == std::string_view::npos)) continue;
    const std::string_view part = trim(text.substr(begin, i - begin));
    if (!part.empty()) parts.push_back(part);
    begin = i + 1;
  }
  return parts;
}

}  // namespace scholargraph
