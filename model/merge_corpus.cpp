// SPDX-License-Identifier: Apache-2.0
#include "model/merge_corpus.h"

namespace scholargraph {

namespace {

/// From the ids of a part to those of the whole.
class IdShift {
 public:
  IdShift(Corpus& into, const Corpus& part)
      : mentions_(into.mentions.size()), evidence_(into.evidence.size()), strings_(into.strings.intern_all(part.strings)) {
    for (PrintedName name : part.names.with_parts()) {
      (*this)(name.text), (*this)(name.family), (*this)(name.given);
      names_.push_back(into.names.intern(name));
    }
  }

  void operator()(StringId& id) const {
    if (id.valid()) id = strings_[id.value];
  }
  void operator()(NameId& id) const {
    id = NamePool::has_parts(id) ? names_[NamePool::index_of(id)] : NameId(strings_[id.value].value);
  }
  void operator()(MentionId& id) const {
    if (id.valid()) id = MentionId(id.value + mentions_);
  }
  void operator()(EvidenceId& id) const {
    if (id.valid()) id = EvidenceId(id.value + evidence_);
  }

 private:
  std::size_t mentions_;
  std::size_t evidence_;
  std::vector<StringId> strings_;
  std::vector<NameId> names_;  ///< those with parts
};

void append_mentions(Corpus& into, const Corpus& part, const IdShift& shift) {
  for (Mention row : part.mentions) {
    shift(row.name), shift(row.paper), shift(row.evidence);
    into.mentions.push_back(row);
  }
}

void append_evidence(Corpus& into, const Corpus& part, DocumentId document, const IdShift& shift) {
  for (Evidence row : part.evidence) {
    row.document = document;
    shift(row.key), shift(row.text);
    into.evidence.push_back(row);
  }
}

void append_relations(Corpus& into, const Corpus& part, const IdShift& shift) {
  for (Relation row : part.relations) {
    shift(row.source), shift(row.target), shift(row.role), shift(row.detail), shift(row.note), shift(row.institution),
        shift(row.evidence);
    into.relations.push_back(row);
  }
}

template <class First, class Second>
void append_pairs(std::vector<std::pair<First, Second>>& into, const std::vector<std::pair<First, Second>>& part,
                  const IdShift& shift) {
  for (auto row : part) {
    shift(row.first), shift(row.second);
    into.push_back(row);
  }
}

}  // namespace

void merge_corpus(Corpus& into, const Corpus& part, DocumentId document) {
  const IdShift shift(into, part);
  // Evidence first, mentions last: the shift was taken from the sizes before.
  append_evidence(into, part, document, shift);
  append_relations(into, part, shift);
  for (MentionIdentifier row : part.identifiers) {
    shift(row.mention), shift(row.scheme), shift(row.value);
    into.identifiers.push_back(row);
  }
  for (Reference row : part.references) {
    shift(row.paper), shift(row.scheme), shift(row.value);
    into.references.push_back(row);
  }
  append_pairs(into.paper_status, part.paper_status, shift);
  append_pairs(into.paper_type, part.paper_type, shift);
  append_pairs(into.stated_same, part.stated_same, shift);
  append_mentions(into, part, shift);
  into.diagnostics.insert(into.diagnostics.end(), part.diagnostics.begin(), part.diagnostics.end());
}

}  // namespace scholargraph
