// SPDX-License-Identifier: Apache-2.0
// Boost.Graph runs on a compressed sparse row view of the chosen edge kinds, each edge in both directions, its place
// in the property graph as the edge property. Building the view costs O(nodes + edges); it lives for one question.
// Paths: distances come from a breadth-first search from the far end; the path then steps from the near end to the
// smallest neighbour that is one step closer.
#include "graph/algorithms.h"

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <limits>
#include <tuple>

namespace scholargraph {

namespace {

struct EdgePlace {
  EdgeKind kind = EdgeKind::kCoauthor;
  std::uint32_t row = 0;
};
using Topology = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, EdgePlace, boost::no_property,
                                                    std::uint32_t, std::uint32_t>;

Topology make_topology(const PropertyGraph& graph, std::span<const EdgeKind> kinds) {
  struct Arc {
    std::uint32_t source;
    std::uint32_t target;
    EdgePlace place;
  };
  std::vector<Arc> arcs;
  for (const EdgeKind kind : kinds) {
    for (std::uint32_t row = 0; row < graph.edge_count(kind); ++row) {
      const EdgeFacts edge = graph.edge_facts(kind, row);
      arcs.push_back({edge.source.value, edge.target.value, {kind, row}});
      arcs.push_back({edge.target.value, edge.source.value, {kind, row}});
    }
  }
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return std::tie(a.source, a.target, a.place.kind, a.place.row) <
           std::tie(b.source, b.target, b.place.kind, b.place.row);
  });
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<EdgePlace> places;
  for (const Arc& arc : arcs) {
    ends.emplace_back(arc.source, arc.target);
    places.push_back(arc.place);
  }
  return {boost::edges_are_sorted, ends.begin(), ends.end(), places.begin(),
          static_cast<std::uint32_t>(graph.node_count())};
}

constexpr auto kFar = std::numeric_limits<std::uint32_t>::max();

/// Number of steps from `from` to every node; kFar where there is no path.
std::vector<std::uint32_t> distances(const Topology& topology, std::uint32_t from) {
  std::vector<std::uint32_t> distance(boost::num_vertices(topology), kFar);
  distance[from] = 0;
  boost::breadth_first_search(
      topology, from,
      boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance.data(), boost::on_tree_edge()))));
  return distance;
}

}  // namespace

std::vector<PathStep> shortest_path(const PropertyGraph& graph, NodeIndex from, NodeIndex to,
                                    std::span<const EdgeKind> kinds) {
  const Topology topology = make_topology(graph, kinds);
  const auto distance = distances(topology, to.value);
  if (distance[from.value] == kFar) return {};
  std::vector<PathStep> path = {{from, EdgeKind::kCoauthor, 0}};
  while (path.back().node != to) {
    const std::uint32_t here = path.back().node.value;
    const auto [begin, end] = boost::out_edges(here, topology);
    const auto next = std::find_if(begin, end, [&](const auto& edge) {
      return distance[boost::target(edge, topology)] + 1 == distance[here];
    });
    path.push_back({NodeIndex(boost::target(*next, topology)), topology[*next].kind, topology[*next].row});
  }
  return path;
}

Components connected_components(const PropertyGraph& graph, std::span<const EdgeKind> kinds) {
  const Topology topology = make_topology(graph, kinds);
  Components components;
  components.of_node.assign(graph.node_count(), kFar);
  std::vector<std::uint32_t> open;
  for (std::uint32_t start = 0; start < graph.node_count(); ++start) {
    if (components.of_node[start] != kFar) continue;
    const auto number = static_cast<std::uint32_t>(components.sizes.size());
    components.sizes.push_back(0);
    components.of_node[start] = number;
    open.assign(1, start);
    while (!open.empty()) {
      const std::uint32_t node = open.back();
      open.pop_back();
      ++components.sizes[number];
      for (auto [edge, end] = boost::out_edges(node, topology); edge != end; ++edge) {
        std::uint32_t& other = components.of_node[boost::target(*edge, topology)];
        if (other != kFar) continue;
        other = number;
        open.push_back(static_cast<std::uint32_t>(boost::target(*edge, topology)));
      }
    }
  }
  return components;
}

std::vector<std::uint32_t> degrees(const PropertyGraph& graph, std::span<const EdgeKind> kinds) {
  const Topology topology = make_topology(graph, kinds);
  std::vector<std::uint32_t> degree(graph.node_count());
  for (std::uint32_t node = 0; node < degree.size(); ++node)
    degree[node] = static_cast<std::uint32_t>(boost::out_degree(node, topology));
  return degree;
}

}  // namespace scholargraph
