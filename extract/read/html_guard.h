// SPDX-License-Identifier: Apache-2.0
// Hostile HTML made harmless before it reaches the parser.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// `html` with the same length and line ends in which tags that nest deeper than `max_depth`, and formatting tags
/// of which `max_open_formatting` of the same name are open already, are overwritten by blanks. Text is never touched.
/// Keeps the tree shallow and stops the copies of unclosed formatting elements that make a parser quadratic.
/// Cost: linear; the stack holds at most a few thousand names.
std::string bound_html_nesting(std::string_view html, std::size_t max_depth = 200,
                               std::size_t max_open_formatting = 20);

}  // namespace scholargraph
