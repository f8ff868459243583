// SPDX-License-Identifier: Apache-2.0
// Problem: a network of one kind of node out of the typed graph.
// Idea: coauthor and advisor networks are edges of the graph, filtered. The institution network multiplies the
// person-institution incidence with itself; a person of n institutions adds 1/(n - 1) to each pair, so that people
// who have been everywhere do not drown the rest. Cost: sum of n^2 over people, n being a handful.
#include "graph/projection.h"

#include <algorithm>
#include <map>
#include <set>

#include "graph/edge_maker.h"

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

/// Where one person was, with the first place that says so.
struct Stay {
  double confidence = 0;
  EvidenceRow place;
};

/// person -> institution -> stay; the text of the places is in `strings`.
struct Stays {
  std::map<std::string, std::map<std::string, Stay>> of_person;
  StringPool strings;

  void add(const EdgeView& view) {
    const auto [entry, fresh] = of_person[std::string(view.source)].try_emplace(std::string(view.target));
    Stay& stay = entry->second;
    stay.confidence = std::max(stay.confidence, view.confidence);
    if (!fresh || view.evidence.empty()) return;
    const EvidenceView& place = view.evidence.front();
    stay.place = {strings.intern(place.document), place.page, place.first_line, place.last_line,
                  strings.intern(place.key), strings.intern(place.text)};
  }
};

struct Bond {
  double weight = 0;
  double confidence = 0;
  std::vector<const EvidenceRow*> places;

  void add(const Stay& a, const Stay& b, std::size_t institutions) {
    weight += 1.0 / static_cast<double>(institutions - 1);
    confidence = std::max(confidence, a.confidence * b.confidence);
    for (const Stay* stay : {&a, &b})
      if (stay->place.document.valid() && places.size() < kMaxEvidence) places.push_back(&stay->place);
  }
};

std::vector<std::uint32_t> copy_places(const Bond& bond, const StringPool& from, PropertyGraph& graph) {
  std::vector<std::uint32_t> rows;
  const auto copied = [&](StringId text) { return graph.strings().intern(from.view(text)); };
  for (const EvidenceRow* place : bond.places)
    rows.push_back(graph.add_evidence({copied(place->document), place->page, place->first_line, place->last_line,
                                       copied(place->key), copied(place->text)}));
  return rows;
}

PropertyGraph project_institutions(const GraphSource& source, const Stays& stays) {
  std::map<std::pair<std::string, std::string>, Bond> bonds;
  std::set<std::string> keep;
  for (const auto& [person, places] : stays.of_person) {
    if (places.size() < 2) continue;
    for (auto a = places.begin(); a != places.end(); ++a) {
      keep.insert(a->first);
      for (auto b = std::next(a); b != places.end(); ++b)
        bonds[{a->first, b->first}].add(a->second, b->second, places.size());
    }
  }
  PropertyGraph graph = PropertyGraph::from(Filtered(source, keep, EdgeKind::kCoauthor, false));
  for (const auto& [pair, bond] : bonds)
    graph.add_edge({EdgeKind::kCoauthor, *graph.find_node(pair.first), *graph.find_node(pair.second), bond.weight,
                    bond.confidence},
                   copy_places(bond, stays.strings, graph));
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
      stays.add(view);
      return;
    }
    keep.emplace(view.source);
    keep.emplace(view.target);
  });
  if (projection == Projection::kInstitution) return project_institutions(source, stays);
  return PropertyGraph::from(Filtered(source, keep, kinds[0], true));
}

}  // namespace scholargraph
