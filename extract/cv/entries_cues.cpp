// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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

LineCues cues_of(const CvText& text, const CvLine& line) {
  LineCues cues;
  const auto dates = find_dates(line.text);
  cues.date = !dates.empty();
  cues.range = std::any_of(dates.begin(), dates.end(), [](const DateMatch& d) { return d.range; });
  cues.date_leads = !dates.empty() && dates[0].begin <= 1;
  cues.label = entry_label(line.text).first != EntryLabel::kNone;
  const auto words = lex_words(line.text.substr(0, std::min<std::size_t>(line.text.size(), 300)));
  cues.prose = words.size() > kProseWords * 2 || (words.size() > kProseWords && line.text.ends_with("."));
  if (!cues.label) {
    const auto degrees = find_degrees(line.text.substr(0, std::min<std::size_t>(line.text.size(), 300)));
    cues.degree = std::any_of(degrees.begin(), degrees.end(), [](const DegreeMention& d) { return !d.ambiguous; });
    if (!cues.degree && !degrees.empty()) cues.degree = degrees[0].begin <= 2;
    cues.institution = institution_words().find(words).has_value();
    cues.role = role_words().find(words).has_value();
  }
  cues.bold_lead = begins_bold(text, line);
  return cues;
}

}  // namespace

std::vector<LineCues> line_cues(const CvText& text, int begin, int end) {
  std::vector<LineCues> cues;
  cues.reserve(static_cast<std::size_t>(std::max(0, end - begin)));
  int top_item = 99;
  bool other_lines = false;
  for (int i = begin; i < end; ++i) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    if (line.kind == BlockKind::kListItem) top_item = std::min(top_item, line.level);
    else other_lines = true;
    cues.push_back(cues_of(text, line));
  }
  int dated_outside = 0;
  int dated_items = 0;
  for (int i = begin; i < end; ++i) {
    const LineCues& c = cues[static_cast<std::size_t>(i - begin)];
    if (!c.date) continue;
    ++(text.lines[static_cast<std::size_t>(i)].kind == BlockKind::kListItem ? dated_items : dated_outside);
  }
  const bool items_are_nested = other_lines && dated_outside > dated_items;
  for (int i = begin; i < end; ++i) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    if (line.kind != BlockKind::kListItem) continue;
    cues[static_cast<std::size_t>(i - begin)].nested = line.level > top_item || items_are_nested;
  }
  return cues;
}

Entry section_range(const CvText& text, std::size_t section) {
  const Section& top = text.sections[section];
  Entry range{top.begin, top.end};
  for (std::size_t s = section + 1; s < text.sections.size(); ++s) {
    const Section& below = text.sections[s];
    bool inside = false;
    for (int up = below.parent; up >= 0; up = text.sections[static_cast<std::size_t>(up)].parent) {
      if (up == static_cast<int>(section)) inside = true;
    }
    if (!inside || below.kind != top.kind) break;
    range.end = below.end;
  }
  return range;
}

}  // namespace scholargraph
