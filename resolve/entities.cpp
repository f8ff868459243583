// SPDX-License-Identifier: Apache-2.0
// Problem: keys of entities must be the same in every run, on every machine, whatever the order of the documents.
// Idea: a key is a known identifier (ORCID, ROR, DOI) or a hash of content: of a person the fullest name and the
// smallest hash among the papers and documents that name them, so that two people of one name have two keys; of a
// paper the title, the year and the first author; of others the canonical name. Two entities that still have one
// hash are numbered in the order of their documents.
#include "resolve/entities.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "base/files.h"
#include "base/text.h"
#include "resolve/document_order.h"

namespace scholargraph {

namespace {

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t hash = (a ^ (b * 0x9e3779b97f4a7c15U)) + (b >> 7);
  hash ^= hash >> 32;
  hash *= 0xff51afd7ed558ccdU;
  return hash ^ (hash >> 33);
}

/// Scheme whose value becomes the key, best first, by kind.
std::string_view key_scheme(NodeKind kind) {
  switch (kind) {
    case NodeKind::kPerson: return "orcid";
    case NodeKind::kInstitution: return "ror";
    case NodeKind::kPaper: return "doi";
    default: return {};
  }
}

/// A cluster on its way to become an entity.
struct Draft {
  Entity entity;
  MentionId root;
};

class EntityMaker {
 public:
  EntityMaker(const Corpus& corpus, const NameTable& names, const std::vector<std::uint64_t>& content,
              Clusters& clusters, Resolution& resolution)
      : corpus_(corpus), names_(names), content_(content), clusters_(clusters), resolution_(resolution) {
    for (const Document& document : corpus.documents) document_hash_.push_back(content_hash(document.path));
    owner_.resize(corpus.mentions.size());
    for (const Document& document : corpus.documents)
      if (document.owner.valid()) owner_[document.owner.value] = true;
  }

  void run() {
    const auto identifiers = chosen_identifiers();
    std::vector<Draft> drafts;
    for (int kind = 0; kind < kNodeKindCount; ++kind) {
      const std::size_t first = drafts.size();
      std::vector<bool> done(corpus_.mentions.size());
      for (const MentionId m : mentions_in_order(corpus_, static_cast<NodeKind>(kind))) {
        const MentionId root = clusters_.root(m);
        if (done[root.value]) continue;
        done[root.value] = true;
        drafts.push_back(draft(static_cast<NodeKind>(kind), root, identifiers));
      }
      make_unique(drafts, first);
    }
    finish(drafts);
  }

 private:
  [[nodiscard]] const Mention& mention(MentionId m) const { return corpus_.mentions[m.value]; }
  [[nodiscard]] std::string_view name(MentionId m) const { return corpus_.strings.view(mention(m).name); }

  /// The smallest value of the key scheme, by root.
  std::vector<std::pair<MentionId, StringId>> chosen_identifiers() {
    std::vector<std::pair<MentionId, StringId>> chosen;
    for (const auto& id : corpus_.identifiers)
      if (corpus_.strings.view(id.scheme) == key_scheme(mention(id.mention).kind))
        chosen.emplace_back(clusters_.root(id.mention), id.value);
    std::sort(chosen.begin(), chosen.end(), [&](const auto& a, const auto& b) {
      return a.first != b.first ? a.first < b.first
                                : corpus_.strings.view(a.second) < corpus_.strings.view(b.second);
    });
    return chosen;
  }

  Draft draft(NodeKind kind, MentionId root, const std::vector<std::pair<MentionId, StringId>>& identifiers) {
    Draft draft;
    draft.root = root;
    draft.entity.kind = kind;
    const MentionId best = best_mention(kind, root);
    draft.entity.label = mention(best).name;
    draft.entity.hash = content_key(kind, root, best);
    const auto found = std::lower_bound(identifiers.begin(), identifiers.end(), root,
                                        [](const auto& row, MentionId m) { return row.first < m; });
    if (found != identifiers.end() && found->first == root) {
      const std::string key = std::string(key_scheme(kind)) + ":" + std::string(corpus_.strings.view(found->second));
      draft.entity.identifier = resolution_.strings.intern(key);
    }
    return draft;
  }

  /// What speaks for the printed form of `m` as label: owners' own way first, then full names and length.
  [[nodiscard]] std::tuple<bool, bool, std::size_t> rank(NodeKind kind, MentionId m) const {
    if (kind != NodeKind::kPerson) return {false, false, kind == NodeKind::kPaper ? 0 : name(m).size()};
    const CompactForm& form = names_.form(m);
    return {form.full, owner_[m.value] && !shouted(name(m)),
            form.key == 0 ? 0 : names_.tokens(names_.form_of(m)).size()};
  }

  MentionId best_mention(NodeKind kind, MentionId root) {
    MentionId best = root;
    clusters_.for_each_member(root, [&](MentionId m) {
      if (mention(m).name == mention(best).name && rank(kind, m) == rank(kind, best)) return;
      const auto rank_m = rank(kind, m);
      const auto rank_best = rank(kind, best);
      if (rank_m != rank_best ? rank_m > rank_best : better_text(name(m), name(best))) best = m;
    });
    return best;
  }

