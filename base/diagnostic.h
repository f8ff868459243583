// SPDX-License-Identifier: Apache-2.0
// What was wrong with the input data, and where. Bad data never stops a run: it becomes one of these.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace scholargraph {

enum class Severity {
  kNote,     ///< worth knowing, nothing was lost ("read as Windows-1252")
  kWarning,  ///< a part of the input was skipped or repaired
  kError,    ///< the whole input could not be used; the run ends with exit code 1
};

/// One remark about one place of one input. Lines and columns count from 1; 0 means unknown.
struct Diagnostic {
  std::string file;
  int line = 0;
  int column = 0;
  std::string message;  ///< what was expected and what was found
  std::string hint;     ///< what the user can do about it; may be empty
  Severity severity = Severity::kWarning;
};

using Diagnostics = std::vector<Diagnostic>;

/// `file:line:column: warning: message (hint)`, without the parts that are unknown.
std::string to_string(const Diagnostic& diagnostic);

/// How many have this severity.
std::size_t count(const Diagnostics& diagnostics, Severity severity);

}  // namespace scholargraph
