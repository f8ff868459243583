// SPDX-License-Identifier: Apache-2.0
#include "model/name_pool.h"

#include <bit>

namespace scholargraph {

namespace {

std::uint64_t hash_of(const PrintedName& name) {
  constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15U;
  std::uint64_t hash = ((std::uint64_t{name.family.value} << 32) | name.given.value) * kMultiplier;
  hash = (hash ^ (hash >> 32) ^ name.text.value) * kMultiplier;
  return hash ^ (hash >> 32);
}

}  // namespace

NameId NamePool::intern(const PrintedName& name) {
  if (!name.family.valid() && !name.given.valid()) return NameId(name.text.value);
  if (with_parts_.size() * 2 >= slots_.size()) make_index(std::bit_ceil(with_parts_.size() * 4 + 64));
  std::uint32_t& slot = slots_[slot_of(name)];
  if (slot == 0) {
    with_parts_.push_back(name);
    slot = static_cast<std::uint32_t>(with_parts_.size());
  }
  return NameId(kParts + slot - 1);
}

std::size_t NamePool::slot_of(const PrintedName& name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_of(name) & mask;
  while (slots_[slot] != 0 && with_parts_[slots_[slot] - 1] != name) slot = (slot + 1) & mask;
  return slot;
}

void NamePool::make_index(std::size_t slots) {
  slots_.assign(slots, 0);
  for (std::uint32_t i = 0; i < with_parts_.size(); ++i) slots_[slot_of(with_parts_[i])] = i + 1;
}

}  // namespace scholargraph
