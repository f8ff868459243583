// SPDX-License-Identifier: Apache-2.0
#include "model/string_pool.h"

#include <cstring>

namespace scholargraph {

namespace {

constexpr std::size_t kChunk = std::size_t{1} << 18;

std::uint32_t hash_of(std::string_view text) {
  const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>{}(text));
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

StringPool::StringPool() : slots_(1024, 0) { intern({}); }

StringId StringPool::intern(std::string_view text) {
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t index = slots_[slot] - 1;
    if (hashes_[index] == hash && strings_[index] == text) return StringId(index);
  }
  strings_.push_back(keep(text));
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(strings_.size());
  if (strings_.size() * 2 > slots_.size()) grow();
  return StringId(strings_.size() - 1);
}

StringId StringPool::find(std::string_view text) const {
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t index = slots_[slot] - 1;
    if (hashes_[index] == hash && strings_[index] == text) return StringId(index);
  }
  return {};
}

void StringPool::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < strings_.size(); ++i) {
    std::size_t slot = hashes_[i] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

std::string_view StringPool::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > chunk_left_) {
    chunk_left_ = text.size() > kChunk ? text.size() : kChunk;
    chunks_.push_back(std::make_unique<char[]>(chunk_left_));
    chunk_next_ = chunks_.back().get();
  }
  std::memcpy(chunk_next_, text.data(), text.size());
  const std::string_view kept(chunk_next_, text.size());
  chunk_next_ += text.size();
  chunk_left_ -= text.size();
  return kept;
}

}  // namespace scholargraph
