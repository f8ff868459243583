// SPDX-License-Identifier: Apache-2.0
// Contributor profiles: a lead sentence names the person ("Ann worked on …"), then paragraphs each begin with a month
// ("October 2025 …", "In Jan 2025, …") and tell what was done in which repositories. Idea: learn from strong places
// (owner/repo, "the A and B repositories", "across A and B", "October 2025 A: …") which words are repositories, leave
// out those that only own repositories (the left side of owner/repo), then give each the first and last month of the
// paragraphs that name it. Paragraphs printed twice count once. Cost is linear in the text for each repository.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "extract/cv/fields.h"
#include "extract/cv/profile_mentions.h"
#include "extract/cv/section_lines.h"

namespace scholargraph {
namespace {

constexpr int kFewestMonths = 3;

/// A paragraph of one month; year and month are 0 in the lead and in other text.
struct Paragraph {
  std::string text;
  int first = 0;  ///< lines [first, last) of the CvText
  int last = 0;
  int year = 0;
  int month = 0;
  std::size_t behind_date = 0;
};

/// The month that a paragraph of this text begins with: no range, no bare year.
std::optional<DateMatch> leading_month(std::string_view text) {
  auto dates = find_dates(text.substr(0, 48));
  if (dates.empty() || dates.front().begin > 8) return std::nullopt;
  const DateMatch& date = dates.front();
  const Period& period = date.period;
  const bool month = period.start_month != 0 || period.end_month != 0;
  if (date.range || period.present || !month || (!period.start && !period.end)) return std::nullopt;
  return date;
}

Paragraph make_paragraph(const CvText& text, int first, int last) {
  Paragraph paragraph{joined_text(text, first, last), first, last, 0, 0, 0};
  const auto date = leading_month(paragraph.text);
  if (!date) return paragraph;
  const Period& period = date->period;
  paragraph.year = period.start ? *period.start : *period.end;
  paragraph.month = period.start_month != 0 ? period.start_month : period.end_month;
  paragraph.behind_date = date->end;
  return paragraph;
}

/// Blocks as paragraphs; inside a block every line that begins with a month begins a new one.
std::vector<Paragraph> paragraphs_of(const CvText& text) {
  std::vector<Paragraph> out;
  const int count = static_cast<int>(text.lines.size());
  for (int i = 0; i < count;) {
    int end = i + 1;
    const int block = text.lines[static_cast<std::size_t>(i)].block;
    while (end < count && text.lines[static_cast<std::size_t>(end)].block == block) {
      if (leading_month(collapse_spaces(text.lines[static_cast<std::size_t>(end)].text.substr(0, 160)))) break;
      ++end;
    }
    out.push_back(make_paragraph(text, i, end));
    i = end;
  }
  return out;
}

bool is_summary(const Paragraph& paragraph) {
  // A dated line of a CV is short or a range; a summary is a sentence of its month.
  return paragraph.month != 0 && paragraph.text.size() > 70;
}

/// A section of degrees, jobs or papers: the document is a CV whose entries begin with months.
bool has_cv_section(const CvText& text) {
  return std::any_of(text.sections.begin(), text.sections.end(), [](const Section& section) {
    const bool known = section.kind == SectionKind::kEducation || section.kind == SectionKind::kEmployment ||
                       section.kind == SectionKind::kInternships || section.kind == SectionKind::kPapers;
    return known && section.heading_line >= 0 && section.end - section.begin >= 2;
  });
}

struct Span {
  Period period;
  int first_line = -1;
  int last_line = -1;
};

void widen(Span& span, const Paragraph& paragraph) {
  if (span.first_line < 0) span.first_line = paragraph.first;
  span.last_line = paragraph.last;
  if (paragraph.month == 0) return;
  const auto key = [](int year, int month) { return year * 12 + month; };
  Period& period = span.period;
  const int now = key(paragraph.year, paragraph.month);
  if (!period.start || now < key(*period.start, period.start_month)) {
    period.start = paragraph.year;
    period.start_month = paragraph.month;
  }
  if (!period.end || now > key(*period.end, period.end_month)) {
    period.end = paragraph.year;
    period.end_month = paragraph.month;
  }
}

}  // namespace

bool is_contributor_profile(const CvText& text) {
  if (has_cv_section(text)) return false;
  std::set<std::pair<int, int>> months;
  std::size_t dated = 0;
  std::size_t all = 0;
  for (const Paragraph& paragraph : paragraphs_of(text)) {
    all += paragraph.text.size();
    if (!is_summary(paragraph)) continue;
    dated += paragraph.text.size();
    months.insert({paragraph.year, paragraph.month});
  }
  return static_cast<int>(months.size()) >= kFewestMonths && 2 * dated > all;
}

void find_profile(const CvText& text, CvRecord& cv) {
  std::vector<Paragraph> paragraphs;
  std::set<std::string> seen;
  for (Paragraph& paragraph : paragraphs_of(text))
    if (seen.insert(paragraph.text).second) paragraphs.push_back(std::move(paragraph));

  ProjectMentions mentions;
  for (const Paragraph& paragraph : paragraphs) mentions.learn(paragraph.text, paragraph.behind_date);

  for (const Paragraph& paragraph : paragraphs) {
    if (!cv.owner.empty() || paragraph.month != 0) break;
    cv.owner = subject_of(paragraph.text);
    if (!cv.owner.empty()) cv.owner_span = span_of(text, paragraph.first, paragraph.last);
  }

  std::vector<std::string> order;
  std::map<std::string, Span> spans;
  for (const Paragraph& paragraph : paragraphs) {
    for (const std::string& name : mentions.named_in(paragraph.text)) {
      if (spans.find(name) == spans.end()) order.push_back(name);
      widen(spans[name], paragraph);
    }
  }
  for (const std::string& name : order) {
    const Span& span = spans[name];
    cv.projects.push_back({name, "contributor", span.period, span_of(text, span.first_line, span.last_line)});
  }
}

}  // namespace scholargraph
