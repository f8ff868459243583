// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "resolve/name_table.h"

namespace scholargraph {

/// People whose names share a hash, at least two in each group; groups by hash, members in the order of `people`.
/// `hash_of_form` is by FormId; 0: in no group. Cost: a sort of the forms, a counting sort of the people.
class NameGroups {
 public:
  NameGroups(const NameTable& names, std::span<const MentionId> people, std::span<const std::uint64_t> hash_of_form);

  static constexpr std::uint32_t kNoGroup = 0xffffffff;

  [[nodiscard]] std::size_t size() const { return begin_.size() - 1; }
  /// kNoGroup for names that nobody else shares.
  [[nodiscard]] std::uint32_t group_of(FormId form) const { return group_of_form_[form.value]; }
  [[nodiscard]] std::span<const MentionId> operator[](std::size_t group) const {
    return std::span(members_).subspan(begin_[group], begin_[group + 1] - begin_[group]);
  }

 private:
  std::vector<std::uint32_t> group_of_form_;
  std::vector<std::uint32_t> begin_;
  std::vector<MentionId> members_;
};

}  // namespace scholargraph
