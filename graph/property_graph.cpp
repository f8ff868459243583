// SPDX-License-Identifier: Apache-2.0
#include "graph/property_graph.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "base/files.h"
#include "base/text.h"
#include "graph/edge_id.h"

namespace scholargraph {

namespace {

struct NodeRow {
  StringId id;
  StringId label;
  std::uint64_t hash = 0;
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
  std::array<std::string, kNodeKindCount> prefixes;
  std::vector<PropertyTable> node_tables = tables_of(all_node_infos());
  std::array<EdgeRows, kEdgeKindCount> edges;
  std::vector<PropertyTable> edge_tables = tables_of(all_edge_infos());
  std::vector<EvidenceRow> evidence;

  Rep() {
    for (const auto& info : all_node_infos()) prefixes[index(info.kind)] = to_lower(info.name) + ":";
  }
  static std::size_t index(NodeKind kind) { return static_cast<std::size_t>(kind); }

  [[nodiscard]] NodeKind kind_of(NodeIndex node) const {
    int kind = 0;
    while (node.value >= first[static_cast<std::size_t>(kind) + 1]) ++kind;
    return static_cast<NodeKind>(kind);
  }

  void append_id(std::string& out, NodeIndex node, NodeKind kind, const StringPool& strings) const {
    const NodeRow& row = nodes[node.value];
    if (row.id.valid())
      out += strings.view(row.id);
    else
      out.append(prefixes[index(kind)]).append(to_hex(row.hash));
  }
};

PropertyGraph::PropertyGraph()
    : own_strings_(std::make_unique<StringPool>()), strings_(own_strings_.get()), rep_(std::make_unique<Rep>()) {}
PropertyGraph::PropertyGraph(StringPool& strings) : strings_(&strings), rep_(std::make_unique<Rep>()) {}
PropertyGraph::PropertyGraph(PropertyGraph&&) noexcept = default;
PropertyGraph& PropertyGraph::operator=(PropertyGraph&&) noexcept = default;
PropertyGraph::~PropertyGraph() = default;

NodeIndex PropertyGraph::add_node(NodeKind kind, StringId id, std::uint64_t hash, StringId label) {
  const NodeIndex node(rep_->nodes.size());
  assert(rep_->nodes.empty() || rep_->kind_of(NodeIndex(node.value - 1)) <= kind);
  rep_->nodes.push_back({id, label, hash});
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

std::string PropertyGraph::node_id(NodeIndex node) const {
  std::string id;
  rep_->append_id(id, node, rep_->kind_of(node), *strings_);
  return id;
}

std::string_view PropertyGraph::node_label(NodeIndex node) const {
  return strings_->view(rep_->nodes[node.value].label);
}

std::optional<NodeIndex> PropertyGraph::find_node(std::string_view id) const {
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) {
    std::uint32_t low = rep_->first[kind];
    std::uint32_t high = rep_->first[kind + 1];
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      std::string key;
      rep_->append_id(key, NodeIndex(middle), static_cast<NodeKind>(kind), *strings_);
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

void PropertyGraph::for_each_node(const std::function<void(const NodeView&)>& visit) const {
  PropertyScratch scratch;
  std::string id;
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) {
    for (std::uint32_t i = rep_->first[kind]; i < rep_->first[kind + 1]; ++i) {
      const auto node_kind = static_cast<NodeKind>(kind);
      id.clear();
      rep_->append_id(id, NodeIndex(i), node_kind, *strings_);
      rep_->node_tables[kind].read(i - rep_->first[kind], *strings_, scratch);
      visit({node_kind, id, node_label(NodeIndex(i)), scratch.values});
    }
  }
}

namespace {

EvidenceView view_of(const EvidenceRow& place, const StringPool& strings) {
  const auto text = [&](StringId string) { return string.valid() ? strings.view(string) : std::string_view(); };
  return {text(place.document), place.page,       place.first_line, place.last_line,
          text(place.key),      text(place.text), place.corpus_row};
}

/// Enough for a visitor that has the corpus.
EvidenceView numbered_view_of(const EvidenceRow& place, const StringPool& strings) {
  if (place.corpus_row == 0) return view_of(place, strings);
  EvidenceView view;
  view.corpus_row = place.corpus_row;
  return view;
}

}  // namespace

void PropertyGraph::for_each_edge(const std::function<void(const EdgeView&)>& visit) const {
  PropertyScratch scratch;
  std::vector<EvidenceView> evidence;
  std::string source;
  std::string target;
  std::string id;
  for (const EdgeInfo& info : all_edge_infos()) {
    for (std::size_t row = 0; row < edge_count(info.kind); ++row) {
      EdgeView edge = edge_view(info.kind, row, scratch);
      source.clear();
      target.clear();
      rep_->append_id(source, NodeIndex(edge.source_number - 1), edge.source_kind, *strings_);
      rep_->append_id(target, NodeIndex(edge.target_number - 1), edge.target_kind, *strings_);
      make_edge_id(id, info.kind, source, target);
      edge.id = id;
      edge.source = source;
      edge.target = target;
      evidence.clear();
      for (const std::uint32_t place : evidence_of(info.kind, row))
        evidence.push_back(view_of(rep_->evidence[place], *strings_));
      edge.evidence = evidence;
      visit(edge);
    }
  }
}

void PropertyGraph::for_each_numbered_edge(const std::function<void(const EdgeView&)>& visit) const {
  PropertyScratch scratch;
  std::vector<EvidenceView> evidence;
  for (const EdgeInfo& info : all_edge_infos()) {
    for (std::size_t row = 0; row < edge_count(info.kind); ++row) {
      EdgeView edge = edge_view(info.kind, row, scratch);
      evidence.clear();
      for (const std::uint32_t place : evidence_of(info.kind, row))
        evidence.push_back(numbered_view_of(rep_->evidence[place], *strings_));
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
    by_id.emplace(id.value, graph.add_node(view.kind, id, 0, graph.strings_->intern(view.label)));
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
