// SPDX-License-Identifier: Apache-2.0
#include "graph/schema.h"

#include <algorithm>
#include <set>

#include "base/files.h"
#include "catch.h"
#include "graph/row_values.h"

using namespace scholargraph;

TEST_CASE("docs/graph-schema.md is what the schema says") {
  CHECK(read_file(std::string(SCHOLARGRAPH_SOURCE_DIR) + "/docs/graph-schema.md") == schema_markdown());
}

TEST_CASE("every kind stands in its own row and is found by its name") {
  for (int i = 0; i < kNodeKindCount; ++i) {
    const auto kind = static_cast<NodeKind>(i);
    CHECK(node_info(kind).kind == kind);
    CHECK(node_kind_from_name(node_info(kind).name) == kind);
    CHECK(node_info(kind).properties[0].name == (kind == NodeKind::kPaper ? "title" : "name"));
  }
  for (int i = 0; i < kEdgeKindCount; ++i) {
    const auto kind = static_cast<EdgeKind>(i);
    CHECK(edge_info(kind).kind == kind);
    CHECK(edge_kind_from_name(edge_info(kind).name) == kind);
  }
  CHECK_FALSE(node_kind_from_name("person"));
  CHECK_FALSE(edge_kind_from_name(""));
}

namespace {

void check_names(std::span<const PropertyInfo> properties) {
  static const std::set<std::string_view> taken = {"id", "label", "nodelabel", "edgelabel", "x",    "y",
                                                   "z",  "xpos",  "ypos",      "zpos",      "size", "r",
                                                   "g",  "b",     "color",     "weight",    "kind", "confidence"};
  std::set<std::string_view> seen;
  for (const auto& property : properties) {
    INFO(property.name);
    CHECK(taken.count(property.name) == 0);
    CHECK(seen.insert(property.name).second);
    CHECK(std::all_of(property.name.begin(), property.name.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; }));
    CHECK_FALSE(property.doc.empty());
  }
}

}  // namespace

TEST_CASE("no property takes a name that Gephi or the exporters give a meaning") {
  for (const auto& node : all_node_infos()) check_names(node.properties);
  for (const auto& edge : all_edge_infos()) check_names(edge.properties);
}

TEST_CASE("every property of the schema can be set") {
  const auto can_be_set = [](const PropertyInfo& property) {
    const RowValues row(std::span(&property, 1));
    for (std::size_t field = 0; field < kFieldCount; ++field)
      if (row.has(static_cast<Field>(field))) return true;
    return false;
  };
  for (const NodeInfo& info : all_node_infos())
    for (const PropertyInfo& property : info.properties) CHECK(can_be_set(property));
  for (const EdgeInfo& info : all_edge_infos())
    for (const PropertyInfo& property : info.properties) CHECK(can_be_set(property));
}
