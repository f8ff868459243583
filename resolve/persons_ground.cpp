// SPDX-License-Identifier: Apache-2.0
// Problem: the same name in two documents may be one person or two.
// Idea: a second ground. Within a group of mentions whose names are equal or agree, those that share something of
// their context (resolve/ground_finder.h) are one person: a strong token (a full name, an institution, a paper, a
// person already known to be the same) is enough, initials count half.
// Equal full names need no ground when the name is distinctive and at most one owner of a CV bears it: two CVs of
// people of one name stay two people unless they share something. Two short syllables ("Wei Li") are never
// distinctive. Names that agree without being equal always need a ground, and no rival with as good a one.
// Stop rule: two rounds, since joined coauthors are new grounds; the second one passes over groups for which nothing
// has changed (resolve/group_changes.h).
// Order and threads: of the groups of equal names those come first whose people are all printed in one form. Their
// joins change neither a name nor a cluster without full names, which is all that the finder sees of other groups, so
// several threads look for grounds and join at the same time. The other groups see what the groups before them have
// joined: their joins are made one after the other. What they share is found ahead, for a batch of groups at a time and
// on several threads, while nobody joins; where a join of the batch changes what a later group of it may see, that
// group is looked at again. The answer is that of one thread.
// Cost: that of the finder, each group on its own.
#include <algorithm>
#include <array>
#include <future>
#include <span>

#include "base/files.h"
#include "base/interrupt.h"
#include "base/parallel_for.h"
#include "resolve/ground_finder.h"
#include "resolve/group_changes.h"
#include "resolve/name_groups.h"
#include "resolve/persons.h"
#include "resolve/rivals.h"

namespace scholargraph {

namespace {

constexpr std::size_t kBatchMembers = 16384;       ///< groups whose grounds are found ahead
constexpr std::size_t kRecordedMembers = 1 << 18;  ///< groups whose joins wait to be recorded
constexpr std::size_t kPieceGroups = 16;           ///< groups that a thread takes at a time

/// What a group shares, found ahead of its turn.
struct Finding {
  std::uint32_t group = 0;
  bool to_join = false;  ///< there may be something to join
  std::vector<SharedPair> pairs;
};

/// A join that was made and is to be recorded.
struct Joined {
  MentionId a;
  MentionId b;
  Reason reason;
};

/// The groups of one kind of likeness that are to be looked at, in their order.
struct Likeness {
  const NameGroups* groups = nullptr;
  std::vector<std::uint32_t> order;
  std::size_t watched = 0;
  bool equal = false;  ///< all names of a group are full and equal; else they may agree
};

/// By Ground.
using GroundPhrases = std::array<PhraseId, 4>;

class GroundJoiner {
 public:
  explicit GroundJoiner(PersonSteps& steps)
      : steps_(steps), links_(person_links(steps.corpus)), changes_(steps, links_) {
    pairs_.resize(static_cast<std::size_t>(std::max(steps.jobs, 1)));
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      finders_.emplace_back(steps, links_, changes_.only_names());
      filters_.emplace_back(steps.joiner);
    }
    steps.joiner.set_observer(&changes_);
  }
  ~GroundJoiner() { steps_.joiner.set_observer(nullptr); }
  GroundJoiner(const GroundJoiner&) = delete;
  GroundJoiner& operator=(const GroundJoiner&) = delete;

  Likeness watch(const NameGroups& groups, bool equal);
  /// Looks once at every group that has changed.
  void join(const Likeness& likeness);

 private:
  std::vector<std::uint32_t> join_of_one_form(const Likeness& likeness);
  void join_of_one_form(const Likeness& likeness, std::uint32_t group, std::size_t worker, std::vector<Joined>& joined);
  void join_in_order(const Likeness& likeness, std::span<const std::uint32_t> order);
  bool find(const Likeness& likeness, std::uint32_t group, std::size_t worker, std::vector<SharedPair>& pairs);
  std::span<Finding> find_ahead(const Likeness& likeness, std::span<const std::uint32_t> batch);
  void commit(const Likeness& likeness, PersonGroup group, const Finding& finding);
  template <class Join>
  void join_pairs(PersonGroup group, const std::vector<SharedPair>& pairs, const GroundPhrases& phrases,
                  const Join& join) const;
  template <class Join>
  void join_distinctive(PersonGroup group, const Join& join) const;
  GroundPhrases phrases(const std::string& names, int percent);
  [[nodiscard]] Reason reason(const GroundPhrases& phrases, const SharedGround& shared) const;

