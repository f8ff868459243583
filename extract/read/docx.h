// SPDX-License-Identifier: Apache-2.0
// DOCX documents: XML parts in a zip archive.
#pragma once

#include "base/diagnostic.h"
#include "extract/format.h"
#include "extract/layout.h"

namespace scholargraph {

/// Line::line counts paragraphs from 1, empty ones and those in tables included; Line::left is the indent in points.
LayoutDocument read_docx(const InputFile& input, Diagnostics& diagnostics);

}  // namespace scholargraph
