// SPDX-License-Identifier: Apache-2.0
#include "support/fake_graph.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "graph/edge_id.h"
#include "graph/schema.h"

namespace scholargraph {

namespace {

void check(const FakeProperties& properties, std::span<const PropertyInfo> schema) {
  // No structured binding: clang 14 cannot capture one in a lambda.
  for (const auto& property : properties)
    if (std::none_of(schema.begin(), schema.end(),
                     [&](const PropertyInfo& info) { return info.name == property.first; }))
      throw std::logic_error("no property " + property.first);
}

/// The values of one node or edge as views.
class Row {
 public:
  std::span<const PropertyValue> views(const FakeProperties& properties, std::span<const PropertyInfo> schema) {
    values_.assign(schema.size(), std::monostate());
    lists_.assign(schema.size(), {});
    for (std::size_t i = 0; i < schema.size(); ++i) {
      const auto found = properties.find(std::string(schema[i].name));
      if (found != properties.end()) values_[i] = view(found->second, lists_[i]);
    }
    return values_;
  }

 private:
  static PropertyValue view(const FakeValue& value, std::vector<std::string_view>& items) {
    if (const auto* text = std::get_if<std::string>(&value)) return std::string_view(*text);
    if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (const auto* real = std::get_if<double>(&value)) return *real;
    if (const auto* boolean = std::get_if<bool>(&value)) return *boolean;
    const auto& list = std::get<std::vector<std::string>>(value);
    items.assign(list.begin(), list.end());
    return std::span<const std::string_view>(items);
  }

  std::vector<PropertyValue> values_;
  std::vector<std::vector<std::string_view>> lists_;
};

NodeKind kind_of(const std::vector<FakeNode>& nodes, const std::string& id) {
  for (const FakeNode& node : nodes)
    if (node.id == id) return node.kind;
  throw std::logic_error("no node " + id);
}

void append(std::string& out, const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) {
    out.append("'").append(*text).append("'");
  } else if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out += std::to_string(*number);
  } else if (const auto* real = std::get_if<double>(&value)) {
    out += std::to_string(*real);
  } else if (const auto* boolean = std::get_if<bool>(&value)) {
    out += *boolean ? "true" : "false";
  } else if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) {
    out += '[';
    for (const std::string_view item : *list) out.append("'").append(item).append("'");
    out += ']';
  } else {
    out += '-';
  }
  out += ' ';
}

}  // namespace

FakeGraph::FakeGraph(std::vector<FakeNode> nodes, std::vector<FakeEdge> edges)
    : nodes_(std::move(nodes)), edges_(std::move(edges)) {
  for (const FakeNode& node : nodes_) check(node.properties, node_info(node.kind).properties);
  for (const FakeEdge& edge : edges_) check(edge.properties, edge_info(edge.kind).properties);
  std::sort(nodes_.begin(), nodes_.end(),
            [](const FakeNode& a, const FakeNode& b) { return std::tie(a.kind, a.id) < std::tie(b.kind, b.id); });
  const auto key = [&](const FakeEdge& edge) {
    return std::tuple(edge.kind, kind_of(nodes_, edge.source), edge.source, kind_of(nodes_, edge.target), edge.target);
  };
  std::sort(edges_.begin(), edges_.end(), [&](const FakeEdge& a, const FakeEdge& b) { return key(a) < key(b); });
}

void FakeGraph::for_each_node(const std::function<void(const NodeView&)>& visit) const {
  Row row;
  for (const FakeNode& node : nodes_)
    visit({node.kind, node.id, node.label, row.views(node.properties, node_info(node.kind).properties)});
}

void FakeGraph::for_each_edge(const std::function<void(const EdgeView&)>& visit) const {
  Row row;
  std::string id;
  for (const FakeEdge& edge : edges_) {
    const EdgeInfo& info = edge_info(edge.kind);
    make_edge_id(id, edge.kind, edge.source, edge.target);
    std::vector<EvidenceView> places;
    for (const FakeEvidence& place : edge.evidence)
      places.push_back(
          {place.document, place.page, place.first_line, place.last_line, place.key, place.text, place.corpus_row});
    visit({edge.kind, id, edge.source, edge.target, info.source, info.target, edge.weight, edge.confidence,
           row.views(edge.properties, info.properties), places});
  }
}

