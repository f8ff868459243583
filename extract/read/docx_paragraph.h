// SPDX-License-Identifier: Apache-2.0
// One paragraph of a Word document while it is read, and the block that it becomes.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"

namespace scholargraph {

struct DocxParagraph {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;
  int number = 0;  ///< from 1, of its first line among all paragraphs and lines behind breaks
  std::string marker;
  float left = 0;                       ///< of the first line, points
  float hang = 0;                       ///< of the other lines, points
  bool gap_before = false;
  std::string text;                     ///< blanks collapsed, '\t' and '\n' trimmed
  std::vector<StyleSpan> styles;
  /// A line behind a line break.
  struct Break {
    std::uint32_t begin = 0;            ///< offset behind the '\n'
    float indent = 0;                   ///< of blanks and tabs at its start, points
    bool blank_before = false;          ///< more than one break: a blank line
  };
  std::vector<Break> breaks;
  std::map<float, std::size_t> sizes;   ///< letters by font size

  void append(std::string_view utf8, std::uint8_t style_bits, const std::string& target, float size);
  void tab();
  void line_break();
  /// Ends the text: nothing is appended afterwards.
  void finish();
  [[nodiscard]] bool empty() const { return text.empty(); }
  [[nodiscard]] float font_size() const;

 private:
  void settle();

  int blanks_ = 0;        ///< waiting for the next visible character
  int tabs_ = 0;
  int line_breaks_ = 0;
};

/// This many blanks in a row are a visible gap: people set columns with them.
constexpr int kGapBlanks = 3;
/// The width of a blank at the start of a line, in points.
constexpr float kBlankWidth = 3;
/// Steps of leading tabs when no tab stop is known: Word's default.
constexpr float kDefaultTab = 36;

/// One block; more where a blank line or a printed list marker stands behind a line break. REQUIRES: !empty().
std::vector<Block> make_blocks(const DocxParagraph& paragraph);

/// One row of a table: line k holds the k-th paragraph of every cell. REQUIRES: a cell with text.
Block make_row(const std::vector<std::vector<DocxParagraph>>& cells);

/// The paragraphs of a row of a table inside a cell: one with tabs if no cell has more than one, else all.
std::vector<DocxParagraph> rows_of_cell(std::vector<std::vector<DocxParagraph>> cells);

/// A row that lays out the page rather than a table: a single cell with text, or long cells that do not match,
/// or cells that hold headings, or cells that each say what and when. Its cells are read one after the other.
bool is_layout_row(const std::vector<std::vector<DocxParagraph>>& cells);

}  // namespace scholargraph
