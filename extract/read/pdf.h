// SPDX-License-Identifier: Apache-2.0
// PDF documents, through poppler's pdftohtml as a child process.
#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "extract/format.h"
#include "extract/layout.h"

namespace scholargraph {

/// The layout of what `pdftohtml -xml -zoom ZOOM` printed. Takes any bytes.
LayoutDocument layout_of_pdf_xml(std::string_view xml, float zoom);

LayoutDocument read_pdf(const InputFile& input, Diagnostics& diagnostics);

}  // namespace scholargraph
