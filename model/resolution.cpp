// SPDX-License-Identifier: Apache-2.0
#include "model/resolution.h"

#include <array>

#include "base/files.h"

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, kNodeKindCount> kPrefixes = {"person:", "institution:", "paper:",
                                                                    "venue:",  "award:",       "project:"};

}  // namespace

std::string_view key_scheme(NodeKind kind) {
  switch (kind) {
    case NodeKind::kPerson: return "orcid";
    case NodeKind::kInstitution: return "ror";
    case NodeKind::kPaper: return "doi";
    default: return {};
  }
}

std::string entity_key(const Corpus& corpus, const Resolution& resolution, EntityId id) {
  const Entity& entity = resolution.entities[id.value];
  if (entity.identifier.valid())
    return std::string(key_scheme(entity.kind)).append(":").append(corpus.strings.view(entity.identifier));
  return std::string(kPrefixes[static_cast<std::size_t>(entity.kind)]) + to_hex(entity.hash);
}

}  // namespace scholargraph
