// SPDX-License-Identifier: Apache-2.0
// Nodes and edges of the graph.
#include "base/error.h"
#include "store/contact.h"
#include "store/store_writer.h"
#include "store/text_list.h"

namespace scholargraph {

void StoreWriter::write_nodes(const GraphSource& graph) {
  graph.for_each_node([&](const NodeView& node) { insert_node(node); });
}

void StoreWriter::insert_node(const NodeView& node) {
  const auto kind = static_cast<std::size_t>(node.kind);
  if (!insert_node_[kind])
    insert_node_[kind] = std::make_unique<TableFile>(file_.numbered_table(node_table(node_info(node.kind))));
  const std::int64_t number = ++node_count_;
  TableFile& insert = *insert_node_[kind];
  insert.bind(0, number).bind(1, node.id).bind(2, node.label);
  bind_properties(insert, kFirstNodeProperty, node.properties);
  insert.insert();
  match_entity(node, number);
}

void StoreWriter::match_entity(const NodeView& node, std::int64_t number) {
  for (; next_entity_ < resolution_.entities.size(); ++next_entity_) {
    const Entity& entity = resolution_.entities[next_entity_];
    const std::string key = entity_key(resolution_, EntityId(next_entity_));
    if (entity.kind > node.kind || (entity.kind == node.kind && key > node.id)) return;
    if (entity.kind == node.kind && key == node.id) node_of_entity_[next_entity_] = number;
  }
}

void StoreWriter::bind_properties(TableFile& table, int first, std::span<const PropertyValue> properties) {
  if (scratch_.size() < properties.size()) scratch_.resize(properties.size());
  for (std::size_t i = 0; i < properties.size(); ++i) {
    const int column = first + static_cast<int>(i);
    const PropertyValue& value = properties[i];
    if (const auto* string = std::get_if<std::string_view>(&value)) {
      table.bind(column, *string);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      table.bind(column, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
      table.bind(column, *real);
    } else if (const auto* boolean = std::get_if<bool>(&value)) {
      table.bind(column, std::int64_t{*boolean});
    } else if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) {
      encode_text_list(*list, scratch_[i]);
      table.bind(column, scratch_[i]);
    } else {
      table.bind_null(column);
    }
  }
}

void StoreWriter::write_edges(const GraphSource& graph) {
  graph.for_each_numbered_edge([&](const EdgeView& edge) { insert_edge(edge, graph); });
}

void StoreWriter::insert_edge(const EdgeView& edge, const GraphSource& graph) {
  const auto kind = static_cast<std::size_t>(edge.kind);
  if (!insert_edge_[kind])
    insert_edge_[kind] = std::make_unique<TableFile>(file_.table(edge_table(edge_info(edge.kind))));
  TableFile& insert = *insert_edge_[kind];
  insert.bind(0, node_number(edge.source_number, edge.source, graph));
  insert.bind(1, node_number(edge.target_number, edge.target, graph));
  insert.bind(2, edge.weight).bind(3, edge.confidence);
  bind_evidence(insert, edge.evidence);
  bind_properties(insert, kFirstEdgeProperty, edge.properties);
  insert.insert();
}

std::int64_t StoreWriter::node_number(std::uint32_t number, std::string_view id, const GraphSource& graph) {
  if (number != 0) return number;
  if (ids_.size() == 1) graph.for_each_node([&](const NodeView& node) { ids_.intern(node.id); });
  const StringId found = ids_.find(id);
  if (!found.valid() || found.value == 0)
    throw Error(ExitCode::kOutputFailed, "the graph has an edge to the node " + std::string(id) + ", which it lacks");
  return found.value;
}

void StoreWriter::bind_evidence(TableFile& table, std::span<const EvidenceView> evidence) {
  constexpr int kColumn = 4;
  if (evidence.empty()) {
    table.bind_null(kColumn);
  } else if (evidence.size() == 1) {
    table.bind(kColumn, std::int64_t{place_of(evidence[0])});
  } else {
    place_numbers_.clear();
    for (const EvidenceView& one : evidence) place_numbers_.push_back(place_of(one));
    encode_number_list(place_numbers_, place_list_);
    table.bind(kColumn, place_list_);
  }
}

std::uint32_t StoreWriter::place_of(const EvidenceView& evidence) {
  const PlaceTable::Found found = places_.find_or_add(evidence);
  if (found.document_added) {
    insert_document_.bind(0, std::int64_t{found.document}).bind(1, evidence.document);
    for (int column = 2; column < 16; ++column) insert_document_.bind_null(column);
    insert_document_.insert();
  }
  if (found.added) {
    insert_place_.bind(0, std::int64_t{found.place}).bind(1, std::int64_t{found.document});
    insert_place_.bind_number_or_null(2, evidence.page).bind_number_or_null(3, evidence.first_line);
    insert_place_.bind_number_or_null(4, evidence.last_line).bind_text_or_null(5, evidence.key);
    insert_place_.bind_text_or_null(6, mask_contacts(evidence.text, masked_)).insert();
  }
  return found.place;
}

}  // namespace scholargraph
