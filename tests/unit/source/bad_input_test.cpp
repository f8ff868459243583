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

struct BadInput {
  std::string what;
  std::string_view format;
  std::string bytes;
  std::string text;  ///< records, remarks and the number of skipped records
};

std::string ror(const std::string& key, const std::string& id) {
  return "{\"" + key + "\":\"https://ror.org/" + id + "\",\"names\":[{\"types\":[\"ror_display\"],\"value\":\"Made " +
         id + "\"}],\"relationships\":[],\"admin\":{\"last_modified\":{\"schema_version\":\"9.0\"}}}\n";
}

std::string dblp(const std::string& articles) { return "<?xml version=\"1.0\"?>\n<dblp>\n" + articles; }

}  // namespace

TEST_CASE("what is wrong with a record is said, and the others stay") {
  const std::vector<BadInput> rows = {
      {"two encodings in one file", "openalex",
       openalex_work("W1", ",\"type\":\"r\xe9sum\xe9\"") + openalex_work("W2", ",\"type\":\"résumé\""),
       "paper W1 (line 1)\n  title: Made W1\n  type: résumé\n  id: openalex W1\npaper W2 (line 2)\n"
       "  title: Made W2\n  type: résumé\n  id: openalex W2\n"
       "input:1: note: expected UTF-8, found other bytes in 1 lines from here on (they were read as Windows-1252)\n"
       "skipped: 0\n"},
      {"two encodings in one file", "bibtex", "@misc{a, title = {Caf\xe9}}\n@misc{b, title = {Café}}\n",
       "paper a (line 1)\n  title: Café\n  type: misc\npaper b (line 2)\n  title: Café\n  type: misc\n"
       "input:1: note: expected UTF-8, found other bytes in 1 lines from here on (they were read as Windows-1252)\n"
       "skipped: 0\n"},
      {"a JSON member that stands twice: the last one counts", "openalex",
       openalex_work("W1", ",\"title\":\"Made anew\""),
       "paper W1 (line 1)\n  title: Made anew\n  id: openalex W1\nskipped: 0\n"},
      {"a broken JSON record that quotes another one", "openalex",
       openalex_work("W1",
                     ",\"note\":\"\\n{\\\"id\\\":\\\"https://openalex.org/W9\\\",\\\"title\\\":\\\"No\\\"}\",oops") +
           openalex_work("W2", ""),
       "paper W2 (line 2)\n  title: Made W2\n  id: openalex W2\n"
       "input:1: warning: expected a JSON record, found an error at its byte 115: Missing a name for object member. "
       "(the record was skipped)\n"
       "skipped: 1\n"},
      {"a file that ends in a JSON record", "openalex", openalex_work("W1", "") + openalex_work("W2", "").substr(0, 40),
       "paper W1 (line 1)\n  title: Made W1\n  id: openalex W1\n"
       "input:2: warning: expected a JSON record, found an error at its byte 40: Invalid value. (the record was "
       "skipped)\n"
       "skipped: 1\n"},
      {"a key that two entries have", "bibtex",
       "@misc{a, title = {First}}\n@misc{b, title = {Second}}\n@misc{a, title = {Third}}\n",
       "paper a (line 1)\n  title: First\n  type: misc\npaper b (line 2)\n  title: Second\n"
       "  type: misc\npaper a (line 3)\n  title: Third\n  type: misc\n"
       "input:3: warning: entry 'a': expected a key of its own, found that of line 1 (both entries were kept)\n"
       "skipped: 0\n"},
      {"a file that ends in a value", "bibtex", "@misc{a, title = {First}}\n@misc{b, title = {Second}, note = {cut",
       "paper a (line 1)\n  title: First\n  type: misc\npaper b (line 2)\n  title: Second\n"
       "  type: misc\n"
       "input:2: warning: entry 'b': expected '}' at the end of the value, found none (the fields before it were "
       "kept)\n"
       "skipped: 0\n"},
      {"a file that ends in the first value", "bibtex", "@misc{a, title = {First}}\n@misc{b, title = {Sec",
       "paper a (line 1)\n  title: First\n  type: misc\n"
       "input:2: warning: entry 'b': expected '}' at the end of the value, found none (the entry was skipped)\n"
       "skipped: 1\n"},
      {"a file that ends in a name", "bibtex", "@misc{a, title = {First}}\n@misc{b, tit",
       "paper a (line 1)\n  title: First\n  type: misc\n"
       "input:2: warning: entry 'b': expected '=' behind the field name 'tit' (the entry was skipped)\n"
       "skipped: 1\n"},
      {"a file that ends behind a key", "bibtex", "@misc{a, title = {First}}\n@misc{b,",
       "paper a (line 1)\n  title: First\n  type: misc\n"
       "input:2: warning: entry 'b': expected '}' at the end of the entry, found the end of the file (the entry was "
       "skipped)\n"
       "skipped: 1\n"},
      {"a file that ends in an element", "dblp",
       dblp("<article key=\"k/1\"><title>First.</title></article>\n<article key=\"k/2\"><title>Sec"),
       "paper k/1 (line 3)\n  title: First\n  type: article\n  id: dblp k/1\ninput:4:30: warning: expected well-formed "
       "XML, found: no element found (record k/2 was skipped)\n"
       "skipped: 1\n"},
      {"a schema that nobody knows, the record key where it was", "ror", ror("id", "0made0001"),
       "institution 0made0001 (line 1)\n  name: Made 0made0001\n  id: ror 0made0001\nskipped: 0\n"},
      {"a schema that nobody knows, the record key elsewhere", "ror",
       ror("id", "0made0001") + ror("ror_id", "0made0002") + ror("id", "0made0003"),
       "institution 0made0001 (line 1)\n  name: Made 0made0001\n  id: ror 0made0001\n"
       "institution 0made0003 (line 3)\n  name: Made 0made0003\n  id: ror 0made0003\n"
       "input:2: warning: expected a record with a ROR id, found none (the record was skipped)\n"
       "skipped: 1\n"},
      {"a schema that nobody knows, the record key elsewhere", "openalex",
       openalex_work("W1", "") + "{\"work_id\":\"https://openalex.org/W2\",\"title\":\"Made\"}\n" +
           openalex_work("W3", ""),
       "paper W1 (line 1)\n  title: Made W1\n  id: openalex W1\npaper W3 (line 3)\n  title: Made W3\n"
       "  id: openalex W3\n"
       "input:2: warning: expected a record with an OpenAlex id, found none (the record was skipped)\n"
       "skipped: 1\n"},
  };
  for (const BadInput& row : rows) {
    INFO(row.what << ": " << row.bytes);
    CHECK(dump_source(format_named(row.format), row.bytes).text() == row.text);
  }
}

