// SPDX-License-Identifier: Apache-2.0
// Problem: find the headings of a document that sets them in a way of its own.
// Idea: lines whose words are known headings ("Publications", "学歴") show how this document sets headings; other
// lines set the same way are headings too, unless they look like the start of an entry (a date, a degree, a role).
// The level comes from the reader where there is one; a heading of another kind closes the section above, a heading
// without a kind of its own under a deeper look inherits the kind of its parent.
// Cost: one pass over the lines, one lexicon look-up for each short line.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "extract/cv/dates.h"
#include "extract/cv/sections_headings.h"

namespace scholargraph {
namespace {

struct LookCount {
  int known = 0;
  int all = 0;
};

struct Decided {
  HeadingCandidate candidate;
  int level = 1;
};

bool lists_rows(SectionKind kind) {
  return kind == SectionKind::kEducation || kind == SectionKind::kEmployment || kind == SectionKind::kInternships || kind == SectionKind::kVisits;
}

bool strong_look(const HeadingLook& look) { return look.block || look.bold || look.capitals || look.size > 0 || look.label; }

/// The line says when, what degree or in what role: it leads an entry and heads no section.
bool leads_entry(const CvText& text, const HeadingCandidate& candidate) {
  const std::string_view line = text.lines[static_cast<std::size_t>(candidate.line)].text;
  if (!find_dates(line).empty() || !find_degrees(line).empty()) return true;
  const auto words = lex_words(line);
  return institution_words().find(words).has_value() || role_words().find(words).has_value();
}

std::map<HeadingLook, LookCount> count_looks(const std::vector<HeadingCandidate>& candidates) {
  std::map<HeadingLook, LookCount> counts;
  for (const HeadingCandidate& candidate : candidates) {
    LookCount& count = counts[candidate.look];
    ++count.all;
    if (candidate.known) ++count.known;
  }
  return counts;
}

/// The level of main sections among heading blocks: the smallest one that has two known headings, else the smallest.
int main_block_level(const std::vector<HeadingCandidate>& candidates) {
  std::map<int, int> known;
  for (const HeadingCandidate& candidate : candidates) {
    if (candidate.look.block && candidate.known) ++known[candidate.look.level];
  }
  for (const auto& [level, count] : known) {
    if (count >= 2) return level;
  }
  return known.empty() ? 1 : known.begin()->first;
}

class SectionBuilder {
 public:
  SectionBuilder(CvText& text, const std::vector<HeadingCandidate>& candidates)
      : text_(text), candidates_(candidates), looks_(count_looks(candidates)), main_level_(main_block_level(candidates)) {
    int blocks = 0;
    for (const CvLine& line : text.lines) blocks += line.kind == BlockKind::kHeading ? 1 : 0;
    known_blocks_ = std::count_if(candidates.begin(), candidates.end(), [](const HeadingCandidate& c) { return c.look.block && c.known; });
    blocks_mean_nothing_ = blocks > 8 && blocks * 2 > static_cast<int>(text.lines.size());
  }

  void build() {
    open_header();
    for (const HeadingCandidate& candidate : candidates_) {
      if (is_heading(candidate)) open(candidate);
    }
    close(static_cast<int>(text_.lines.size()));
  }

 private:
  bool is_heading(const HeadingCandidate& candidate) const {
    if (labels_item(candidate)) return false;
    if (candidate.known) return candidate.set_apart || plain_allowed(candidate);
    if (!candidate.set_apart) return false;
    const SectionKind here = current_kind();
    const bool rows = lists_rows(here);
    if (candidate.look.block && !blocks_mean_nothing_) {
      // A heading that leads an entry stays one only when it is deeper than the section it stands in.
      return candidate.look.level > main_level_ || !(rows && leads_entry(text_, candidate));
    }
    if (!strong_look(candidate.look)) return false;
    const LookCount count = looks_.at(candidate.look);
    return count.known >= 2 && count.known * 2 > count.all && !leads_entry(text_, candidate);
  }

  /// "- Supervision:" below a position: where sections have real headings, an item of a list of positions heads none.
  bool labels_item(const HeadingCandidate& candidate) const {
    if (text_.lines[static_cast<std::size_t>(candidate.line)].kind != BlockKind::kListItem || blocks_mean_nothing_) return false;
    return known_blocks_ >= 3 && lists_rows(current_kind());
  }

