// SPDX-License-Identifier: Apache-2.0
#include "catch.h"
#include "unit/relations/relations_fixture.h"

using namespace scholargraph;

namespace {

std::string awards_of(const std::string& source) {
  CvFixture fixture(source);
  find_awards(fixture.text, fixture.cv);
  std::string out;
  for (const AwardRecord& record : fixture.cv.awards) {
    out += record.name + "|" + record.organisation + "|";
    for (int year : record.years) out += std::to_string(year) + " ";
    out += "\n";
  }
  return out;
}

std::string hosts_of(const std::string& source) {
  CvFixture fixture(source);
  find_hosts(fixture.text, fixture.cv);
  std::string out;
  for (const HostRecord& record : fixture.cv.hosts)
    out += record.person + "|" + record.institution + "|" + std::to_string(record.year.value_or(0)) + "\n";
  return out;
}

}  // namespace

TEST_CASE("awards have a name, an organisation and all their years") {
  CHECK(awards_of(
            "# Lena Orth\n\n## Awards\n\n- Northern PhD Fellowship 2021-2023\n"
            "- Best Teaching Award at Northmere, June 2022, 2023\n- Outstanding graduate (Orth Academy) 2021\n"
            "- 2020 Dune Prize, Society of Sand\n- Tide Medal ($1,000), awarded by the Royal Tide Society, 2019\n") ==
        "Northern PhD Fellowship||2021 2022 2023 \nBest Teaching Award|Northmere|2022 2023 \n"
        "Outstanding graduate|Orth Academy|2021 \nDune Prize|Society of Sand|2020 \n"
        "Tide Medal|Royal Tide Society|2019 \n");
}

TEST_CASE("a place on a line of its own completes the award above it") {
  CHECK(awards_of(
            "# Lena Orth\n\n## Awards\n\nDune Scholarship, 2020\n\nUniversity of Northmere\n\nTide Prize, 2021\n") ==
        "Dune Scholarship|University of Northmere|2020 \nTide Prize||2021 \n");
}

TEST_CASE("awards stand beside service") {
  CHECK(awards_of("# Lena Orth\n\n## Service\n\n- EFGH 2022, 2023 (Top Reviewer Award); ABCD 2022\n"
                  "- ABCD'22 outstanding reviewer (top 10%)\n") ==
        "Top Reviewer Award|EFGH|2023 \noutstanding reviewer|ABCD|2022 \n");
}

TEST_CASE("hosts of visits and talks") {
  CHECK(hosts_of(
            "# Lena Orth\n\n## Invited Talks\n\n- University of Sandby, host: Mira Kessel 2024.1\n"
            "- Orth Institute, hosted by Prof. Oren Tal, 2023\n- Sandby, hosted by the Institute of Tides, 2022\n") ==
        "Mira Kessel|University of Sandby|2024\nOren Tal|Orth Institute|2023\n");
}

TEST_CASE("a visit takes the institution and year of its job") {
  CvFixture fixture(
      "# Lena Orth\n\n## Experience\n\nSandby University, Spring 2022\n\nVirtual visit with Prof. Mira Kessel\n");
  EmploymentRecord visit;
  visit.institution = "Sandby University";
  visit.period.start = 2022;
  visit.span = {0, 3, 4};  // lines with text
  fixture.cv.employment.push_back(visit);
  find_hosts(fixture.text, fixture.cv);
  REQUIRE(fixture.cv.hosts.size() == 1);
  CHECK(fixture.cv.hosts[0].institution == "Sandby University");
  CHECK(fixture.cv.hosts[0].year == 2022);
}
