// SPDX-License-Identifier: Apache-2.0
// Fills the tables of a fresh store. Rows of nodes and edges are numbered in the order of the stream, which is the
// order every export wants, so that reading back is a plain scan. Edges hold integers only: the numbers of their ends
// and of their places.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "store/places.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/tables.h"

namespace scholargraph {

/// Rows count from 1; 0 for an invalid id.
template <class Tag>
std::int64_t row_of(StrongId<Tag> id) {
  return id.valid() ? std::int64_t{id.value} + 1 : 0;
}

/// The calls come in the order of their declaration.
class StoreWriter {
 public:
  StoreWriter(Database& database, const Corpus& corpus, const Resolution& resolution)
      : database_(database),
        corpus_(corpus),
        resolution_(resolution),
        places_(corpus),
        insert_document_(database, "INSERT INTO documents VALUES (?,?,?,?,?,?,?)"),
        insert_place_(database, "INSERT INTO place VALUES (?,?,?,?,?,?,?)"),
        node_of_entity_(resolution.entities.size(), 0) {}

  void write_meta();
  void write_documents();
  void write_places();
  void write_nodes(const GraphSource& graph);
  void write_edges(const GraphSource& graph);
  void write_mentions();
  void write_identifiers();
  void write_relations();
  void write_merges();
  void write_diagnostics();
  void write_indexes();

 private:
  void insert_node(const NodeView& node);
  void insert_edge(const EdgeView& edge);
  void bind_properties(Statement& statement, int first, std::span<const PropertyValue> properties);
  void bind_evidence(Statement& statement, std::span<const EvidenceView> evidence);
  std::uint32_t place_of(const EvidenceView& evidence);
  void match_entity(const NodeView& node, std::int64_t number);
  [[nodiscard]] std::int64_t node_number(std::string_view id) const;
  [[nodiscard]] std::string_view text(StringId id) const {
    return id.valid() ? corpus_.strings.view(id) : std::string_view();
  }

  Database& database_;
  const Corpus& corpus_;
  const Resolution& resolution_;
  PlaceTable places_;
  Statement insert_document_;
  Statement insert_place_;
  std::array<std::unique_ptr<Statement>, kNodeKindCount> insert_node_;
  std::array<std::unique_ptr<Statement>, kEdgeKindCount> insert_edge_;
  std::array<std::uint64_t, kNodeKindCount> node_counts_{};
  std::array<std::uint64_t, kEdgeKindCount> edge_counts_{};
  StringPool ids_;  ///< node number = id of the string, from 1
  std::vector<std::int64_t> node_of_entity_;
  std::size_t next_entity_ = 0;
  std::vector<std::string> scratch_;  ///< encoded lists of the row in hand
  std::vector<std::uint32_t> place_numbers_;
  std::string place_list_;
  std::string masked_;
};

}  // namespace scholargraph
