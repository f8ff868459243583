// SPDX-License-Identifier: Apache-2.0
// Students of the owner. In a section about students every line that leads with a person's name (after a date or a
// label) is a student; labels such as "Dissertation committee member:" switch that off for what stands under them.
// Elsewhere only "supervised A and B", "Students: A, B" and lists that such a sentence opens count.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/advising_cues.h"
#include "extract/cv/advising_links.h"
#include "extract/cv/names.h"

namespace scholargraph {
namespace {

constexpr double kNameThreshold = 0.4;
constexpr std::size_t kLeadIn = 12;  ///< "faculty ", "co-" before a leading wording

/// Behind "Thèse de", "Thesis of": the words before a student's name.
std::size_t behind_work_of(std::string_view text, std::size_t pos) {
  static const Lexicon kWorkOf{{1,
                                "these de|these d|memoire de|stage de|these of|thesis of|phd of|phd thesis of|"
                                "master thesis of|dissertation of|tesis de|tese de|tesi di|supervision of|"
                                "co supervision of|advisor of|supervisor of|co supervisor of|mentor of|doctorat de"}};
  const auto words = lex_words(text.substr(pos));
  if (words.empty()) return pos;
  const auto hit = kWorkOf.match_at(words, 0);
  return hit ? pos + words[hit->last - 1].end : pos;
}

/// What may follow the name of a student: the end, punctuation, a bracket or a joiner, but not a running sentence.
bool ends_well(std::string_view text, const NamedPerson& person) {
  const std::string_view rest = text.substr(std::min(person.end, text.size()));
  if (rest.empty() || rest.front() == '\t' || rest.front() == '\n') return true;
  // "Ann Lee (2022) Title of the thesis": a year in brackets closes the name as in a citation.
  if (person.note.find_first_of("0123456789") != std::string::npos) return true;
  const std::string_view next = trim(rest);
  if (next.empty()) return true;
  for (std::string_view mark :
       {",", ";", ":", ".", "(", "[", "-", "–", "—", "|", "&", "/", "•", "·", "\"", "“", "，", "、", "*"})
    if (next.starts_with(mark)) return true;
  if (next.front() >= '0' && next.front() <= '9') return true;
  static const Lexicon kGoesOn{{1,
                                "and|und|et|y|e|og|och|en|who|whose|co|phd|msc|bsc|master|masters|doctoral|at|from|"
                                "now|since|as|ms|ma|ba|bs|graduated|defended|currently|expected|won|on|with"}};
  const auto words = lex_words(next.substr(0, std::min<std::size_t>(next.size(), 40)));
  return !words.empty() && kGoesOn.match_at(words, 0).has_value();
}

double best_score(const std::vector<NamedPerson>& people) {
  double best = 0;
  for (const NamedPerson& person : people) best = std::max(best, name_score(person.name));
  return best;
}

class StudentFinder {
 public:
  StudentFinder(const CvText& text, const SectionMap& map, AdvisingLinks& links)
      : text_(text), map_(map), links_(links) {}

  void run() {
    int section = -2;
    for (const BlockLines& block : block_lines(text_, map_)) {
      if (map_.section_of(block.first) != section) {
        scope_.clear();
        open_ = false;
      }
      section = map_.section_of(block.first);
      base_ = static_cast<std::size_t>(line(block.first).begin);
      if (is_about_students(map_, text_, block.first)) {
        read_section_block(block);
      } else {
        read_other_block(block);
      }
    }
  }

 private:
  [[nodiscard]] const CvLine& line(int i) const { return text_.lines[static_cast<std::size_t>(i)]; }
  /// Where the line begins inside the text of its BlockLines.
  [[nodiscard]] std::size_t begin_of(int i) const { return static_cast<std::size_t>(line(i).begin) - base_; }

  [[nodiscard]] std::string_view own_heading(int i) const {
    const int section = map_.section_of(i);
    return section < 0 ? std::string_view{}
                       : std::string_view(text_.sections[static_cast<std::size_t>(section)].heading);
  }

