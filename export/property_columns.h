// SPDX-License-Identifier: Apache-2.0
// One list of columns for formats that keep all kinds in one table: GraphML keys and nodes.csv, edges.csv.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/schema.h"

namespace scholargraph {

struct PropertyColumn {
  std::string name;
  PropertyType type;
};

/// Properties of equal name and type share a column. Where the types differ, or the name is one of `reserved`, the
/// column is called KIND_NAME in lower case.
class PropertyColumns {
 public:
  static PropertyColumns of_nodes(std::span<const std::string_view> reserved);
  static PropertyColumns of_edges(std::span<const std::string_view> reserved);

  [[nodiscard]] const std::vector<PropertyColumn>& columns() const { return columns_; }
  /// For each property of a kind (by its number), its column.
  [[nodiscard]] const std::vector<std::size_t>& columns_of(std::size_t kind) const { return by_kind_[kind]; }

 private:
  void add_kind(std::string_view kind, std::span<const PropertyInfo> properties,
                std::span<const std::string_view> reserved);

  std::vector<PropertyColumn> columns_;
  std::vector<std::vector<std::size_t>> by_kind_;
};

}  // namespace scholargraph
