// SPDX-License-Identifier: Apache-2.0
#include "cli/node_text.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/suggest.h"
#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxNamed = 3;

std::string number_text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.4g", value);
  return buffer;
}

/// What the edges of a node say about it, gathered in their own order.
struct Surroundings {
  std::vector<std::string> institutions;
  std::vector<std::string> coauthors;
  std::size_t papers = 0;
};

void add_once(std::vector<std::string>& list, const std::string& item) {
  if (!item.empty() && std::find(list.begin(), list.end(), item) == list.end()) list.push_back(item);
}

Surroundings look_around(const StoredGraph& graph, const std::string& id) {
  Surroundings found;
  std::vector<std::string> institution_ids;
  std::vector<std::string> coauthor_ids;
  graph.for_each_edge_of(id, [&](const EdgeView& edge) {
    const std::string other(edge.source == id ? edge.target : edge.source);
    if (edge.kind == EdgeKind::kAuthored && edge.source == id) ++found.papers;
    if (edge.kind == EdgeKind::kCoauthor) add_once(coauthor_ids, other);
    if (edge.kind == EdgeKind::kEmployedAt || edge.kind == EdgeKind::kEducatedAt || edge.kind == EdgeKind::kAffiliatedWith)
      add_once(institution_ids, other);
  });
  for (std::size_t i = 0; i < std::min(kMaxNamed, institution_ids.size()); ++i)
    add_once(found.institutions, graph.label_of(institution_ids[i]));
  for (std::size_t i = 0; i < std::min(kMaxNamed, coauthor_ids.size()); ++i)
    add_once(found.coauthors, graph.label_of(coauthor_ids[i]));
  return found;
}

std::string suggestion(const StoredGraph& graph, const std::string& query, bool people_only) {
  std::vector<std::string> labels;
  graph.for_each_node([&](const NodeView& node) {
    if (!people_only || node.kind == NodeKind::kPerson) labels.emplace_back(node.label);
  });
  return did_you_mean(query, labels);
}

}  // namespace

std::string value_text(const PropertyValue& value) {
  if (const auto* string = std::get_if<std::string_view>(&value)) return std::string(*string);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&value)) return number_text(*real);
  if (const auto* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
  const auto* list = std::get_if<std::span<const std::string_view>>(&value);
  return list ? join(std::vector<std::string>(list->begin(), list->end()), "; ") : std::string();
}

std::string properties_text(std::span<const PropertyInfo> infos, std::span<const PropertyValue> values) {
  std::string out;
  for (std::size_t i = 0; i < infos.size() && i < values.size(); ++i) {
    const std::string text = value_text(values[i]);
    if (!text.empty()) out += (out.empty() ? "" : ", ") + std::string(infos[i].name) + " " + text;
  }
  return out;
}

std::string place_text(const EvidenceView& place) {
  std::string out(place.document);
  if (place.page > 0) out += " page " + std::to_string(place.page);
  if (place.first_line > 0) out += ":" + std::to_string(place.first_line);
  if (place.last_line > place.first_line) out += "-" + std::to_string(place.last_line);
  if (!place.key.empty()) out += " [" + std::string(place.key) + "]";
  return out;
}

std::string distinction(const StoredGraph& graph, const std::string& id) {
  const Surroundings around = look_around(graph, id);
  std::vector<std::string> parts;
  if (!around.institutions.empty()) parts.push_back(join(around.institutions, ", "));
  if (around.papers > 0) parts.push_back(std::to_string(around.papers) + (around.papers == 1 ? " paper" : " papers"));
  if (!around.coauthors.empty()) parts.push_back("with " + join(around.coauthors, ", "));
  return join(parts, "; ");
}

std::map<std::string, std::string> labels_around(const StoredGraph& graph, const std::string& id) {
  std::map<std::string, std::string> labels{{id, {}}};
  graph.for_each_edge_of(id, [&](const EdgeView& edge) {
    labels.emplace(edge.source, std::string());
    labels.emplace(edge.target, std::string());
  });
  for (auto& [node, label] : labels) label = graph.label_of(node);
  return labels;
}

std::string node_list(const StoredGraph& graph, const std::vector<NodeSummary>& nodes) {
  std::string out;
  for (const NodeSummary& node : nodes) {
    out += node.id + "  " + std::string(node_info(node.kind).name) + "  " + printable(node.label) + "\n";
    if (const std::string what = distinction(graph, node.id); !what.empty()) out += "    " + printable(what) + "\n";
  }
  return out;
}

std::vector<NodeSummary> find_nodes(const StoredGraph& graph, const std::string& file, const std::string& query,
                                    bool people_only) {
  std::vector<NodeSummary> nodes = graph.find(query);
  if (people_only) std::erase_if(nodes, [](const NodeSummary& node) { return node.kind != NodeKind::kPerson; });
  if (nodes.empty())
    throw Error(ExitCode::kSomeInputsFailed,
                file + ": " + (people_only ? "nobody" : "nothing") + " is called '" + query + "'",
                suggestion(graph, query, people_only));
  return nodes;
}

void add_graph_option(CLI::App* command, std::string& target) {
  command->add_option("-g,--graph", target, "The graph to read (default: graph.db)")->type_name("GRAPH.db");
}

std::string take_graph(const std::string& option, std::vector<std::string>& words) {
  if (!option.empty()) return option;
  std::error_code ignored;
  if (words.size() < 2 || !(words[0].ends_with(".db") || std::filesystem::is_regular_file(words[0], ignored)))
    return "graph.db";
  const std::string file = words[0];
  words.erase(words.begin());
  return file;
}

}  // namespace scholargraph
