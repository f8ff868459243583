// SPDX-License-Identifier: Apache-2.0
// Whether a document is about one person's career. A course page has a schedule and no positions, a manual speaks of
// commands, a page of lab members names many people with degrees.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"

namespace scholargraph {
namespace {

int known_sections(const CvText& text) {
  unsigned seen = 0;
  for (const Section& section : text.sections) {
    switch (section.kind) {
      case SectionKind::kEducation:
      case SectionKind::kEmployment:
      case SectionKind::kInternships:
      case SectionKind::kVisits:
      case SectionKind::kPapers:
      case SectionKind::kAwards:
      case SectionKind::kGrants:
      case SectionKind::kService:
      case SectionKind::kTeaching:
      case SectionKind::kTalks:
      case SectionKind::kAdvising:
        seen |= 1U << static_cast<unsigned>(section.kind);
        break;
      default: break;
    }
  }
  return __builtin_popcount(seen);
}

/// Many headings or bold lines that are names of different people.
bool lists_people(const CvText& text) {
  int names = 0;
  int heads = 0;
  for (const CvLine& line : text.lines) {
    if (line.kind != BlockKind::kHeading && line.bold < 0.9F) continue;
    if (line.text.size() > 60) continue;
    ++heads;
    if (name_score(line.text) > 0.8) ++names;
  }
  return names >= 5 && names * 3 > heads;
}

}  // namespace

bool reads_like_manual_or_course(const CvText& text) {
  static const Lexicon course{{1, "syllabus|course description|grading|grading policy|homework|assignments|attendance|office hours|learning outcomes|academic integrity|"
                                  "late policy|course schedule|course policies|prerequisites|required texts|midterm|student learning outcomes"}};
  static const Lexicon manual{{1, "installation|usage|install packages|getting started|license|changelog|contributing|documentation|github actions|pull request|how to use"}};
  int course_lines = 0;
  int manual_lines = 0;
  for (const CvLine& line : text.lines) {
    if (line.text.size() > 90) continue;
    const bool head = line.kind == BlockKind::kHeading || line.bold > 0.9F;
    if (!head) continue;
    if (course.contains(line.text)) ++course_lines;
    if (manual.contains(line.text)) ++manual_lines;
  }
  return course_lines >= 2 || manual_lines >= 2;
}

bool looks_like_cv(const CvText& text, const CvRecord& cv) {
  if (lists_people(text) && known_sections(text) < 4) return false;
  if (reads_like_manual_or_course(text) && (cv.employment.empty() || known_sections(text) < 3)) return false;
  if (known_sections(text) >= 2) return true;
  if (!cv.education.empty() || !cv.employment.empty() || !cv.papers.empty()) return true;
  return !cv.owner.empty();
}

}  // namespace scholargraph
