// SPDX-License-Identifier: Apache-2.0
#include "cli/inputs.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "base/error.h"
#include "base/files.h"
#include "base/text.h"

namespace scholargraph {

namespace {

namespace fs = std::filesystem;

Diagnostic failed_input(const std::string& path, const std::string& message, const std::string& hint = {}) {
  return {path, 0, 0, message, hint, Severity::kError};
}

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

void list_folder(const std::string& folder, InputList& list) {
  std::error_code error;
  fs::recursive_directory_iterator it(folder, error);
  const std::size_t before = list.paths.size();
  for (; !error && it != fs::recursive_directory_iterator(); it.increment(error)) {
    std::error_code ignored;
    if (is_hidden(it->path())) {
      if (it->is_directory(ignored)) it.disable_recursion_pending();
    } else if (it->is_regular_file(ignored)) {
      list.paths.push_back(it->path().string());
    }
  }
  if (error) list.diagnostics.push_back(failed_input(folder, "the folder cannot be listed: " + error.message()));
  else if (list.paths.size() == before) list.diagnostics.push_back(failed_input(folder, "the folder holds no files"));
}

void list_one(const std::string& path, InputList& list) {
  std::error_code error;
  if (path == "-") {
    list.paths.push_back(path);
    list.named.insert(path);
  } else if (fs::is_directory(path, error)) {
    list_folder(path, list);
  } else if (!fs::exists(path, error)) {
    list.diagnostics.push_back(failed_input(path, "no such file", "check the spelling"));
  } else {
    list.paths.push_back(path);
    list.named.insert(path);
  }
}

/// fs::canonical() for many files of few folders, each of which is resolved once.
class RealNames {
 public:
  std::string of(const std::string& path) {
    std::error_code error;
    const fs::path name(path);
    if (path == "-" || name.filename().empty()) return path;
    const bool link = fs::is_symlink(fs::symlink_status(name, error));
    const fs::path above = folder(name.parent_path());
    const fs::path real = link ? fs::canonical(name, error) : above / name.filename();
    return error || above.empty() ? path : real.string();
  }

 private:
  const fs::path& folder(const fs::path& path) {
    const auto [known, is_new] = folders_.try_emplace(path.string());
    std::error_code error;
    if (is_new) known->second = fs::canonical(path.empty() ? fs::path(".") : path, error);
    return known->second;
  }

  std::map<std::string, fs::path> folders_;
};

/// One file under two names ("a.md", "./a.md", a link) is read once, under the name that sorts first.
void drop_repeated(InputList& list) {
  std::map<std::string, std::string> first_name;
  std::vector<std::string> kept;
  RealNames names;
  for (std::string& path : list.paths) {
    const auto [known, is_new] = first_name.emplace(names.of(path), path);
    if (is_new) kept.push_back(std::move(path));
    else list.diagnostics.push_back({path, 0, 0, "the same file as " + known->second + "; read once", {}, Severity::kNote});
  }
  list.paths = std::move(kept);
}

}  // namespace

InputList list_inputs(const std::vector<std::string>& arguments, const std::string& files_from) {
  if (arguments.empty() && files_from.empty())
    throw Error(ExitCode::kUsage, "no input given", "name files or folders, '-' for standard input, or --files-from FILE");
  InputList list;
  for (const std::string& argument : arguments) list_one(argument, list);
  if (!files_from.empty()) {
    const std::string names = read_file(files_from);
    for (const std::string_view name : split_lines(names))
      if (!trim(name).empty()) list_one(std::string(name), list);
  }
  std::sort(list.paths.begin(), list.paths.end());
  drop_repeated(list);
  return list;
}

}  // namespace scholargraph
