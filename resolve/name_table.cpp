// SPDX-License-Identifier: Apache-2.0
#include "resolve/name_table.h"

#include <algorithm>
#include <utility>

#include "base/files.h"
#include "base/parallel_for.h"

namespace scholargraph {

namespace {

constexpr std::size_t kPieceForms = 1024;  ///< names that a thread parses at a time

std::uint64_t hash_or_zero(std::string_view text) { return text.empty() ? 0 : content_hash(text) | 1U; }

}  // namespace

NameTable::NameTable(const Corpus& corpus, int jobs) : form_of_(corpus.mentions.size()) {
  parse(corpus, find_forms(corpus), jobs);
}

/// Numbers the forms, and returns a mention that is printed in each; none for form 0.
std::vector<MentionId> NameTable::find_forms(const Corpus& corpus) {
  std::vector<FormId> of_text(corpus.strings.size());
  std::vector<FormId> of_parts(corpus.names.with_parts().size());
  std::vector<MentionId> forms(1);
  for (const auto& document : corpus.documents)
    if (document.owner.valid() && !document.owner_named) form_of_[document.owner.value] = FormId(0);
  for (std::size_t i = 0; i < corpus.mentions.size(); ++i) {
    const Mention& mention = corpus.mentions[i];
    if (mention.kind != NodeKind::kPerson || form_of_[i].valid()) continue;
    FormId& form = NamePool::has_parts(mention.name) ? of_parts[NamePool::index_of(mention.name)]
                                                     : of_text[mention.name.value];
    if (!form.valid()) {
      form = FormId(forms.size());
      forms.emplace_back(i);
    }
    form_of_[i] = form;
  }
  return forms;
}

void NameTable::parse(const Corpus& corpus, const std::vector<MentionId>& printed, int jobs) {
  const auto view = [&](StringId id) { return id.valid() ? corpus.strings.view(id) : std::string_view(); };
  std::vector<std::string> texts((printed.size() + kPieceForms - 1) / kPieceForms);
  forms_.resize(printed.size());
  parallel_ranges(jobs, printed.size(), kPieceForms, [&](std::size_t first, std::size_t last, std::size_t) {
    std::string& text = texts[first / kPieceForms];
    for (std::size_t i = first; i < last; ++i) {
      if (!printed[i].valid()) continue;
      const PrintedName name = corpus.names[corpus.mentions[printed[i].value].name];
      const NameForm form = parse_person_name(view(name.text), view(name.family), view(name.given));
      forms_[i] = {hash_or_zero(form.key), hash_or_zero(form.block), hash_or_zero(form.native),
                   static_cast<std::uint32_t>(text.size()), form.full, form.brief};
      text += form.tokens;
    }
  });
  for (std::size_t i = 0; i < forms_.size(); ++i) {
    if (i % kPieceForms == 0 && i > 0) text_ += std::exchange(texts[i / kPieceForms - 1], {});
    forms_[i].tokens += static_cast<std::uint32_t>(text_.size());
  }
  text_ += texts.back();
}

bool NameTable::agree(FormId a, FormId b) const {
  const CompactForm& fa = form(a);
  const CompactForm& fb = form(b);
  if (fa.native != 0 && fa.native == fb.native) return true;
  if (fa.key != 0 && fa.key == fb.key && fa.full == fb.full) return true;
  return names_agree(tokens(a), tokens(b));
}

}  // namespace scholargraph
