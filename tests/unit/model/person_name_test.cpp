// SPDX-License-Identifier: Apache-2.0
#include "model/person_name.h"

#include "catch.h"

using namespace scholargraph;

TEST_CASE("names are folded and put in reading order") {
  struct Row {
    const char* name;
    const char* tokens;
    const char* block;
    bool full;
    bool brief;
  };
  const Row rows[] = {
      {"Ingrid Sørholt", "ingrid sorholt", "sorholt i", true, false},
      {"Sørholt, Ingrid A.", "ingrid a sorholt", "sorholt i", true, false},
      {"I. Sørholt", "i sorholt", "sorholt i", false, false},
      {"Sorholt IA", "i a sorholt", "sorholt i", false, false},
      {"Sorholt I.", "i sorholt", "sorholt i", false, false},
      {"IA Sorholt", "i a sorholt", "sorholt i", false, false},
      {"J.-P. Marchetti", "j p marchetti", "marchetti j", false, false},
      {"Prof. Dr. Ludo van den Akker", "ludo akker", "akker l", true, false},
      {"Wei LI", "wei li", "li w", true, true},
      {"WEI LI", "wei li", "li w", true, true},
      {"Li, W.", "w li", "li w", false, false},
      {"Zhou Zhilan (周芷兰)", "zhou zhilan", "zhilan z", true, false},
      {"周芷兰", "周芷兰", "周芷兰", true, false},
      {"Moretti", "moretti", "moretti m", false, false},
      {"Karl Brandt, Jr.", "karl brandt", "brandt k", true, false},
      {"???", "", "", false, false},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const NameForm form = parse_person_name(row.name);
    CHECK(form.tokens == row.tokens);
    CHECK(form.block == row.block);
    CHECK(form.full == row.full);
    CHECK(form.brief == row.brief);
  }
}

TEST_CASE("parts that a source separates are not guessed again") {
  CHECK(parse_person_name("ignored", "García Roble", "Inés").tokens == "ines garcia roble");
  CHECK(parse_person_name("", "Li", "Wei").tokens == "wei li");
  CHECK(parse_person_name("", "Smith", "JA").tokens == "j a smith");
  CHECK(parse_person_name("Ada Brun", "", "").key == "adabrun");
}

TEST_CASE("names agree only if one person can be printed both ways") {
  struct Row {
    const char* a;
    const char* b;
    bool agree;
  };
  const Row rows[] = {
      {"Heng Dorval", "H. Dorval", true},
      {"H. Dorval", "Y. Dorval", false},
      {"Ana Maria Pires", "Ana Pires", true},
      {"A. M. Pires", "A. J. Pires", false},
      {"A. J. M. Pires", "Ana M. Pires", true},
      {"Xiao-Peng Lin", "Xiaopeng Lin", true},
      {"Qiu Xiaomei", "Xiaomei Qiu", true},
      {"W. Li", "Li W.", true},
      {"Jean-Luc Aubin", "J.-L. Aubin", true},
      {"Müller-Łoś, Jan", "Jan Muller-Los", true},
      {"Ludo van Akker", "Ludo Akker", true},
      {"Aubin", "Jean-Luc Aubin", true},
      {"Jean Aubin", "Marc Aubin", false},
      {"Jean Aubin", "Jeanne Aubin", false},
      {"Mike Aubin", "Michael Aubin", true},
      {"Chris Aubin", "Christopher A. Aubin", true},
      {"Chris B. Aubin", "Christopher A. Aubin", false},
      {"Christine Aubin", "Christopher Aubin", false},
      {"Mike Aubin", "Mika Aubin", false},
      {"Hal Aubin", "Halvor Aubin", false},
      {"Chris Aubin", "Christopher Aubert", false},
      {"Jean Aubin", "Jean Aubert", false},
      {"", "Jean Aubin", false},
  };
  for (const Row& row : rows) {
    INFO(row.a << " / " << row.b);
    const NameForm a = parse_person_name(row.a);
    const NameForm b = parse_person_name(row.b);
    CHECK(names_agree(a.tokens, b.tokens) == row.agree);
    CHECK(names_agree(b.tokens, a.tokens) == row.agree);
  }
}
