// SPDX-License-Identifier: Apache-2.0
#include "model/string_pool.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace scholargraph {

std::uint32_t StringPool::hash_of(std::string_view text) {
  const auto hash = static_cast<std::uint64_t>(std::hash<std::string_view>{}(text));
  return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

StringPool::StringPool() : slots_(1024, 0) { intern({}); }

StringId StringPool::intern(std::string_view text, std::uint32_t hash) {
  if (slots_.empty()) index_all(std::bit_ceil(places_.size() * 2 + 1024));
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t index = slots_[slot] - 1;
    if (hashes_[index] == hash && view(StringId(index)) == text) return StringId(index);
  }
  places_.push_back(keep(text));
  hashes_.push_back(hash);
  slots_[slot] = static_cast<std::uint32_t>(places_.size());
  if (places_.size() * 2 > slots_.size()) grow();
  return StringId(places_.size() - 1);
}

std::vector<StringId> StringPool::intern_all(const StringPool& other) {
  constexpr std::size_t kAhead = 8;  // the slots lie anywhere in memory
  std::vector<StringId> ids(other.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i + kAhead < other.hashes_.size() && !slots_.empty())
      __builtin_prefetch(&slots_[other.hashes_[i + kAhead] & (slots_.size() - 1)]);
    const std::string_view text = other.view(StringId(i));
    ids[i] = intern(text, i < other.hashes_.size() ? other.hashes_[i] : hash_of(text));
  }
  return ids;
}

StringId StringPool::find(std::string_view text) const {
  const std::uint32_t hash = hash_of(text);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t index = slots_[slot] - 1;
    if (hashes_[index] == hash && view(StringId(index)) == text) return StringId(index);
  }
  return {};
}

void StringPool::release_index() {
  slots_ = {};
  hashes_ = {};
}

void StringPool::index_all(std::size_t slots) {
  hashes_.resize(places_.size());
  for (std::size_t i = 0; i < places_.size(); ++i) hashes_[i] = hash_of(view(StringId(i)));
  slots_.resize(slots / 2);
  grow();
}

void StringPool::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < places_.size(); ++i) {
    std::size_t slot = hashes_[i] & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void StringPool::add_pages(std::size_t bytes) {
  const std::size_t count = (bytes + kPage - 1) / kPage;
  blocks_.push_back(std::make_unique_for_overwrite<char[]>(count * kPage));
  for (std::size_t i = 0; i < count; ++i) pages_.push_back(blocks_.back().get() + i * kPage);
  page_used_ = 0;
}

StringPool::Place StringPool::keep(std::string_view text) {
  if (text.empty()) return 0;
  const std::uint64_t size = text.size();
  const std::size_t head = size < kMostSize ? 0 : sizeof size;
  if (head + text.size() > kPage - page_used_) add_pages(head + text.size());
  // A long text fills pages of its own; it begins in the first of them.
  const std::size_t pages = head + text.size() <= kPage ? 1 : (head + text.size() + kPage - 1) / kPage;
  char* begin = pages_[pages_.size() - pages] + page_used_;
  if (head > 0) std::memcpy(begin, &size, head);
  std::memcpy(begin + head, text.data(), text.size());
  const std::uint64_t offset = ((std::uint64_t{pages_.size() - pages} << kPageBits) | page_used_) + head;
  page_used_ = pages > 1 ? kPage : page_used_ + head + text.size();
  return (offset << kSizeBits) | std::min<std::uint64_t>(size, kMostSize);
}

std::string_view StringPool::long_text(const char* text) {
  std::uint64_t size = 0;
  std::memcpy(&size, text - sizeof size, sizeof size);
  return {text, static_cast<std::size_t>(size)};
}

}  // namespace scholargraph
