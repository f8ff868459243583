// SPDX-License-Identifier: Apache-2.0
#include "resolve/name_groups.h"

#include <algorithm>
#include <utility>

namespace scholargraph {

namespace {

constexpr std::uint32_t kNone = NameGroups::kNoGroup;

/// The rank of each form's hash among the distinct ones; kNone for 0.
std::vector<std::uint32_t> ranks_of(std::span<const std::uint64_t> hash_of_form, std::size_t& count) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
  for (std::uint32_t i = 0; i < hash_of_form.size(); ++i)
    if (hash_of_form[i] != 0) rows.emplace_back(hash_of_form[i], i);
  std::sort(rows.begin(), rows.end());
  std::vector<std::uint32_t> ranks(hash_of_form.size(), kNone);
  count = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i == 0 || rows[i].first != rows[i - 1].first) ++count;
    ranks[rows[i].second] = static_cast<std::uint32_t>(count - 1);
  }
  return ranks;
}

}  // namespace

NameGroups::NameGroups(const NameTable& names, std::span<const MentionId> people,
                       std::span<const std::uint64_t> hash_of_form) {
  std::size_t count = 0;
  group_of_form_ = ranks_of(hash_of_form, count);
  std::vector<std::uint32_t> sizes(count, 0);
  for (const MentionId m : people)
    if (const std::uint32_t rank = group_of_form_[names.form_of(m).value]; rank != kNone) ++sizes[rank];
  std::vector<std::uint32_t> group_of_rank(count, kNone);
  begin_.push_back(0);
  for (std::size_t rank = 0; rank < count; ++rank) {
    if (sizes[rank] < 2) continue;
    group_of_rank[rank] = static_cast<std::uint32_t>(size());
    begin_.push_back(begin_.back() + sizes[rank]);
  }
  for (std::uint32_t& group : group_of_form_)
    if (group != kNone) group = group_of_rank[group];
  members_.resize(begin_.back());
  std::vector<std::uint32_t> next(begin_);
  for (const MentionId m : people)
    if (const std::uint32_t group = group_of_form_[names.form_of(m).value]; group != kNone) members_[next[group]++] = m;
}

}  // namespace scholargraph
