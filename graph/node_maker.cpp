// SPDX-License-Identifier: Apache-2.0
#include "graph/node_maker.h"

#include <algorithm>

namespace scholargraph {

NodeMaker::NodeMaker(const CorpusIndex& index, NodeKind kind)
    : index_(index), corpus_(index.corpus()), kind_(kind), row_(node_info(kind).properties) {}

NodeView NodeMaker::make(EntityId id) {
  const Entity& entity = index_.resolution().entities[id.value];
  const Members members = index_.members(id);
  const std::string_view label = index_.text(entity.label);
  id_ = entity_key(index_.corpus(), index_.resolution(), id);
  row_.clear();
  row_.text(kind_ == NodeKind::kPaper ? Field::kTitle : Field::kName, label);
  row_.number(Field::kMentions, static_cast<int>(members.size()));
  add_names(entity.label, members);
  add_identifiers(members);
  if (kind_ == NodeKind::kPaper) add_paper_properties(members);
  return {kind_, id_, label, row_.values()};
}

bool NodeMaker::is_unnamed_owner(DocumentId owned) const {
  return owned.valid() && !corpus_.documents[owned.value].owner_named;
}

void NodeMaker::add_names(StringId label, Members members) {
  items_.clear();
  documents_.clear();
  StringId smallest;
  for (const MentionId m : members) {
    const PrintedName name = corpus_.names[index_.mention(m).name];
    const DocumentId owned = index_.owned_document(m);
    if (owned.valid()) documents_.push_back(corpus_.documents[owned.value].path);
    if (name.text != label && !is_unnamed_owner(owned)) items_.push_back(index_.text(name.text));
    if (!name.given.valid() || kind_ == NodeKind::kPerson) continue;
    if (!smallest.valid() || index_.text(name.given) < index_.text(smallest)) smallest = name.given;
  }
  row_.list(Field::kVariants, items_);
  row_.list(Field::kCv, documents_);
  if (!smallest.valid()) return;
  row_.text(Field::kAcronym, index_.text(smallest));
  row_.text(Field::kOrganisation, index_.text(smallest));
}

void NodeMaker::add_identifiers(Members members) {
  identifiers_.clear();
  for (const MentionId m : members)
    for (const MentionIdentifier& id : index_.identifiers(m))
      identifiers_.emplace_back(index_.text(id.scheme), index_.text(id.value));
  if (identifiers_.empty()) return;
  std::sort(identifiers_.begin(), identifiers_.end());
  identifiers_.erase(std::unique(identifiers_.begin(), identifiers_.end()), identifiers_.end());
  items_.clear();
  constexpr std::array kKnown = {std::pair("orcid", Field::kOrcid), std::pair("ror", Field::kRor),
                                 std::pair("doi", Field::kDoi), std::pair("arxiv", Field::kArxiv)};
  for (std::size_t i = 0; i < identifiers_.size(); ++i) {
    const auto& [scheme, value] = identifiers_[i];
    items_.push_back(row_.keep(scheme, ":", value));
    if (i > 0 && scheme == identifiers_[i - 1].first) continue;
    for (const auto& [name, field] : kKnown)
      if (scheme == name) row_.text(field, value);
  }
  row_.list(Field::kIdentifiers, items_);
}

void NodeMaker::add_paper_properties(Members members) {
  int year = 0;
  std::uint32_t authors = 0;
  std::string_view status;
  std::string_view type;
  for (const MentionId m : members) {
    year = std::max<int>(year, index_.mention(m).year);
    authors = std::max(authors, index_.author_count(m));
    offer(status, index_.status(m));
    offer(type, index_.type(m));
  }
  row_.number(Field::kYear, year);
  row_.number(Field::kAuthorCount, static_cast<int>(authors));
  if (!status.empty()) row_.text(Field::kStatus, status);
  if (!type.empty()) row_.text(Field::kType, type);
}

/// The smaller text wins, and any text against none.
void NodeMaker::offer(std::string_view& smallest, std::span<const std::pair<MentionId, StringId>> rows) const {
  for (const auto& [mention, id] : rows)
    if (smallest.empty() || index_.text(id) < smallest) smallest = index_.text(id);
}

}  // namespace scholargraph
