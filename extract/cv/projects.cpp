// SPDX-License-Identifier: Apache-2.0
// Projects: entries of project sections (name, period, role) and projects that jobs name in running text. A project
// section is one that its heading calls so, or a list whose items all lead with a title and a period.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"
#include "extract/cv/projects_prose.h"
#include "extract/cv/section_lines.h"

namespace scholargraph {
namespace {

constexpr std::size_t kLongestName = 160;

struct ProjectTitle {
  std::string name;
  std::string role;
  Period period;
};

/// "As a Team Leader, I developed the X": the role and what was made.
bool take_sentence(std::string& name, std::string& role) {
  if (!starts_with_ignore_case(name, "as a ") && !starts_with_ignore_case(name, "as an ")) return false;
  const std::size_t comma = name.find(", ");
  if (comma == std::string::npos) return false;
  role = name.substr(name[4] == ' ' ? 5 : 6, comma - (name[4] == ' ' ? 5 : 6));
  std::string rest = name.substr(comma + 2);
  const auto words = lex_words(rest);
  std::size_t at = 0;
  // The subject, the verb and what leads to the object.
  static const Lexicon kSkip{
      {1, "i|we|*ed|built|led|made|wrote|to|the|a|an|in|on|for|was|am|of|and|was responsible for"}};
  while (at < words.size() && kSkip.match_at(words, at)) ++at;
  if (at == 0 || at >= words.size()) return false;
  name = rest.substr(words[at].begin);
  return true;
}

/// "… (Baidu Navigation SDK)": a bracket of capitalised words at the end is the project's proper name.
void prefer_bracket(std::string& name) {
  const std::size_t open = name.rfind('(');
  if (open == std::string::npos || !name.ends_with(")")) return;
  const std::string inside = name.substr(open + 1, name.size() - open - 2);
  const auto words = lex_words(inside);
  const bool capitals =
      words.size() >= 2 && std::all_of(words.begin(), words.end(), [](const LexWord& w) { return w.capital; });
  if (capitals) name = inside;
}

void cut_remarks(std::string& name) {
  for (std::string_view mark : {" (also called", " (also known", " (formerly", " (with ", " (joint"}) {
    const std::size_t at = name.find(mark);
    if (at != std::string::npos && at > 2) name.resize(at);
  }
}

std::string lead_role(std::string_view text) {
  const std::string lower = ascii_lower(text);
  if (contains_any(lower, {"principal investigator", "(pi)", " pi,", "role: pi"})) return "principal investigator";
  if (contains_any(lower, {"co-pi", "co-investigator"})) return "co-investigator";
  if (contains_any(lower, {"led a team", "i led", "team lead", "project lead", "led the"})) return "lead";
  if (contains_any(lower, {"maintainer"})) return "maintainer";
  if (contains_any(lower, {"contributor", "contributed"})) return "contributor";
  return {};
}

/// The title of an entry: up to a dash, a sentence end, a tab or the end of the line; its dates are the period.
ProjectTitle parse_title(std::string_view line, std::string_view whole) {
  ProjectTitle title;
  const auto dates = find_dates(line);
  std::string text(line);
  if (!dates.empty()) {
    const DateMatch& date = dates.front();
    title.period = date.period;
    if (date.begin > 4) {
      text = std::string(line.substr(0, date.begin));
    } else {
      text = std::string(line.substr(std::min(behind_leading_date(line), line.size())));
    }
    while (!text.empty() && (text.back() == '(' || text.back() == '[' || text.back() == ' ')) text.pop_back();
  } else if (const auto later = find_dates(whole.substr(0, 200)); !later.empty() && later.front().range) {
    title.period = later.front().period;
  }
  const bool sentence = take_sentence(text, title.role);
  for (std::string_view mark : {"\t", " | ", " — ", " – ", " - ", ". ", ": "}) {
    const std::size_t at = find_outside_brackets(text, mark);
    if (at == std::string_view::npos || at < 3) continue;
    if (mark == ": " && text.size() < 80) continue;
    text.resize(at);
  }
  cut_remarks(text);
  text = std::string(strip_punctuation(text));
  if (sentence) prefer_bracket(text);
  title.name = collapse_spaces(text);
  if (title.role.empty()) title.role = lead_role(whole);
  return title;
}

class ProjectFinder {
 public:
  ProjectFinder(const CvText& text, CvRecord& cv) : text_(text), map_(text), cv_(cv) {}

  void run() {
    for (std::size_t s = 0; s < text_.sections.size(); ++s) {
      const Section& section = text_.sections[s];
      if (is_project_section(static_cast<int>(s))) {
        read_list(section);
      } else if (is_prose_section(map_.kind_of_section(static_cast<int>(s)))) {
        read_prose(section);
      }
    }
  }

 private:
  [[nodiscard]] const CvLine& line(int i) const { return text_.lines[static_cast<std::size_t>(i)]; }

  [[nodiscard]] bool is_project_section(int s) const {
    const SectionKind kind = map_.kind_of_section(s);
    if (kind == SectionKind::kProjects) return true;
    if (kind != SectionKind::kUnknown && kind != SectionKind::kOther) return false;
    static const Lexicon kHeading{{1,
                                   "project|projects|software|production|products|open source|packages|apps|"
                                   "applications|tools|projets|projekte|proyectos|progetti|projetos|logiciels|"
                                   "项目|项目经历|プロジェクト|프로젝트|portfolio|code"}};
    return kHeading.contains(text_.sections[static_cast<std::size_t>(s)].heading);
  }

