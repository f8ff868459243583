// SPDX-License-Identifier: Apache-2.0
// HTML into a layout builder: what the HTML and Markdown readers share.
#pragma once

#include <string_view>
#include <vector>

#include "extract/read/layout_builder.h"

namespace scholargraph {

/// Markup above this size is refused by the readers that parse it into a tree.
inline constexpr std::size_t kMaxMarkupBytes = std::size_t{16} << 20;

/// Reads a whole document or a fragment of valid UTF-8 and adds its blocks and meta fields to `builder`.
/// `line_map[i]` is the source line of line i + 1 of `html`; empty when they are the same.
/// Scripts, styles, hidden parts, buttons, link menus and comments are no content.
void walk_html(std::string_view html, const std::vector<int>& line_map, LayoutBuilder& builder);

}  // namespace scholargraph
