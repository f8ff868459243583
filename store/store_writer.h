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
#include "store/store_file.h"
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
  StoreWriter(StoreFile& file, const Corpus& corpus, const Resolution& resolution)
      : file_(file),
        corpus_(corpus),
        resolution_(resolution),
        places_(corpus),
        insert_document_(file.numbered_table("documents")),
        insert_place_(file.numbered_table("place")),
        node_of_entity_(resolution.entities.size(), 0) {}

  void write_documents();
  void write_places();
  void write_nodes(const GraphSource& graph);
  void write_edges(const GraphSource& graph);
  void write_mentions();
  void write_identifiers();
  void write_relations();
  void write_merges();
  void write_diagnostics();
  /// Writes what is buffered. Indexes are wanted only where this says so.
  void finish();
  [[nodiscard]] std::string indexes_sql() const;

 private:
  void insert_node(const NodeView& node);
  void insert_edge(const EdgeView& edge, const GraphSource& graph);
  void bind_properties(TableFile& table, int first, std::span<const PropertyValue> properties);
  void bind_evidence(TableFile& table, std::span<const EvidenceView> evidence);
  std::uint32_t place_of(const EvidenceView& evidence);
  void match_entity(const NodeView& node, std::int64_t number);
  std::int64_t node_number(std::uint32_t number, std::string_view id, const GraphSource& graph);
  [[nodiscard]] std::string_view text(StringId id) const {
    return id.valid() ? corpus_.strings.view(id) : std::string_view();
  }

  StoreFile& file_;
  const Corpus& corpus_;
  const Resolution& resolution_;
  PlaceTable places_;
  TableFile insert_document_;
  TableFile insert_place_;
  std::array<std::unique_ptr<TableFile>, kNodeKindCount> insert_node_;
  std::array<std::unique_ptr<TableFile>, kEdgeKindCount> insert_edge_;
  std::int64_t node_count_ = 0;
  StringPool ids_;  ///< node number = id of the string, from 1; filled when an edge comes without numbers
  std::vector<std::int64_t> node_of_entity_;
  std::size_t next_entity_ = 0;
  std::vector<std::string> scratch_;  ///< encoded lists of the row in hand
  std::vector<std::uint32_t> place_numbers_;
  std::string place_list_;
  std::string masked_;
};

}  // namespace scholargraph
