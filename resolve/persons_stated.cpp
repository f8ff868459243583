// SPDX-License-Identifier: Apache-2.0
// Joins that documents and sources state themselves: no likeness of names is asked for. Cost: a sort of the
// identifiers.
#include <tuple>
#include <vector>

#include "base/parallel_for.h"
#include "resolve/persons.h"

namespace scholargraph {

void join_stated(PersonSteps& steps, bool use_person_ids) {
  const Reason stated{steps.clusters.phrase("the document says so", 99)};
  for (const auto& [a, b] : steps.corpus.stated_same) steps.joiner.join(a, b, stated);
  if (!use_person_ids) return;
  constexpr std::size_t kAhead = 8;
  std::vector<std::tuple<StringId, StringId, MentionId>> ids;
  ids.reserve(steps.corpus.identifiers.size());  // what is not used is never touched
  for (const MentionIdentifier& id : steps.corpus.identifiers)
    if (steps.corpus.mentions[id.mention.value].kind == NodeKind::kPerson)
      ids.emplace_back(id.scheme, id.value, id.mention);
  parallel_sort(steps.jobs, ids.begin(), ids.end());
  const PhraseId same = steps.clusters.phrase("same ", 100);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto& [scheme, value, mention] = ids[i];
    if (i + kAhead < ids.size()) steps.joiner.prefetch(std::get<2>(ids[i + kAhead]));
    if (i > 0 && scheme == std::get<0>(ids[i - 1]) && value == std::get<1>(ids[i - 1]))
      steps.joiner.join(std::get<2>(ids[i - 1]), mention, {same, scheme});
  }
}

}  // namespace scholargraph
