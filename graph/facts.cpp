// SPDX-License-Identifier: Apache-2.0
#include "graph/facts.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace scholargraph {

namespace {

class FactCollector {
 public:
  FactCollector(const Corpus& corpus, const Resolution& resolution) : corpus_(corpus), resolution_(resolution) {}

  std::vector<Fact> authored(bool editors) {
    for (std::size_t i = 0; i < corpus_.mentions.size(); ++i) {
      const Mention& mention = corpus_.mentions[i];
      if (mention.kind != NodeKind::kPerson || !mention.paper.valid() || (mention.position == 0) != editors) continue;
      Fact fact = link(MentionId(i), mention.paper, mention.evidence);
      fact.position = mention.position;
      fact.role = editors ? StringId{} : mention.name;
      fact.start = mention.year;
      facts_.push_back(fact);
    }
    return std::move(facts_);
  }

  /// One fact for each pair of authors of each paper entity: the record with the longest list speaks for it.
  std::vector<Fact> coauthors() {
    std::vector<std::pair<EntityId, MentionId>> papers;
    for (std::size_t i = 0; i < corpus_.mentions.size(); ++i)
      if (corpus_.mentions[i].kind == NodeKind::kPaper) papers.emplace_back(resolution_.entity_of[i], MentionId(i));
    std::sort(papers.begin(), papers.end());
    for (std::size_t begin = 0; begin < papers.size();) {
      std::size_t end = begin + 1;
      std::size_t longest = begin;
      while (end < papers.size() && papers[end].first == papers[begin].first) {
        if (author_count(papers[end].second) > author_count(papers[longest].second)) longest = end;
        ++end;
      }
      std::int16_t year = 0;
      for (std::size_t i = begin; i < end; ++i) year = std::max(year, corpus_.mentions[papers[i].second.value].year);
      add_pairs(papers[longest].second, year);
      begin = end;
    }
    return std::move(facts_);
  }

  std::vector<Fact> cited() {
    using Row = std::tuple<StringId, StringId, MentionId>;
    std::vector<Row> known;
    if (!corpus_.references.empty())
      for (const auto& id : corpus_.identifiers)
        if (corpus_.mentions[id.mention.value].kind == NodeKind::kPaper) known.emplace_back(id.scheme, id.value, id.mention);
    std::sort(known.begin(), known.end());
    for (const Reference& reference : corpus_.references) {
      const auto found =
          std::lower_bound(known.begin(), known.end(), Row(reference.scheme, reference.value, MentionId(0)));
      if (found == known.end() || std::get<0>(*found) != reference.scheme || std::get<1>(*found) != reference.value)
        continue;
      add(link(reference.paper, std::get<2>(*found), corpus_.mentions[reference.paper.value].evidence));
    }
    return std::move(facts_);
  }

  std::vector<Fact> related(EdgeKind kind) {
    for (const Relation& relation : corpus_.relations) {
      if (relation.kind != kind) continue;
      Fact fact = link(relation.source, relation.target, relation.evidence);
      fact.role = relation.role;
      fact.detail = relation.detail;
      fact.note = relation.note;
      if (relation.institution.valid()) fact.place = corpus_.mentions[relation.institution.value].name;
      fact.start = relation.start;
      fact.end = relation.end;
      fact.start_month = relation.start_month;
      fact.end_month = relation.end_month;
      fact.present = relation.present;
      add(fact);
    }
    return std::move(facts_);
  }

 private:
  Fact link(MentionId source, MentionId target, EvidenceId evidence) const {
    Fact fact;
    fact.source = resolution_.entity_of[source.value].value;
    fact.target = resolution_.entity_of[target.value].value;
    fact.evidence = evidence;
    fact.confidence = resolution_.confidence[source.value] * resolution_.confidence[target.value];
    return fact;
  }

  void add(const Fact& fact) {
    if (fact.source != fact.target) facts_.push_back(fact);
  }

  std::size_t author_count(MentionId paper) const {
    std::size_t i = paper.value + 1;
    while (i < corpus_.mentions.size() && corpus_.mentions[i].paper == paper && corpus_.mentions[i].position > 0) ++i;
    return i - paper.value - 1;
  }

  void add_pairs(MentionId paper, std::int16_t year) {
    const std::size_t count = author_count(paper);
    for (std::size_t a = 0; a < count; ++a) {
      for (std::size_t b = a + 1; b < count; ++b) {
        Fact fact = link(MentionId(paper.value + 1 + a), MentionId(paper.value + 1 + b),
                         corpus_.mentions[paper.value].evidence);
        if (fact.source > fact.target) std::swap(fact.source, fact.target);
        fact.weight = 1.0F / static_cast<float>(count - 1);
        fact.start = year;
        add(fact);
      }
    }
  }

  const Corpus& corpus_;
  const Resolution& resolution_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> collect_facts(const Corpus& corpus, const Resolution& resolution, EdgeKind kind) {
  FactCollector collector(corpus, resolution);
  switch (kind) {
    case EdgeKind::kAuthored: return collector.authored(false);
    case EdgeKind::kEdited: return collector.authored(true);
    case EdgeKind::kCoauthor: return collector.coauthors();
    case EdgeKind::kCites: return collector.cited();
    default: return collector.related(kind);
  }
}

}  // namespace scholargraph
