// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "unit/resolve/invented_corpus.h"

using namespace scholargraph;
using namespace scholargraph::invented;

namespace {

const char* const kTitleA = "A long invented title about quiet turbines";
const char* const kTitleB = "Another long invented title about loud turbines";
const char* const kTitleC = "A third long invented title about paper boats";

}  // namespace

TEST_CASE("the initials of a CV are one person in all its papers, and the owner is found") {
  const Corpus corpus = corpus_of({document("a.md", "Bo Lind", {paper(kTitleA, {"B. Lind", "H. Dorval"}, 2020),
                                                               paper(kTitleB, {"X. Orme", "B. Lind", "H. Dorval"}, 2021)})});
  const Resolution resolution = resolve(corpus);
  CHECK(keys_of(corpus, resolution, "H. Dorval").size() == 1);
  CHECK(keys_of(corpus, resolution, "B. Lind") == keys_of(corpus, resolution, "Bo Lind"));
}

TEST_CASE("a coauthor who has a CV too is one person, initials too when a ground is shared") {
  const Corpus corpus = corpus_of({document("a.md", "Bo Lind", {paper(kTitleA, {"Bo Lind", "Heng Dorval"}, 2020)}),
                                   document("b.md", "Heng Dorval", {paper(kTitleA, {"B. Lind", "H. Dorval"}, 2021)})});
  const Resolution resolution = resolve(corpus);
  CHECK(keys_of(corpus, resolution, "Heng Dorval").size() == 1);
  CHECK(keys_of(corpus, resolution, "H. Dorval") == keys_of(corpus, resolution, "Heng Dorval"));
  CHECK(keys_of(corpus, resolution, "B. Lind") == keys_of(corpus, resolution, "Bo Lind"));
  CHECK(keys_of(corpus, resolution, kTitleA).size() == 1);
}

TEST_CASE("two CVs of one name that share nothing stay two people; a shared coauthor makes them one") {
  const auto people = [](const std::string& second_coauthor) {
    const Corpus corpus =
        corpus_of({document("a.md", "Marta Oberlin", {paper(kTitleA, {"Marta Oberlin", "Ugo Ferrante"}, 2020)}),
                   document("b.md", "Marta Oberlin", {paper(kTitleB, {"Marta Oberlin", second_coauthor}, 2021)})});
    return keys_of(corpus, resolve(corpus), "Marta Oberlin").size();
  };
  CHECK(people("Iris Vandermolen") == 2);
  CHECK(people("Ugo Ferrante") == 1);
}

TEST_CASE("equal full names without a CV: distinctive ones are one person, two short syllables are not") {
  const auto people = [](const std::string& name) {
    const Corpus corpus = corpus_of({document("a.md", "Ugo Ferrante", {paper(kTitleA, {"Ugo Ferrante", name}, 2020)}),
                                     document("b.md", "Iris Molen", {paper(kTitleB, {"Iris Molen", name}, 2021)})});
    return keys_of(corpus, resolve(corpus), name).size();
  };
  CHECK(people("Theodora Quillfeather") == 1);
  CHECK(people("Wei Li") == 2);
  CHECK(people("T. Quillfeather") == 2);
}

TEST_CASE("initials that fit two people of the same circle are left alone") {
  const Corpus corpus = corpus_of({document(
      "a.md", "Bo Lind",
      {paper(kTitleA, {"Bo Lind", "Hanna Dorval"}, 2020), paper(kTitleB, {"Bo Lind", "Henrik Dorval"}, 2021),
       paper(kTitleC, {"Bo Lind", "H. Dorval"}, 2022)})});
  const Resolution resolution = resolve(corpus);
  const auto initials = keys_of(corpus, resolution, "H. Dorval");
  CHECK(initials != keys_of(corpus, resolution, "Hanna Dorval"));
  CHECK(initials != keys_of(corpus, resolution, "Henrik Dorval"));
}

