// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "extract/cv/advising_people.h"

using namespace scholargraph;

namespace {

std::string names(std::string_view text, std::size_t pos = 0) {
  std::string out;
  for (const NamedPerson& person : people_from(text, pos)) {
    if (!out.empty()) out += "|";
    out += person.name;
  }
  return out;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("people_from reads lists in running text") {
  const Row rows[] = {
      {"Prof. Mira Kessel and Dr. Oren B. Tal, University of Northmere", "Mira Kessel|Oren B. Tal"},
      {"Mira Kessel, DVM, PhD - Oren Tal, PhD", "Mira Kessel|Oren Tal"},
      {"Mira Kessel (chair), Oren Tal, Ida Kern", "Mira Kessel|Oren Tal|Ida Kern"},
      {"Mira Kessel\n(2018, Northmere), Oren Tal (2019,\nElsewhere), Ida Kern", "Mira Kessel|Oren Tal|Ida Kern"},
      {"M. Kessel & O. Tal", "M. Kessel|O. Tal"},
      {"Wilma van der Horst et Jean-Luc d'Arvel", "Wilma van der Horst|Jean-Luc d'Arvel"},
      {"Prof. Dr. Mira Kessel, Dr. med. Oren Tal", "Mira Kessel|Oren Tal"},
      {"Prof. Kessel", "Kessel"},
      {"Kessel", ""},
      {"several students", ""},
      {"University of Northmere", ""},
      {"the Northmere Research Group", ""},
      {"Machine Learning, Spring 2020", ""},
      {"Autumn Kessel, April 2020", "Autumn Kessel"},
      {"Summer School, Oren Tal", ""},
      {"Summer Term, Oren Tal", ""},
      {"玉木一郎教授", "玉木一郎"},
      {"Ivana H.\nDorn", "Ivana H. Dorn"},
      {"Mira Kessel\nWorked on graphs", "Mira Kessel"},
      {"Mira Kessel (2018); Oren Tal (2020).", "Mira Kessel|Oren Tal"},
      {"Mira Kessel — Ships in the Night", "Mira Kessel"},
      {"Ana Brandt de Melo e Souza", "Ana Brandt de Melo e Souza"},
      {"Ana Melo e Rui Prado", "Ana Melo|Rui Prado"},
      {"Anna Larsson, MSc student", "Anna Larsson"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(names(row.text) == row.expected);
  }
}

TEST_CASE("people_from keeps notes and titles") {
  const auto people = people_from("Dr. Mira Kessel (now at Northmere), Oren Tal");
  REQUIRE(people.size() == 2);
  CHECK(people[0].titled);
  CHECK(people[0].note == "now at Northmere");
  CHECK_FALSE(people[1].titled);
}
