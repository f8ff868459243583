// SPDX-License-Identifier: Apache-2.0
// One pass over the graph and the corpus into a fresh file: SQLite makes the tables, TableFile fills them, SQLite adds
// indexes and views.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/files.h"
#include "store/file_check.h"
#include "store/store_writer.h"

namespace scholargraph {

namespace {

/// Above this many rows an index costs more at each build than it saves at a query: a scan of so many small rows
/// takes a fraction of a second.
constexpr std::uint64_t kIndexedRows = 200'000;

bool worth_an_index(const TableFile* table) { return table == nullptr || table->rows() <= kIndexedRows; }

}  // namespace

void StoreWriter::finish() {
  insert_document_.finish();
  insert_place_.finish();
  for (const auto& table : insert_node_)
    if (table) table->finish();
  for (const auto& table : insert_edge_)
    if (table) table->finish();
}

std::string StoreWriter::indexes_sql() const {
  std::string sql;
  for (const NodeInfo& info : all_node_infos())
    if (worth_an_index(insert_node_[static_cast<std::size_t>(info.kind)].get())) sql += node_index_sql(info);
  for (const EdgeInfo& info : all_edge_infos())
    if (worth_an_index(insert_edge_[static_cast<std::size_t>(info.kind)].get())) sql += edge_index_sql(info);
  if (corpus_.mentions.size() <= kIndexedRows) sql += "CREATE INDEX mention_node ON mention(node);\n";
  return sql;
}

namespace {

void write_all(StoreWriter& writer, const GraphSource& graph) {
  writer.write_documents();
  writer.write_places();
  writer.write_nodes(graph);
  writer.write_edges(graph);
  writer.write_mentions();
  writer.write_identifiers();
  writer.write_relations();
  writer.write_merges();
  writer.write_diagnostics();
  writer.finish();
}

/// An empty store with all its tables.
void create_store(const std::filesystem::path& file, const std::string& name) {
  Database database(file, name, OpenMode::kBulkWrite);
  database.run("BEGIN");
  database.run("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.run("PRAGMA user_version=" + std::to_string(kStoreVersion));
  database.run(create_tables_sql());
  {
    Statement insert(database, "INSERT INTO meta VALUES (?,?)");
    const std::string version = std::to_string(kStoreVersion);
    insert.bind(0, "store_version").bind(1, version).insert();
    insert.bind(0, "program").bind(1, "scholargraph " SCHOLARGRAPH_VERSION).insert();
  }
  database.run("COMMIT");
  database.close();
}

void finish_store(const std::filesystem::path& file, const std::string& name, const std::string& indexes) {
  Database database(file, name, OpenMode::kBulkWrite);
  database.run("BEGIN");
  database.run(indexes);
  database.run(create_views_sql());
  database.run("COMMIT");
  database.close();
}

/// The bytes must be on the disk before the name points to them.
void sync_file(const std::filesystem::path& file, const std::string& name) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool ok = descriptor >= 0 && fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!ok) throw Error(ExitCode::kOutputFailed, name + ": cannot be written: " + std::strerror(error));
}

}  // namespace

void write_store(const std::filesystem::path& path, bool overwrite, const Corpus& corpus, const Resolution& resolution,
                 const GraphSource& graph) {
  if (overwrite) check_replaceable(path);
  AtomicFile file(path, overwrite);
  const std::filesystem::path& temporary = file.temporary_path();
  create_store(temporary, path.string());
  std::string indexes;
  {
    StoreFile tables(temporary, path.string());
    StoreWriter writer(tables, corpus, resolution);
    write_all(writer, graph);
    tables.finish();
    indexes = writer.indexes_sql();
  }
  finish_store(temporary, path.string(), indexes);
  sync_file(file.temporary_path(), path.string());
  file.commit();
}

}  // namespace scholargraph
