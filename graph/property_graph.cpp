// SPDX-License-Identifier: Apache-2.0
#include "graph/property_graph.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "graph/edge_id.h"

namespace scholargraph {

namespace {

struct NodeRow {
  StringId id;
  StringId label;
};

/// Edges of one kind. Weights and confidences stay empty while all are 1.
struct EdgeRows {
  std::vector<NodeIndex> source;
  std::vector<NodeIndex> target;
  std::vector<double> weight;
  std::vector<float> confidence;
  std::vector<std::uint32_t> evidence_begin{0};
  std::vector<std::uint32_t> evidence;
};

template <class T>
void push_unless_one(std::vector<T>& column, std::size_t row, T value) {
  if (value == T{1} && column.empty()) return;
  column.resize(row, T{1});
  column.push_back(value);
}

/// A float such as 0.9f as the double 0.9.
double tidy(float value) { return std::round(static_cast<double>(value) * 1000.0) / 1000.0; }

template <class Infos>
std::vector<PropertyTable> tables_of(const Infos& infos) {
  std::vector<PropertyTable> tables;
  for (const auto& info : infos) tables.emplace_back(info.properties);
  return tables;
}

}  // namespace

struct PropertyGraph::Rep {
  std::vector<NodeRow> nodes;
  std::array<std::uint32_t, kNodeKindCount + 1> first{};  ///< first node of each kind; the last: number of nodes
  std::vector<PropertyTable> node_tables = tables_of(all_node_infos());
  std::array<EdgeRows, kEdgeKindCount> edges;
  std::vector<PropertyTable> edge_tables = tables_of(all_edge_infos());
  std::vector<EvidenceRow> evidence;

  static std::size_t index(NodeKind kind) { return static_cast<std::size_t>(kind); }

  [[nodiscard]] NodeKind kind_of(NodeIndex node) const {
    int kind = 0;
    while (node.value >= first[static_cast<std::size_t>(kind) + 1]) ++kind;
    return static_cast<NodeKind>(kind);
  }
};

PropertyGraph::PropertyGraph() : strings_(std::make_unique<StringPool>()), rep_(std::make_unique<Rep>()) {}
PropertyGraph::PropertyGraph(PropertyGraph&&) noexcept = default;
PropertyGraph& PropertyGraph::operator=(PropertyGraph&&) noexcept = default;
PropertyGraph::~PropertyGraph() = default;

NodeIndex PropertyGraph::add_node(NodeKind kind, StringId id, StringId label) {
  const NodeIndex node(rep_->nodes.size());
  assert(rep_->nodes.empty() || rep_->kind_of(NodeIndex(node.value - 1)) <= kind);
  rep_->nodes.push_back({id, label});
  for (std::size_t next = Rep::index(kind) + 1; next < rep_->first.size(); ++next)
    rep_->first[next] = static_cast<std::uint32_t>(rep_->nodes.size());
  node_table(kind).add_row();
  return node;
}

PropertyTable& PropertyGraph::node_table(NodeKind kind) { return rep_->node_tables[Rep::index(kind)]; }

PropertyTable& PropertyGraph::edge_table(EdgeKind kind) { return rep_->edge_tables[static_cast<std::size_t>(kind)]; }

std::uint32_t PropertyGraph::add_evidence(const EvidenceRow& row) {
  rep_->evidence.push_back(row);
  return static_cast<std::uint32_t>(rep_->evidence.size() - 1);
}

void PropertyGraph::add_edge(const EdgeFacts& facts, std::span<const std::uint32_t> evidence) {
  EdgeRows& rows = rep_->edges[static_cast<std::size_t>(facts.kind)];
  const std::size_t row = rows.source.size();
  assert(row == 0 || std::pair(rows.source.back(), rows.target.back()) < std::pair(facts.source, facts.target));
  rows.source.push_back(facts.source);
  rows.target.push_back(facts.target);
  push_unless_one(rows.weight, row, facts.weight);
  push_unless_one(rows.confidence, row, static_cast<float>(facts.confidence));
  rows.evidence.insert(rows.evidence.end(), evidence.begin(), evidence.end());
  rows.evidence_begin.push_back(static_cast<std::uint32_t>(rows.evidence.size()));
  edge_table(facts.kind).add_row();
}

std::size_t PropertyGraph::node_count() const { return rep_->nodes.size(); }

std::size_t PropertyGraph::node_count(NodeKind kind) const {
  return rep_->first[Rep::index(kind) + 1] - rep_->first[Rep::index(kind)];
}

std::size_t PropertyGraph::edge_count() const {
  std::size_t count = 0;
  for (const auto& rows : rep_->edges) count += rows.source.size();
  return count;
}

std::size_t PropertyGraph::edge_count(EdgeKind kind) const {
  return rep_->edges[static_cast<std::size_t>(kind)].source.size();
}

NodeKind PropertyGraph::node_kind(NodeIndex node) const { return rep_->kind_of(node); }

std::string_view PropertyGraph::node_id(NodeIndex node) const { return strings_->view(rep_->nodes[node.value].id); }

std::string_view PropertyGraph::node_label(NodeIndex node) const {
  return strings_->view(rep_->nodes[node.value].label);
}

std::optional<NodeIndex> PropertyGraph::find_node(std::string_view id) const {
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) {
    std::uint32_t low = rep_->first[kind];
    std::uint32_t high = rep_->first[kind + 1];
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      const std::string_view key = node_id(NodeIndex(middle));
      if (key == id) return NodeIndex(middle);
      if (key < id)
        low = middle + 1;
      else
        high = middle;
    }
  }
  return std::nullopt;
}

