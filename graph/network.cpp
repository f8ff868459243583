// SPDX-License-Identifier: Apache-2.0
// A compressed sparse row graph holds each link in both directions. Paths: distances come from a breadth-first search
// from the far end; the path then steps from the near end to the smallest neighbour that is one step closer.
// Components: Boost's depth-first search, renumbered. Cost: O(nodes + links) for each question.
#include "graph/network.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/connected_components.hpp>
#include <limits>
#include <utility>

namespace scholargraph {

namespace {

using Rows = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                                boost::no_property, std::uint32_t, std::uint64_t>;

constexpr auto kFar = std::numeric_limits<std::uint32_t>::max();

Rows make_rows(std::uint32_t node_count, const std::vector<Link>& links) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> arcs;
  arcs.reserve(2 * links.size());
  for (const Link& link : links) {
    arcs.emplace_back(link.a, link.b);
    arcs.emplace_back(link.b, link.a);
  }
  std::sort(arcs.begin(), arcs.end());
  return {boost::edges_are_sorted, arcs.begin(), arcs.end(), node_count};
}

/// Number of steps from `from` to every node; kFar where there is no path.
std::vector<std::uint32_t> distances(const Rows& rows, std::uint32_t from) {
  std::vector<std::uint32_t> distance(boost::num_vertices(rows), kFar);
  distance[from] = 0;
  boost::breadth_first_search(
      rows, from, boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

}  // namespace

struct Network::Topology {
  Rows rows;
};

Network::Network(std::uint32_t node_count, const std::vector<Link>& links)
    : topology_(std::make_unique<Topology>(Topology{make_rows(node_count, links)})) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

std::vector<std::uint32_t> Network::shortest_path(std::uint32_t from, std::uint32_t to) const {
  const Rows& rows = topology_->rows;
  const auto distance = distances(rows, to);
  if (distance[from] == kFar) return {};
  std::vector<std::uint32_t> path = {from};
  while (path.back() != to) {
    const auto [begin, end] = boost::adjacent_vertices(path.back(), rows);
    path.push_back(static_cast<std::uint32_t>(
        *std::find_if(begin, end, [&](auto next) { return distance[next] + 1 == distance[path.back()]; })));
  }
  return path;
}

Components Network::components() const {
  const Rows& rows = topology_->rows;
  Components components;
  components.of_node.resize(boost::num_vertices(rows));
  const auto count = boost::connected_components(rows, components.of_node.data());
  components.sizes.assign(count, 0);
  for (const std::uint32_t component : components.of_node) ++components.sizes[component];
  return components;
}

}  // namespace scholargraph
