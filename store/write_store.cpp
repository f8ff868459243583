// SPDX-License-Identifier: Apache-2.0
// One pass over the graph and the corpus into a fresh file: tables first, then rows through prepared statements in one
// transaction, then indexes and views.
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/files.h"
#include "store/file_check.h"
#include "store/store_writer.h"

namespace scholargraph {

void StoreWriter::write_meta() {
  Statement insert(database_, "INSERT INTO meta VALUES (?,?)");
  const std::string version = std::to_string(kStoreVersion);
  insert.bind(0, "store_version").bind(1, version).insert();
  insert.bind(0, "program").bind(1, "scholargraph " SCHOLARGRAPH_VERSION).insert();
}

namespace {

/// Above this many rows an index costs more at each build than it saves at a query: a scan of so many small rows
/// takes a second or two.
constexpr std::uint64_t kIndexedRows = 2'000'000;

}  // namespace

void StoreWriter::write_indexes() {
  for (const NodeInfo& info : all_node_infos())
    if (node_counts_[static_cast<std::size_t>(info.kind)] <= kIndexedRows) database_.run(node_index_sql(info));
  for (const EdgeInfo& info : all_edge_infos())
    if (edge_counts_[static_cast<std::size_t>(info.kind)] <= kIndexedRows) database_.run(edge_index_sql(info));
  if (corpus_.mentions.size() <= kIndexedRows) database_.run("CREATE INDEX mention_node ON mention(node)");
}

namespace {

void write_all(StoreWriter& writer, const GraphSource& graph) {
  writer.write_meta();
  writer.write_documents();
  writer.write_places();
  writer.write_nodes(graph);
  writer.write_edges(graph);
  writer.write_mentions();
  writer.write_identifiers();
  writer.write_relations();
  writer.write_merges();
  writer.write_diagnostics();
  writer.write_indexes();
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
  Database database(file.temporary_path(), path.string(), OpenMode::kBulkWrite);
  database.run("BEGIN");
  database.run("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.run("PRAGMA user_version=" + std::to_string(kStoreVersion));
  database.run(create_tables_sql());
  {
    StoreWriter writer(database, corpus, resolution);
    write_all(writer, graph);
  }
  database.run(create_views_sql());
  database.run("COMMIT");
  database.close();
  sync_file(file.temporary_path(), path.string());
  file.commit();
}

}  // namespace scholargraph
