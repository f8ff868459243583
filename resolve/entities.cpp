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
#include "base/interrupt.h"
#include "base/parallel_for.h"
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

/// A cluster on its way to become an entity.
struct Draft {
  Entity entity;
  MentionId root;
};

class EntityMaker {
 public:
  EntityMaker(const Corpus& corpus, const NameTable& names, const std::vector<std::uint64_t>& content,
              const Clusters& clusters, Resolution& resolution, int jobs)
      : corpus_(corpus), names_(names), content_(content), clusters_(clusters), resolution_(resolution), jobs_(jobs) {
    for (const Document& document : corpus.documents) document_hash_.push_back(content_hash(document.path));
    owner_.resize(corpus.mentions.size());
    for (const Document& document : corpus.documents)
      if (document.owner.valid()) owner_[document.owner.value] = true;
  }

  void run(const MentionsByKind& by_kind) {
    const auto identifiers = chosen_identifiers();
    resolution_.entity_of.resize(corpus_.mentions.size());
    resolution_.entities.reserve(count_clusters());
    for (int kind = 0; kind < kNodeKindCount; ++kind) {
      throw_if_interrupted();
      std::vector<Draft> drafts = roots_of(by_kind[static_cast<std::size_t>(kind)]);
      fill(drafts, static_cast<NodeKind>(kind), identifiers);
      make_unique(drafts);
      finish(drafts);
    }
  }

 private:
  [[nodiscard]] const Mention& mention(MentionId m) const { return corpus_.mentions[m.value]; }
  [[nodiscard]] StringId text(MentionId m) const { return corpus_.names.text(mention(m).name); }
  [[nodiscard]] std::string_view name(MentionId m) const { return corpus_.strings.view(text(m)); }

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

  [[nodiscard]] std::size_t count_clusters() const {
    std::size_t count = 0;
    for (std::size_t m = 0; m < corpus_.mentions.size(); ++m) count += clusters_.root(MentionId(m)) == MentionId(m);
    return count;
  }

  /// One draft for each cluster, in the order in which they are first named.
  [[nodiscard]] std::vector<Draft> roots_of(const std::vector<MentionId>& mentions) const {
    std::vector<bool> done(corpus_.mentions.size());
    std::vector<Draft> drafts;
    drafts.reserve(static_cast<std::size_t>(
        std::count_if(mentions.begin(), mentions.end(), [&](MentionId m) { return clusters_.root(m) == m; })));
    for (const MentionId m : mentions) {
      const MentionId root = clusters_.root(m);
      if (done[root.value]) continue;
      done[root.value] = true;
      drafts.push_back({{}, root});
    }
    return drafts;
  }

  void fill(std::vector<Draft>& drafts, NodeKind kind, const std::vector<std::pair<MentionId, StringId>>& identifiers) {
    constexpr std::size_t kPiece = 1024;
    parallel_ranges(jobs_, drafts.size(), kPiece, [&](std::size_t first, std::size_t last, std::size_t) {
      for (std::size_t i = first; i < last; ++i) {
        const MentionId best = best_mention(kind, drafts[i].root);
        drafts[i].entity = {kind, {}, content_key(kind, drafts[i].root, best), text(best)};
      }
    });
    if (identifiers.empty()) return;
    for (Draft& draft : drafts) {
      const auto found = std::lower_bound(identifiers.begin(), identifiers.end(), draft.root,
                                          [](const auto& row, MentionId m) { return row.first < m; });
      if (found != identifiers.end() && found->first == draft.root) draft.entity.identifier = found->second;
    }
  }

  /// What speaks for the printed form of `m` as label: owners' own way first, then full names and length.
  [[nodiscard]] std::tuple<bool, bool, std::size_t> rank(NodeKind kind, MentionId m) const {
    if (kind != NodeKind::kPerson) return {false, false, kind == NodeKind::kPaper ? 0 : name(m).size()};
    const CompactForm& form = names_.form(m);
    return {form.full, owner_[m.value] && !shouted(name(m)),
            form.key == 0 ? 0 : names_.tokens(names_.form_of(m)).size()};
  }

