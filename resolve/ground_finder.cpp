// SPDX-License-Identifier: Apache-2.0
// Problem: which people of a group of names share a coauthor, an institution or a paper?
// Idea: each mention stands in a context: its coauthors, its institutions, its paper, the advisors and students of a
// CV. All (context token, mention) rows of the group are sorted; mentions that meet under one token share a ground.
// Most tokens of a large group belong to one cluster only, and say nothing: a small table by hash finds most of them,
// so that only the others are sorted.
// Stop rule: a token that more than kMaxRun clusters of a group share says nothing and is skipped.
// Cost: linear in the rows, n log n in those whose token several clusters share, and the pairs that meet.
#include "resolve/ground_finder.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <tuple>

#include "resolve/document_order.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxRun = 48;
constexpr std::size_t kFewRows = 32;  ///< so few are sorted without looking at them first
constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t kSeveral = kNone - 1;
constexpr std::uint64_t kMultiplier = 0x9e3779b97f4a7c15U;

bool is_person(Ground ground) { return ground == Ground::kCoauthor || ground == Ground::kInitials; }

std::uint64_t tagged(std::uint32_t value, Ground ground) {
  const std::uint64_t hash = (std::uint64_t{value} + 1) * kMultiplier;
  return (hash ^ (hash >> 29)) + static_cast<std::uint64_t>(ground);
}

/// A power of two, at least twice `count`, and the shift that makes a hash an index below it.
std::pair<std::size_t, unsigned> table_for(std::size_t count) {
  const auto bits = static_cast<unsigned>(std::bit_width(count * 2));
  return {std::size_t{1} << bits, 64 - bits};
}

}  // namespace

PersonLinks person_links(const Corpus& corpus) {
  PersonLinks links;
  for (const Relation& relation : corpus.relations) {
    switch (relation.kind) {
      case EdgeKind::kAdvised:
      case EdgeKind::kHosted:
        links.emplace_back(relation.source, relation.target);
        links.emplace_back(relation.target, relation.source);
        if (relation.institution.valid()) links.emplace_back(relation.source, relation.institution);
        break;
      case EdgeKind::kEducatedAt:
      case EdgeKind::kEmployedAt:
      case EdgeKind::kAffiliatedWith: links.emplace_back(relation.source, relation.target); break;
      default: break;
    }
  }
  // A CV is about the owner's papers, whether or not it prints their authors.
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    const MentionId owner = corpus.documents[i].owner;
    if (!owner.valid()) continue;
    const MentionRange range = mentions_of(corpus, DocumentId(i));
    for (std::uint32_t m = range.first; m < range.last; ++m)
      if (corpus.mentions[m].kind == NodeKind::kPaper) links.emplace_back(owner, MentionId(m));
  }
  std::sort(links.begin(), links.end());
  return links;
}

std::span<const std::pair<MentionId, MentionId>> links_of(const PersonLinks& links, MentionId person) {
  if (links.empty()) return {};
  const auto first = std::lower_bound(links.begin(), links.end(), std::pair(person, MentionId(0)));
  auto last = first;
  while (last != links.end() && last->first == person) ++last;
  return {first, last};
}

/// A person as a ground: by each full name, by the cluster, and by initials at half weight.
void GroundFinder::add_person(MentionId other, std::uint32_t member) {
  if (const std::uint64_t key = only_[other.value]; key != 0) return add_row(key, member, other, Ground::kCoauthor);
  bool full = false;
  for (const FormId id : steps_.joiner.forms_of(other)) {
    const CompactForm& form = steps_.names.form(id);
    if (form.full) add_row(form.key, member, other, Ground::kCoauthor);
    full = full || form.full;
  }
  if (full) return;
  add_row(tagged(steps_.joiner.root(other).value, Ground::kCoauthor), member, other, Ground::kCoauthor);
  const FormId form = steps_.names.form_of(other);
  if (steps_.names.form(form).key != 0 && !is_single_token(steps_.names.tokens(form)))
    add_row(steps_.names.form(form).key ^ 2U, member, other, Ground::kInitials);
}

void GroundFinder::add_rows(MentionId m, std::uint32_t member) {
  const Mention& mention = steps_.corpus.mentions[m.value];
  if (mention.paper.valid()) {
    add_row(tagged(steps_.clusters.root(mention.paper).value, Ground::kPaper), member, mention.paper, Ground::kPaper);
    const MentionRange authors = authors_of(steps_.corpus, mention.paper);
    for (std::uint32_t i = authors.first; i < authors.last; ++i)
      if (MentionId(i) != m) add_person(MentionId(i), member);
  }
  for (const auto& [person, other] : links_of(links_, m)) {
    const NodeKind kind = steps_.corpus.mentions[other.value].kind;
    if (kind == NodeKind::kPerson)
      add_person(other, member);
    else if (const Ground ground = kind == NodeKind::kPaper ? Ground::kPaper : Ground::kInstitution; true)
      add_row(tagged(steps_.clusters.root(other).value, ground), member, other, ground);
  }
}

