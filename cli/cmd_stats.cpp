// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>

#include "cli/command_line.h"
#include "cli/json.h"
#include "cli/node_text.h"

namespace scholargraph {

namespace {

/// More documents than this are counted, not listed; --json has them all.
constexpr std::size_t kMaxListed = 50;

struct StatsOptions {
  std::string graph = "graph.db";
  bool json = false;
};

std::uint64_t total(const std::vector<KindCount>& counts) {
  std::uint64_t sum = 0;
  for (const KindCount& count : counts) sum += count.count;
  return sum;
}

std::string row(const std::string& name, std::uint64_t count) {
  const std::string number = std::to_string(count);
  std::string out = "  " + name;
  out.resize(std::max<std::size_t>(30 - number.size(), out.size() + 1), ' ');
  return out + number + "\n";
}

/// A title with a number, and below it every kind that occurs.
std::string table(const std::string& title, const std::vector<KindCount>& counts) {
  std::string out = row(title, total(counts)).substr(2);
  out.insert(title.size(), "  ");
  for (const KindCount& count : counts)
    if (count.count > 0) out += row(count.kind, count.count);
  return out;
}

std::vector<KindCount> counts_of(const SourceCounts& counts) {
  return {{"papers", counts.papers},   {"volumes", counts.volumes}, {"authorships", counts.authors},
          {"editorships", counts.editors}, {"people", counts.people}, {"institutions", counts.institutions},
          {"venues", counts.venues},   {"others", counts.others},   {"skipped", counts.skipped}};
}

/// "    7518 papers, 39682 authorships"; nothing for a document without any.
std::string counts_line(const SourceCounts& counts) {
  std::string out;
  for (const KindCount& count : counts_of(counts))
    if (count.count > 0) out += (out.empty() ? "    " : ", ") + std::to_string(count.count) + " " + count.kind;
  return out.empty() ? out : out + "\n";
}

/// Totals by format, for graphs of many documents.
std::string format_totals(const std::vector<StoredDocument>& documents) {
  struct Total {
    std::size_t documents = 0;
    SourceCounts counts;
  };
  std::map<std::string, Total> totals;
  for (const StoredDocument& document : documents) {
    Total& total = totals[document.format];
    ++total.documents;
    total.counts += document.counts;
  }
  std::string out = "Formats\n";
  for (const auto& [format, total] : totals)
    out += row(format.empty() ? "unknown" : format, total.documents) + counts_line(total.counts);
  return out;
}

std::string stats_text(const StoreStats& stats, const std::vector<StoredDocument>& documents) {
  std::string out = table("Nodes", stats.nodes) + table("Edges", stats.edges) + "Rest on\n";
  out += row("documents", stats.documents) + row("mentions", stats.mentions) + row("merges", stats.merges);
  if (stats.diagnostics > 0) out += row("issues", stats.diagnostics);
  if (documents.size() > kMaxListed) return out + format_totals(documents);
  out += "Documents\n";
  for (const StoredDocument& document : documents) {
    out += "  " + printable(document.path);
    if (!document.format.empty()) out += " (" + document.format + ")";
    if (!document.note.empty()) out += ": " + printable(document.note);
    out += "\n" + counts_line(document.counts);
  }
  return out;
}

void write_counts(JsonWriter& json, const std::string& key, const std::vector<KindCount>& counts) {
  json.key(key);
  json.open_object();
  for (const KindCount& count : counts) json.field(count.kind, count.count);
  json.close_object();
}

std::string stats_json(const StoreStats& stats, const std::vector<StoredDocument>& documents) {
  JsonWriter json;
  json.open_object();
  write_counts(json, "nodes", stats.nodes);
  write_counts(json, "edges", stats.edges);
  json.field("mentions", stats.mentions);
  json.field("merges", stats.merges);
  json.field("diagnostics", stats.diagnostics);
  json.key("documents");
  json.open_array();
  for (const StoredDocument& document : documents) {
    json.open_object();
    json.field("path", document.path);
    json.field("format", document.format);
    json.field("hash", document.hash);
    json.field("note", document.note);
    for (const KindCount& count : counts_of(document.counts)) json.field(count.kind, count.count);
    json.close_object();
  }
  json.close_array();
  json.close_object();
  return json.finish();
}

ExitCode run_stats(const StatsOptions& options, Console& console) {
  const StoredGraph graph(options.graph);
  console.print(options.json ? stats_json(graph.stats(), graph.documents())
                             : stats_text(graph.stats(), graph.documents()));
  return ExitCode::kOk;
}

}  // namespace

void add_stats_command(CommandLine& line) {
  const auto options = std::make_shared<StatsOptions>();
  CLI::App* command = line.add_command("stats", "Count what a graph holds",
                                       "scholargraph stats group.db\nscholargraph stats --json group.db");
  command->add_option("GRAPH.db", options->graph, "The graph to read (default: graph.db)");
  command->add_flag("--json", options->json, "Print JSON");
  line.on_run(command, [options](Console& console) { return run_stats(*options, console); });
}

}  // namespace scholargraph
