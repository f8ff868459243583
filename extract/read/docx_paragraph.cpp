// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx_paragraph.h"

#include <algorithm>

#include "base/text.h"
#include "extract/read/cell_text.h"
#include "extract/read/list_marker.h"
#include "extract/read/pdf_glyphs.h"

namespace scholargraph {
namespace {

/// A table row whose second longest cell has this many paragraphs lays out the page.
constexpr std::size_t kLongCell = 4;
constexpr std::size_t kVeryLongCell = 12;

void add_span(std::vector<StyleSpan>& spans, std::uint32_t begin, std::uint32_t end, std::uint8_t bits, const std::string& target) {
  if (bits == 0 || begin >= end) return;
  for (auto it = spans.rbegin(); it != spans.rend() && it != spans.rbegin() + 2; ++it) {
    if (it->styles == bits && it->target == target && it->end + 1 >= begin && it->end <= begin) {
      it->end = end;
      return;
    }
  }
  spans.push_back({begin, end, bits, target});
}

/// Appends one paragraph's line to a block: text, spans, line starts.
void append_text(Block& block, const DocxParagraph& paragraph) {
  const auto offset = static_cast<std::uint32_t>(block.text.size());
  for (const StyleSpan& span : paragraph.styles) block.styles.push_back({span.begin + offset, span.end + offset, span.styles, span.target});
  block.text += paragraph.text;
}

/// A line of the paragraph, `number` lines behind its first.
void add_line(Block& block, const DocxParagraph& paragraph, std::uint32_t begin, float left, bool hard,
              int number = 0) {
  Line line;
  line.begin = begin;
  line.line = paragraph.number + number;
  line.hard_break = hard;
  line.left = left;
  line.font_size = paragraph.font_size();
  block.lines.push_back(line);
}

/// Takes a printed marker ("• ", "3. ") off the start of the text.
void take_marker(Block& block) {
  const ListMarker marker = list_marker(block.text);
  if (block.kind != BlockKind::kParagraph || marker.kind == MarkerKind::kNone) return;
  const std::size_t line_end = std::min(block.text.find('\n'), block.text.size());
  if (marker.length >= line_end) return;
  const auto cut = static_cast<std::uint32_t>(marker.length);
  block.kind = BlockKind::kListItem;
  block.level = 1;
  block.marker = std::string(marker.text);
  block.text.erase(0, cut);
  for (Line& line : block.lines) line.begin -= std::min(line.begin, cut);
  for (StyleSpan& span : block.styles) {
    span.begin -= std::min(span.begin, cut);
    span.end -= std::min(span.end, cut);
  }
  block.styles.erase(std::remove_if(block.styles.begin(), block.styles.end(), [](const StyleSpan& span) { return span.begin >= span.end; }),
                     block.styles.end());
}

/// Text pasted with its line ends, wrapped at some column: many lines, some of them full. Its breaks mean as little as
/// the line ends of a text file; later stages tell which lines go on.
bool is_pasted_text(const DocxParagraph& paragraph) {
  constexpr std::size_t kManyLines = 12;
  constexpr std::size_t kShortest = 50;
  constexpr std::size_t kLongest = 120;
  std::vector<std::size_t> lengths;
  for (const std::string_view line : split(paragraph.text, '\n')) lengths.push_back(utf8_length(line));
  if (lengths.size() < kManyLines) return false;
  std::sort(lengths.begin(), lengths.end());
  const std::size_t long_line = lengths[lengths.size() * 9 / 10];
  return long_line >= kShortest && long_line <= kLongest;
}

/// Cuts text and spans from `begin` on (a line start) off the block; the result has no lines yet.
Block split_block(Block& block, std::uint32_t begin) {
  Block tail;
  tail.text = block.text.substr(begin);
  block.text.resize(begin - 1);
  for (StyleSpan& span : block.styles) {
    if (span.end <= begin) continue;
    tail.styles.push_back({span.begin > begin ? span.begin - begin : 0, span.end - begin, span.styles, span.target});
    span.end = std::min(span.end, begin - 1);
  }
  return tail;
}

std::vector<const DocxParagraph*> lines_of(const std::vector<DocxParagraph>& cell, bool with_empty) {
  std::vector<const DocxParagraph*> lines;
  for (const DocxParagraph& paragraph : cell) {
    if (with_empty || !paragraph.empty()) lines.push_back(&paragraph);
  }
  while (!lines.empty() && lines.back()->empty()) lines.pop_back();
  return lines;
}

std::size_t paragraphs_with_text(const std::vector<DocxParagraph>& cell) {
  return static_cast<std::size_t>(std::count_if(cell.begin(), cell.end(), [](const DocxParagraph& p) { return !p.empty(); }));
}

/// In a cell, a line break is a line of its own only if the cell stands alone; here it joins what it breaks.
DocxParagraph without_breaks(const DocxParagraph& paragraph) {
  DocxParagraph flat = paragraph;
  std::replace(flat.text.begin(), flat.text.end(), '\n', ' ');
  flat.breaks.clear();
  if (!flat.marker.empty()) {
    flat.text = flat.marker + " " + flat.text;
    const auto shift = static_cast<std::uint32_t>(flat.marker.size() + 1);
    for (StyleSpan& span : flat.styles) {
      span.begin += shift;
      span.end += shift;
    }
  }
  return flat;
}

/// The cell is a degree, a position or a work of its own: several lines, or a long one.
bool is_complete(const std::vector<DocxParagraph>& cell) {
  constexpr std::size_t kLongLine = 80;
  CellText text;
  for (const DocxParagraph& paragraph : cell) {
    if (paragraph.empty()) continue;
    for (const std::string_view line : split(paragraph.text, '\n')) text.add(line);
  }
  return text.says_when_and_what() && (text.lines() >= 2 || text.letters() >= kLongLine);
}

/// Two cells or more, and all that hold text are complete.
bool are_complete(const std::vector<std::vector<DocxParagraph>>& cells) {
  std::size_t complete = 0;
  for (const auto& cell : cells) {
    if (paragraphs_with_text(cell) == 0) continue;
    if (!is_complete(cell)) return false;
    ++complete;
  }
  return complete >= 2;
}

}  // namespace

void DocxParagraph::settle() {
  const float indent = static_cast<float>(tabs_) * kDefaultTab + static_cast<float>(blanks_) * kBlankWidth;
  if (text.empty()) {
    left += indent;
  } else if (line_breaks_ > 0) {
    text += '\n';
    breaks.push_back({static_cast<std::uint32_t>(text.size()), indent, line_breaks_ > 1});
  } else if (tabs_ > 0 || blanks_ >= kGapBlanks) {
    text += '\t';
  } else if (blanks_ > 0) {
    text += ' ';
  }
  blanks_ = tabs_ = line_breaks_ = 0;
}

void DocxParagraph::append(std::string_view utf8, std::uint8_t style_bits, const std::string& target, float size) {
  std::uint32_t begin = 0;
  std::uint32_t visible_end = 0;
  bool begun = false;
  for (const char c : readable_glyphs(utf8)) {
    if (c == ' ') {
      ++blanks_;
      continue;
    }
    settle();
    if (!begun) begin = static_cast<std::uint32_t>(text.size());
    begun = true;
    text += c;
    visible_end = static_cast<std::uint32_t>(text.size());
    ++sizes[size];
  }
  if (!begun) return;
  const std::uint8_t plain = style_bits & static_cast<std::uint8_t>(~kLink);
  add_span(styles, begin, visible_end, plain, {});
  if (!target.empty()) add_span(styles, begin, visible_end, kLink, target);
}

void DocxParagraph::tab() { ++tabs_; }

void DocxParagraph::line_break() {
  blanks_ = tabs_ = 0;
  if (!text.empty()) ++line_breaks_;
}

void DocxParagraph::finish() { blanks_ = tabs_ = line_breaks_ = 0; }

float DocxParagraph::font_size() const {
  const auto most = std::max_element(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == sizes.end() ? 0 : most->first;
}

std::vector<Block> make_blocks(const DocxParagraph& paragraph) {
  Block whole;
  whole.kind = paragraph.kind;
  whole.level = paragraph.level;
  whole.marker = paragraph.marker;
  whole.gap_before = paragraph.gap_before;
  append_text(whole, paragraph);
  add_line(whole, paragraph, 0, paragraph.left, false);
  std::vector<Block> blocks;
  const bool pasted = is_pasted_text(paragraph);
  int number = 0;
  for (const DocxParagraph::Break& at : paragraph.breaks) {
    ++number;
    const std::uint32_t begin = at.begin - (static_cast<std::uint32_t>(paragraph.text.size()) - static_cast<std::uint32_t>(whole.text.size()));
    const std::string_view rest = std::string_view(whole.text).substr(begin);
    const bool item = list_marker(rest.substr(0, rest.find('\n'))).kind != MarkerKind::kNone;
    if (at.blank_before || item) {
      Block tail = split_block(whole, begin);
      tail.gap_before = at.blank_before;
      add_line(tail, paragraph, 0, paragraph.hang + at.indent, false, number);
      blocks.push_back(std::move(whole));
      whole = std::move(tail);
    } else {
      add_line(whole, paragraph, begin, paragraph.hang + at.indent, !pasted, number);
    }
  }
  blocks.push_back(std::move(whole));
  for (Block& block : blocks) take_marker(block);
  return blocks;
}

Block make_row(const std::vector<std::vector<DocxParagraph>>& cells) {
  const auto same_count = [&](const auto& cell) { return cell.size() == cells.front().size(); };
  const bool parallel = std::all_of(cells.begin(), cells.end(), same_count);
  std::vector<std::vector<const DocxParagraph*>> columns;
  std::size_t height = 0;
  for (const auto& cell : cells) {
    columns.push_back(lines_of(cell, parallel));
    height = std::max(height, columns.back().size());
  }
  Block block;
  block.kind = BlockKind::kTableRow;
  for (std::size_t k = 0; k < height; ++k) {
    bool begun = false;
    std::size_t skipped = 0;
    for (const auto& column : columns) {
      if (k >= column.size() || column[k]->empty()) {
        // An empty cell keeps its border on the first line, so that columns can be counted.
        skipped += k == 0 ? 1 : 0;
        continue;
      }
      const DocxParagraph flat = without_breaks(*column[k]);
      if (!begun) {
        if (!block.text.empty()) block.text += '\n';
        add_line(block, flat, static_cast<std::uint32_t>(block.text.size()), flat.left, !block.lines.empty());
        if (k == 0) block.gap_before = flat.gap_before;
      } else {
        block.text += '\t';
      }
      if (begun) block.text.append(skipped, '\t');
      skipped = 0;
      append_text(block, flat);
      begun = true;
    }
  }
  return block;
}

std::vector<DocxParagraph> rows_of_cell(std::vector<std::vector<DocxParagraph>> cells) {
  std::vector<DocxParagraph> all;
  const bool simple = std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return paragraphs_with_text(cell) <= 1; });
  for (auto& cell : cells) {
    for (DocxParagraph& paragraph : cell) {
      if (!paragraph.empty()) all.push_back(std::move(paragraph));
    }
  }
  if (!simple || all.size() < 2) return all;
  DocxParagraph joined = without_breaks(all.front());
  joined.marker.clear();
  joined.kind = BlockKind::kParagraph;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const DocxParagraph next = without_breaks(all[i]);
    joined.text += '\t';
    const auto offset = static_cast<std::uint32_t>(joined.text.size());
    for (const StyleSpan& span : next.styles) joined.styles.push_back({span.begin + offset, span.end + offset, span.styles, span.target});
    joined.text += next.text;
  }
  return {std::move(joined)};
}

bool is_layout_row(const std::vector<std::vector<DocxParagraph>>& cells) {
  std::vector<std::size_t> counts;
  for (const auto& cell : cells) {
    counts.push_back(paragraphs_with_text(cell));
    if (std::any_of(cell.begin(), cell.end(), [](const DocxParagraph& p) { return p.kind == BlockKind::kHeading && !p.empty(); })) return true;
  }
  if (are_complete(cells)) return true;
  std::sort(counts.rbegin(), counts.rend());
  if (counts.size() < 2 || counts[1] == 0) return true;
  return counts[1] >= kVeryLongCell || (counts[1] >= kLongCell && counts[0] != counts[1]);
}

}  // namespace scholargraph