TEST_CASE("a BibTeX value may be long, and one that does not end costs its own entry") {
  const std::string filler(3'000'000, 'x');
  const std::string next = "@misc{b, title = {Next}}\n";
  const std::string read_next = "paper b (line 2)\n  title: Next\n  type: misc\n";
  const std::string read_both = "paper a (line 1)\n  title: Made\n  type: misc\n" + read_next;
  const std::string remark = "input:1: warning: entry 'a': expected '";
  struct Row {
    std::string entry, text;
  };
  const std::vector<Row> rows = {
      {"@misc{a, note = {" + filler + "{}}, title = {Made}}\n", read_both + "skipped: 0\n"},
      {"@misc{a, note = \"" + filler + "{\"}\", title = {Made}}\n", read_both + "skipped: 0\n"},
      {"@misc{a, note = {" + filler + ", title = {Made}\n",
       read_next + remark + "}' at the end of the value, found none (the entry was skipped)\nskipped: 1\n"},
      {"@misc{a, title = {Made}, note = \"" + filler + "}\n",
       read_both + remark + "\"' at the end of the value, found none (the fields before it were kept)\nskipped: 0\n"},
  };
  for (const Row& row : rows) {
    INFO(row.entry.substr(0, 20));
    CHECK(dump_source(format_named("bibtex"), row.entry + next).text() == row.text);
  }
}

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

TEST_CASE("XML nested 100,000 deep costs one record") {
  std::string deep;
  for (const char* tag : {"<i>", "</i>"})
    for (int level = 0; level < 100000; ++level) deep += tag;
  const DumpedSource got =
      dump_source(format_named("dblp"),
                  dblp("<article key=\"k/1\"><title>First.</title></article>\n<article key=\"k/2\"><title>" + deep +
                       "</title></article>\n<article key=\"k/3\"><title>Third.</title></article>\n</dblp>\n"));
  CHECK(
      got.text() ==
      "paper k/1 (line 3)\n  title: First\n  type: article\n  id: dblp k/1\n"
      "paper k/3 (line 5)\n  title: Third\n  type: article\n  id: dblp k/3\n"
      "input:4:3021: warning: expected well-formed XML, found: elements nested deeper than 1000 levels (record k/2 was "
      "skipped)\nskipped: 1\n");
}

TEST_CASE("entities that multiply are refused") {
  std::string dtd = "<?xml version=\"1.0\"?>\n<!DOCTYPE dblp [\n<!ENTITY a0 \"" + std::string(1000, 'x') + "\">\n";
  for (int level = 1; level <= 9; ++level) {
    dtd += "<!ENTITY a" + std::to_string(level) + " \"";
    for (int i = 0; i < 10; ++i) dtd += "&a" + std::to_string(level - 1) + ";";
    dtd += "\">\n";
  }
  const DumpedSource got =
      dump_source(format_named("dblp"), dtd +
                                            "]>\n<dblp>\n<article key=\"k/1\"><title>&a9;</title></article>\n"
                                            "<article key=\"k/2\"><title>Kept.</title></article>\n</dblp>\n");
  CHECK(got.skipped == 1);
  CHECK_FALSE(got.diagnostics.empty());
  CHECK(holds(got.records, "title: Kept"));
  CHECK(got.records.size() < 10000);
}

TEST_CASE("external entities are not fetched") {
  const std::string here = std::string(SCHOLARGRAPH_SOURCE_DIR) + "/LICENSE";
  const DumpedSource got = dump_source(
      format_named("dblp"), "<?xml version=\"1.0\"?>\n<!DOCTYPE dblp [<!ENTITY file SYSTEM \"file://" + here +
                                "\">]>\n"
                                "<dblp><article key=\"k/1\"><title>Made&file; here</title></article></dblp>\n");
  CHECK_FALSE(holds(got.records, "Apache"));
  CHECK(holds(got.records, "title: Made here"));
}

}  // namespace scholargraph