std::string dump(const GraphSource& graph) {
  std::string out;
  graph.for_each_node([&](const NodeView& node) {
    out.append(node_info(node.kind).name).append(" ").append(node.id).append(" '").append(node.label).append("' ");
    const bool named = !std::holds_alternative<std::monostate>(node.properties[0]);
    append(out, named ? node.properties[0] : PropertyValue(node.label));
    for (const PropertyValue& value : node.properties.subspan(1)) append(out, value);
    out += '\n';
  });
  graph.for_each_edge([&](const EdgeView& edge) {
    out.append(edge.id).append(" ").append(edge.source).append(" ").append(edge.target).append(" ");
    append(out, edge.weight);
    append(out, edge.confidence);
    for (const PropertyValue& value : edge.properties) append(out, value);
    for (const EvidenceView& place : edge.evidence)
      out.append("{")
          .append(place.document)
          .append(" ")
          .append(std::to_string(place.page))
          .append(" ")
          .append(std::to_string(place.first_line))
          .append("-")
          .append(std::to_string(place.last_line))
          .append(" ")
          .append(place.key)
          .append(" ")
          .append(place.text)
          .append("}");
    out += '\n';
  });
  return out;
}

FakeGraph small_graph() {
  using Strings = std::vector<std::string>;
  std::vector<FakeNode> nodes = {
      {NodeKind::kPerson,
       "orcid:0000-0001",
       "Ada Kowalska",
       {{"name", "Ada Kowalska"}, {"variants", Strings{"A. Kowalska", "Kowalska, Ada"}}, {"mentions", 3}}},
      {NodeKind::kPerson, "person:02", "Bo Lindqvist", {{"name", "Bo Lindqvist"}, {"mentions", 1}}},
      {NodeKind::kInstitution, "institution:01", "University of Tessaly", {{"acronym", "UT"}}},
      {NodeKind::kPaper, "doi:10.1/x", "On INFOCOM & <graphs>", {{"title", "On INFOCOM & <graphs>"}, {"year", 2021}}},
      {NodeKind::kVenue, "venue:01", "IEEE INFOCOM", {}},
  };
  const FakeEvidence line{"cv \"a\".md", 0, 12, 14, "", "Kowalska, A., Lindqvist, B. On INFOCOM"};
  const FakeEvidence record{"papers.bib", 0, 0, 0, "kowalska21", ""};
  const FakeEvidence page{"cv.pdf", 2, 7, 7, "", "advised by B. Lindqvist"};
  std::vector<FakeEdge> edges = {
      {EdgeKind::kAuthored,
       "orcid:0000-0001",
       "doi:10.1/x",
       1,
       1,
       {{"position", 1}, {"printed", "Kowalska, A."}},
       {line, record}},
      {EdgeKind::kAuthored, "person:02", "doi:10.1/x", 1, 0.9, {{"position", 2}}, {line}},
      {EdgeKind::kCoauthor, "orcid:0000-0001", "person:02", 0.5, 0.9, {{"papers", 1}, {"first_year", 2021}}, {line}},
      {EdgeKind::kAdvised,
       "person:02",
       "orcid:0000-0001",
       1,
       1,
       {{"levels", Strings{"PhD"}}, {"start", 2019}, {"present", true}},
       {page}},
      {EdgeKind::kHosted, "person:02", "orcid:0000-0001", 1, 1, {}, {}},
      {EdgeKind::kPublishedIn, "doi:10.1/x", "venue:01", 1, 1, {{"year", 2021}}, {line}},
  };
  return {std::move(nodes), std::move(edges)};
}

}  // namespace scholargraph
