// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.h"

namespace scholargraph {

void add_all_commands(CommandLine& line) {
  line.app.footer(
      "scholargraph build cvs/ -o group.db\n"
      "scholargraph show group.db 'Ada Sample'\n"
      "scholargraph export group.db --to graphml -o group.graphml");
  add_build_command(line);
  add_extract_command(line);
  add_check_command(line);
  add_export_command(line);
  add_stats_command(line);
  add_show_command(line);
  add_path_command(line);
  add_issues_command(line);
  add_formats_command(line);
  add_help_command(line);
}

}  // namespace scholargraph
