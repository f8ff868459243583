// SPDX-License-Identifier: Apache-2.0
// The table of export targets: help, completion and docs come from it. To add a target, write export/NAME.cpp that
// defines `const Exporter kNAMEExporter` and add one line to export/exporters.def.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "graph/graph_stream.h"
#include "model/mention_stream.h"

namespace scholargraph {

struct ExportInput {
  const GraphSource& graph;
  /// Only the target "mentions-csv" needs it; others ignore it.
  const AuthorshipSource* authorships = nullptr;
};

struct ExportOptions {
  /// Where to write; "-" is standard output for targets that are one file.
  std::filesystem::path output;
  /// Replace an existing file, or an existing folder that an earlier export wrote.
  bool overwrite = false;
  /// The edges have no direction (projections such as coauthor); only GraphML can say so.
  bool undirected = false;
};

/// What was written. Characters that no format can carry are replaced by U+FFFD and counted.
struct ExportReport {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t rows = 0;  ///< authorships, for mentions-csv
  std::uint64_t replaced_characters = 0;
  std::uint64_t bytes = 0;
};

struct Exporter {
  std::string_view name;     ///< as after `--to`
  std::string_view summary;  ///< one line for help
  bool folder = false;       ///< the output is a folder of files
  std::string_view suffix;   ///< ".graphml"; empty for folders
  bool needs_authorships = false;
  /// Throws Error(kOutputFailed) when the output exists and `overwrite` is false, or cannot be written. What stands
  /// under the output's name is either complete or as it was before.
  ExportReport (*run)(const ExportInput& input, const ExportOptions& options);
};

/// All targets, in the order of exporters.def.
const std::vector<const Exporter*>& exporters();

/// nullptr when there is none of this name.
const Exporter* find_exporter(std::string_view name);

/// Runs it. Throws Error(kUsage) when the target is a folder and the output is "-".
ExportReport run_export(const Exporter& exporter, const ExportInput& input, const ExportOptions& options);

}  // namespace scholargraph
