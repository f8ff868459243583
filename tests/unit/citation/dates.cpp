// SPDX-License-Identifier: Apache-2.0
// Every way of writing a date that the extractor knows, and numbers that look like dates and are none.
#include "extract/cv/dates.h"

#include "catch.h"

using namespace scholargraph;

namespace {

/// "2014-05..2018-07", "2014..present", "2012" (single), "..2015" (open start); several joined by "; ".
std::string written(int year, int month) {
  if (year == 0) return "";
  std::string out = std::to_string(year);
  if (month != 0) out += (month < 10 ? "-0" : "-") + std::to_string(month);
  return out;
}

std::string describe(std::string_view text) {
  std::string out;
  for (const auto& m : find_dates(text)) {
    if (!out.empty()) out += "; ";
    out += written(m.period.start.value_or(0), m.period.start_month);
    if (m.range)
      out += ".." + (m.period.present ? std::string("present") : written(m.period.end.value_or(0), m.period.end_month));
    if (m.expected) out += " expected";
  }
  return out;
}

struct Row {
  const char* text;
  const char* expected;
};

constexpr Row kAccepted[] = {
    {"2019", "2019"},
    {"Oct. 2022 – Present", "2022-10..present"},
    {"2023.8 - present", "2023-08..present"},
    {"2021 Spring", "2021"},
    {"Spring 2021", "2021"},
    {"Jun 2023 - now", "2023-06..present"},
    {"2014/15", "2014..2015"},
    {"2014/2015", "2014..2015"},
    {"2014-15", "2014..2015"},
    {"2014–2019", "2014..2019"},
    {"2014 - 2019", "2014..2019"},
    {"2014--2019", "2014..2019"},
    {"since 2019", "2019..present"},
    {"2019 –\tEngineer", "2019..present"},
    {"2019-, Engineer", "2019..present"},
    {"University of Sampletown, 2019–.", "2019..present"},
    {"Engineer, November 2019--. Builds ice.", "2019-11..present"},
    {"2019–.5", "2019"},
    {"09/23 --\tEngineer", "2023-09..present"},
    {"09/23 –", "2023-09..present"},
    {"2017-…", "2017..present"},
    {"2017–...\tEngineer", "2017..present"},
    {"2025年11月3日 - 11月30日", "2025-11..2025-11"},
    {"Since May 2019", "2019-05..present"},
    {"seit 2019", "2019..present"},
    {"depuis 2019", "2019..present"},
    {"desde 2019", "2019..present"},
    {"dal 2019", "2019..present"},
    {"sinds 2019", "2019..present"},
    {"od 2019", "2019..present"},
    {"с 2019", "2019..present"},
    {"expected 2026", "2026 expected"},
    {"Expected: May 2026", "2026-05 expected"},
    {"2026 (expected)", "2026 expected"},
    {"2021 - 2026 (expected)", "2021..2026 expected"},
    {"voraussichtlich 2026", "2026 expected"},
    {"2012--", "2012..present"},
    {"2012-", "2012..present"},
    {"2026- Postdoctoral Associate", "2026..present"},
    {"2012 –", "2012..present"},
    {"1998-01", "1998..2001"},
    {"2023-08", "2023-08"},
    {"2023-08-15", "2023-08"},
    {"2023/08/15", "2023-08"},
    {"2020.06 - 2021.9", "2020-06..2021-09"},
    {"2021.9 - 2022.9 (now)", "2021-09..present"},
    {"08/2019", "2019-08"},
    {"08.2024 - now", "2024-08..present"},
    {"10.2022 - *", "2022-10..present"},
    {"27/07/2022", "2022-07"},
    {"07/27/2022", "2022-07"},
    {"27.07.2022", "2022-07"},
    {"20.01.2019 - 16.02.2019", "2019-01..2019-02"},
    {"01.2019--02.2019", "2019-01..2019-02"},
    {"08.2022--10.2023", "2022-08..2023-10"},
    {"9/93--present", "1993-09..present"},
    {"9/91--9/93", "1991-09..1993-09"},
    {"8/88--7/89", "1988-08..1989-07"},
    {"2025年4月", "2025-04"},
    {"2025 年 5 月-至今", "2025-05..present"},
    {"2018年9月至2022年6月", "2018-09..2022-06"},
    {"2019年至今", "2019..present"},
    {"2019年4月～2021年3月", "2019-04..2021-03"},
    {"2019年4月 - 現在", "2019-04..present"},
    {"2020年3月から2021年4月", "2020-03..2021-04"},
    {"令和5年4月", "2023-04"},
    {"平成30年3月", "2018-03"},
    {"2019년 3월", "2019-03"},
    {"2019년 3월 ~ 현재", "2019-03..present"},
    {"２０１９年４月", "2019-04"},
    {"October 12, 2022", "2022-10"},
    {"Oct 12-14, 2022", "2022-10"},
    {"12 October 2022", "2022-10"},
    {"12th of October 2022", "2022-10"},
    {"12.-14. Oktober 2019", "2019-10"},
    {"12 de octubre de 2015", "2015-10"},
    {"1er janvier 2015", "2015-01"},
    {"févr. 2018-août 2018", "2018-02..2018-08"},
    {"July - August 2018", "2018-07..2018-08"},
    {"Jan–Mar 2015", "2015-01..2015-03"},
    {"Sept. 2015 to June 2018", "2015-09..2018-06"},
    {"September 2015 bis Juni 2018", "2015-09..2018-06"},
    {"de 2015 a 2018", "2015..2018"},
    {"2015 hasta 2018", "2015..2018"},
    {"2015 à 2018", "2015..2018"},
    {"2015 al 2018", "2015..2018"},
    {"from 2015 to 2018", "2015..2018"},
    {"2019 - heute", "2019..present"},
    {"2019 – présent", "2019..present"},
    {"2019 - aujourd'hui", "2019..present"},
    {"2019 - actualidad", "2019..present"},
    {"2019 - la actualidad", "2019..present"},
    {"2019 – atual", "2019..present"},
    {"2019 - oggi", "2019..present"},
    {"2019 - in corso", "2019..present"},
    {"2019 – heden", "2019..present"},
    {"2019 – obecnie", "2019..present"},
    {"2019 - настоящее время", "2019..present"},
    {"2019 to date", "2019..present"},
    {"2019 till now", "2019..present"},
    {"May 2020 – ongoing", "2020-05..present"},
    {"until 2015", "..2015"},
    {"bis 2015", "..2015"},
    {"'22-25", "2022..2025"},
    {"’98–’01", "1998..2001"},
    {"Fall 2014 - Spring 2015", "2014..2015"},
    {"Winter 2015/16", "2015"},
    {"Wintersemester 2015/16", "2015"},
    {"Spring & Fall 2015", "2015"},
    {"März 2020", "2020-03"},
    {"mars 2020", "2020-03"},
    {"marzo 2020", "2020-03"},
    {"março de 2020", "2020-03"},
    {"maart 2020", "2020-03"},
    {"marzec 2020", "2020-03"},
    {"марта 2020", "2020-03"},
    {"března 2020", "2020-03"},
    {"mars 2020 – juin 2021", "2020-03..2021-06"},
    {"2 0 1 9", "2019"},
    {"Nov2019", "2019-11"},
    {"(2010–2014)", "2010..2014"},
    {"2018, 2019-2021", "2018; 2019..2021"},
    {"2010-12 to 2012-03", "2010-12..2012-03"},
    {"Google, 2019-2020", "2019..2020"},
    {"August 30, 1995", "1995-08"},
    {"Q1 2019", "2019"},
    {"ICML 2022", "2022"},
    {"2017-present", "2017..present"},
    {"Aug 2015—Jul 2019", "2015-08..2019-07"},
    {"1991, Texas; 1988, Ohio", "1991; 1988"},
};

constexpr const char* kRejected[] = {
    "1124–1143",
    "540, 1901–1920",
    "pp. 1999-2010",
    "12:1999-2010",
    "vol. 12(3): 1945",
    "arXiv:2102.03161",
    "https://arxiv.org/abs/2102.03161",
    "https://doi.org/10.1093/mnras/2015",
    "doi 10.1145/2019",
    "10.1145/1953122",
    "412-555-2019",
    "+1 412 555-2019",
    "$2000",
    "CH-2000 Neuchâtel",
    "B2019",
    "2000 students",
    "2000 Main Street",
    "2000%",
    "2000+",
    "1,950",
    "15213",
    "20190",
    "0000-0002-9292-5996",
    "3.14",
    "12/14",
    "May",
    "may be present",
    "1875",
    "2150",
    "MATH 2421",
    "now",
    "someone@example2019.org",
};

}  // namespace

