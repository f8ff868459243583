// SPDX-License-Identifier: Apache-2.0
#include "export/folder_output.h"

#include <unistd.h>

#include <fstream>

#include "base/error.h"

namespace scholargraph {

namespace {

namespace fs = std::filesystem;

bool was_exported(const fs::path& folder) {
  std::ifstream readme(folder / "README.txt");
  std::string line;
  return std::getline(readme, line) && line == FolderOutput::kFolderMark;
}

void check_target(const fs::path& path, bool overwrite) {
  std::error_code ignored;
  if (!fs::exists(path, ignored)) return;
  if (fs::is_directory(path, ignored) && fs::is_empty(path, ignored)) return;
  if (!overwrite)
    throw Error(ExitCode::kOutputFailed, path.string() + ": already exists", "add --overwrite to replace it");
  if (!was_exported(path))
    throw Error(ExitCode::kOutputFailed, path.string() + ": was not written by an export and is not replaced",
                "choose another name with -o, or remove it first");
}

[[noreturn]] void fail(const fs::path& path, const std::error_code& error) {
  throw Error(ExitCode::kOutputFailed, path.string() + ": cannot be written: " + error.message());
}

/// "out/" and "out" are the same folder; the temporary one must be beside it, not inside.
fs::path without_slash(fs::path path) { return path.has_filename() ? path : path.parent_path(); }

}  // namespace

FolderOutput::FolderOutput(fs::path path, bool overwrite) : path_(without_slash(std::move(path))) {
  check_target(path_, overwrite);
  temporary_ = path_.string() + ".tmp-" + std::to_string(getpid());
  std::error_code error;
  if (!fs::create_directory(temporary_, error) || error) {
    temporary_.clear();
    fail(path_, error ? error : std::make_error_code(std::errc::file_exists));
  }
}

FolderOutput::~FolderOutput() {
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove_all(temporary_, ignored);
}

fs::path FolderOutput::file(std::string_view name) {
  const fs::path file = temporary_ / name;
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) fail(path_, error);
  return file;
}

void FolderOutput::add(std::string_view name, std::string_view content, bool executable) {
  const fs::path target = file(name);
  AtomicFile out(target, false);
  out.write(content);
  out.commit();
  bytes_ += content.size();
  if (executable)
    fs::permissions(target, fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec,
                    fs::perm_options::add);
}

std::uint64_t FolderOutput::commit(std::string_view text) {
  add("README.txt", std::string(kFolderMark) + "\n\n" + std::string(text));
  std::error_code error;
  const fs::path aside = path_.string() + ".old-" + std::to_string(getpid());
  const bool replaces = fs::exists(path_, error);
  if (replaces) fs::rename(path_, aside, error);
  if (!error) fs::rename(temporary_, path_, error);
  if (error) fail(path_, error);
  temporary_.clear();
  if (replaces) fs::remove_all(aside, error);
  return bytes_;
}

}  // namespace scholargraph
