// SPDX-License-Identifier: Apache-2.0
// What reading a store needs besides SQL: the ids of all nodes and all places by number, loaded once when first asked
// for, and the decoding of rows into views. Memory: some 50 bytes for each node and each place, plus their text.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_stream.h"
#include "graph/schema.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/text_list.h"

namespace scholargraph {

/// Strings one after the other in one buffer, by number from 1.
class TextColumn {
 public:
  TextColumn() : ends_(1, 0) {}
  void add(std::string_view text) {
    bytes_.append(text);
    ends_.push_back(bytes_.size());
  }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return number == 0 || number >= ends_.size()
               ? std::string_view()
               : std::string_view(bytes_).substr(ends_[number - 1], ends_[number] - ends_[number - 1]);
  }
  [[nodiscard]] std::size_t size() const { return ends_.size() - 1; }

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

/// Decodes the property columns of a row; the values live until the next decode.
class PropertyRow {
 public:
  std::span<const PropertyValue> decode(const Statement& row, int first, std::span<const PropertyInfo> properties);

 private:
  std::vector<PropertyValue> values_;
  std::vector<TextList> lists_;
};

class StoredGraph::Reader {
 public:
  explicit Reader(const std::filesystem::path& path);

  void nodes(const NodeInfo& info, const std::string& condition, const std::function<void(const NodeView&)>& visit);
  void edges(const EdgeInfo& info, const std::string& condition, const std::function<void(const EdgeView&)>& visit);

  struct NodeNumber {
    NodeKind kind = NodeKind::kPerson;
    std::int64_t number = 0;  ///< 0: no such node
  };
  [[nodiscard]] NodeNumber find_node(std::string_view id);
  /// The SQL condition for the edges that start at a node: a run of rows.
  [[nodiscard]] std::string rows_of_source(const EdgeInfo& info, std::int64_t source);
  /// "cv.md:12" or "papers.bib:key"
  [[nodiscard]] std::string place_name(std::size_t place);
  void load_nodes();
  void load_places();
  [[nodiscard]] std::string_view node_id(std::size_t number) const { return node_ids_[number]; }
  Database& database() { return database_; }

 private:
  struct Place {
    std::uint32_t document = 0;
    std::int32_t page = 0;
    std::int32_t first_line = 0;
    std::int32_t last_line = 0;
    std::uint32_t key_size = 0;
    std::uint32_t text_size = 0;
    std::size_t begin = 0;  ///< of key and text in place_bytes_
  };
  EdgeView edge_of(const EdgeInfo& info, const Statement& row);
  std::span<const EvidenceView> decode_evidence(const Statement& row);
  [[nodiscard]] EvidenceView place_view(std::size_t place) const;

  Database database_;
  TextColumn node_ids_;
  TextColumn documents_;
  std::vector<Place> places_;
  std::string place_bytes_;
  PropertyRow properties_;
  std::string edge_id_;
  std::vector<EvidenceView> evidence_;
  std::vector<std::uint32_t> place_numbers_;
};

}  // namespace scholargraph
