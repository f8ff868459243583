// SPDX-License-Identifier: Apache-2.0
// Fills the tables of a fresh store. Rows of nodes and edges are numbered in the order of the stream, which is the
// order every export wants, so that reading back is a plain scan. Edges hold integers only: the numbers of their ends
// and of their places.
// The work is cut into steps of some thousand rows. Threads make the records of the steps; one appends them to the
// tables in the order of the steps, so that the file has the same bytes whatever the number of threads.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "graph/graph_stream.h"
#include "store/places.h"
#include "store/store.h"
#include "store/store_file.h"
#include "store/tables.h"

namespace scholargraph {

/// Rows count from 1; 0 for an invalid id.
template <class Tag>
std::int64_t row_of(StrongId<Tag> id) {
  return id.valid() ? std::int64_t{id.value} + 1 : 0;
}

/// The tables of a store.
struct StoreTables {
  explicit StoreTables(StoreFile& file);
  void finish();
  /// Indexes are wanted only on small tables.
  [[nodiscard]] std::string indexes_sql() const;

  TableFile documents, place, text, parts, mention, identifier, paper_status, paper_type, stated_same, relation;
  TableFile reason, merge, diagnostics;
  std::vector<TableFile> nodes;  ///< by kind
  std::vector<TableFile> edges;  ///< by kind
};

/// The rows of one step, by table.
class RowSet {
 public:
  RecordBatch& of(TableFile& table);
  void append_all() const;

 private:
  std::deque<std::pair<TableFile*, RecordBatch>> batches_;  ///< a deque, since of() hands out references
};

class StoreWriter {
 public:
  StoreWriter(StoreTables& tables, const Corpus& corpus, const Resolution& resolution, const GraphSource& graph)
      : tables_(tables), corpus_(corpus), resolution_(resolution), graph_(graph), places_(corpus) {}

  /// Appends every row. Throws Error(kInterrupted).
  void write(int jobs);

 private:
  using Step = std::function<void(RowSet&)>;
  /// Makes the rows from `first` up to, not including, `last`.
  using Fill = std::function<void(std::size_t first, std::size_t last, RecordBatch&)>;

  void add_steps(TableFile& table, std::size_t rows, Fill fill);
  void add_document_steps();
  /// False when the steps must run one after the other.
  bool add_graph_steps();
  void add_whole_graph();
  void add_text_steps();
  void add_mention_steps();
  void add_relation_steps();
  void add_merge_steps();

  void fill_mentions(std::size_t first, std::size_t last, RecordBatch& rows) const;
  void fill_relations(std::size_t first, std::size_t last, RecordBatch& rows) const;
  void fill_node(const NodeView& node, std::int64_t number, RowSet& rows);
  void fill_edge(const EdgeView& edge, RowSet& rows);
  void fill_evidence(RecordBatch& table, std::span<const EvidenceView> evidence, RowSet& rows);
  std::uint32_t place_of(const EvidenceView& evidence, RowSet& rows);
  void match_entity(const NodeView& node, std::int64_t number);
  [[nodiscard]] std::int64_t node_of(EntityId entity) const;
  void keep_texts();
  std::int64_t node_number(std::uint32_t number, std::string_view id);
  [[nodiscard]] std::string_view text(StringId id) const {
    return id.valid() ? corpus_.strings.view(id) : std::string_view();
  }

  StoreTables& tables_;
  const Corpus& corpus_;
  const Resolution& resolution_;
  const GraphSource& graph_;
  std::vector<Step> steps_;
  std::vector<bool> in_text_table_;  ///< by StringId

  // Only for graphs that cannot be cut into runs; their steps run one after the other.
  PlaceTable places_;
  StringPool ids_;                            ///< node number = id of the string, from 1; filled at the first edge
  std::vector<std::int64_t> node_of_entity_;  ///< empty when nodes are numbered like entities
  std::size_t next_entity_ = 0;
};

}  // namespace scholargraph
