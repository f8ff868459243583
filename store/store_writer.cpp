// SPDX-License-Identifier: Apache-2.0
#include "store/store_writer.h"

#include <algorithm>
#include <optional>

#include "base/interrupt.h"
#include "base/ordered_parallel.h"

namespace scholargraph {

namespace {

constexpr std::size_t kStepRows = 8192;
constexpr std::size_t kStepsPerJob = 4;

/// Above this many rows an index costs more at each build than it saves at a query: a scan of so many small rows
/// takes a fraction of a second.
constexpr std::uint64_t kIndexedRows = 100'000;

}  // namespace

StoreTables::StoreTables(StoreFile& file)
    : documents(file.numbered_table("documents")),
      place(file.numbered_table("place")),
      text(file.numbered_table("text")),
      parts(file.numbered_table("parts")),
      mention(file.numbered_table("mention")),
      identifier(file.table("identifier")),
      paper_status(file.table("paper_status")),
      paper_type(file.table("paper_type")),
      stated_same(file.table("stated_same")),
      relation(file.table("relation")),
      reason(file.numbered_table("reason")),
      merge(file.table("merge")),
      diagnostics(file.table("diagnostics")) {
  for (const NodeInfo& info : all_node_infos()) nodes.push_back(file.numbered_table(node_table(info)));
  for (const EdgeInfo& info : all_edge_infos()) edges.push_back(file.table(edge_table(info)));
}

void StoreTables::finish() {
  for (TableFile* table : {&documents, &place, &text, &parts, &mention, &identifier, &paper_status, &paper_type,
                           &stated_same, &relation, &reason, &merge, &diagnostics})
    table->finish();
  for (TableFile& table : nodes) table.finish();
  for (TableFile& table : edges) table.finish();
}

std::string StoreTables::indexes_sql() const {
  std::string sql;
  for (const NodeInfo& info : all_node_infos())
    if (nodes[static_cast<std::size_t>(info.kind)].rows() <= kIndexedRows) sql += node_index_sql(info);
  for (const EdgeInfo& info : all_edge_infos())
    if (edges[static_cast<std::size_t>(info.kind)].rows() <= kIndexedRows) sql += edge_index_sql(info);
  if (mention.rows() <= kIndexedRows) sql += "CREATE INDEX mention_node ON mention(node);\n";
  return sql;
}

RecordBatch& RowSet::of(TableFile& table) {
  const auto found = std::find_if(batches_.begin(), batches_.end(), [&](const auto& one) { return one.first == &table; });
  if (found != batches_.end()) return found->second;
  return batches_.emplace_back(&table, RecordBatch(table.numbered())).second;
}

void RowSet::append_all() const {
  for (const auto& [table, batch] : batches_) table->append(batch);
}

void StoreWriter::add_steps(TableFile& table, std::size_t rows, Fill fill) {
  for (std::size_t first = 0; first < rows; first += kStepRows)
    steps_.emplace_back([&table, first, last = std::min(first + kStepRows, rows), fill](RowSet& set) {
      fill(first, last, set.of(table));
    });
}

void StoreWriter::write(int jobs) {
  add_document_steps();
  if (!add_graph_steps()) jobs = 1;
  add_text_steps();
  add_mention_steps();
  add_relation_steps();
  std::size_t next = 0;
  const auto produce = [&]() -> std::optional<std::size_t> {
    throw_if_interrupted();
    if (next == steps_.size()) return std::nullopt;
    return next++;
  };
  const auto work = [&](std::size_t step) {
    RowSet rows;
    steps_[step](rows);
    return rows;
  };
  ordered_parallel<std::size_t, RowSet>(jobs, kStepsPerJob * static_cast<std::size_t>(jobs), produce, work,
                                        [](RowSet&& rows) { rows.append_all(); });
}

}  // namespace scholargraph
