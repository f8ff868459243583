// SPDX-License-Identifier: Apache-2.0
// The kinds of things and of links that the whole program speaks of. Their properties: graph/schema.h.
#pragma once

#include <cstdint>

namespace scholargraph {

enum class NodeKind : std::uint8_t { kPerson, kInstitution, kPaper, kVenue, kAward, kProject };
inline constexpr int kNodeKindCount = 6;

enum class EdgeKind : std::uint8_t {
  kAuthored,        ///< Person -> Paper
  kCoauthor,        ///< Person -> Person, symmetric, derived; the smaller id first
  kAdvised,         ///< advisor -> advisee
  kEducatedAt,      ///< Person -> Institution
  kEmployedAt,      ///< Person -> Institution
  kAffiliatedWith,  ///< Person -> Institution, as printed on papers
  kPublishedIn,     ///< Paper -> Venue
  kServed,          ///< Person -> Venue
  kReceived,        ///< Person -> Award
  kHosted,          ///< host -> guest
  kWorkedOn,        ///< Person -> Project
  kPartOf,          ///< Institution -> Institution
  kCites,           ///< Paper -> Paper
  kEdited,          ///< Person -> Paper or volume
};
inline constexpr int kEdgeKindCount = 14;

}  // namespace scholargraph
