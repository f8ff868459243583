// SPDX-License-Identifier: Apache-2.0
#include "resolve/person_joiner.h"

#include <algorithm>

#include "resolve/document_order.h"

namespace scholargraph {

namespace {

/// Schemes in which one person has one identifier.
constexpr std::array<std::string_view, 3> kExclusive = {"orcid", "dblp", "acl"};

}  // namespace

PersonJoiner::PersonJoiner(const Corpus& corpus, const NameTable& names, Clusters& clusters,
                           bool use_person_ids)
    : corpus_(corpus), names_(names), clusters_(clusters),
      several_forms_(corpus.mentions.size()), has_owner_(corpus.mentions.size()) {
  for (const Document& document : corpus.documents)
    if (document.owner.valid() && document.owner_named) has_owner_[document.owner.value] = true;
  if (!use_person_ids) return;
  for (const auto& id : corpus.identifiers) {
    if (corpus.mentions[id.mention.value].kind != NodeKind::kPerson) continue;
    const auto scheme = std::find(kExclusive.begin(), kExclusive.end(), corpus.strings.view(id.scheme));
    if (scheme == kExclusive.end()) continue;
    std::vector<StringId>& identity = identities_[static_cast<std::size_t>(scheme - kExclusive.begin())];
    if (identity.empty()) identity.resize(corpus.mentions.size());
    identity[id.mention.value] = id.value;
  }
}

bool PersonJoiner::join(MentionId a, MentionId b, const Reason& reason) {
  if (clusters_.same(a, b)) return true;
  if (!may_join(clusters_.root(a), clusters_.root(b))) return false;
  unite(a, b, reason);
  return true;
}

void PersonJoiner::unite(MentionId a, MentionId b, const Reason& reason) {
  const MentionId root_a = clusters_.root(a);
  const MentionId root_b = clusters_.root(b);
  if (observer_ != nullptr) observer_->before_join(root_a, root_b);
  std::vector<FormId> forms = united_forms(root_a, root_b);
  clusters_.join(a, b, reason);
  const MentionId root = clusters_.root(a);
  inherit(root == root_a ? root_b : root_a, root);
  if (forms.size() > 1) {
    several_forms_[root.value] = true;
    forms_[root.value] = std::move(forms);
  }
}

/// Empty when both are printed in one and the same way.
std::vector<FormId> PersonJoiner::united_forms(MentionId a, MentionId b) {
  const auto forms_a = forms_of(a);
  const auto forms_b = forms_of(b);
  if (forms_a.size() == 1 && forms_b.size() == 1 && forms_a[0] == forms_b[0]) return {};
  std::vector<FormId> forms(forms_b.begin(), forms_b.end());
  forms.insert(forms.end(), forms_a.begin(), forms_a.end());
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
  return forms;
}

bool PersonJoiner::join_agreeing(MentionId a, MentionId b, const Reason& reason) {
  if (clusters_.same(a, b)) return true;
  return all_names_agree(clusters_.root(a), clusters_.root(b)) && join(a, b, reason);
}

bool PersonJoiner::are_of_one_form(std::span<const MentionId> people) const {
  return std::all_of(people.begin(), people.end(), [&](MentionId m) {
    const std::uint32_t root = clusters_.root(m).value;
    return names_.form_of(m) == names_.form_of(people[0]) && !several_forms_[root] && !has_owner_[root];
  });
}

bool PersonJoiner::join_of_one_form(MentionId a, MentionId b, PhraseId phrase) {
  const MentionId root_a = clusters_.root(a);
  const MentionId root_b = clusters_.root(b);
  if (root_a == root_b || !may_join(root_a, root_b)) return false;
  clusters_.unite(root_a, root_b, phrase);
  const MentionId root = clusters_.root(a);
  inherit_identities(root == root_a ? root_b : root_a, root);
  return true;
}

/// Walks the author lists of the smaller cluster.
bool PersonJoiner::share_a_list(MentionId a, MentionId b) const {
  if (clusters_.size(a) > clusters_.size(b)) std::swap(a, b);
  bool shared = false;
  clusters_.for_each_member(a, [&](MentionId m) {
    const Mention& mention = corpus_.mentions[m.value];
    if (shared || mention.position == 0) return;
    const MentionRange authors = authors_of(corpus_, mention.paper);
    for (std::uint32_t i = authors.first; i < authors.last && !shared; ++i)
      shared = clusters_.root(MentionId(i)) == b;
  });
  return shared;
}

bool PersonJoiner::identities_differ(MentionId a, MentionId b) const {
  return std::any_of(identities_.begin(), identities_.end(), [&](const std::vector<StringId>& identity) {
    if (identity.empty()) return false;
    const StringId x = identity[a.value];
    const StringId y = identity[b.value];
    return x.valid() && y.valid() && x != y;
  });
}

std::span<const FormId> PersonJoiner::forms_of(MentionId m) const {
  const MentionId root = clusters_.root(m);
  if (several_forms_[root.value]) return forms_.find(root.value)->second;
  return {&names_.form_of(m), 1};
}

/// A name in one script says nothing about a name in another one; some pair has to agree.
bool PersonJoiner::all_names_agree(MentionId a, MentionId b) const {
  const auto incomparable = [&](FormId x, FormId y) {
    const CompactForm& fx = names_.form(x);
    const CompactForm& fy = names_.form(y);
    if (fx.key == 0 || fy.key == 0) return true;
    return (fx.key == fx.native) != (fy.key == fy.native) && (fx.native == 0 || fy.native == 0);
  };
  const auto forms_b = forms_of(b);
  bool any = false;
  for (const FormId x : forms_of(a)) {
    for (const FormId y : forms_b) {
      const bool agree = (x == y && names_.form(x).key != 0) || names_.agree(x, y);
      if (!agree && !incomparable(x, y)) return false;
      any = any || agree;
    }
  }
  return any;
}

void PersonJoiner::inherit(MentionId from, MentionId to) {
  if (has_owner_[from.value]) has_owner_[to.value] = true;
  if (several_forms_[from.value]) forms_.erase(from.value);
  inherit_identities(from, to);
}

void PersonJoiner::inherit_identities(MentionId from, MentionId to) {
  for (std::vector<StringId>& identity : identities_)
    if (!identity.empty() && !identity[to.value].valid()) identity[to.value] = identity[from.value];
}

}  // namespace scholargraph
