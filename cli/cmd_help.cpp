// SPDX-License-Identifier: Apache-2.0
#include <memory>

#include "base/suggest.h"
#include "cli/manual.h"

namespace scholargraph {

namespace {

ExitCode run_help(const CommandLine& line, const std::string& command, Console& console) {
  const ProgramManual manual = describe(line);
  std::vector<std::string> names;
  for (const CommandManual& known : manual.commands) names.push_back(known.name);
  if (!command.empty()) require_choice("help", command, names);
  console.print(help_text(manual, command));
  return ExitCode::kOk;
}

}  // namespace

void add_help_command(CommandLine& line) {
  const auto command = std::make_shared<std::string>();
  CLI::App* help = line.add_command("help", "Print the help of a command", "scholargraph help build");
  help->add_option("COMMAND", *command, "The command; without it, the help of the program");
  line.on_run(help, [&line, command](Console& console) { return run_help(line, *command, console); });
}

}  // namespace scholargraph
