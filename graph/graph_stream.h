// SPDX-License-Identifier: Apache-2.0
// A graph as a stream of nodes, then edges: the seam between whoever holds a graph (memory, SQLite) and whoever
// writes one (the exporters, the store).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "model/kinds.h"

namespace scholargraph {

/// monostate: absent. Views live until the callback returns.
using PropertyValue =
    std::variant<std::monostate, std::string_view, std::int64_t, double, bool, std::span<const std::string_view>>;

struct NodeView {
  NodeKind kind = NodeKind::kPerson;
  std::string_view id;     ///< unique over all kinds, never empty, no blanks
  std::string_view label;
  std::span<const PropertyValue> properties;  ///< one for each property of node_info(kind), in that order; an
                                              ///< absent name or title, the first one, is as the label
};

/// One place behind an edge.
struct EvidenceView {
  std::string_view document;  ///< path as the user gave it
  int page = 0;
  int first_line = 0;
  int last_line = 0;
  std::string_view key;       ///< record key of a bibliographic source
  std::string_view text;
  std::uint32_t corpus_row = 0;  ///< from 1: its row in Corpus::evidence; 0: unknown, or of another corpus
};

struct EdgeView {
  EdgeKind kind = EdgeKind::kAuthored;
  std::string_view id;        ///< unique over all kinds: make_edge_id() of kind, source and target
  std::string_view source;
  std::string_view target;
  NodeKind source_kind = NodeKind::kPerson;
  NodeKind target_kind = NodeKind::kPaper;
  double weight = 1;          ///< > 0
  double confidence = 1;      ///< 0..1
  std::span<const PropertyValue> properties;  ///< one for each property of edge_info(kind)
  std::span<const EvidenceView> evidence;
  std::uint32_t source_number = 0;  ///< from 1: where for_each_node() shows the node; 0: not known
  std::uint32_t target_number = 0;
};

using NodeVisit = std::function<void(const NodeView&)>;
using EdgeVisit = std::function<void(const EdgeView&)>;

/// A part of a graph: the nodes of one kind whose numbers go from `first` up to, not including, `last`, or the edges of
/// one kind whose sources do. Numbers count from 1, as in EdgeView.
struct GraphRun {
  bool edges = false;
  NodeKind node_kind = NodeKind::kPerson;
  EdgeKind edge_kind = EdgeKind::kAuthored;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// There is at most one edge for each (kind, source, target). Nodes come sorted by (kind, id), edges by
/// (kind, source, target), so equal graphs give equal bytes in every export.
class GraphSource {
 public:
  virtual ~GraphSource() = default;
  virtual void for_each_node(const NodeVisit& visit) const = 0;
  virtual void for_each_edge(const EdgeVisit& visit) const = 0;

  /// The graph cut into runs of some thousand rows, in the order of the whole: all nodes, then all edges. None: it
  /// cannot be cut. Several threads may visit runs at once. A graph of runs has one node for each entity of its
  /// resolution, in their order, and evidence of its corpus only.
  [[nodiscard]] virtual std::vector<GraphRun> runs() const { return {}; }
  /// REQUIRES: the run is one of runs().
  virtual void for_each_node_of(const GraphRun&, const NodeVisit&) const {}
  /// As above. Edges come with the numbers of their ends instead of id, source and target; evidence has only its
  /// corpus_row.
  virtual void for_each_edge_of(const GraphRun&, const EdgeVisit&) const {}
};

}  // namespace scholargraph
