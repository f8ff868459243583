// SPDX-License-Identifier: Apache-2.0
// A set of folded words, asked with views.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/text.h"

namespace scholargraph {

struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;

/// The words between the blanks of `words`, folded.
inline WordSet make_set(std::string_view words) {
  WordSet set;
  for (const auto word : split_words(words)) set.insert(fold(word));
  return set;
}

}  // namespace scholargraph
