// SPDX-License-Identifier: Apache-2.0
// Nodes and edges of the graph.
#include "base/error.h"
#include "store/contact.h"
#include "store/store_writer.h"
#include "store/text_list.h"

namespace scholargraph {

namespace {

void bind_properties(RecordBatch& rows, int first, std::span<const PropertyValue> properties) {
  std::string encoded;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    const int column = first + static_cast<int>(i);
    const PropertyValue& value = properties[i];
    if (const auto* string = std::get_if<std::string_view>(&value)) {
      rows.bind(column, *string);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      rows.bind(column, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
      rows.bind(column, *real);
    } else if (const auto* boolean = std::get_if<bool>(&value)) {
      rows.bind(column, std::int64_t{*boolean});
    } else if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) {
      encode_text_list(*list, encoded);
      rows.bind(column, encoded);
    } else {
      rows.bind_null(column);
    }
  }
}

}  // namespace

bool StoreWriter::add_graph_steps() {
  const std::vector<GraphRun> runs = graph_.runs();
  if (runs.empty()) add_whole_graph();
  for (const GraphRun& run : runs) {
    if (run.edges)
      steps_.emplace_back([this, run](RowSet& rows) {
        graph_.for_each_edge_of(run, [&](const EdgeView& edge) { fill_edge(edge, rows); });
      });
    else
      steps_.emplace_back([this, run](RowSet& rows) {
        std::int64_t number = run.first;
        graph_.for_each_node_of(run, [&](const NodeView& node) { fill_node(node, number++, rows); });
      });
  }
  return !runs.empty();
}

void StoreWriter::add_whole_graph() {
  steps_.emplace_back([this](RowSet& rows) {
    node_of_entity_.assign(resolution_.entities.size(), 0);
    std::int64_t number = 0;
    graph_.for_each_node([&](const NodeView& node) {
      fill_node(node, ++number, rows);
      match_entity(node, number);
    });
  });
  steps_.emplace_back([this](RowSet& rows) {
    graph_.for_each_edge([&](const EdgeView& edge) { fill_edge(edge, rows); });
  });
}

void StoreWriter::fill_node(const NodeView& node, std::int64_t number, RowSet& rows) {
  RecordBatch& table = rows.of(tables_.nodes[static_cast<std::size_t>(node.kind)]);
  table.bind(0, number).bind(1, node.id).bind(2, node.label);
  const auto* name = std::get_if<std::string_view>(&node.properties[0]);
  const bool labelled = name != nullptr && *name == node.label;
  if (labelled) table.bind_null(kFirstNodeProperty);
  bind_properties(table, kFirstNodeProperty + (labelled ? 1 : 0), node.properties.subspan(labelled ? 1 : 0));
  table.insert();
}

void StoreWriter::match_entity(const NodeView& node, std::int64_t number) {
  for (; next_entity_ < resolution_.entities.size(); ++next_entity_) {
    const Entity& entity = resolution_.entities[next_entity_];
    const std::string key = entity_key(corpus_, resolution_, EntityId(next_entity_));
    if (entity.kind > node.kind || (entity.kind == node.kind && key > node.id)) return;
    if (entity.kind == node.kind && key == node.id) node_of_entity_[next_entity_] = number;
  }
}

void StoreWriter::fill_edge(const EdgeView& edge, RowSet& rows) {
  RecordBatch& table = rows.of(tables_.edges[static_cast<std::size_t>(edge.kind)]);
  table.bind(0, node_number(edge.source_number, edge.source)).bind(1, node_number(edge.target_number, edge.target));
  table.bind(2, edge.weight).bind(3, edge.confidence);
  fill_evidence(table, edge.evidence, rows);
  bind_properties(table, kFirstEdgeProperty, edge.properties);
  table.insert();
}

std::int64_t StoreWriter::node_number(std::uint32_t number, std::string_view id) {
  if (number != 0) return number;
  if (ids_.size() == 1) graph_.for_each_node([&](const NodeView& node) { ids_.intern(node.id); });
  const StringId found = ids_.find(id);
  if (!found.valid() || found.value == 0)
    throw Error(ExitCode::kOutputFailed, "the graph has an edge to the node " + std::string(id) + ", which it lacks");
  return found.value;
}

void StoreWriter::fill_evidence(RecordBatch& table, std::span<const EvidenceView> evidence, RowSet& rows) {
  constexpr int kColumn = 4;
  if (evidence.empty()) {
    table.bind_null(kColumn);
  } else if (evidence.size() == 1) {
    table.bind(kColumn, std::int64_t{place_of(evidence[0], rows)});
  } else {
    std::vector<std::uint32_t> numbers;
    for (const EvidenceView& one : evidence) numbers.push_back(place_of(one, rows));
    std::string list;
    encode_number_list(numbers, list);
    table.bind(kColumn, list);
  }
}

/// A place that the corpus lacks becomes a row of its own.
std::uint32_t StoreWriter::place_of(const EvidenceView& evidence, RowSet& rows) {
  if (evidence.corpus_row != 0) return evidence.corpus_row;
  const PlaceTable::Found found = places_.find_or_add(evidence);
  if (found.document_added) {
    RecordBatch& table = rows.of(tables_.documents);
    table.bind(0, std::int64_t{found.document}).bind(1, evidence.document);
    for (int column = 2; column < 16; ++column) table.bind_null(column);
    table.insert();
  }
  if (found.added) {
    std::string masked;
    RecordBatch& table = rows.of(tables_.place);
    table.bind(0, std::int64_t{found.place}).bind(1, std::int64_t{found.document});
    table.bind_number_or_null(2, evidence.page).bind_number_or_null(3, evidence.first_line);
    table.bind_number_or_null(4, evidence.last_line).bind_text_or_null(5, evidence.key);
    table.bind_text_or_null(6, mask_contacts(evidence.text, masked)).insert();
  }
  return found.place;
}

}  // namespace scholargraph
