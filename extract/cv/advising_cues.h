// SPDX-License-Identifier: Apache-2.0
// The wordings that say "this person advised that one", in many languages, and where the names then stand.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/cv/lexicon.h"
#include "model/record.h"

namespace scholargraph {

enum class AdvisingCueKind {
  kAdvisedBy,  ///< "supervised by", "sous la direction de": advisors of whoever the text is about
  kLabel,      ///< "Advisor: ", "Directeurs de thèse : ", "导师："
  kCommittee,  ///< "Committee: A (chair), B": only those called chair or advisor
  kWith,       ///< "PhD with", "postdoctoral fellow with"
  kStudents,   ///< "Students: ", "PhD students: ": people whom the owner advised
  kAdvised,    ///< "supervised", "mentoring", "advisor of": students follow
};

struct AdvisingCue {
  AdvisingCueKind kind = AdvisingCueKind::kLabel;
  std::size_t begin = 0;     ///< offset of the first word of the wording
  std::size_t names = 0;     ///< offset where the names must begin
  bool needs_title = false;  ///< the wording alone is weak: only "Prof. X" counts
  bool job_title = false;    ///< kLabel: a job title as well ("Director:", "PI:"), so only jobs and degrees count
  bool opens_list = false;   ///< kAdvised, kStudents: ends with a colon and nothing behind it
};

/// Cheap test over the ASCII-lower-cased text: false when no cue can be inside.
bool may_hold_advising(std::string_view lower_text);

/// All cues of the text, left to right.
std::vector<AdvisingCue> find_advising_cues(std::string_view text);

/// The level that the words name ("PhD students", "Master's thesis", "stage de M2"); kUnknown when none does.
/// Only the first `words` words are looked at.
AdvisingLevel advising_level(std::string_view text, std::size_t words = 1000);

/// True for wordings of committees, examiners and juries without a word that says advising or chairing.
bool is_committee_only(std::string_view text);

/// True for a heading that announces the owner's own advisors: "Advisors", "PhD supervisor".
bool announces_advisors(std::string_view heading);

/// True for a heading or label that announces students of the owner: "Supervision", "Students", "Mentoring".
/// `strictly`: only words of advising count ("Supervision", "Mentoring"), not "students" alone.
bool announces_students(std::string_view heading, bool strictly = false);

/// True for a label that is one bare word for advisors: "Promoters", "Co-supervisor". Beside a student it names the
/// other advisors; "PhD supervisor" beside a name tells what the owner was.
bool is_bare_advisor_label(std::string_view label);

}  // namespace scholargraph
