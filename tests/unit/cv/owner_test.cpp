// SPDX-License-Identifier: Apache-2.0
// Owners whose title and text print different forms of the name.
#include "catch.h"
#include "unit/cv/cv_fixture.h"

using namespace scholargraph;

TEST_CASE("the title has the name, a form the full one") {
  const CvRecord cv = read(R"(Ana Lindberg | example.org

## Datos personales

Nombre completo: Ana María Lindberg Torve

## Formación

- 2010–2014 Doctorado en Hielo, Universidad de Torve
)");
  CHECK(cv.owner == "Ana Lindberg");
  CHECK(cv.owner_variants == Rows{"Ana María Lindberg Torve"});
}

TEST_CASE("a form that names somebody else than the title is believed") {
  CHECK(read("Carlos Vent | example.org\n\n## Datos personales\n\nNombre completo: Ana María Lindberg Torve\n").owner ==
        "Ana María Lindberg Torve");
}

TEST_CASE("a family name alone in the title is completed by the text") {
  const std::string_view papers = R"(

## Publications

- Maria Lindvent and Bo Other. Small ponds of the north. Ice Letters, 2015.
- Maria Lindvent and Carl Hill. Large ponds of the north. Ice Letters, 2016.
)";
  CHECK(read("Lindvent" + std::string(papers)).owner == "Maria Lindvent");
  CHECK(read("Lakes" + std::string(papers)).owner.empty());
}
