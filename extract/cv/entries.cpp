// SPDX-License-Identifier: Apache-2.0
// Problem: where does each degree, job or citation of a list begin? Documents lead entries by a date, a bold line, a
// list marker, a heading, an institution or just a blank line, and stay with one way through a list.
// Idea: try each way as a hypothesis. A good division gives entries with one anchor each (a degree in education, a
// date elsewhere) whose first lines look alike; the best score wins. Ties go to the stronger typographic mark.
// Cost: one set of cues for each line, then about ten linear scans.
#include "extract/cv/entries.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/cv/dates.h"

namespace scholargraph {
namespace {

struct Context {
  const CvText& text;
  int begin;
  int end;
  SectionKind kind;
  const std::vector<LineCues>& cues;
  bool ranges_only = false;  ///< single dates are rare beside ranges: they belong to the descriptions

  [[nodiscard]] const CvLine& line(int i) const { return text.lines[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const LineCues& cue(int i) const { return cues[static_cast<std::size_t>(i - begin)]; }
};

bool row_kind(SectionKind kind) {
  return kind == SectionKind::kEducation || kind == SectionKind::kEmployment || kind == SectionKind::kInternships ||
         kind == SectionKind::kVisits || kind == SectionKind::kHeader;
}

/// A single date in a line that also says what and where dates a position of its own.
bool told_whole(const LineCues& cue) { return cue.date && cue.role && cue.institution && !cue.prose; }

/// One anchor for each thing that the section lists.
int anchors_in(const Context& context, int begin, int end) {
  int degrees = 0;
  int dates = 0;
  for (int i = begin; i < end; ++i) {
    const LineCues& cue = context.cue(i);
    if (cue.nested || cue.label) continue;
    degrees += cue.degree ? 1 : 0;
    dates += (context.ranges_only ? cue.range || told_whole(cue) : cue.date) ? 1 : 0;
  }
  if (context.kind == SectionKind::kEducation && degrees > 0) return degrees;
  return dates;
}

int degrees_in(const Context& context, int begin, int end) {
  int degrees = 0;
  for (int i = begin; i < end; ++i) {
    const LineCues& cue = context.cue(i);
    degrees += cue.degree && !cue.nested && !cue.label ? 1 : 0;
  }
  return degrees;
}

int dates_in(const Context& context, int begin, int end) {
  int dates = 0;
  for (int i = begin; i < end; ++i) {
    const LineCues& cue = context.cue(i);
    dates += cue.date && !cue.nested && !cue.label ? 1 : 0;
  }
  return dates;
}

using Lead = bool (*)(const Context&, int);

bool leads_block(const Context& c, int i) { return c.line(i).first_in_block && !c.cue(i).nested; }
bool leads_gap(const Context& c, int i) { return c.line(i).gap_before && !c.cue(i).nested; }
bool leads_heading(const Context& c, int i) { return c.line(i).kind == BlockKind::kHeading; }
bool leads_bold(const Context& c, int i) { return c.cue(i).bold_lead && !c.cue(i).nested && !(i > c.begin && c.cue(i - 1).bold_lead && !c.line(i).first_in_block); }
bool leads_date(const Context& c, int i) { return c.cue(i).date && !c.cue(i).nested && !c.cue(i).label; }
bool leads_first_date(const Context& c, int i) { return c.cue(i).date_leads && !c.cue(i).nested; }
bool leads_institution(const Context& c, int i) {
  return c.cue(i).institution && !c.cue(i).nested && !c.cue(i).label && !c.cue(i).prose &&
         !(i > c.begin && c.cue(i - 1).institution && !c.cue(i - 1).date && !c.line(i).gap_before);
}
bool leads_degree(const Context& c, int i) { return c.cue(i).degree && !c.cue(i).nested && !c.cue(i).label; }
bool leads_role(const Context& c, int i) { return c.cue(i).role && !c.cue(i).nested && !c.cue(i).label && !c.cue(i).prose; }
bool leads_item(const Context& c, int i) { return c.line(i).kind == BlockKind::kListItem && c.line(i).first_in_block && !c.cue(i).nested; }
bool leads_row(const Context& c, int i) { return c.line(i).kind == BlockKind::kTableRow && c.line(i).first_in_block; }
bool leads_line(const Context& c, int i) { return !c.cue(i).nested && !c.cue(i).label && !c.cue(i).continued; }
/// After a line that ends with a date: what the next entry begins with when dates close entries.
bool leads_after_date(const Context& c, int i) {
  return i == c.begin || (c.cue(i - 1).date && !c.cue(i - 1).nested && !c.cue(i).nested && !c.cue(i).label && !c.cue(i).continued);
}

/// A date alone on its line.
bool leads_date_line(const Context& c, int i) {
  return c.cue(i).date_leads && !c.cue(i).nested && !c.cue(i).degree && !c.cue(i).role && !c.cue(i).institution && parse_whole_date(c.line(i).text).has_value();
}

struct Hypothesis {
  Lead lead;
  double bonus;
};

constexpr std::array<Hypothesis, 14> kHypotheses{{
    {leads_heading, 0.14}, {leads_item, 0.12}, {leads_row, 0.10}, {leads_date_line, 0.30}, {leads_gap, 0.10}, {leads_bold, 0.08}, {leads_first_date, 0.08},
    {leads_block, 0.06}, {leads_degree, 0.04}, {leads_date, 0.04}, {leads_institution, 0.04}, {leads_role, 0.03},
    {leads_after_date, 0.02}, {leads_line, 0.02},
}};

std::vector<Entry> divide(const Context& context, Lead lead) {
  std::vector<Entry> entries;
  for (int i = context.begin; i < context.end; ++i) {
    if (entries.empty() || (!context.cue(i).attached && lead(context, i))) entries.push_back({i, i});
    entries.back().end = i + 1;
  }
  return entries;
}

unsigned shape_of(const Context& context, int i) {
  const LineCues& cue = context.cue(i);
  const CvLine& line = context.line(i);
  return (cue.date ? 1U : 0U) | (cue.degree ? 2U : 0U) | (cue.institution ? 4U : 0U) | (cue.role ? 8U : 0U) |
         (cue.bold_lead ? 16U : 0U) | (line.first_in_block ? 32U : 0U) | (static_cast<unsigned>(line.kind) << 6);
}

double likeness(const Context& context, const std::vector<Entry>& entries) {
  double alike = 0;
  for (std::size_t k = 1; k < entries.size(); ++k) {
    const unsigned different = shape_of(context, entries[k].begin) ^ shape_of(context, entries[k - 1].begin);
    alike += 1.0 - std::min(1.0, 0.25 * static_cast<double>(__builtin_popcount(different)));
  }
  return entries.size() > 1 ? alike / static_cast<double>(entries.size() - 1) : 0.5;
}

double score(const Context& context, const std::vector<Entry>& entries) {
  const bool by_degree = context.kind == SectionKind::kEducation && degrees_in(context, context.begin, context.end) > 0;
  int all = anchors_in(context, context.begin, context.end);
  if (by_degree) all = std::max(all, dates_in(context, context.begin, context.end));
  double good = 0;
  for (const Entry& entry : entries) {
    const int anchors = anchors_in(context, entry.begin, entry.end);
    // Among degrees, an entry that is only dated is half an entry: perhaps the head of one.
    if (anchors == 1) good += by_degree && degrees_in(context, entry.begin, entry.end) == 0 ? 0.5 : 1.0;
    else if (anchors > 1) good += 1.2 / anchors;
    if (context.cue(entry.begin).label) good -= 0.5;
  }
  const double expected = std::max<double>(static_cast<double>(entries.size()), std::max(1, all));
  return good / expected + 0.3 * likeness(context, entries);
}

}  // namespace

std::vector<Entry> split_entries(const CvText& text, int begin, int end, SectionKind kind,
                                 const std::vector<LineCues>& cues) {
  if (begin >= end) return {};
  Context context{text, begin, end, kind, cues};
  int ranges = 0;
  int singles = 0;
  for (const LineCues& cue : context.cues) {
    if (!cue.date || cue.nested || cue.label) continue;
    ++(cue.range ? ranges : singles);
  }
  context.ranges_only = row_kind(kind) && kind != SectionKind::kEducation && ranges >= 3 && ranges >= 3 * singles;
  std::vector<Entry> best;
  double best_score = -1;
  const bool nothing_anchored = anchors_in(context, begin, end) == 0;
  for (const Hypothesis& hypothesis : kHypotheses) {
    if (!row_kind(kind) && (hypothesis.lead == leads_institution || hypothesis.lead == leads_role || hypothesis.lead == leads_degree)) continue;
    // Dates on lines of their own lead the entries when the first line of the section is one.
    if (hypothesis.lead == leads_date_line && !leads_date_line(context, begin)) continue;
    if (nothing_anchored && (hypothesis.lead == leads_line || hypothesis.lead == leads_after_date)) continue;
    std::vector<Entry> entries = divide(context, hypothesis.lead);
    const double value = score(context, entries) + (entries.size() > 1 ? hypothesis.bonus : 0);
    if (value > best_score + 1e-9) {
      best_score = value;
      best = std::move(entries);
    }
  }
  return best;
}

std::vector<Entry> find_entries(const CvText& text, const Section& section) {
  return split_entries(text, section.begin, section.end, section.kind, line_cues(text, section.begin, section.end));
}

}  // namespace scholargraph
