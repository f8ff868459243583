// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "store/reader.h"
#include "store/store.h"
#include "store/tables.h"

namespace scholargraph {

namespace {

constexpr int kNoMatch = 3;

/// Every word of `query` starts a word of `label`; both folded.
bool has_word_starts(std::string_view label, const std::vector<std::string_view>& query) {
  const std::vector<std::string_view> words = split_words(label);
  return std::all_of(query.begin(), query.end(), [&](std::string_view wanted) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return word.starts_with(wanted); });
  });
}

/// 1: the label or a printed form is equal; 2: the words fit; kNoMatch.
int rank_of(const NodeView& node, const std::string& wanted, const std::vector<std::string_view>& words) {
  const std::string label = fold(node.label);
  if (label == wanted) return 1;
  for (const PropertyValue& value : node.properties)
    if (const auto* list = std::get_if<std::span<const std::string_view>>(&value))
      for (const std::string_view form : *list)
        if (fold(form) == wanted) return 1;
  return has_word_starts(label, words) ? 2 : kNoMatch;
}

struct Ranked {
  int rank;
  NodeSummary node;
};

void add_ranked(std::vector<Ranked>& found, const NodeView& node, int rank) {
  found.push_back({rank, {node.kind, std::string(node.id), std::string(node.label)}});
}

std::uint64_t count_rows(Database& database, const std::string& table) {
  return static_cast<std::uint64_t>(database.number("SELECT count(*) FROM " + table));
}

Severity severity_of(std::string_view name) {
  if (name == "error") return Severity::kError;
  return name == "note" ? Severity::kNote : Severity::kWarning;
}

}  // namespace

std::vector<NodeSummary> StoredGraph::find(std::string_view query, std::size_t limit) const {
  std::vector<Ranked> found;
  visit_node(query, [&](const NodeView& node) { add_ranked(found, node, 0); });
  const std::string wanted = fold(query);
  const std::vector<std::string_view> words = split_words(wanted);
  if (found.empty() && !words.empty())
    for_each_node([&](const NodeView& node) {
      const int rank = rank_of(node, wanted, words);
      if (rank < kNoMatch) add_ranked(found, node, rank);
    });
  std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.rank < b.rank; });
  std::vector<NodeSummary> out;
  for (Ranked& one : found)
    if (one.rank == found.front().rank && out.size() < limit) out.push_back(std::move(one.node));
  return out;
}

std::vector<StoredMerge> StoredGraph::merges_of(std::string_view id) const {
  const auto node = reader_->find_node(id);
  std::vector<StoredMerge> out;
  if (node.number == 0) return out;
  Statement row(reader_->database(),
                "SELECT at.value, a.place, bt.value, b.place, r.text, r.confidence FROM mention a "
                "JOIN merge g ON g.first = a.mention JOIN mention b ON b.mention = g.second "
                "JOIN text at ON at.text = a.name JOIN text bt ON bt.text = b.name JOIN reason r ON r.reason = g.reason "
                "WHERE a.node = ? ORDER BY g.first, g.second");
  row.bind(0, node.number);
  while (row.step())
    out.push_back({std::string(row.text(0)), reader_->place_name(static_cast<std::size_t>(row.integer(1))),
                   std::string(row.text(2)), reader_->place_name(static_cast<std::size_t>(row.integer(3))),
                   std::string(row.text(4)), row.real(5)});
  return out;
}

Diagnostics StoredGraph::diagnostics() const {
  Diagnostics out;
  Statement row(reader_->database(),
                "SELECT file, line, \"column\", message, hint, severity FROM diagnostics ORDER BY rowid");
  while (row.step())
    out.push_back({std::string(row.text(0)), static_cast<int>(row.integer(1)), static_cast<int>(row.integer(2)),
                   std::string(row.text(3)), std::string(row.text(4)), severity_of(row.text(5))});
  return out;
}

std::vector<StoredDocument> StoredGraph::documents() const {
  std::vector<StoredDocument> out;
  Statement row(reader_->database(),
                "SELECT path, format, hash, note, papers, volumes, authorships, editorships, people, institutions, "
                "venues, others, skipped FROM documents ORDER BY document");
  const auto count = [&](int column) { return static_cast<std::uint64_t>(row.integer(column)); };
  while (row.step())
    out.push_back({std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2)),
                   std::string(row.text(3)),
                   {count(4), count(5), count(6), count(7), count(8), count(9), count(10), count(11), count(12)}});
  return out;
}

StoreStats StoredGraph::stats() const {
  Database& database = reader_->database();
  StoreStats stats;
  for (const NodeInfo& info : all_node_infos())
    stats.nodes.push_back({std::string(info.name), count_rows(database, node_table(info))});
  for (const EdgeInfo& info : all_edge_infos())
    stats.edges.push_back({std::string(info.name), count_rows(database, edge_table(info))});
  stats.documents = count_rows(database, "documents");
  stats.mentions = count_rows(database, "mention");
  stats.merges = count_rows(database, "merge");
  stats.diagnostics = count_rows(database, "diagnostics");
  return stats;
}

}  // namespace scholargraph
