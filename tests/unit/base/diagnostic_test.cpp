// SPDX-License-Identifier: Apache-2.0
#include "base/diagnostic.h"

#include "catch.h"

using namespace scholargraph;

TEST_CASE("a diagnostic prints only what is known") {
  CHECK(to_string(Diagnostic{"a.md", 3, 7, "expected X, found Y", "write X", Severity::kWarning}) ==
        "a.md:3:7: warning: expected X, found Y (write X)");
  CHECK(to_string(Diagnostic{"a.md", 0, 7, "empty", "", Severity::kError}) == "a.md: error: empty");
  CHECK(to_string(Diagnostic{"", 0, 0, "m", "", Severity::kNote}) == "note: m");
}

TEST_CASE("count counts one severity") {
  const Diagnostics list{{"a", 0, 0, "m", "", Severity::kNote}, {"b", 0, 0, "m", "", Severity::kError},
                         {"c", 0, 0, "m", "", Severity::kError}};
  CHECK(count(list, Severity::kError) == 2);
  CHECK(count(list, Severity::kWarning) == 0);
}
