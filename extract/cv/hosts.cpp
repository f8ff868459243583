// SPDX-License-Identifier: Apache-2.0
// Hosts of visits and talks: "host: Ann Lee", "hosted by Prof. X", "Virtual visit with Prof. Y", and in sections
// about visits "University of X – Ann Lee (5 days)". The institution is what stands before the wording in the line,
// else the institution of the employment record that holds the line; the year likewise.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/advising_people.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"
#include "extract/cv/stem_set.h"

namespace scholargraph {
namespace {

enum HostWord { kBy = 1, kColon, kVisitWith };

const Lexicon& host_words() {
  static const Lexicon kWords{
      {kBy,
       "hosted by|invited by|invitation by|invitation of|at the invitation of|hosting by|visiting prof|"
       "invite par|invitee par|accueilli par|a l invitation de|eingeladen von|auf einladung von|invitado por|"
       "invitada por|convidado por|invitato da|ospite di|uitgenodigd door|guest of"},
      {kColon,
       "host|hosts|gastgeber|gastgeberin|anfitrion|anfitriona|anfitriao|hote|ospite|gastheer|vard|vert|"
       "academic host|接待人|邀请人|合作导师|ホスト|受入教員|초청"},
      {kVisitWith,
       "visit with|visit to|virtual visit with|visiting student with|visiting scholar with|"
       "visiting researcher with|research visit with|research stay with|stay with|visite chez|"
       "sejour chez|aufenthalt bei|estancia con|visiting|visited"}};
  return kWords;
}

bool may_hold_host(std::string_view lower) {
  static const StemSet kStems{"host",   "invit",  "visit",      "gast",     "einladung", "anfitri",   "hôte",
                              "ospite", "séjour", "aufenthalt", "estancia", "convid",    "stay with", "guest of",
                              "接待",   "邀请",   "合作导师",   "ホスト",   "受入",      "초청"};
  return kStems.found_in(lower);
}

const EmploymentRecord* job_at(const CvRecord& cv, const SourceSpan& line) {
  for (const EmploymentRecord& job : cv.employment) {
    if (job.span.page == line.page && job.span.first_line > 0 && job.span.first_line <= line.first_line &&
        line.first_line <= job.span.last_line)
      return &job;
  }
  return nullptr;
}

class HostFinder {
 public:
  HostFinder(const CvText& text, CvRecord& cv) : text_(text), map_(text), cv_(cv) {}

  void run() {
    for (int i = 0; i < static_cast<int>(text_.lines.size()); ++i) {
      const SectionKind kind = map_.kind_at(i);
      if (kind == SectionKind::kPapers || kind == SectionKind::kSkills || kind == SectionKind::kReferences) continue;
      const std::string_view line = text_.lines[static_cast<std::size_t>(i)].text;
      if (may_hold_host(ascii_lower(line)) && read_wording(line, i)) continue;
      if (kind == SectionKind::kVisits) read_visit(line, i);
    }
  }

 private:
  bool read_wording(std::string_view line, int i) {
    const auto words = lex_words(line);
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto hit = host_words().match_at(words, at);
      if (!hit) continue;
      std::size_t names = words[hit->last - 1].end;
      if (hit->value == kColon) {
        if (!opens_part(line, words[at].begin)) continue;
        while (names < line.size() && (line[names] == ' ' || line[names] == ')')) ++names;
        const bool colon = line.substr(std::min(names, line.size())).starts_with(":") ||
                           line.substr(std::min(names, line.size())).starts_with("：");
        if (!colon) continue;
        names += line[names] == ':' ? 1 : 3;
      }
      const auto people = people_from(line, names);
      if (people.empty() || (hit->value == kVisitWith && !visits_person(words, *hit, people.front()))) continue;
      for (const NamedPerson& person : people) add(person, place_before(line, words[hit->first].begin), line, i);
      return true;
    }
    return false;
  }

  /// The label begins the line or a part of it: "University of X, host:", "(host: A)".
  static bool opens_part(std::string_view line, std::size_t at) {
    const std::string_view before = trim(line.substr(0, at));
    if (before.empty() || (at > 0 && line[at - 1] == '\t')) return true;
    return std::string_view(",;(.-|/–—").find(before.back()) != std::string_view::npos;
  }

  /// "visiting Prof. X" and "visit with X" name people; "visiting New York" and "visit to Hong Kong" do not.
  static bool visits_person(const std::vector<LexWord>& words, const LexHit& hit, const NamedPerson& person) {
    return person.titled || words[hit.last - 1].folded == "with";
  }

  /// "University of X, host": the institution that leads the line.
  static std::string place_before(std::string_view line, std::size_t end) {
    const std::size_t begin = std::min(behind_leading_date(line), end);
    std::string_view before = line.substr(begin, end - begin);
    while (!before.empty() && (before.back() == '(' || before.back() == ' ')) before.remove_suffix(1);
    const auto parts = split_outside_brackets(strip_punctuation(before), ",;\t");
    for (std::string_view part : parts)
      if (institution_words().contains(part)) return std::string(strip_punctuation(part));
    return parts.size() == 1 && parts[0].size() < 60 ? std::string(strip_punctuation(parts[0])) : std::string();
  }

  /// "Université de X – Ann Lee (5 j.)" in a section about visits.
  void read_visit(std::string_view line, int i) {
    for (std::string_view dash : {" – ", " — ", " - ", ", "}) {
      const std::size_t at = line.find(dash);
      if (at == std::string_view::npos) continue;
      const auto people = people_from(line, at + dash.size());
      const std::string place = place_before(line, at);
      if (people.empty() || place.empty() || !institution_words().contains(place)) continue;
      if (dash == ", " && !people.front().titled) continue;
      for (const NamedPerson& person : people) add(person, place, line, i);
      return;
    }
  }

  void add(const NamedPerson& person, std::string place, std::string_view line, int i) {
    if (!cv_.owner.empty() && squash(cv_.owner) == squash(person.name)) return;
    HostRecord host;
    host.person = person.name;
    host.institution = std::move(place);
    host.span = text_.lines[static_cast<std::size_t>(i)].span;
    const auto years = years_of(find_dates(line));
    if (!years.empty()) host.year = years.front();
    if (const EmploymentRecord* job = job_at(cv_, host.span)) {
      const SectionKind kind = map_.kind_at(i);
      if (host.institution.empty() || (kind != SectionKind::kTalks && !institution_words().contains(host.institution)))
        host.institution = job->institution;
      if (!host.year) host.year = job->period.start ? job->period.start : job->period.end;
    }
    for (const HostRecord& other : cv_.hosts)
      if (other.person == host.person && other.institution == host.institution && other.year == host.year) return;
    cv_.hosts.push_back(std::move(host));
  }

  const CvText& text_;
  SectionMap map_;
  CvRecord& cv_;
};

}  // namespace

void find_hosts(const CvText& text, CvRecord& cv) { HostFinder(text, cv).run(); }

}  // namespace scholargraph
