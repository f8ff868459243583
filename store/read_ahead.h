// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace scholargraph {

/// Asks the system to load the beginning of a file that is about to be read as a whole, up to some hundred megabytes,
/// while the caller goes on. A hint: what cannot be loaded is read when it is needed.
void read_ahead(const std::filesystem::path& file);

}  // namespace scholargraph
