// SPDX-License-Identifier: Apache-2.0
// Positions: jobs, internships, visits, exchanges. An entry with several dated roles gives one record for each; a
// role without an institution of its own belongs to the institution named last.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/education_prose.h"
#include "extract/cv/employment_roles.h"
#include "extract/cv/entries_rows.h"
#include "extract/cv/fields.h"

namespace scholargraph {
namespace {

Period work_period(const Fragment* date) {
  if (date == nullptr) return {};
  Period period = date->date.period;
  if (!date->date.range && !period.present) {
    if (!period.start) period.start = period.end;
    if (!period.end) period.end = period.start;
  }
  if (period.present) period.end.reset();
  return period;
}

EmploymentKind kind_for(SectionKind section, const Fragment* role) {
  if (role != nullptr && role->role >= 0 && role->role < kStudentRole && role->role != static_cast<int>(EmploymentKind::kJob)) {
    return static_cast<EmploymentKind>(role->role);
  }
  if (section == SectionKind::kInternships) return EmploymentKind::kInternship;
  if (section == SectionKind::kVisits) return EmploymentKind::kVisit;
  return EmploymentKind::kJob;
}

bool is_role(const Fragment& fragment) { return fragment.kind == FragmentKind::kRole; }
bool is_date(const Fragment& fragment) { return fragment.kind == FragmentKind::kDate; }

/// Whether the section names institutions before roles, learnt from the entries where both are sure.
bool institution_first(const std::vector<EntryRow>& rows) {
  int votes = 0;
  for (const EntryRow& row : rows) {
    int role = -1;
    int institution = -1;
    for (std::size_t k = 0; k < row.fragments.size(); ++k) {
      if (row.fragments[k].kind == FragmentKind::kRole && role < 0) role = static_cast<int>(k);
      if (row.fragments[k].kind == FragmentKind::kInstitution && row.fragments[k].strength >= 2 && institution < 0) institution = static_cast<int>(k);
    }
    if (role >= 0 && institution >= 0) votes += institution < role ? 1 : -1;
  }
  return votes > 0;
}

class EmploymentParser {
 public:
  EmploymentParser(const CvText& text, CvRecord& cv) : text_(text), cv_(cv) {}

  void add_list(const RowList& list) {
    last_ = NamedPlace{};
    group_heading_ = false;
    institution_first_ = institution_first(list.rows);
    int dated = 0;
    int sure = 0;
    for (const EntryRow& row : list.rows) {
      if (!std::any_of(row.fragments.begin(), row.fragments.end(), is_date)) continue;
      ++dated;
      if (std::any_of(row.fragments.begin(), row.fragments.end(), is_role)) ++sure;
    }
    roles_expected_ = sure * 2 >= dated;
    some_roles_ = sure > 0;
    const std::string heading = " " + fold(text_.sections[list.section].heading) + " ";
    current_ = false;
    for (std::string_view word : {" current ", " present ", " actual ", " actuel ", " actuelle ", " attuale ", " aktuelle ", " huidige "}) current_ = current_ || heading.find(word) != std::string::npos;
    for (const EntryRow& row : list.rows) add_row(row, list.kind);
  }

  void add_row(const EntryRow& row, SectionKind kind) {
    const auto& fragments = row.fragments;
    const bool any_role = std::any_of(fragments.begin(), fragments.end(), is_role);
    if (kind == SectionKind::kEducation || kind == SectionKind::kHeader) {
      if (!any_role || has_degree(fragments, kind) || in_course_list(row)) return;
      if (kind == SectionKind::kHeader && !dated_line_of_its_own(row)) return;
    } else if (!any_role && stands_as_degree(fragments)) {
      return;
    }
    const std::vector<std::size_t> dates = dated_lines(fragments);
    if (dates.size() <= 1) {
      add_record(row, fragments, dates.empty() ? nullptr : &fragments[dates[0]], kind);
      return;
    }
    for (std::size_t d = 0; d < dates.size(); ++d) add_part(row, dates, d, kind);
  }

