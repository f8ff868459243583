// SPDX-License-Identifier: Apache-2.0
#include "store/store.h"

#include "base/error.h"
#include "catch.h"
#include "store/sqlite.h"
#include "support/fake_graph.h"
#include "support/hardship.h"
#include "support/temp_folder.h"

namespace scholargraph {
namespace {

void store(const std::filesystem::path& path, const GraphSource& graph, bool overwrite = false) {
  write_store(path, overwrite, Corpus(), Resolution(), graph);
}

struct Failure {
  std::string message;
  std::string hint;
  ExitCode code = ExitCode::kOk;
};

template <class Action>
Failure failure_of(Action action) {
  try {
    action();
  } catch (const Error& error) {
    return {error.what(), error.hint(), error.code()};
  }
  return {};
}

std::string first_text(const std::filesystem::path& path, const std::string& sql) {
  Database database(path, path.string(), OpenMode::kRead);
  Statement row(database, sql);
  return row.step() ? std::string(row.text(0)) : "no row";
}

TEST_CASE("a graph comes back as it was stored") {
  const TempFolder folder;
  for (const FakeGraph& graph : {small_graph(), nasty_graph()}) {
    const auto path = folder / "graph.db";
    store(path, graph, true);
    const StoredGraph stored(path);
    CHECK(dump(stored) == dump(graph));
    CHECK(dump(stored) == dump(graph));  // a second pass sees the same
  }
}

TEST_CASE("the same graph gives the same bytes") {
  const TempFolder folder;
  store(folder / "a.db", small_graph());
  store(folder / "b.db", small_graph());
  CHECK(slurp(folder / "a.db") == slurp(folder / "b.db"));
}

TEST_CASE("files that are no store are refused") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  const std::string name = path.string();

  Failure missing = failure_of([&] { StoredGraph graph(path); });
  CHECK(missing.message == name + ": cannot be read: No such file or directory");
  CHECK(missing.code == ExitCode::kNothingReadable);

  for (const std::string& bytes : {std::string(), std::string("hello"), std::string(5000, 'x')}) {
    spit(path, bytes);
    const Failure foreign = failure_of([&] { StoredGraph graph(path); });
    CHECK(foreign.message == name + ": is not a scholargraph store");
    CHECK(foreign.hint == "give the file that `scholargraph build` wrote");
  }

  std::filesystem::remove(path);
  {
    Database other(path, name, OpenMode::kBulkWrite);
    other.run("CREATE TABLE t (x)");
  }
  const Failure other = failure_of([&] { StoredGraph graph(path); });
  CHECK(other.message == name + ": is not a scholargraph store but another program's SQLite file");
}

TEST_CASE("a store of another version is refused") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const auto set_version = [&](const std::string& version) {
    Database(path, path.string(), OpenMode::kBulkWrite).run("PRAGMA user_version=" + version);
  };
  set_version("7");
  const Failure newer = failure_of([&] { StoredGraph graph(path); });
  CHECK(newer.message ==
        path.string() + ": was written by a newer scholargraph (store version 7, this program reads 2)");
  CHECK(newer.hint == "update scholargraph, or build the store again with this one");
  CHECK(newer.code == ExitCode::kNothingReadable);
  set_version("1");
  const Failure older = failure_of([&] { StoredGraph graph(path); });
  CHECK(older.message ==
        path.string() + ": was written by an older scholargraph (store version 1, this program reads 2)");
  CHECK(older.hint == "build the store again with this program");
}

TEST_CASE("overwriting is asked for, and never hits a foreign file") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const Failure exists = failure_of([&] { store(path, small_graph()); });
  CHECK(exists.message == path.string() + ": already exists");
  CHECK(exists.hint == "add --overwrite to replace it");
  store(path, small_graph(), true);

  spit(folder / "cv.md", "# Ada Kowalska");
  const Failure foreign = failure_of([&] { store(folder / "cv.md", small_graph(), true); });
  CHECK(foreign.message == (folder / "cv.md").string() + ": is not a scholargraph store and is not overwritten");
  CHECK(slurp(folder / "cv.md") == "# Ada Kowalska");
}

TEST_CASE("a failed write leaves the old store whole and nothing else") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  const FakeGraph graph = small_graph();
  store(path, graph);
  const std::string before = slurp(path);
  const DisturbedGraph interrupted(graph, [] { throw Error(ExitCode::kInterrupted, "interrupted"); });
  CHECK(failure_of([&] { store(path, interrupted, true); }).message == "interrupted");
  CHECK(slurp(path) == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a full disk leaves the old store whole and nothing else") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const std::string before = slurp(path);
  Failure failure;
  {
    const FullDisk disk(64 * 1024);
    failure = failure_of([&] { store(path, nasty_graph(), true); });
  }
  CHECK(failure.code == ExitCode::kOutputFailed);
  CHECK(failure.message == path.string() + ": cannot be written: disk I/O error");
  CHECK(slurp(path) == before);
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("kill -9 leaves the old store whole") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  const FakeGraph graph = small_graph();
  store(path, graph);
  const std::string before = slurp(path);
  const DisturbedGraph killer(graph, [] { raise(SIGKILL); });
  CHECK(killed_while([&] { store(path, killer, true); }));
  CHECK(slurp(path) == before);
  CHECK(dump(StoredGraph(path)) == dump(graph));
}

