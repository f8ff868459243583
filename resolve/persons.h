// SPDX-License-Identifier: Apache-2.0
// The steps by which mentions of people are joined, in the order in which resolve() takes them.
#pragma once

#include <vector>

#include "resolve/clusters.h"
#include "resolve/name_table.h"
#include "resolve/person_joiner.h"

namespace scholargraph {

/// What every step needs. `papers` and `people` are in document order.
struct PersonSteps {
  const Corpus& corpus;
  const NameTable& names;
  Clusters& clusters;
  PersonJoiner& joiner;
  const std::vector<MentionId>& papers;
  const std::vector<MentionId>& people;
  int jobs = 1;  ///< threads; the answer does not depend on them
};

/// What documents and sources say themselves: stated_same, and equal identifiers when `use_person_ids`.
void join_stated(PersonSteps& steps, bool use_person_ids);

/// The author lists of two records of one paper, aligned.
void join_aligned_authors(PersonSteps& steps);

/// Inside one CV: the owner in the own author lists, equal names, and initials that fit one person of the CV only.
void join_within_documents(PersonSteps& steps);

/// Across documents: names that agree and a shared coauthor, institution or paper; distinctive equal full names also
/// without, unless the documents of two owners of that name contradict each other.
void join_across_documents(PersonSteps& steps);

/// Across documents, without a ground: names that agree, when a corpus of many names shows hardly anybody else of the
/// family name, and nobody with the same initial.
void join_sole_bearers(PersonSteps& steps);

/// Unnamed owners: the one person whom other documents print as an author of all papers that they share with it.
void identify_unnamed_owners(PersonSteps& steps);

}  // namespace scholargraph
