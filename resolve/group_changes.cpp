// SPDX-License-Identifier: Apache-2.0
#include "resolve/group_changes.h"

#include <algorithm>
#include <iterator>

#include "base/parallel_for.h"
#include "resolve/document_order.h"

namespace scholargraph {

namespace {

std::uint64_t only_key(const std::vector<std::uint64_t>& keys) { return keys.size() == 1 ? keys[0] : 0; }

}  // namespace

GroupChanges::GroupChanges(const PersonSteps& steps, const PersonLinks& links)
    : steps_(steps), links_(links), only_(steps.corpus.mentions.size(), 0) {
  constexpr std::size_t kPiece = 4096;
  parallel_ranges(steps.jobs, steps.people.size(), kPiece, [&](std::size_t first, std::size_t last, std::size_t) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = first; i < last; ++i) {
      full_names(steps.people[i], keys);
      only_[steps.people[i].value] = only_key(keys);
    }
  });
}

std::size_t GroupChanges::watch(const NameGroups& groups) {
  watched_.push_back(&groups);
  changed_.emplace_back(groups.size(), std::uint8_t{1});
  return watched_.size() - 1;
}

/// Sorted, each once.
void GroupChanges::full_names(MentionId person, std::vector<std::uint64_t>& keys) const {
  keys.clear();
  for (const FormId id : steps_.joiner.forms_of(person))
    if (steps_.names.form(id).full) keys.push_back(steps_.names.form(id).key);
  if (keys.size() < 2) return;
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void GroupChanges::mark(FormId form) {
  for (std::size_t i = 0; i < watched_.size(); ++i)
    if (const std::uint32_t group = watched_[i]->group_of(form); group != NameGroups::kNoGroup)
      __atomic_store_n(&changed_[i][group], std::uint8_t{1}, __ATOMIC_RELAXED);
}

/// The groups of all people of whom the cluster is a coauthor or colleague.
void GroupChanges::mark_context(MentionId root) {
  steps_.clusters.for_each_member(root, [&](MentionId m) {
    const Mention& mention = steps_.corpus.mentions[m.value];
    if (mention.paper.valid() && mention.position > 0)
      for (std::uint32_t i = mention.paper.value + 1;
           i < steps_.corpus.mentions.size() && steps_.corpus.mentions[i].paper == mention.paper; ++i)
        mark(steps_.names.form_of(MentionId(i)));
    for (const auto& [person, other] : links_of(links_, m))
      if (steps_.corpus.mentions[other.value].kind == NodeKind::kPerson) mark(steps_.names.form_of(other));
  });
}

/// Whether a cluster with the full names `own` is another ground as a part of the union.
bool GroupChanges::looks_different(const std::vector<std::uint64_t>& own, bool keeps_root) const {
  return own != keys_of_union_ || (own.empty() && !keeps_root);
}

/// For the cluster with the full names `own` as a part of the union.
void GroupChanges::rename(MentionId root, const std::vector<std::uint64_t>& own) {
  const std::uint64_t key = only_key(keys_of_union_);
  if (only_key(own) != key) steps_.clusters.for_each_member(root, [&](MentionId m) { only_[m.value] = key; });
}

void GroupChanges::before_join(MentionId a, MentionId b) {
  full_names(a, keys_a_);
  full_names(b, keys_b_);
  keys_of_union_.clear();
  std::set_union(keys_a_.begin(), keys_a_.end(), keys_b_.begin(), keys_b_.end(), std::back_inserter(keys_of_union_));
  const MentionId kept = steps_.clusters.root_of_union(a, b);
  if (looks_different(keys_a_, kept == a)) mark_context(a);
  if (looks_different(keys_b_, kept == b)) mark_context(b);
  rename(a, keys_a_);
  rename(b, keys_b_);
  for (const FormId form : steps_.joiner.forms_of(a)) mark(form);
  for (const FormId form : steps_.joiner.forms_of(b)) mark(form);
}

}  // namespace scholargraph
