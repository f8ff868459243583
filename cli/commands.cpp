// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

namespace scholargraph {

void add_all_commands(CommandLine& line) {
  add_build_command(line);
  add_extract_command(line);
  add_formats_command(line);
  add_help_command(line);
}

}  // namespace scholargraph