EdgeFacts PropertyGraph::edge_facts(EdgeKind kind, std::size_t row) const {
  const EdgeRows& rows = rep_->edges[static_cast<std::size_t>(kind)];
  return {kind, rows.source[row], rows.target[row], row < rows.weight.size() ? rows.weight[row] : 1.0,
          row < rows.confidence.size() ? tidy(rows.confidence[row]) : 1.0};
}

void PropertyGraph::for_each_node(const NodeVisit& visit) const {
  PropertyScratch scratch;
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) {
    for (std::uint32_t i = rep_->first[kind]; i < rep_->first[kind + 1]; ++i) {
      rep_->node_tables[kind].read(i - rep_->first[kind], *strings_, scratch);
      visit({static_cast<NodeKind>(kind), node_id(NodeIndex(i)), node_label(NodeIndex(i)), scratch.values});
    }
  }
}

namespace {

EvidenceView view_of(const EvidenceRow& place, const StringPool& strings) {
  const auto text = [&](StringId string) { return string.valid() ? strings.view(string) : std::string_view(); };
  return {text(place.document), place.page, place.first_line, place.last_line, text(place.key), text(place.text)};
}

}  // namespace

void PropertyGraph::for_each_edge(const EdgeVisit& visit) const {
  PropertyScratch scratch;
  std::vector<EvidenceView> evidence;
  std::string id;
  for (const EdgeInfo& info : all_edge_infos()) {
    for (std::size_t row = 0; row < edge_count(info.kind); ++row) {
      EdgeView edge = edge_view(info.kind, row, scratch);
      edge.source = node_id(NodeIndex(edge.source_number - 1));
      edge.target = node_id(NodeIndex(edge.target_number - 1));
      make_edge_id(id, info.kind, edge.source, edge.target);
      edge.id = id;
      evidence.clear();
      for (const std::uint32_t place : evidence_of(info.kind, row))
        evidence.push_back(view_of(rep_->evidence[place], *strings_));
      edge.evidence = evidence;
      visit(edge);
    }
  }
}

std::span<const std::uint32_t> PropertyGraph::evidence_of(EdgeKind kind, std::size_t row) const {
  const EdgeRows& rows = rep_->edges[static_cast<std::size_t>(kind)];
  return std::span(rows.evidence).subspan(rows.evidence_begin[row], rows.evidence_begin[row + 1] - rows.evidence_begin[row]);
}

/// Without id, names of the ends and evidence.
EdgeView PropertyGraph::edge_view(EdgeKind kind, std::size_t row, PropertyScratch& scratch) const {
  const EdgeFacts facts = edge_facts(kind, row);
  rep_->edge_tables[static_cast<std::size_t>(kind)].read(static_cast<std::uint32_t>(row), *strings_, scratch);
  EdgeView edge;
  edge.kind = kind;
  edge.source_kind = rep_->kind_of(facts.source);
  edge.target_kind = rep_->kind_of(facts.target);
  edge.weight = facts.weight;
  edge.confidence = facts.confidence;
  edge.properties = scratch.values;
  edge.source_number = facts.source.value + 1;
  edge.target_number = facts.target.value + 1;
  return edge;
}

PropertyGraph PropertyGraph::from(const GraphSource& source) {
  PropertyGraph graph;
  std::unordered_map<std::uint32_t, NodeIndex> by_id;
  source.for_each_node([&](const NodeView& view) {
    const StringId id = graph.strings_->intern(view.id);
    by_id.emplace(id.value, graph.add_node(view.kind, id, graph.strings_->intern(view.label)));
    PropertyTable& table = graph.node_table(view.kind);
    for (std::size_t i = 0; i < view.properties.size(); ++i)
      table.write(i, table.rows() - 1, view.properties[i], *graph.strings_);
  });
  const auto node = [&](std::string_view id) { return by_id.at(graph.strings_->intern(id).value); };
  std::vector<std::uint32_t> rows;
  source.for_each_edge([&](const EdgeView& view) {
    rows.clear();
    const auto intern = [&](std::string_view text) { return graph.strings_->intern(text); };
    for (const auto& place : view.evidence)
      rows.push_back(graph.add_evidence({intern(place.document), place.page, place.first_line, place.last_line,
                                         intern(place.key), intern(place.text)}));
    graph.add_edge({view.kind, node(view.source), node(view.target), view.weight, view.confidence}, rows);
    PropertyTable& table = graph.edge_table(view.kind);
    for (std::size_t i = 0; i < view.properties.size(); ++i)
      table.write(i, table.rows() - 1, view.properties[i], *graph.strings_);
  });
  return graph;
}

}  // namespace scholargraph
