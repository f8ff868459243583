// SPDX-License-Identifier: Apache-2.0
// The registry files named by `build --ror`.
#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "resolve/ror_registry.h"

namespace scholargraph {

/// All organisations of the files; bad records are reported and left out. Throws Error(kUsage) for a file that is no
/// ROR registry, Error(kNothingReadable) for one that cannot be read to its end: identities would depend on the damage.
RorRegistry read_ror(const std::vector<std::string>& paths, const Console& console);

}  // namespace scholargraph
