// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "extract/cv/fields.h"
#include "extract/cv/names.h"

namespace scholargraph {
namespace {

bool same_period(const Period& a, const Period& b) { return a.start == b.start && a.end == b.end && a.present == b.present; }

bool overlap(const SourceSpan& a, const SourceSpan& b) {
  return a.page == b.page && a.first_line <= b.last_line && b.first_line <= a.last_line;
}

bool same_lines(const SourceSpan& a, const SourceSpan& b) {
  return a.page == b.page && a.first_line == b.first_line && a.last_line == b.last_line;
}

void drop_repeated_degrees(std::vector<EducationRecord>& rows) {
  std::vector<EducationRecord> kept;
  for (EducationRecord& row : rows) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const EducationRecord& other) {
      return other.degree == row.degree && same_period(other.period, row.period) && fold(other.institution) == fold(row.institution) &&
             (fold(other.field) == fold(row.field) || row.field.empty());
    });
    // One entry names the same degree in two ways: "Doctorat (PhD)".
    const auto twin = std::find_if(kept.begin(), kept.end(), [&](const EducationRecord& other) {
      const bool vague = other.field.empty() || row.field.empty() || !same_period(other.period, row.period) || row.degree == DegreeLevel::kOther;
      if (other.period.start && row.period.start && other.period.start != row.period.start) return false;
      return same_lines(other.span, row.span) && other.degree == row.degree && vague && fold(other.institution) == fold(row.institution);
    });
    if (twin != kept.end()) {
      if (twin->field.empty()) twin->field = row.field;
      if (!twin->period.start && row.period.start) twin->period = row.period;
      continue;
    }
    if (!known) kept.push_back(std::move(row));
  }
  rows = std::move(kept);
}

void drop_repeated_positions(CvRecord& cv) {
  std::vector<EmploymentRecord> kept;
  for (EmploymentRecord& row : cv.employment) {
    const bool known = std::any_of(kept.begin(), kept.end(), [&](const EmploymentRecord& other) {
      return same_period(other.period, row.period) && fold(other.institution) == fold(row.institution) && fold(other.role) == fold(row.role);
    });
    if (!known) kept.push_back(std::move(row));
  }
  cv.employment = std::move(kept);
}

void add_variant(CvRecord& cv, const std::string& name) {
  if (name.empty() || name == cv.owner) return;
  if (std::find(cv.owner_variants.begin(), cv.owner_variants.end(), name) == cv.owner_variants.end()) cv.owner_variants.push_back(name);
}

/// The forms in which author lists print the owner.
void collect_variants(CvRecord& cv) {
  for (PaperRecord& paper : cv.papers) {
    for (PersonName& author : paper.authors) {
      if (author.is_owner) add_variant(cv, author.full);
    }
  }
  std::sort(cv.owner_variants.begin(), cv.owner_variants.end());
}

}  // namespace

void reconcile(const CvText&, CvRecord& cv) {
  drop_repeated_degrees(cv.education);
  drop_repeated_positions(cv);
  // A degree and a position read from the same lines: the list the degree stood in has spoken already.
  std::erase_if(cv.employment, [&](const EmploymentRecord& job) {
    return std::any_of(cv.education.begin(), cv.education.end(), [&](const EducationRecord& degree) {
      return overlap(job.span, degree.span) && same_period(job.period, degree.period) && fold(job.institution) == fold(degree.institution) &&
             job.span.first_line == degree.span.first_line && job.span.last_line == degree.span.last_line;
    });
  });
  collect_variants(cv);
}

}  // namespace scholargraph
