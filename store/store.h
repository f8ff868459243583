// SPDX-License-Identifier: Apache-2.0
// The graph with everything it rests on, in one SQLite file. The tables and views are described in docs/store.md.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "graph/graph_stream.h"
#include "graph/network.h"
#include "model/corpus.h"
#include "model/mention_stream.h"
#include "model/resolution.h"

namespace scholargraph {

/// The layout of the file; a store with another number is refused.
inline constexpr int kStoreVersion = 2;

struct StoreSize {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
};

/// Writes the store to a temporary file in the folder of `path` and renames it when everything is on the disk, so
/// that a crash at any moment leaves the old file whole. Throws Error(kOutputFailed) when the file exists and
/// `overwrite` is false, when it exists and is no store, and when the disk is full; Error(kInterrupted).
/// `graph` must hold the entities of `resolution` under their keys; nodes of its own are allowed. `jobs` threads make
/// the rows of a graph that has runs(); the file has the same bytes for any number of them.
/// E-mail addresses in quoted lines, notes and diagnostics are masked; identifiers that are contact data are left out.
StoreSize write_store(const std::filesystem::path& path, bool overwrite, const Corpus& corpus,
                      const Resolution& resolution, const GraphSource& graph, int jobs = 1);

/// One document of the store with what came out of it.
struct StoredDocument {
  std::string path;
  std::string format;
  std::string hash;
  std::string note;
  SourceCounts counts{};
};

/// How many of one kind there are.
struct KindCount {
  std::string kind;
  std::uint64_t count = 0;
};

struct StoreStats {
  std::vector<KindCount> nodes;  ///< every node kind of the schema, in its order
  std::vector<KindCount> edges;  ///< every edge kind of the schema, in its order
  std::uint64_t documents = 0;
  std::uint64_t mentions = 0;
  std::uint64_t merges = 0;  ///< joins made by resolution
  std::uint64_t diagnostics = 0;
};

/// What identifies a node for people.
struct NodeSummary {
  NodeKind kind = NodeKind::kPerson;
  std::string id;
  std::string label;
};

/// Why resolution joined two mentions of a node.
struct StoredMerge {
  std::string first_name;   ///< as printed
  std::string first_place;  ///< "cv.md:12"
  std::string second_name;
  std::string second_place;
  std::string reason;
  double confidence = 1;
};

/// A store opened for reading. Not thread-safe; the file may be replaced meanwhile (the old one is read to the end).
class StoredGraph final : public GraphSource, public AuthorshipSource {
 public:
  /// Throws Error(kNothingReadable) when the file is missing, is no store, or is of a newer version.
  explicit StoredGraph(const std::filesystem::path& path);
  ~StoredGraph() override;
  StoredGraph(const StoredGraph&) = delete;
  StoredGraph& operator=(const StoredGraph&) = delete;

  void for_each_node(const std::function<void(const NodeView&)>& visit) const override;
  void for_each_edge(const std::function<void(const EdgeView&)>& visit) const override;
  void for_each_authorship(const std::function<void(const AuthorshipView&)>& visit) const override;

  /// Nodes that `query` means, best first: the one with this id; else those whose folded label or printed name is
  /// equal; else those whose label contains every word of the query as the start of a word. Within a rank by kind
  /// and id. At most `limit`.
  [[nodiscard]] std::vector<NodeSummary> find(std::string_view query, std::size_t limit = 20) const;
  /// Calls `visit` with this node; false when no node has the id.
  bool visit_node(std::string_view id, const std::function<void(const NodeView&)>& visit) const;
  using GraphSource::for_each_edge_of;
  /// Every edge that starts or ends at the node, with its evidence, in the order of the graph.
  void for_each_edge_of(std::string_view id, const std::function<void(const EdgeView&)>& visit) const;
  /// Empty when no node has the id.
  [[nodiscard]] std::string label_of(std::string_view id) const;
  [[nodiscard]] std::vector<StoredMerge> merges_of(std::string_view id) const;

  /// People are numbered from 0 in the order of their ids.
  [[nodiscard]] std::uint32_t person_count() const;
  /// Nothing when no person has the id.
  [[nodiscard]] std::optional<std::uint32_t> person_number(std::string_view id) const;
  /// REQUIRES: number < person_count().
  [[nodiscard]] std::string person_id(std::uint32_t number) const;
  /// Who wrote papers with whom, each pair once, by their numbers.
  [[nodiscard]] std::vector<Link> coauthor_links() const;

  [[nodiscard]] Diagnostics diagnostics() const;
  [[nodiscard]] std::vector<StoredDocument> documents() const;
  [[nodiscard]] StoreStats stats() const;

 private:
  class Reader;
  std::unique_ptr<Reader> reader_;
};

}  // namespace scholargraph
