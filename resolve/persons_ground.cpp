// SPDX-License-Identifier: Apache-2.0
// Problem: the same name in two documents may be one person or two.
// Idea: a second ground. Each mention stands in a context: its coauthors, its institutions, its paper, the advisors
// and students of a CV. Within a group of mentions whose names are equal or agree, all (context token, mention) rows
// are sorted; mentions that meet under one token share a ground. A strong token (a full name, an institution, a
// paper, a person already known to be the same) is enough, initials count half.
// Equal full names need no ground when the name is distinctive and at most one owner of a CV bears it: two CVs of
// people of one name stay two people unless they share something. Two short syllables ("Wei Li") are never
// distinctive. Names that agree without being equal always need a ground, and no rival with as good a one.
// Stop rule: two rounds, since joined coauthors are new grounds; a token that more than kMaxRun people of a group
// share says nothing and is skipped. Cost: n log n for the rows, each group on its own.
#include <algorithm>
#include <future>
#include <span>
#include <tuple>

#include "base/files.h"
#include "resolve/document_order.h"
#include "resolve/name_groups.h"
#include "resolve/persons.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxRun = 48;
constexpr std::uint32_t kNone = 0xffffffff;
constexpr int kEnough = 2;  ///< weight of grounds that two mentions must share

enum class Ground : std::uint8_t { kCoauthor, kInstitution, kPaper, kInitials };

struct Row {
  std::uint64_t token = 0;
  std::uint32_t member = 0;   ///< index into the group
  MentionId witness;          ///< the coauthor, institution or paper
  std::uint32_t cluster = 0;  ///< the first member of the group in the member's cluster
  Ground ground = Ground::kCoauthor;
};

bool is_person(Ground ground) { return ground == Ground::kCoauthor || ground == Ground::kInitials; }

std::uint64_t tagged(std::uint32_t value, Ground ground) {
  const std::uint64_t hash = (std::uint64_t{value} + 1) * 0x9e3779b97f4a7c15U;
  return (hash ^ (hash >> 29)) + static_cast<std::uint64_t>(ground);
}