  /// A label governs the lines below it: deeper list items, or everything up to the next label.
  struct Scope {
    std::string label;
    int level = 0;
  };

  [[nodiscard]] std::string_view scope_label() const {
    return scope_.empty() ? std::string_view{} : scope_.back().label;
  }

  void leave_scopes(int level) {
    while (!scope_.empty() && scope_.back().level >= level && scope_.back().level > 0) scope_.pop_back();
  }

  void read_section_block(const BlockLines& block) {
    const CvLine& lead = line(block.first);
    const int level = lead.kind == BlockKind::kListItem ? lead.level : 0;
    leave_scopes(level);
    if (read_dated_list(block, 2)) return;
    std::size_t done = 0;
    bool found = false;
    cited_ = false;
    // Behind "Ann Lee (2022)" the item goes on about her thesis and its other advisors.
    for (int i = block.first; i < block.last && !(cited_ && lead.kind == BlockKind::kListItem); ++i)
      if (begin_of(i) >= done) found = read_line(block.text, i, done) || found;
    if (found || read_dated_list(block, 1)) return;
    const std::string_view whole = trim(block.text);
    if (whole.size() > 90 && !whole.ends_with(":")) return;
    if (level == 0) scope_.clear();
    scope_.push_back({std::string(whole), level});
  }

  /// Students that lead the line at `begin`, or stand behind its label; `done` moves behind what was read.
  bool read_line(std::string_view whole, int i, std::size_t& done) {
    const std::size_t begin = begin_of(i);
    const std::string_view here = line(i).text;
    std::size_t pos = begin + behind_leading_date(here);
    if (add_people(whole, pos, i, done)) return true;
    pos = begin + behind_leading_date(here);
    const std::size_t work = behind_work_of(whole, pos);
    if (work > pos && add_people(whole, work, i, done)) return true;
    const std::size_t tab = here.find('\t');
    if (tab != std::string_view::npos && tab < 30 && add_people(whole, begin + tab + 1, i, done)) return true;
    const std::size_t colon = here.find(':');
    if (colon != std::string_view::npos && colon < 90) {
      // "Promoters: A, B" under a student names the other advisors.
      const std::size_t stop = here.rfind(". ", colon);
      const std::string_view label = here.substr(stop == std::string_view::npos ? 0 : stop + 1,
                                                 colon - (stop == std::string_view::npos ? 0 : stop + 1));
      if (is_bare_advisor_label(label)) return false;
      if (add_people(whole, behind_work_of(whole, begin + colon + 1), i, done)) return true;
    }
    return read_cues(whole, i, done);
  }

  /// The offset behind a date that is followed by a comma, a point or a colon, where a name may stand.
  static std::size_t behind_date_mark(std::string_view whole, std::size_t end) {
    if (end >= whole.size() || (whole[end] != ',' && whole[end] != '.' && whole[end] != ':')) return std::string_view::npos;
    const std::size_t pos = whole.find_first_not_of(" \n", end + 1);
    return pos == std::string_view::npos ? whole.size() : pos;
  }

  /// "Dissertations. 2021, Ann Lee and Bo Katz; 2019, Cy Young (title)": behind a label each date leads its people.
  bool read_dated_list(const BlockLines& block, std::size_t least) {
    const std::string_view whole = block.text;
    const auto dates = find_dates(whole);
    if (dates.empty() || dates.front().begin > 90) return false;
    const std::string_view label = whole.substr(0, dates.front().begin);
    if (is_committee_only(label) || (least > 1 && (trim(label).empty() || !people_from(label, behind_bullet(label)).empty()))) return false;
    std::vector<std::pair<NamedPerson, int>> found;
    for (const DateMatch& date : dates) {
      const std::size_t pos = behind_date_mark(whole, date.end);
      if (pos == std::string_view::npos || in_brackets(whole, date.begin)) continue;
      int i = block.first;
      while (i + 1 < block.last && begin_of(i + 1) <= pos) ++i;
      for (const NamedPerson& person : people_from(whole, pos)) {
        if (!ends_well(whole, person) || is_committee_only(person.note)) break;
        found.emplace_back(person, i);
      }
    }
    if (found.size() < least) return false;
    own_heading_ = own_heading(block.first);
    for (const auto& [person, i] : found) add(person, i, level_of(label, person, {}, i));
    return !found.empty();
  }

