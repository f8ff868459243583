// SPDX-License-Identifier: Apache-2.0
// What the people of one group of names have in common, without joining any of them.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "resolve/persons.h"

namespace scholargraph {

enum class Ground : std::uint8_t { kCoauthor, kInstitution, kPaper, kInitials };

constexpr int kEnoughGround = 2;  ///< weight of grounds that two people must share; initials weigh 1, all others 2

/// What two clusters share: the weights of all their common tokens, and the first of these.
struct SharedGround {
  int weight = 0;
  MentionId witness;  ///< the coauthor, institution or paper
  Ground ground = Ground::kCoauthor;
};

/// Two clusters of a group, by the indexes of their first members in the group, a < b.
struct SharedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  SharedGround shared;
};

/// Links of people to other mentions that relations make, and of owners to the papers of their CV; sorted by person.
using PersonLinks = std::vector<std::pair<MentionId, MentionId>>;
PersonLinks person_links(const Corpus& corpus);
std::span<const std::pair<MentionId, MentionId>> links_of(const PersonLinks& links, MentionId person);

/// By mention: the key of the one full name of its cluster; 0 where a cluster has none or several, and for others than
/// people. What a finder looks at most, so that the authors of a paper stand beside each other.
using OnlyNames = std::vector<std::uint64_t>;

/// Mentions of people whose names share something; in document order.
using PersonGroup = std::span<const MentionId>;

/// Reads the clusters and changes nothing but its own scratch memory: several finders may work at the same time as
/// long as nobody joins. The answer for a group depends on nothing but
///   - which of its members are one cluster, and whether a ground is in that cluster too,
///   - the full names of the clusters of its coauthors; of those without, the cluster itself,
///   - papers and institutions, which no join of people changes.
class GroundFinder {
 public:
  /// All arguments must outlive the finder; `only` is true whenever find() is called.
  GroundFinder(const PersonSteps& steps, const PersonLinks& links, const OnlyNames& only)
      : steps_(steps), links_(links), only_(only) {}

  /// `pairs` gets all pairs of clusters that share a token, sorted by (a, b). False when the group is one cluster.
  bool find(PersonGroup group, std::vector<SharedPair>& pairs);

 private:
  struct Row {
    std::uint64_t token = 0;
    std::uint32_t member = 0;   ///< index into the group
    std::uint32_t cluster = 0;  ///< the first member of the group in the member's cluster
    MentionId witness;
    Ground ground = Ground::kCoauthor;
  };
  /// A row whose token may be one of several clusters; sorts rows by token and else leaves them as they are.
  struct Key {
    std::uint64_t token = 0;
    std::uint32_t row = 0;
    auto operator<=>(const Key&) const = default;
  };
  /// One token that two clusters share.
  struct Meeting {
    std::uint64_t pair = 0;   ///< the smaller first member in the high half
    std::uint32_t order = 0;  ///< meetings in which the smaller one comes first count before the others
    int weight = 0;
    MentionId witness;
    Ground ground = Ground::kCoauthor;
  };

  bool name_clusters(PersonGroup group);
  void add_row(std::uint64_t token, std::uint32_t member, MentionId witness, Ground ground) {
    rows_.push_back({token, member, cluster_[member], witness, ground});
  }
  void add_person(MentionId other, std::uint32_t member);
  void add_rows(MentionId m, std::uint32_t member);
  void prefetch(PersonGroup group, std::size_t member) const;
  void choose_keys();
  void find_run(PersonGroup group, std::span<const Key> keys);
  void add_meetings();
  void sum_up(std::vector<SharedPair>& pairs);

  const PersonSteps& steps_;
  const PersonLinks& links_;
  const OnlyNames& only_;
  std::vector<std::uint32_t> root_;      ///< by index into the group
  std::vector<std::uint32_t> cluster_;   ///< by index into the group: its first member of that cluster
  std::vector<std::uint32_t> last_run_;  ///< by cluster: the run in which it was last seen
  std::vector<std::uint32_t> slots_;
  std::vector<Row> rows_;
  std::vector<Key> keys_;
  std::vector<std::uint32_t> run_;
  std::uint32_t run_number_ = 0;
  std::vector<Meeting> meetings_;
};

}  // namespace scholargraph
