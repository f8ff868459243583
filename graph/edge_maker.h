// SPDX-License-Identifier: Apache-2.0
// One edge after the other out of the facts for it. Included by graph/*.cpp only.
#pragma once

#include <span>
#include <vector>

#include "graph/facts.h"
#include "graph/row_values.h"

namespace scholargraph {

/// An edge keeps no more places than these, the first in the order of the documents.
inline constexpr std::size_t kMaxEvidence = 20;

class EdgeMaker {
 public:
  EdgeMaker(const CorpusIndex& index, EdgeKind kind);

  /// REQUIRES: `facts` is not empty; all start at `source` and have one target. The view, which has the numbers of its
  /// ends and the rows of its evidence, lives until the next call.
  EdgeView make(EntityId source, std::span<const Fact> facts);

 private:
  void add_evidence(const Fact& fact);
  void add_properties(std::span<const Fact> facts);
  void add_list(Field field, std::span<const Fact> facts, StringId Fact::* member);
  void add_periods(std::span<const Fact> facts);
  void add_years(std::span<const Fact> facts);
  void add_bounds(std::span<const Fact> facts);
  [[nodiscard]] std::string_view period_text(const Fact& fact);

  const CorpusIndex& index_;
  const EdgeInfo& info_;
  RowValues row_;
  std::vector<EvidenceView> evidence_;
  std::vector<std::string_view> items_;
};

}  // namespace scholargraph