  static bool in_brackets(std::string_view text, std::size_t pos) {
    const std::size_t open = text.rfind('(', pos);
    return open != std::string_view::npos && text.substr(open, pos - open).find(')') == std::string_view::npos;
  }

  bool read_cues(std::string_view whole, int i, std::size_t& done) {
    const std::size_t begin = begin_of(i);
    const std::string_view here = line(i).text;
    if (!may_hold_advising(ascii_lower(here))) return false;
    for (const AdvisingCue& cue : find_advising_cues(here)) {
      if (cue.kind != AdvisingCueKind::kAdvised && cue.kind != AdvisingCueKind::kStudents) continue;
      if (add_people(whole, begin + behind_work_of(here, cue.names), i, done)) return true;
    }
    return false;
  }

  [[nodiscard]] bool excluded(std::string_view here, const NamedPerson& person) const {
    if (is_committee_only(person.note)) return true;
    const std::string_view label = scope_label();
    if (!label.empty() && is_committee_only(label)) return true;
    if (label.empty() && is_committee_only(own_heading_)) return true;
    // A cell or a note of this line says what the owner was: "PhD Dissertation Committee".
    return is_committee_only(here);
  }

  [[nodiscard]] AdvisingLevel level_of(std::string_view before, const NamedPerson& person, std::string_view after,
                                       int i) const {
    constexpr std::size_t kAnywhere = 1000;
    const std::string headings = map_.headings(i);
    const std::string_view tail = after.substr(0, 120);
    // A level that opens the remark is the student's; one deep inside it may be a later job ("first job: postdoc").
    const std::pair<std::string_view, std::size_t> sources[] = {
        {before, kAnywhere},        {person.note, 2},      {tail, 2},
        {scope_label(), kAnywhere}, {headings, kAnywhere}, {tail, kAnywhere}};
    for (const auto& [source, words] : sources) {
      const AdvisingLevel level = advising_level(source, words);
      if (level != AdvisingLevel::kUnknown) return level;
    }
    return AdvisingLevel::kUnknown;
  }

  /// What tells the level behind a name: the line behind a single person; for one of several the note that closes
  /// the list ("A & B (BSc)"), unless the person has a note of its own.
  static std::string_view behind(std::string_view whole, const NamedPerson& person,
                                 const std::vector<NamedPerson>& people) {
    if (people.size() > 1) return person.note.empty() ? std::string_view(people.back().note) : std::string_view{};
    const std::size_t from = person.begin + person.name.size();
    if (from >= whole.size()) return {};
    return whole.substr(from, std::min(whole.find('\n', from), whole.size()) - from);
  }

  bool add_people(std::string_view whole, std::size_t pos, int i, std::size_t& done) {
    if (pos >= whole.size()) return false;
    const auto people = people_from(whole, pos);
    const std::size_t begin = begin_of(i);
    const std::string_view here = line(i).text;
    own_heading_ = own_heading(i);
    bool any = false;
    for (const NamedPerson& person : people) {
      // A word that is also a publisher or a place makes a name doubtful, but not beside one that is certain.
      if (!ends_well(whole, person) || (!any && best_score(people) < kNameThreshold)) break;
      if (is_professor(whole, person)) break;
      any = true;
      cited_ = cited_ || person.note.find_first_of("0123456789") != std::string::npos;
      done = std::max(done, person.end);
      if (excluded(here, person)) continue;
      add(person, i,
          level_of(whole.substr(begin, std::max(pos, begin) - begin), person, behind(whole, person, people), i));
    }
    if (any) add_later_people(whole, i, done);
    return any;
  }

