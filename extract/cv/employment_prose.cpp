// SPDX-License-Identifier: Apache-2.0
// Problem: a page without a list of positions still says who its owner is: "I am a Lecturer at X", "X大学教授，Y研究所研究员",
// or, below the name, "Lecturer" over "University of X".
// Idea: three readers, tried in turn; each wants a role and an institution side by side and stops at the first sentence or
// block that has them, so that what follows (talks, boards, students) is left alone.
// Cost: one pass over the narrative lines, only for documents without lists of positions.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/cv/education_prose.h"
#include "extract/cv/entries_fragments.h"

namespace scholargraph {
namespace {

struct WorkVerb {
  std::string_view words;
  EmploymentKind kind;
  std::string_view role;
};

constexpr WorkVerb kWorkVerbs[] = {
    {"interned at ", EmploymentKind::kInternship, "Intern"},
    {"internship at ", EmploymentKind::kInternship, "Intern"},
    {"intern at ", EmploymentKind::kInternship, "Intern"},
    {"worked at ", EmploymentKind::kJob, ""},
    {"worked for ", EmploymentKind::kJob, ""},
    {"visited ", EmploymentKind::kVisit, "Visitor"},
};

/// The names of "Bloomberg, Samsung and IBM on various ..." at the start of the text.
std::vector<std::string> leading_names(std::string_view text) {
  std::vector<std::string> names;
  const auto words = lex_words(text.substr(0, 160));
  std::string name;
  std::size_t last = 0;
  for (const LexWord& word : words) {
    const std::string_view between = text.substr(last, word.begin - last);
    const bool joint = word.folded == "and" || word.folded == "of" || word.folded == "the";
    if (between.find_first_of(".;(") != std::string_view::npos) break;
    if ((between.find(',') != std::string_view::npos || word.folded == "and") && !name.empty()) {
      names.push_back(name);
      name.clear();
    }
    last = word.end;
    if (word.folded == "and") continue;
    if (!word.capital && !joint) break;
    if (!name.empty()) name += ' ';
    name += text.substr(word.begin, word.end - word.begin);
  }
  if (!name.empty()) names.push_back(name);
  return names;
}

void find_work_verbs(const CvText& text, CvRecord& cv) {
  for (const Sentence& sentence : narrative(text)) {
    if (!speaks_of_owner(fold(sentence.text), cv)) continue;
    for (const WorkVerb& verb : kWorkVerbs) {
      const std::size_t at = sentence.text.find(verb.words);
      if (at == std::string::npos) continue;
      for (const std::string& name : leading_names(std::string_view(sentence.text).substr(at + verb.words.size()))) {
        EmploymentRecord record;
        record.institution = name;
        record.kind = verb.kind;
        record.role = verb.role;
        record.span = span_of(text, sentence.begin, sentence.end);
        cv.employment.push_back(std::move(record));
      }
      break;
    }
  }
}

void add_present(const CvText& text, CvRecord& cv, std::string institution, std::string role, int begin, int end) {
  EmploymentRecord record;
  record.institution = std::move(institution);
  record.role = std::move(role);
  record.period.present = true;
  record.span = span_of(text, begin, end);
  cv.employment.push_back(std::move(record));
}

/// The first words up to "at", "in the", "with" or a mark: "a Senior Lecturer in the Institute of X" -> "Senior Lecturer".
std::string role_before_place(std::string_view text) {
  std::size_t end = std::min<std::size_t>(text.size(), 80);
  for (std::string_view stop : {" at ", " in ", " with ", " within ", " of the ", " from ", " on ", ",", ";", "(", "."}) end = std::min(end, text.find(stop));
  const std::string_view role = trim(text.substr(0, end));
  const auto words = lex_words(role);
  if (words.empty() || words.size() > 6 || !find_degrees(role).empty()) return {};
  const auto hit = role_words().find(words);
  return hit && hit->value != kStudentRole ? std::string(role) : std::string();
}

/// The name with the strongest institution word: "in the Institute of X at the University of Y" gives the university.
std::string strongest_institution(std::string_view text) {
  for (std::string_view at : {" at the ", " at "}) {
    const std::size_t inner = text.rfind(at);
    if (inner != std::string_view::npos && institution_words().contains(text.substr(inner + at.size()))) text = text.substr(inner + at.size());
  }
  std::string best;
  double strength = 1.9;
  for (const Fragment& fragment : text_fragments(text)) {
    if (fragment.kind != FragmentKind::kInstitution || fragment.strength <= strength) continue;
    strength = fragment.strength;
    best = institution_behind(fragment.text, 0);
  }
  return best;
}

/// "I am a Postdoctoral Fellow in the Institute of X at the University of Y."
bool find_present_sentence(const CvText& text, CvRecord& cv) {
  static constexpr std::array<std::string_view, 12> kLeads{" am a ", " am an ", " am the ", " am currently a ", " am currently an ", " am currently the ",
                                                           " is a ", " is an ", " is the ", " is currently a ", " is currently an ", "\u2019m a "};
  for (const Sentence& sentence : narrative(text)) {
    if (!speaks_of_owner(fold(sentence.text), cv)) continue;
    for (std::string_view lead : kLeads) {
      const std::size_t at = sentence.text.find(lead);
      if (at == std::string::npos || at > 60) continue;
      std::string_view rest = std::string_view(sentence.text).substr(at + lead.size());
      for (std::string_view clause : {", where", " where ", ", and ", " and I ", " and my ", " who ", ", working"}) rest = rest.substr(0, rest.find(clause));
      const std::string role = role_before_place(rest);
      if (role.empty()) continue;
      const std::string place = strongest_institution(rest.substr(role.size()));
      if (place.empty()) continue;
      add_present(text, cv, place, role, sentence.begin, sentence.end);
      return true;
    }
  }
  return false;
}

/// Behind the last of these an institution's name ends, at the end of the text one of those is a role.
constexpr std::array<std::string_view, 9> kPlaceEnds{"大学", "大學", "学院", "學院", "实验室", "研究所", "研究院", "研究中心", "公司"};
constexpr std::array<std::string_view, 12> kRoleEnds{"教授", "研究员", "科学家", "导师", "博士后", "讲师", "院士", "工程师", "主任", "院长", "所长", "助教"};

/// "X大学特聘教授" -> {"X大学", "特聘教授"}; empty names when the piece is anything else.
std::pair<std::string_view, std::string_view> place_and_role(std::string_view piece) {
  constexpr std::size_t kLongest = 90;
  const auto ends = [&](std::string_view word) { return piece.ends_with(word); };
  if (piece.size() > kLongest || std::none_of(kRoleEnds.begin(), kRoleEnds.end(), ends)) return {};
  std::size_t border = 0;
  for (std::string_view word : kPlaceEnds) {
    const std::size_t at = piece.rfind(word);
    if (at != std::string_view::npos && at > 0) border = std::max(border, at + word.size());
  }
  if (border == 0 || border >= piece.size()) return {};
  return {piece.substr(0, border), piece.substr(border)};
}

/// "X大学教授，Y实验室研究员，…。": the first sentence of a Chinese biography.
bool find_chinese_titles(const CvText& text, CvRecord& cv) {
  for (const Section& section : text.sections) {
    if (section.kind != SectionKind::kHeader && section.kind != SectionKind::kUnknown && section.kind != SectionKind::kSummary) continue;
    for (int i = section.begin; i < section.end; ++i) {
      std::string_view line = text.lines[static_cast<std::size_t>(i)].text;
      line = line.substr(0, line.find("。"));
      bool found = false;
      for (std::size_t from = 0; from < line.size();) {
        const std::size_t stop = std::min(line.find("，", from), line.size());
        const auto [place, role] = place_and_role(trim(line.substr(from, stop - from)));
        if (!place.empty()) add_present(text, cv, std::string(place), std::string(role), i, i + 1);
        else if (found) break;
        found = found || !place.empty();
        from = stop + std::string_view("，").size();
      }
      if (found) return true;
    }
  }
  return false;
}

/// "Assistant Professor" over "Department of X" over "Y University", above the first section.
bool find_present_below_name(const CvText& text, CvRecord& cv) {
  constexpr int kHeaderLines = 14;
  constexpr int kBelow = 4;
  constexpr std::size_t kLongest = 90;
  const int end = std::min(kHeaderLines, static_cast<int>(text.lines.size()));
  const auto line = [&](int i) { return text.lines[static_cast<std::size_t>(i)].text; };
  for (const Section& section : text.sections) {
    if (section.kind != SectionKind::kHeader) break;
    for (int i = section.begin; i < std::min(section.end, end); ++i) {
      const auto own = text_fragments(line(i));
      const bool role = own.size() == 1 && own[0].kind == FragmentKind::kRole && own[0].role < kStudentRole && lex_words(own[0].text).size() <= 5;
      if (!role || line(i).size() > kLongest) continue;
      for (int k = i + 1; k < std::min(section.end, i + 1 + kBelow); ++k) {
        for (const Fragment& fragment : text_fragments(line(k))) {
          if (fragment.kind != FragmentKind::kInstitution || fragment.strength < 3) continue;
          add_present(text, cv, fragment.text, own[0].text, i, k + 1);
          return true;
        }
      }
    }
  }
  return false;
}

}  // namespace

void find_employment_in_prose(const CvText& text, CvRecord& cv) {
  find_work_verbs(text, cv);
  if (!cv.employment.empty()) return;
  if (find_present_sentence(text, cv) || find_chinese_titles(text, cv)) return;
  find_present_below_name(text, cv);
}

}  // namespace scholargraph
