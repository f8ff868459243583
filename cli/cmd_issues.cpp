// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/command_line.h"
#include "cli/json.h"
#include "cli/node_text.h"

namespace scholargraph {

namespace {

struct IssuesOptions {
  std::string graph = "graph.db";
  bool json = false;
};

const char* severity_name(Severity severity) {
  return severity == Severity::kError ? "error" : severity == Severity::kWarning ? "warning" : "note";
}

std::string issues_json(const Diagnostics& diagnostics) {
  JsonWriter json;
  json.open_array();
  for (const Diagnostic& diagnostic : diagnostics) {
    json.open_object();
    json.field("file", diagnostic.file);
    json.field("line", diagnostic.line);
    json.field("column", diagnostic.column);
    json.field("severity", severity_name(diagnostic.severity));
    json.field("message", diagnostic.message);
    json.field("hint", diagnostic.hint);
    json.close_object();
  }
  json.close_array();
  return json.finish();
}

ExitCode run_issues(const IssuesOptions& options, Console& console) {
  const Diagnostics diagnostics = StoredGraph(options.graph).diagnostics();
  if (options.json) {
    console.print(issues_json(diagnostics));
    return ExitCode::kOk;
  }
  for (const Diagnostic& diagnostic : diagnostics) console.print(printable(to_string(diagnostic)) + "\n");
  if (diagnostics.empty()) console.message("no issues");
  return ExitCode::kOk;
}

}  // namespace

void add_issues_command(CommandLine& line) {
  const auto options = std::make_shared<IssuesOptions>();
  CLI::App* command = line.add_command("issues", "List what was wrong with the inputs of a graph",
                                       "scholargraph issues group.db\nscholargraph issues --json group.db");
  command->add_option("GRAPH.db", options->graph, "The graph to read (default: graph.db)");
  command->add_flag("--json", options->json, "Print JSON");
  line.on_run(command, [options](Console& console) { return run_issues(*options, console); });
}

}  // namespace scholargraph