  /// "A (2009) in joint supervision, B (2017)": names behind a comma that carry their years in brackets.
  void add_later_people(std::string_view whole, int i, std::size_t& done) {
    for (std::size_t comma = whole.find(',', done); comma != std::string_view::npos;
         comma = whole.find(',', comma + 1)) {
      if (comma + 1 < done) continue;
      const auto people = people_from(whole, comma + 1);
      if (people.empty() || people.front().note.find_first_of("0123456789") == std::string::npos) continue;
      for (const NamedPerson& person : people) {
        if (person.note.empty() || excluded({}, person)) continue;
        add(person, i, level_of(whole.substr(0, std::min<std::size_t>(whole.size(), 60)), person, {}, i));
        done = std::max(done, person.end);
      }
    }
  }

  void add(const NamedPerson& person, int i, AdvisingLevel level) {
    Period period;
    auto dates = find_dates(person.note);
    if (dates.empty()) dates = find_dates(line(i).text);
    if (!dates.empty()) period = dates.front().period;
    links_.add_advisee(person, i, level, period);
  }

  [[nodiscard]] static bool may_name_students(SectionKind kind) {
    switch (kind) {
      case SectionKind::kEducation:
      case SectionKind::kPapers:
      case SectionKind::kGrants:
      case SectionKind::kTalks:
      case SectionKind::kAwards:
      case SectionKind::kSkills:
      case SectionKind::kReferences:
      case SectionKind::kMembership:
        return false;
      default:
        return true;
    }
  }

  /// The list that a sentence opened above: goes on while lines lead with people.
  bool read_open_list(const BlockLines& block) {
    bool any = false;
    std::size_t done = 0;
    for (int i = block.first; i < block.last && !map_.is_heading(i); ++i) {
      const std::size_t pos = begin_of(i) + behind_leading_date(line(i).text);
      if (pos >= done && add_people(block.text, pos, i, done)) any = true;
    }
    return any;
  }

  void read_other_block(const BlockLines& block) {
    if (open_) open_ = read_open_list(block);
    if (open_) return;
    scope_.clear();
    const SectionKind kind = map_.kind_at(block.first);
    // Papers and talks of students: "Spring 2020, faculty adviser on a project by A and B" leads the line.
    const bool leading_only = kind == SectionKind::kPapers || kind == SectionKind::kTalks;
    if ((!may_name_students(kind) && !leading_only) || !may_hold_advising(ascii_lower(block.text))) return;
    const std::size_t lead = behind_leading_date(block.text) + kLeadIn;
    std::size_t done = 0;
    for (const AdvisingCue& cue : find_advising_cues(block.text)) {
      if (cue.kind != AdvisingCueKind::kAdvised && cue.kind != AdvisingCueKind::kStudents) continue;
      if (leading_only && (cue.begin > lead || cue.opens_list)) continue;
      open_ = cue.opens_list;
      if (open_) {
        scope_.push_back({std::string(block.text), 0});
        continue;
      }
      int i = block.first;
      while (i + 1 < block.last && begin_of(i + 1) <= cue.begin) ++i;
      add_people(block.text, cue.names, i, done);
    }
  }

  const CvText& text_;
  const SectionMap& map_;
  AdvisingLinks& links_;
  std::vector<Scope> scope_;
  std::string_view own_heading_;
  std::size_t base_ = 0;  ///< offset of the current BlockLines in its block
  bool open_ = false;
  bool cited_ = false;  ///< a student of the current block carries a year in brackets
};

}  // namespace

void find_students(const CvText& text, const SectionMap& map, AdvisingLinks& links) {
  StudentFinder(text, map, links).run();
}

}  // namespace scholargraph
