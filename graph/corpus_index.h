// SPDX-License-Identifier: Apache-2.0
// Where a corpus speaks of an entity. Included by graph/*.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "model/corpus.h"
#include "model/resolution.h"

namespace scholargraph {

/// A row of Corpus::relations, or of Corpus::references, by the entity it starts at.
struct SourceRow {
  EntityId source;
  std::uint32_t row = 0;
  MentionId target;  ///< of a reference: the paper it means
  auto operator<=>(const SourceRow&) const = default;
};

/// Rows that belong to mentions and are sorted by them, found by two looks into memory instead of a search.
template <class Row>
class RowsByMention {
 public:
  /// `rows` must outlive the object and stay as it is.
  RowsByMention(const std::vector<Row>& rows, std::size_t mentions) : rows_(rows) {
    std::size_t row = 0;
    for (std::size_t m = 0; m < mentions; m += kStep) {
      while (row < rows.size() && mention_of(rows[row]).value < m) ++row;
      first_.push_back(static_cast<std::uint32_t>(row));
    }
    first_.push_back(static_cast<std::uint32_t>(rows.size()));
  }
  [[nodiscard]] std::span<const Row> operator[](MentionId m) const {
    std::size_t first = first_[m.value / kStep];
    const std::size_t limit = first_[m.value / kStep + 1];
    while (first < limit && mention_of(rows_[first]) < m) ++first;
    std::size_t last = first;
    while (last < limit && mention_of(rows_[last]) == m) ++last;
    return std::span(rows_).subspan(first, last - first);
  }

 private:
  static constexpr std::uint32_t kStep = 32;
  static MentionId mention_of(const MentionIdentifier& row) { return row.mention; }
  static MentionId mention_of(const std::pair<MentionId, StringId>& row) { return row.first; }

  const std::vector<Row>& rows_;
  std::vector<std::uint32_t> first_;  ///< row of every kStep-th mention
};

/// 4 bytes for each mention and each entity, 12 for each relation, each reference that means a known paper and each
/// paper of several records.
/// Reading from several threads is fine. Corpus and resolution must outlive the index and stay as they are.
class CorpusIndex {
 public:
  CorpusIndex(const Corpus& corpus, const Resolution& resolution);

  [[nodiscard]] const Corpus& corpus() const { return corpus_; }
  [[nodiscard]] const Resolution& resolution() const { return resolution_; }
  [[nodiscard]] const Mention& mention(MentionId m) const { return corpus_.mentions[m.value]; }
  [[nodiscard]] EntityId entity_of(MentionId m) const { return resolution_.entity_of[m.value]; }
  [[nodiscard]] std::string_view text(StringId id) const {
    return id.valid() ? corpus_.strings.view(id) : std::string_view();
  }

  /// Ascending.
  [[nodiscard]] std::span<const MentionId> members(EntityId id) const {
    return std::span(members_).subspan(begin_[id.value], begin_[id.value + 1] - begin_[id.value]);
  }
  /// The entities of a kind are those from `first` up to, not including, `last`.
  struct Range {
    EntityId first;
    EntityId last;
  };
  [[nodiscard]] Range entities(NodeKind kind) const;
  [[nodiscard]] std::span<const MentionIdentifier> identifiers(MentionId m) const { return identifiers_[m]; }
  /// At most one each.
  [[nodiscard]] std::span<const std::pair<MentionId, StringId>> status(MentionId m) const { return status_[m]; }
  [[nodiscard]] std::span<const std::pair<MentionId, StringId>> type(MentionId m) const { return type_[m]; }
  /// The document that `m` is the owner of; invalid for all others.
  [[nodiscard]] DocumentId owned_document(MentionId m) const;
  [[nodiscard]] bool any_editors() const { return any_editors_; }
  /// The last position of an author in any list.
  [[nodiscard]] std::uint32_t longest_list() const { return longest_list_; }
  /// Relations of the kind, or references for CITES: sorted by source, rows ascending.
  [[nodiscard]] std::span<const SourceRow> rows(EdgeKind kind) const { return rows_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] std::span<const SourceRow> rows(EdgeKind kind, EntityId first, EntityId last) const;

  /// Number of authors of a paper mention; they follow it.
  [[nodiscard]] std::uint32_t author_count(MentionId paper) const;
  /// Of several records of one paper the first with the longest list of authors speaks for it.
  struct Speaker {
    MentionId paper;
    int year = 0;  ///< the latest of all records
  };
  /// REQUIRES: `paper` is a paper.
  [[nodiscard]] Speaker speaker_of(EntityId paper) const;

 private:
  void group_mentions();
  void group_relations();
  void match_references();
  void find_speakers();

  const Corpus& corpus_;
  const Resolution& resolution_;
  std::vector<std::uint32_t> begin_;
  std::vector<MentionId> members_;
  std::array<std::uint32_t, kNodeKindCount + 1> first_of_kind_{};
  RowsByMention<MentionIdentifier> identifiers_;
  RowsByMention<std::pair<MentionId, StringId>> status_;
  RowsByMention<std::pair<MentionId, StringId>> type_;
  std::vector<std::pair<MentionId, DocumentId>> owners_;
  std::array<std::vector<SourceRow>, kEdgeKindCount> rows_;
  std::vector<std::pair<EntityId, Speaker>> speakers_;  ///< of papers with several records; sorted by paper
  bool any_editors_ = false;
  std::uint32_t longest_list_ = 0;
};

}  // namespace scholargraph
