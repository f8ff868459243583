// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "cli/command_line.h"
#include "cli/pipeline.h"

namespace scholargraph {

namespace {

constexpr char kExamples[] =
    "scholargraph build cvs/ -o group.db\n"
    "scholargraph build cv.pdf homepage.html papers.bib works.jsonl.gz\n"
    "scholargraph build cvs/ --ror ror-data.json\n"
    "find . -name '*.tex' | scholargraph build --files-from -";

}  // namespace

void add_build_command(CommandLine& line) {
  const auto options = std::make_shared<BuildOptions>();
  CLI::App* command = line.add_command("build", "Build a graph from CVs and bibliographic sources", kExamples);
  command->add_option("INPUT", options->inputs, "CVs, bibliographic sources, folders (searched to any depth), or '-' for standard input");
  command->add_option("-o,--output", options->output, "The graph to write (default: graph.db)")->type_name("FILE");
  command->add_option("--files-from", options->files_from, "Read more names from FILE, one a line; '-': standard input")
      ->type_name("FILE");
  command->add_option("-j,--jobs", options->jobs, "Documents read at once (default: number of cores)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  command
      ->add_option("--ror", options->ror,
                   "Identify institutions by the ROR registry in FILE (JSON or JSON lines, also .gz and .zst)")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->add_flag("--ignore-person-ids", options->ignore_person_ids,
                    "Leave out the identifiers that bibliographic sources print for people");
  command->add_flag("--overwrite", options->overwrite, "Replace the output if it exists");
  line.on_run(command, [options](Console& console) { return build(*options, console); });
}

}  // namespace scholargraph
