// SPDX-License-Identifier: Apache-2.0
// Hostile and damaged sources: a remark, the record skipped, the rest kept.
#include "catch.h"
#include "record_dump.h"

namespace scholargraph {

namespace {

std::string openalex_work(const std::string& id, const std::string& more) {
  return "{\"id\":\"https://openalex.org/" + id + "\",\"title\":\"Made " + id + "\"" + more + "}\n";
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("JSON nested 100,000 deep costs one record") {
  const std::string deep = ",\"x\":" + std::string(100000, '[') + std::string(100000, ']');
  const DumpedSource got = dump_source(format_named("openalex"),
                                       openalex_work("W1", "") + openalex_work("W2", deep) + openalex_work("W3", ""));
  CHECK(got.skipped == 1);
  CHECK(holds(got.records, "paper W1"));
  CHECK_FALSE(holds(got.records, "paper W2"));
  CHECK(holds(got.records, "paper W3"));
  REQUIRE(got.diagnostics.size() == 1);
  CHECK(got.diagnostics[0].message == "expected a record, found JSON nested deeper than 200 levels");
  CHECK(got.diagnostics[0].line == 2);
}

TEST_CASE("entities that multiply are refused") {
  std::string dtd = "<?xml version=\"1.0\"?>\n<!DOCTYPE dblp [\n<!ENTITY a0 \"" + std::string(1000, 'x') + "\">\n";
  for (int level = 1; level <= 9; ++level) {
    dtd += "<!ENTITY a" + std::to_string(level) + " \"";
    for (int i = 0; i < 10; ++i) dtd += "&a" + std::to_string(level - 1) + ";";
    dtd += "\">\n";
  }
  const DumpedSource got = dump_source(
      format_named("dblp"), dtd + "]>\n<dblp>\n<article key=\"k/1\"><title>&a9;</title></article>\n"
                                  "<article key=\"k/2\"><title>Kept.</title></article>\n</dblp>\n");
  CHECK(got.skipped == 1);
  CHECK_FALSE(got.diagnostics.empty());
  CHECK(holds(got.records, "title: Kept"));
  CHECK(got.records.size() < 10000);
}

TEST_CASE("external entities are not fetched") {
  const std::string here = std::string(SCHOLARGRAPH_SOURCE_DIR) + "/LICENSE";
  const DumpedSource got = dump_source(
      format_named("dblp"), "<?xml version=\"1.0\"?>\n<!DOCTYPE dblp [<!ENTITY file SYSTEM \"file://" + here + "\">]>\n"
                            "<dblp><article key=\"k/1\"><title>Made&file; here</title></article></dblp>\n");
  CHECK_FALSE(holds(got.records, "Apache"));
  CHECK(holds(got.records, "title: Made here"));
}

}  // namespace scholargraph
