// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.h"

#include <algorithm>
#include <tuple>

#include "base/free_memory.h"
#include "base/interrupt.h"
#include "base/parallel_for.h"
#include "resolve/clusters.h"
#include "resolve/document_order.h"
#include "resolve/entities.h"
#include "resolve/name_table.h"
#include "resolve/papers.h"
#include "resolve/persons.h"
#include "resolve/things.h"

namespace scholargraph {

namespace {

/// All joins of people. What they need on the way is gone afterwards.
void join_people(const Corpus& corpus, const ResolveOptions& options, const NameTable& names,
                 const MentionsByKind& by_kind, Clusters& clusters) {
  PersonJoiner joiner(corpus, names, clusters, options.use_person_ids);
  const auto& papers = of_kind(by_kind, NodeKind::kPaper);
  const auto& people = of_kind(by_kind, NodeKind::kPerson);
  PersonSteps steps{corpus, names, clusters, joiner, papers, people, options.jobs};
  join_stated(steps, options.use_person_ids);
  throw_if_interrupted();
  join_aligned_authors(steps);
  join_within_documents(steps);
  throw_if_interrupted();
  join_across_documents(steps);
  join_sole_bearers(steps);
  identify_unnamed_owners(steps);
}

}  // namespace

Resolution resolve(const Corpus& corpus, const ResolveOptions& options) {
  Resolution resolution;
  Clusters clusters(corpus.mentions.size(), options.explain);
  const NameTable names(corpus, options.jobs);
  const MentionsByKind by_kind = mentions_by_kind(corpus);
  const auto& papers = of_kind(by_kind, NodeKind::kPaper);
  throw_if_interrupted();

  std::vector<std::uint64_t> content = join_things(corpus, by_kind, clusters);
  std::vector<std::uint64_t> titles;
  join_papers(corpus, names, papers, clusters, titles, options.jobs);
  for (std::size_t i = 0; i < papers.size(); ++i) content[papers[i].value] = titles[i];
  titles = {};
  throw_if_interrupted();

  join_people(corpus, options, names, by_kind, clusters);
  clusters.finish();
  free_unused_memory();
  make_entities(corpus, by_kind, names, content, clusters, resolution, options.jobs);
  resolution.percent = clusters.take_percent();
  resolution.merges = clusters.take_merges();
  resolution.reasons = clusters.take_reasons();
  parallel_sort(options.jobs, resolution.merges.begin(), resolution.merges.end(), [](const Merge& a, const Merge& b) {
    return std::tie(a.first, a.second) < std::tie(b.first, b.second);
  });
  resolution.reasons.release_index();
  return resolution;
}

}  // namespace scholargraph
