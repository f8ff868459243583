// SPDX-License-Identifier: Apache-2.0
// The CLI11 tree of the program together with what CLI11 does not keep: examples, choices, and what to run.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "cli/console.h"

namespace scholargraph {

/// What a command does; returns the exit code of the program.
using Action = std::function<ExitCode(Console&)>;

/// The parser with every command in it, and the result of parsing. Not copyable: the options point into it.
struct CommandLine {
  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// A command with its one-line summary and its examples (lines of "scholargraph …", shown first in the help).
  CLI::App* add_command(const std::string& name, const std::string& summary, const std::string& examples);
  /// What to run when `command` was given. The options that `action` holds are filled by then.
  void on_run(CLI::App* command, Action action);
  /// An option that takes one of `values`; anything else is a usage error with a suggestion.
  CLI::Option* add_choice(CLI::App* command, const std::string& names, std::string& target,
                          std::vector<std::string> values, const std::string& description);

  CLI::App app;
  bool quiet = false;
  std::string color = "auto";
  std::string generate;                                           ///< value of the hidden --generate
  std::map<const CLI::Option*, std::vector<std::string>> choices;
  Action action;                                                  ///< empty until a command was parsed
};

/// Adds every command of the program, in the order of the help.
void add_all_commands(CommandLine& line);

/// One function for each cli/cmd_<verb>.cpp.
void add_build_command(CommandLine& line);
void add_check_command(CommandLine& line);
void add_export_command(CommandLine& line);
void add_extract_command(CommandLine& line);
void add_formats_command(CommandLine& line);
void add_help_command(CommandLine& line);
void add_issues_command(CommandLine& line);
void add_path_command(CommandLine& line);
void add_show_command(CommandLine& line);
void add_stats_command(CommandLine& line);

/// Throws Error(kUsage) with a suggestion when `value` is none of `values`. `what`: "format", "projection".
void require_choice(const std::string& what, const std::string& value, const std::vector<std::string>& values);

}  // namespace scholargraph
