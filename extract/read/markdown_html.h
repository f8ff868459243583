// SPDX-License-Identifier: Apache-2.0
// CommonMark as HTML in which every line knows its source line.
#pragma once

#include <string>
#include <vector>

#include "extract/read/markdown_source.h"

namespace scholargraph {

struct MarkedHtml {
  std::string html;
  std::vector<int> line_map;  ///< source line of each line of `html`
};

/// Raw HTML passes unchanged, list items carry their printed bullet or number in data-marker, the marks of
/// prepare_markdown() become tables, definition lists and struck text.
MarkedHtml render_markdown(const MarkdownSource& source);

}  // namespace scholargraph
