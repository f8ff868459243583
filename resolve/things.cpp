// SPDX-License-Identifier: Apache-2.0
// Problem: institutions, venues, awards and projects are named by people, mostly the same way.
// Idea: one hash of a canonical name for each mention; equal hashes are one thing. A name printed with its acronym
// ("Institute of Invented Physics (IIP)") makes mentions called only "IIP" the same thing, unless two different
// names are printed with that acronym. Cost: one fold for each distinct name, one sort.
#include "resolve/things.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "base/files.h"
#include "base/text.h"
#include "model/identifier.h"
#include "model/institution_name.h"
#include "resolve/document_order.h"

namespace scholargraph {

namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a ^ (b + 0x9e3779b97f4a7c15U + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdU;
  return (hash ^ (hash >> 33)) | 1U;
}

class ThingJoiner {
 public:
  ThingJoiner(const Corpus& corpus, const MentionsByKind& by_kind, Clusters& clusters)
      : corpus_(corpus), by_kind_(by_kind), clusters_(clusters), hash_(corpus.mentions.size(), 0) {}

  std::vector<std::uint64_t> run() {
    for (const NodeKind kind :
         {NodeKind::kInstitution, NodeKind::kVenue, NodeKind::kAward, NodeKind::kProject}) {
      const auto& mentions = of_kind(by_kind_, kind);
      for (const MentionId m : mentions) hash_[m.value] = name_hash(kind, corpus_.names.text(corpus_.mentions[m.value].name));
      if (kind == NodeKind::kAward) add_organisations(mentions);
      if (kind == NodeKind::kInstitution || kind == NodeKind::kVenue) replace_acronyms(kind, mentions);
      if (kind == NodeKind::kInstitution) add_parents();
      join_equal(mentions);
      if (kind == NodeKind::kInstitution) join_by_ror();
    }
    return std::move(hash_);
  }

 private:
  std::uint64_t name_hash(NodeKind kind, StringId name) {
    const std::uint64_t slot = (static_cast<std::uint64_t>(kind) << 32) | name.value;
    std::uint64_t& hash = by_name_[slot];
    if (hash != 0) return hash;
    const std::string_view text = corpus_.strings.view(name);
    const std::string key = kind == NodeKind::kInstitution ? institution_key(text) : squash(text);
    hash = content_hash(key.empty() ? text : std::string_view(key)) | 1U;
    return hash;
  }

  void add_organisations(const std::vector<MentionId>& mentions) {
    for (const MentionId m : mentions) {
      const StringId organisation = corpus_.names[corpus_.mentions[m.value].name].given;
      if (organisation.valid())
        hash_[m.value] = mix(hash_[m.value], name_hash(NodeKind::kInstitution, organisation));
    }
  }

  /// The acronyms printed beside exactly one name, and that name's hash.
  void replace_acronyms(NodeKind kind, const std::vector<MentionId>& mentions) {
    std::unordered_map<std::uint64_t, std::uint64_t> full_name;  // 0: several
    for (const MentionId m : mentions) {
      const StringId acronym = corpus_.names[corpus_.mentions[m.value].name].given;
      if (!acronym.valid()) continue;
      const auto [entry, fresh] = full_name.emplace(name_hash(kind, acronym), hash_[m.value]);
      if (!fresh && entry->second != hash_[m.value]) entry->second = 0;
    }
    if (full_name.empty()) return;
    for (const MentionId m : mentions) {
      const auto entry = full_name.find(hash_[m.value]);
      if (entry != full_name.end() && entry->second != 0) hash_[m.value] = entry->second;
    }
  }

  /// "Department of Physics" is another one at every university.
  void add_parents() {
    for (const Relation& relation : corpus_.relations)
      if (relation.kind == EdgeKind::kPartOf)
        hash_[relation.source.value] = mix(hash_[relation.source.value], hash_[relation.target.value]);
  }

  void join_equal(const std::vector<MentionId>& mentions) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> rows;
    rows.reserve(mentions.size());
    for (std::uint32_t i = 0; i < mentions.size(); ++i) rows.emplace_back(hash_[mentions[i].value], i);
    std::sort(rows.begin(), rows.end());
    const Reason equal{clusters_.phrase("equal names", 99)};
    for (std::size_t i = 1; i < rows.size(); ++i)
      if (rows[i].first == rows[i - 1].first)
        clusters_.join(mentions[rows[i - 1].second], mentions[rows[i].second], equal);
  }

  void join_by_ror() {
    std::unordered_map<std::uint32_t, MentionId> first;
    const PhraseId same = clusters_.phrase("same ", 100);
    for (const auto& id : corpus_.identifiers) {
      if (corpus_.mentions[id.mention.value].kind != NodeKind::kInstitution) continue;
      if (corpus_.strings.view(id.scheme) != "ror") continue;
      const auto [entry, fresh] = first.emplace(id.value.value, id.mention);
      if (!fresh) clusters_.join(entry->second, id.mention, {same, id.scheme});
    }
  }

  const Corpus& corpus_;
  const MentionsByKind& by_kind_;
  Clusters& clusters_;
  std::vector<std::uint64_t> hash_;
  std::unordered_map<std::uint64_t, std::uint64_t> by_name_;
};

}  // namespace

std::vector<std::uint64_t> join_things(const Corpus& corpus, const MentionsByKind& by_kind, Clusters& clusters) {
  return ThingJoiner(corpus, by_kind, clusters).run();
}

}  // namespace scholargraph
