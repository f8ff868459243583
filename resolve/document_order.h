// SPDX-License-Identifier: Apache-2.0
// Mentions in an order that does not depend on the order in which documents were added.
#pragma once

#include <array>
#include <vector>

#include "model/corpus.h"

namespace scholargraph {

/// Documents by (path, number).
std::vector<DocumentId> documents_by_path(const Corpus& corpus);

/// The mentions of a document: from `first` up to, not including, `last`.
struct MentionRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};
MentionRange mentions_of(const Corpus& corpus, DocumentId document);

/// The document of each mention's evidence.
inline DocumentId document_of(const Corpus& corpus, MentionId m) {
  return corpus.evidence[corpus.mentions[m.value].evidence.value].document;
}

/// The authors of a paper mention, as a range of mentions; editors follow and are left out.
inline MentionRange authors_of(const Corpus& corpus, MentionId paper) {
  MentionRange range{paper.value + 1, paper.value + 1};
  while (range.last < corpus.mentions.size() && corpus.mentions[range.last].paper == paper &&
         corpus.mentions[range.last].position > 0)
    ++range.last;
  return range;
}

/// All mentions, documents by path.
using MentionsByKind = std::array<std::vector<MentionId>, kNodeKindCount>;
MentionsByKind mentions_by_kind(const Corpus& corpus);
inline const std::vector<MentionId>& of_kind(const MentionsByKind& mentions, NodeKind kind) {
  return mentions[static_cast<std::size_t>(kind)];
}

}  // namespace scholargraph