/// Links of people to other mentions that relations make, sorted by person.
std::vector<std::pair<MentionId, MentionId>> links_of(const Corpus& corpus) {
  std::vector<std::pair<MentionId, MentionId>> links;
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

using Group = std::span<const MentionId>;

class GroundJoiner {
 public:
  explicit GroundJoiner(PersonSteps& steps)
      : steps_(steps), links_(links_of(steps.corpus)), first_of_root_(steps.corpus.mentions.size(), kNone) {}

  /// REQUIRES: all names of the group are full and equal.
  void join_equal(const Group& group);
  /// Names of the group may agree.
  void join_agreeing(const Group& group);

 private:
  struct Shared {
    int weight = 0;
    MentionId witness;
    Ground ground = Ground::kCoauthor;
  };
  /// Two clusters of a group, by their first members, a < b, and what they share.
  struct SharedPair {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    Shared shared;
  };
  /// One token that two clusters share.
  struct Meeting {
    std::uint64_t pair = 0;   ///< the smaller first member in the high half
    std::uint32_t order = 0;  ///< meetings in which the smaller one comes first count before the others
    int weight = 0;
    MentionId witness;
    Ground ground = Ground::kCoauthor;
  };

  bool name_clusters(const Group& group);
  void add_person(MentionId other, std::uint32_t member);
  void add_rows(MentionId m, std::uint32_t member);
  void collect(const Group& group);
  const std::vector<SharedPair>& shared_grounds(const Group& group);
  void count_run(const Group& group, std::size_t begin, std::size_t end);
  std::string reason(std::string_view names, const Shared& shared) const;
  void join_distinctive(const Group& group);

  PersonSteps& steps_;
  std::vector<std::pair<MentionId, MentionId>> links_;
  std::vector<std::uint32_t> cluster_;        ///< by index into the group: its first member of that cluster
  std::vector<std::uint32_t> first_of_root_;  ///< by mention; kNone between groups
  std::vector<Row> rows_;
  std::vector<std::uint32_t> run_;
  std::vector<Meeting> meetings_;
  std::vector<SharedPair> shared_;
};

/// A person as a ground: by each full name, by the cluster, and by initials at half weight.
void GroundJoiner::add_person(MentionId other, std::uint32_t member) {
  const auto forms = steps_.joiner.forms_of(other);
  bool full = false;
  for (const FormId id : forms) {
    const CompactForm& form = steps_.names.form(id);
    if (form.full) rows_.push_back({form.key, member, other, cluster_[member], Ground::kCoauthor});
    full = full || form.full;
  }
  if (full) return;
  rows_.push_back({tagged(steps_.joiner.root(other).value, Ground::kCoauthor), member, other, cluster_[member], Ground::kCoauthor});
  const FormId form = steps_.names.form_of(other);
  if (steps_.names.form(form).key != 0 && !is_single_token(steps_.names.tokens(form)))
    rows_.push_back({steps_.names.form(form).key ^ 2U, member, other, cluster_[member], Ground::kInitials});
}

void GroundJoiner::add_rows(MentionId m, std::uint32_t member) {
  const Mention& mention = steps_.corpus.mentions[m.value];
  if (mention.paper.valid()) {
    rows_.push_back({tagged(steps_.clusters.root(mention.paper).value, Ground::kPaper), member, mention.paper,
                     cluster_[member], Ground::kPaper});
    const MentionRange authors = authors_of(steps_.corpus, mention.paper);
    for (std::uint32_t i = authors.first; i < authors.last; ++i)
      if (MentionId(i) != m) add_person(MentionId(i), member);
  }
  auto link = std::lower_bound(links_.begin(), links_.end(), std::pair(m, MentionId(0)));
  for (; link != links_.end() && link->first == m; ++link) {
    const MentionId other = link->second;
    const NodeKind kind = steps_.corpus.mentions[other.value].kind;
    if (kind == NodeKind::kPerson)
      add_person(other, member);
    else if (const Ground ground = kind == NodeKind::kPaper ? Ground::kPaper : Ground::kInstitution; true)
      rows_.push_back({tagged(steps_.clusters.root(other).value, ground), member, other, cluster_[member], ground});
  }
}

void GroundJoiner::collect(const Group& group) {
  rows_.clear();
  for (std::uint32_t i = 0; i < group.size(); ++i) add_rows(group[i], i);
  std::sort(rows_.begin(), rows_.end(),
            [](const Row& a, const Row& b) { return std::tie(a.token, a.member) < std::tie(b.token, b.member); });
}

/// False when the whole group is one cluster already: nothing is left to join.
bool GroundJoiner::name_clusters(const Group& group) {
  cluster_.resize(group.size());
  bool several = false;
  for (std::uint32_t i = 0; i < group.size(); ++i) {
    std::uint32_t& first = first_of_root_[steps_.joiner.root(group[i]).value];
    if (first == kNone) first = i;
    cluster_[i] = first;
    several = several || first != 0;
  }
  for (std::uint32_t i = 0; i < group.size(); ++i)
    if (cluster_[i] == i) first_of_root_[steps_.joiner.root(group[i]).value] = kNone;
  return several;
}

/// Counts the token of one run for each pair of clusters of the group that meet in it.
void GroundJoiner::count_run(const Group& group, std::size_t begin, std::size_t end) {
  bool several = false;
  for (std::size_t i = begin + 1; i < end && !several; ++i) several = rows_[i].cluster != rows_[begin].cluster;
  if (!several) return;
  run_.clear();
  // The first member of each cluster in the run stands for it.
  for (std::size_t i = begin; i < end; ++i) {
    const std::uint32_t cluster = rows_[i].cluster;
    if (std::any_of(run_.begin(), run_.end(), [&](std::uint32_t row) { return rows_[row].cluster == cluster; }))
      continue;
    if (is_person(rows_[i].ground) && steps_.joiner.root(rows_[i].witness) == steps_.joiner.root(group[cluster]))
      continue;
    run_.push_back(static_cast<std::uint32_t>(i));
    if (run_.size() > kMaxRun) return;
  }
  const int weight = rows_[begin].ground == Ground::kInitials ? 1 : kEnough;
  for (std::size_t a = 0; a < run_.size(); ++a) {
    for (std::size_t b = a + 1; b < run_.size(); ++b) {
      const Row& first = rows_[run_[a]];
      const Row& second = rows_[run_[b]];
      const auto [low, high] = std::minmax(first.cluster, second.cluster);
      const std::uint32_t swapped = first.cluster < second.cluster ? 0 : std::uint32_t{1} << 31;
      meetings_.push_back({(std::uint64_t{low} << 32) | high, swapped | static_cast<std::uint32_t>(meetings_.size()),
                           weight, second.witness, second.ground});
    }
  }
}

/// Sorted by (a, b). REQUIRES: name_clusters().
const std::vector<GroundJoiner::SharedPair>& GroundJoiner::shared_grounds(const Group& group) {
  collect(group);
  meetings_.clear();
  for (std::size_t begin = 0; begin < rows_.size();) {
    std::size_t end = begin + 1;
    while (end < rows_.size() && rows_[end].token == rows_[begin].token) ++end;
    if (end - begin > 1) count_run(group, begin, end);
    begin = end;
  }
  std::sort(meetings_.begin(), meetings_.end(), [](const Meeting& a, const Meeting& b) {
    return std::tie(a.pair, a.order) < std::tie(b.pair, b.order);
  });
  shared_.clear();
  for (std::size_t i = 0; i < meetings_.size(); ++i) {
    const Meeting& meeting = meetings_[i];
    if (i == 0 || meeting.pair != meetings_[i - 1].pair)
      shared_.push_back({static_cast<std::uint32_t>(meeting.pair >> 32), static_cast<std::uint32_t>(meeting.pair),
                         {0, meeting.witness, meeting.ground}});
    shared_.back().shared.weight += meeting.weight;
  }
  return shared_;
}

std::string GroundJoiner::reason(std::string_view names, const Shared& shared) const {
  constexpr std::string_view kWords[] = {"coauthor or colleague ", "institution ", "paper ", "initials of coauthors, "};
  const std::string_view name = steps_.corpus.strings.view(steps_.corpus.mentions[shared.witness.value].name);
  return std::string(names) + "; shared " + std::string(kWords[static_cast<std::size_t>(shared.ground)]) +
         std::string(name);
}

void GroundJoiner::join_equal(const Group& group) {
  if (!name_clusters(group)) return;
  for (const auto& [a, b, shared] : shared_grounds(group))
    if (shared.weight >= kEnough && steps_.joiner.root(group[a]) != steps_.joiner.root(group[b]))
      steps_.joiner.join_agreeing(group[a], group[b], reason("equal names", shared), 0.95F);
  join_distinctive(group);
}

void GroundJoiner::join_distinctive(const Group& group) {
  if (steps_.names.form(group[0]).brief) return;
  std::vector<MentionId> owners;
  for (const MentionId m : group) {
    const MentionId root = steps_.joiner.root(m);
    if (steps_.joiner.has_owner(m) && std::find(owners.begin(), owners.end(), root) == owners.end())
      owners.push_back(root);
  }
  // With two owners of the name, what shares nothing with either could be either.
  if (owners.size() > 1) return;
  const MentionId base = owners.empty() ? group[0] : owners[0];
  for (const MentionId m : group) steps_.joiner.join_agreeing(base, m, "equal distinctive full names", 0.9F);
}

void GroundJoiner::join_agreeing(const Group& group) {
  struct Candidate {
    int weight;
    std::uint32_t a;
    std::uint32_t b;
    Shared shared;
  };
  if (!name_clusters(group)) return;
  std::vector<Candidate> candidates;
  for (const auto& [a, b, shared] : shared_grounds(group))
    if (shared.weight >= kEnough && steps_.joiner.all_names_agree(group[a], group[b]))
      candidates.push_back({shared.weight, a, b, shared});
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& x, const Candidate& y) { return x.weight > y.weight; });
  // A rival has as good a ground to be the one, and is somebody else than the other.
  const auto has_rival = [&](const Candidate& candidate, std::uint32_t one, std::uint32_t other) {
    return std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& rival) {
      if (rival.weight < candidate.weight || (rival.a != one && rival.b != one)) return false;
      const std::uint32_t third = rival.a == one ? rival.b : rival.a;
      return third != other && !steps_.joiner.all_names_agree(group[third], group[other]);
    });
  };
  for (const Candidate& candidate : candidates) {
    if (has_rival(candidate, candidate.a, candidate.b) || has_rival(candidate, candidate.b, candidate.a)) continue;
    steps_.joiner.join_agreeing(group[candidate.a], group[candidate.b], reason("names agree", candidate.shared), 0.85F);
  }
}

