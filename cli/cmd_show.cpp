// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/text.h"
#include "cli/command_line.h"
#include "cli/json.h"
#include "cli/node_text.h"

namespace scholargraph {

namespace {

struct ShowOptions {
  std::vector<std::string> words;
  std::string graph;
  bool json = false;
};

/// "ADVISED ->" or "ADVISED <-": edges of one kind and direction are listed together.
std::string heading(const EdgeView& edge, const std::string& id) {
  std::string out(edge_info(edge.kind).name);
  if (edge.kind == EdgeKind::kCoauthor) return out;
  return out + (edge.source == id ? " ->" : " <-");
}

class NodePage {
 public:
  NodePage(const StoredGraph& graph, std::string id, const Palette& palette)
      : graph_(graph), id_(std::move(id)), palette_(palette), labels_(labels_around(graph, id_)) {}

  std::string text() {
    graph_.visit_node(id_, [&](const NodeView& node) { add_node(node); });
    graph_.for_each_edge_of(id_, [&](const EdgeView& edge) { add_edge(edge); });
    for (const std::string& name : order_) out_ += "\n" + strong(name) + "\n" + groups_[name];
    add_merges();
    return out_;
  }

 private:
  std::string strong(std::string_view text) const {
    return std::string(palette_.bold).append(text).append(palette_.reset);
  }
  std::string faint(std::string_view text) const {
    return std::string(palette_.dim).append(text).append(palette_.reset);
  }

  void add_node(const NodeView& node) {
    const NodeInfo& info = node_info(node.kind);
    out_ += strong(printable(node.label)) + " (" + std::string(info.name) + ")\n  id " + std::string(node.id) + "\n";
    for (std::size_t i = 0; i < info.properties.size() && i < node.properties.size(); ++i)
      if (const std::string value = value_text(node.properties[i]); !value.empty())
        out_ += "  " + std::string(info.properties[i].name) + " " + printable(value) + "\n";
  }

  void add_edge(const EdgeView& edge) {
    const std::string name = heading(edge, id_);
    if (!groups_.contains(name)) order_.push_back(name);
    std::string& group = groups_[name];
    const std::string other(edge.source == id_ ? edge.target : edge.source);
    group += "  " + printable(labels_.at(other)) + "  " + faint(other) + "\n";
    std::string facts = properties_text(edge_info(edge.kind).properties, edge.properties);
    facts += (facts.empty() ? "weight " : ", weight ") + value_text(edge.weight) + ", confidence " + value_text(edge.confidence);
    group += "    " + printable(facts) + "\n";
    for (const EvidenceView& place : edge.evidence) {
      group += "    " + printable(place_text(place));
      if (!place.text.empty()) group += ": \"" + printable(collapse_spaces(place.text)) + "\"";
      group += "\n";
    }
  }

  void add_merges() {
    const std::vector<StoredMerge> merges = graph_.merges_of(id_);
    if (!merges.empty()) out_ += "\n" + strong("One node because") + "\n";
    for (const StoredMerge& merge : merges)
      out_ += "  " + printable("\"" + merge.first_name + "\" (" + merge.first_place + ") and \"" + merge.second_name +
                               "\" (" + merge.second_place + "): " + merge.reason) + "\n";
  }

  const StoredGraph& graph_;
  std::string id_;
  const Palette& palette_;
  std::map<std::string, std::string> labels_;
  std::string out_;
  std::vector<std::string> order_;
  std::map<std::string, std::string> groups_;
};

void write_edge(JsonWriter& json, const std::map<std::string, std::string>& labels, const EdgeView& edge) {
  json.open_object();
  json.field("kind", edge_info(edge.kind).name);
  json.field("source", edge.source);
  json.field("source_label", labels.at(std::string(edge.source)));
  json.field("target", edge.target);
  json.field("target_label", labels.at(std::string(edge.target)));
  json.field("weight", edge.weight);
  json.field("confidence", edge.confidence);
  json.key("properties");
  json.properties(edge_info(edge.kind).properties, edge.properties);
  json.key("evidence");
  json.evidence(edge.evidence);
  json.close_object();
}

void write_merges(JsonWriter& json, const std::vector<StoredMerge>& merges) {
  json.open_array();
  for (const StoredMerge& merge : merges) {
    json.open_object();
    json.field("first", merge.first_name);
    json.field("first_place", merge.first_place);
    json.field("second", merge.second_name);
    json.field("second_place", merge.second_place);
    json.field("reason", merge.reason);
    json.field("confidence", merge.confidence);
    json.close_object();
  }
  json.close_array();
}

std::string node_json(const StoredGraph& graph, const std::string& id) {
  JsonWriter json;
  json.open_object();
  graph.visit_node(id, [&](const NodeView& node) {
    json.field("id", node.id);
    json.field("kind", node_info(node.kind).name);
    json.field("label", node.label);
    json.key("properties");
    json.properties(node_info(node.kind).properties, node.properties);
  });
  const std::map<std::string, std::string> labels = labels_around(graph, id);
  json.key("edges");
  json.open_array();
  graph.for_each_edge_of(id, [&](const EdgeView& edge) { write_edge(json, labels, edge); });
  json.close_array();
  json.key("merges");
  write_merges(json, graph.merges_of(id));
  json.close_object();
  return json.finish();
}

std::string matches_json(const StoredGraph& graph, const std::vector<NodeSummary>& nodes) {
  JsonWriter json;
  json.open_object();
  json.key("matches");
  json.open_array();
  for (const NodeSummary& node : nodes) {
    json.open_object();
    json.field("id", node.id);
    json.field("kind", node_info(node.kind).name);
    json.field("label", node.label);
    json.field("known_for", distinction(graph, node.id));
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.finish();
}

ExitCode run_show(const ShowOptions& options, Console& console) {
  std::vector<std::string> words = options.words;
  const std::string file = take_graph(options.graph, words);
  const StoredGraph graph(file);
  const std::string query = join(words, " ");
  const std::vector<NodeSummary> nodes = find_nodes(graph, file, query, false);
  if (nodes.size() > 1) {
    console.print(options.json ? matches_json(graph, nodes) : node_list(graph, nodes));
    console.message(std::to_string(nodes.size()) + " nodes match '" + query + "'; show one by its id");
  } else {
    console.print(options.json ? node_json(graph, nodes.front().id)
                               : NodePage(graph, nodes.front().id, console.palette()).text());
  }
  return ExitCode::kOk;
}

constexpr char kExamples[] =
    "scholargraph show group.db 'Ada Sample'\n"
    "scholargraph show group.db sample\n"
    "scholargraph show --json group.db person:0123456789abcdef";

}  // namespace

void add_show_command(CommandLine& line) {
  const auto options = std::make_shared<ShowOptions>();
  CLI::App* command = line.add_command("show", "Show one person (or other node) with every edge and its evidence", kExamples);
  command->add_option("[GRAPH.db] NAME", options->words, "The graph, and a name, the beginnings of its words, or an id")
      ->required();
  add_graph_option(command, options->graph);
  command->add_flag("--json", options->json, "Print JSON");
  line.on_run(command, [options](Console& console) { return run_show(*options, console); });
}

}  // namespace scholargraph
