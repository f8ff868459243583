// SPDX-License-Identifier: Apache-2.0
// Names of institutions and venues, and identifiers, as tables.
#include "catch.h"
#include "model/contact.h"
#include "model/identifier.h"
#include "model/institution_name.h"
#include "model/venue_name.h"

using namespace scholargraph;

TEST_CASE("an institution is split into unit, name and acronym") {
  struct Row {
    std::string_view text, unit, name, acronym;
  };
  const Row rows[] = {
      {"University of Norwick", "", "University of Norwick", ""},
      {"Department of Nets, University of Norwick", "Department of Nets", "University of Norwick", ""},
      {"Department of Nets, School of Water, University of Norwick", "Department of Nets, School of Water",
       "University of Norwick", ""},
      {"Institute of Quiet Physics (IQP)", "", "Institute of Quiet Physics", "IQP"},
      {"University of Norwick (USA)", "", "University of Norwick (USA)", ""},
      {"Facultad de Redes, Universidad de Norvico", "Facultad de Redes", "Universidad de Norvico", ""},
      {"Skerry Labs, Norwick", "", "Skerry Labs, Norwick", ""},
      {"Department of Nets, University of California, Davis, CA 95616, USA", "Department of Nets",
       "University of California, Davis", ""},
      {"Department of Nets, University of California, USA", "Department of Nets", "University of California", ""},
      {"School of Water, University of Norwick, Davis", "School of Water", "University of Norwick", ""},
      {"  University of Norwick  ", "", "University of Norwick", ""},
      {"", "", "", ""},
      {"(IQP)", "", "(IQP)", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const InstitutionName split = split_institution(row.text);
    CHECK(split.unit == row.unit);
    CHECK(split.name == row.name);
    CHECK(split.acronym == row.acronym);
  }
}

TEST_CASE("institutions that differ in small words, case, accents or legal form have one key") {
  CHECK(institution_key("The University of Norwick") == institution_key("University Norwick"));
  CHECK(institution_key("Université de Norvic") == institution_key("UNIVERSITE DE NORVIC"));
  CHECK(institution_key("Skerry Labs, Inc.") == institution_key("Skerry Labs"));
  CHECK(institution_key("University of Norwick") != institution_key("Norwick College"));
  CHECK(institution_key("The") == "the");
  CHECK(institution_key("Inc") == "inc");
  CHECK(institution_key("—").empty());
}

TEST_CASE("a campus is told from a state, a country, an address and the town of a university") {
  struct Row {
    std::string_view institution, next;
    bool campus;
  };
  const Row rows[] = {
      {"University of California", "Davis", true},
      {"The University of Texas", " San Antonio", true},
      {"School of Water University of California", "Los Angeles", true},
      {"Indian Institute of Technology", "Kanpur", true},
      {"State University of New York", "Stony Brook", true},
      {"University of Colorado", "Denver", true},
      {"University of Colorado", "Boulder", false},
      {"University of California", "CA", false},
      {"University of California", "California", false},
      {"University of California", "United States", false},
      {"University of California", "CA 95616", false},
      {"University of California", "Department of Nets", false},
      {"University of California", "for nets and water", false},
      {"University of California", "", false},
      {"University of Norwick", "Davis", false},
      {"Nuc", "Davis", false},
  };
  for (const Row& row : rows) {
    INFO(row.institution << ", " << row.next);
    CHECK(names_campus(row.institution, row.next) == row.campus);
  }
  CHECK(institution_key("University of California, Davis") == institution_key("University of California at Davis"));
}

TEST_CASE("units are told from organisations") {
  for (const std::string_view unit : {"Department of Nets", "Dept. of Nets", "Nets Lab", "Lehrstuhl für Netze", "网络学院"}) CHECK(is_institution_unit(unit));
  for (const std::string_view whole : {"University of Norwick", "Skerry", ""}) CHECK_FALSE(is_institution_unit(whole));
}

TEST_CASE("a venue is named without what changes every year") {
  struct Row {
    std::string_view text, name, acronym;
  };
  const Row rows[] = {
      {"ICX 2022", "ICX", ""},
      {"ICX'22", "ICX", ""},
      {"In Proceedings of the 38th International Conference on Nets (ICN 2021)", "International Conference on Nets", "ICN"},
      {"Journal of Quiet Physics", "Journal of Quiet Physics", ""},
      {"2021", "2021", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const VenueName venue = split_venue(row.text);
    CHECK(venue.name == row.name);
    CHECK(venue.acronym == row.acronym);
  }
}

TEST_CASE("identifiers come in their bare form") {
  struct Row {
    std::string_view scheme, value, bare;
  };
  const Row rows[] = {
      {"doi", "https://doi.org/10.5555/AB.c", "10.5555/ab.c"},
      {"doi", "DOI: 10.5555/x", "10.5555/x"},
      {"orcid", "https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"},
      {"arxiv", "arXiv:2101.00001v2", "2101.00001"},
      {"pmid", " 123 ", "123"},
      {"doi", "  ", ""},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    CHECK(bare_identifier(row.scheme, row.value) == row.bare);
  }
}

TEST_CASE("contact data is told and taken out") {
  CHECK(is_contact_scheme("email"));
  CHECK(is_contact_scheme("phone"));
  CHECK_FALSE(is_contact_scheme("orcid"));
  CHECK(without_contact("Ada Orme ada@orme.example") == "Ada Orme");
  CHECK(without_contact("Nets @ Norwick") == "Nets @ Norwick");
  CHECK(without_contact("Institute of Nets, Tel.: +47 (22) 85-50-50, Norwick") == "Institute of Nets, Tel.: , Norwick");
  CHECK(without_contact("+47 22 85 50 50") == "");
  for (const std::string_view text : {"Tel.: 22 85 50 50", "22-85-50-50", "E-mail: orme", "ada@orme.example (Ada Orme)",
                                      "Electronic address: ada@orme.example.", "ada@orme.example and bo@orme.example"})
    CHECK(is_contact(text));
  for (const std::string_view text : {"Graphs@Here", "Institute 1234567 of Nets", "Telemark University",
                                      "University of Norwick, ada@orme.example", "ada@orme.example, University of Norwick",
                                      "Norwick Hospital, Tel. 1234567890"})
    CHECK_FALSE(is_contact(text));
  CHECK(without_contact("On C++ 2011 and +1 more") == "On C++ 2011 and +1 more");
}
