// SPDX-License-Identifier: Apache-2.0
#include "model/corpus_sink.h"

#include <algorithm>

#include "base/text.h"
#include "model/corpus_writer.h"

namespace scholargraph {

namespace {

std::string printed_name(const PersonView& person) {
  if (!person.full.empty()) return std::string(person.full);
  return std::string(person.given) + (person.given.empty() || person.family.empty() ? "" : " ") + std::string(person.family);
}

void add_stay(CorpusWriter& writer, const StayView& stay, MentionId person) {
  const auto place = writer.place(stay.institution, stay.unit);
  if (!place.institution.valid()) return;
  for (const IdView& id : stay.institution_ids) writer.identifier(place.institution, id.scheme, id.value);
  Relation& relation =
      writer.relation(stay.education ? EdgeKind::kEducatedAt : EdgeKind::kEmployedAt, person, place.institution);
  relation.start = short_year(stay.start);
  relation.end = short_year(stay.end);
  relation.present = stay.start != 0 && stay.end == 0;
  relation.role = writer.text(stay.role);
  relation.institution = place.unit;
}

}  // namespace

void CountingSink::paper(const PaperView& paper) {
  ++(paper.volume ? counts_.volumes : counts_.papers);
  counts_.authors += paper.authors.size();
  counts_.editors += paper.editors.size();
}

void CountingSink::person(const PersonRecordView&, std::span<const StayView>) { ++counts_.people; }
void CountingSink::institution(const InstitutionRecordView&) { ++counts_.institutions; }
void CountingSink::venue(const VenueRecordView&) { ++counts_.venues; }

EvidenceId CorpusSink::evidence(std::string_view key, std::uint64_t line) {
  const int at = static_cast<int>(std::min<std::uint64_t>(line, 0x7fffffff));
  corpus_.evidence.push_back({document_, {0, at, at}, corpus_.strings.intern(key), corpus_.strings.intern({})});
  return EvidenceId(corpus_.evidence.size() - 1);
}

void CorpusSink::without_ids(std::span<const PersonView> people, std::vector<PersonView>& out) {
  out.assign(people.begin(), people.end());
  for (PersonView& person : out) person.ids = {};
}

void CorpusSink::paper(const PaperView& paper) {
  CountingSink::paper(paper);
  if (!ignore_person_ids_) {
    add_paper(corpus_, paper, document_);
    return;
  }
  PaperView bare = paper;
  without_ids(paper.authors, authors_);
  without_ids(paper.editors, editors_);
  bare.authors = authors_;
  bare.editors = editors_;
  add_paper(corpus_, bare, document_);
}

void CorpusSink::person(const PersonRecordView& person, std::span<const StayView> stays) {
  CountingSink::person(person, stays);
  const std::string name = printed_name(person.person);
  if (trim(name).empty()) return;
  CorpusWriter writer(corpus_);
  writer.set_evidence(evidence(person.key, person.line));
  const MentionId mention = writer.mention(NodeKind::kPerson, name);
  writer.separate(mention, person.person.family, person.person.given);
  if (!ignore_person_ids_)
    for (const IdView& id : person.person.ids) writer.identifier(mention, id.scheme, id.value);
  for (const std::string_view alias : person.aliases) {
    if (trim(alias).empty() || alias == name) continue;
    corpus_.stated_same.emplace_back(mention, writer.mention(NodeKind::kPerson, alias));
  }
  for (const std::string_view affiliation : person.person.affiliations) {
    const auto place = writer.place(affiliation, {});
    if (place.institution.valid()) writer.relation(EdgeKind::kAffiliatedWith, mention, place.institution);
  }
  for (const StayView& stay : stays) add_stay(writer, stay, mention);
}

void CorpusSink::institution(const InstitutionRecordView& institution) {
  CountingSink::institution(institution);
  if (trim(institution.name).empty()) return;
  CorpusWriter writer(corpus_);
  writer.set_evidence(evidence(institution.key, institution.line));
  const MentionId mention = writer.mention(NodeKind::kInstitution, institution.name);
  for (const IdView& id : institution.ids) writer.identifier(mention, id.scheme, id.value);
}

void CorpusSink::venue(const VenueRecordView& venue) {
  CountingSink::venue(venue);
  if (trim(venue.name).empty()) return;
  CorpusWriter writer(corpus_);
  writer.set_evidence(evidence(venue.key, venue.line));
  const MentionId mention = writer.mention(NodeKind::kVenue, venue.name);
  for (const IdView& id : venue.ids) writer.identifier(mention, id.scheme, id.value);
}

}  // namespace scholargraph
