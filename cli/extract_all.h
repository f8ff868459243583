// SPDX-License-Identifier: Apache-2.0
// Many documents at once, results in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "model/record.h"

namespace scholargraph {

/// Documents larger than this are refused: no CV is, and a hostile file must not fill the memory.
inline constexpr std::uintmax_t kMaxDocumentBytes = std::uintmax_t{200} << 20;

/// Reads and extracts one file. Never throws for a bad file: whatever goes wrong is a kError diagnostic.
DocumentRecord extract_file(const std::string& path);

/// True when the document could not be used.
bool has_failed(const DocumentRecord& record);

/// Calls `consume` for every path, in the order of `paths`, on the calling thread, while `jobs` threads extract
/// ahead. At most kWindow results for each job wait at a time, so memory does not grow with the number of paths.
/// Throws what `consume` throws, and Error(kInterrupted), after the threads have stopped.
void extract_all(const std::vector<std::string>& paths, int jobs, const std::function<void(DocumentRecord&&)>& consume);

/// `jobs` as given, or the number of cores for 0.
int effective_jobs(int jobs);

}  // namespace scholargraph
