// SPDX-License-Identifier: Apache-2.0
// The declarations that formats.def stands for: `extern const DocumentFormat kNAMEFormat` for every line.
#pragma once

#include "extract/format.h"

namespace scholargraph {

#define SCHOLARGRAPH_FORMAT(NAME) extern const DocumentFormat k##NAME##Format;
#include "extract/formats.def"
#undef SCHOLARGRAPH_FORMAT

}  // namespace scholargraph