/// False when the whole group is one cluster already: nothing is left to join.
bool GroundFinder::name_clusters(PersonGroup group) {
  root_.resize(group.size());
  bool several = false;
  for (std::size_t i = 0; i < group.size(); ++i) {
    root_[i] = steps_.joiner.root(group[i]).value;
    several = several || root_[i] != root_[0];
  }
  if (!several) return false;
  cluster_.resize(group.size());
  const auto [size, shift] = table_for(group.size());
  slots_.assign(size, kNone);
  for (std::uint32_t i = 0; i < group.size(); ++i) {
    std::size_t slot = (root_[i] * kMultiplier) >> shift;
    while (slots_[slot] != kNone && root_[slots_[slot]] != root_[i]) slot = (slot + 1) & (size - 1);
    if (slots_[slot] == kNone) slots_[slot] = i;
    cluster_[i] = slots_[slot];
  }
  return true;
}

/// The rows of tokens that several clusters have, and few others, sorted by token.
void GroundFinder::choose_keys() {
  keys_.clear();
  if (rows_.size() <= kFewRows) {
    for (std::uint32_t i = 0; i < rows_.size(); ++i) keys_.push_back({rows_[i].token, i});
  } else {
    const auto [size, shift] = table_for(rows_.size());
    const auto slot_of = [shift = shift](const Row& row) { return (row.token * kMultiplier) >> shift; };
    slots_.assign(size, kNone);
    for (const Row& row : rows_) {
      std::uint32_t& slot = slots_[slot_of(row)];
      if (slot == kNone) slot = row.cluster;
      else if (slot != row.cluster) slot = kSeveral;
    }
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      if (slots_[slot_of(rows_[i])] == kSeveral) keys_.push_back({rows_[i].token, i});
  }
  std::sort(keys_.begin(), keys_.end());
}

/// The first member of each cluster that has the token of `keys` stands for it.
void GroundFinder::find_run(PersonGroup group, std::span<const Key> keys) {
  run_.clear();
  ++run_number_;
  for (const Key& key : keys) {
    const Row& row = rows_[key.row];
    if (last_run_[row.cluster] == run_number_) continue;
    if (is_person(row.ground) && steps_.joiner.root(row.witness) == steps_.joiner.root(group[row.cluster])) continue;
    last_run_[row.cluster] = run_number_;
    run_.push_back(key.row);
    if (run_.size() <= kMaxRun) continue;
    run_.clear();
    return;
  }
}

/// Counts the token of one run for each pair of clusters of the group that meet in it.
void GroundFinder::add_meetings() {
  for (std::size_t a = 0; a < run_.size(); ++a) {
    for (std::size_t b = a + 1; b < run_.size(); ++b) {
      const Row& first = rows_[run_[a]];
      const Row& second = rows_[run_[b]];
      const int weight = first.ground == Ground::kInitials ? 1 : kEnoughGround;
      const auto [low, high] = std::minmax(first.cluster, second.cluster);
      const std::uint32_t swapped = first.cluster < second.cluster ? 0 : std::uint32_t{1} << 31;
      meetings_.push_back({(std::uint64_t{low} << 32) | high, swapped | static_cast<std::uint32_t>(meetings_.size()),
                           weight, second.witness, second.ground});
    }
  }
}

void GroundFinder::sum_up(std::vector<SharedPair>& pairs) {
  std::sort(meetings_.begin(), meetings_.end(), [](const Meeting& a, const Meeting& b) {
    return std::tie(a.pair, a.order) < std::tie(b.pair, b.order);
  });
  for (std::size_t i = 0; i < meetings_.size(); ++i) {
    const Meeting& meeting = meetings_[i];
    if (i == 0 || meeting.pair != meetings_[i - 1].pair)
      pairs.push_back({static_cast<std::uint32_t>(meeting.pair >> 32), static_cast<std::uint32_t>(meeting.pair),
                       {0, meeting.witness, meeting.ground}});
    pairs.back().shared.weight += meeting.weight;
  }
}

/// The members of a group lie anywhere in memory; what add_rows() will read of the next ones is asked for early.
void GroundFinder::prefetch(PersonGroup group, std::size_t member) const {
  constexpr std::size_t kFar = 8;
  constexpr std::size_t kNear = 4;
  const auto& mentions = steps_.corpus.mentions;
  if (member + kFar < group.size()) __builtin_prefetch(&mentions[group[member + kFar].value]);
  if (member + kNear >= group.size()) return;
  const MentionId next = group[member + kNear];
  __builtin_prefetch(&only_[next.value]);
  if (const MentionId paper = mentions[next.value].paper; paper.valid()) __builtin_prefetch(&mentions[paper.value + 1]);
}

bool GroundFinder::find(PersonGroup group, std::vector<SharedPair>& pairs) {
  pairs.clear();
  if (!name_clusters(group)) return false;
  rows_.clear();
  for (std::uint32_t i = 0; i < group.size(); ++i) {
    prefetch(group, i);
    add_rows(group[i], i);
  }
  choose_keys();
  meetings_.clear();
  last_run_.assign(group.size(), run_number_ = 0);
  for (std::size_t begin = 0; begin < keys_.size();) {
    std::size_t end = begin + 1;
    while (end < keys_.size() && keys_[end].token == keys_[begin].token) ++end;
    if (end - begin > 1) {
      find_run(group, std::span(keys_).subspan(begin, end - begin));
      add_meetings();
    }
    begin = end;
  }
  sum_up(pairs);
  return true;
}

}  // namespace scholargraph