 private:
  /// "Short courses": what is listed under it was attended, "teacher training" is no position there.
  bool in_course_list(const EntryRow& row) const {
    static const Lexicon courses{{1, "courses|course|workshops|workshop|training|cursos|kurse|corsi|formations"}};
    static const Lexicon held{{1, "postdoc*|post doc|post doctoral|fellow|fellowship|resident|residency|scholar"}};
    for (const Section& section : text_.sections) {
      if (section.begin > row.entry.begin || row.entry.begin >= section.end) continue;
      const auto holds = [&](const Fragment& f) { return is_role(f) && held.contains(f.text); };
      return courses.contains(section.heading) && std::none_of(row.fragments.begin(), row.fragments.end(), holds);
    }
    return false;
  }

  /// Above the first section only a dated line with a role counts, no sentence about the person.
  bool dated_line_of_its_own(const EntryRow& row) const {
    for (const Fragment& fragment : row.fragments) {
      if (is_date(fragment) && fragment.date.range) return text_.lines[static_cast<std::size_t>(fragment.line)].text.size() < 140;
    }
    return false;
  }

  static bool has_degree(const std::vector<Fragment>& fragments, SectionKind kind) {
    return std::any_of(fragments.begin(), fragments.end(), [&](const Fragment& f) {
      return f.kind == FragmentKind::kDegree && (kind == SectionKind::kEducation || !f.degree.student);
    });
  }

  static bool stands_as_degree(const std::vector<Fragment>& fragments) {
    for (std::size_t k = 0; k < fragments.size() && k < 4; ++k) {
      if (fragments[k].kind != FragmentKind::kDegree) continue;
      const DegreeMention& degree = fragments[k].degree;
      return !degree.student && !may_be_code(degree, degree.end - degree.begin);
    }
    return false;
  }

  /// The date fragments that stand for a position: one for each dated line.
  static std::vector<std::size_t> dated_lines(const std::vector<Fragment>& fragments) {
    std::vector<std::size_t> dates;
    const bool ranges = std::any_of(fragments.begin(), fragments.end(), [](const Fragment& f) { return is_date(f) && f.date.range; });
    for (std::size_t k = 0; k < fragments.size(); ++k) {
      if (!is_date(fragments[k]) || (ranges && !fragments[k].date.range)) continue;
      if (!dates.empty() && fragments[dates.back()].line == fragments[k].line) continue;
      dates.push_back(k);
    }
    return dates;
  }

  void add_part(const EntryRow& row, const std::vector<std::size_t>& dates, std::size_t d, SectionKind kind) {
    const auto& all = row.fragments;
    const int line = all[dates[d]].line;
    const int next = d + 1 < dates.size() ? all[dates[d + 1]].line : row.entry.end;
    const int before = d > 0 ? all[dates[d - 1]].line : row.entry.begin - 1;
    std::vector<Fragment> own;
    for (const Fragment& fragment : all) {
      const bool here = fragment.line == line || (fragment.line > line && fragment.line < next) || (d == 0 && fragment.line > before && fragment.line <= line);
      if (here) own.push_back(fragment);
    }
    // Dates alone below one position: it was held several times.
    if (d > 0 && std::all_of(own.begin(), own.end(), is_date)) {
      for (const Fragment& fragment : all) {
        if (fragment.line < all[dates[0]].line && !is_date(fragment)) own.push_back(fragment);
      }
    }
    // "2013-2014: Master of Ice, University of X" among the dates of a position.
    if (d > 0 && std::none_of(own.begin(), own.end(), is_role) && has_degree(own, SectionKind::kEmployment)) return;
    EntryRow part{{d == 0 ? row.entry.begin : line, next}, own, row.group};
    add_record(part, own, &all[dates[d]], kind);
  }

  static const Fragment* role_near(const std::vector<Fragment>& fragments, int line) {
    const Fragment* best = nullptr;
    int best_distance = 1000;
    for (const Fragment& fragment : fragments) {
      if (!is_role(fragment)) continue;
      const int distance = 2 * std::abs(fragment.line - line) + (fragment.bracketed ? 3 : 0);
      if (distance < best_distance) {
        best_distance = distance;
        best = &fragment;
      }
    }
    if (best == nullptr) {
      for (const Fragment& fragment : fragments) {
        if (fragment.kind == FragmentKind::kDegree && fragment.degree.student) return &fragment;
      }
    }
    return best;
  }

