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

class PersonJoiner {
 public:
  /// `use_person_ids` false: identifiers are no evidence, neither for nor against.
  PersonJoiner(const Corpus& corpus, const NameTable& names, Clusters& clusters, StringPool& strings,
               bool use_person_ids);

  /// Joins the clusters of a and b unless a law forbids it. True when they are one cluster afterwards.
  bool join(MentionId a, MentionId b, std::string_view reason, float confidence);
  /// As join(), if all_names_agree().
  bool join_agreeing(MentionId a, MentionId b, std::string_view reason, float confidence);

  /// True when no name of one cluster contradicts one of the other, and some pair agrees.
  bool all_names_agree(MentionId a, MentionId b);
  /// True when the cluster holds the named owner of a CV.
  bool has_owner(MentionId m) { return has_owner_[clusters_.root(m).value]; }
  MentionId root(MentionId m) { return clusters_.root(m); }
  /// The distinct printed forms of a cluster, until the next join.
  std::span<const FormId> forms_of(MentionId m);

 private:
  bool share_a_list(MentionId a, MentionId b);
  [[nodiscard]] bool identities_differ(MentionId a, MentionId b) const;
  void inherit(MentionId from, MentionId to);
  std::vector<FormId> united_forms(MentionId a, MentionId b);

  static constexpr std::size_t kIdentities = 3;

  const Corpus& corpus_;
  const NameTable& names_;
  Clusters& clusters_;
  StringPool& strings_;
  std::vector<bool> several_forms_;                           ///< by root: forms_ has it
  std::vector<bool> has_owner_;                               ///< by root
  std::array<std::vector<StringId>, kIdentities> identities_;  ///< by scheme and root; empty where nobody has one
  std::unordered_map<std::uint32_t, std::vector<FormId>> forms_;  ///< by root, of clusters with several forms
};

}  // namespace scholargraph
