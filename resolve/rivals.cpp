// SPDX-License-Identifier: Apache-2.0
#include "resolve/rivals.h"

#include <algorithm>

namespace scholargraph {

bool RivalFilter::has_rival(PersonGroup group, const std::vector<SharedPair>& pairs, int weight, std::uint32_t one,
                            std::uint32_t other) const {
  auto at = std::lower_bound(by_cluster_.begin(), by_cluster_.end(), std::pair(one, std::uint32_t{0}));
  for (; at != by_cluster_.end() && at->first == one; ++at) {
    const SharedPair& rival = pairs[at->second];
    const std::uint32_t third = rival.a == one ? rival.b : rival.a;
    // Pairs come best ground first.
    if (rival.shared.weight < weight) return false;
    if (third != other && !names_agree(group, third, other)) return true;
  }
  return false;
}

void RivalFilter::filter(PersonGroup group, std::vector<SharedPair>& pairs) {
  std::erase_if(pairs, [&](const SharedPair& pair) { return !names_agree(group, pair.a, pair.b); });
  if (pairs.size() < 2) return;
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const SharedPair& x, const SharedPair& y) { return x.shared.weight > y.shared.weight; });
  by_cluster_.clear();
  for (std::uint32_t i = 0; i < pairs.size(); ++i)
    by_cluster_.insert(by_cluster_.end(), {std::pair(pairs[i].a, i), std::pair(pairs[i].b, i)});
  std::sort(by_cluster_.begin(), by_cluster_.end());
  kept_.clear();
  for (const SharedPair& pair : pairs)
    if (!has_rival(group, pairs, pair.shared.weight, pair.a, pair.b) &&
        !has_rival(group, pairs, pair.shared.weight, pair.b, pair.a))
      kept_.push_back(pair);
  pairs.swap(kept_);
}

}  // namespace scholargraph
