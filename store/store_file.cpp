// SPDX-License-Identifier: Apache-2.0
#include "store/store_file.h"

#include "store/sqlite.h"

namespace scholargraph {

namespace {

std::unordered_map<std::string, std::uint32_t> roots_of(const std::filesystem::path& file, const std::string& name) {
  Database database(file, name, OpenMode::kRead);
  Statement row(database, "SELECT name, rootpage FROM sqlite_master WHERE type = 'table'");
  std::unordered_map<std::string, std::uint32_t> roots;
  while (row.step()) roots.emplace(row.text(0), static_cast<std::uint32_t>(row.integer(1)));
  return roots;
}

}  // namespace

StoreFile::StoreFile(const std::filesystem::path& file, const std::string& name)
    : roots_(roots_of(file, name)), pages_(file, name) {}

}  // namespace scholargraph
