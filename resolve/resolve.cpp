// SPDX-License-Identifier: Apache-2.0
#include "resolve/resolve.h"

#include <algorithm>
#include <tuple>

#include "resolve/clusters.h"
#include "resolve/document_order.h"
#include "resolve/entities.h"
#include "resolve/name_table.h"
#include "resolve/papers.h"
#include "resolve/persons.h"
#include "resolve/things.h"

namespace scholargraph {

Resolution resolve(const Corpus& corpus, const ResolveOptions& options) {
  Resolution resolution;
  Clusters clusters(corpus.mentions.size(), options.explain);
  const NameTable names(corpus);
  const auto papers = mentions_in_order(corpus, NodeKind::kPaper);
  const auto people = mentions_in_order(corpus, NodeKind::kPerson);

  std::vector<std::uint64_t> content = join_things(corpus, clusters, resolution.strings);
  std::vector<std::uint64_t> titles;
  join_papers(corpus, names, papers, clusters, resolution.strings, titles);
  for (std::size_t i = 0; i < papers.size(); ++i) content[papers[i].value] = titles[i];

  PersonJoiner joiner(corpus, names, clusters, resolution.strings, options.use_person_ids);
  PersonSteps steps{corpus, names, clusters, joiner, papers, people, options.jobs};
  join_stated(steps, options.use_person_ids);
  join_aligned_authors(steps);
  join_within_documents(steps);
  join_across_documents(steps);
  identify_unnamed_owners(steps);

  make_entities(corpus, names, content, clusters, resolution);
  resolution.confidence = clusters.take_confidence();
  resolution.reasons = clusters.take_reasons();
  std::sort(resolution.reasons.begin(), resolution.reasons.end(), [](const MergeReason& a, const MergeReason& b) {
    return std::tie(a.first, a.second, a.reason) < std::tie(b.first, b.second, b.reason);
  });
  return resolution;
}

}  // namespace scholargraph
