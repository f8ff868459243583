// SPDX-License-Identifier: Apache-2.0
#include "extract/layout_dump.h"

#include <string_view>

#include "base/text.h"

namespace scholargraph {

namespace {

std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading: return "heading";
    case BlockKind::kParagraph: return "paragraph";
    case BlockKind::kListItem: return "item";
    case BlockKind::kTableRow: return "row";
  }
  return "?";
}

std::string style_letters(std::uint8_t styles) {
  static constexpr std::pair<Style, char> kLetters[] = {{kBold, 'b'},   {kItalic, 'i'}, {kLink, 'a'},
                                                        {kStrike, 's'}, {kCode, 'c'},   {kUnderline, 'u'}};
  std::string letters;
  for (const auto& [style, letter] : kLetters)
    if (styles & style) letters += letter;
  return letters;
}

std::string place(const Line& line) {
  std::string out = std::to_string(line.line);
  if (line.page) out = "p" + std::to_string(line.page) + ":" + out;
  if (line.left != 0) out += "@" + std::to_string(static_cast<int>(line.left));
  if (line.font_size != 0) out += "/" + std::to_string(static_cast<int>(line.font_size));
  return out;
}

void append_spans(std::string& out, const Block& block, std::size_t begin, std::size_t end) {
  for (const auto& span : block.styles) {
    if (span.begin < begin || span.begin >= end) continue;
    const auto text = std::string_view(block.text).substr(span.begin, span.end - span.begin);
    out += "      <" + style_letters(span.styles) + "> " + replace_all(std::string(text), "\n", "⏎");
    if (!span.target.empty()) out += " -> " + span.target;
    out += '\n';
  }
}

void append_block(std::string& out, const Block& block) {
  out += kind_name(block.kind);
  if (block.level) out += " " + std::to_string(block.level);
  if (!block.marker.empty()) out += " marker=" + block.marker;
  if (block.gap_before) out += " gap";
  out += '\n';
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const auto& line = block.lines[i];
    const std::size_t end = i + 1 < block.lines.size() ? block.lines[i + 1].begin - 1 : block.text.size();
    const auto text = std::string_view(block.text).substr(line.begin, end - line.begin);
    out += "  " + place(line) + (line.hard_break ? " + " : "   ") + replace_all(std::string(text), "\t", "⇥") + "\n";
    append_spans(out, block, line.begin, end);
  }
}

}  // namespace

std::string dump_layout(const LayoutDocument& document) {
  std::string out;
  for (const auto& field : document.meta)
    out += "meta " + field.key + "=" + field.value + " (" + std::to_string(field.line) + ")\n";
  if (document.pages)
    out += "pages " + std::to_string(document.pages) + " without text " + std::to_string(document.pages_without_text) +
           "\n";
  for (const auto& block : document.blocks) append_block(out, block);
  return out;
}

}  // namespace scholargraph
