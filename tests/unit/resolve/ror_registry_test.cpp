// SPDX-License-Identifier: Apache-2.0
#include "resolve/ror_registry.h"

#include <vector>

#include "catch.h"

using namespace scholargraph;

namespace {

void add(RorRegistry& registry, std::string_view id, std::string_view name, std::vector<std::string_view> aliases,
         std::string_view country, std::string_view country_name) {
  const IdView ror{"ror", id};
  InstitutionRecordView record;
  record.key = id;
  record.name = name;
  record.aliases = aliases;
  record.country = country;
  record.country_name = country_name;
  record.ids = {&ror, 1};
  registry.institution(record);
}

RorRegistry invented_registry() {
  RorRegistry registry;
  add(registry, "0norwick1", "University of Norwick", {"Norwick University", "UNW"}, "IE", "Ireland");
  add(registry, "0tarn1ie", "Tarn Institute", {}, "IE", "Ireland");
  add(registry, "0tarn1us", "Tarn Institute", {}, "US", "United States");
  add(registry, "0orbit1us", "Orbit Works (United States)", {}, "US", "United States");
  add(registry, "0orbit1gb", "Orbit Works (United Kingdom)", {}, "GB", "United Kingdom");
  add(registry, "0quiet", "Institute of Quiet Physics", {}, "FR", "France");
  add(registry, "0loud", "National Centre of Loudness", {"Institute of Quiet Physics"}, "IT", "Italy");
  add(registry, "0lake", "Laketown", {}, "IE", "Ireland");
  add(registry, "0norwick1", "A second record of that identifier", {}, "IE", "Ireland");
  return registry;
}

}  // namespace

TEST_CASE("a printed institution is the one organisation of the registry that it can mean") {
  const RorRegistry registry = invented_registry();
  REQUIRE(registry.size() == 8);
  struct Row {
    std::string_view printed;
    std::string_view ror;
  };
  const Row rows[] = {
      {"University of Norwick", "0norwick1"},
      {"The Norwick University", "0norwick1"},
      {"UNW", "0norwick1"},
      {"A second record of that identifier", ""},
      {"School of Nets, University of Norwick, Laketown, Ireland", "0norwick1"},
      {"University of Norwick, Laketown, France", ""},
      {"12 High Street, Laketown", ""},
      {"Tarn Institute", ""},
      {"Tarn Institute, Tarn, USA", "0tarn1us"},
      {"Tarn Institute, Ireland", "0tarn1ie"},
      {"Orbit Works", ""},
      {"Orbit Works, Slough, U.K.", "0orbit1gb"},
      {"Orbit Works (United States)", "0orbit1us"},
      {"Institute of Quiet Physics", ""},
      {"Institute of Quiet Physics, Lyon, France", "0quiet"},
      {"University", ""},
      {"", ""},
      {",", ""},
  };
  for (const Row& row : rows) {
    INFO(row.printed);
    CHECK(std::string(registry.find(row.printed).value_or("")) == row.ror);
  }
}

TEST_CASE("only institutions without an identifier that are no part of another get one") {
  Corpus corpus;
  begin_document(corpus, "papers.json", "crossref-json", "1");
  const std::string_view affiliations[] = {"University of Norwick", "Institute of Quiet Physics, University of Norwick",
                                           "Nowhere College"};
  PersonView author;
  author.full = "Ada Orme";
  author.affiliations = affiliations;
  PaperView paper;
  paper.key = "p1";
  paper.title = "Quiet nets";
  paper.authors = {&author, 1};
  add_paper(corpus, paper, DocumentId(0));

  CHECK(identify_institutions(corpus, invented_registry()) == 2);
  std::vector<std::string> named;
  for (const MentionIdentifier& id : corpus.identifiers)
    named.push_back(std::string(corpus.strings.view(corpus.names.text(corpus.mentions[id.mention.value].name))) + " = " +
                    std::string(corpus.strings.view(id.scheme)) + ":" + std::string(corpus.strings.view(id.value)));
  CHECK(named == std::vector<std::string>{"University of Norwick = ror:0norwick1", "University of Norwick = ror:0norwick1"});
  CHECK(identify_institutions(corpus, invented_registry()) == 0);
}
