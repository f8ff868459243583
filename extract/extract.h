// SPDX-License-Identifier: Apache-2.0
// One document in, its records out.
#pragma once

#include "extract/format.h"
#include "model/record.h"

namespace scholargraph {

/// Detects, reads and understands one document. Never throws for bad data; the diagnostics inside the result
/// say what was wrong. Deterministic and free of shared state: may run on any number of threads.
DocumentRecord extract_document(const InputFile& input);

/// The second half alone: what a layout document says. Used by tests and by extract_document.
CvRecord understand_cv(const LayoutDocument& document, DocumentQuality& quality, Diagnostics& diagnostics);

}  // namespace scholargraph
