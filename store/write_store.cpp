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
#include "store/sqlite.h"
#include "store/store_writer.h"

namespace scholargraph {

namespace {

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

StoreSize write_store(const std::filesystem::path& path, bool overwrite, const Corpus& corpus,
                      const Resolution& resolution, const GraphSource& graph, int jobs) {
  if (overwrite) check_replaceable(path);
  AtomicFile file(path, overwrite);
  const std::filesystem::path& temporary = file.temporary_path();
  create_store(temporary, path.string());
  std::string indexes;
  StoreSize size;
  {
    StoreFile pages(temporary, path.string());
    StoreTables tables(pages);
    StoreWriter(tables, corpus, resolution, graph).write(jobs);
    tables.finish();
    pages.finish();
    indexes = tables.indexes_sql();
    for (const TableFile& table : tables.nodes) size.nodes += table.rows();
    for (const TableFile& table : tables.edges) size.edges += table.rows();
  }
  finish_store(temporary, path.string(), indexes);
  sync_file(file.temporary_path(), path.string());
  file.commit();
  return size;
}

}  // namespace scholargraph
