// SPDX-License-Identifier: Apache-2.0
// Problem: a CV says in a hundred wordings who advised its owner and whom the owner advised. Idea: find the wording
// (advising_cues), read the people who stand behind it (advising_people), and let the place of the line decide the
// direction: labels and passives name advisors of the owner, except inside sections about students, where every
// entry that leads with a person's name is a student (advising_students). Each block is read once; cost is linear in
// the text, and blocks without any stem of an advising word are skipped.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/advising_cues.h"
#include "extract/cv/advising_links.h"
#include "extract/cv/fields.h"

namespace scholargraph {
namespace {

/// The line of the chunk that holds the offset.
int line_at(const CvText& text, const BlockLines& block, std::size_t offset) {
  const auto start = static_cast<std::size_t>(text.lines[static_cast<std::size_t>(block.first)].begin);
  int line = block.first;
  for (int i = block.first; i < block.last; ++i)
    if (static_cast<std::size_t>(text.lines[static_cast<std::size_t>(i)].begin) <= start + offset) line = i;
  return line;
}

std::string_view line_around(std::string_view text, std::size_t offset) {
  const std::size_t before = offset == 0 ? std::string_view::npos : text.find_last_of('\n', offset - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
}

/// The sentence up to the wording: "I am a Ph.D. student at X, advised by".
std::string_view sentence_before(std::string_view text, std::size_t offset) {
  const std::size_t stop = text.substr(0, offset).rfind(". ");
  const std::size_t begin = stop == std::string_view::npos || offset - stop > 250 ? 0 : stop + 2;
  return text.substr(begin, offset - begin);
}

bool says_chair(std::string_view note) {
  static const Lexicon kChair{
      {1,
       "chair|cochair|chairman|chairperson|chairwoman|advisor|adviser|supervisor|director|promotor|major|mentor|"
       "coadvisor|cosupervisor|co advisor|co supervisor|president of committee"}};
  return kChair.contains(note);
}

class AdvisorFinder {
 public:
  AdvisorFinder(const CvText& text, const SectionMap& map, AdvisingLinks& links)
      : text_(text), map_(map), links_(links) {}

  void run() {
    for (const BlockLines& block : block_lines(text_, map_)) read(block);
  }

 private:
  void read(const BlockLines& block) {
    const std::string_view whole = block.text;
    if (!may_hold_advising(ascii_lower(whole))) return;
    SectionKind kind = map_.kind_at(block.first);
    if (kind == SectionKind::kPapers && under_own_thesis(block.first)) kind = SectionKind::kEducation;
    const bool reversed = is_about_students(map_, text_, block.first);
    for (const AdvisingCue& cue : find_advising_cues(whole)) {
      if (reversed ? names_professor(cue, whole) : allowed(cue, kind, whole)) add_people(cue, block, whole);
    }
    if (kind == SectionKind::kReferences) read_reference(block);
  }

  /// Under the heading "Dissertation" a CV tells about the owner's own one.
  [[nodiscard]] bool under_own_thesis(int line) const {
    static const Lexicon kOwn{{1, "dissertation|thesis|phd thesis|doctoral thesis|doctoral dissertation|these|tesis|tesi"}};
    for (int s = map_.section_of(line); s >= 0; s = text_.sections[static_cast<std::size_t>(s)].parent) {
      const auto words = lex_words(text_.sections[static_cast<std::size_t>(s)].heading);
      if (words.empty()) continue;
      const auto hit = kOwn.match_at(words, 0);
      if (hit && hit->last == words.size()) return true;
    }
    return false;
  }

  /// In a section about students a label names an advisor of the owner only when a professor stands behind it.
  [[nodiscard]] static bool names_professor(const AdvisingCue& cue, std::string_view whole) {
    if (cue.kind != AdvisingCueKind::kLabel || cue.needs_title) return false;
    const auto people = people_from(whole, cue.names);
    return !people.empty() && is_professor(whole, people.front());
  }

  static bool names_thesis(std::string_view text) {
    return contains_any(ascii_lower(text),
                        {"thesis", "dissertation", "thèse", "tesis", "tese", "tesi ", "research report"});
  }

  /// Which wordings count where: a label in a list of services or grants is somebody else's.
  [[nodiscard]] bool allowed(const AdvisingCue& cue, SectionKind kind, std::string_view whole) const {
    if (cue.kind == AdvisingCueKind::kStudents || cue.kind == AdvisingCueKind::kAdvised) return false;
    const std::string lead = ascii_lower(line_around(whole, cue.begin));
    const bool history = kind == SectionKind::kEducation || kind == SectionKind::kEmployment ||
                         kind == SectionKind::kInternships || kind == SectionKind::kVisits;
    if (cue.job_title && !history) return false;
    if (cue.kind == AdvisingCueKind::kAdvisedBy && names_thesis(whole)) return true;
    switch (kind) {
      case SectionKind::kEducation:
        return true;
      case SectionKind::kEmployment:
      case SectionKind::kInternships:
      case SectionKind::kVisits:
        return cue.kind != AdvisingCueKind::kCommittee;
      case SectionKind::kPapers:
        return cue.kind != AdvisingCueKind::kCommittee && cue.kind != AdvisingCueKind::kWith && names_thesis(whole);
      case SectionKind::kService:
      case SectionKind::kMembership:
      case SectionKind::kGrants:
      case SectionKind::kTalks:
      case SectionKind::kTeaching:
      case SectionKind::kAdvising:
      case SectionKind::kSkills:
      case SectionKind::kReferences:
      case SectionKind::kInterests:
        return false;
      case SectionKind::kAwards:
      case SectionKind::kProjects:
        return cue.kind == AdvisingCueKind::kAdvisedBy;
      default:
        if (cue.kind == AdvisingCueKind::kCommittee) return contains_any(lead, {"thesis", "dissertation", "doctoral"});
        return true;
    }
  }

  /// The people behind the wording; those of the next block when the block ends with it.
  std::vector<NamedPerson> people_behind(const AdvisingCue& cue, const BlockLines& block,
                                         std::string_view whole) const {
    if (!trim(whole.substr(std::min(cue.names, whole.size()))).empty()) return people_from(whole, cue.names);
    if (cue.needs_title || block.last >= static_cast<int>(text_.lines.size())) return {};
    const CvLine& next = text_.lines[static_cast<std::size_t>(block.last)];
    if (map_.is_heading(block.last) || next.gap_before) return {};
    return people_from(next.text);
  }

  [[nodiscard]] static AdvisingLevel level_at(const AdvisingCue& cue, std::string_view whole) {
    const std::string_view line = line_around(whole, cue.begin);
    const auto offset = static_cast<std::size_t>(whole.data() + cue.begin - line.data());
    if (cue.kind == AdvisingCueKind::kLabel) return advising_level(line.substr(0, offset));
    return advising_level(sentence_before(whole, cue.kind == AdvisingCueKind::kWith ? cue.names : cue.begin));
  }

  void add_people(const AdvisingCue& cue, const BlockLines& block, std::string_view whole) {
    const auto people = people_behind(cue, block, whole);
    if (people.empty() || (cue.needs_title && !people.front().titled)) return;
    // "supervised by the chair of the committee": in a committee only those who are called its chair count.
    for (const NamedPerson& person : people) {
      if (cue.kind == AdvisingCueKind::kCommittee && !says_chair(person.note)) continue;
      if (is_committee_only(person.note)) continue;
      links_.add_advisor(person, line_at(text_, block, std::min(cue.names, whole.size())), level_at(cue, whole));
    }
  }

  /// "Dr. Ann Lee, PhD supervisor" among the people who give references.
  void read_reference(const BlockLines& block) {
    static const Lexicon kRole{{1,
                                "advisor|adviser|supervisor|mentor|coadvisor|cosupervisor|doktorvater|promotor|"
                                "orientador|orientadora|directeur de these|director de tesis|导师|指導教員"}};
    for (int i = block.first; i < block.last; ++i) {
      const std::string_view line = text_.lines[static_cast<std::size_t>(i)].text;
      const auto people = people_from(line, behind_bullet(line));
      if (people.empty() || people.size() > 1) continue;
      const std::string_view rest = line.substr(people.front().end);
      const std::string_view role = rest.substr(0, std::min(rest.find_first_of(".;\t"), rest.size()));
      if (role.size() < 60 && (kRole.contains(role) || kRole.contains(people.front().note)))
        links_.add_advisor(people.front(), i, advising_level(role));
    }
  }

  const CvText& text_;
  const SectionMap& map_;
  AdvisingLinks& links_;
};

}  // namespace

void find_advising(const CvText& text, CvRecord& cv) {
  const SectionMap map(text);
  AdvisingLinks links(text, map, cv);
  AdvisorFinder(text, map, links).run();
  find_students(text, map, links);
}

}  // namespace scholargraph
