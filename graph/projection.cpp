// SPDX-License-Identifier: Apache-2.0
// Problem: a network of one kind of node out of the typed graph.
// Idea: coauthor and advisor networks are edges of the graph, filtered. The institution network multiplies the
// person-institution incidence with itself; a person of n institutions adds 1/(n - 1) to each pair, so that people
// who have been everywhere do not drown the rest. Cost: sum of n^2 over people, n being a handful.
#include "graph/projection.h"

#include <algorithm>
#include <map>
#include <set>

namespace scholargraph {

namespace {

std::vector<EdgeKind> edge_kinds(Projection projection) {
  switch (projection) {
    case Projection::kCoauthor: return {EdgeKind::kCoauthor};
    case Projection::kAdvisor: return {EdgeKind::kAdvised};
    case Projection::kInstitution:
      return {EdgeKind::kEducatedAt, EdgeKind::kEmployedAt, EdgeKind::kAffiliatedWith};
  }
  return {};
}

/// The nodes of `keep` and the edges of one kind between them.
class Filtered final : public GraphSource {
 public:
  Filtered(const GraphSource& source, const std::set<std::string>& keep, EdgeKind kind, bool edges)
      : source_(source), keep_(keep), kind_(kind), edges_(edges) {}

  void for_each_node(const NodeVisit& visit) const override {
    source_.for_each_node([&](const NodeView& view) {
      if (keep_.count(std::string(view.id)) > 0) visit(view);
    });
  }
  void for_each_edge(const EdgeVisit& visit) const override {
    if (!edges_) return;
    source_.for_each_edge([&](const EdgeView& view) {
      if (view.kind == kind_) visit(view);
    });
  }

 private:
  const GraphSource& source_;
  const std::set<std::string>& keep_;
  EdgeKind kind_;
  bool edges_;
};

struct Bond {
  double weight = 0;
  double confidence = 0;
  int people = 0;
};
using Stays = std::map<std::string, std::map<std::string, double>>;  ///< person -> institution -> confidence

PropertyGraph project_institutions(const GraphSource& source, const Stays& stays) {
  std::map<std::pair<std::string, std::string>, Bond> bonds;
  std::set<std::string> keep;
  for (const auto& [person, places] : stays) {
    if (places.size() < 2) continue;
    for (auto a = places.begin(); a != places.end(); ++a) {
      keep.insert(a->first);
      for (auto b = std::next(a); b != places.end(); ++b) {
        Bond& bond = bonds[{a->first, b->first}];
        bond.weight += 1.0 / static_cast<double>(places.size() - 1);
        bond.confidence = std::max(bond.confidence, a->second * b->second);
        ++bond.people;
      }
    }
  }
  PropertyGraph graph = PropertyGraph::from(Filtered(source, keep, EdgeKind::kCoauthor, false));
  for (const auto& [pair, bond] : bonds)
    graph.add_edge({EdgeKind::kCoauthor, *graph.find_node(pair.first), *graph.find_node(pair.second), bond.weight,
                    bond.confidence},
                   {});
  return graph;
}

}  // namespace

std::optional<Projection> projection_from_name(std::string_view name) {
  if (name == "coauthor") return Projection::kCoauthor;
  if (name == "advisor") return Projection::kAdvisor;
  if (name == "institution") return Projection::kInstitution;
  return std::nullopt;
}

PropertyGraph project(const GraphSource& source, Projection projection) {
  const auto kinds = edge_kinds(projection);
  std::set<std::string> keep;
  Stays stays;
  source.for_each_edge([&](const EdgeView& view) {
    if (std::find(kinds.begin(), kinds.end(), view.kind) == kinds.end()) return;
    if (projection == Projection::kInstitution) {
      double& confidence = stays[std::string(view.source)][std::string(view.target)];
      confidence = std::max(confidence, view.confidence);
      return;
    }
    keep.emplace(view.source);
    keep.emplace(view.target);
  });
  if (projection == Projection::kInstitution) return project_institutions(source, stays);
  return PropertyGraph::from(Filtered(source, keep, kinds[0], true));
}

}  // namespace scholargraph
