// SPDX-License-Identifier: Apache-2.0
#include "resolve/clusters.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace scholargraph {

Clusters::Clusters(std::size_t mentions, bool explain)
    : root_(mentions), next_(mentions), size_(mentions, 1), confidence_(mentions, 1.0F), explain_(explain) {
  std::iota(root_.begin(), root_.end(), 0U);
  std::iota(next_.begin(), next_.end(), 0U);
}

bool Clusters::join(MentionId a, MentionId b, StringId reason, float confidence) {
  std::uint32_t large = root(a).value;
  std::uint32_t small = root(b).value;
  if (large == small) return false;
  if (explain_) reasons_.push_back({std::min(a, b), std::max(a, b), reason, confidence});
  if (size_[large] < size_[small] || (size_[large] == size_[small] && small < large)) std::swap(large, small);
  for_each_member(MentionId(small), [&](MentionId m) {
    confidence_[m.value] = std::min(confidence_[m.value], confidence);
    root_[m.value] = large;
  });
  size_[large] += size_[small];
  std::swap(next_[large], next_[small]);
  return true;
}

}  // namespace scholargraph
