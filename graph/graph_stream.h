// SPDX-License-Identifier: Apache-2.0
// A graph as a stream of nodes, then edges: the seam between whoever holds a graph (memory, SQLite) and whoever
// writes one (the exporters, the store).
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <variant>

#include "model/kinds.h"

namespace scholargraph {

/// monostate: absent. Views live until the callback returns.
using PropertyValue =
    std::variant<std::monostate, std::string_view, std::int64_t, double, bool, std::span<const std::string_view>>;

struct NodeView {
  NodeKind kind = NodeKind::kPerson;
  std::string_view id;     ///< unique over all kinds, never empty, no blanks
  std::string_view label;
  std::span<const PropertyValue> properties;  ///< one for each property of node_info(kind), in that order
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

/// There is at most one edge for each (kind, source, target). Nodes come sorted by (kind, id), edges by
/// (kind, source, target), so equal graphs give equal bytes in every export.
class GraphSource {
 public:
  virtual ~GraphSource() = default;
  virtual void for_each_node(const std::function<void(const NodeView&)>& visit) const = 0;
  virtual void for_each_edge(const std::function<void(const EdgeView&)>& visit) const = 0;
  /// As for_each_edge, for a visitor that goes by numbers: id, source and target may be empty when both numbers are
  /// given, and of evidence that has a corpus_row the rest may be missing.
  virtual void for_each_numbered_edge(const std::function<void(const EdgeView&)>& visit) const { for_each_edge(visit); }
};

}  // namespace scholargraph
