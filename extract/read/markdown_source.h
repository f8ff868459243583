// SPDX-License-Identifier: Apache-2.0
// Markdown as people write it, turned into CommonMark: what the dialects add becomes marks that the renderer knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

// Noncharacters, three bytes each in UTF-8; decode_text() never yields them from valid text.
inline constexpr std::string_view kMarkGap = "\uFDD0";         ///< a visible gap
inline constexpr std::string_view kMarkRow = "\uFDD1";         ///< begins a paragraph that is a table row
inline constexpr std::string_view kMarkCell = "\uFDD2";        ///< parts two cells
inline constexpr std::string_view kMarkStrike = "\uFDD3";      ///< begins struck text
inline constexpr std::string_view kMarkStrikeEnd = "\uFDD4";
inline constexpr std::string_view kMarkTerm = "\uFDD5";        ///< begins a paragraph that is a term
inline constexpr std::string_view kMarkDefinition = "\uFDD6";  ///< begins a paragraph that is a definition

struct MarkdownSource {
  std::string text;
  std::vector<int> line_map;  ///< source line of each line of `text`
};

/// Pipe tables, definition lists, struck text, fenced divs (their facts stand behind a gap on the first line inside),
/// attribute lists and Liquid tags dropped, HTML comments dropped, conflict markers dropped, years that CommonMark
/// would take for list numbers escaped. `lines` from `begin` on.
MarkdownSource prepare_markdown(const std::vector<std::string_view>& lines, std::size_t begin);

}  // namespace scholargraph
