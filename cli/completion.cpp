// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "cli/manual.h"

namespace scholargraph {

namespace {

std::vector<OptionManual> all_options(const ProgramManual& manual, const CommandManual& command) {
  std::vector<OptionManual> options = command.options;
  options.insert(options.end(), manual.program.options.begin(), manual.program.options.end());
  options.push_back({{"-h", "--help"}, "", "Print this help", {}, false, false});
  return options;
}

std::string command_names(const ProgramManual& manual) {
  std::string out;
  for (const CommandManual& command : manual.commands) out += (out.empty() ? "" : " ") + command.name;
  return out;
}

/// "-o|--output) …": what may follow an option that takes a value.
std::string bash_value_cases(const std::vector<OptionManual>& options, const std::string& indent) {
  std::string out;
  for (const OptionManual& option : options) {
    if (option.value.empty()) continue;
    out += indent + join(option.names, "|") + ") COMPREPLY=(";
    out += option.choices.empty() ? "$(compgen -f -- \"$word\")" :
                                    "$(compgen -W '" + join(option.choices, " ") + "' -- \"$word\")";
    out += "); return ;;\n";
  }
  return out;
}

std::string bash_case(const ProgramManual& manual, const CommandManual& command) {
  std::string names;
  for (const OptionManual& option : all_options(manual, command)) names += (names.empty() ? "" : " ") + join(option.names, " ");
  std::string out = "    " + command.name + ")\n      case $previous in\n";
  out += bash_value_cases(all_options(manual, command), "        ");
  return out + "      esac\n      options='" + names + "' ;;\n";
}

/// For zsh's _arguments and fish: no quotes, brackets or colons.
std::string plain(const std::string& text) {
  std::string out;
  for (const char c : text)
    if (c == '\'' || c == '[' || c == ']' || c == ':' || c == '"') out += c == ':' ? "," : "";
    else out += c;
  return out;
}

std::string zsh_option(const OptionManual& option, const std::string& indent) {
  std::string out;
  for (const std::string& name : option.names) {
    out += indent + "'" + name + "[" + plain(option.description) + "]";
    if (!option.value.empty())
      out += ":value:" + (option.choices.empty() ? "_files" : "(" + join(option.choices, " ") + ")");
    out += "' \\\n";
  }
  return out;
}

std::string fish_option(const OptionManual& option, const std::string& condition) {
  std::string out = "complete -c scholargraph" + condition;
  for (const std::string& name : option.names) out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (!option.choices.empty()) out += " -x -a '" + join(option.choices, " ") + "'";
  else if (!option.value.empty()) out += " -r";
  return out + " -d '" + plain(option.description) + "'\n";
}

}  // namespace

std::string bash_completion(const ProgramManual& manual) {
  std::string out = "# bash completion for scholargraph\n_scholargraph() {\n";
  out += "  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} options='' command='' i\n";
  out += "  for ((i = 1; i < COMP_CWORD; i++)); do\n";
  out += "    case ${COMP_WORDS[i]} in -*) ;; *) command=${COMP_WORDS[i]}; break ;; esac\n  done\n";
  out += "  COMPREPLY=()\n  case $command in\n";
  for (const CommandManual& command : manual.commands) out += bash_case(manual, command);
  out += "    *) COMPREPLY=($(compgen -W '" + command_names(manual) + " --help --version' -- \"$word\")); return ;;\n  esac\n";
  out += "  if [[ $command == help ]]; then COMPREPLY=($(compgen -W '" + command_names(manual) + "' -- \"$word\")); return; fi\n";
  out += "  if [[ $word == -* ]]; then COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n";
  out += "  else COMPREPLY=($(compgen -f -- \"$word\")); fi\n}\n";
  return out + "complete -o filenames -F _scholargraph scholargraph\n";
}

std::string zsh_completion(const ProgramManual& manual) {
  std::string out = "#compdef scholargraph\n_scholargraph() {\n  local -a commands\n  commands=(\n";
  for (const CommandManual& command : manual.commands)
    out += "    '" + command.name + ":" + plain(command.summary) + "'\n";
  out += "  )\n  if (( CURRENT == 2 )); then _describe command commands; return; fi\n  case $words[2] in\n";
  for (const CommandManual& command : manual.commands) {
    out += "    " + command.name + ") _arguments \\\n";
    for (const OptionManual& option : all_options(manual, command)) out += zsh_option(option, "      ");
    out += "      '*:file:_files' ;;\n";
  }
  return out + "  esac\n}\n_scholargraph \"$@\"\n";
}

std::string fish_completion(const ProgramManual& manual) {
  std::string out = "# fish completion for scholargraph\n";
  for (const CommandManual& command : manual.commands)
    out += "complete -c scholargraph -n __fish_use_subcommand -f -a " + command.name + " -d '" + plain(command.summary) + "'\n";
  for (const CommandManual& command : manual.commands)
    for (const OptionManual& option : command.options)
      out += fish_option(option, " -n '__fish_seen_subcommand_from " + command.name + "'");
  for (const OptionManual& option : manual.program.options) out += fish_option(option, "");
  return out;
}

}  // namespace scholargraph
