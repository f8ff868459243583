// SPDX-License-Identifier: Apache-2.0
// The shortest chain of coauthors between two people of a stored graph.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/store.h"

namespace scholargraph {

/// A paper that two neighbours of a chain wrote together.
struct SharedPaper {
  std::string id;
  std::string title;
  int year = 0;                     ///< 0 unknown
  std::vector<std::string> places;  ///< where it is printed: "cv.md:12"
};

struct CollaborationPath {
  std::vector<std::string> people;              ///< ids, from the first to the last person
  std::vector<std::vector<SharedPaper>> steps;  ///< one for each pair of neighbours; papers sorted by (year, id)
};

/// Of all shortest chains the one whose ids sort first. A person and itself: no step. Nothing when no chain exists.
/// REQUIRES: both ids name people of the graph.
std::optional<CollaborationPath> find_collaboration(const StoredGraph& graph, const std::string& from,
                                                    const std::string& to);

}  // namespace scholargraph
