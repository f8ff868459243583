// SPDX-License-Identifier: Apache-2.0
#include "extract/record_json.h"

#include "catch.h"

using namespace scholargraph;

namespace {

DocumentRecord small_record() {
  DocumentRecord record;
  record.path = "folder/one.md";
  record.format = "markdown";
  record.cv.owner = "Mira Vell\xc3\xa9";
  EducationRecord degree;
  degree.institution = "University of Northmere";
  degree.degree = DegreeLevel::kPhd;
  degree.period.start = 2014;
  degree.period.present = true;
  degree.advisors = {"Oren Tal"};
  degree.span = {0, 3, 5};
  record.cv.education.push_back(degree);
  AdvisingRecord advisor;
  advisor.person = "Oren Tal";
  advisor.level = AdvisingLevel::kPhd;
  advisor.span = {2, 4, 4};
  record.cv.advising = {advisor, advisor};
  AdvisingRecord advisee = advisor;
  advisee.person = "Ida Kern";
  advisee.owner_is_advisor = true;
  record.cv.advising.push_back(advisee);
  record.cv.service.push_back({"reviewer", "ICXY", {2022, 2023}, {0, 9, 9}});
  return record;
}

}  // namespace

TEST_CASE("record_json prints the agreed object") {
  CHECK(to_json(small_record(), false) ==
        R"({"document":"one.md","format":"markdown","owner":"Mira Vellé","owner_variants":[],)"
        R"("education":[{"institution":"University of Northmere","unit":null,"degree":"PhD","field":null,)"
        R"("thesis":null,"start":2014,"end":"present","advisors":["Oren Tal"],"lines":[3,5]}],)"
        R"("employment":[],"papers":[],"advisors":["Oren Tal"],"advisees":["Ida Kern"],)"
        R"("advising":[{"person":"Oren Tal","direction":"advisor","level":"PhD","institution":null,)"
        R"("start":null,"end":null,"lines":[4,4],"page":2},)"
        R"({"person":"Oren Tal","direction":"advisor","level":"PhD","institution":null,)"
        R"("start":null,"end":null,"lines":[4,4],"page":2},)"
        R"({"person":"Ida Kern","direction":"advisee","level":"PhD","institution":null,)"
        R"("start":null,"end":null,"lines":[4,4],"page":2}],)"
        R"("hosts":[],"service":[{"role":"reviewer","venue":"ICXY","years":[2022,2023],"lines":[9,9]}],)"
        R"("awards":[],"projects":[],"quality":{"pages":0,"characters":0,"text_share":1.0,"is_cv":true,)"
        R"("note":null},"diagnostics":[]})");
}

TEST_CASE("record_json prints null for an unknown owner and escapes text") {
  DocumentRecord record;
  record.path = "a\"b.txt";
  record.diagnostics.push_back({"a", 7, 0, "line \"7\"\n", "", Severity::kWarning});
  const std::string json = to_json(record, true);
  CHECK(json.find("\"document\": \"a\\\"b.txt\"") != std::string::npos);
  CHECK(json.find("\"owner\": null") != std::string::npos);
  CHECK(json.find("\"line\": 7") != std::string::npos);
  CHECK(json.find("line \\\"7\\\"\\n") != std::string::npos);
}
