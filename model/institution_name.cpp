// SPDX-License-Identifier: Apache-2.0
#include "model/institution_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace scholargraph {

namespace {

/// Folded first words of units, in the languages CVs come in.
constexpr std::array<std::string_view, 36> kUnitWords = {
    "department", "dept",     "school",     "faculty",   "college",   "division",    "laboratory", "lab",    "group",
    "section",    "chair",    "departement", "departamento", "dipartimento", "facultad", "faculte", "facolta", "fakultat",
    "fakultet",   "fakultaet", "institut",  "institute", "instytut",  "wydzial",     "katedra",    "lehrstuhl",
    "fachbereich", "centre",   "center",    "program",   "programme", "unit",        "clinic",     "escola", "escuela",
    "ecole"};

/// Folded words of organisations that units belong to.
constexpr std::array<std::string_view, 25> kParentWords = {
    "university",  "universite", "universita", "universidad", "universidade", "universitat", "universiteit",
    "universitet", "universitetet", "uniwersytet", "univerzita", "univ",      "eth",         "epfl",
    "polytechnic", "polytechnique", "politecnico", "hochschule", "academy",   "academia",    "hospital",
    "inc",         "politechnika", "universitaet", "institute"};

constexpr std::array<std::string_view, 6> kSmallWords = {"the", "of", "at", "in", "for", "and"};
constexpr std::array<std::string_view, 9> kLegalForms = {"inc", "ltd", "llc", "gmbh", "corp", "corporation", "co",
                                                         "plc", "limited"};

struct System {
  std::string_view name;      ///< folded
  std::string_view flagship;  ///< folded town of the university that bears the bare name; empty without one
};
/// Systems whose universities are told apart by their towns.
constexpr std::array<System, 42> kSystems = {{
    {"university of california", ""},
    {"uc", ""},
    {"california state university", ""},
    {"university of alabama", "tuscaloosa"},
    {"university of alaska", ""},
    {"university of arkansas", "fayetteville"},
    {"university of colorado", "boulder"},
    {"university of hawaii", "honolulu"},
    {"university of houston", "houston"},
    {"university of illinois", "urbana"},
    {"southern illinois university", "carbondale"},
    {"indiana university", "bloomington"},
    {"university of maryland", "college park"},
    {"university of massachusetts", "amherst"},
    {"university of michigan", "ann arbor"},
    {"university of minnesota", "minneapolis"},
    {"university of missouri", "columbia"},
    {"university of nebraska", "lincoln"},
    {"university of nevada", ""},
    {"state university of new york", ""},
    {"suny", ""},
    {"city university of new york", "new york"},
    {"cuny", "new york"},
    {"university of north carolina", "chapel hill"},
    {"purdue university", "west lafayette"},
    {"university of tennessee", "knoxville"},
    {"university of texas", "austin"},
    {"texas a m university", "college station"},
    {"university of wisconsin", "madison"},
    {"indian institute of technology", ""},
    {"iit", ""},
    {"national institute of technology", ""},
    {"indian institute of management", ""},
    {"indian institute of information technology", ""},
    {"indian institute of science education and research", ""},
    {"iiser", ""},
    {"indian statistical institute", ""},
    {"birla institute of technology and science", ""},
    {"china university of geosciences", ""},
    {"china university of petroleum", ""},
    {"china university of mining and technology", ""},
    {"north china electric power university", ""},
}};
/// States and countries that may stand behind a system instead of a campus, folded.
constexpr std::array<std::string_view, 8> kRegions = {"usa", "us", "united states", "united states of america",
                                                      "india", "china", "p r china", "pr china"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_cjk_university(std::string_view text) {
  return text.find("大学") != std::string_view::npos || text.find("大學") != std::string_view::npos;
}

bool names_parent(std::string_view text) {
  const std::string folded = fold(text);
  const auto words = split(folded, ' ');
  return is_cjk_university(text) ||
         std::any_of(words.begin(), words.end(), [](std::string_view word) { return contains(kParentWords, word); });
}

/// Initial letters of the words of `name`: all of them, and the ones of words that are not small.
bool fits_initials(std::string_view name, std::string_view acronym) {
  std::string all;
  std::string big;
  const std::string folded = fold(name);
  for (const auto word : split(folded, ' ')) {
    if (word.empty()) continue;
    all += word.front();
    if (!contains(kSmallWords, word)) big += word.front();
  }
  const std::string wanted = squash(acronym);
  const auto starts = [&](const std::string& initials) {
    return !initials.empty() && (initials == wanted || (wanted.size() >= 2 && initials.starts_with(wanted)));
  };
  return starts(all) || starts(big);
}

bool is_acronym(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') ++capitals;
    else if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-' && c != '&') return false;
  }
  return capitals >= 2 && text.size() <= 12;
}

/// Takes "(UY)" off the end of `name` when it is an acronym.
void take_acronym(InstitutionName& result) {
  std::string_view name = trim(result.name);
  if (!name.ends_with(')')) return;
  const auto open = name.rfind('(');
  if (open == std::string_view::npos || open == 0) return;
  const std::string_view inside = trim(name.substr(open + 1, name.size() - open - 2));
  const std::string_view before = trim(name.substr(0, open));
  if (!is_acronym(inside) || before.empty()) return;
  // Acronyms that do not fit ("Yale (USA)") may be a place; they stay part of the name.
  if (!fits_initials(before, inside)) return;
  result.acronym = std::string(inside);
  result.name = std::string(before);
}

}  // namespace