  static bool is_prose_section(SectionKind kind) {
    switch (kind) {
      case SectionKind::kEmployment:
      case SectionKind::kInternships:
      case SectionKind::kVisits:
      case SectionKind::kSummary:
      case SectionKind::kHeader:
      case SectionKind::kUnknown:
      case SectionKind::kOther:
        return true;
      default:
        return false;
    }
  }

  [[nodiscard]] int body_begin(const Section& section) const {
    return section.heading_line >= section.begin ? section.heading_line + 1 : section.begin;
  }

  /// Items of a list are the entries of a section that is mostly a list; else its own repetition tells them.
  [[nodiscard]] std::vector<Entry> entries_of(const Section& section) const {
    std::vector<Entry> items;
    const int begin = body_begin(section);
    int in_items = 0;
    int level = 100;
    for (int i = begin; i < section.end; ++i) {
      if (line(i).kind != BlockKind::kListItem) continue;
      ++in_items;
      level = std::min(level, line(i).level);
    }
    if (2 * in_items < section.end - begin) return find_entries(text_, section);
    for (int i = begin; i < section.end; ++i) {
      const bool item = line(i).kind == BlockKind::kListItem;
      if (item && line(i).first_in_block && line(i).level == level) {
        items.push_back({i, i + 1});
      } else if (item && !items.empty()) {
        items.back().end = i + 1;
      }
    }
    return items;
  }

  void read_list(const Section& section) {
    for (const Entry& entry : entries_of(section)) {
      const int begin = std::max(entry.begin, body_begin(section));
      if (begin >= entry.end || in_paper({begin, entry.end})) continue;
      const std::string whole = joined_text(text_, begin, entry.end);
      const std::string lead = title_line(begin, entry.end);
      // An introduction of the section is a paragraph of sentences without a title.
      if (lead.size() > kLongestName && find_dates(lead).empty() && line(begin).kind == BlockKind::kParagraph) continue;
      const std::string_view body = std::string_view(lead).substr(behind_bullet(lead));
      ProjectTitle title = parse_title(body, whole);
      if (title.name.size() > kLongestName || names_people(title.name)) continue;
      add({title.name, title.role, title.period, span_of(text_, begin, entry.end)});
    }
  }

  /// The first line, with the next when the title is torn at the line end.
  [[nodiscard]] std::string title_line(int begin, int end) const {
    const std::string_view first = line(begin).text;
    if (begin + 1 >= end || line(begin + 1).block != line(begin).block || line(begin + 1).hard_break)
      return std::string(first);
    std::size_t pos = 0;
    const bool small = is_lower(next_code_point(line(begin + 1).text, pos));
    const bool torn =
        first.ends_with("-") || (small && first.size() >= 50 && first.find(". ") == std::string_view::npos);
    return torn ? joined_text(text_, begin, begin + 2) : std::string(first);
  }

  /// The authors of a citation, or the owner alone: the entry is a paper or a program with its authors.
  [[nodiscard]] bool names_people(const std::string& name) const {
    if (!cv_.owner.empty() && names_compatible(cv_.owner, name)) return true;
    const NameList list = parse_name_list(name);
    return list.whole && list.names.size() >= 2;
  }

  void read_prose(const Section& section) {
    for (const Entry& entry : logical_lines(text_, body_begin(section), section.end)) {
      if (in_paper(entry)) continue;
      const std::string text = joined_text(text_, entry.begin, entry.end);
      if (text.size() < 25) continue;
      for (const ProjectMention& mention : projects_in_prose(text)) {
        Period period;
        period.start = mention.year;
        if (mention.role == "founding member") period = job_period(entry);
        add({mention.name, mention.role, period, span_of(text_, entry.begin, entry.end)});
      }
    }
  }

  /// Papers stand in other sections too: their titles are no projects.
  [[nodiscard]] bool in_paper(const Entry& entry) const {
    const SourceSpan& span = line(entry.begin).span;
    return std::any_of(cv_.papers.begin(), cv_.papers.end(), [&](const PaperRecord& paper) {
      return paper.span.page == span.page && paper.span.first_line <= span.first_line &&
             span.first_line <= paper.span.last_line;
    });
  }

  [[nodiscard]] Period job_period(const Entry& entry) const {
    const SourceSpan& span = line(entry.begin).span;
    for (const EmploymentRecord& job : cv_.employment)
      if (job.span.page == span.page && job.span.first_line <= span.first_line && span.first_line <= job.span.last_line)
        return job.period;
    return {};
  }

  void add(ProjectRecord project) {
    if (project.name.size() < 3 || project.name.find('@') != std::string::npos) return;
    for (const ProjectRecord& other : cv_.projects)
      if (squash(other.name) == squash(project.name)) return;
    cv_.projects.push_back(std::move(project));
  }

  const CvText& text_;
  SectionMap map_;
  CvRecord& cv_;
};

}  // namespace

void find_projects(const CvText& text, CvRecord& cv) { ProjectFinder(text, cv).run(); }

}  // namespace scholargraph
