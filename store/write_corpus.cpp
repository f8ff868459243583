// SPDX-License-Identifier: Apache-2.0
// What the documents say and what resolution made of it.
#include <array>

#include "model/identifier.h"
#include "store/contact.h"
#include "store/store_writer.h"

namespace scholargraph {

namespace {

void fill_document(const Document& document, std::size_t number, RecordBatch& rows) {
  std::string masked;
  rows.bind(0, static_cast<std::int64_t>(number)).bind(1, document.path).bind(2, document.format);
  rows.bind(3, document.hash).bind_text_or_null(4, mask_contacts(document.note, masked));
  rows.bind_number_or_null(5, row_of(document.owner)).bind(6, std::int64_t{document.owner_named});
  const SourceCounts& c = document.counts;
  int column = 7;
  for (const std::uint64_t count :
       {c.papers, c.volumes, c.authors, c.editors, c.people, c.institutions, c.venues, c.others, c.skipped})
    rows.bind(column++, static_cast<std::int64_t>(count));
  rows.insert();
}

void fill_diagnostic(const Diagnostic& one, RecordBatch& rows) {
  constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  std::string masked;
  std::string masked_hint;
  rows.bind(0, one.file).bind_number_or_null(1, one.line).bind_number_or_null(2, one.column);
  rows.bind(3, kNames[static_cast<std::size_t>(one.severity)]).bind(4, mask_contacts(one.message, masked));
  rows.bind_text_or_null(5, mask_contacts(one.hint, masked_hint)).insert();
}

/// 0: none.
std::int64_t parts_row(NameId name) {
  return NamePool::has_parts(name) ? static_cast<std::int64_t>(NamePool::index_of(name)) + 1 : 0;
}

}  // namespace

void StoreWriter::add_document_steps() {
  add_steps(tables_.documents, corpus_.documents.size(), [this](std::size_t first, std::size_t last, RecordBatch& rows) {
    for (std::size_t i = first; i < last; ++i) fill_document(corpus_.documents[i], i + 1, rows);
  });
  add_steps(tables_.place, corpus_.evidence.size(), [this](std::size_t first, std::size_t last, RecordBatch& rows) {
    std::string masked;
    for (std::size_t i = first; i < last; ++i) {
      const Evidence& evidence = corpus_.evidence[i];
      rows.bind(0, static_cast<std::int64_t>(i + 1)).bind(1, row_of(evidence.document));
      rows.bind_number_or_null(2, evidence.span.page).bind_number_or_null(3, evidence.span.first_line);
      rows.bind_number_or_null(4, evidence.span.last_line).bind_text_or_null(5, text(evidence.key));
      rows.bind_text_or_null(6, mask_contacts(text(evidence.text), masked)).insert();
    }
  });
}

/// 0: none.
std::int64_t StoreWriter::node_of(EntityId entity) const {
  if (!entity.valid()) return 0;
  return node_of_entity_.empty() ? row_of(entity) : node_of_entity_[entity.value];
}

/// Names and words that mentions and relations share; the other strings of the corpus stay where they are used.
void StoreWriter::keep_texts() {
  in_text_table_.assign(corpus_.strings.size(), false);
  const auto keep = [this](StringId id) {
    if (id.valid()) in_text_table_[id.value] = true;
  };
  for (const Mention& mention : corpus_.mentions) keep(corpus_.names.text(mention.name));
  for (const PrintedName& name : corpus_.names.with_parts()) keep(name.family), keep(name.given);
  for (const Relation& relation : corpus_.relations) keep(relation.role), keep(relation.detail), keep(relation.note);
  for (const auto& [mention, id] : corpus_.paper_status) keep(id);
  for (const auto& [mention, id] : corpus_.paper_type) keep(id);
}

void StoreWriter::add_text_steps() {
  keep_texts();
  add_steps(tables_.text, in_text_table_.size(), [this](std::size_t first, std::size_t last, RecordBatch& rows) {
    for (std::size_t i = first; i < last; ++i)
      if (in_text_table_[i]) rows.bind(0, row_of(StringId(i))).bind(1, text(StringId(i))).insert();
  });
  const std::vector<PrintedName>& names = corpus_.names.with_parts();
  add_steps(tables_.parts, names.size(), [&names](std::size_t first, std::size_t last, RecordBatch& rows) {
    for (std::size_t i = first; i < last; ++i) {
      rows.bind(0, static_cast<std::int64_t>(i + 1)).bind_number_or_null(1, row_of(names[i].family));
      rows.bind_number_or_null(2, row_of(names[i].given)).insert();
    }
  });
}

void StoreWriter::fill_mentions(std::size_t first, std::size_t last, RecordBatch& rows) const {
  for (std::size_t i = first; i < last; ++i) {
    const Mention& mention = corpus_.mentions[i];
    const EntityId entity = i < resolution_.entity_of.size() ? resolution_.entity_of[i] : EntityId();
    rows.bind(0, static_cast<std::int64_t>(i + 1)).bind(1, static_cast<std::int64_t>(mention.kind));
    rows.bind_number_or_null(2, node_of(entity));
    rows.bind(3, row_of(corpus_.names.text(mention.name))).bind_number_or_null(4, parts_row(mention.name));
    rows.bind_number_or_null(5, row_of(mention.paper)).bind_number_or_null(6, mention.position);
    rows.bind_number_or_null(7, mention.year).bind_number_or_null(8, row_of(mention.evidence)).insert();
  }
}

void StoreWriter::add_mention_steps() {
  add_steps(tables_.mention, corpus_.mentions.size(),
            [this](std::size_t first, std::size_t last, RecordBatch& rows) { fill_mentions(first, last, rows); });
  add_steps(tables_.identifier, corpus_.identifiers.size(),
            [this](std::size_t first, std::size_t last, RecordBatch& rows) {
              for (std::size_t i = first; i < last; ++i) {
                const MentionIdentifier& one = corpus_.identifiers[i];
                if (is_contact_scheme(text(one.scheme))) continue;
                rows.bind(0, row_of(one.mention)).bind(1, text(one.scheme)).bind(2, text(one.value)).insert();
              }
            });
  const auto add_texts = [this](TableFile& table, const std::vector<std::pair<MentionId, StringId>>& pairs) {
    add_steps(table, pairs.size(), [&pairs](std::size_t first, std::size_t last, RecordBatch& rows) {
      for (std::size_t i = first; i < last; ++i)
        rows.bind(0, row_of(pairs[i].first)).bind(1, row_of(pairs[i].second)).insert();
    });
  };
  add_texts(tables_.paper_status, corpus_.paper_status);
  add_texts(tables_.paper_type, corpus_.paper_type);
  add_steps(tables_.stated_same, corpus_.stated_same.size(),
            [this](std::size_t first, std::size_t last, RecordBatch& rows) {
              for (std::size_t i = first; i < last; ++i)
                rows.bind(0, row_of(corpus_.stated_same[i].first)).bind(1, row_of(corpus_.stated_same[i].second)).insert();
            });
}

void StoreWriter::fill_relations(std::size_t first, std::size_t last, RecordBatch& rows) const {
  for (std::size_t i = first; i < last; ++i) {
    const Relation& relation = corpus_.relations[i];
    rows.bind(0, edge_info(relation.kind).name).bind(1, row_of(relation.source)).bind(2, row_of(relation.target));
    rows.bind_number_or_null(3, relation.start).bind_number_or_null(4, relation.start_month);
    rows.bind_number_or_null(5, relation.end).bind_number_or_null(6, relation.end_month);
    rows.bind(7, std::int64_t{relation.present}).bind_number_or_null(8, row_of(relation.role));
    rows.bind_number_or_null(9, row_of(relation.detail)).bind_number_or_null(10, row_of(relation.note));
    rows.bind_number_or_null(11, row_of(relation.institution));
    rows.bind_number_or_null(12, row_of(relation.evidence)).insert();
  }
}

void StoreWriter::add_relation_steps() {
  add_steps(tables_.relation, corpus_.relations.size(),
            [this](std::size_t first, std::size_t last, RecordBatch& rows) { fill_relations(first, last, rows); });
  add_merge_steps();
  add_steps(tables_.diagnostics, corpus_.diagnostics.size(),
            [this](std::size_t first, std::size_t last, RecordBatch& rows) {
              for (std::size_t i = first; i < last; ++i) fill_diagnostic(corpus_.diagnostics[i], rows);
            });
}

void StoreWriter::add_merge_steps() {
  const ReasonPool& reasons = resolution_.reasons;
  add_steps(tables_.reason, reasons.size(), [this, &reasons](std::size_t first, std::size_t last, RecordBatch& rows) {
    for (std::size_t i = first; i < last; ++i) {
      rows.bind(0, static_cast<std::int64_t>(i + 1)).bind(1, reasons.text(ReasonId(i), corpus_.strings));
      rows.bind(2, reasons.percent(ReasonId(i)) / 100.0).insert();
    }
  });
  add_steps(tables_.merge, resolution_.merges.size(), [this](std::size_t first, std::size_t last, RecordBatch& rows) {
    for (std::size_t i = first; i < last; ++i) {
      const Merge& merge = resolution_.merges[i];
      rows.bind(0, row_of(merge.first)).bind(1, row_of(merge.second));
      rows.bind(2, row_of(merge.reason)).insert();
    }
  });
}

}  // namespace scholargraph
