// SPDX-License-Identifier: Apache-2.0
#include "graph/corpus_index.h"

#include <algorithm>
#include <tuple>

namespace scholargraph {

CorpusIndex::CorpusIndex(const Corpus& corpus, const Resolution& resolution)
    : corpus_(corpus),
      resolution_(resolution),
      identifiers_(corpus.identifiers, corpus.mentions.size()),
      status_(corpus.paper_status, corpus.mentions.size()),
      type_(corpus.paper_type, corpus.mentions.size()) {
  group_mentions();
  group_relations();
  match_references();
  find_speakers();
  for (std::size_t i = 0; i < corpus.documents.size(); ++i)
    if (corpus.documents[i].owner.valid()) owners_.emplace_back(corpus.documents[i].owner, DocumentId(i));
  std::sort(owners_.begin(), owners_.end());
}

/// A counting sort by entity.
void CorpusIndex::group_mentions() {
  for (const Entity& entity : resolution_.entities) ++first_of_kind_[static_cast<std::size_t>(entity.kind) + 1];
  for (std::size_t kind = 0; kind < kNodeKindCount; ++kind) first_of_kind_[kind + 1] += first_of_kind_[kind];
  const auto& entity_of = resolution_.entity_of;
  begin_.assign(resolution_.entities.size() + 1, 0);
  for (const EntityId entity : entity_of) ++begin_[entity.value];
  std::uint32_t sum = 0;
  for (std::uint32_t& begin : begin_) begin = sum += begin;
  // Each begin is now an end, and moves to the begin as its members come, the last one first.
  members_.resize(entity_of.size());
  for (std::size_t m = entity_of.size(); m-- > 0;) {
    members_[--begin_[entity_of[m].value]] = MentionId(m);
    const Mention& mention = corpus_.mentions[m];
    any_editors_ = any_editors_ || (mention.paper.valid() && mention.position == 0);
    longest_list_ = std::max<std::uint32_t>(longest_list_, mention.position);
  }
}

void CorpusIndex::group_relations() {
  for (std::uint32_t i = 0; i < corpus_.relations.size(); ++i) {
    const Relation& relation = corpus_.relations[i];
    rows_[static_cast<std::size_t>(relation.kind)].push_back({entity_of(relation.source), i, {}});
  }
  for (auto& rows : rows_) std::sort(rows.begin(), rows.end());
}

void CorpusIndex::match_references() {
  if (corpus_.references.empty()) return;
  using Known = std::tuple<StringId, StringId, MentionId>;
  std::vector<Known> known;
  for (const auto& id : corpus_.identifiers)
    if (mention(id.mention).kind == NodeKind::kPaper) known.emplace_back(id.scheme, id.value, id.mention);
  std::sort(known.begin(), known.end());
  auto& cites = rows_[static_cast<std::size_t>(EdgeKind::kCites)];
  for (std::uint32_t i = 0; i < corpus_.references.size(); ++i) {
    const Reference& reference = corpus_.references[i];
    const auto found = std::lower_bound(known.begin(), known.end(), Known(reference.scheme, reference.value, MentionId(0)));
    if (found == known.end() || std::get<0>(*found) != reference.scheme || std::get<1>(*found) != reference.value)
      continue;
    cites.push_back({entity_of(reference.paper), i, std::get<2>(*found)});
  }
  std::sort(cites.begin(), cites.end());
}

/// Once for all authors: a paper that a thousand documents list has thousands of them.
void CorpusIndex::find_speakers() {
  const Range papers = entities(NodeKind::kPaper);
  for (EntityId paper = papers.first; paper < papers.last; ++paper.value) {
    const auto records = members(paper);
    if (records.size() < 2) continue;
    Speaker speaker{records[0], static_cast<int>(mention(records[0]).year)};
    std::uint32_t longest = author_count(records[0]);
    for (const MentionId record : records.subspan(1)) {
      speaker.year = std::max<int>(speaker.year, mention(record).year);
      const std::uint32_t count = author_count(record);
      if (count <= longest) continue;
      longest = count;
      speaker.paper = record;
    }
    speakers_.emplace_back(paper, speaker);
  }
}

CorpusIndex::Speaker CorpusIndex::speaker_of(EntityId paper) const {
  const auto records = members(paper);
  if (records.size() == 1) return {records[0], static_cast<int>(mention(records[0]).year)};
  const auto before = [](const std::pair<EntityId, Speaker>& row, EntityId id) { return row.first < id; };
  return std::lower_bound(speakers_.begin(), speakers_.end(), paper, before)->second;
}

CorpusIndex::Range CorpusIndex::entities(NodeKind kind) const {
  const auto index = static_cast<std::size_t>(kind);
  return {EntityId(first_of_kind_[index]), EntityId(first_of_kind_[index + 1])};
}

DocumentId CorpusIndex::owned_document(MentionId m) const {
  const auto found = std::lower_bound(owners_.begin(), owners_.end(), std::pair(m, DocumentId(0)));
  return found != owners_.end() && found->first == m ? found->second : DocumentId();
}

std::span<const SourceRow> CorpusIndex::rows(EdgeKind kind, EntityId first, EntityId last) const {
  const auto before = [](const SourceRow& row, EntityId id) { return row.source < id; };
  const auto all = rows(kind);
  const auto begin = std::lower_bound(all.begin(), all.end(), first, before);
  return {begin, std::lower_bound(begin, all.end(), last, before)};
}

std::uint32_t CorpusIndex::author_count(MentionId paper) const {
  std::uint32_t i = paper.value + 1;
  while (i < corpus_.mentions.size() && corpus_.mentions[i].paper == paper && corpus_.mentions[i].position > 0) ++i;
  return i - paper.value - 1;
}

}  // namespace scholargraph
