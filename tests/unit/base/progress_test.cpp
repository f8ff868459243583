// SPDX-License-Identifier: Apache-2.0
#include "base/progress.h"

#include <cstdio>

#include "catch.h"

using namespace scholargraph;

TEST_CASE("progress_line fits its width") {
  struct Case {
    std::size_t done, total, width;
    const char* expected;
  };
  const Case cases[] = {
      {0, 10, 30, "reading [              ]  0/10"},
      {5, 10, 30, "reading [#######       ]  5/10"},
      {10, 10, 30, "reading [##############] 10/10"},
      {12, 10, 30, "reading [##############] 12/10"},
      {0, 0, 30, "reading [################] 0/0"},
      {7, 10, 20, "reading [##  ]  7/10"},
      {7, 1000, 20, "reading    7/1000"},
  };
  for (const Case& c : cases) CHECK(progress_line("reading", c.done, c.total, c.width) == c.expected);
}

TEST_CASE("a progress bar without a stream is silent, one with a stream leaves nothing behind before its first redraw") {
  std::FILE* file = std::tmpfile();
  REQUIRE(file);
  {
    Progress silent(nullptr, "reading", 3);
    silent.advance();
    Progress quick(file, "reading", 3);
    quick.advance();
  }
  CHECK(std::ftell(file) == 0);
  std::fclose(file);
}
