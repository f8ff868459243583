// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/text.h"
#include "model/corpus_writer.h"
#include "model/identifier.h"

namespace scholargraph {

namespace {

/// "family, given" is printed when a source gives only the parts.
std::string reading_form(const PersonView& person) {
  if (!person.full.empty()) return std::string(person.full);
  if (person.given.empty()) return std::string(person.family);
  return std::string(person.given) + " " + std::string(person.family);
}

void add_affiliations(CorpusWriter& writer, const PersonView& person, MentionId author, int year) {
  for (const auto affiliation : person.affiliations) {
    const auto place = writer.place(affiliation, {});
    if (!place.institution.valid()) continue;
    Relation& relation = writer.relation(EdgeKind::kAffiliatedWith, author, place.institution);
    relation.start = short_year(year);
    relation.institution = place.unit;
  }
}

/// Affiliations come after all people, so that the people of a paper are one run of mentions.
void add_people(Corpus& corpus, CorpusWriter& writer, const PaperView& paper, MentionId work) {
  const auto first = corpus.mentions.size();
  const auto add = [&](const PersonView& person, std::uint32_t position) {
    std::string name = reading_form(person);
    if (trim(name).empty()) name = "?";
    const MentionId mention = writer.mention(NodeKind::kPerson, name, paper.year);
    Mention& row = corpus.mentions[mention.value];
    row.paper = work;
    row.position = std::min(position, Mention::kLastPosition) & Mention::kLastPosition;
    writer.separate(mention, person.family, person.given);
    for (const auto& id : person.ids) writer.identifier(mention, id.scheme, id.value);
  };
  std::uint32_t position = 0;
  for (const auto& author : paper.authors) add(author, ++position);
  for (const auto& editor : paper.editors) add(editor, 0);
  for (std::size_t i = 0; i < paper.authors.size() + paper.editors.size(); ++i) {
    const auto& person = i < paper.authors.size() ? paper.authors[i] : paper.editors[i - paper.authors.size()];
    add_affiliations(writer, person, MentionId(first + i), paper.year);
  }
}

void add_venue(CorpusWriter& writer, const PaperView& paper, MentionId work) {
  if (trim(paper.venue).empty()) return;
  const MentionId venue = writer.venue(paper.venue, paper.year);
  if (!venue.valid()) return;
  Relation& relation = writer.relation(EdgeKind::kPublishedIn, work, venue);
  const int year = printed_year(paper.venue);
  relation.start = short_year(year > 0 ? year : paper.year);
  relation.detail = writer.text(paper.venue);
}

}  // namespace

DocumentId begin_document(Corpus& corpus, std::string path, std::string format, std::string hash) {
  Document document;
  document.path = std::move(path);
  document.format = std::move(format);
  document.hash = std::move(hash);
  document.first_mention = MentionId(corpus.mentions.size());
  corpus.documents.push_back(std::move(document));
  return DocumentId(corpus.documents.size() - 1);
}

MentionId add_paper(Corpus& corpus, const PaperView& paper, DocumentId document, EvidenceId evidence) {
  if (!evidence.valid()) {
    const int line = static_cast<int>(std::min<std::uint64_t>(paper.line, 0x7fffffff));
    corpus.evidence.push_back({document, {0, line, line}, corpus.strings.intern(paper.key), corpus.strings.intern({})});
    evidence = EvidenceId(corpus.evidence.size() - 1);
  }
  CorpusWriter writer(corpus);
  writer.set_evidence(evidence);
  const bool untitled = trim(paper.title).empty();
  const MentionId work = writer.mention(NodeKind::kPaper, untitled ? paper.key : paper.title, paper.year);
  for (const auto& id : paper.ids) writer.identifier(work, id.scheme, id.value);
  if (!paper.status.empty()) corpus.paper_status.emplace_back(work, corpus.strings.intern(paper.status));
  if (!paper.type.empty()) corpus.paper_type.emplace_back(work, corpus.strings.intern(paper.type));
  add_people(corpus, writer, paper, work);
  add_venue(writer, paper, work);
  for (const auto& reference : paper.references) {
    const std::string bare = bare_identifier(reference.scheme, reference.value);
    if (!bare.empty())
      corpus.references.push_back({work, corpus.strings.intern(reference.scheme), corpus.strings.intern(bare)});
  }
  return work;
}

}  // namespace scholargraph