  static bool shouted(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// Not shouted, with its accents, then the smaller.
  static bool better_text(std::string_view a, std::string_view b) {
    if (shouted(a) != shouted(b)) return shouted(b);
    const auto accents = [](std::string_view text) {
      return std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    };
    const auto accents_a = accents(a);
    const auto accents_b = accents(b);
    return accents_a != accents_b ? accents_a > accents_b : a < b;
  }

  std::uint64_t content_key(NodeKind kind, MentionId root, MentionId best) {
    if (kind == NodeKind::kPerson) {
      const CompactForm& form = names_.form(best);
      const std::uint64_t own = form.key != 0 ? form.key : content_hash(name(best));
      return mix(own, smallest_context(root));
    }
    if (kind == NodeKind::kPaper) return paper_key(root);
    return mix(content_[root.value], static_cast<std::uint64_t>(kind));
  }

  std::uint64_t smallest_context(MentionId root) {
    auto smallest = std::numeric_limits<std::uint64_t>::max();
    clusters_.for_each_member(root, [&](MentionId m) {
      const MentionId paper = mention(m).paper;
      const std::uint64_t context =
          paper.valid() ? content_[paper.value] : document_hash_[document_of(corpus_, m).value];
      smallest = std::min(smallest, context);
    });
    return smallest;
  }

  std::uint64_t paper_key(MentionId root) {
    int year = 0;
    auto title = std::numeric_limits<std::uint64_t>::max();
    auto author = std::numeric_limits<std::uint64_t>::max();
    clusters_.for_each_member(root, [&](MentionId m) {
      if (mention(m).year > 0 && (year == 0 || mention(m).year < year)) year = mention(m).year;
      title = std::min(title, content_[m.value]);
      const MentionRange authors = authors_of(corpus_, m);
      if (authors.first < authors.last) author = std::min(author, names_.form(MentionId(authors.first)).block);
    });
    return mix(mix(title, author), static_cast<std::uint64_t>(year));
  }

  void make_unique(std::vector<Draft>& drafts, std::size_t first) {
    std::vector<std::size_t> order;
    for (std::size_t i = first; i < drafts.size(); ++i) order.push_back(i);
    const auto sort = [&] {
      std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(drafts[a].entity.identifier, drafts[a].entity.hash, a) <
               std::tie(drafts[b].entity.identifier, drafts[b].entity.hash, b);
      });
    };
    sort();
    for (std::size_t i = order.size(); i-- > 1;)
      if (drafts[order[i]].entity.identifier.valid() &&
          drafts[order[i]].entity.identifier == drafts[order[i - 1]].entity.identifier)
        drafts[order[i]].entity.identifier = {};
    for (bool repeat = true; repeat;) {
      repeat = false;
      sort();
      for (std::size_t i = order.size(); i-- > 1;) {
        Entity& entity = drafts[order[i]].entity;
        if (entity.identifier.valid() || drafts[order[i - 1]].entity.identifier.valid()) continue;
        if (entity.hash != drafts[order[i - 1]].entity.hash) continue;
        entity.hash = mix(entity.hash, i);
        repeat = true;
      }
    }
  }

  /// Sorts by (kind, key): identifiers ("doi:") and hashes ("paper:") as text.
  void finish(std::vector<Draft>& drafts) {
    std::sort(drafts.begin(), drafts.end(), [&](const Draft& a, const Draft& b) { return before(a.entity, b.entity); });
    resolution_.entity_of.resize(corpus_.mentions.size());
    for (std::size_t i = 0; i < drafts.size(); ++i) {
      resolution_.entities.push_back(drafts[i].entity);
      clusters_.for_each_member(drafts[i].root, [&](MentionId m) { resolution_.entity_of[m.value] = EntityId(i); });
    }
  }

  bool before(const Entity& a, const Entity& b) const {
    if (a.kind != b.kind) return a.kind < b.kind;
    const bool known_a = a.identifier.valid();
    const bool known_b = b.identifier.valid();
    if (!known_a && !known_b) return a.hash < b.hash;
    const auto text = [&](const Entity& entity) { return resolution_.strings.view(entity.identifier); };
    if (known_a && known_b) return text(a) < text(b);
    // "orcid:", "ror:", "doi:" against the prefix of hashed keys.
    const bool identifiers_first = key_scheme(a.kind) < hashed_prefix(a.kind);
    return known_a ? identifiers_first : !identifiers_first;
  }

  static std::string_view hashed_prefix(NodeKind kind) {
    switch (kind) {
      case NodeKind::kPerson: return "person";
      case NodeKind::kInstitution: return "institution";
      default: return "paper";
    }
  }

  const Corpus& corpus_;
  const NameTable& names_;
  const std::vector<std::uint64_t>& content_;
  Clusters& clusters_;
  Resolution& resolution_;
  std::vector<std::uint64_t> document_hash_;
  std::vector<bool> owner_;
};

}  // namespace

void make_entities(const Corpus& corpus, const NameTable& names, const std::vector<std::uint64_t>& content,
                   Clusters& clusters, Resolution& resolution) {
  EntityMaker(corpus, names, content, clusters, resolution).run();
}

}  // namespace scholargraph
