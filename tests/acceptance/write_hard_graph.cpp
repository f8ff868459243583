// SPDX-License-Identifier: Apache-2.0
// write_hard_graph FILE: a store whose text has broken readers before (tests/support/nasty_graph.cpp).
#include <cstdio>

#include "base/error.h"
#include "store/store.h"
#include "support/fake_graph.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: write_hard_graph FILE\n");
    return 2;
  }
  try {
    scholargraph::write_store(argv[1], true, {}, {}, scholargraph::nasty_graph());
  } catch (const scholargraph::Error& error) {
    std::fprintf(stderr, "write_hard_graph: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}
