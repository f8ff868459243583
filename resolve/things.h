// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/clusters.h"
#include "resolve/document_order.h"

namespace scholargraph {

/// Joins the mentions of one institution, venue, award or project: equal folded names; for institutions without
/// "the", "of" and legal forms, units only under the same parent; names and the acronym printed beside them, when
/// the acronym stands beside one name only. Returns the hash of the canonical name by mention, 0 for other kinds.
std::vector<std::uint64_t> join_things(const Corpus& corpus, const MentionsByKind& by_kind, Clusters& clusters);

}  // namespace scholargraph
