// SPDX-License-Identifier: Apache-2.0
// The one list of node and edge kinds with their properties. GraphML keys, CSV headers, Cypher, the SQLite tables and
// docs/graph-schema.md all come from it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "model/kinds.h"

namespace scholargraph {

enum class PropertyType { kString, kInt, kDouble, kBool, kStringList };

struct PropertyInfo {
  std::string_view name;  ///< lower snake_case; never a name that Gephi takes as picture (label, x, size, color, …)
  PropertyType type = PropertyType::kString;
  std::string_view doc;
};

struct NodeInfo {
  NodeKind kind;
  std::string_view name;    ///< "Person": Neo4j label, GraphML kind
  std::string_view plural;  ///< "people": table and file name
  std::string_view doc;
  std::span<const PropertyInfo> properties;  ///< the first one is the name or title
};

struct EdgeInfo {
  EdgeKind kind;
  std::string_view name;  ///< "AUTHORED"
  NodeKind source;
  NodeKind target;
  std::string_view doc;
  std::span<const PropertyInfo> properties;  ///< besides weight, confidence and evidence, which every edge has
};

const NodeInfo& node_info(NodeKind kind);
const EdgeInfo& edge_info(EdgeKind kind);
std::span<const NodeInfo> all_node_infos();
std::span<const EdgeInfo> all_edge_infos();
std::optional<NodeKind> node_kind_from_name(std::string_view name);
std::optional<EdgeKind> edge_kind_from_name(std::string_view name);

/// docs/graph-schema.md; a test compares the file with it.
std::string schema_markdown();

}  // namespace scholargraph
