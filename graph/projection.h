// SPDX-License-Identifier: Apache-2.0
// One-mode networks: one kind of node, one kind of weighted edge, for tools that want no more.
#pragma once

#include <optional>
#include <string_view>

#include "graph/graph_stream.h"
#include "graph/property_graph.h"

namespace scholargraph {

/// kCoauthor: people joined by COAUTHOR, as in the graph.
/// kAdvisor: people joined by ADVISED, from advisor to advisee, as in the graph.
/// kInstitution: institutions that people connect. Two institutions are joined by a COAUTHOR edge whose weight adds,
///   for each person who studied at, works at or is affiliated with n of them, 1/(n - 1): the bonds of a person sum
///   up like those of a paper in a coauthor network. Its evidence is one place for each of the two stays of a person.
/// Nodes without such an edge are left out.
enum class Projection { kCoauthor, kAdvisor, kInstitution };

/// "coauthor", "advisor", "institution".
std::optional<Projection> projection_from_name(std::string_view name);

/// Reads the edges of `source` twice and the nodes once. Edges taken from the graph keep properties and evidence.
PropertyGraph project(const GraphSource& source, Projection projection);

}  // namespace scholargraph
