// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/manual.h"
#include "cli/version.h"

namespace scholargraph {

namespace {

/// Text safe in roff: backslashes, hyphens that must stay hyphens, and lines that begin with a control character.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
  }
  if (!out.empty() && (out[0] == '.' || out[0] == '\'')) out.insert(0, "\\&");
  return out;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

std::string option_entries(const std::vector<OptionManual>& options) {
  std::string out;
  for (const OptionManual& option : options) {
    out += ".TP\n";
    for (std::size_t i = 0; i < option.names.size(); ++i) out += (i ? ", " : "") + bold(option.names[i]);
    if (!option.value.empty()) out += " " + italic(option.value);
    out += "\n" + roff(option.description) + "\n";
  }
  return out;
}

std::string example_block(const std::string& examples) {
  std::string out = ".PP\n.nf\n";
  for (const std::string_view line : split_lines(examples)) out += ".RS 4\n" + roff(line) + "\n.RE\n";
  return out + ".fi\n";
}

std::string command_section(const CommandManual& command) {
  std::string out = ".SS " + roff(command.name);
  for (const OptionManual& positional : command.positionals)
    out += " " + roff(positional.names.front()) + (positional.repeated ? "..." : "");
  out += "\n" + roff(command.summary) + ".\n";
  return out + option_entries(command.positionals) + option_entries(command.options) + example_block(command.examples);
}

}  // namespace

std::string man_page(const ProgramManual& manual) {
  std::string out = ".TH SCHOLARGRAPH 1 \"\" \"scholargraph " + std::string(kVersion) + "\" \"User Commands\"\n";
  out += ".SH NAME\nscholargraph \\- knowledge graphs from researchers' CVs\n";
  out += ".SH SYNOPSIS\n.B scholargraph\n.I COMMAND\n[\\fIOPTIONS\\fR]\n";
  out += ".SH DESCRIPTION\n" + roff(manual.program.summary) + "\n" + example_block(manual.program.examples);
  out += ".SH COMMANDS\n";
  for (const CommandManual& command : manual.commands) out += command_section(command);
  out += ".SH OPTIONS FOR EVERY COMMAND\n" + option_entries(manual.program.options);
  out += ".SH EXIT STATUS\n";
  for (const auto& [code, meaning] : exit_codes())
    out += ".TP\n" + bold(std::to_string(code)) + "\n" + roff(meaning) + "\n";
  out += ".SH ENVIRONMENT\n.TP\n.B NO_COLOR\nWhen set to anything, no colour is used unless \\-\\-color always is given.\n";
  return out;
}

}  // namespace scholargraph
