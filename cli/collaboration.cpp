// SPDX-License-Identifier: Apache-2.0
// Breadth-first search over the COAUTHOR edges, read from the store a person at a time: only the people nearer than
// the target are ever looked at. Neighbours are visited in the order of their ids, so the first chain found is the
// one whose ids sort first. Cost: one indexed query for each person reached.
#include "cli/collaboration.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/interrupt.h"
#include "cli/node_text.h"
#include "graph/schema.h"

namespace scholargraph {

namespace {

std::set<std::string> coauthors_of(const StoredGraph& graph, const std::string& person) {
  std::set<std::string> found;
  graph.for_each_edge_of(person, [&](const EdgeView& edge) {
    if (edge.kind == EdgeKind::kCoauthor) found.emplace(edge.source == person ? edge.target : edge.source);
  });
  return found;
}

/// Who reached whom first, until `to` is reached. Empty when it cannot be.
std::map<std::string, std::string> search(const StoredGraph& graph, const std::string& from, const std::string& to) {
  std::map<std::string, std::string> reached_from{{from, from}};
  std::vector<std::string> frontier{from};
  while (!frontier.empty()) {
    std::vector<std::string> next;
    for (const std::string& person : frontier) {
      throw_if_interrupted();
      for (const std::string& other : coauthors_of(graph, person)) {
        if (!reached_from.emplace(other, person).second) continue;
        if (other == to) return reached_from;
        next.push_back(other);
      }
    }
    frontier = std::move(next);
  }
  return {};
}

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

std::optional<CollaborationPath> find_collaboration(const StoredGraph& graph, const std::string& from,
                                                    const std::string& to) {
  CollaborationPath path;
  path.people.push_back(to);
  if (from != to) {
    const auto reached_from = search(graph, from, to);
    if (reached_from.empty()) return std::nullopt;
    while (path.people.back() != from) path.people.push_back(reached_from.at(path.people.back()));
    std::reverse(path.people.begin(), path.people.end());
  }
  for (std::size_t i = 0; i + 1 < path.people.size(); ++i)
    path.steps.push_back(shared_papers(graph, path.people[i], path.people[i + 1]));
  return path;
}

}  // namespace scholargraph
