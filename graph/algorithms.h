// SPDX-License-Identifier: Apache-2.0
// Questions about the whole graph, answered with Boost.Graph.
#pragma once

#include <span>
#include <vector>

#include "graph/property_graph.h"

namespace scholargraph {

/// One step of a path: the edge is (kind, row) of the graph.
struct PathStep {
  NodeIndex node;   ///< where the step arrives; the first step is the start itself
  EdgeKind kind = EdgeKind::kCoauthor;
  std::size_t row = 0;  ///< meaningless in the first step
};

/// The shortest chain from `from` to `to` over the edges of `kinds`, taken in both directions; among equally short
/// ones the one whose node numbers are smallest, step by step from `from`. Empty when there is none.
std::vector<PathStep> shortest_path(const PropertyGraph& graph, NodeIndex from, NodeIndex to,
                                    std::span<const EdgeKind> kinds);

/// The component of each node, numbered from 0 in the order of their first nodes, over the edges of `kinds`.
struct Components {
  std::vector<std::uint32_t> of_node;
  std::vector<std::uint32_t> sizes;  ///< by component
};
Components connected_components(const PropertyGraph& graph, std::span<const EdgeKind> kinds);

/// Number of edges of `kinds` at each node, both directions counted.
std::vector<std::uint32_t> degrees(const PropertyGraph& graph, std::span<const EdgeKind> kinds);

}  // namespace scholargraph
