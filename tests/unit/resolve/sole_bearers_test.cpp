// SPDX-License-Identifier: Apache-2.0
// Names that agree, and nobody else of a rare family name: one person, if the corpus is large enough to know.
#include <set>
#include <string>
#include <vector>

#include "catch.h"
#include "invented_corpus.h"
#include "resolve/resolve.h"

using namespace scholargraph;
using namespace scholargraph::invented;

namespace {

struct Printed {
  std::string name;
  int year;
};

/// A word for each number, no two alike.
std::string word(std::size_t number) {
  std::string text;
  for (int i = 0; i < 4; ++i, number /= 20) {
    text += "bdfgklmnprstvzhjwxcq"[number % 20];
    text += "aeiou"[(number + static_cast<std::size_t>(i)) % 5];
  }
  return text;
}

/// One paper of one author each, and `crowd` papers of people whose family names nobody shares.
Corpus corpus_of_authors(const std::vector<Printed>& authors, std::size_t crowd) {
  std::vector<PaperRecord> papers;
  for (const Printed& author : authors)
    papers.push_back(paper("On the matter of " + word(papers.size() + 7000), {author.name}, author.year));
  for (std::size_t i = 0; i < crowd; ++i) papers.push_back(paper("Of " + word(i), {"Ada " + word(i)}, 2000));
  Corpus corpus;
  const DocumentId file = begin_document(corpus, "papers.bib", "bibtex", "");
  for (const PaperRecord& record : papers) {
    std::vector<PersonView> people;
    for (const PersonName& person : record.authors) people.push_back({person.full, {}, {}, {}, {}});
    PaperView view;
    view.key = record.title;
    view.title = record.title;
    view.year = record.year.value_or(0);
    view.authors = people;
    add_paper(corpus, view, file);
  }
  return corpus;
}

std::size_t people_among(const std::vector<Printed>& authors, std::size_t crowd) {
  const Corpus corpus = corpus_of_authors(authors, crowd);
  const Resolution resolution = resolve(corpus);
  std::set<std::string> keys;
  for (const Printed& author : authors)
    for (const std::string& key : keys_of(corpus, resolution, author.name)) keys.insert(key);
  return keys.size();
}

}  // namespace

TEST_CASE("names of one rare family name are one person where thousands of names are known") {
  constexpr std::size_t kCrowd = 20'000;
  struct Row {
    std::vector<Printed> authors;
    std::size_t people;
  };
  const Row rows[] = {
      {{{"K. Orthwin", 2001}, {"K. Orthwin", 2003}}, 1},
      {{{"K. Orthwin", 2001}, {"Kaja Orthwin", 2003}, {"Kaja M. Orthwin", 2009}}, 1},
      {{{"K. Orthwin", 2001}, {"K. Orthwin", 2003}, {"Bo Orthwin", 2002}}, 2},  // one other letter
      {{{"K. Orthwin", 2001}, {"K. Orthwin", 2003}, {"Bo Orthwin", 2002}, {"Ida Orthwin", 2002}}, 4},
      {{{"K. Orthwin", 2001}, {"Kaja Orthwin", 2003}, {"Klemens Orthwin", 2004}}, 3},  // which one is K.?
      {{{"K. Orthwin", 1980}, {"K. Orthwin", 2003}}, 2},                               // another generation
      {{{"Orthwin", 2001}, {"Orthwin", 2003}}, 2},
  };
  for (const Row& row : rows) {
    std::string names;
    for (const Printed& author : row.authors) names += author.name + " " + std::to_string(author.year) + "; ";
    INFO(names);
    CHECK(people_among(row.authors, kCrowd) == row.people);
  }
}

TEST_CASE("a small corpus does not know which family names are rare") {
  CHECK(people_among({{"K. Orthwin", 2001}, {"K. Orthwin", 2003}}, 1'000) == 2);
}

TEST_CASE("the reason says that nobody else bears the name") {
  const Corpus corpus = corpus_of_authors({{"K. Orthwin", 2001}, {"Kaja Orthwin", 2003}}, 20'000);
  const Resolution resolution = resolve(corpus);
  REQUIRE(resolution.merges.size() == 1);
  CHECK(resolution.reasons.text(resolution.merges[0].reason, corpus.strings) ==
        "names agree; nobody else of a rare family name and this initial");
  CHECK(resolution.reasons.percent(resolution.merges[0].reason) == 80);
}