TEST_CASE("an unnamed owner is the only author that others print for all shared papers") {
  DocumentRecord unnamed = document("dir/u.md", "", {paper(kTitleA, {}, 0), paper(kTitleB, {}, 2021)});
  const DocumentRecord a = document("a.md", "Bo Lind", {paper(kTitleA, {"Bo Lind", "Ada Brunner"}, 2020)});
  const DocumentRecord b = document("b.md", "Iris Molen", {paper(kTitleB, {"Ada Brunner", "Iris Molen"}, 2021)});
  SECTION("found") {
    const Corpus corpus = corpus_of({a, b, unnamed});
    const Resolution resolution = resolve(corpus);
    CHECK(keys_of(corpus, resolution, "owner of u.md") == keys_of(corpus, resolution, "Ada Brunner"));
  }
  SECTION("two could be meant") {
    const Corpus corpus = corpus_of({a, unnamed});
    const Resolution resolution = resolve(corpus);
    CHECK(keys_of(corpus, resolution, "owner of u.md").size() == 1);
    CHECK(keys_of(corpus, resolution, "owner of u.md") != keys_of(corpus, resolution, "Ada Brunner"));
    CHECK(keys_of(corpus, resolution, "owner of u.md") != keys_of(corpus, resolution, "Bo Lind"));
  }
}

TEST_CASE("ORCIDs join different names and keep equal ones apart") {
  DocumentRecord a = document("a.md", "Marta Oberlin", {paper(kTitleA, {"Marta Oberlin", "Ugo Ferrante"}, 2020)});
  DocumentRecord b = document("b.md", "Marta Oberlin", {paper(kTitleB, {"Marta Oberlin", "Ugo Ferrante"}, 2021)});
  a.cv.owner_ids = {{"orcid", "https://orcid.org/0000-0000-0000-0001"}};
  b.cv.owner_ids = {{"orcid", "0000-0000-0000-0002"}};
  const Corpus corpus = corpus_of({a, b});
  CHECK(keys_of(corpus, resolve(corpus), "Marta Oberlin") ==
        std::vector<std::string>{"orcid:0000-0000-0000-0001", "orcid:0000-0000-0000-0002"});
  ResolveOptions without;
  without.use_person_ids = false;
  CHECK(keys_of(corpus, resolve(corpus, without), "Marta Oberlin").size() == 1);
  b.cv.owner = "Marta Lindqvist";
  b.cv.owner_ids = a.cv.owner_ids;
  const Corpus married = corpus_of({a, b});
  CHECK(keys_of(married, resolve(married), "Marta Lindqvist") ==
        std::vector<std::string>{"orcid:0000-0000-0000-0001"});
}

TEST_CASE("papers are one by title, year and author, and not otherwise") {
  struct Row {
    PaperRecord a;
    PaperRecord b;
    std::size_t papers;
  };
  const Row rows[] = {
      {paper(kTitleA, {"Ada Brunner"}, 2020), paper("A LONG invented title: about quiet turbines", {"A. Brunner"}, 2021), 1},
      {paper(kTitleA, {"Ada Brunner"}, 2020), paper(kTitleA, {"A. Brunner"}, 2023), 2},
      {paper(kTitleA, {"Ada Brunner"}, 2020), paper(kTitleA, {"Ugo Ferrante"}, 2020), 2},
      {paper(kTitleA, {"Ada Brunner"}, 2020), paper(kTitleA, {}, 0), 1},
      {paper("Editorial", {"Ada Brunner"}, 2020), paper("Editorial", {}, 2020), 2},
  };
  for (const Row& row : rows) {
    const Corpus corpus = corpus_of({document("a.md", "", {row.a}), document("b.md", "", {row.b})});
    const Resolution resolution = resolve(corpus);
    CHECK(std::count_if(resolution.entities.begin(), resolution.entities.end(),
                        [](const Entity& entity) { return entity.kind == NodeKind::kPaper; }) ==
          static_cast<long>(row.papers));
  }
}

TEST_CASE("papers with one DOI are one and take it as key") {
  PaperRecord a = paper(kTitleA, {"Ada Brunner"}, 2010);
  PaperRecord b = paper(kTitleB, {"Ugo Ferrante"}, 2020);
  a.ids = {{"doi", "https://doi.org/10.5555/AB.1"}};
  b.ids = {{"doi", "10.5555/ab.1"}};
  const Corpus corpus = corpus_of({document("a.md", "", {a}), document("b.md", "", {b})});
  const Resolution resolution = resolve(corpus);
  CHECK(keys_of(corpus, resolution, kTitleA) == std::vector<std::string>{"doi:10.5555/ab.1"});
  CHECK(keys_of(corpus, resolution, kTitleB) == std::vector<std::string>{"doi:10.5555/ab.1"});
}

