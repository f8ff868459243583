// SPDX-License-Identifier: Apache-2.0
#include "cli/pipeline.h"

#include <filesystem>

#include "base/free_memory.h"
#include "base/interrupt.h"
#include "base/progress.h"
#include "cli/detect_sources.h"
#include "cli/extract_all.h"
#include "cli/inputs.h"
#include "cli/read_ror.h"
#include "cli/read_sources.h"
#include "extract/format.h"
#include "graph/corpus_graph.h"
#include "model/corpus.h"
#include "resolve/resolve.h"
#include "resolve/ror_registry.h"
#include "store/store.h"

namespace scholargraph {

namespace {

/// More warnings than this are counted, not printed; `issues` lists them all.
constexpr std::size_t kMaxPrintedWarnings = 20;

struct Tally {
  std::size_t read = 0;
  std::size_t failed = 0;
  std::size_t in_part = 0;  ///< of the failed ones: records were kept
  std::size_t warnings = 0;
};

void report(const Diagnostic& diagnostic, Tally& tally, Progress& progress, const Console& console) {
  if (diagnostic.severity == Severity::kWarning && ++tally.warnings > kMaxPrintedWarnings) return;
  if (diagnostic.severity != Severity::kNote) progress.clear();
  console.report(diagnostic);
}

void add_record(Corpus& corpus, const DocumentRecord& record) {
  const bool was_read = !record.hash.empty();
  if (was_read) add_document(corpus, record);
  else corpus.diagnostics.insert(corpus.diagnostics.end(), record.diagnostics.begin(), record.diagnostics.end());
}

/// The inputs told apart by their content.
struct Inputs {
  std::vector<std::string> documents;
  std::vector<SourceInput> sources;
};

Inputs tell_apart(const std::vector<std::string>& paths, int jobs) {
  const std::vector<const SourceFormat*> formats = detect_sources(paths, jobs);
  Inputs inputs;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    if (formats[i])
      inputs.sources.push_back({paths[i], formats[i]});
    else
      inputs.documents.push_back(paths[i]);
  }
  return inputs;
}

/// What lies in a folder beside the documents, a schema or a licence, is text too: without the name of a document it has
/// to say what a CV says.
bool is_stray(const DocumentRecord& record, const InputList& list) {
  if (has_failed(record) || has_document_suffix(record.path) || list.named.contains(record.path)) return false;
  return record.cv.education.empty() && record.cv.employment.empty();
}

/// Extracts every input into the corpus: the documents, then the sources, each in the order of their paths.
Tally collect(const InputList& list, const BuildOptions& options, Corpus& corpus, const Console& console) {
  Tally tally;
  Progress progress(console.progress_stream(), "reading", list.paths.size());
  const Inputs inputs = tell_apart(list.paths, effective_jobs(options.jobs));
  for (const Diagnostic& diagnostic : list.diagnostics) {
    report(diagnostic, tally, progress, console);
    if (diagnostic.severity == Severity::kError) ++tally.failed;
    corpus.diagnostics.push_back(diagnostic);
  }
  extract_all(inputs.documents, options.jobs, [&](DocumentRecord&& record) {
    progress.advance();
    if (is_stray(record, list)) {
      corpus.diagnostics.push_back({record.path, 0, 0, "no document by its name and no CV by its content; left out",
                                    "name the file itself to read it", Severity::kNote});
      return;
    }
    ++(has_failed(record) ? tally.failed : tally.read);
    for (const Diagnostic& diagnostic : record.diagnostics) report(diagnostic, tally, progress, console);
    add_record(corpus, record);
  });
  const SourceOptions source_options{effective_jobs(options.jobs), options.ignore_person_ids};
  read_sources(inputs.sources, source_options, corpus, [&](SourceSummary&& summary) {
    const bool failed = count(summary.diagnostics, Severity::kError) > 0;
    ++(failed ? tally.failed : tally.read);
    if (failed && summary.counts.kept() > 0) ++tally.in_part;
    for (const Diagnostic& diagnostic : summary.diagnostics) report(diagnostic, tally, progress, console);
    progress.advance();
  });
  return tally;
}

/// Refuses early what write_store would refuse after all the work.
void check_output(const BuildOptions& options) {
  std::error_code ignored;
  const std::filesystem::path output(options.output);
  if (!options.overwrite && std::filesystem::exists(output, ignored))
    throw Error(ExitCode::kOutputFailed, options.output + ": already exists", "add --overwrite to replace it");
  const std::filesystem::path folder = output.has_parent_path() ? output.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, ignored))
    throw Error(ExitCode::kOutputFailed, folder.string() + ": no such folder", "create it first");
}

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary(const BuildOptions& options, const Tally& tally, const StoreSize& size, std::size_t merges) {
  return options.output + ": " + counted(tally.read, "document") + " read, " + std::to_string(tally.failed) +
         " failed; " + counted(size.nodes, "node") + ", " + counted(size.edges, "edge") + ", " +
         counted(merges, "merge") + "; " + counted(tally.warnings, "warning");
}

}  // namespace

ExitCode build(const BuildOptions& options, Console& console) {
  check_output(options);
  const InputList inputs = list_inputs(options.inputs, options.files_from);
  const RorRegistry registry = read_ror(options.ror, console);
  Corpus corpus;
  const Tally tally = collect(inputs, options, corpus, console);
  if (tally.warnings > kMaxPrintedWarnings)
    console.message("... and " + counted(tally.warnings - kMaxPrintedWarnings, "more warning") +
                    "; 'scholargraph issues " + options.output + "' lists them all");
  if (tally.read + tally.in_part == 0) throw Error(ExitCode::kNothingReadable, "no input could be read; nothing is written");

  if (registry.size() > 0) {
    const std::size_t identified = identify_institutions(corpus, registry);
    console.message(counted(identified, "institution mention") + " identified by " +
                    counted(registry.size(), "organisation") + " of ROR");
  }
  // Nothing is interned from here on, and what the threads have read with is free.
  corpus.strings.release_index();
  corpus.names.release_index();
  free_unused_memory();
  const Resolution resolution = resolve(corpus, {.jobs = effective_jobs(options.jobs)});
  throw_if_interrupted();
  const CorpusGraph graph(corpus, resolution);
  throw_if_interrupted();
  const StoreSize size =
      write_store(options.output, options.overwrite, corpus, resolution, graph, effective_jobs(options.jobs));
  console.message(summary(options, tally, size, resolution.merges.size()));
  return tally.failed > 0 ? ExitCode::kSomeInputsFailed : ExitCode::kOk;
}

}  // namespace scholargraph
