// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "resolve/clusters.h"
#include "resolve/document_order.h"
#include "resolve/name_table.h"

namespace scholargraph {

/// Turns clusters into entities with stable keys and labels, sorted by (kind, key). `content` is the hash of the
/// canonical name by mention for papers (folded title), institutions, venues, awards and projects; people: 0.
/// Works on `jobs` threads.
void make_entities(const Corpus& corpus, const MentionsByKind& by_kind, const NameTable& names,
                   const std::vector<std::uint64_t>& content, const Clusters& clusters, Resolution& resolution,
                   int jobs);

}  // namespace scholargraph
