// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <set>

#include "catch.h"
#include "export/place_text.h"
#include "export/property_columns.h"

namespace scholargraph {
namespace {

TEST_CASE("columns have unique names and keep the type of every property") {
  constexpr std::array<std::string_view, 1> kReserved = {"year"};
  const PropertyColumns columns = PropertyColumns::of_nodes(kReserved);
  std::set<std::string> names;
  for (const PropertyColumn& column : columns.columns()) CHECK(names.insert(column.name).second);
  CHECK(names.count("year") == 0);
  CHECK(names.count("paper_year") == 1);
  for (const NodeInfo& info : all_node_infos()) {
    const auto& of_kind = columns.columns_of(static_cast<std::size_t>(info.kind));
    REQUIRE(of_kind.size() == info.properties.size());
    for (std::size_t i = 0; i < of_kind.size(); ++i) {
      CHECK(columns.columns()[of_kind[i]].type == info.properties[i].type);
      CHECK(std::string_view(columns.columns()[of_kind[i]].name).ends_with(info.properties[i].name));
    }
  }
}

TEST_CASE("kinds that share a property share its column") {
  const PropertyColumns columns = PropertyColumns::of_edges({});
  const auto column_of = [&](EdgeKind kind, std::string_view name) {
    const EdgeInfo& info = edge_info(kind);
    for (std::size_t i = 0; i < info.properties.size(); ++i)
      if (info.properties[i].name == name) return columns.columns_of(static_cast<std::size_t>(kind))[i];
    return std::size_t{999};
  };
  CHECK(column_of(EdgeKind::kEducatedAt, "start") == column_of(EdgeKind::kEmployedAt, "start"));
  CHECK(column_of(EdgeKind::kEducatedAt, "start") != 999);
  CHECK(column_of(EdgeKind::kEducatedAt, "start") != column_of(EdgeKind::kEducatedAt, "end"));
}

TEST_CASE("evidence is one short string") {
  const std::vector<std::pair<EvidenceView, std::string>> table = {
      {{"cv.md", 0, 12, 14, {}, {}}, "cv.md:12-14"},        {{"cv.md", 0, 12, 12, {}, {}}, "cv.md:12"},
      {{"cv.pdf", 2, 7, 7, {}, {}}, "cv.pdf:p2:7"},         {{"cv.pdf", 2, 0, 0, {}, {}}, "cv.pdf:p2"},
      {{"a.bib", 0, 3, 9, "knuth84", {}}, "a.bib:knuth84"}, {{"a.txt", 0, 0, 0, {}, "quoted"}, "a.txt"},
  };
  std::vector<EvidenceView> all;
  for (const auto& [evidence, expected] : table) {
    std::string out;
    append_place(out, evidence);
    CHECK(out == expected);
    all.push_back(evidence);
  }
  PlaceList list;
  const auto strings = list.of(all);
  REQUIRE(strings.size() == table.size());
  for (std::size_t i = 0; i < table.size(); ++i) CHECK(strings[i] == table[i].second);
}

}  // namespace
}  // namespace scholargraph
