// SPDX-License-Identifier: Apache-2.0
// Page numbers and running heads that a conversion has left between the lines of a text.
#pragma once

#include <string_view>
#include <vector>

namespace scholargraph {

/// For each (trimmed) line whether it belongs to the page and not to the text: a number alone, or the same words with
/// a number behind them, that counts up by one at least three times, the pages being at least ten lines long; and the
/// line next to such a head that comes back with it every time.
std::vector<bool> find_page_furniture(const std::vector<std::string_view>& lines);

}  // namespace scholargraph
