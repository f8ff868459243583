// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/papers_entries.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "extract/cv/citation_atoms.h"
#include "extract/cv/dates.h"
#include "extract/cv/papers_segment.h"
#include "extract/cv/papers_text.h"

namespace scholargraph {

namespace {

const Section& section_at(const CvText& text, int i) { return text.sections[static_cast<std::size_t>(i)]; }
const CvLine& line_at(const CvText& text, int i) { return text.lines[static_cast<std::size_t>(i)]; }

/// "Artículos presentados en conferencias", "Papers in proceedings": works, whatever the rest of the heading says.
bool names_papers_first(std::string_view heading) {
  const std::string folded = fold(heading);
  for (const std::string_view word : {"articulos ", "artigos ", "trabajos completos", "trabalhos completos", "articles ",
                                      "conference papers", "conference articles", "papers in ", "proceedings",
                                      "publicaciones", "publicacoes", "actes de", "communications avec actes",
                                      "articoli ", "refereed conference p", "peer reviewed conference p"})
    if (folded.starts_with(word)) return true;
  return false;
}

/// "Workshops", "Symposia" between publication sections name works, not talks.
bool follows_as_list(const CvText& text, int s) {
  const Section& section = section_at(text, s);
  if (section.kind == SectionKind::kTalks && names_papers_first(section.heading)) return true;
  if (section.kind != SectionKind::kTalks || s == 0 || section_at(text, s - 1).kind != SectionKind::kPapers)
    return false;
  const std::string heading = fold(section.heading);
  for (const std::string_view word :
       {"talk", "present", "invited", "poster", "lecture", "attend", "organi", "keynote", "seminar", "vortr"})
    if (heading.find(word) != std::string::npos) return false;
  return heading.find("workshop") != std::string::npos || heading.find("symposi") != std::string::npos ||
         heading.find("proceeding") != std::string::npos;
}

/// "Selected Publications from 20+ Peer Review Papers": whatever else the heading may hold.
bool is_named_publications(const CvText& text, int s) {
  const Section& section = section_at(text, s);
  const std::string heading = fold(section.heading);
  if (heading.starts_with("published ")) return true;
  if (section.kind == SectionKind::kTalks || section.kind == SectionKind::kTeaching ||
      section.kind == SectionKind::kEmployment)
    return false;
  return heading.starts_with("publications") ||
         heading.starts_with("textbooks") || heading.starts_with("selected publications") ||
         heading.starts_with("list of publications") || heading.starts_with("recent publications") ||
         heading.starts_with("peer reviewed publications") || heading.starts_with("journal articles");
}

/// "Conference papers" below "Presentations": papers that were read, not printed.
bool is_read_aloud(const CvText& text, int s) {
  const Section& section = section_at(text, s);
  if (section.kind != SectionKind::kPapers || section.parent < 0) return false;
  if (section_at(text, section.parent).kind != SectionKind::kTalks) return false;
  const std::string heading = fold(section.heading);
  return heading.starts_with("conference pap") || heading.starts_with("paper") ||
         heading.starts_with("selected conference pap") || heading.starts_with("refereed conference pap");
}

/// The outermost publication section that holds `section`; -1 when it is in none.
int paper_root(const CvText& text, int section) {
  int root = -1;
  for (int s = section; s >= 0; s = section_at(text, s).parent) {
    const SectionKind kind = section_at(text, s).kind;
    if (is_read_aloud(text, s)) return -1;
    if (kind == SectionKind::kPapers || follows_as_list(text, s) || is_named_publications(text, s))
      root = s;
    else if (root < 0 && kind != SectionKind::kUnknown && kind != SectionKind::kOther)
      return -1;
  }
  return root;
}

/// "12 Ponds of the north" without its number.
void drop_number(CitationText& entry) {
  const std::size_t at = entry.text.find(' ') + 1;
  entry.text.erase(0, at);
  entry.styles.erase(entry.styles.begin(), entry.styles.begin() + static_cast<std::ptrdiff_t>(at));
}

void add_entries(const CvText& text, int section, std::string_view owner, std::vector<PaperEntry>& list) {
  const Section& s = section_at(text, section);
  const std::size_t width = printed_width(text, s.begin, s.end);
  const auto counted = counted_lines(text, s.begin, s.end);
  for (const Entry& entry : paper_entries(text, s.begin, s.end, owner)) {
    list.push_back({section, entry.begin, entry.end, citation_text(text, entry.begin, entry.end, width)});
    if (std::binary_search(counted.begin(), counted.end(), entry.begin)) drop_number(list.back().text);
  }
}

bool is_numbered(const CvText& text, int line) {
  const CvLine& l = line_at(text, line);
  if (skip_numbering(l.text) > 0 && l.text.front() == '[') return true;
  const Block& block = text.document->blocks[static_cast<std::size_t>(l.block)];
  return l.first_in_block && block.marker.starts_with('[');
}

/// Line `next` goes on with the numbered citation that begins at `line`: it holds the address, or the page wrapped
/// there.
bool belongs_to_numbered(const CvText& text, int line, int next) {
  const CvLine& l = line_at(text, next);
  if (is_numbered(text, next) || l.block != line_at(text, line).block) return false;
  const bool wrapped = l.source.page > 0 && !l.hard_break && l.kind == BlockKind::kListItem;
  return wrapped || l.text.find("://") != std::string_view::npos;
}

/// Sections whose entries are neither talks nor works of others.
bool may_hold_citations(const CvText& text, int section) {
  for (int s = section; s >= 0; s = section_at(text, s).parent) {
    const SectionKind kind = section_at(text, s).kind;
    if (kind != SectionKind::kUnknown && kind != SectionKind::kOther && kind != SectionKind::kProjects &&
        kind != SectionKind::kSummary)
      return false;
    const std::string heading = fold(section_at(text, s).heading);
    for (const std::string_view word :
         {"talk", "poster", "presentation", "patent", "media", "press", "reading", "syllabus", "schedule", "reference"})
      if (heading.find(word) != std::string::npos) return false;
  }
  return true;
}

}  // namespace

std::vector<std::vector<PaperEntry>> paper_lists(const CvText& text, std::string_view owner) {
  std::map<int, std::vector<PaperEntry>> by_root;
  for (int s = 0; s < static_cast<int>(text.sections.size()); ++s)
    if (const int root = paper_root(text, s); root >= 0) add_entries(text, s, owner, by_root[root]);
  std::vector<std::vector<PaperEntry>> lists;
  for (auto& [root, list] : by_root)
    if (!list.empty()) lists.push_back(std::move(list));
  return lists;
}

std::vector<PaperEntry> numbered_citations(const CvText& text) {
  std::vector<PaperEntry> entries;
  for (int s = 0; s < static_cast<int>(text.sections.size()); ++s) {
    if (paper_root(text, s) >= 0) continue;
    const Section& section = section_at(text, s);
    if (section.kind == SectionKind::kTalks || section.kind == SectionKind::kTeaching ||
        section.kind == SectionKind::kGrants)
      continue;
    for (int i = section.begin; i < section.end; ++i) {
      if (!is_numbered(text, i)) continue;
      int end = i + 1;
      while (end < section.end && belongs_to_numbered(text, i, end)) ++end;
      entries.push_back({s, i, end, citation_text(text, i, end, 0)});
      i = end - 1;
    }
  }
  return entries;
}

std::vector<PaperEntry> possible_citations(const CvText& text) {
  std::vector<PaperEntry> entries;
  for (int s = 0; s < static_cast<int>(text.sections.size()); ++s) {
    if (paper_root(text, s) >= 0 || !may_hold_citations(text, s)) continue;
    const Section& section = section_at(text, s);
    for (int i = section.begin; i < section.end;) {
      int end = i + 1;
      while (end < section.end && !line_at(text, end).first_in_block) ++end;
      std::size_t bytes = 0;
      for (int k = i; k < end; ++k) bytes += line_at(text, k).text.size();
      constexpr std::size_t kShortest = 60;
      constexpr std::size_t kLongest = 900;
      if (!is_numbered(text, i) && bytes >= kShortest && bytes <= kLongest)
        entries.push_back({s, i, end, citation_text(text, i, end, 0)});
      i = end;
    }
  }
  return entries;
}

}  // namespace scholargraph