TEST_CASE("institutions are one by folded name and by the acronym printed beside it") {
  DocumentRecord a = document("a.md", "Ada Brunner", {});
  a.cv.education = {education("The Institute of Invented Physics (IIP)", {}), education("IIP", {}),
                    education("Institute for Invented Physics", {}), education("University of Quiet Turbines", {})};
  const Corpus corpus = corpus_of({a});
  const Resolution resolution = resolve(corpus);
  const auto key = keys_of(corpus, resolution, "IIP");
  CHECK(key == keys_of(corpus, resolution, "The Institute of Invented Physics"));
  CHECK(key == keys_of(corpus, resolution, "Institute for Invented Physics"));
  CHECK(key != keys_of(corpus, resolution, "University of Quiet Turbines"));
}

namespace {

/// Random CVs over a small set of names, so that names collide all the time.
std::vector<DocumentRecord> random_documents(unsigned seed) {
  static const std::vector<std::string> names = {"Ada Brunner", "A. Brunner", "Anna Brunner", "A. M. Brunner",
                                                 "Wei Li",      "W. Li",      "Li Wei",       "Bo Lind",
                                                 "B. Lind",     "Ugo Ferrante", "U. Ferrante", "Brunner"};
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  std::vector<DocumentRecord> records;
  for (int d = 0; d < 6; ++d) {
    std::vector<PaperRecord> papers;
    for (std::size_t p = 0; p < 1 + pick(4); ++p) {
      std::vector<std::string> authors;
      for (std::size_t i = 0; i < 1 + pick(4); ++i) authors.push_back(names[pick(names.size())]);
      const std::string title = "An invented title of quite some length, number " + std::to_string(pick(6));
      papers.push_back(paper(title, authors, 2015 + static_cast<int>(pick(4))));
    }
    const std::string owner = pick(4) == 0 ? "" : names[pick(names.size())];
    records.push_back(document("doc" + std::to_string(d) + ".md", owner, papers));
  }
  return records;
}

/// What each document's mentions are resolved to, documents by path.
std::map<std::string, std::vector<std::string>> keys_by_document(const Corpus& corpus) {
  const Resolution resolution = resolve(corpus);
  std::map<std::string, std::vector<std::string>> keys;
  for (std::size_t m = 0; m < corpus.mentions.size(); ++m) {
    const auto document = corpus.evidence[corpus.mentions[m].evidence.value].document;
    keys[corpus.documents[document.value].path].push_back(entity_key(corpus, resolution, resolution.entity_of[m]));
  }
  return keys;
}

}  // namespace

TEST_CASE("no two authors of one list are one person, and the order of documents is no matter") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    INFO("seed " << seed);
    auto records = random_documents(seed);
    const Corpus corpus = corpus_of(records);
    const Resolution resolution = resolve(corpus);
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (std::size_t m = 0; m < corpus.mentions.size(); ++m)
      if (corpus.mentions[m].position > 0)
        CHECK(seen.emplace(corpus.mentions[m].paper.value, resolution.entity_of[m].value).second);
    const auto keys = keys_by_document(corpus);
    std::mt19937 random(seed);
    std::shuffle(records.begin(), records.end(), random);
    CHECK(keys_by_document(corpus_of(records)) == keys);
  }
}

TEST_CASE("keys are unique and sorted within a kind, every mention has an entity") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Corpus corpus = corpus_of(random_documents(seed));
    const Resolution resolution = resolve(corpus);
    REQUIRE(resolution.entity_of.size() == corpus.mentions.size());
    REQUIRE(resolution.percent.size() == corpus.mentions.size());
    for (std::size_t m = 0; m < corpus.mentions.size(); ++m)
      CHECK(resolution.entities[resolution.entity_of[m].value].kind == corpus.mentions[m].kind);
    for (std::size_t i = 1; i < resolution.entities.size(); ++i)
      if (resolution.entities[i - 1].kind == resolution.entities[i].kind)
        CHECK(entity_key(corpus, resolution, EntityId(i - 1)) < entity_key(corpus, resolution, EntityId(i)));
  }
}
