// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Where the lines of a text wrap, in bytes: nine of ten longer ones are not longer. 0 when they do not wrap.
std::size_t wrap_width(const std::vector<std::string_view>& lines);

}  // namespace scholargraph
