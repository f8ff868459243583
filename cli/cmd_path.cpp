// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>

#include "base/text.h"
#include "cli/collaboration.h"
#include "cli/command_line.h"
#include "cli/json.h"
#include "cli/node_text.h"

namespace scholargraph {

namespace {

struct PathOptions {
  std::vector<std::string> words;
  std::string graph;
  bool json = false;
};

/// The one person of this name. Several: lists them and throws Error(kUsage).
std::string only_person(const StoredGraph& graph, const std::string& file, const std::string& query) {
  const std::vector<NodeSummary> people = find_nodes(graph, file, query, true);
  if (people.size() > 1)
    throw Error(ExitCode::kUsage, "'" + query + "' is the name of " + std::to_string(people.size()) + " people; give an id",
                node_list(graph, people));
  return people.front().id;
}

std::string person_line(const StoredGraph& graph, const std::string& id) {
  return printable(graph.label_of(id)) + "  " + id + "\n";
}

std::string path_text(const StoredGraph& graph, const CollaborationPath& path) {
  std::string out = person_line(graph, path.people.front());
  for (std::size_t i = 0; i < path.steps.size(); ++i) {
    for (const SharedPaper& paper : path.steps[i]) {
      out += "  " + printable(paper.title) + (paper.year > 0 ? " (" + std::to_string(paper.year) + ")" : "") + "\n";
      for (const std::string& place : paper.places) out += "    " + printable(place) + "\n";
    }
    out += person_line(graph, path.people[i + 1]);
  }
  return out;
}

void write_step(JsonWriter& json, const std::vector<SharedPaper>& papers) {
  json.open_array();
  for (const SharedPaper& paper : papers) {
    json.open_object();
    json.field("id", paper.id);
    json.field("title", paper.title);
    if (paper.year > 0) json.field("year", paper.year);
    json.close_object();
  }
  json.close_array();
}

std::string path_json(const StoredGraph& graph, const std::optional<CollaborationPath>& path) {
  JsonWriter json;
  json.open_object();
  json.key("length");
  if (path) json.number(static_cast<std::uint64_t>(path->steps.size()));
  else json.null();
  json.key("people");
  json.open_array();
  for (std::size_t i = 0; path && i < path->people.size(); ++i) {
    json.open_object();
    json.field("id", path->people[i]);
    json.field("label", graph.label_of(path->people[i]));
    json.close_object();
  }
  json.close_array();
  json.key("papers");
  json.open_array();
  for (std::size_t i = 0; path && i < path->steps.size(); ++i) write_step(json, path->steps[i]);
  json.close_array();
  json.close_object();
  return json.finish();
}

ExitCode run_path(const PathOptions& options, Console& console) {
  std::vector<std::string> people = options.words;
  const std::string file = take_graph(options.graph, people);
  if (people.size() != 2)
    throw Error(ExitCode::kUsage, "two people are needed, not " + std::to_string(people.size()),
                "put a name of several words into quotes");
  const StoredGraph graph(file);
  const std::string from = only_person(graph, file, people[0]);
  const std::string to = only_person(graph, file, people[1]);
  const Collaboration found = find_collaboration(graph, from, to);
  if (options.json) console.print(path_json(graph, found.path));
  else if (found.path) console.print(path_text(graph, *found.path));
  if (!found.path)
    console.message("no chain of coauthors leads from '" + people[0] + "' to '" + people[1] +
                    "'; their networks have " + std::to_string(found.people_near_from) + " and " +
                    std::to_string(found.people_near_to) + " people");
  return found.path ? ExitCode::kOk : ExitCode::kSomeInputsFailed;
}

}  // namespace

void add_path_command(CommandLine& line) {
  const auto options = std::make_shared<PathOptions>();
  CLI::App* command = line.add_command("path", "Find the shortest chain of coauthors between two people",
                                       "scholargraph path group.db 'Ada Sample' 'Ben Example'");
  command->add_option("[GRAPH.db] A B", options->words, "The graph, and two people's names or ids")->required();
  add_graph_option(command, options->graph);
  command->add_flag("--json", options->json, "Print JSON");
  line.on_run(command, [options](Console& console) { return run_path(*options, console); });
}

}  // namespace scholargraph
