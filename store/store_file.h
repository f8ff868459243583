// SPDX-License-Identifier: Apache-2.0
// The tables of a fresh store by name, ready to be filled.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>

#include "store/page_file.h"
#include "store/table_file.h"

namespace scholargraph {

class StoreFile {
 public:
  /// REQUIRES: all tables exist in the file, and no connection has it open.
  StoreFile(const std::filesystem::path& file, const std::string& name);

  /// REQUIRES: the table is empty. At most one TableFile for each table.
  TableFile table(const std::string& name) { return {pages_, roots_.at(name), false}; }
  TableFile numbered_table(const std::string& name) { return {pages_, roots_.at(name), true}; }
  /// REQUIRES: every TableFile has finished.
  void finish() { pages_.finish(); }

 private:
  std::unordered_map<std::string, std::uint32_t> roots_;
  PageFile pages_;
};

}  // namespace scholargraph
