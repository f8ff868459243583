// SPDX-License-Identifier: Apache-2.0
// Joins of people that keep the two laws: no two authors of one printed list, no two different ORCIDs.
#pragma once

#include <array>
#include <span>
#include <unordered_map>
#include <vector>

#include "resolve/clusters.h"
#include "resolve/name_table.h"

namespace scholargraph {

/// Is told of every join that the laws allow.
class JoinObserver {
 public:
  virtual ~JoinObserver() = default;
  /// a and b are the roots of two clusters that will be one.
  virtual void before_join(MentionId a, MentionId b) = 0;
};

/// What is const may be asked by several threads as long as nobody joins.
class PersonJoiner {
 public:
  /// `use_person_ids` false: identifiers are no evidence, neither for nor against.
  PersonJoiner(const Corpus& corpus, const NameTable& names, Clusters& clusters, bool use_person_ids);

  /// `observer` must live as long as it is set; nullptr: nobody.
  void set_observer(JoinObserver* observer) { observer_ = observer; }

  /// Asks early for what a join of a single mention reads.
  void prefetch(MentionId m) const {
    __builtin_prefetch(&corpus_.mentions[m.value]);
    clusters_.prefetch(m);
  }

  /// Joins the clusters of a and b unless a law forbids it. True when they are one cluster afterwards.
  bool join(MentionId a, MentionId b, const Reason& reason);
  /// As join(), if all_names_agree().
  bool join_agreeing(MentionId a, MentionId b, const Reason& reason);

  /// True when all are printed in one form, nobody of their clusters in another one, and no owner of a CV is among them.
  [[nodiscard]] bool are_of_one_form(std::span<const MentionId> people) const;
  /// As join() between people of one form, but the observer is not told, and the caller records the join. Several
  /// threads may do so, each with people whose clusters no other one joins. True when they were not joined before.
  bool join_of_one_form(MentionId a, MentionId b, PhraseId phrase);

  /// True when no name of one cluster contradicts one of the other, and some pair agrees.
  [[nodiscard]] bool all_names_agree(MentionId a, MentionId b) const;
  /// True when the cluster holds the named owner of a CV.
  [[nodiscard]] bool has_owner(MentionId m) const { return has_owner_[clusters_.root(m).value]; }
  [[nodiscard]] MentionId root(MentionId m) const { return clusters_.root(m); }
  /// The distinct printed forms of a cluster, until the next join.
  [[nodiscard]] std::span<const FormId> forms_of(MentionId m) const;

 private:
  /// REQUIRES: two roots.
  [[nodiscard]] bool may_join(MentionId a, MentionId b) const {
    return !identities_differ(a, b) && !share_a_list(a, b);
  }
  void unite(MentionId a, MentionId b, const Reason& reason);
  [[nodiscard]] bool share_a_list(MentionId a, MentionId b) const;
  [[nodiscard]] bool identities_differ(MentionId a, MentionId b) const;
  void inherit(MentionId from, MentionId to);
  void inherit_identities(MentionId from, MentionId to);
  std::vector<FormId> united_forms(MentionId a, MentionId b);

  static constexpr std::size_t kIdentities = 3;

  const Corpus& corpus_;
  const NameTable& names_;
  Clusters& clusters_;
  JoinObserver* observer_ = nullptr;
  std::vector<bool> several_forms_;                           ///< by root: forms_ has it
  std::vector<bool> has_owner_;                               ///< by root
  std::array<std::vector<StringId>, kIdentities> identities_;  ///< by scheme and root; empty where nobody has one
  std::unordered_map<std::uint32_t, std::vector<FormId>> forms_;  ///< by root, of clusters with several forms
};

}  // namespace scholargraph
