// SPDX-License-Identifier: Apache-2.0
// A folder of files that appears under its name when all are complete.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "export/byte_writer.h"

namespace scholargraph {

/// Files are written to a temporary folder beside `path`; commit() renames it. Every such folder holds a README.txt
/// whose first line is kFolderMark: only a folder that has one is ever replaced.
class FolderOutput {
 public:
  static constexpr std::string_view kFolderMark = "Written by scholargraph.";

  /// Throws Error(kOutputFailed) when the folder exists and `overwrite` is false, or when it was not written by an
  /// export, or cannot be made.
  FolderOutput(std::filesystem::path path, bool overwrite);
  ~FolderOutput();
  FolderOutput(const FolderOutput&) = delete;
  FolderOutput& operator=(const FolderOutput&) = delete;

  /// Where to write the file of this name; "nodes/Person.csv" makes the folder `nodes`.
  std::filesystem::path file(std::string_view name);
  /// A whole small file.
  void add(std::string_view name, std::string_view content, bool executable = false);
  /// README.txt with the mark and `text`; then the folder gets its name. Returns the bytes of add()ed files.
  std::uint64_t commit(std::string_view text);

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::uint64_t bytes_ = 0;
};

}  // namespace scholargraph
