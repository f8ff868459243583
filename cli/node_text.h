// SPDX-License-Identifier: Apache-2.0
// Nodes, properties and evidence as text for people.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "graph/schema.h"
#include "store/store.h"

namespace scholargraph {

/// "2019", "0.5", "yes", "a; b"; empty for an absent value.
std::string value_text(const PropertyValue& value);

/// "level PhD, start_year 2019": the properties that are there, in the order of the schema.
std::string properties_text(std::span<const PropertyInfo> infos, std::span<const PropertyValue> values);

/// "cv.md:12-14", "cv.pdf page 2:5", "refs.bib [key]".
std::string place_text(const EvidenceView& place);

/// Tells nodes of one name apart: "Example University; 12 papers, 2015-2023; with A. Sample, B. Sample".
std::string distinction(const StoredGraph& graph, const std::string& id);

/// The labels of a node and of all its neighbours, by id. Fetched apart, because a query made while edges are visited
/// takes away the views of the edge.
std::map<std::string, std::string> labels_around(const StoredGraph& graph, const std::string& id);

/// One line for each node: id, kind, label and what tells it apart.
std::string node_list(const StoredGraph& graph, const std::vector<NodeSummary>& nodes);

/// The nodes that `query` means, only people when `people_only`. Throws Error(kSomeInputsFailed) with a suggestion
/// when there is none.
std::vector<NodeSummary> find_nodes(const StoredGraph& graph, const std::string& file, const std::string& query,
                                    bool people_only);

/// -g,--graph; the graph may also lead the arguments, see take_graph.
void add_graph_option(CLI::App* command, std::string& target);

/// The graph to read: `option` when it was given; else the first of `words`, which is removed, when others follow it
/// and it ends in ".db" or names a file; else graph.db.
std::string take_graph(const std::string& option, std::vector<std::string>& words);

}  // namespace scholargraph
