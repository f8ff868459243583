// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/command_line.h"
#include "cli/detect_sources.h"
#include "cli/extract_all.h"
#include "cli/inputs.h"
#include "cli/read_sources.h"

namespace scholargraph {

namespace {

struct CheckOptions {
  std::vector<std::string> inputs;
  std::string files_from;
  int jobs = 0;
};

std::string counted(std::uint64_t count, const char* noun) {
  return count == 0 ? std::string() : ", " + std::to_string(count) + " " + noun;
}

/// "works.jsonl: openalex: 7518 read = 7518 kept + 0 skipped: 7518 papers, 39682 authorships"
std::string source_line(const SourceSummary& summary) {
  const SourceCounts& c = summary.counts;
  const std::string kinds = counted(c.papers, "papers") + counted(c.volumes, "volumes") + counted(c.authors, "authorships") +
                            counted(c.editors, "editorships") + counted(c.people, "people") +
                            counted(c.institutions, "institutions") + counted(c.venues, "venues") +
                            counted(c.others, "others");
  return summary.path + ": " + summary.format + ": " + std::to_string(c.kept() + c.skipped) + " read = " +
         std::to_string(c.kept()) + " kept + " + std::to_string(c.skipped) + " skipped" +
         (kinds.empty() ? "" : ": " + kinds.substr(2)) + "\n";
}

std::string document_line(const DocumentRecord& record) {
  std::string papers = std::to_string(record.cv.papers.size()) + " papers";
  return record.path + ": " + (record.format.empty() ? "no known format" : record.format) + ": " +
         (record.quality.note.empty() ? papers : record.quality.note + "; " + papers) + "\n";
}

ExitCode run_check(const CheckOptions& options, Console& console) {
  const InputList list = list_inputs(options.inputs, options.files_from);
  for (const Diagnostic& diagnostic : list.diagnostics) console.report(diagnostic);
  std::size_t failed = count(list.diagnostics, Severity::kError), good = 0, in_part = 0;
  const auto show = [&](const Diagnostics& diagnostics, const std::string& line, std::uint64_t kept) {
    for (const Diagnostic& diagnostic : diagnostics) console.report(diagnostic);
    const bool fine = count(diagnostics, Severity::kError) == 0;
    ++(fine ? good : failed);
    if (!fine && kept > 0) ++in_part;
    console.print(line);
  };
  std::vector<SourceInput> sources;  // that stand one after the other, so that small files too keep all threads busy
  const auto show_sources = [&] {
    check_sources(sources, effective_jobs(options.jobs), [&](SourceSummary&& summary) {
      show(summary.diagnostics, source_line(summary), summary.counts.kept());
    });
    sources.clear();
  };
  const std::vector<const SourceFormat*> formats = detect_sources(list.paths, effective_jobs(options.jobs));
  for (std::size_t i = 0; i < list.paths.size(); ++i) {
    const std::string& path = list.paths[i];
    if (formats[i]) {
      sources.push_back({path, formats[i]});
    } else {
      show_sources();
      const DocumentRecord record = extract_file(path);
      show(record.diagnostics, document_line(record), 0);
    }
  }
  show_sources();
  if (failed == 0) return ExitCode::kOk;
  return good + in_part == 0 ? ExitCode::kNothingReadable : ExitCode::kSomeInputsFailed;
}

constexpr char kExamples[] =
    "scholargraph check papers.bib dblp.xml.gz\n"
    "scholargraph check openalex/";

}  // namespace

void add_check_command(CommandLine& line) {
  const auto options = std::make_shared<CheckOptions>();
  CLI::App* command =
      line.add_command("check", "Print format, counts and problems of inputs without building a graph", kExamples);
  command->add_option("FILE", options->inputs, "CVs, bibliographic sources, folders, or '-' for standard input");
  command->add_option("--files-from", options->files_from, "Read more names from FILE, one a line; '-': standard input")
      ->type_name("FILE");
  command->add_option("-j,--jobs", options->jobs, "Threads to use (default: number of cores)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  line.on_run(command, [options](Console& console) { return run_check(*options, console); });
}

}  // namespace scholargraph
