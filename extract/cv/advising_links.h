// SPDX-License-Identifier: Apache-2.0
// Advising links of the owner: made once for each person, level and direction, and attached to the degree or the job
// that they belong to.
#pragma once

#include <string>

#include "extract/cv/advising_people.h"
#include "extract/cv/section_lines.h"
#include "model/record.h"

namespace scholargraph {

class AdvisingLinks {
 public:
  AdvisingLinks(const CvText& text, const SectionMap& map, CvRecord& cv) : text_(text), map_(map), cv_(cv) {}

  /// `person` advised the owner, says line `line`. The link is attached to the education or employment record
  /// whose lines hold `line`, else to the nearest one above in the same section; the record gives level,
  /// institution and years. `level` is what the wording itself says, kUnknown when it does not.
  void add_advisor(const NamedPerson& person, int line, AdvisingLevel level);

  /// The owner advised `person`; `period` is what stands beside the name.
  void add_advisee(const NamedPerson& person, int line, AdvisingLevel level, const Period& period);

  /// False for the owner's own name and for texts that are no person's full name.
  [[nodiscard]] bool acceptable(const NamedPerson& person) const;

 private:
  void attach(AdvisingRecord& record, int line);
  bool attach_to_degree(AdvisingRecord& link, int line, bool nearest);
  bool attach_to_job(AdvisingRecord& link, int line, bool nearest);
  [[nodiscard]] bool same_section(const SourceSpan& span, int line) const;
  std::string known_form(const std::string& name, bool owner_is_advisor) const;

  const CvText& text_;
  const SectionMap& map_;
  CvRecord& cv_;
};

/// True when the section of the line lists students of the owner.
bool is_about_students(const SectionMap& map, const CvText& text, int line);

/// Reads the sections about students, and sentences such as "supervised A and B", and adds the advisees.
void find_students(const CvText& text, const SectionMap& map, AdvisingLinks& links);

}  // namespace scholargraph
