// SPDX-License-Identifier: Apache-2.0
// From the arguments of a command to the list of files to read.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"

namespace scholargraph {

/// What the user named, and what turned out to be wrong with it.
struct InputList {
  std::vector<std::string> paths;  ///< sorted by bytes, each file once; "-" is standard input
  std::set<std::string> named;     ///< those of `paths` that the user named; the others were found in folders
  Diagnostics diagnostics;         ///< missing files and unreadable folders (kError), files named twice (kNote)
};

/// Folders are searched to any depth; hidden files and folders in them, links to folders and things that are no
/// files are left out. `files_from` (empty: none; "-": standard input) holds one more path a line.
/// Throws Error(kUsage) when nothing is named at all, Error(kNothingReadable) when `files_from` cannot be read.
InputList list_inputs(const std::vector<std::string>& arguments, const std::string& files_from);

}  // namespace scholargraph
