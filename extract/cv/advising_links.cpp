// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/advising_links.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/advising_cues.h"
#include "extract/cv/names.h"

namespace scholargraph {
namespace {

bool holds(const SourceSpan& span, const SourceSpan& line) {
  return span.page == line.page && span.first_line > 0 && span.first_line <= line.first_line &&
         line.first_line <= span.last_line;
}

bool before(const SourceSpan& a, const SourceSpan& b) {
  return a.page != b.page ? a.page < b.page : a.first_line < b.first_line;
}

/// The records that the line belongs to: those that hold it, innermost first lines only; else, when `nearest` is
/// allowed, the last one that begins above it.
template <class Record>
std::vector<Record*> records_at(std::vector<Record>& records, const SourceSpan& line, bool nearest) {
  std::vector<Record*> found;
  for (Record& record : records) {
    if (!holds(record.span, line)) continue;
    if (!found.empty() && before(found.front()->span, record.span)) found.clear();
    if (found.empty() || !before(record.span, found.front()->span)) found.push_back(&record);
  }
  if (!found.empty() || !nearest) return found;
  Record* best = nullptr;
  for (Record& record : records) {
    if (record.span.first_line == 0 || !before(record.span, line)) continue;
    if (best == nullptr || !before(record.span, best->span)) best = &record;
  }
  if (best != nullptr) found.push_back(best);
  return found;
}

AdvisingLevel level_of(const EducationRecord& record) {
  switch (record.degree) {
    case DegreeLevel::kPhd:
      return AdvisingLevel::kPhd;
    case DegreeLevel::kMasters:
      return AdvisingLevel::kMasters;
    case DegreeLevel::kBachelors:
      return AdvisingLevel::kBachelors;
    default:
      return AdvisingLevel::kUnknown;
  }
}

AdvisingLevel level_of(const EmploymentRecord& record) {
  if (record.kind == EmploymentKind::kInternship) return AdvisingLevel::kInternship;
  return advising_level(record.role);
}

void add_unique(std::vector<std::string>& names, const std::string& name) {
  const auto same = [&](const std::string& other) { return other == name || names_compatible(other, name); };
  if (std::none_of(names.begin(), names.end(), same)) names.push_back(name);
}

void take_place(AdvisingRecord& link, const EducationRecord& record) {
  link.institution = record.institution;
  link.period = record.period;
  if (link.level == AdvisingLevel::kUnknown) link.level = level_of(record);
}

void take_place(AdvisingRecord& link, const EmploymentRecord& record) {
  link.institution = record.institution;
  link.period = record.period;
  if (link.level == AdvisingLevel::kUnknown) link.level = level_of(record);
}

bool is_work(SectionKind kind) {
  return kind == SectionKind::kEmployment || kind == SectionKind::kInternships || kind == SectionKind::kVisits;
}

}  // namespace

bool AdvisingLinks::acceptable(const NamedPerson& person) const {
  if (utf8_length(person.name) < 2 || utf8_length(person.name) > 60) return false;
  if (!cv_.owner.empty() && squash(cv_.owner) == squash(person.name)) return false;
  return true;
}

/// The form under which the person stands already, so that "Ian Bonnell" and "Ian A. Bonnell" are one.
std::string AdvisingLinks::known_form(const std::string& name, bool owner_is_advisor) const {
  for (const AdvisingRecord& record : cv_.advising) {
    if (record.owner_is_advisor == owner_is_advisor && names_compatible(record.person, name)) return record.person;
  }
  return name;
}

bool AdvisingLinks::attach_to_degree(AdvisingRecord& link, int line, bool nearest) {
  auto records = records_at(cv_.education, text_.lines[static_cast<std::size_t>(line)].span, nearest);
  std::erase_if(records, [&](const EducationRecord* record) { return !same_section(record->span, line); });
  for (EducationRecord* record : records) add_unique(record->advisors, link.person);
  if (!records.empty()) take_place(link, *records.front());
  return !records.empty();
}

bool AdvisingLinks::attach_to_job(AdvisingRecord& link, int line, bool nearest) {
  auto records = records_at(cv_.employment, text_.lines[static_cast<std::size_t>(line)].span, nearest);
  std::erase_if(records, [&](const EmploymentRecord* record) { return !same_section(record->span, line); });
  for (EmploymentRecord* record : records) add_unique(record->supervisors, link.person);
  if (!records.empty()) take_place(link, *records.front());
  return !records.empty();
}

/// A record above the line is meant only when no heading stands between the two.
bool AdvisingLinks::same_section(const SourceSpan& span, int line) const {
  for (int i = line; i >= 0; --i) {
    const SourceSpan& other = text_.lines[static_cast<std::size_t>(i)].span;
    if (other.page == span.page && other.first_line == span.first_line)
      return map_.section_of(i) == map_.section_of(line);
  }
  return false;
}

void AdvisingLinks::attach(AdvisingRecord& link, int line) {
  const SectionKind kind = map_.kind_at(line);
  if (attach_to_degree(link, line, false) || attach_to_job(link, line, false)) return;
  if (kind == SectionKind::kEducation) attach_to_degree(link, line, true);
  if (is_work(kind)) attach_to_job(link, line, true);
}

bool is_about_students(const SectionMap& map, const CvText& text, int line) {
  const int section = map.section_of(line);
  if (section < 0 || map.is_heading(line)) return false;
  const std::string_view heading = text.sections[static_cast<std::size_t>(section)].heading;
  if (announces_advisors(heading)) return false;
  switch (map.kind_at(line)) {
    case SectionKind::kAdvising:
      return true;
    case SectionKind::kUnknown:
      return announces_students(heading);
    case SectionKind::kEducation:
    case SectionKind::kEmployment:
    case SectionKind::kAwards:
    case SectionKind::kTeaching:
      return false;
    default:
      return announces_students(heading, true);
  }
}

void AdvisingLinks::add_advisor(const NamedPerson& person, int line, AdvisingLevel level) {
  if (!acceptable(person)) return;
  AdvisingRecord link;
  link.person = known_form(person.name, false);
  link.level = level;
  link.span = text_.lines[static_cast<std::size_t>(line)].span;
  attach(link, line);
  for (const AdvisingRecord& other : cv_.advising) {
    if (!other.owner_is_advisor && other.person == link.person && other.institution == link.institution &&
        (other.level == link.level || link.level == AdvisingLevel::kUnknown))
      return;
  }
  cv_.advising.push_back(std::move(link));
}

void AdvisingLinks::add_advisee(const NamedPerson& person, int line, AdvisingLevel level, const Period& period) {
  if (!acceptable(person)) return;
  AdvisingRecord link;
  link.person = known_form(person.name, true);
  link.owner_is_advisor = true;
  link.level = level;
  link.period = period;
  link.span = text_.lines[static_cast<std::size_t>(line)].span;
  for (const AdvisingRecord& other : cv_.advising) {
    if (other.owner_is_advisor && other.person == link.person && other.level == level) return;
  }
  cv_.advising.push_back(std::move(link));
}

}  // namespace scholargraph
