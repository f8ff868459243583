// SPDX-License-Identifier: Apache-2.0
// The whole way from documents to a stored graph: extract -> resolve -> build -> store.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "cli/console.h"

namespace scholargraph {

struct BuildOptions {
  std::vector<std::string> inputs;
  std::string files_from;
  std::vector<std::string> ror;  ///< registries of organisations, to identify institutions by
  std::string output = "graph.db";
  int jobs = 0;  ///< 0: number of cores
  bool overwrite = false;
  bool ignore_person_ids = false;  ///< leave out the identifiers that bibliographic sources print for people
};

/// Builds the graph of all inputs and writes it to `options.output`. Bad documents are reported and left out.
/// Returns kOk, or kSomeInputsFailed. Throws Error: kUsage, kNothingReadable (nothing is written then),
/// kOutputFailed, kInterrupted.
ExitCode build(const BuildOptions& options, Console& console);

}  // namespace scholargraph
