// SPDX-License-Identifier: Apache-2.0
#include <exception>
#include <new>

#include "base/free_memory.h"
#include "base/interrupt.h"
#include "base/suggest.h"
#include "cli/command_line.h"
#include "cli/manual.h"
#include "cli/version.h"

namespace scholargraph {

namespace {

std::vector<std::string> command_names(const CommandLine& line) {
  std::vector<std::string> names;
  for (const CLI::App* command : line.app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::string chosen_command(const CommandLine& line) {
  const auto chosen = line.app.get_subcommands();
  return chosen.empty() ? std::string() : chosen.front()->get_name();
}

/// Every long and short option that may follow the chosen command.
std::vector<std::string> option_names(const CommandLine& line) {
  const ProgramManual manual = describe(line);
  std::vector<std::string> names{"--help"};
  for (const OptionManual& option : manual.program.options) names.insert(names.end(), option.names.begin(), option.names.end());
  for (const CommandManual& command : manual.commands)
    if (command.name == chosen_command(line))
      for (const OptionManual& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::string see_help(const CommandLine& line) {
  const std::string command = chosen_command(line);
  return "'scholargraph help" + (command.empty() ? "" : " " + command) + "' shows how it is used";
}

/// What CLI11 found wrong, as the program words it.
Error usage_error(const CommandLine& line, const CLI::ParseError& error) {
  const std::vector<std::string> rest = line.app.remaining(true);
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr || rest.empty())
    return Error(ExitCode::kUsage, error.what(), see_help(line));
  const std::string& word = rest.front();
  const bool is_option = word.size() > 1 && word[0] == '-';
  const bool is_command = !is_option && chosen_command(line).empty();
  const std::string what = is_option ? "unknown option '" : is_command ? "unknown command '" : "unexpected argument '";
  std::string hint;
  if (is_option) hint = did_you_mean(word, option_names(line));
  if (is_command) hint = did_you_mean(word, command_names(line));
  return Error(ExitCode::kUsage, what + word + "'", hint.empty() ? see_help(line) : hint);
}

/// Parses; an empty action means that all is done already (help, version, generated text).
Action parse(CommandLine& line, int argc, char** argv, Console& console) {
  try {
    line.app.parse(argc, argv);
  } catch (const CLI::CallForVersion&) {
    console.print(std::string("scholargraph ") + kVersion + "\n");
    return {};
  } catch (const CLI::CallForHelp&) {
    console.print(help_text(describe(line), chosen_command(line)));
    return {};
  } catch (const CLI::ParseError& error) {
    throw usage_error(line, error);
  }
  if (!line.generate.empty()) {
    console.print(generate(describe(line), line.generate));
    return {};
  }
  if (!line.action) throw Error(ExitCode::kUsage, "no command given", help_text(describe(line), {}));
  return line.action;
}

ColorMode color_mode(const std::string& name) {
  return name == "always" ? ColorMode::kAlways : name == "never" ? ColorMode::kNever : ColorMode::kAuto;
}

ExitCode run(int argc, char** argv) {
  install_signal_handlers();
  CommandLine line;
  add_all_commands(line);
  Console plain(false, ColorMode::kAuto);
  const Action action = parse(line, argc, argv, plain);
  Console console(line.quiet, color_mode(line.color));
  const ExitCode code = action ? action(console) : ExitCode::kOk;
  console.flush();
  return code;
}

ExitCode report(ExitCode code, const std::string& message, const std::string& hint = {}) {
  Console(false, ColorMode::kAuto).error(message, hint);
  return code;
}

/// The only place where exceptions end.
ExitCode run_and_report(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const Error& error) {
    return report(error.code(), error.what(), error.hint());
  } catch (const std::bad_alloc&) {
    return report(ExitCode::kOutputFailed, "out of memory", "build fewer documents at once, or use -j 1");
  } catch (const std::exception& error) {
    return report(ExitCode::kOutputFailed, std::string("internal error: ") + error.what());
  }
}

}  // namespace

}  // namespace scholargraph

int main(int argc, char** argv) {
  scholargraph::free_large_blocks_at_once();
  return static_cast<int>(scholargraph::run_and_report(argc, argv));
}
