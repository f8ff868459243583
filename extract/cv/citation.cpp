// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "extract/cv/citation_fields.h"
#include "extract/cv/citation_model.h"

namespace scholargraph {

namespace {

std::vector<CitationParts> read_all(const std::vector<CitationAtoms>& entries, const CitationHabits& habits,
                                    std::vector<double>* scores) {
  std::vector<CitationParts> readings;
  for (const auto& atoms : entries) {
    double score = 0;
    readings.push_back(best_parts(atoms, habits, &score));
    if (scores != nullptr) scores->push_back(score);
  }
  return readings;
}

double to_confidence(double score, std::size_t atoms) {
  const double mean = score / static_cast<double>(std::max<std::size_t>(atoms, 1));
  return 1.0 / (1.0 + std::exp(-2.0 * mean));
}

/// The list prints family names only: some entry has three or more people of one word each.
bool families_only(const std::vector<CitationText>& entries, const std::vector<CitationAtoms>& atoms,
                   const std::vector<CitationParts>& readings) {
  int lone = 0;
  int full = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Citation citation = citation_fields(entries[i].text, atoms[i], readings[i]);
    const bool all_lone = std::all_of(citation.authors.begin(), citation.authors.end(),
                                      [](const std::string& name) { return name.find(' ') == std::string::npos; });
    if (citation.authors.size() >= 3 && all_lone)
      ++lone;
    else if (citation.authors.size() >= 3)
      ++full;
  }
  return lone > full;
}

/// "Hill, Brook" read as one reversed name becomes two people.
void split_pair(Citation& citation) {
  if (citation.authors.size() != 1) return;
  const std::string name = citation.authors[0];
  const auto comma = name.find(", ");
  if (comma == std::string::npos) return;
  citation.authors = {name.substr(0, comma), name.substr(comma + 2)};
}

/// The list does not quote its titles: where it quotes, the quotation is part of a title.
bool quotes_seldom(const std::vector<CitationParts>& readings, const std::vector<CitationAtoms>& atoms) {
  constexpr std::size_t kFewest = 6;
  constexpr std::size_t kSeldom = 4;  // one entry in so many
  if (readings.size() < kFewest) return false;
  std::size_t quoted = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    bool one = false;
    for (std::size_t k = 0; k < atoms[i].size(); ++k) one |= atoms[i][k].quoted && readings[i][k] == CitationPart::kTitle;
    quoted += one ? 1 : 0;
  }
  return quoted * kSeldom <= readings.size();
}

void read_quotes_inside(const std::vector<CitationText>& entries, std::string_view owner,
                        std::vector<CitationAtoms>& atoms) {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (std::any_of(atoms[i].begin(), atoms[i].end(), [](const CitationAtom& a) { return a.quoted; }))
      atoms[i] = citation_atoms(entries[i], owner, false);
}

}  // namespace

std::vector<Citation> parse_citation_list(const std::vector<CitationText>& entries, std::string_view owner) {
  std::vector<CitationAtoms> atoms;
  atoms.reserve(entries.size());
  for (const auto& entry : entries) atoms.push_back(citation_atoms(entry, owner));
  CitationHabits habits;
  auto readings = read_all(atoms, habits, nullptr);
  std::vector<double> scores;
  if (quotes_seldom(readings, atoms)) {
    read_quotes_inside(entries, owner, atoms);
    readings = read_all(atoms, habits, nullptr);
  }
  constexpr std::size_t kFewestForHabits = 3;
  if (entries.size() >= kFewestForHabits) habits = learn_habits(atoms, readings);
  readings = read_all(atoms, habits, &scores);
  const bool lone_families = families_only(entries, atoms, readings);
  std::vector<Citation> citations;
  citations.reserve(entries.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    citations.push_back(citation_fields(entries[i].text, atoms[i], readings[i]));
    if (lone_families) split_pair(citations.back());
    citations.back().score = scores[i];
    citations.back().confidence = to_confidence(scores[i], atoms[i].size());
  }
  return citations;
}

Citation parse_citation(std::string_view text) {
  return parse_citation_list({CitationText{std::string(text), {}}}, {})[0];
}

}  // namespace scholargraph
