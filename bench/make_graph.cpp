// SPDX-License-Identifier: Apache-2.0
// make_graph NODES EDGES FILE: writes a store that holds such a graph, for the export benchmark.
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "base/error.h"
#include "bench/made_graph.h"
#include "store/store.h"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: make_graph NODES EDGES FILE\n");
    return 2;
  }
  try {
    using Clock = std::chrono::steady_clock;
    const auto nodes = static_cast<std::uint32_t>(std::strtoul(argv[1], nullptr, 10));
    const auto edges = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
    const Clock::time_point begin = Clock::now();
    scholargraph::write_store(argv[3], true, {}, {}, scholargraph::MadeGraph(nodes, edges));
    std::printf("%.2f\n", std::chrono::duration<double>(Clock::now() - begin).count());
  } catch (const scholargraph::Error& error) {
    std::fprintf(stderr, "make_graph: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}
