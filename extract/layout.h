// SPDX-License-Identifier: Apache-2.0
// The layout document: what every reader makes of its format, and all that later stages see of a file.
//
// A document is a list of blocks in reading order. A block is a heading, a paragraph, a list item or a table
// row; its text is markup-free valid UTF-8. Inside a block:
//   '\n'  a line end of the source (soft or hard: see Line::hard_break);
//   '\t'  a visible gap inside a line: the border of two table cells, \hfill, a float:right, a run of blanks
//         or a tab stop that sets a date column apart.
// No other control character occurs. Blanks other than '\n' and '\t' are single U+0020.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace scholargraph {

enum class BlockKind : std::uint8_t { kHeading, kParagraph, kListItem, kTableRow };

enum Style : std::uint8_t { kBold = 1, kItalic = 2, kLink = 4, kStrike = 8, kCode = 16, kUnderline = 32 };

/// text[begin, end) has these styles (an or of Style). Spans are sorted by begin; nested ones overlap.
struct StyleSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t styles = 0;
  std::string target;  ///< for kLink: the address
};

/// One line of a block: it starts at text[begin] and ends before the next line's '\n'.
struct Line {
  std::uint32_t begin = 0;
  int page = 0;  ///< from 1 for paged formats, else 0
  int line = 0;  ///< from 1: line of the file, line of the page (PDF), paragraph or part behind a break (DOCX)
  int last_line = 0;  ///< where the text of this line ends in the source, when that is a later line (cells of a row)
  bool hard_break = false;  ///< the source asked for the line break before this line (<br>, two blanks, \\)
  float left = 0;           ///< x of the first character: points (PDF), columns (text); 0 unknown
  float right = 0;          ///< x behind the last character; 0 unknown
  float font_size = 0;      ///< points; 0 unknown
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;            ///< heading 1..6, list item depth from 1, else 0
  std::string marker;       ///< what led a list item, as printed: "-", "[12]", "3."; else empty
  std::string text;
  std::vector<StyleSpan> styles;
  std::vector<Line> lines;  ///< at least one; lines[0].begin == 0
  bool gap_before = false;  ///< blank line or extra vertical space before the block
};

/// Facts the format itself states (front matter, PDF info, HTML <title>, \author); keys in lower case.
struct MetaField {
  std::string key;
  std::string value;
  int line = 0;
};

struct LayoutDocument {
  std::vector<Block> blocks;
  std::vector<MetaField> meta;
  int pages = 0;            ///< 0 for formats without pages
  int pages_without_text = 0;
};

}  // namespace scholargraph
