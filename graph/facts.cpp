// SPDX-License-Identifier: Apache-2.0
#include "graph/facts.h"

#include <algorithm>

namespace scholargraph {

void FactFinder::clear() {
  facts_.clear();
  order_.clear();
}

Fact FactFinder::link(MentionId source, MentionId target, EvidenceId evidence) const {
  Fact fact;
  fact.target = index_.entity_of(target);
  fact.evidence = evidence;
  fact.confidence = index_.resolution().confidence(source) * index_.resolution().confidence(target);
  return fact;
}

void FactFinder::add(const Fact& fact, std::uint32_t first, std::uint32_t second, std::uint32_t third) {
  order_.push_back({fact.target, first, second, third, static_cast<std::uint32_t>(facts_.size())});
  facts_.push_back(fact);
}

std::span<const Fact> FactFinder::sorted() {
  if (std::is_sorted(order_.begin(), order_.end())) return facts_;
  std::sort(order_.begin(), order_.end());
  sorted_.resize(facts_.size());
  std::transform(order_.begin(), order_.end(), sorted_.begin(), [&](const Order& at) { return facts_[at.fact]; });
  return sorted_;
}

std::span<const Fact> FactFinder::papers_of(EntityId person, bool editors) {
  clear();
  for (const MentionId m : index_.members(person)) {
    const Mention& mention = index_.mention(m);
    if (!mention.paper.valid() || (mention.position == 0) != editors) continue;
    Fact fact = link(m, mention.paper, mention.evidence);
    fact.position = mention.position;
    fact.role = editors ? StringId{} : corpus_.names.text(mention.name);
    fact.start = static_cast<std::int16_t>(mention.year);
    add(fact);
  }
  return sorted();
}

void FactFinder::add_pairs(MentionId author, const Speaker& speaker) {
  const EntityId person = index_.entity_of(author);
  const std::uint32_t count = index_.author_count(speaker.paper);
  for (std::uint32_t i = speaker.paper.value + 1; i <= speaker.paper.value + count; ++i) {
    const MentionId other(i);
    if (index_.entity_of(other) <= person) continue;
    const auto [first, second] = std::minmax(author, other);
    Fact fact = link(author, other, index_.mention(speaker.paper).evidence);
    fact.weight = 1.0F / static_cast<float>(count - 1);
    fact.start = static_cast<std::int16_t>(speaker.year);
    add(fact, index_.entity_of(speaker.paper).value, first.value, second.value);
  }
}

std::span<const Fact> FactFinder::coauthors(EntityId person) {
  clear();
  for (const MentionId m : index_.members(person)) {
    const Mention& mention = index_.mention(m);
    if (!mention.paper.valid() || mention.position == 0) continue;
    const Speaker speaker = index_.speaker_of(index_.entity_of(mention.paper));
    if (speaker.paper == mention.paper) add_pairs(m, speaker);
  }
  return sorted();
}

std::span<const Fact> FactFinder::related(std::span<const SourceRow> rows) {
  clear();
  for (const SourceRow& row : rows) {
    Fact fact;
    if (row.target.valid()) {
      const MentionId paper = corpus_.references[row.row].paper;
      fact = link(paper, row.target, index_.mention(paper).evidence);
    } else {
      const Relation& relation = corpus_.relations[row.row];
      fact = link(relation.source, relation.target, relation.evidence);
      fact.role = relation.role;
      fact.detail = relation.detail;
      fact.note = relation.note;
      if (relation.institution.valid()) fact.place = corpus_.names.text(index_.mention(relation.institution).name);
      fact.start = relation.start;
      fact.end = relation.end;
      fact.start_month = relation.start_month;
      fact.end_month = relation.end_month;
      fact.present = relation.present;
    }
    if (fact.target != row.source) add(fact);
  }
  return sorted();
}

}  // namespace scholargraph
