// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "catch.h"
#include "extract/cv/advising_cues.h"
#include "unit/relations/relations_fixture.h"

using namespace scholargraph;

namespace {

std::string people(const CvRecord& cv, bool owner_is_advisor) {
  std::string out;
  for (const AdvisingRecord& record : cv.advising) {
    if (record.owner_is_advisor != owner_is_advisor) continue;
    if (!out.empty()) out += "|";
    out += record.person;
    const std::string_view level = to_string(record.level);
    if (!level.empty()) out += ":" + std::string(level);
  }
  return out;
}

CvRecord advising_of(const std::string& source) {
  CvFixture fixture(source);
  find_advising(fixture.text, fixture.cv);
  return fixture.cv;
}

}  // namespace

TEST_CASE("advisors are found in many wordings") {
  struct Row {
    std::string line;
    std::string expected;
  };
  const Row rows[] = {
      {"PhD advisor: Prof. Mira Kessel and Prof. Oren Tal", "Mira Kessel:PhD|Oren Tal:PhD"},
      {"Advisor Prof. Mira Kessel", "Mira Kessel"},
      {"Supervised by Dr. Mira Kessel, in the Tal lab", "Mira Kessel"},
      {"under the supervision of Mira Kessel & Oren Tal", "Mira Kessel|Oren Tal"},
      {"Thesis committee: Mira Kessel (chair), Oren Tal, Ida Kern", "Mira Kessel"},
      {"Committee members: Drs. Mira Kessel (adviser), Oren Tal and Ida Kern", "Mira Kessel"},
      {"Committee members: Drs. Mira Kessel, Oren Tal and Ida Kern", ""},
      {"Doktorvater: Prof. Dr. Hans Uhlen", "Hans Uhlen"},
      {"Betreuer: Hans Uhlen", "Hans Uhlen"},
      {"Ph.D., 1991, dissertation on samples directed by Dr. Mira G. Kessel.", "Mira G. Kessel:PhD"},
      {"Thèse sous la direction de Jeanne Dorval", "Jeanne Dorval:PhD"},
      {"Directrice de thèse : Jeanne Dorval", "Jeanne Dorval"},
      {"Director de tesis: Marta Olmo y Luis Prado", "Marta Olmo|Luis Prado"},
      {"Orientadora: Clara Souza", "Clara Souza"},
      {"Relatore: Prof. Paolo Verni", "Paolo Verni"},
      {"Promotor: Wilma van der Horst", "Wilma van der Horst"},
      {"导师：向大明", "向大明"},
      {"指導教員: 玉木一郎教授", "玉木一郎"},
      {"지도교수: 문영희", "문영희"},
      {"Examiners: Prof. Ida Kern, Prof. Lev Dorn", ""},
      {"Committee: Ida Kern, Lev Dorn", ""},
      {"Academic advisor, first-year students, 2017", ""},
      {"Supervised several large contracts", ""},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(people(advising_of("# Lena Orth\n\n## Education\n\nUniversity of Northmere\n\n" + row.line + "\n"), false) ==
          row.expected);
  }
}

TEST_CASE("a link takes level, institution and years of its degree") {
  CvFixture fixture("# Lena Orth\n\n## Education\n\n- PhD, University of Northmere, 2019\n- Advisor: Mira Kessel\n");
  EducationRecord degree;
  degree.institution = "University of Northmere";
  degree.degree = DegreeLevel::kPhd;
  degree.period.end = 2019;
  degree.span = {0, 3, 3};  // the third line with text
  fixture.cv.education.push_back(degree);
  find_advising(fixture.text, fixture.cv);
  REQUIRE(fixture.cv.advising.size() == 1);
  CHECK(fixture.cv.advising[0].level == AdvisingLevel::kPhd);
  CHECK(fixture.cv.advising[0].institution == "University of Northmere");
  CHECK(fixture.cv.advising[0].period.end == 2019);
  CHECK(fixture.cv.education[0].advisors == std::vector<std::string>{"Mira Kessel"});
}

TEST_CASE("sections about students turn the direction round") {
  const CvRecord cv = advising_of(
      "# Lena Orth\n\n## Students supervised\n\n"
      "- Anna Larsson, MSc student. Work in the lab.\n"
      "- PhD supervisor: Bo Ekdal, networks, 2019-\n"
      "- Cilla Dahl & Dan Ek (BSc in Software, Spring 2016)\n"
      "- Eva Falk (co-supervised with Mira Kessel), PhD, 2020\n"
      "- Promoters: Mira Kessel, Oren Tal\n");
  CHECK(people(cv, true) == "Anna Larsson:Masters|Bo Ekdal:PhD|Cilla Dahl:Bachelors|Dan Ek:Bachelors|Eva Falk:PhD");
  CHECK(people(cv, false).empty());
}

TEST_CASE("committee members are no students") {
  const CvRecord cv = advising_of(
      "# Lena Orth\n\n## Supervision\n\n"
      "- Dissertation committee member:\n    - Anna Larsson, 2009\n    - Bo Ekdal, 2010\n"
      "- PhD students:\n    - Cilla Dahl, 2011\n");
  CHECK(people(cv, true) == "Cilla Dahl:PhD");
}

TEST_CASE("a sentence opens a list of students") {
  const CvRecord cv = advising_of(
      "# Lena Orth\n\n## Teaching\n\nI also co-supervised the following MSc project students with Prof. Mira "
      "Kessel:\n\n"
      "2024 Spring Anna Larsson\n\n2023 Spring Bo Ekdal (now Bo Dahl)\n\n## Skills\n\nGood Humour\n");
  CHECK(people(cv, true) == "Anna Larsson:Masters|Bo Ekdal:Masters");
}

TEST_CASE("advising_level knows the levels in several languages") {
  CHECK(advising_level("PhD students") == AdvisingLevel::kPhd);
  CHECK(advising_level("Thèses de doctorat") == AdvisingLevel::kPhd);
  CHECK(advising_level("Masterarbeit") == AdvisingLevel::kMasters);
  CHECK(advising_level("undergraduate honours") == AdvisingLevel::kBachelors);
  CHECK(advising_level("Postdoctoral fellows") == AdvisingLevel::kPostdoc);
  CHECK(advising_level("summer interns") == AdvisingLevel::kInternship);
  CHECK(advising_level("friends") == AdvisingLevel::kUnknown);
}

TEST_CASE("a year in brackets or behind a label parts students") {
  const auto cited = advising_of("# MSc students (55)\n\n- Cy Young (2023) Comparative risk of samples. MSc Health. Promoter: Sample A.\n");
  CHECK(people(cited, true) == "Cy Young:Masters");
  const auto listed = advising_of("# Supervision of Student Work\n\n***Dissertations***. 2021, Ann Lee and Bo Katz; 2019, Cy Young (\"A Title from 2003\").\n");
  CHECK(people(listed, true) == "Ann Lee:PhD|Bo Katz:PhD|Cy Young:PhD");
  const auto promoted = advising_of("# MSc students\n\n- Dee Oak (2022) Bacterial samples: a\n  review. Ghent. Promoters:\n  Cools P, Sample A.\n");
  CHECK(people(promoted, true) == "Dee Oak:Masters");
}

TEST_CASE("the section of the own dissertation names its director") {
  const auto cv = advising_of("# Dissertation\n\nTitle: On samples\n\nDirector: Professor Mark D. Sample\n");
  CHECK(people(cv, false) == "Mark D. Sample");
}
