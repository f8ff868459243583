// SPDX-License-Identifier: Apache-2.0
#include "store/reader.h"

#include "graph/edge_id.h"
#include "store/file_check.h"
#include "store/tables.h"

namespace scholargraph {

namespace {

const std::filesystem::path& checked(const std::filesystem::path& path) {
  check_readable_store(path);
  return path;
}

}  // namespace

std::span<const PropertyValue> PropertyRow::decode(const Statement& row, int first,
                                                   std::span<const PropertyInfo> properties) {
  values_.assign(properties.size(), std::monostate());
  if (lists_.size() < properties.size()) lists_.resize(properties.size());
  for (std::size_t i = 0; i < properties.size(); ++i) {
    const int column = first + static_cast<int>(i);
    if (row.is_null(column)) continue;
    switch (properties[i].type) {
      case PropertyType::kString:
        values_[i] = row.text(column);
        break;
      case PropertyType::kInt:
        values_[i] = row.integer(column);
        break;
      case PropertyType::kDouble:
        values_[i] = row.real(column);
        break;
      case PropertyType::kBool:
        values_[i] = row.integer(column) != 0;
        break;
      case PropertyType::kStringList:
        decode_text_list(row.text(column), lists_[i]);
        values_[i] = std::span<const std::string_view>(lists_[i].items);
        break;
    }
  }
  return values_;
}

StoredGraph::Reader::Reader(const std::filesystem::path& path)
    : database_(checked(path), path.string(), OpenMode::kRead) {}

void StoredGraph::Reader::nodes(const NodeInfo& info, const std::string& condition,
                                const std::function<void(const NodeView&)>& visit) {
  Statement row(database_, select_nodes_sql(info, condition));
  NodeView node;
  node.kind = info.kind;
  while (row.step()) {
    node.id = row.text(1);
    node.label = row.text(2);
    node.properties = properties_.decode(row, kFirstNodeProperty, info.properties);
    visit(node);
  }
}

void StoredGraph::Reader::edges(const EdgeInfo& info, const std::string& condition,
                                const std::function<void(const EdgeView&)>& visit) {
  load_nodes();
  load_places();
  Statement row(database_, select_edges_sql(info, condition));
  while (row.step()) visit(edge_of(info, row));
}

EdgeView StoredGraph::Reader::edge_of(const EdgeInfo& info, const Statement& row) {
  EdgeView edge;
  edge.kind = info.kind;
  edge.source_kind = info.source;
  edge.target_kind = info.target;
  edge.source = node_ids_[static_cast<std::size_t>(row.integer(0))];
  edge.target = node_ids_[static_cast<std::size_t>(row.integer(1))];
  make_edge_id(edge_id_, info.kind, edge.source, edge.target);
  edge.id = edge_id_;
  edge.weight = row.real(2);
  edge.confidence = row.real(3);
  edge.evidence = decode_evidence(row);
  edge.properties = properties_.decode(row, kFirstEdgeProperty, info.properties);
  return edge;
}

std::span<const EvidenceView> StoredGraph::Reader::decode_evidence(const Statement& row) {
  constexpr int kColumn = 4;
  evidence_.clear();
  if (row.is_null(kColumn)) return {};
  if (row.is_integer(kColumn)) {
    evidence_.push_back(place_view(static_cast<std::size_t>(row.integer(kColumn))));
  } else {
    decode_number_list(row.text(kColumn), place_numbers_);
    for (const std::uint32_t place : place_numbers_) evidence_.push_back(place_view(place));
  }
  return evidence_;
}

EvidenceView StoredGraph::Reader::place_view(std::size_t place) const {
  if (place == 0 || place > places_.size()) return {};
  const Place& at = places_[place - 1];
  const char* bytes = place_bytes_.data() + at.begin;
  return {documents_[at.document], at.page,
          at.first_line,           at.last_line,
          {bytes, at.key_size},    {bytes + at.key_size, at.text_size}};
}

std::string StoredGraph::Reader::place_name(std::size_t place) {
  load_places();
  const EvidenceView view = place_view(place);
  std::string out(view.document);
  if (!view.key.empty()) return out.append(":").append(view.key);
  if (view.page > 0) out.append(":page ").append(std::to_string(view.page));
  if (view.first_line > 0) out.append(":").append(std::to_string(view.first_line));
  return out;
}

namespace {

/// The first of the rows `first` to `last` for which `is_before` is false; last + 1 without one.
template <class IsBefore>
std::int64_t partition_row(std::int64_t first, std::int64_t last, IsBefore is_before) {
  while (first <= last) {
    const std::int64_t middle = first + (last - first) / 2;
    if (is_before(middle)) first = middle + 1;
    else last = middle - 1;
  }
  return first;
}

}  // namespace

/// Rows follow the ids, so that large tables need no index.
StoredGraph::Reader::NodeNumber StoredGraph::Reader::find_node(std::string_view id) {
  for (const NodeInfo& info : all_node_infos()) {
    const std::string table = node_table(info);
    const std::int64_t last = database_.number("SELECT max(node) FROM " + table);
    Statement row(database_, "SELECT id FROM " + table + " WHERE node = ?");
    const auto compare = [&](std::int64_t number) {
      row.reset();
      return row.bind(0, number).step() ? row.text(0).compare(id) : 1;
    };
    const std::int64_t found = partition_row(database_.number("SELECT min(node) FROM " + table), last,
                                             [&](std::int64_t number) { return compare(number) < 0; });
    if (last > 0 && found <= last && compare(found) == 0) return {info.kind, found};
  }
  return {};
}

std::string StoredGraph::Reader::rows_of_source(const EdgeInfo& info, std::int64_t source) {
  Statement row(database_, "SELECT source FROM " + edge_table(info) + " WHERE rowid = ?");
  const auto source_of = [&](std::int64_t number) {
    row.reset();
    row.bind(0, number).step();
    return row.integer(0);
  };
  const std::int64_t last = database_.number("SELECT max(rowid) FROM " + edge_table(info));
  const std::int64_t begin = partition_row(1, last, [&](std::int64_t number) { return source_of(number) < source; });
  const std::int64_t end = partition_row(begin, last, [&](std::int64_t number) { return source_of(number) <= source; });
  return "rowid BETWEEN " + std::to_string(begin) + " AND " + std::to_string(end - 1);
}

void StoredGraph::Reader::load_nodes() {
  if (node_ids_.size() > 0) return;
  for (const NodeInfo& info : all_node_infos()) {
    Statement row(database_, "SELECT id FROM " + node_table(info) + " ORDER BY rowid");
    while (row.step()) node_ids_.add(row.text(0));
  }
}

void StoredGraph::Reader::load_places() {
  if (!places_.empty()) return;
  Statement document(database_, "SELECT path FROM documents ORDER BY document");
  while (document.step()) documents_.add(document.text(0));
  Statement row(database_, "SELECT document, page, first_line, last_line, key, text FROM place ORDER BY place");
  while (row.step()) {
    const std::string_view key = row.text(4);
    const std::string_view text = row.text(5);
    places_.push_back({static_cast<std::uint32_t>(row.integer(0)), static_cast<std::int32_t>(row.integer(1)),
                       static_cast<std::int32_t>(row.integer(2)), static_cast<std::int32_t>(row.integer(3)),
                       static_cast<std::uint32_t>(key.size()), static_cast<std::uint32_t>(text.size()),
                       place_bytes_.size()});
    place_bytes_.append(key).append(text);
  }
}

}  // namespace scholargraph
