// SPDX-License-Identifier: Apache-2.0
// Is this file a store, and one that this program understands? Looked at before SQLite opens it.
#pragma once

#include <filesystem>

namespace scholargraph {

/// Throws Error(kNothingReadable) when the file is missing, is no store, or was written by a newer program.
void check_readable_store(const std::filesystem::path& path);

/// Throws Error(kOutputFailed) when something other than a store stands under this name, so that `--overwrite` with
/// a mistyped name never destroys a document. A missing or empty file is fine.
void check_replaceable(const std::filesystem::path& path);

}  // namespace scholargraph
