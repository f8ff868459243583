// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

#include "base/suggest.h"
#include "base/text.h"

namespace scholargraph {

CommandLine::CommandLine() : app("Builds a knowledge graph of people, institutions and papers from researchers' CVs.", "scholargraph") {
  app.add_flag("-q,--quiet", quiet, "Print errors only: no progress, no warnings, no summary");
  add_choice(&app, "--color", color, {"auto", "always", "never"},
             "Colour: auto is on for a terminal unless NO_COLOR is set");
  add_choice(&app, "--generate", generate, {"man", "complete-bash", "complete-zsh", "complete-fish"},
             "Print the man page or a completion script")
      ->group("");
  app.set_version_flag("-V,--version", [] { return std::string(); }, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  // One command only: what follows it is data, even when it is spelled like a command.
  app.require_subcommand(0, 1);
}

CLI::App* CommandLine::add_command(const std::string& name, const std::string& summary, const std::string& examples) {
  CLI::App* command = app.add_subcommand(name, summary);
  command->footer(examples);
  command->fallthrough();
  return command;
}

void CommandLine::on_run(CLI::App* command, Action what) {
  command->callback([this, what = std::move(what)] { action = what; });
}

CLI::Option* CommandLine::add_choice(CLI::App* command, const std::string& names, std::string& target,
                                     std::vector<std::string> values, const std::string& description) {
  CLI::Option* option = command->add_option(names, target, description);
  const std::string what = option->get_name();
  option->each([what, values](const std::string& value) { require_choice(what, value, values); });
  choices[option] = std::move(values);
  return option;
}

void require_choice(const std::string& what, const std::string& value, const std::vector<std::string>& values) {
  for (const std::string& known : values)
    if (value == known) return;
  const std::string guess = did_you_mean(value, values);
  throw Error(ExitCode::kUsage, what + ": '" + value + "' is none of " + join(values, ", "), guess);
}

}  // namespace scholargraph
