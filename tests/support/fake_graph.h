// SPDX-License-Identifier: Apache-2.0
// A graph written down in a test: named properties, any order; streamed in the order that GraphSource promises.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "graph/graph_stream.h"

namespace scholargraph {

using FakeValue = std::variant<std::string, std::int64_t, double, bool, std::vector<std::string>>;
using FakeProperties = std::map<std::string, FakeValue>;

struct FakeNode {
  NodeKind kind;
  std::string id;
  std::string label;
  FakeProperties properties;
};

struct FakeEvidence {
  std::string document;
  int page = 0;
  int first_line = 0;
  int last_line = 0;
  std::string key;
  std::string text;
  std::uint32_t corpus_row = 0;
};

struct FakeEdge {
  EdgeKind kind;
  std::string source;
  std::string target;
  double weight = 1;
  double confidence = 1;
  FakeProperties properties;
  std::vector<FakeEvidence> evidence;
};

class FakeGraph final : public GraphSource {
 public:
  /// Throws std::logic_error when a property is not in the schema of its kind.
  FakeGraph(std::vector<FakeNode> nodes, std::vector<FakeEdge> edges);
  void for_each_node(const std::function<void(const NodeView&)>& visit) const override;
  void for_each_edge(const std::function<void(const EdgeView&)>& visit) const override;

 private:
  std::vector<FakeNode> nodes_;
  std::vector<FakeEdge> edges_;
};

/// Everything a graph says, one line for each node and edge, for comparing two graphs.
std::string dump(const GraphSource& graph);

/// A small graph with every property type, evidence of both sorts, parallel edges of different kinds.
FakeGraph small_graph();

/// Text that breaks writers: forbidden characters, quotes, separators, scripts, a 300 kB string, ids that differ by
/// case only, empty names.
FakeGraph nasty_graph();

}  // namespace scholargraph
