// SPDX-License-Identifier: Apache-2.0
// The SQL of the store, most of it generated from graph/schema.h. docs/store.md tells users about it.
#pragma once

#include <cstdint>
#include <string>

#include "graph/schema.h"

namespace scholargraph {

/// "SGst" in ASCII, in the header of every store file.
inline constexpr std::int64_t kApplicationId = 0x53477374;

std::string node_table(const NodeInfo& info);  ///< "person_node"
std::string edge_table(const EdgeInfo& info);  ///< "authored_edge"

std::string create_tables_sql();
std::string create_views_sql();
/// Indexes on ids and on the ends of edges, for one table.
std::string node_index_sql(const NodeInfo& info);
std::string edge_index_sql(const EdgeInfo& info);

/// Columns: node, id, label, then the properties in schema order.
std::string select_nodes_sql(const NodeInfo& info, const std::string& condition = {});
/// Columns: source, target, weight, confidence, evidence, then the properties in schema order.
std::string select_edges_sql(const EdgeInfo& info, const std::string& condition = {});
inline constexpr int kFirstNodeProperty = 3;
inline constexpr int kFirstEdgeProperty = 5;

}  // namespace scholargraph
