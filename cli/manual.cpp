// SPDX-License-Identifier: Apache-2.0
#include "cli/manual.h"

#include "base/text.h"

namespace scholargraph {

namespace {

OptionManual describe_option(const CommandLine& line, const CLI::Option& option) {
  OptionManual manual;
  if (option.get_positional()) {
    manual.names.push_back(option.get_name(true));
  } else {
    for (const std::string& name : option.get_snames()) manual.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) manual.names.push_back("--" + name);
  }
  // CLI11 appends what a check expects: "N:INT in [1 - 1024]".
  if (option.get_type_size() != 0 && !option.get_positional())
    manual.value = std::string(split(option.get_type_name(), ':').front());
  manual.description = option.get_description();
  if (const auto found = line.choices.find(&option); found != line.choices.end()) {
    manual.choices = found->second;
    manual.value = join(found->second, "|");
  }
  manual.required = option.get_required();
  manual.repeated = option.get_expected_max() > 1;
  return manual;
}

CommandManual describe_command(const CommandLine& line, const CLI::App& app) {
  CommandManual manual{app.get_name(), app.get_description(), app.get_footer(), {}, {}};
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_group().empty() || option == app.get_help_ptr()) continue;
    (option->get_positional() ? manual.positionals : manual.options).push_back(describe_option(line, *option));
  }
  return manual;
}

/// "name" filled with blanks to `width`, or followed by a line end when it is longer.
std::string column(const std::string& text, std::size_t width) {
  if (text.size() + 2 > width) return text + "\n" + std::string(width + 2, ' ');
  return text + std::string(width - text.size(), ' ');
}

std::string option_lines(const std::vector<OptionManual>& options) {
  std::string out;
  for (const OptionManual& option : options) {
    std::string names = join(option.names, ", ");
    if (!option.value.empty()) names += " " + option.value;
    out += "  " + column(names, 26) + option.description + "\n";
  }
  return out;
}

std::string usage(const CommandManual& command) {
  std::string out = "scholargraph " + command.name;
  for (const OptionManual& positional : command.positionals) {
    const std::string name = positional.names.front() + (positional.repeated ? "..." : "");
    out += positional.required ? " " + name : " [" + name + "]";
  }
  return out + " [OPTIONS]";
}

std::string indented(const std::string& lines) {
  std::string out;
  for (const std::string_view line : split_lines(lines)) out.append("  ").append(line).append("\n");
  return out;
}

std::string program_help(const ProgramManual& manual) {
  std::string out = manual.program.summary + "\n\nExamples:\n" + indented(manual.program.examples);
  out += "\nUsage: scholargraph COMMAND [OPTIONS]\n\nCommands:\n";
  for (const CommandManual& command : manual.commands) out += "  " + column(command.name, 10) + command.summary + "\n";
  out += "\nOptions (for every command):\n" + option_lines(manual.program.options);
  out += "\n'scholargraph help COMMAND' tells more about one command.\n";
  return out;
}

}  // namespace

ProgramManual describe(const CommandLine& line) {
  ProgramManual manual;
  manual.program = describe_command(line, line.app);
  for (const CLI::App* command : line.app.get_subcommands({}))
    manual.commands.push_back(describe_command(line, *command));
  return manual;
}

std::string help_text(const ProgramManual& manual, const std::string& name) {
  for (const CommandManual& command : manual.commands) {
    if (command.name != name) continue;
    std::string out = command.summary + "\n\nExamples:\n" + indented(command.examples) + "\nUsage: " + usage(command);
    if (!command.positionals.empty()) out += "\n\nArguments:\n" + option_lines(command.positionals);
    else out += "\n";
    if (!command.options.empty()) out += "\nOptions:\n" + option_lines(command.options);
    return out + "\nOptions for every command:\n" + option_lines(manual.program.options);
  }
  return program_help(manual);
}

const std::vector<std::pair<int, std::string>>& exit_codes() {
  static const std::vector<std::pair<int, std::string>> table{
      {0, "everything went well"},
      {1, "some inputs could not be used (the rest is built), or what was asked for is not in the graph"},
      {2, "the command line is wrong"},
      {3, "no input could be read; nothing is written"},
      {4, "the output could not be written"},
      {130, "interrupted with Ctrl-C; nothing is written"},
  };
  return table;
}

std::string generate(const ProgramManual& manual, const std::string& what) {
  if (what == "complete-bash") return bash_completion(manual);
  if (what == "complete-zsh") return zsh_completion(manual);
  if (what == "complete-fish") return fish_completion(manual);
  return man_page(manual);
}

}  // namespace scholargraph