TEST_CASE("dates are read in every form", "[dates]") {
  for (const auto& row : kAccepted) {
    INFO(row.text);
    CHECK(describe(row.text) == row.expected);
  }
}

TEST_CASE("numbers that are no dates are passed over", "[dates]") {
  for (const char* text : kRejected) {
    INFO(text);
    CHECK(describe(text).empty());
  }
}

TEST_CASE("a single date has equal ends", "[dates]") {
  const auto found = find_dates("Ohio, May 2019.");
  REQUIRE(found.size() == 1);
  CHECK_FALSE(found[0].range);
  CHECK(found[0].period.start == 2019);
  CHECK(found[0].period.end == 2019);
  CHECK(found[0].begin == 6);
  CHECK(found[0].end == 14);
}

TEST_CASE("a whole date stands alone", "[dates]") {
  CHECK(parse_whole_date("(2010 – 2014)"));
  CHECK(parse_whole_date("[Oct. 2022 – Present],"));
  CHECK_FALSE(parse_whole_date("Ohio 2014"));
  CHECK_FALSE(parse_whole_date("2014, 2015"));
  CHECK_FALSE(parse_whole_date(""));
}

TEST_CASE("year lists are expanded", "[dates]") {
  using Years = std::vector<int>;
  CHECK(parse_year_list("'22-25") == Years{2022, 2023, 2024, 2025});
  CHECK(parse_year_list("2022, 2023") == Years{2022, 2023});
  CHECK(parse_year_list("2019-2021") == Years{2019, 2020, 2021});
  CHECK(parse_year_list("21, 23") == Years{2021, 2023});
  CHECK(parse_year_list("'21, 23") == Years{2021, 2023});
  CHECK(parse_year_list("2020, 22, 24") == Years{2020, 2022, 2024});
  CHECK(parse_year_list("2022; 2020 & 2021") == Years{2020, 2021, 2022});
  CHECK(parse_year_list("2019 to 2021") == Years{2019, 2020, 2021});
  CHECK(parse_year_list("top 10%").empty());
  CHECK(parse_year_list("").empty());
}
