// SPDX-License-Identifier: Apache-2.0
// word/document.xml: paragraphs, tables, text boxes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"
#include "extract/read/docx_styles.h"

namespace scholargraph {

struct DocxParts {
  DocxStyles styles;
  Numbering numbering;
  std::map<std::string, std::string, std::less<>> links;  ///< relationship id -> address
};

/// The blocks of the document. Deleted and hidden text, comments, footnotes and instructions of fields are left
/// out; a text box comes before the paragraph that it is anchored in, once. `*error` gets why reading stopped
/// early, if it did; the blocks until there are kept.
std::vector<Block> read_docx_body(std::string_view xml, const DocxParts& parts, std::string& error);

}  // namespace scholargraph
