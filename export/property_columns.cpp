// SPDX-License-Identifier: Apache-2.0
#include "export/property_columns.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {

PropertyColumns PropertyColumns::of_nodes(std::span<const std::string_view> reserved) {
  PropertyColumns columns;
  for (const NodeInfo& info : all_node_infos()) columns.add_kind(info.name, info.properties, reserved);
  return columns;
}

PropertyColumns PropertyColumns::of_edges(std::span<const std::string_view> reserved) {
  PropertyColumns columns;
  for (const EdgeInfo& info : all_edge_infos()) columns.add_kind(info.name, info.properties, reserved);
  return columns;
}

void PropertyColumns::add_kind(std::string_view kind, std::span<const PropertyInfo> properties,
                               std::span<const std::string_view> reserved) {
  const auto find = [&](std::string_view name) {
    return std::find_if(columns_.begin(), columns_.end(), [&](const PropertyColumn& one) { return one.name == name; });
  };
  by_kind_.emplace_back();
  for (const PropertyInfo& property : properties) {
    std::string name(property.name);
    auto found = find(name);
    const bool taken = std::find(reserved.begin(), reserved.end(), name) != reserved.end();
    if (taken || (found != columns_.end() && found->type != property.type)) {
      name = to_lower(kind) + "_" + name;
      found = find(name);
    }
    by_kind_.back().push_back(static_cast<std::size_t>(found - columns_.begin()));
    if (found == columns_.end()) columns_.push_back({std::move(name), property.type});
  }
}

}  // namespace scholargraph
