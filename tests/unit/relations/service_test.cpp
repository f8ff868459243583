// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "extract/cv/service_venues.h"
#include "unit/relations/relations_fixture.h"

using namespace scholargraph;

namespace {

std::string years_text(const std::vector<int>& years) {
  std::string out;
  for (int year : years) out += (out.empty() ? "" : ",") + std::to_string(year);
  return out;
}

std::string service_of(const std::string& source) {
  CvFixture fixture(source);
  find_service(fixture.text, fixture.cv);
  std::string out;
  for (const ServiceRecord& record : fixture.cv.service)
    out += record.role + "|" + record.venue + "|" + years_text(record.years) + "\n";
  return out;
}

}  // namespace

TEST_CASE("venue lists keep years with their venue") {
  const auto venues = parse_venue_list("ABCD'22-24; EFGH 2022, 2023 (Top Reviewer Award); IJKL'20, 22", false);
  REQUIRE(venues.size() == 3);
  CHECK(venues[0].name == "ABCD");
  CHECK(years_text(venues[0].years) == "2022,2023,2024");
  CHECK(venues[1].name == "EFGH");
  CHECK(venues[1].note == "Top Reviewer Award");
  CHECK(years_text(venues[1].note_years) == "2023");
  CHECK(venues[2].name == "IJKL");
  CHECK(years_text(venues[2].years) == "2020,2022");
}

TEST_CASE("journals with commas and conjunctions stay whole") {
  const auto venues = parse_venue_list(
      "Cell Growth and Decay, IEEE Transactions on Sand and Water Engineering, Royal Tide Society, Series B, and "
      "Nature",
      false);
  REQUIRE(venues.size() == 4);
  CHECK(venues[0].name == "Cell Growth and Decay");
  CHECK(venues[1].name == "IEEE Transactions on Sand and Water Engineering");
  CHECK(venues[2].name == "Royal Tide Society, Series B");
  CHECK(venues[3].name == "Nature");
}

TEST_CASE("a label of something else ends a list of service") {
  CvFixture fixture(
      "Lena Orth\n\nEDUCATION\n\nPhD, University of Sandby, 2019\n\nPROFESSIONAL ACTIVITY\n\nJournal "
      "Reviewer:\n\nTTAB, TMCD.\n\n"
      "Invited Talks:\nSandby University, host: Mira Kessel 2023.8\nMereton University, host: Oren Tal 2023.6\n",
      kTextFormat);
  for (Line& line : fixture.layout.blocks.back().lines) line.hard_break = true;
  fixture.text = make_cv_text(fixture.layout);
  find_sections(fixture.text);
  find_service(fixture.text, fixture.cv);
  REQUIRE(fixture.cv.service.size() == 2);
  CHECK(fixture.cv.service[1].venue == "TMCD");
}

TEST_CASE("service comes from roles, labels and headings") {
  CHECK(service_of("# Lena Orth\n\n## Academic Service\n\nConference reviewer:\n\n- ABCD'22-23; EFGH'22\n\n"
                   "ABCD'22 session chair (session 7)\n\nJournal reviewer: TTAB, TMCD\n") ==
        "reviewer|ABCD|2022,2023\nreviewer|EFGH|2022\nsession chair|ABCD|2022\nreviewer|TTAB|\nreviewer|TMCD|\n");
  CHECK(service_of("# Lena Orth\n\n## Service\n\n- Served as a reviewer for ABCD, EFGH.\n"
                   "- Associate Editor, Journal of Sand, 2015-2016\n- 2020, Program Committee, META.\n"
                   "- Member of the Editorial Board of Tides since 2002\n- Hiring Committee, 2008-09\n") ==
        "reviewer|ABCD|\nreviewer|EFGH|\nassociate editor|Journal of Sand|2015,2016\n"
        "program committee member|META|2020\neditorial board member|Tides|2002\n|Hiring Committee|2008,2009\n");
}

TEST_CASE("a year on its own line dates the service below it") {
  CHECK(
      service_of("# Lena Orth\n\n## Service\n\n2024\n\nWeb Chair. The 11th Northern Conference on Sand and Water\n\n"
                 "2023\n\nPC member. The 3rd Conference on Tides\n") ==
      "chair|11th Northern Conference on Sand and Water|2024\nprogram committee member|3rd Conference on Tides|2023\n");
}

TEST_CASE("talks and papers are no service") {
  CHECK(service_of("# Lena Orth\n\n## Publications\n\n- L. Orth. A review of sand. Journal of Sand, 2020.\n").empty());
}
