// SPDX-License-Identifier: Apache-2.0
// Tells bibliographic sources from documents, by their first bytes.
#pragma once

#include <string>
#include <vector>

#include "extract/source/source_format.h"

namespace scholargraph {

/// The source format of each file, by its first bytes (decompressed), found on `jobs` threads; nullptr when it is a
/// document, is standard input, or cannot be read (the document reader says why). Throws Error(kInterrupted).
std::vector<const SourceFormat*> detect_sources(const std::vector<std::string>& paths, int jobs);

}  // namespace scholargraph
