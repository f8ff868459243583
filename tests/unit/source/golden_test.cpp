// SPDX-License-Identifier: Apache-2.0
// tests/golden/FORMAT/CASE/input.* read as FORMAT gives expected.txt. With SCHOLARGRAPH_REWRITE_GOLDEN set, the expected
// files are written anew instead: look at the difference before you commit it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "catch.h"
#include "record_dump.h"

namespace scholargraph {

namespace {

namespace fs = std::filesystem;

struct GoldenCase {
  std::string format;
  fs::path folder;
  fs::path input;
};

fs::path golden_folder() { return fs::path(SCHOLARGRAPH_SOURCE_DIR) / "tests" / "golden"; }

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> entries;
  if (fs::is_directory(folder))
    for (const auto& entry : fs::directory_iterator(folder)) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

std::vector<GoldenCase> cases_of(const SourceFormat& format) {
  std::vector<GoldenCase> cases;
  for (const fs::path& folder : sorted_entries(golden_folder() / format.name))
    for (const fs::path& file : sorted_entries(folder))
      if (file.stem() == "input" || file.stem().stem() == "input") cases.push_back({std::string(format.name), folder, file});
  return cases;
}

template <class Check>
void for_each_case(Check check) {
  for (const SourceFormat* format : source_formats()) {
    for (const GoldenCase& golden : cases_of(*format)) {
      INFO(golden.input.string());
      check(*format, golden);
    }
  }
}

}  // namespace

TEST_CASE("every source format has a golden case") {
  for (const SourceFormat* format : source_formats()) {
    INFO(format->name);
    CHECK(!cases_of(*format).empty());
  }
}

TEST_CASE("golden cases are recognised by content, whatever the name") {
  for_each_case([](const SourceFormat& format, const GoldenCase& golden) {
    const std::string head = unpacked(golden.input).substr(0, std::size_t{1} << 16);
    const SourceFormat* detected = detect_source("input", head);
    REQUIRE(detected != nullptr);
    CHECK(detected->name == format.name);
  });
}

TEST_CASE("golden cases give the expected records and remarks") {
  const bool rewrite = std::getenv("SCHOLARGRAPH_REWRITE_GOLDEN") != nullptr;
  for_each_case([&](const SourceFormat& format, const GoldenCase& golden) {
    const std::string text = dump_source(format, bytes_of(golden.input)).text();
    if (rewrite) std::ofstream(golden.folder / "expected.txt", std::ios::binary) << text;
    CHECK(text == bytes_of(golden.folder / "expected.txt"));
  });
}

TEST_CASE("neither small blocks nor threads change what is read") {
  for_each_case([](const SourceFormat& format, const GoldenCase& golden) {
    // Children whose parent stands in another block come last, and notes on encodings are given for each block.
    if (golden.input.stem() == "input.one-block") return;
    const std::string bytes = bytes_of(golden.input);
    const std::string whole = dump_source(format, bytes).text();
    for (const std::size_t target : {1, 300, 1024}) CHECK(dump_source(format, bytes, target).text() == whole);
    CHECK(dump_source(format, bytes, 300, 4).text() == whole);
  });
}

}  // namespace scholargraph
