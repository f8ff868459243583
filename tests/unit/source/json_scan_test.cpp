// SPDX-License-Identifier: Apache-2.0
// The scanner of strict JSON, and the promise that rests on it: with it or without it, the same records and the same
// remarks, however damaged the bytes are. SCHOLARGRAPH_MUTATIONS sets how many damages each golden file gets.
#include "extract/source/json_scan.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "catch.h"
#include "record_dump.h"

namespace scholargraph {

namespace {

/// How many bytes of `text` its value has; -1 in doubt.
std::ptrdiff_t value_length(const std::string& text) {
  const char* const behind = end_of_json_value(text.data(), text.data() + text.size());
  return behind ? behind - text.data() : -1;
}

std::string dump(const SourceFormat& format, std::string block, bool cautious) {
  RecordDump sink;
  DumpedSource result;
  BlockContext context{"input", 1, true, {}};
  context.cautious = cautious;
  repair_encoding(block, context, result.diagnostics);
  format.parse(block, context, sink, result.diagnostics);
  result.records = sink.text();
  result.skipped = sink.skipped();
  return result.text();
}

std::string damaged(std::string bytes, std::mt19937& random) {
  constexpr std::string_view kInserted("\"{}[]\\,:-0.\n\0 e\x01\xff", 18);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % (limit == 0 ? 1 : limit)); };
  for (std::size_t times = 1 + below(3); times > 0 && !bytes.empty(); --times) {
    const std::size_t at = below(bytes.size());
    switch (below(6)) {
      case 0:
        bytes[at] = static_cast<char>(bytes[at] ^ static_cast<char>(1u << below(8)));
        break;
      case 1:
        bytes.erase(at, 1 + below(below(4) == 0 ? 200 : 3));
        break;
      case 2:
        bytes.insert(at, 1, kInserted[below(kInserted.size())]);
        break;
      case 3:
        bytes[at] = kInserted[below(kInserted.size())];
        break;
      case 4:
        bytes.insert(below(bytes.size()), bytes.substr(at, 1 + below(60)));
        break;
      default:
        if (below(4) == 0) bytes.resize(at);
    }
  }
  return bytes;
}

std::vector<std::filesystem::path> golden_files(std::string_view format) {
  std::vector<std::filesystem::path> files;
  const auto folder = std::filesystem::path(SCHOLARGRAPH_SOURCE_DIR) / "tests" / "golden" / format;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().stem() == "input") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("values of strict JSON end where they should, all others are in doubt") {
  struct Row {
    std::string text;
    std::ptrdiff_t length;
  };
  const std::string open90(90, '['), closed90(90, ']'), open101(101, '['), closed101(101, ']');
  const std::vector<Row> rows = {
      {"{}", 2},
      {" [ ] ,", 4},
      {R"({"a":[1,{"b":null}],"c":"x"}rest)", 28},
      {R"("plain text that is longer than sixteen bytes")", 46},
      {R"("\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00")", 36},
      {"-0.5e-7,", 7},
      {"123456789012345678 ", 18},
      {"true]", 4},
      {open90 + closed90, 180},
      {"", -1},
      {"{", -1},
      {"[1,]", -1},
      {"[,1]", -1},
      {"[1 2]", -1},
      {R"({"a"})", -1},
      {R"({"a":})", -1},
      {R"({"a":1,})", -1},
      {R"({a:1})", -1},
      {"[1}", -1},
      {R"("no end)", -1},
      {R"("a\x")", -1},
      {R"("\u00g0")", -1},
      {R"("\ud83d")", -1},
      {R"("\ude00")", -1},
      {"\"a\nb\"", -1},
      {std::string("\"a\0b\"", 5), -1},
      {"01", -1},
      {"-", -1},
      {"1.", -1},
      {"1e", -1},
      {"1e100", -1},
      {"1234567890123456789", -1},
      {"NaN", -1},
      {"tru", -1},
      {open101 + closed101, -1},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(value_length(row.text) == row.length);
  }
}

TEST_CASE("escapes in JSON stand for characters") {
  CHECK(unescape_json(R"(a\"\\\/\b\f\n\r\tz)") == "a\"\\/\b\f\n\r\tz");
  CHECK(unescape_json(R"(\u00e9\u20AC\uD83D\uDE00)") == "é€😀");
  CHECK(unescape_json(R"(\u0000)") == std::string(1, '\0'));
}

TEST_CASE("the short cut through JSON changes neither records nor remarks") {
  const int mutations = mutation_count();
  for (const std::string_view name : {"arxiv", "crossref-json", "openalex", "orcid-json", "ror", "semantic-scholar"}) {
    const SourceFormat& format = format_named(name);
    const auto files = golden_files(name);
    REQUIRE_FALSE(files.empty());
    for (const auto& path : files) {
      std::ifstream file(path, std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(file), {}};
      CHECK(dump(format, bytes, false) == dump(format, bytes, true));
      for (int seed = 0; seed < mutations; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        const std::string input = damaged(bytes, random);
        INFO(path.string() << ", damage " << seed);
        REQUIRE(dump(format, input, false) == dump(format, input, true));
      }
    }
  }
}

}  // namespace scholargraph
