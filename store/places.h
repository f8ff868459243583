// SPDX-License-Identifier: Apache-2.0
// Numbers for the places that edges rest on, so that each place is one row however many edges point to it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/graph_stream.h"
#include "model/corpus.h"

namespace scholargraph {

/// Place and document numbers count from 1. The evidence of the corpus comes first, in its order; a place that
/// only the graph knows is added behind. Two places are the same when document, lines and record key are; they are
/// looked up only for evidence that does not bring its row of the corpus.
class PlaceTable {
 public:
  /// `corpus` must outlive the table.
  explicit PlaceTable(const Corpus& corpus) : corpus_(corpus) {}

  /// `added` says that the number is new and a row is wanted.
  struct Found {
    std::uint32_t place = 0;
    std::uint32_t document = 0;
    bool added = false;
    bool document_added = false;
  };
  Found find_or_add(const EvidenceView& evidence);

 private:
  void build();
  struct Key {
    std::uint32_t document = 0;
    std::int32_t page = 0;
    std::int32_t first_line = 0;
    std::int32_t last_line = 0;
    std::uint64_t key_hash = 0;
    bool operator==(const Key&) const = default;
  };
  static std::uint64_t hash(const Key& key);
  std::uint32_t& slot_of(const Key& key);
  void add(const Key& key);
  void grow();

  const Corpus& corpus_;
  std::unordered_map<std::string_view, std::uint32_t> documents_;  ///< by path; paths live in the corpus or below
  std::uint32_t document_count_ = 0;
  std::vector<std::unique_ptr<std::string>> own_paths_;
  std::vector<Key> keys_;             ///< by place - 1
  std::vector<std::uint32_t> slots_;  ///< open addressing over keys_; 0 free
};

}  // namespace scholargraph
