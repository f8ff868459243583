// SPDX-License-Identifier: Apache-2.0
// One node after the other out of the mentions of its entity. Included by graph/*.cpp only.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "graph/corpus_index.h"
#include "graph/row_values.h"

namespace scholargraph {

class NodeMaker {
 public:
  NodeMaker(const CorpusIndex& index, NodeKind kind);

  /// REQUIRES: the entity is of that kind. The view lives until the next call.
  NodeView make(EntityId id);

 private:
  using Members = std::span<const MentionId>;

  void add_names(StringId label, Members members);
  [[nodiscard]] bool is_unnamed_owner(DocumentId owned) const;
  void add_identifiers(Members members);
  void add_paper_properties(Members members);
  void offer(std::string_view& smallest, std::span<const std::pair<MentionId, StringId>> rows) const;

  const CorpusIndex& index_;
  const Corpus& corpus_;
  NodeKind kind_;
  RowValues row_;
  std::string id_;
  std::vector<std::string_view> items_;
  std::vector<std::string_view> documents_;
  std::vector<std::pair<std::string_view, std::string_view>> identifiers_;
};

}  // namespace scholargraph