bool several_forms(const PersonSteps& steps, const Group& group) {
  const std::uint64_t key = steps.names.form(group[0]).key;
  return std::any_of(group.begin(), group.end(), [&](MentionId m) { return steps.names.form(m).key != key; });
}

bool any_initials(const PersonSteps& steps, const Group& group) {
  return std::any_of(group.begin(), group.end(), [&](MentionId m) { return !steps.names.form(m).full; });
}

/// Full names of two words, whatever their order.
std::uint64_t unordered_hash(const NameTable& names, FormId form) {
  if (!names.form(form).full) return 0;
  const std::string_view tokens = names.tokens(form);
  const auto blank = tokens.find(' ');
  if (blank == std::string_view::npos || tokens.find(' ', blank + 1) != std::string_view::npos) return 0;
  return (content_hash(tokens.substr(0, blank)) + content_hash(tokens.substr(blank + 1))) | 1U;
}

template <class Hash>
NameGroups groups_by(const PersonSteps& steps, Hash hash) {
  std::vector<std::uint64_t> hashes(steps.names.size());
  for (std::size_t i = 0; i < hashes.size(); ++i) hashes[i] = hash(FormId(i));
  return {steps.names, steps.people, hashes};
}

}  // namespace

void join_stated(PersonSteps& steps, bool use_person_ids) {
  for (const auto& [a, b] : steps.corpus.stated_same) steps.joiner.join(a, b, "the document says so", 0.99F);
  if (!use_person_ids) return;
  std::vector<MentionIdentifier> ids;
  for (const auto& id : steps.corpus.identifiers)
    if (steps.corpus.mentions[id.mention.value].kind == NodeKind::kPerson) ids.push_back(id);
  std::stable_sort(ids.begin(), ids.end(), [](const auto& a, const auto& b) {
    return std::tie(a.scheme, a.value) < std::tie(b.scheme, b.value);
  });
  for (std::size_t i = 1; i < ids.size(); ++i)
    if (ids[i].scheme == ids[i - 1].scheme && ids[i].value == ids[i - 1].value)
      steps.joiner.join(ids[i - 1].mention, ids[i].mention,
                        "same " + std::string(steps.corpus.strings.view(ids[i].scheme)), 1.0F);
}

void join_across_documents(PersonSteps& steps) {
  GroundJoiner joiner(steps);
  // Names do not change between the rounds, so the groups are made once.
  auto by_key = std::async(std::launch::async, [&] {
    return groups_by(steps, [&](FormId id) { return steps.names.form(id).full ? steps.names.form(id).key : 0; });
  });
  const NameGroups by_native = groups_by(steps, [&](FormId id) { return steps.names.form(id).native; });
  const NameGroups by_words = groups_by(steps, [&](FormId id) { return unordered_hash(steps.names, id); });
  const NameGroups by_block = groups_by(steps, [&](FormId id) { return steps.names.form(id).block; });
  const NameGroups equal = by_key.get();
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < equal.size(); ++i) joiner.join_equal(equal[i]);
    for (const NameGroups* groups : {&by_native, &by_words, &by_block})
      for (std::size_t i = 0; i < groups->size(); ++i)
        if (several_forms(steps, (*groups)[i]) || any_initials(steps, (*groups)[i])) joiner.join_agreeing((*groups)[i]);
  }
}

}  // namespace scholargraph
