// SPDX-License-Identifier: Apache-2.0
#include "extract/read/wrap_width.h"

#include <algorithm>

namespace scholargraph {

namespace {

constexpr std::size_t kShortLine = 30;  ///< shorter lines say nothing about wrapping
constexpr std::size_t kWidestWrap = 130;

}  // namespace

std::size_t wrap_width(const std::vector<std::string_view>& lines) {
  std::vector<std::size_t> lengths;
  for (const auto line : lines)
    if (line.size() > kShortLine) lengths.push_back(line.size());
  if (lengths.empty()) return 0;
  const auto nth = lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() * 9 / 10);
  std::nth_element(lengths.begin(), nth, lengths.end());
  return *nth <= kWidestWrap ? *nth : 0;
}

}  // namespace scholargraph
