// SPDX-License-Identifier: Apache-2.0
// The last touch on a block that was put together by hand.
#pragma once

#include <algorithm>

#include "extract/layout.h"

namespace scholargraph {

/// Spans inside the text, none empty, sorted by begin: what layout.h promises.
inline void tidy_styles(Block& block) {
  const auto size = static_cast<std::uint32_t>(block.text.size());
  for (StyleSpan& span : block.styles) span.end = std::min(span.end, size);
  std::vector<StyleSpan>& all = block.styles;
  all.erase(std::remove_if(all.begin(), all.end(), [](const StyleSpan& span) { return span.begin >= span.end; }), all.end());
  std::stable_sort(all.begin(), all.end(), [](const StyleSpan& a, const StyleSpan& b) { return a.begin < b.begin; });
}

}  // namespace scholargraph
