// SPDX-License-Identifier: Apache-2.0
// The typed property graph in memory: tables of nodes and edges by kind.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph_stream.h"
#include "graph/property_table.h"
#include "model/kinds.h"
#include "model/string_pool.h"

namespace scholargraph {

/// A node of one PropertyGraph; numbers follow the order (kind, id).
using NodeIndex = StrongId<struct NodeTag>;

/// One place behind an edge, in the strings of the graph. Invalid key or text: empty.
struct EvidenceRow {
  StringId document;
  int page = 0;
  int first_line = 0;
  int last_line = 0;
  StringId key;
  StringId text;
};

struct EdgeFacts {
  EdgeKind kind = EdgeKind::kAuthored;
  NodeIndex source;
  NodeIndex target;
  double weight = 1;      ///< > 0
  double confidence = 1;  ///< 0..1
};

/// Nodes are added in the order (kind, id), then edges in the order (kind, source, target), no edge twice.
/// Not thread-safe while it grows; reading from several threads is fine.
class PropertyGraph final : public GraphSource {
 public:
  PropertyGraph();
  PropertyGraph(PropertyGraph&&) noexcept;
  PropertyGraph& operator=(PropertyGraph&&) noexcept;
  ~PropertyGraph() override;

  /// A copy of any graph.
  static PropertyGraph from(const GraphSource& source);

  StringPool& strings() { return *strings_; }

  /// The node has a fresh row, the last one, in node_table(kind).
  NodeIndex add_node(NodeKind kind, StringId id, StringId label);
  PropertyTable& node_table(NodeKind kind);

  std::uint32_t add_evidence(const EvidenceRow& row);
  /// `evidence` are numbers from add_evidence. The edge has a fresh row, the last one, in edge_table(kind).
  void add_edge(const EdgeFacts& facts, std::span<const std::uint32_t> evidence);
  PropertyTable& edge_table(EdgeKind kind);

  [[nodiscard]] std::size_t node_count() const;
  [[nodiscard]] std::size_t node_count(NodeKind kind) const;
  [[nodiscard]] std::size_t edge_count() const;
  [[nodiscard]] std::size_t edge_count(EdgeKind kind) const;

  [[nodiscard]] NodeKind node_kind(NodeIndex node) const;
  [[nodiscard]] std::string_view node_id(NodeIndex node) const;
  [[nodiscard]] std::string_view node_label(NodeIndex node) const;
  [[nodiscard]] std::optional<NodeIndex> find_node(std::string_view id) const;
  /// REQUIRES: row < edge_count(kind); rows follow (source, target).
  [[nodiscard]] EdgeFacts edge_facts(EdgeKind kind, std::size_t row) const;

  void for_each_node(const NodeVisit& visit) const override;
  void for_each_edge(const EdgeVisit& visit) const override;

 private:
  struct Rep;
  [[nodiscard]] EdgeView edge_view(EdgeKind kind, std::size_t row, PropertyScratch& scratch) const;
  [[nodiscard]] std::span<const std::uint32_t> evidence_of(EdgeKind kind, std::size_t row) const;

  std::unique_ptr<StringPool> strings_;
  std::unique_ptr<Rep> rep_;
};

}  // namespace scholargraph
