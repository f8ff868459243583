// SPDX-License-Identifier: Apache-2.0
// Margin labels. Many CVs set the section heading left of the first entry: the reader delivers it as the first cell
// of that line ("Education<tab>2014-2019 PhD"), broken over several lines, or glued to the text.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "extract/cv/dates.h"
#include "extract/cv/sections_headings.h"

namespace scholargraph {
namespace {

constexpr double kWholly = 0.99;

std::string_view first_cell(std::string_view line) {
  const std::size_t tab = line.find('\t');
  return tab == std::string_view::npos ? std::string_view{} : trim(line.substr(0, tab));
}

bool names_section(std::string_view label) {
  if (label.empty() || label.size() > 60 || lex_words(label).size() > 6) return false;
  if (entry_label(std::string(label) + ":").first != EntryLabel::kNone) return false;
  const HeadingMeaning meaning = heading_meaning(label);
  return meaning.kind != SectionKind::kUnknown && meaning.coverage >= kWholly;
}

CvLine part_of(const CvLine& line, std::string_view part) {
  CvLine out = line;
  out.begin += static_cast<int>(part.data() - line.text.data());
  out.text = part;
  return out;
}

std::string_view behind_first_cell(std::string_view line) { return trim(line.substr(line.find('\t') + 1)); }

/// Number of following lines (0..2) whose first cells continue the label of `at`; -1 when it is no label.
int label_lines(const std::vector<CvLine>& lines, std::size_t at) {
  std::string label(first_cell(lines[at].text));
  if (label.empty() || !is_upper([&] { std::size_t p = 0; return next_code_point(label, p); }())) {
    std::size_t p = 0;
    if (label.empty() || !is_cjk(next_code_point(label, p))) return -1;
  }
  int found = names_section(label) ? 0 : -1;
  for (int more = 1; more <= 2 && at + static_cast<std::size_t>(more) < lines.size(); ++more) {
    const std::string_view next = first_cell(lines[at + static_cast<std::size_t>(more)].text);
    if (next.empty() || lex_words(next).size() > 3) break;
    // Two labels that both name a section are two sections.
    std::size_t pos = 0;
    if (found >= 0 && names_section(next) && is_upper(next_code_point(next, pos))) break;
    label += ' ';
    label += next;
    if (names_section(label)) found = more;
  }
  return found;
}

/// "Internship<tab>2019": a role and when it was held.
bool is_dated_role(std::string_view line) { return parse_whole_date(behind_first_cell(line)) && role_words().contains(first_cell(line)); }

/// "Education Doctor of Philosophy": the heading word alone, then a degree or a date.
std::size_t glued_label_end(std::string_view line) {
  const std::vector<LexWord> words = lex_words(line.substr(0, 80));
  if (words.size() < 3 || !words[0].capital || words[1].begin != words[0].end + 1) return 0;
  const HeadingMeaning meaning = heading_meaning(line.substr(0, words[0].end));
  if (meaning.kind != SectionKind::kEducation || meaning.coverage < kWholly) return 0;
  const std::string_view rest = line.substr(words[1].begin);
  const auto degrees = find_degrees(rest);
  return !degrees.empty() && degrees[0].begin == 0 ? words[0].end : 0;
}

}  // namespace

void split_label_lines(CvText& text) {
  // A label that comes again and again names a field of the entries ("Title", "Year"), not a section.
  std::map<std::string, int> times;
  for (const CvLine& line : text.lines) {
    if (const auto cell = first_cell(line.text); !cell.empty() && cell.size() <= 60) ++times[fold(cell)];
  }
  std::vector<CvLine> out;
  out.reserve(text.lines.size() + 16);
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const CvLine& line = text.lines[i];
    const bool celled = line.text.find('\t') != std::string_view::npos;
    const bool may_head = celled && times[fold(first_cell(line.text))] <= 2 && !is_dated_role(line.text);
    const int more = may_head ? label_lines(text.lines, i) : -1;
    if (more >= 0) {
      for (int k = 0; k <= more; ++k) {
        CvLine label = part_of(text.lines[i + static_cast<std::size_t>(k)], first_cell(text.lines[i + static_cast<std::size_t>(k)].text));
        label.level = -1;  // marks a margin label
        out.push_back(label);
      }
      for (int k = 0; k <= more; ++k) {
        const CvLine& source = text.lines[i + static_cast<std::size_t>(k)];
        const std::string_view rest = behind_first_cell(source.text);
        if (!rest.empty()) out.push_back(part_of(source, rest));
      }
      i += static_cast<std::size_t>(more);
      continue;
    }
    if (const std::size_t end = glued_label_end(line.text); end > 0) {
      CvLine label = part_of(line, line.text.substr(0, end));
      label.level = -1;
      out.push_back(label);
      out.push_back(part_of(line, trim(line.text.substr(end))));
      continue;
    }
    out.push_back(line);
  }
  text.lines = std::move(out);
}

}  // namespace scholargraph
