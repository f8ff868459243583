// SPDX-License-Identifier: Apache-2.0
#include "resolve/name_table.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/files.h"
#include "base/parallel_for.h"

namespace scholargraph {

namespace {

constexpr std::size_t kPieceForms = 1024;  ///< names that a thread parses at a time

std::uint64_t hash_or_zero(std::string_view text) { return text.empty() ? 0 : content_hash(text) | 1U; }

using Printed = std::tuple<StringId, StringId, StringId>;

Printed printed(const Mention& mention) { return {mention.name, mention.family, mention.given}; }

}  // namespace

NameTable::NameTable(const Corpus& corpus, int jobs) : form_of_(corpus.mentions.size()) {
  parse(corpus, find_forms(corpus), jobs);
}

/// Numbers the forms, and returns a mention that is printed in each; none for form 0.
std::vector<MentionId> NameTable::find_forms(const Corpus& corpus) {
  // Nearly every name comes with one way to separate it; the others are few enough for a map.
  std::vector<MentionId> first_with(corpus.strings.size());
  std::map<Printed, FormId> others;
  std::vector<MentionId> forms(1);
  const auto add = [&](std::size_t mention) {
    forms.emplace_back(mention);
    return FormId(forms.size() - 1);
  };
  for (const auto& document : corpus.documents)
    if (document.owner.valid() && !document.owner_named) form_of_[document.owner.value] = FormId(0);
  for (std::size_t i = 0; i < corpus.mentions.size(); ++i) {
    const Mention& mention = corpus.mentions[i];
    if (mention.kind != NodeKind::kPerson || form_of_[i].valid()) continue;
    MentionId& first = first_with[mention.name.value];
    if (!first.valid()) {
      first = MentionId(i);
      form_of_[i] = add(i);
    } else if (printed(corpus.mentions[first.value]) == printed(mention)) {
      form_of_[i] = form_of_[first.value];
    } else {
      FormId& form = others[printed(mention)];
      if (!form.valid()) form = add(i);
      form_of_[i] = form;
    }
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
      const Mention& mention = corpus.mentions[printed[i].value];
      const NameForm form = parse_person_name(view(mention.name), view(mention.family), view(mention.given));
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
