// SPDX-License-Identifier: Apache-2.0
// Which mentions belong together so far: clusters that can be walked and whose joins are explained.
#pragma once

#include <cstdint>
#include <vector>

#include "model/resolution.h"

namespace scholargraph {

/// 13 bytes a mention. A join costs the size of the smaller cluster, so all joins cost n log n.
class Clusters {
 public:
  Clusters(std::size_t mentions, bool explain);

  /// The mention that stands for the cluster of `m`; changes when clusters are joined.
  [[nodiscard]] MentionId root(MentionId m) const {
    return MentionId(__atomic_load_n(&root_[m.value], __ATOMIC_RELAXED));
  }
  [[nodiscard]] bool same(MentionId a, MentionId b) const { return root(a) == root(b); }
  [[nodiscard]] std::uint32_t size(MentionId m) const { return size_[root(m).value]; }

  /// Asks early for what root() and a join of a single mention read.
  void prefetch(MentionId m) const {
    __builtin_prefetch(&root_[m.value]);
    __builtin_prefetch(&next_[m.value]);
    __builtin_prefetch(&size_[m.value]);
    __builtin_prefetch(&percent_[m.value]);
  }

  /// A phrase for the reasons of joins, and how far it is believed, in percent.
  PhraseId phrase(std::string_view text, int percent) { return reasons_.phrase(text, percent); }

  /// The root that a join of the clusters of a and b would leave.
  [[nodiscard]] MentionId root_of_union(MentionId a, MentionId b) const;

  /// Joins unconditionally. The members of the smaller cluster are believed at most as far as the reason's phrase.
  /// Returns false when already joined.
  bool join(MentionId a, MentionId b, const Reason& reason);

  /// The two halves of join(). Several threads may unite clusters of their own while others ask for any root; record()
  /// is for one thread. REQUIRES of unite(): they are not joined already.
  void unite(MentionId a, MentionId b, PhraseId phrase);
  void record(MentionId a, MentionId b, const Reason& reason);

  template <class Visit>
  void for_each_member(MentionId m, Visit visit) const {
    std::uint32_t member = m.value;
    do {
      visit(MentionId(member));
      member = next_[member];
    } while (member != m.value);
  }

  /// No join follows: gives back what only joins need.
  void finish() { size_ = {}; }

  /// Hands the results over; the object is empty afterwards.
  std::vector<std::uint8_t> take_percent() { return std::move(percent_); }
  std::vector<Merge> take_merges() { return std::move(merges_); }
  ReasonPool take_reasons() { return std::move(reasons_); }

 private:
  std::vector<std::uint32_t> root_;
  std::vector<std::uint32_t> next_;  ///< circular list of the cluster
  std::vector<std::uint32_t> size_;  ///< by root
  std::vector<std::uint8_t> percent_;
  std::vector<Merge> merges_;
  ReasonPool reasons_;
  bool explain_;
};

}  // namespace scholargraph