TEST_CASE("an edge to a node that is not there is an error") {
  const TempFolder folder;
  class Dangling final : public GraphSource {
    void for_each_node(const std::function<void(const NodeView&)>&) const override {}
    void for_each_edge(const std::function<void(const EdgeView&)>& visit) const override {
      EdgeView edge;
      edge.source = "person:1";
      edge.target = "paper:1";
      const std::vector<PropertyValue> values(2);
      edge.properties = values;
      visit(edge);
    }
  };
  CHECK(failure_of([&] { store(folder / "graph.db", Dangling()); }).message ==
        "the graph has an edge to the node person:1, which it lacks");
}

TEST_CASE("views answer in sqlite3") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const std::vector<std::pair<std::string, std::string>> table = {
      {"SELECT group_concat(label, '; ') FROM people", "Ada Kowalska; Bo Lindqvist"},
      {"SELECT year FROM papers WHERE id = 'doi:10.1/x'", "2021"},
      {"SELECT kind FROM nodes WHERE id = 'venue:01'", "Venue"},
      {"SELECT source_label || ' > ' || target_label FROM edges WHERE kind = 'ADVISED'", "Bo Lindqvist > Ada Kowalska"},
      {"SELECT \"present\" || \"start\" FROM advised", "12019"},
      {"SELECT group_concat(document || ':' || coalesce(first_line, key), ', ') FROM evidence WHERE edge = "
       "'AUTHORED|orcid:0000-0001|doi:10.1/x'",
       "cv \"a\".md:12, papers.bib:kowalska21"},
      {"SELECT text FROM evidence WHERE kind = 'ADVISED' AND page = 2", "advised by B. Lindqvist"},
      {"SELECT value FROM people, json_each(people.variants) LIMIT 1", "A. Kowalska"},
      {"SELECT count(*) FROM place", "3"},
      {"SELECT value FROM meta WHERE name = 'store_version'", "2"},
      {"PRAGMA integrity_check", "ok"},
  };
  for (const auto& [sql, expected] : table) {
    INFO(sql);
    CHECK(first_text(path, sql) == expected);
  }
}

TEST_CASE("nodes are found by id, printed form and word starts") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const StoredGraph graph(path);
  const std::vector<std::pair<std::string, std::string>> table = {
      {"person:02", "person:02"},
      {"ADA KOWALSKA", "orcid:0000-0001"},
      {"kowalska ada", "orcid:0000-0001"},
      {"a. kowalska", "orcid:0000-0001"},
      {"lind", "person:02"},
      {"tess univ", "institution:01"},
      {"on infocom graphs", "doi:10.1/x"},
      {"infocom", "doi:10.1/x venue:01"},
      {"zzz", ""},
      {"", ""},
  };
  for (const auto& [query, expected] : table) {
    std::string ids;
    for (const NodeSummary& node : graph.find(query)) ids += (ids.empty() ? "" : " ") + node.id;
    INFO(query);
    CHECK(ids == expected);
  }
  CHECK(graph.find("infocom", 1).size() == 1);
  CHECK(graph.label_of("person:02") == "Bo Lindqvist");
  CHECK(graph.label_of("person:99").empty());
}

TEST_CASE("the edges of a node are those at both ends") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  const StoredGraph graph(path);
  std::string ids;
  graph.for_each_edge_of("orcid:0000-0001", [&](const EdgeView& edge) { ids.append(edge.id).append("\n"); });
  CHECK(ids ==
        "AUTHORED|orcid:0000-0001|doi:10.1/x\nCOAUTHOR|orcid:0000-0001|person:02\n"
        "ADVISED|person:02|orcid:0000-0001\nHOSTED|person:02|orcid:0000-0001\n");
}

TEST_CASE("stats count by kind") {
  const TempFolder folder;
  const auto path = folder / "graph.db";
  store(path, small_graph());
  std::string line;
  const StoreStats stats = StoredGraph(path).stats();
  for (const KindCount& one : stats.nodes) line += one.kind + "=" + std::to_string(one.count) + " ";
  for (const KindCount& one : stats.edges)
    if (one.count > 0) line += one.kind + "=" + std::to_string(one.count) + " ";
  CHECK(line ==
        "Person=2 Institution=1 Paper=1 Venue=1 Award=0 Project=0 AUTHORED=2 COAUTHOR=1 ADVISED=1 PUBLISHED_IN=1 "
        "HOSTED=1 ");
}

}  // namespace
}  // namespace scholargraph
