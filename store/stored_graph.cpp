// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "store/reader.h"
#include "store/store.h"
#include "store/tables.h"

namespace scholargraph {

StoredGraph::StoredGraph(const std::filesystem::path& path) : reader_(std::make_unique<Reader>(path)) {}
StoredGraph::~StoredGraph() = default;

void StoredGraph::for_each_node(const std::function<void(const NodeView&)>& visit) const {
  for (const NodeInfo& info : all_node_infos()) reader_->nodes(info, {}, visit);
}

void StoredGraph::for_each_edge(const std::function<void(const EdgeView&)>& visit) const {
  for (const EdgeInfo& info : all_edge_infos()) reader_->edges(info, {}, visit);
}

bool StoredGraph::visit_node(std::string_view id, const std::function<void(const NodeView&)>& visit) const {
  const auto found = reader_->find_node(id);
  if (found.number == 0) return false;
  reader_->nodes(node_info(found.kind), "node = " + std::to_string(found.number), visit);
  return true;
}

void StoredGraph::for_each_edge_of(std::string_view id, const std::function<void(const EdgeView&)>& visit) const {
  const auto found = reader_->find_node(id);
  if (found.number == 0) return;
  for (const EdgeInfo& info : all_edge_infos()) {
    std::string condition;
    if (info.source == found.kind) condition = reader_->rows_of_source(info, found.number);
    if (info.target == found.kind)
      condition.append(condition.empty() ? "" : " OR ").append("target = ").append(std::to_string(found.number));
    if (!condition.empty()) reader_->edges(info, condition, visit);
  }
}

std::string StoredGraph::label_of(std::string_view id) const {
  std::string label;
  visit_node(id, [&](const NodeView& node) { label = node.label; });
  return label;
}

/// Nodes are numbered from 1 through all kinds, people first.
std::uint32_t StoredGraph::person_count() const {
  return static_cast<std::uint32_t>(
      reader_->database().number("SELECT count(*) FROM " + node_table(node_info(NodeKind::kPerson))));
}

std::optional<std::uint32_t> StoredGraph::person_number(std::string_view id) const {
  const auto found = reader_->find_node(id);
  if (found.number == 0 || found.kind != NodeKind::kPerson) return std::nullopt;
  return static_cast<std::uint32_t>(found.number - 1);
}

std::string StoredGraph::person_id(std::uint32_t number) const {
  std::string id;
  reader_->nodes(node_info(NodeKind::kPerson), "node = " + std::to_string(number + 1),
                 [&](const NodeView& node) { id = node.id; });
  return id;
}

std::vector<Link> StoredGraph::coauthor_links() const {
  std::vector<Link> links;
  Statement row(reader_->database(), "SELECT source, target FROM " + edge_table(edge_info(EdgeKind::kCoauthor)));
  while (row.step())
    links.push_back({static_cast<std::uint32_t>(row.integer(0) - 1), static_cast<std::uint32_t>(row.integer(1) - 1)});
  return links;
}

namespace {

/// Where a source prints a paper that it gives no key for.
std::string_view record_name(std::string_view key, std::int64_t line, std::string& buffer) {
  if (!key.empty()) return key;
  buffer = "line " + std::to_string(line);
  return buffer;
}

}  // namespace

/// Papers come before their authors in the mention table, and both in the order of the documents; the record is
/// named by the paper's place.
void StoredGraph::for_each_authorship(const std::function<void(const AuthorshipView&)>& visit) const {
  reader_->load_nodes();
  Statement row(reader_->database(),
                "SELECT d.path, e.key, e.first_line, m.position, t.value, m.node "
                "FROM mention m JOIN text t ON t.text = m.name JOIN mention p ON p.mention = m.paper "
                "LEFT JOIN place e ON e.place = p.place LEFT JOIN documents d ON d.document = e.document "
                "WHERE m.kind = 0 AND m.position > 0 ORDER BY m.mention");
  std::string buffer;
  while (row.step()) {
    AuthorshipView one;
    one.document = row.text(0);
    one.record = record_name(row.text(1), row.integer(2), buffer);
    one.position = static_cast<int>(row.integer(3));
    one.name = row.text(4);
    one.person = reader_->node_id(static_cast<std::size_t>(row.integer(5)));
    visit(one);
  }
}

}  // namespace scholargraph
