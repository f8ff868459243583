// SPDX-License-Identifier: Apache-2.0
// Which groups of names have to be looked at again, and what of the names is looked at most.
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/ground_finder.h"
#include "resolve/name_groups.h"
#include "resolve/person_joiner.h"

namespace scholargraph {

/// Watches joins, and marks the groups for which GroundFinder might say something else afterwards, or in which two
/// clusters might now be allowed to join. A group that is not marked needs no second look: it would change nothing.
/// Marks are never forgotten by themselves; at first every group is marked. Cost of a join: nothing but the names of
/// the two clusters where these are equal, else the author lists of the cluster that has new names.
class GroupChanges final : public JoinObserver {
 public:
  /// 8 bytes for each mention.
  GroupChanges(const PersonSteps& steps, const PersonLinks& links);

  /// `groups` must outlive the object. Returns a number for the functions below.
  std::size_t watch(const NameGroups& groups);
  [[nodiscard]] bool changed(std::size_t watched, std::uint32_t group) const {
    return __atomic_load_n(&changed_[watched][group], __ATOMIC_RELAXED) != 0;
  }
  void clear(std::size_t watched, std::uint32_t group) {
    __atomic_store_n(&changed_[watched][group], std::uint8_t{0}, __ATOMIC_RELAXED);
  }

  /// As before_join() for clusters that are all printed in this form; several threads may call it.
  void mark(FormId form);

  /// Kept up to date.
  [[nodiscard]] const OnlyNames& only_names() const { return only_; }

  void before_join(MentionId a, MentionId b) override;

 private:
  void full_names(MentionId person, std::vector<std::uint64_t>& keys) const;
  void rename(MentionId root, const std::vector<std::uint64_t>& own);
  void mark_context(MentionId root);
  [[nodiscard]] bool looks_different(const std::vector<std::uint64_t>& own, bool keeps_root) const;

  const PersonSteps& steps_;
  const PersonLinks& links_;
  OnlyNames only_;
  std::vector<const NameGroups*> watched_;
  std::vector<std::vector<std::uint8_t>> changed_;  ///< by watched groups, by group
  std::vector<std::uint64_t> keys_a_, keys_b_, keys_of_union_;
};

}  // namespace scholargraph