  void add_record(const EntryRow& row, const std::vector<Fragment>& fragments, const Fragment* date, SectionKind kind) {
    const int line = date != nullptr ? date->line : row.entry.begin;
    const Fragment* role = role_near(fragments, line);
    constexpr std::size_t kLongestRole = 14;
    if (role != nullptr && lex_words(role->text).size() > kLongestRole) role = nullptr;
    std::vector<Fragment> others = fragments;
    std::erase_if(others, [&](const Fragment& f) { return f.line > line + (f.kind == FragmentKind::kInstitution && f.strength >= 3 ? 5 : 3); });
    auto place = institution_near(others, line, false);
    if (!place || place->strength < 2) place = unsure_place(others, line, role, place);
    if (date != nullptr) place = inside_group(row, place);
    EmploymentRecord record;
    if (role != nullptr) record.role = role_text(full_role(fragments, *role, place), place);
    if (role == nullptr && place) record.role = unknown_role(others, *place, line, kind);
    const bool described = record.role.empty() && kind != SectionKind::kHeader;
    if (described) record.role = described_role(text_, row.entry, line);
    const bool contributed = described && record.role.find("member of") != std::string::npos;
    if (!place && role != nullptr) place = inside_role(*role);
    if (!place && role != nullptr && kind != SectionKind::kHeader) place = in_description(row.entry);
    if (!place && date != nullptr && role != nullptr && group_heading_) place = last_;
    if (!place) return;
    if (role == nullptr && some_roles_ && date != nullptr && date->bracketed && place->strength < 3) return;
    if (role == nullptr && roles_expected_ && place->strength < 1.5 && record.role.empty()) return;
    if (role != nullptr && (is_editorial(*role, *place) || starts_with_ignore_case(role->text, "qualification"))) return;
    if (role != nullptr && is_plain_student(*role)) return;
    if (role == nullptr && tells_sentence(fragments, line)) return;
    if (role == nullptr && record.role.empty() && names_committee(place->institution)) return;
    if (date == nullptr && (role == nullptr || kind == SectionKind::kHeader)) return;
    if (place->institution != last_.institution) group_heading_ = date != nullptr && place->line < date->line && (role == nullptr || role->line > place->line);
    last_ = *place;
    record.institution = place->institution;
    record.unit = place->unit;
    record.kind = contributed ? EmploymentKind::kContribution : kind_for(kind, role);
    record.period = work_period(date);
    if (date != nullptr) extend_to_listed_years(fragments, *date, record.period);
    if (date == nullptr && current_) record.period.present = true;
    record.span = span_of(text_, kind == SectionKind::kHeader ? line : row.entry.begin, row.entry.end);
    cv_.employment.push_back(std::move(record));
  }

  /// "2008, 2009": single years in a row date one position.
  static void extend_to_listed_years(const std::vector<Fragment>& fragments, const Fragment& date, Period& period) {
    if (date.date.range || !period.end) return;
    auto at = std::find_if(fragments.begin(), fragments.end(), [&](const Fragment& f) { return is_date(f) && f.line == date.line && f.date.begin == date.date.begin; });
    for (; at != fragments.end() && is_date(*at) && at->line == date.line && !at->date.range; ++at) {
      const int year = at->date.period.start.value_or(0);
      if (year == *period.end + 1) period.end = year;
    }
  }

  /// "Élève de l'École X", "Student": who only learns there is not employed; a "PhD student" may be.
  static bool is_plain_student(const Fragment& role) {
    static const Lexicon students{{1, "student|eleve|etudiant|etudiante|estudiante|studente|studentessa|schuler|schulerin"}};
    const auto words = lex_words(role.text);
    return role.kind == FragmentKind::kRole && role.role == kStudentRole && students.match_at(words, 0).has_value();
  }

