// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/clusters.h"
#include "resolve/name_table.h"

namespace scholargraph {

/// Joins the mentions of one paper: equal identifiers (DOI, arXiv, …); else equal folded titles, years at most one
/// apart or unknown, and an author in common. `titles` gets the hash of the folded title for each paper mention,
/// in the order of `papers`. Titles are read on `jobs` threads.
void join_papers(const Corpus& corpus, const NameTable& names, const std::vector<MentionId>& papers,
                 Clusters& clusters, std::vector<std::uint64_t>& titles, int jobs);

}  // namespace scholargraph
