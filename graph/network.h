// SPDX-License-Identifier: Apache-2.0
// One kind of edge as a plain network, for questions about its shape; answered with Boost.Graph.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace scholargraph {

/// An edge between two nodes of a network, without direction.
struct Link {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

/// Which nodes hang together.
struct Components {
  std::vector<std::uint32_t> of_node;  ///< numbered from 0 in the order of their first nodes
  std::vector<std::uint32_t> sizes;    ///< by component
};

/// Nodes 0 to node_count - 1 and links between them. Memory: 8 bytes for each end of a link, twice that while it is
/// made.
class Network {
 public:
  /// REQUIRES: every end of a link is smaller than `node_count`.
  Network(std::uint32_t node_count, const std::vector<Link>& links);
  ~Network();
  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;

  /// The nodes of the shortest chain from `from` to `to`, both included; among equally short ones the one whose numbers
  /// are smallest, step by step from `from`. Empty when there is none.
  [[nodiscard]] std::vector<std::uint32_t> shortest_path(std::uint32_t from, std::uint32_t to) const;
  [[nodiscard]] Components components() const;

 private:
  struct Topology;
  std::unique_ptr<Topology> topology_;
};

}  // namespace scholargraph
