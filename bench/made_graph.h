// SPDX-License-Identifier: Apache-2.0
// A graph of any size for benchmarks, made up from numbers while it is streamed: 60 % people, 35 % papers, 4 %
// institutions, 1 % venues, with every usual property and one to three places of evidence an edge.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph_stream.h"

namespace scholargraph {

class MadeGraph final : public GraphSource {
 public:
  /// Edges come out within one per cent of `edges`. REQUIRES: nodes >= 100.
  MadeGraph(std::uint32_t nodes, std::uint32_t edges);
  void for_each_node(const std::function<void(const NodeView&)>& visit) const override;
  void for_each_edge(const std::function<void(const EdgeView&)>& visit) const override;

 private:
  std::uint32_t people_;
  std::uint32_t papers_;
  std::uint32_t institutions_;
  std::uint32_t venues_;
  std::uint32_t edges_;
};

}  // namespace scholargraph
