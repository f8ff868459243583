// SPDX-License-Identifier: Apache-2.0
// Running heads, footers and page numbers.
#pragma once

#include <vector>

#include "extract/read/pdf_page.h"

namespace scholargraph {

/// Takes lines out of `pages` that stand at the same height on most pages with the same text (digits aside), and
/// lone page numbers. A running head that is the first line of the first page (the owner's name) stays there.
void remove_furniture(std::vector<PdfPage>& pages);

}  // namespace scholargraph
