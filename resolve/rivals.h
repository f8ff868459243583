// SPDX-License-Identifier: Apache-2.0
// Of people whose names agree without being equal, who has one candidate only.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "resolve/ground_finder.h"

namespace scholargraph {

/// "J. Lind" may be Jana Lind or Jonas Lind. Holds scratch memory; changes nothing else.
class RivalFilter {
 public:
  explicit RivalFilter(const PersonJoiner& joiner) : joiner_(joiner) {}

  /// Keeps the pairs whose names agree, and of which neither side has a rival: a third cluster that has as good a
  /// ground to be the same person, with a name that contradicts the other side's. Best ground first, else in their
  /// order.
  void filter(PersonGroup group, std::vector<SharedPair>& pairs);

 private:
  [[nodiscard]] bool names_agree(PersonGroup group, std::uint32_t a, std::uint32_t b) const {
    return joiner_.all_names_agree(group[a], group[b]);
  }
  [[nodiscard]] bool has_rival(PersonGroup group, const std::vector<SharedPair>& pairs, int weight, std::uint32_t one,
                               std::uint32_t other) const;

  const PersonJoiner& joiner_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> by_cluster_;  ///< cluster and index into the pairs; sorted
  std::vector<SharedPair> kept_;
};

}  // namespace scholargraph
