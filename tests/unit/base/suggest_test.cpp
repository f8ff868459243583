// SPDX-License-Identifier: Apache-2.0
#include "base/suggest.h"

#include "catch.h"

using namespace scholargraph;

TEST_CASE("closest finds typing mistakes and unique beginnings, and nothing else") {
  const std::vector<std::string> names{"build", "extract", "export", "stats", "show", "path", "issues"};
  struct Case {
    const char* word;
    const char* expected;
  };
  const Case cases[] = {
      {"biuld", "build"}, {"BUILD", "build"}, {"exprot", "export"}, {"stat", "stats"}, {"iss", "issues"},
      {"ex", ""},         {"zzzz", ""},       {"", ""},             {"shwo", "show"}, {"tell", ""},
  };
  for (const Case& c : cases) CHECK(closest(c.word, names) == c.expected);
  CHECK(did_you_mean("biuld", names) == "did you mean 'build'?");
  CHECK(did_you_mean("zzzz", names).empty());
}
