// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/files.h"
#include "cli/command_line.h"
#include "cli/extract_all.h"
#include "cli/inputs.h"
#include "cli/record_text.h"
#include "extract/format.h"
#include "extract/layout_dump.h"
#include "extract/record_json.h"

namespace scholargraph {

namespace {

struct ExtractOptions {
  std::vector<std::string> inputs;
  std::string files_from;
  int jobs = 0;
  bool json = false;
  bool layout = false;
};

/// Prints records as they come: one object for one file, an array for several.
class RecordPrinter {
 public:
  RecordPrinter(Console& console, bool json, bool several) : console_(console), json_(json), several_(several) {
    if (json_ && several_) console_.print("[\n");
  }

  void print(const DocumentRecord& record) {
    if (json_) {
      if (printed_++ > 0) console_.print(",\n");
      console_.print(to_json(record, true));
      if (!several_) console_.print("\n");
    } else {
      if (printed_++ > 0) console_.print("\n");
      console_.print(record_text(record, console_.palette()));
    }
  }

  void finish() {
    if (json_ && several_) console_.print(printed_ > 0 ? "\n]\n" : "]\n");
  }

 private:
  Console& console_;
  bool json_;
  bool several_;
  std::size_t printed_ = 0;
};

ExitCode exit_code(std::size_t good, std::size_t failed) {
  if (failed == 0) return ExitCode::kOk;
  return good == 0 ? ExitCode::kNothingReadable : ExitCode::kSomeInputsFailed;
}

/// What the readers make of the files, for those who work on them.
ExitCode dump_layouts(const InputList& list, Console& console) {
  for (const std::string& path : list.paths) {
    const std::string bytes = read_file(path, kMaxDocumentBytes);
    const InputFile input{path, bytes};
    Diagnostics diagnostics;
    if (const DocumentFormat* format = detect_format(input, diagnostics))
      console.print(dump_layout(format->read(input, diagnostics)));
    for (const Diagnostic& diagnostic : diagnostics) console.report(diagnostic);
  }
  return ExitCode::kOk;
}

ExitCode run_extract(const ExtractOptions& options, Console& console) {
  const InputList list = list_inputs(options.inputs, options.files_from);
  for (const Diagnostic& diagnostic : list.diagnostics) console.report(diagnostic);
  std::size_t failed = count(list.diagnostics, Severity::kError);
  if (options.layout) return dump_layouts(list, console);
  std::size_t good = 0;
  RecordPrinter printer(console, options.json, list.paths.size() > 1);
  extract_all(list.paths, options.jobs, [&](DocumentRecord&& record) {
    for (const Diagnostic& diagnostic : record.diagnostics) console.report(diagnostic);
    ++(has_failed(record) ? failed : good);
    printer.print(record);
  });
  printer.finish();
  return exit_code(good, failed);
}

constexpr char kExamples[] =
    "scholargraph extract cv.pdf\n"
    "scholargraph extract --json cv.md | jq .education";

}  // namespace

void add_extract_command(CommandLine& line) {
  const auto options = std::make_shared<ExtractOptions>();
  CLI::App* command = line.add_command("extract", "Print what single documents say, with the lines it comes from", kExamples);
  command->add_option("FILE", options->inputs, "Documents, folders, or '-' for standard input");
  command->add_flag("--json", options->json, "Print a JSON object, or an array for several files");
  command->add_flag("--layout", options->layout, "Print the layout document instead")->group("");
  command->add_option("--files-from", options->files_from, "Read more names from FILE, one a line; '-': standard input")
      ->type_name("FILE");
  command->add_option("-j,--jobs", options->jobs, "Documents read at once (default: number of cores)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  line.on_run(command, [options](Console& console) { return run_extract(*options, console); });
}

}  // namespace scholargraph