  PersonSteps& steps_;
  PersonLinks links_;
  GroupChanges changes_;
  // One for each thread.
  std::vector<GroundFinder> finders_;
  std::vector<RivalFilter> filters_;
  std::vector<std::vector<SharedPair>> pairs_;
  std::vector<Finding> ahead_;  ///< kept for their memory
  Finding again_;
  GroundPhrases equal_names_ = phrases("equal names", 95);
  GroundPhrases agreeing_names_ = phrases("names agree", 85);
  Reason distinctive_{steps_.clusters.phrase("equal distinctive full names", 90)};
};

bool several_forms(const PersonSteps& steps, PersonGroup group) {
  const std::uint64_t key = steps.names.form(group[0]).key;
  return std::any_of(group.begin(), group.end(), [&](MentionId m) { return steps.names.form(m).key != key; });
}

bool any_initials(const PersonSteps& steps, PersonGroup group) {
  return std::any_of(group.begin(), group.end(), [&](MentionId m) { return !steps.names.form(m).full; });
}

Likeness GroundJoiner::watch(const NameGroups& groups, bool equal) {
  Likeness likeness{&groups, {}, changes_.watch(groups), equal};
  for (std::uint32_t i = 0; i < groups.size(); ++i)
    if (equal || several_forms(steps_, groups[i]) || any_initials(steps_, groups[i])) likeness.order.push_back(i);
  return likeness;
}

/// The first groups of `order` that have `members` members, or all.
std::span<const std::uint32_t> first_batch(const NameGroups& groups, std::span<const std::uint32_t> order,
                                           std::size_t members) {
  std::size_t count = 0;
  for (std::size_t seen = 0; count < order.size() && seen < members; ++count) seen += groups[order[count]].size();
  return order.first(count);
}

/// The pairs of clusters to join. False when there is nothing to join. As GroundFinder::find(), several threads may
/// call it as long as nobody joins. A join that changes the names of a cluster of the group marks the group.
bool GroundJoiner::find(const Likeness& likeness, std::uint32_t group, std::size_t worker,
                        std::vector<SharedPair>& pairs) {
  const PersonGroup people = (*likeness.groups)[group];
  if (!finders_[worker].find(people, pairs)) return false;
  std::erase_if(pairs, [](const SharedPair& pair) { return pair.shared.weight < kEnoughGround; });
  if (!likeness.equal) filters_[worker].filter(people, pairs);
  return likeness.equal || !pairs.empty();
}

/// The findings for those groups of the batch that have changed. They count as looked at from now on.
std::span<Finding> GroundJoiner::find_ahead(const Likeness& likeness, std::span<const std::uint32_t> batch) {
  std::size_t count = 0;
  if (ahead_.size() < batch.size()) ahead_.resize(batch.size());
  for (const std::uint32_t group : batch) {
    if (!changes_.changed(likeness.watched, group)) continue;
    changes_.clear(likeness.watched, group);
    ahead_[count++].group = group;
  }
  parallel_ranges(steps_.jobs, count, kPieceGroups, [&](std::size_t first, std::size_t last, std::size_t worker) {
    for (std::size_t i = first; i < last; ++i)
      ahead_[i].to_join = find(likeness, ahead_[i].group, worker, ahead_[i].pairs);
  });
  return std::span(ahead_).first(count);
}

void GroundJoiner::join(const Likeness& likeness) {
  join_in_order(likeness, likeness.equal ? join_of_one_form(likeness) : likeness.order);
}

/// Joins the groups of one form, and returns the others.
std::vector<std::uint32_t> GroundJoiner::join_of_one_form(const Likeness& likeness) {
  std::vector<std::uint32_t> others;
  for (std::span<const std::uint32_t> order = likeness.order; !order.empty();) {
    throw_if_interrupted();
    const auto batch = first_batch(*likeness.groups, order, kRecordedMembers);
    order = order.subspan(batch.size());
    std::vector<std::uint8_t> of_one_form(batch.size());
    std::vector<std::vector<Joined>> joined((batch.size() + kPieceGroups - 1) / kPieceGroups);
    parallel_ranges(steps_.jobs, batch.size(), kPieceGroups,
                    [&](std::size_t first, std::size_t last, std::size_t worker) {
                      for (std::size_t i = first; i < last; ++i) {
                        of_one_form[i] = steps_.joiner.are_of_one_form((*likeness.groups)[batch[i]]);
                        if (of_one_form[i] && changes_.changed(likeness.watched, batch[i]))
                          join_of_one_form(likeness, batch[i], worker, joined[first / kPieceGroups]);
                      }
                    });
    for (const auto& piece : joined)
      for (const Joined& one : piece) steps_.clusters.record(one.a, one.b, one.reason);
    for (std::size_t i = 0; i < batch.size(); ++i)
      if (!of_one_form[i]) others.push_back(batch[i]);
  }
  return others;
}

void GroundJoiner::join_of_one_form(const Likeness& likeness, std::uint32_t group, std::size_t worker,
                                    std::vector<Joined>& joined) {
  changes_.clear(likeness.watched, group);
  const PersonGroup people = (*likeness.groups)[group];
  std::vector<SharedPair>& pairs = pairs_[worker];
  if (!find(likeness, group, worker, pairs)) return;
  const std::size_t before = joined.size();
  const auto join = [&](MentionId a, MentionId b, const Reason& reason) {
    if (steps_.joiner.join_of_one_form(a, b, reason.phrase)) joined.push_back({a, b, reason});
  };
  join_pairs(people, pairs, equal_names_, join);
  join_distinctive(people, join);
  if (joined.size() > before) changes_.mark(steps_.names.form_of(people[0]));
}

void GroundJoiner::join_in_order(const Likeness& likeness, std::span<const std::uint32_t> order) {
  while (!order.empty()) {
    throw_if_interrupted();
    const auto batch = first_batch(*likeness.groups, order, kBatchMembers);
    order = order.subspan(batch.size());
    const std::span<Finding> ahead = find_ahead(likeness, batch);
    auto next = ahead.begin();
    for (const std::uint32_t number : batch) {
      const PersonGroup group = (*likeness.groups)[number];
      const bool found = next != ahead.end() && next->group == number;
      if (changes_.changed(likeness.watched, number)) {
        changes_.clear(likeness.watched, number);
        again_.to_join = find(likeness, number, 0, again_.pairs);
        commit(likeness, group, again_);
      } else if (found) {
        commit(likeness, group, *next);
      }
      if (found) ++next;
    }
  }
}

void GroundJoiner::commit(const Likeness& likeness, PersonGroup group, const Finding& finding) {
  if (!finding.to_join) return;
  const auto join = [&](MentionId a, MentionId b, const Reason& reason) { steps_.joiner.join_agreeing(a, b, reason); };
  join_pairs(group, finding.pairs, likeness.equal ? equal_names_ : agreeing_names_, join);
  if (!likeness.equal) return;
  join_distinctive(group, join);
}

GroundPhrases GroundJoiner::phrases(const std::string& names, int percent) {
  constexpr std::array kWords = {"; shared coauthor or colleague ", "; shared institution ", "; shared paper ",
                                 "; shared initials of coauthors, "};
  GroundPhrases phrases;
  for (std::size_t i = 0; i < kWords.size(); ++i) phrases[i] = steps_.clusters.phrase(names + kWords[i], percent);
  return phrases;
}

Reason GroundJoiner::reason(const GroundPhrases& phrases, const SharedGround& shared) const {
  const Mention& witness = steps_.corpus.mentions[shared.witness.value];
  return {phrases[static_cast<std::size_t>(shared.ground)], steps_.corpus.names.text(witness.name)};
}

template <class Join>
void GroundJoiner::join_pairs(PersonGroup group, const std::vector<SharedPair>& pairs, const GroundPhrases& phrases,
                              const Join& join) const {
  for (const auto& [a, b, shared] : pairs)
    if (steps_.joiner.root(group[a]) != steps_.joiner.root(group[b])) join(group[a], group[b], reason(phrases, shared));
}

template <class Join>
void GroundJoiner::join_distinctive(PersonGroup group, const Join& join) const {
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
  for (const MentionId m : group) join(base, m, distinctive_);
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

void join_across_documents(PersonSteps& steps) {
  const NameTable& names = steps.names;
  // Names do not change between the rounds, so the groups are made once.
  auto by_key = std::async(std::launch::async, [&] {
    return groups_by(steps, [&](FormId id) { return names.form(id).full ? names.form(id).key : 0; });
  });
  const NameGroups by_native = groups_by(steps, [&](FormId id) { return names.form(id).native; });
  const NameGroups by_words = groups_by(steps, [&](FormId id) { return unordered_hash(names, id); });
  const NameGroups by_block = groups_by(steps, [&](FormId id) { return names.form(id).block; });
  const NameGroups equal = by_key.get();
  GroundJoiner joiner(steps);
  const Likeness likenesses[] = {joiner.watch(equal, true), joiner.watch(by_native, false),
                                 joiner.watch(by_words, false), joiner.watch(by_block, false)};
  for (int round = 0; round < 2; ++round)
    for (const Likeness& likeness : likenesses) joiner.join(likeness);
}

}  // namespace scholargraph
