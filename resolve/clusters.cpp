// SPDX-License-Identifier: Apache-2.0
#include "resolve/clusters.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace scholargraph {

Clusters::Clusters(std::size_t mentions, bool explain)
    : root_(mentions), next_(mentions), size_(mentions, 1), percent_(mentions, std::uint8_t{100}), explain_(explain) {
  std::iota(root_.begin(), root_.end(), 0U);
  std::iota(next_.begin(), next_.end(), 0U);
  // Each join leaves one cluster less. What is not used is never touched; growing would hold two copies for a while.
  if (explain) merges_.reserve(mentions);
}

MentionId Clusters::root_of_union(MentionId a, MentionId b) const {
  const MentionId root_a = root(a);
  const MentionId root_b = root(b);
  if (size_[root_a.value] != size_[root_b.value]) return size_[root_a.value] < size_[root_b.value] ? root_b : root_a;
  return std::min(root_a, root_b);
}

bool Clusters::join(MentionId a, MentionId b, const Reason& reason) {
  if (same(a, b)) return false;
  record(a, b, reason);
  unite(a, b, reason.phrase);
  return true;
}

void Clusters::record(MentionId a, MentionId b, const Reason& reason) {
  if (explain_) merges_.push_back({std::min(a, b), std::max(a, b), reasons_.intern(reason)});
}

void Clusters::unite(MentionId a, MentionId b, PhraseId phrase) {
  const std::uint8_t percent = reasons_.percent(phrase);
  const std::uint32_t large = root_of_union(a, b).value;
  const std::uint32_t small = (root(a).value == large ? root(b) : root(a)).value;
  for_each_member(MentionId(small), [&](MentionId m) {
    percent_[m.value] = std::min(percent_[m.value], percent);
    __atomic_store_n(&root_[m.value], large, __ATOMIC_RELAXED);
  });
  size_[large] += size_[small];
  std::swap(next_[large], next_[small]);
}

}  // namespace scholargraph