  /// A known word that nothing sets apart counts only in documents that set nothing apart.
  bool plain_allowed(const HeadingCandidate& candidate) const {
    if (candidate.lines == 2) return true;
    for (const auto& [look, count] : looks_) {
      if (strong_look(look) && count.known >= 3) return false;
    }
    return true;
  }

  SectionKind current_kind() const { return text_.sections.back().kind; }

  void open_header() {
    Section header;
    header.kind = SectionKind::kHeader;
    header.level = 1;
    text_.sections.push_back(header);
  }

  void close(int line) { text_.sections.back().end = std::max(line, text_.sections.back().begin); }

  int level_of(const HeadingCandidate& candidate) const {
    if (candidate.look.block && !blocks_mean_nothing_) return candidate.look.level;
    if (!candidate.known) return main_level_ + 1;
    const SectionKind kind = main_kind();
    const bool refines = candidate.meaning.kind == kind || (kind == SectionKind::kPapers && candidate.look.colon);
    return refines && !text_.sections.empty() && kind != SectionKind::kHeader ? main_level_ + 1 : main_level_;
  }

  /// The kind of the main section that the last section belongs to.
  SectionKind main_kind() const {
    int at = static_cast<int>(text_.sections.size()) - 1;
    while (text_.sections[static_cast<std::size_t>(at)].parent >= 0) at = text_.sections[static_cast<std::size_t>(at)].parent;
    return text_.sections[static_cast<std::size_t>(at)].kind;
  }

  int parent_for(int level) const {
    for (int at = static_cast<int>(text_.sections.size()) - 1; at >= 1;) {
      const Section& section = text_.sections[static_cast<std::size_t>(at)];
      if (section.level < level && section.level >= main_level_) return at;
      at = section.parent >= 0 ? section.parent : -1;
    }
    return -1;
  }

  /// "Leadership positions", "Volunteer work" right below the heading "Service": not what the owner is employed for.
  bool names_service(const HeadingCandidate& candidate) const {
    static const Lexicon held{{1, "positions|positions held|roles|work|appointments"}};
    const Section& above = text_.sections.back();
    const bool below = above.kind == SectionKind::kService && above.begin == above.end;
    return below && candidate.meaning.kind == SectionKind::kEmployment && held.contains(candidate_text(candidate));
  }

  std::string candidate_text(const HeadingCandidate& candidate) const {
    return joined_text(text_, candidate.line, candidate.line + candidate.lines);
  }

  void open(const HeadingCandidate& candidate) {
    const CvLine& line = text_.lines[static_cast<std::size_t>(candidate.line)];
    close(candidate.line);
    Section section;
    section.heading = candidate.lines > 1 ? candidate_text(candidate) : std::string(line.text);
    section.heading_line = candidate.line;
    section.begin = section.end = candidate.line + candidate.lines;
    section.level = level_of(candidate);
    section.parent = parent_for(section.level);
    const bool said = candidate.known || (candidate.meaning.kind != SectionKind::kUnknown && candidate.meaning.coverage >= 0.5);
    if (said) section.kind = names_service(candidate) ? SectionKind::kService : candidate.meaning.kind;
    if (!said && section.parent >= 0) section.kind = text_.sections[static_cast<std::size_t>(section.parent)].kind;
    const bool before_all = text_.sections.size() == 1 || text_.sections.back().kind == SectionKind::kHeader;
    if (!said && section.level < main_level_ && before_all) section.kind = SectionKind::kHeader;
    text_.sections.push_back(section);
  }

  CvText& text_;
  const std::vector<HeadingCandidate>& candidates_;
  std::map<HeadingLook, LookCount> looks_;
  int main_level_;
  bool blocks_mean_nothing_ = false;
  std::ptrdiff_t known_blocks_ = 0;
};

}  // namespace

void find_sections(CvText& text) {
  text.sections.clear();
  split_label_lines(text);
  number_lines(text);
  const std::vector<HeadingCandidate> candidates = heading_candidates(text);
  SectionBuilder(text, candidates).build();
}

}  // namespace scholargraph
