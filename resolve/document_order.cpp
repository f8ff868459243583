// SPDX-License-Identifier: Apache-2.0
#include "resolve/document_order.h"

#include <algorithm>

namespace scholargraph {

std::vector<DocumentId> documents_by_path(const Corpus& corpus) {
  std::vector<DocumentId> order;
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) order.emplace_back(i);
  std::stable_sort(order.begin(), order.end(), [&](DocumentId a, DocumentId b) {
    return corpus.documents[a.value].path < corpus.documents[b.value].path;
  });
  return order;
}

MentionRange mentions_of(const Corpus& corpus, DocumentId document) {
  const bool last = document.value + 1 == corpus.documents.size();
  return {corpus.documents[document.value].first_mention.value,
          last ? static_cast<std::uint32_t>(corpus.mentions.size())
               : corpus.documents[document.value + 1].first_mention.value};
}

MentionsByKind mentions_by_kind(const Corpus& corpus) {
  std::array<std::size_t, kNodeKindCount> sizes{};
  for (const Mention& mention : corpus.mentions) ++sizes[static_cast<std::size_t>(mention.kind)];
  MentionsByKind mentions;
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) mentions[kind].reserve(sizes[kind]);
  for (const DocumentId document : documents_by_path(corpus)) {
    const MentionRange range = mentions_of(corpus, document);
    for (std::uint32_t i = range.first; i < range.last; ++i)
      mentions[static_cast<std::size_t>(corpus.mentions[i].kind)].emplace_back(i);
  }
  return mentions;
}

}  // namespace scholargraph
