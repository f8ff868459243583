// SPDX-License-Identifier: Apache-2.0
#include "graph/network.h"

#include <algorithm>
#include <random>

#include "catch.h"

using namespace scholargraph;

namespace {

using Path = std::vector<std::uint32_t>;

/// Some nodes with links drawn at random, some of them twice.
std::vector<Link> drawn_links(std::uint32_t nodes, std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<Link> links;
  for (std::size_t i = 0; i < count; ++i)
    links.push_back({static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes)});
  return links;
}

/// Of all chains of `steps` links from the end of `path` to `to`, the smallest one, by trying all.
bool extend(const std::vector<std::vector<std::uint32_t>>& neighbours, Path& path, std::uint32_t to, std::size_t steps) {
  if (steps == 0) return path.back() == to;
  for (const std::uint32_t next : neighbours[path.back()]) {
    path.push_back(next);
    if (extend(neighbours, path, to, steps - 1)) return true;
    path.pop_back();
  }
  return false;
}

Path path_by_trying(std::uint32_t nodes, const std::vector<Link>& links, std::uint32_t from, std::uint32_t to) {
  std::vector<std::vector<std::uint32_t>> neighbours(nodes);
  for (const Link& link : links) {
    neighbours[link.a].push_back(link.b);
    neighbours[link.b].push_back(link.a);
  }
  for (auto& row : neighbours) std::sort(row.begin(), row.end());
  for (std::size_t steps = 0; steps < nodes; ++steps) {
    Path path = {from};
    if (extend(neighbours, path, to, steps)) return path;
  }
  return {};
}

}  // namespace

TEST_CASE("paths are the shortest and components are counted") {
  const Network network(6, {{0, 1}, {0, 4}, {1, 2}, {2, 3}, {3, 4}});
  CHECK(network.shortest_path(0, 3) == Path{0, 4, 3});
  CHECK(network.shortest_path(3, 0) == Path{3, 4, 0});
  CHECK(network.shortest_path(0, 5).empty());
  CHECK(network.shortest_path(2, 2) == Path{2});
  CHECK(network.components().of_node == Path{0, 0, 0, 0, 0, 1});
  CHECK(network.components().sizes == Path{5, 1});
  CHECK(Network(0, {}).components().sizes.empty());
}

TEST_CASE("paths are those that trying all chains finds") {
  constexpr std::uint32_t kNodes = 7;
  for (unsigned seed = 0; seed < 30; ++seed) {
    const std::vector<Link> links = drawn_links(kNodes, 6, seed);
    const Network network(kNodes, links);
    const Components components = network.components();
    for (std::uint32_t from = 0; from < kNodes; ++from)
      for (std::uint32_t to = 0; to < kNodes; ++to) {
        INFO(seed << ": " << from << " to " << to);
        const Path expected = path_by_trying(kNodes, links, from, to);
        CHECK(network.shortest_path(from, to) == expected);
        CHECK((components.of_node[from] == components.of_node[to]) == !expected.empty());
      }
  }
}
