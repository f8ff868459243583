// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "extract/cv/profile_mentions.h"
#include "extract/cv/projects_prose.h"
#include "unit/relations/relations_fixture.h"

using namespace scholargraph;

namespace {

std::string prose(std::string_view text) {
  std::string out;
  for (const ProjectMention& mention : projects_in_prose(text))
    out += (out.empty() ? "" : "|") + mention.name + (mention.role.empty() ? "" : ":" + mention.role);
  return out;
}

std::string projects_of(const CvRecord& cv) {
  std::string out;
  for (const ProjectRecord& project : cv.projects) {
    out += project.name + "|" + std::to_string(project.period.start.value_or(0)) + "-" +
           std::to_string(project.period.end.value_or(0)) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("projects named in running text") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"Initiator and science lead for DuneQ Chat project.", "DuneQ Chat:initiator"},
      {"Worked as a core founding member of the SandFlow project, which is a framework.", "SandFlow:founding member"},
      {"Resolved several bugs and contributed to DeepDune and Sandy Lightning.",
       "DeepDune:contributor|Sandy Lightning:contributor"},
      {"Developed multilingual benchmarks TIDEX, Multi-lingual SandEval and MathTide-X, and more.",
       "TIDEX:developer|Multi-lingual SandEval:developer|MathTide-X:developer"},
      {"Worked on AutoTide Recommendations with the Sandby team.", "AutoTide Recommendations"},
      {"New methods, which are publicly available in SANDCORP's SANDFLARE today.", "SANDFLARE"},
      {"Worked on the mathematical foundation of tides.", ""},
      {"Collaborated with Titan team and led the Reinforcement Learning group.", ""},
      {"Built internal tools and GPUs for PDFs.", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(prose(row.text) == row.expected);
  }
}

TEST_CASE("entries of project lists have a name and a period") {
  CvFixture fixture(
      "# Lena Orth\n\n## Projects\n\n- Dune Cloud. 2017-2018\n  Worked on clouds.\n"
      "- Sand Engine (also called Sandy). 2014-2016\n  Worked on engines.\n"
      "- As a Team Leader, I developed the First Generation of Maps (Dune Navigation SDK). 2012-2013\n  Many "
      "things.\n");
  find_projects(fixture.text, fixture.cv);
  CHECK(projects_of(fixture.cv) == "Dune Cloud|2017-2018\nSand Engine|2014-2016\nDune Navigation SDK|2012-2013\n");
  REQUIRE(fixture.cv.projects.size() == 3);
  CHECK(fixture.cv.projects[2].role == "Team Leader");
}

TEST_CASE("a contributor profile gives projects with first and last month") {
  const std::string source =
      "Miraxa worked extensively on storage in the SandBase and SandUI repositories, with care for speed and tests.\n\n"
      "October 2025 monthly summary for sandorg/SandBase: Delivered a faster index and many tests for the whole "
      "engine.\n\n"
      "October 2025 monthly summary for sandorg/SandBase: Delivered a faster index and many tests for the whole "
      "engine.\n\n"
      "August 2025: Delivered improvements across SandBase and SandUI that make the daily work of all users faster.\n\n"
      "In Jan 2025, delivered two major features in SandUI that improve CI/CD and the look of sandorg pages for all.\n";
  CvFixture fixture(source, kTextFormat);
  REQUIRE(is_contributor_profile(fixture.text));
  find_profile(fixture.text, fixture.cv);
  CHECK(fixture.cv.owner == "Miraxa");
  REQUIRE(fixture.cv.projects.size() == 2);
  CHECK(fixture.cv.projects[0].name == "SandBase");
  CHECK(fixture.cv.projects[0].period.start == 2025);
  CHECK(fixture.cv.projects[0].period.start_month == 8);
  CHECK(fixture.cv.projects[0].period.end_month == 10);
  CHECK(fixture.cv.projects[1].name == "SandUI");
  CHECK(fixture.cv.projects[1].period.start_month == 1);
  CHECK(fixture.cv.projects[1].period.end_month == 8);
}

TEST_CASE("profiles in French and German") {
  const std::string french =
      "Luce Arval a travaillé sur les dépôts SableDB et SableWeb, pour des tests plus rapides et plus sûrs.\n\n"
      "Octobre 2025 : améliorations importantes dans SableDB, avec des tests plus rapides pour toute l'équipe.\n\n"
      "Septembre 2025 : nouvelles pages dans SableWeb, et une documentation complète pour les nouveaux venus.\n\n"
      "Août 2025 : corrections dans SableDB et nettoyage du code pour une maintenance plus simple à l'avenir.\n";
  CvFixture fixture(french, kTextFormat);
  REQUIRE(is_contributor_profile(fixture.text));
  find_profile(fixture.text, fixture.cv);
  CHECK(fixture.cv.owner == "Luce Arval");
  REQUIRE(fixture.cv.projects.size() == 2);
  CHECK(fixture.cv.projects[0].name == "SableDB");
  CHECK(fixture.cv.projects[0].period.start_month == 8);
}

TEST_CASE("a CV is no contributor profile") {
  CvFixture fixture("# Lena Orth\n\n## Education\n\nOctober 2025 PhD\n\nMay 2021 MSc\n\nJune 2019 BSc\n");
  CHECK_FALSE(is_contributor_profile(fixture.text));
}

TEST_CASE("entries that begin with months do not make a profile") {
  CvFixture fixture(
      "# Lena Orth\n\n## Praktika\n\n"
      "09/2015 - 01/2016 Wissenschaftliche Arbeit im Labor, Klinik am Meer, Sandby, mit vielen Messungen und Proben\n\n"
      "04/2014 - 08/2014 Praktikum im Labor, Klinik am Meer, Sandby, mit vielen Messungen und noch mehr Proben\n\n"
      "03/2013 - 04/2013 Praktikum im Labor, Klinik am Berg, Northmere, mit vielen Messungen und langen Proben\n");
  CHECK_FALSE(is_contributor_profile(fixture.text));
}

TEST_CASE("subject_of reads the lead") {
  CHECK(subject_of("Miraxa worked extensively on storage") == "Miraxa");
  CHECK(subject_of("Ann Lee has developed tools") == "Ann Lee");
  CHECK(subject_of("I worked on tools").empty());
  CHECK(subject_of("Overview of all repositories").empty());
}
