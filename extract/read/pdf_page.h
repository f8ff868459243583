// SPDX-License-Identifier: Apache-2.0
// The pieces of text on the pages of a PDF, as poppler's `pdftohtml -xml` prints them. Lengths are points;
// y grows downwards.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"

namespace scholargraph {

/// Text of one font on one line, without wide gaps inside. Trimmed, single blanks only, never empty.
struct PdfPiece {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float size = 0;                 ///< of the font
  bool blank_before = false;      ///< the piece began with a blank
  bool blank_after = false;
  bool gap_after = false;         ///< a margin label: what follows on the row is set apart
  bool is_label = false;          ///< a section's name in the margin (see pdf_labels.h)
  std::string text;
  std::vector<StyleSpan> styles;  ///< offsets into text

  [[nodiscard]] float middle() const { return (top + bottom) / 2; }
};

struct PdfPage {
  float width = 0;
  float height = 0;
  std::vector<PdfPiece> pieces;
};

/// `zoom`: what pdftohtml was told; all its numbers are divided by it. Forgiving: unknown tags are passed over,
/// tags that are closed in the wrong order are taken as closed, broken numbers are 0; pieces outside their page,
/// in icon fonts, rotated or without visible text are left out. Takes any bytes.
std::vector<PdfPage> parse_pdf_pages(std::string_view xml, float zoom);

}  // namespace scholargraph
