// SPDX-License-Identifier: Apache-2.0
// Small invented documents for tests of resolution and of the graph.
#pragma once

#include <string>
#include <vector>

#include "model/corpus.h"
#include "model/resolution.h"

namespace scholargraph::invented {

inline PaperRecord paper(const std::string& title, const std::vector<std::string>& authors, int year,
                         const std::string& venue = {}, int line = 1) {
  PaperRecord record;
  record.title = title;
  for (const auto& author : authors) {
    PersonName name;
    name.full = author;
    record.authors.push_back(name);
  }
  record.venue = venue;
  if (year > 0) record.year = year;
  record.span = {0, line, line};
  return record;
}

inline DocumentRecord document(const std::string& path, const std::string& owner, std::vector<PaperRecord> papers) {
  DocumentRecord record;
  record.path = path;
  record.format = "text";
  record.cv.owner = owner;
  record.cv.owner_span = {0, 1, 1};
  record.cv.papers = std::move(papers);
  record.lines = {{0, 1, "line one, write to ada@invented.example now"}, {0, 2, "line two"}};
  return record;
}

inline EducationRecord education(const std::string& institution, std::vector<std::string> advisors) {
  EducationRecord record;
  record.institution = institution;
  record.degree = DegreeLevel::kPhd;
  record.field = "Physics";
  record.period.start = 2010;
  record.period.end = 2014;
  record.advisors = std::move(advisors);
  record.span = {0, 2, 2};
  return record;
}

inline Corpus corpus_of(const std::vector<DocumentRecord>& records) {
  Corpus corpus;
  for (const auto& record : records) add_document(corpus, record);
  return corpus;
}

/// The keys of the entities that mentions printed `name` belong to, each once, in order of first appearance.
inline std::vector<std::string> keys_of(const Corpus& corpus, const Resolution& resolution, const std::string& name) {
  std::vector<std::string> keys;
  for (std::size_t m = 0; m < corpus.mentions.size(); ++m) {
    if (corpus.strings.view(corpus.names.text(corpus.mentions[m].name)) != name) continue;
    const std::string key = entity_key(corpus, resolution, resolution.entity_of[m]);
    bool known = false;
    for (const auto& other : keys) known = known || other == key;
    if (!known) keys.push_back(key);
  }
  return keys;
}

}  // namespace scholargraph::invented
