// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "cli/command_line.h"
#include "export/exporter.h"
#include "extract/format.h"
#include "extract/source/source_format.h"

namespace scholargraph {

namespace {

/// Three columns.
std::string row(std::string_view name, std::string_view files, std::string_view summary) {
  std::string out = "  " + std::string(name);
  out.resize(std::max<std::size_t>(out.size() + 1, 18), ' ');
  out += files;
  out.resize(std::max<std::size_t>(out.size() + 1, 46), ' ');
  return out.append(summary) + "\n";
}

ExitCode run_formats(Console& console) {
  console.print("Documents that build and extract read (detected by content, the suffix breaks ties):\n");
  for (const DocumentFormat* format : document_formats()) {
    const std::vector<std::string> suffixes(format->suffixes.begin(), format->suffixes.end());
    console.print(row(format->name, join(suffixes, " "), format->summary));
  }
  console.print("\nBibliographic sources that build and check read, also as .gz and .zst:\n");
  for (const SourceFormat* format : source_formats()) {
    const std::vector<std::string> suffixes(format->suffixes.begin(), format->suffixes.end());
    console.print(row(format->name, join(suffixes, " "), format->summary));
  }
  console.print("\nWhat export --to writes:\n");
  for (const Exporter* exporter : exporters())
    console.print(row(exporter->name, exporter->folder ? "folder" : exporter->suffix, exporter->summary));
  return ExitCode::kOk;
}

}  // namespace

void add_formats_command(CommandLine& line) {
  CLI::App* command = line.add_command("formats", "List the formats that can be read and written", "scholargraph formats");
  line.on_run(command, [](Console& console) { return run_formats(console); });
}

}  // namespace scholargraph
