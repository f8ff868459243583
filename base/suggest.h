// SPDX-License-Identifier: Apache-2.0
// "Did you mean …?"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// The candidate that `word` most likely was meant to be: at most a third of its letters wrong (two are always allowed
/// in words of four and more, so that swapped letters are found), or the only one that begins with it. Case does not matter. Empty when none is near. Ties: the first one.
std::string closest(std::string_view word, const std::vector<std::string>& candidates);

/// "did you mean 'X'?" or an empty string.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace scholargraph