bool is_institution_unit(std::string_view name) {
  const std::string folded = fold(name);
  const auto words = split(folded, ' ');
  if (words.empty()) return false;
  const auto last = words.back();
  return contains(kUnitWords, words.front()) || last == "department" || last == "lab" || last == "laboratory" ||
         last == "group" || last == "division" || name.ends_with("学院") || name.ends_with("系");
}

bool names_campus(std::string_view institution, std::string_view next) {
  const std::string whole = fold(institution);
  const auto ends_whole = [&](const System& system) {
    const std::size_t size = system.name.size();
    return whole.ends_with(system.name) && (whole.size() == size || whole[whole.size() - size - 1] == ' ');
  };
  const auto system = std::find_if(kSystems.begin(), kSystems.end(), ends_whole);
  if (system == kSystems.end()) return false;
  const std::string campus = fold(next);
  constexpr std::size_t kMostWords = 4;
  if (split(campus, ' ').size() > kMostWords || contains(kRegions, campus) || whole.ends_with(" " + campus)) return false;
  if (!system->flagship.empty() && campus.starts_with(system->flagship)) return false;
  if (is_institution_unit(next) || names_parent(next)) return false;
  const std::string_view name = trim(next);
  const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  const bool small = std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });  // not "CA"
  return capital && small && name.find_first_of("0123456789") == std::string_view::npos;
}

InstitutionName split_institution(std::string_view text) {
  InstitutionName result;
  const auto parts = split(text, ',');
  std::size_t parent = 0;
  if (parts.size() > 1 && is_institution_unit(trim(parts[0]))) {
    for (std::size_t i = parts.size() - 1; i > 0 && parent == 0; --i)
      if (names_parent(parts[i]) && !is_institution_unit(trim(parts[i]))) parent = i;
  }
  if (parent > 0) {
    const auto unit_end = static_cast<std::size_t>(parts[parent].data() - text.data()) - 1;
    result.unit = std::string(trim(text.substr(0, unit_end)));
    std::size_t name_end = unit_end + 1 + parts[parent].size();
    if (parent + 1 < parts.size() && names_campus(trim(parts[parent]), parts[parent + 1]))
      name_end += 1 + parts[parent + 1].size();
    result.name = std::string(trim(text.substr(unit_end + 1, name_end - unit_end - 1)));
  } else {
    result.name = std::string(trim(text));
  }
  take_acronym(result);
  return result;
}

std::string institution_key(std::string_view name) {
  const std::string folded = fold(name);
  std::string key;
  for (const auto word : split(folded, ' ')) {
    if (word.empty() || contains(kSmallWords, word)) continue;
    if (contains(kLegalForms, word) && !key.empty()) continue;
    if (!key.empty()) key += ' ';
    key += word;
  }
  return key.empty() ? folded : key;
}

}  // namespace scholargraph