  /// "Ice Society Education Committee": who is a member serves.
  static bool names_committee(std::string_view institution) {
    static const Lexicon committees{{1, "committee|committees|subcommittee|task force|panel|jury|comite|commission|comision|kommission|ausschuss"}};
    const auto words = lex_words(institution);
    return !words.empty() && committees.match_at(words, words.size() - 1).has_value();
  }

  /// Editors and referees of journals serve; they are not employed.
  static bool is_editorial(const Fragment& role, const NamedPlace& place) {
    static const Lexicon editors{{1, "editor|editors|editorial|reviewer|referee|editorial board"}};
    return editors.contains(role.text) && place.strength < 2.5;
  }

  /// Names without any institution word: the order of the list tells which is the institution.
  std::optional<NamedPlace> unsure_place(const std::vector<Fragment>& fragments, int line, const Fragment* role, const std::optional<NamedPlace>& weak) const {
    std::vector<Fragment> near = fragments;
    std::erase_if(near, [&](const Fragment& f) { return std::abs(f.line - line) > 1 && !f.bold; });
    if (role == nullptr && !weak) {
      std::vector<const Fragment*> names;
      for (const Fragment& f : near) {
        if (f.kind == FragmentKind::kUnknown && f.line == line && !f.bracketed) names.push_back(&f);
      }
      if (names.size() >= 2) {
        const Fragment& chosen = *names[institution_first_ ? 0 : 1];
        return NamedPlace{chosen.text, "", chosen.line, 0};
      }
    }
    auto unknown = institution_near(near, line, true);
    if (weak && (!unknown || unknown->strength > 0)) return weak;
    return unknown ? unknown : weak;
  }

  /// "Director of the Center for Logic" names where in the role itself; so does "Design Engineer Applied Hydraulics".
  static std::optional<NamedPlace> inside_role(const Fragment& role) {
    const auto words = lex_words(role.text);
    if (const auto hit = institution_words().find(words); hit && hit->value != kUnitWord) {
      std::size_t first = hit->first;
      while (first > 0 && words[first - 1].capital) --first;
      if (first > 0) return NamedPlace{role.text.substr(words[first].begin), "", role.line, 2};
    }
    std::size_t last = 0;
    for (auto hit = role_words().find(words); hit; hit = role_words().find(words, last)) {
      last = hit->last;
      if (last >= words.size()) break;
    }
    if (last == 0 || last >= words.size() || !words[last].capital) return std::nullopt;
    for (std::size_t k = last; k < words.size(); ++k) {
      if (!words[k].capital) return std::nullopt;
    }
    return NamedPlace{role.text.substr(words[last].begin), "", role.line, 1};
  }

  /// "Worked on X with the Google Brain team": the description names where.
  std::optional<NamedPlace> in_description(const Entry& entry) const {
    for (int i = entry.begin + 1; i < entry.end && i < entry.begin + 4; ++i) {
      const std::string_view line = text_.lines[static_cast<std::size_t>(i)].text;
      for (std::string_view word : {" with the ", " with ", " at the ", " at "}) {
        const std::size_t at = line.find(word);
        if (at == std::string_view::npos) continue;
        const std::string name = capital_run(line.substr(at + word.size()));
        if (institution_words().contains(name)) return NamedPlace{name, "", i, 1.5};
      }
    }
    return std::nullopt;
  }

  const CvText& text_;
  CvRecord& cv_;
  NamedPlace last_;
  bool group_heading_ = false;  ///< the last institution stands on a line above its dated roles
  bool roles_expected_ = false;
  bool some_roles_ = false;
  bool current_ = false;  ///< the heading says that the positions of the list are held now
  bool institution_first_ = true;
};

}  // namespace

void find_employment(const CvText& text, const std::vector<RowList>& lists, CvRecord& cv) {
  EmploymentParser parser(text, cv);
  for (const RowList& list : lists) parser.add_list(list);
  if (cv.employment.empty()) find_employment_in_prose(text, cv);
}

}  // namespace scholargraph
