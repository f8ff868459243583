// SPDX-License-Identifier: Apache-2.0
// The chain comes from the network of all coauthors (graph/network.h), which is read once; its papers from the edges of
// the people on it. People are numbered in the order of their ids, so the chain whose numbers are smallest is the one
// whose ids sort first.
#include "cli/collaboration.h"

#include <algorithm>
#include <map>

#include "cli/node_text.h"
#include "graph/network.h"
#include "graph/schema.h"

namespace scholargraph {

namespace {

/// The papers of a person with the places of the authorship.
std::map<std::string, std::vector<std::string>> papers_of(const StoredGraph& graph, const std::string& person) {
  std::map<std::string, std::vector<std::string>> found;
  graph.for_each_edge_of(person, [&](const EdgeView& edge) {
    if (edge.kind != EdgeKind::kAuthored || edge.source != person) return;
    std::vector<std::string>& places = found[std::string(edge.target)];
    for (const EvidenceView& place : edge.evidence) places.push_back(place_text(place));
  });
  return found;
}

int year_of(const NodeView& node) {
  const auto infos = node_info(node.kind).properties;
  for (std::size_t i = 0; i < infos.size() && i < node.properties.size(); ++i)
    if (infos[i].name == "year")
      if (const auto* year = std::get_if<std::int64_t>(&node.properties[i])) return static_cast<int>(*year);
  return 0;
}

std::vector<SharedPaper> shared_papers(const StoredGraph& graph, const std::string& a, const std::string& b) {
  const auto of_a = papers_of(graph, a);
  std::vector<SharedPaper> shared;
  for (const auto& [id, places] : papers_of(graph, b)) {
    if (!of_a.contains(id)) continue;
    SharedPaper paper{id, {}, 0, places};
    graph.visit_node(id, [&](const NodeView& node) { paper.title = node.label, paper.year = year_of(node); });
    shared.push_back(std::move(paper));
  }
  std::stable_sort(shared.begin(), shared.end(),
                   [](const SharedPaper& x, const SharedPaper& y) { return x.year < y.year; });
  return shared;
}

}  // namespace

Collaboration find_collaboration(const StoredGraph& graph, const std::string& from, const std::string& to) {
  const Network coauthors(graph.person_count(), graph.coauthor_links());
  const std::uint32_t start = graph.person_number(from).value();
  const std::uint32_t end = graph.person_number(to).value();
  const auto numbers = coauthors.shortest_path(start, end);
  if (numbers.empty()) {
    const Components components = coauthors.components();
    return {std::nullopt, components.sizes[components.of_node[start]], components.sizes[components.of_node[end]]};
  }
  CollaborationPath path;
  for (const std::uint32_t number : numbers) path.people.push_back(graph.person_id(number));
  for (std::size_t i = 0; i + 1 < path.people.size(); ++i)
    path.steps.push_back(shared_papers(graph, path.people[i], path.people[i + 1]));
  return {std::move(path)};
}

}  // namespace scholargraph
