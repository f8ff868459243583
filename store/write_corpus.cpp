// SPDX-License-Identifier: Apache-2.0
// What the documents say and what resolution made of it.
#include "model/identifier.h"
#include "store/contact.h"
#include "store/store_writer.h"

namespace scholargraph {

void StoreWriter::write_documents() {
  std::int64_t number = 0;
  for (const Document& document : corpus_.documents) {
    insert_document_.bind(0, ++number).bind(1, document.path).bind(2, document.format).bind(3, document.hash);
    insert_document_.bind_text_or_null(4, mask_contacts(document.note, masked_));
    insert_document_.bind_number_or_null(5, row_of(document.owner));
    insert_document_.bind(6, std::int64_t{document.owner_named});
    const SourceCounts& c = document.counts;
    int column = 7;
    for (const std::uint64_t count : {c.papers, c.volumes, c.authors, c.editors, c.people, c.institutions, c.venues,
                                      c.others, c.skipped})
      insert_document_.bind(column++, static_cast<std::int64_t>(count));
    insert_document_.insert();
  }
}

void StoreWriter::write_places() {
  std::int64_t number = 0;
  for (const Evidence& evidence : corpus_.evidence) {
    insert_place_.bind(0, ++number).bind(1, row_of(evidence.document));
    insert_place_.bind_number_or_null(2, evidence.span.page).bind_number_or_null(3, evidence.span.first_line);
    insert_place_.bind_number_or_null(4, evidence.span.last_line).bind_text_or_null(5, text(evidence.key));
    insert_place_.bind_text_or_null(6, mask_contacts(text(evidence.text), masked_)).insert();
  }
}

void StoreWriter::write_mentions() {
  TableFile insert = file_.numbered_table("mention");
  for (std::size_t i = 0; i < corpus_.mentions.size(); ++i) {
    const Mention& mention = corpus_.mentions[i];
    const EntityId entity = i < resolution_.entity_of.size() ? resolution_.entity_of[i] : EntityId();
    insert.bind(0, static_cast<std::int64_t>(i + 1)).bind(1, static_cast<std::int64_t>(mention.kind));
    insert.bind_number_or_null(2, entity.valid() ? node_of_entity_[entity.value] : 0);
    insert.bind(3, text(mention.name)).bind_text_or_null(4, text(mention.family));
    insert.bind_text_or_null(5, text(mention.given));
    insert.bind_number_or_null(6, row_of(mention.paper));
    insert.bind_number_or_null(7, mention.position).bind_number_or_null(8, mention.year);
    insert.bind_number_or_null(9, row_of(mention.evidence));
    insert.insert();
  }
  insert.finish();
}

void StoreWriter::write_identifiers() {
  TableFile identifier = file_.table("identifier");
  for (const MentionIdentifier& one : corpus_.identifiers) {
    if (is_contact_scheme(text(one.scheme))) continue;
    identifier.bind(0, row_of(one.mention)).bind(1, text(one.scheme)).bind(2, text(one.value));
    identifier.insert();
  }
  identifier.finish();
  TableFile status = file_.table("paper_status");
  for (const auto& [mention, value] : corpus_.paper_status)
    status.bind(0, row_of(mention)).bind(1, text(value)).insert();
  status.finish();
  TableFile type = file_.table("paper_type");
  for (const auto& [mention, value] : corpus_.paper_type) type.bind(0, row_of(mention)).bind(1, text(value)).insert();
  type.finish();
  TableFile same = file_.table("stated_same");
  for (const auto& [first, second] : corpus_.stated_same) same.bind(0, row_of(first)).bind(1, row_of(second)).insert();
  same.finish();
}

void StoreWriter::write_relations() {
  TableFile insert = file_.table("relation");
  for (const Relation& relation : corpus_.relations) {
    insert.bind(0, edge_info(relation.kind).name).bind(1, row_of(relation.source));
    insert.bind(2, row_of(relation.target));
    insert.bind_number_or_null(3, relation.start).bind_number_or_null(4, relation.start_month);
    insert.bind_number_or_null(5, relation.end).bind_number_or_null(6, relation.end_month);
    insert.bind(7, std::int64_t{relation.present}).bind_text_or_null(8, text(relation.role));
    insert.bind_text_or_null(9, text(relation.detail)).bind_text_or_null(10, text(relation.note));
    insert.bind_number_or_null(11, row_of(relation.institution));
    insert.bind_number_or_null(12, row_of(relation.evidence));
    insert.insert();
  }
  insert.finish();
}

void StoreWriter::write_merges() {
  TableFile insert = file_.table("merge");
  for (const MergeReason& merge : resolution_.reasons) {
    insert.bind(0, row_of(merge.first)).bind(1, row_of(merge.second));
    insert.bind(2, resolution_.strings.view(merge.reason)).bind(3, double{merge.confidence}).insert();
  }
  insert.finish();
}

void StoreWriter::write_diagnostics() {
  constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  TableFile insert = file_.table("diagnostics");
  std::string masked_hint;
  for (const Diagnostic& one : corpus_.diagnostics) {
    insert.bind(0, one.file).bind_number_or_null(1, one.line).bind_number_or_null(2, one.column);
    insert.bind(3, kNames[static_cast<std::size_t>(one.severity)]).bind(4, mask_contacts(one.message, masked_));
    insert.bind_text_or_null(5, mask_contacts(one.hint, masked_hint)).insert();
  }
  insert.finish();
}

}  // namespace scholargraph
