// SPDX-License-Identifier: Apache-2.0
#include "resolve/name_table.h"

#include <map>
#include <tuple>

#include "base/files.h"

namespace scholargraph {

namespace {

std::uint64_t hash_or_zero(std::string_view text) { return text.empty() ? 0 : content_hash(text) | 1U; }

using Printed = std::tuple<StringId, StringId, StringId>;

Printed printed(const Mention& mention) { return {mention.name, mention.family, mention.given}; }

}  // namespace

NameTable::NameTable(const Corpus& corpus) : form_of_(corpus.mentions.size()) {
  // Nearly every name comes with one way to separate it; the others are few enough for a map.
  std::vector<MentionId> first_with(corpus.strings.size());
  std::map<Printed, FormId> others;
  forms_.push_back({0, 0, 0, strings_.intern({}), false, false});
  for (const auto& document : corpus.documents)
    if (document.owner.valid() && !document.owner_named) form_of_[document.owner.value] = FormId(0);
  for (std::size_t i = 0; i < corpus.mentions.size(); ++i) {
    const Mention& mention = corpus.mentions[i];
    if (mention.kind != NodeKind::kPerson || form_of_[i].valid()) continue;
    MentionId& first = first_with[mention.name.value];
    if (!first.valid()) {
      first = MentionId(i);
      form_of_[i] = add(corpus, mention);
    } else if (printed(corpus.mentions[first.value]) == printed(mention)) {
      form_of_[i] = form_of_[first.value];
    } else {
      FormId& form = others[printed(mention)];
      if (!form.valid()) form = add(corpus, mention);
      form_of_[i] = form;
    }
  }
}

FormId NameTable::add(const Corpus& corpus, const Mention& mention) {
  const auto view = [&](StringId id) { return id.valid() ? corpus.strings.view(id) : std::string_view(); };
  const NameForm form = parse_person_name(view(mention.name), view(mention.family), view(mention.given));
  forms_.push_back({hash_or_zero(form.key), hash_or_zero(form.block), hash_or_zero(form.native),
                    strings_.intern(form.tokens), form.full, form.brief});
  return FormId(forms_.size() - 1);
}

bool NameTable::agree(FormId a, FormId b) const {
  const CompactForm& fa = form(a);
  const CompactForm& fb = form(b);
  if (fa.native != 0 && fa.native == fb.native) return true;
  if (fa.key != 0 && fa.key == fb.key && fa.full == fb.full) return true;
  return names_agree(tokens(a), tokens(b));
}

}  // namespace scholargraph