  [[nodiscard]] MentionId best_mention(NodeKind kind, MentionId root) const {
    MentionId best = root;
    clusters_.for_each_member(root, [&](MentionId m) {
      if (text(m) == text(best) && rank(kind, m) == rank(kind, best)) return;
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

  [[nodiscard]] std::uint64_t content_key(NodeKind kind, MentionId root, MentionId best) const {
    if (kind == NodeKind::kPerson) {
      const CompactForm& form = names_.form(best);
      const std::uint64_t own = form.key != 0 ? form.key : content_hash(name(best));
      return mix(own, smallest_context(root));
    }
    if (kind == NodeKind::kPaper) return paper_key(root);
    return mix(content_[root.value], static_cast<std::uint64_t>(kind));
  }

  [[nodiscard]] std::uint64_t smallest_context(MentionId root) const {
    auto smallest = std::numeric_limits<std::uint64_t>::max();
    clusters_.for_each_member(root, [&](MentionId m) {
      const MentionId paper = mention(m).paper;
      const std::uint64_t context =
          paper.valid() ? content_[paper.value] : document_hash_[document_of(corpus_, m).value];
      smallest = std::min(smallest, context);
    });
    return smallest;
  }

  [[nodiscard]] std::uint64_t paper_key(MentionId root) const {
    int year = 0;
    auto title = std::numeric_limits<std::uint64_t>::max();
    auto author = std::numeric_limits<std::uint64_t>::max();
    clusters_.for_each_member(root, [&](MentionId m) {
      const int printed = mention(m).year;
      if (printed > 0 && (year == 0 || printed < year)) year = printed;
      title = std::min(title, content_[m.value]);
      const MentionRange authors = authors_of(corpus_, m);
      if (authors.first < authors.last) author = std::min(author, names_.form(MentionId(authors.first)).block);
    });
    return mix(mix(title, author), static_cast<std::uint64_t>(year));
  }

  /// What drafts are made unique by, and the index of the draft.
  using Place = std::tuple<StringId, std::uint64_t, std::uint32_t>;

  void sort_places(const std::vector<Draft>& drafts, std::vector<Place>& places) const {
    places.clear();
    for (std::uint32_t i = 0; i < drafts.size(); ++i)
      places.emplace_back(drafts[i].entity.identifier, drafts[i].entity.hash, i);
    parallel_sort(jobs_, places.begin(), places.end());
  }

  void make_unique(std::vector<Draft>& drafts) const {
    std::vector<Place> places;
    places.reserve(drafts.size());
    sort_places(drafts, places);
    bool changed = false;
    for (std::size_t i = places.size(); i-- > 1;) {
      const StringId identifier = std::get<0>(places[i]);
      if (!identifier.valid() || identifier != std::get<0>(places[i - 1])) continue;
      drafts[std::get<2>(places[i])].entity.identifier = {};
      changed = true;
    }
    do {
      if (changed) sort_places(drafts, places);
      changed = false;
      for (std::size_t i = places.size(); i-- > 1;) {
        if (std::get<0>(places[i]).valid() || std::get<0>(places[i - 1]).valid()) continue;
        if (std::get<1>(places[i]) != std::get<1>(places[i - 1])) continue;
        std::uint64_t& hash = drafts[std::get<2>(places[i])].entity.hash;
        hash = mix(hash, i);
        changed = true;
      }
    } while (changed);
  }

  /// Appends the entities of one kind, sorted by key: identifiers ("doi:") and hashes ("paper:") as text.
  void finish(std::vector<Draft>& drafts) {
    parallel_sort(jobs_, drafts.begin(), drafts.end(),
                  [&](const Draft& a, const Draft& b) { return before(a.entity, b.entity); });
    const std::size_t base = resolution_.entities.size();
    for (const Draft& draft : drafts) resolution_.entities.push_back(draft.entity);
    constexpr std::size_t kPiece = 4096;
    parallel_ranges(jobs_, drafts.size(), kPiece, [&](std::size_t first, std::size_t last, std::size_t) {
      for (std::size_t i = first; i < last; ++i)
        clusters_.for_each_member(drafts[i].root,
                                  [&](MentionId m) { resolution_.entity_of[m.value] = EntityId(base + i); });
    });
  }

  /// REQUIRES: entities of one kind.
  [[nodiscard]] bool before(const Entity& a, const Entity& b) const {
    const bool known_a = a.identifier.valid();
    const bool known_b = b.identifier.valid();
    if (!known_a && !known_b) return a.hash < b.hash;
    const auto text = [&](const Entity& entity) { return corpus_.strings.view(entity.identifier); };
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
  const Clusters& clusters_;
  Resolution& resolution_;
  int jobs_;
  std::vector<std::uint64_t> document_hash_;
  std::vector<bool> owner_;
};

}  // namespace

void make_entities(const Corpus& corpus, const MentionsByKind& by_kind, const NameTable& names,
                   const std::vector<std::uint64_t>& content, const Clusters& clusters, Resolution& resolution,
                   int jobs) {
  EntityMaker(corpus, names, content, clusters, resolution, jobs).run(by_kind);
}

}  // namespace scholargraph
