// SPDX-License-Identifier: Apache-2.0
// The answer of resolution: which mentions are one entity, under which stable key, and why.
#pragma once

#include <string>
#include <vector>

#include "model/corpus.h"

namespace scholargraph {

using EntityId = StrongId<struct EntityTag>;

struct Entity {
  NodeKind kind = NodeKind::kPerson;
  StringId key;    ///< stable, from content: "orcid:…", "ror:…", "doi:…", else "person:" + hash; unique in a kind
  StringId label;  ///< the fullest printed name
};

/// Why two groups of mentions became one entity; one row for each join.
struct MergeReason {
  MentionId first;
  MentionId second;
  StringId reason;  ///< "same ORCID", "names agree; shared coauthor B. Lee", …
  float confidence = 1;
};

struct Resolution {
  std::vector<EntityId> entity_of;  ///< by mention
  std::vector<Entity> entities;     ///< sorted by (kind, key)
  std::vector<MergeReason> reasons; ///< sorted by (first, second)
};

}  // namespace scholargraph
