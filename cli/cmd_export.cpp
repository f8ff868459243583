// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/suggest.h"
#include "cli/command_line.h"
#include "export/exporter.h"
#include "graph/projection.h"
#include "store/read_ahead.h"
#include "store/store.h"

namespace scholargraph {

namespace {

struct ExportCommandOptions {
  std::string graph = "graph.db";
  std::string format;
  std::string output;
  std::string projection;
  bool overwrite = false;
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Exporter* exporter : exporters()) names.emplace_back(exporter->name);
  return names;
}

std::string summary(const ExportReport& report, const std::string& output) {
  std::string text = output + ": ";
  if (report.rows > 0) text += std::to_string(report.rows) + " authorships";
  else text += std::to_string(report.nodes) + " nodes, " + std::to_string(report.edges) + " edges";
  if (report.replaced_characters > 0)
    text += "; " + std::to_string(report.replaced_characters) + " characters that the format cannot hold were replaced";
  return text;
}

ExitCode run_export_command(const ExportCommandOptions& options, Console& console) {
  const Exporter* exporter = find_exporter(options.format);
  const StoredGraph stored(options.graph);
  read_ahead(options.graph);  // a store that was just written is not in the system's cache
  const ExportOptions how{options.output, options.overwrite, options.projection == "coauthor"};
  ExportReport report;
  if (options.projection.empty()) {
    report = run_export(*exporter, {stored, &stored}, how);
  } else {
    const PropertyGraph projected = project(stored, *projection_from_name(options.projection));
    report = run_export(*exporter, {projected, &stored}, how);
  }
  console.message(summary(report, options.output));
  return ExitCode::kOk;
}

constexpr char kExamples[] =
    "scholargraph export group.db --to graphml -o group.graphml\n"
    "scholargraph export group.db --to graphml --project coauthor -o coauthors.graphml\n"
    "scholargraph export group.db --to neo4j-csv -o neo4j/";

}  // namespace

void add_export_command(CommandLine& line) {
  const auto options = std::make_shared<ExportCommandOptions>();
  CLI::App* command = line.add_command("export", "Write a graph for Gephi, Neo4j, NetworkX, pandas …", kExamples);
  command->add_option("GRAPH.db", options->graph, "The graph to read (default: graph.db)");
  line.add_choice(command, "--to", options->format, format_names(), "The format; 'scholargraph formats' explains them")
      ->required();
  command->add_option("-o,--output", options->output, "Where to write: a file, a folder for some formats, or '-' for standard output")
      ->type_name("PATH")
      ->required();
  line.add_choice(command, "--project", options->projection, {"coauthor", "advisor", "institution"},
                  "Write a network of people (coauthor, advisor) or of institutions only, with weights");
  command->add_flag("--overwrite", options->overwrite, "Replace the output if it exists");
  line.on_run(command, [options](Console& console) { return run_export_command(*options, console); });
}

}  // namespace scholargraph
