// SPDX-License-Identifier: Apache-2.0
// What one place says for one edge. Included by graph/*.cpp only.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "graph/corpus_index.h"

namespace scholargraph {

/// Absent strings are invalid.
struct Fact {
  EntityId target;
  EvidenceId evidence;
  StringId role;
  StringId detail;
  StringId note;
  StringId place;  ///< the unit, or where
  float weight = 1;
  float confidence = 1;
  std::int16_t start = 0;
  std::int16_t end = 0;
  std::uint16_t position = 0;
  std::uint8_t start_month = 0;
  std::uint8_t end_month = 0;
  bool present = false;
};

/// Finds the facts for the edges that start at one entity: by target, those for one edge in corpus order, loops left
/// out. They live until the next call. One finder for each thread.
class FactFinder {
 public:
  explicit FactFinder(const CorpusIndex& index) : index_(index), corpus_(index.corpus()) {}

  /// For AUTHORED, and for EDITED when `editors`.
  std::span<const Fact> papers_of(EntityId person, bool editors);
  /// For COAUTHOR: one fact for each pair of authors of each paper entity; of a pair the smaller entity is the source.
  std::span<const Fact> coauthors(EntityId person);
  /// For all other kinds, of the rows of one source.
  std::span<const Fact> related(std::span<const SourceRow> rows);

 private:
  /// Where the fact for an edge comes in the order of the corpus.
  struct Order {
    EntityId target;
    std::uint32_t first = 0;   ///< coauthors: the paper entity; others: the number of the fact
    std::uint32_t second = 0;  ///< coauthors: the place in the author list of the one printed first
    std::uint32_t third = 0;   ///< coauthors: of the other one
    std::uint32_t fact = 0;
    auto operator<=>(const Order&) const = default;
  };
  using Speaker = CorpusIndex::Speaker;

  void clear();
  [[nodiscard]] Fact link(MentionId source, MentionId target, EvidenceId evidence) const;
  void add(const Fact& fact) { add(fact, static_cast<std::uint32_t>(facts_.size()), 0, 0); }
  void add(const Fact& fact, std::uint32_t first, std::uint32_t second, std::uint32_t third);
  void add_pairs(MentionId author, const Speaker& speaker);
  std::span<const Fact> sorted();

  const CorpusIndex& index_;
  const Corpus& corpus_;
  std::vector<Fact> facts_;
  std::vector<Fact> sorted_;
  std::vector<Order> order_;
};

}  // namespace scholargraph
