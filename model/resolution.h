// SPDX-License-Identifier: Apache-2.0
// The answer of resolution: which mentions are one entity, under which stable key, and why.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/corpus.h"
#include "model/reason_pool.h"

namespace scholargraph {

using EntityId = StrongId<struct EntityTag>;

/// The key of an entity is stable and comes from content: "orcid:…", "ror:…", "doi:…" where known, else the kind
/// and 16 hex digits of the hash of a canonical key ("person:0123456789abcdef"). It is rendered by entity_key().
struct Entity {
  NodeKind kind = NodeKind::kPerson;
  StringId identifier;     ///< in Corpus::strings: the value of key_scheme(kind) that makes the key, else invalid
  std::uint64_t hash = 0;  ///< of the canonical key; unique in a kind among entities without identifier
  StringId label;          ///< in Corpus::strings: the fullest printed name
};

/// Two groups of mentions became one entity; one row for each join.
struct Merge {
  MentionId first;
  MentionId second;
  ReasonId reason;
};

struct Resolution {
  ReasonPool reasons;
  std::vector<EntityId> entity_of;    ///< by mention
  std::vector<std::uint8_t> percent;  ///< by mention: belief that it belongs to its entity, 0..100
  std::vector<Entity> entities;       ///< sorted by (kind, key)
  std::vector<Merge> merges;          ///< sorted by (first, second); no pair comes twice

  /// As `percent`, 0..1.
  [[nodiscard]] float confidence(MentionId m) const { return static_cast<float>(percent[m.value]) / 100.0F; }
};

/// The scheme of identifiers that make keys of entities of the kind: "orcid", "ror", "doi"; empty for the others.
std::string_view key_scheme(NodeKind kind);

/// Unique over all kinds, never empty, no blanks.
std::string entity_key(const Corpus& corpus, const Resolution& resolution, EntityId id);

}  // namespace scholargraph
