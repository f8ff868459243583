// SPDX-License-Identifier: Apache-2.0
#include "store/places.h"

#include "base/files.h"

namespace scholargraph {

void PlaceTable::build() {
  slots_.assign(1024, 0);
  for (const Document& document : corpus_.documents) documents_.emplace(document.path, ++document_count_);
  keys_.reserve(corpus_.evidence.size());
  while (slots_.size() < corpus_.evidence.size() * 2) slots_.resize(slots_.size() * 2, 0);
  for (const Evidence& evidence : corpus_.evidence)
    add({evidence.document.value + 1, evidence.span.page, evidence.span.first_line, evidence.span.last_line,
         content_hash(evidence.key.valid() ? corpus_.strings.view(evidence.key) : std::string_view())});
}

PlaceTable::Found PlaceTable::find_or_add(const EvidenceView& evidence) {
  Found found;
  if (evidence.corpus_row != 0) {
    found.place = evidence.corpus_row;
    return found;
  }
  if (slots_.empty()) build();
  auto document = documents_.find(evidence.document);
  if (document == documents_.end()) {
    own_paths_.push_back(std::make_unique<std::string>(evidence.document));
    document = documents_.emplace(*own_paths_.back(), ++document_count_).first;
    found.document_added = true;
  }
  found.document = document->second;
  const Key key{found.document, evidence.page, evidence.first_line, evidence.last_line, content_hash(evidence.key)};
  found.place = slot_of(key);
  if (found.place == 0) {
    add(key);
    found.place = static_cast<std::uint32_t>(keys_.size());
    found.added = true;
  }
  return found;
}

std::uint64_t PlaceTable::hash(const Key& key) {
  constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15u;
  std::uint64_t h = key.key_hash;
  h = (h ^ key.document) * kMix;
  h = (h ^ (h >> 29) ^ static_cast<std::uint32_t>(key.page)) * kMix;
  h = (h ^ (h >> 31) ^ static_cast<std::uint32_t>(key.first_line)) * kMix;
  h = (h ^ (h >> 29) ^ static_cast<std::uint32_t>(key.last_line)) * kMix;
  return h ^ (h >> 32);
}

std::uint32_t& PlaceTable::slot_of(const Key& key) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(key) & mask;
  while (slots_[slot] != 0 && !(keys_[slots_[slot] - 1] == key)) slot = (slot + 1) & mask;
  return slots_[slot];
}

/// Takes the next number even when the key is known already: corpus evidence keeps its own numbers.
void PlaceTable::add(const Key& key) {
  keys_.push_back(key);
  if (keys_.size() * 2 > slots_.size()) grow();
  std::uint32_t& slot = slot_of(key);
  if (slot == 0) slot = static_cast<std::uint32_t>(keys_.size());
}

void PlaceTable::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::size_t i = 0; i + 1 < keys_.size(); ++i) {
    std::uint32_t& slot = slot_of(keys_[i]);
    if (slot == 0) slot = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace scholargraph
