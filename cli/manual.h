// SPDX-License-Identifier: Apache-2.0
// The CLI11 tree as plain data, and what is printed from it: help, man page, completions. One source for all.
#pragma once

#include <string>
#include <vector>

#include "cli/command_line.h"

namespace scholargraph {

struct OptionManual {
  std::vector<std::string> names;    ///< "-o", "--output"; for a positional its value name only
  std::string value;                 ///< "FILE"; empty for a flag
  std::string description;
  std::vector<std::string> choices;  ///< empty when any value goes
  bool required = false;
  bool repeated = false;
};

struct CommandManual {
  std::string name;  ///< empty for the program itself
  std::string summary;
  std::string examples;
  std::vector<OptionManual> positionals;
  std::vector<OptionManual> options;  ///< without -h
};

struct ProgramManual {
  CommandManual program;
  std::vector<CommandManual> commands;
};

/// Everything that is not hidden.
ProgramManual describe(const CommandLine& line);

/// The help of one command, or of the program when `command` is empty. REQUIRES: the command exists.
std::string help_text(const ProgramManual& manual, const std::string& command);

/// `what` is one of the values of --generate.
std::string generate(const ProgramManual& manual, const std::string& what);

std::string man_page(const ProgramManual& manual);
std::string bash_completion(const ProgramManual& manual);
std::string zsh_completion(const ProgramManual& manual);
std::string fish_completion(const ProgramManual& manual);

/// The exit codes with what they mean, for help, man page and README.
const std::vector<std::pair<int, std::string>>& exit_codes();

}  // namespace scholargraph
