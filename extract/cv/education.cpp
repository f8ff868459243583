// SPDX-License-Identifier: Apache-2.0
// Degrees. Every degree named in an entry is one record; it takes the institution and the date that stand nearest to
// it, so that "MSc 2015, BSc 2013, University of X" gives two records of one university.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/education_prose.h"
#include "extract/cv/entries_rows.h"
#include "extract/cv/fields.h"

namespace scholargraph {
namespace {

/// Fragments [first, last) that belong to the `index`-th degree of the entry.
struct Share {
  std::size_t first;
  std::size_t last;
};

/// "M.S. – Diplôme d'Études Approfondies": the national name right behind a degree names it once more.
bool glosses(const std::vector<Fragment>& fragments, std::size_t k) {
  if (k == 0 || fragments[k - 1].kind != FragmentKind::kDegree || fragments[k - 1].line != fragments[k].line) return false;
  const Fragment& before = fragments[k - 1];
  const bool national = starts_with_ignore_case(fragments[k].text, "dipl") && fragments[k].degree.level == DegreeLevel::kOther;
  return national && before.field.empty() && before.degree.level != DegreeLevel::kOther;
}

std::vector<std::size_t> degree_positions(const std::vector<Fragment>& fragments) {
  std::vector<std::size_t> clear;
  std::vector<std::size_t> ambiguous;
  for (std::size_t k = 0; k < fragments.size(); ++k) {
    if (fragments[k].kind != FragmentKind::kDegree) continue;
    (fragments[k].degree.ambiguous ? ambiguous : clear).push_back(k);
  }
  if (clear.empty()) return ambiguous;
  std::erase_if(clear, [&](std::size_t k) { return glosses(fragments, k); });
  // "MA" beside a clear degree on the same line is rather a state than a second degree.
  for (std::size_t k : ambiguous) {
    const bool beside = std::any_of(clear.begin(), clear.end(), [&](std::size_t c) { return fragments[c].line == fragments[k].line; });
    if (!beside) clear.push_back(k);
  }
  std::sort(clear.begin(), clear.end());
  return clear;
}

std::vector<Share> shares_of(const std::vector<Fragment>& fragments, const std::vector<std::size_t>& degrees) {
  std::vector<Share> shares;
  for (std::size_t d = 0; d < degrees.size(); ++d) {
    std::size_t first = d == 0 ? 0 : degrees[d];
    std::size_t last = d + 1 < degrees.size() ? degrees[d + 1] : fragments.size();
    // A date or institution on the line of a degree, before it, belongs to it.
    const auto own_line = [&](std::size_t k) { return fragments[k - 1].line == fragments[degrees[d]].line && fragments[k - 1].kind != FragmentKind::kDegree; };
    if (d > 0) while (first > degrees[d - 1] + 1 && own_line(first)) --first;
    if (d + 1 < degrees.size()) {
      while (last > degrees[d] + 1 && fragments[last - 1].line == fragments[degrees[d + 1]].line && fragments[last - 1].line != fragments[degrees[d]].line) --last;
    }
    shares.push_back({first, last});
  }
  return shares;
}

const Fragment* find_kind(const std::vector<Fragment>& fragments, FragmentKind kind) {
  for (const Fragment& fragment : fragments) {
    if (fragment.kind == kind && !(kind == FragmentKind::kDate && fragment.bracketed && !fragment.date.range)) return &fragment;
  }
  for (const Fragment& fragment : fragments) {
    if (fragment.kind == kind) return &fragment;
  }
  return nullptr;
}

const Fragment* best_date(const std::vector<Fragment>& fragments, int line) {
  const Fragment* best = nullptr;
  double best_value = -100;
  for (const Fragment& fragment : fragments) {
    if (fragment.kind != FragmentKind::kDate) continue;
    const double value = (fragment.date.range ? 1.5 : 0) - std::abs(fragment.line - line) - (fragment.bracketed ? 0.2 : 0);
    if (value > best_value) {
      best_value = value;
      best = &fragment;
    }
  }
  return best;
}

/// A single date of a degree is its end; "PhD student since" has none.
Period study_period(const Fragment* date) {
  if (date == nullptr) return {};
  Period period = date->date.period;
  if (!date->date.range) {
    period.start.reset();
    period.start_month = 0;
  }
  if (period.present) period.end.reset();
  return period;
}

std::vector<Fragment> part(const std::vector<Fragment>& all, const Share& share) {
  return {all.begin() + static_cast<std::ptrdiff_t>(share.first), all.begin() + static_cast<std::ptrdiff_t>(share.last)};
}

/// The first unknown piece behind the degree: "Ph.D., Philosophy, UCLA".
std::string field_beside(const std::vector<Fragment>& fragments, int line) {
  for (const Fragment& fragment : fragments) {
    if (fragment.kind == FragmentKind::kUnknown && std::abs(fragment.line - line) <= 1 && fragment.text.size() < 80) return fragment.text;
  }
  return {};
}

std::string thesis_of(const CvText& text, const Entry& entry) {
  for (int i = entry.begin; i < entry.end; ++i) {
    const std::string_view line = text.lines[static_cast<std::size_t>(i)].text;
    const auto [label, end] = entry_label(line);
    if (label != EntryLabel::kThesis) continue;
    std::string title(trim(line.substr(end)));
    if (title.empty() && i + 1 < entry.end) title = std::string(text.lines[static_cast<std::size_t>(i + 1)].text);
    for (std::string_view quote : {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E", "``", "''", "*", "\xC2\xAB", "\xC2\xBB"}) title = replace_all(title, quote, "");
    return std::string(trim(title));
  }
  return {};
}

class EducationParser {
 public:
  EducationParser(const CvText& text, CvRecord& cv) : text_(text), cv_(cv) {}

  void add_rows(const RowList& list) {
    last_institution_.clear();
    for (const EntryRow& row : list.rows) add_row(row, list.kind);
  }

 private:
  void add_row(const EntryRow& row, SectionKind kind) {
    const auto degrees = degree_positions(row.fragments);
    const Fragment* role = find_kind(row.fragments, FragmentKind::kRole);
    if (degrees.empty()) return add_without_degree(row, kind, role);
    if (kind != SectionKind::kEducation && !stands_as_degree(row, degrees)) return;
    const auto shares = shares_of(row.fragments, degrees);
    for (std::size_t d = 0; d < degrees.size(); ++d) add_degree(row, row.fragments[degrees[d]], part(row.fragments, shares[d]));
  }

  /// In a list of positions a degree counts when nothing says that it is a position.
  static bool stands_as_degree(const EntryRow& row, const std::vector<std::size_t>& degrees) {
    const Fragment& degree = row.fragments[degrees[0]];
    if (degree.degree.student || may_be_code(degree.degree, degree.text.size()) || degrees[0] > 3) return false;
    return std::none_of(row.fragments.begin(), row.fragments.end(), [](const Fragment& f) { return f.kind == FragmentKind::kRole; });
  }

  void add_degree(const EntryRow& row, const Fragment& degree, const std::vector<Fragment>& own) {
    EducationRecord record;
    record.degree = degree.degree.level;
    record.degree_text = degree.text;
    record.field = degree.field;
    auto place = institution_near(own, degree.line, false);
    if (!place) place = institution_near(row.fragments, degree.line, false);
    if (!place && record.field.empty()) record.field = field_beside(own, degree.line);
    if (!place) {
      std::vector<Fragment> others = own;
      std::erase_if(others, [&](const Fragment& f) { return f.text == record.field; });
      place = institution_near(others, degree.line, true);
    }
    place = inside_group(row, place);
    if (record.field.empty()) record.field = field_beside(own, degree.line);
    if (place) {
      record.institution = place->institution;
      record.unit = place->unit;
      last_institution_ = record.institution;
    } else {
      record.institution = last_institution_;
    }
    if (record.institution.empty()) return;
    const Fragment* date = best_date(own, degree.line);
    if (date == nullptr) date = best_date(row.fragments, degree.line);
    record.period = study_period(date);
    if (degree.degree.student && date == nullptr) record.period.present = true;
    record.thesis_title = thesis_of(text_, row.entry);
    record.span = span_of(text_, row.entry.begin, row.entry.end);
    cv_.education.push_back(std::move(record));
  }

  /// Under "Training" or "Courses" an entry without a degree is a course.
  bool in_course_list(const EntryRow& row) const {
    static const Lexicon courses{{1, "training|trainings|course|courses|workshop|workshops|complementar|continuing|certificates|certifications|additional|other|kurse|seminare|"
                                     "weitere|professional development|formation continue|formations complementaires|cursos|corsi|summer schools|schools|development|研修"}};
    const Section* inside = nullptr;
    for (const Section& section : text_.sections) {
      if (section.begin <= row.entry.begin && row.entry.begin < section.end) inside = &section;
    }
    for (; inside != nullptr; inside = inside->parent >= 0 ? &text_.sections[static_cast<std::size_t>(inside->parent)] : nullptr) {
      if (courses.contains(inside->heading)) return true;
    }
    return false;
  }

  void add_without_degree(const EntryRow& row, SectionKind kind, const Fragment* role) {
    if (kind != SectionKind::kEducation || (role != nullptr && role->role != kStudentRole) || in_course_list(row)) return;
    const Fragment* date = best_date(row.fragments, row.entry.begin);
    if (date == nullptr) return;
    const auto place = institution_near(row.fragments, date->line, false);
    if (!place || place->strength < 2) return;
    EducationRecord record;
    record.institution = place->institution;
    record.unit = place->unit;
    record.field = field_beside(row.fragments, date->line);
    record.period = study_period(date);
    record.span = span_of(text_, row.entry.begin, row.entry.end);
    cv_.education.push_back(std::move(record));
  }

  const CvText& text_;
  CvRecord& cv_;
  std::string last_institution_;
};

}  // namespace

void find_education(const CvText& text, const std::vector<RowList>& lists, CvRecord& cv) {
  EducationParser parser(text, cv);
  for (const RowList& list : lists) {
    if (list.kind == SectionKind::kEducation || list.kind == SectionKind::kEmployment) parser.add_rows(list);
  }
  if (cv.education.empty()) find_education_in_prose(text, cv);
}

}  // namespace scholargraph
