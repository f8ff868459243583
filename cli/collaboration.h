// SPDX-License-Identifier: Apache-2.0
// The shortest chain of coauthors between two people of a stored graph.
#pragma once

#include <cstdint>
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

/// How two people are connected, or that they are not.
struct Collaboration {
  std::optional<CollaborationPath> path;
  std::uint32_t people_near_from = 0;  ///< without a path: how many people chains lead to from there, itself included
  std::uint32_t people_near_to = 0;
};

/// Of all shortest chains the one whose ids sort first. A person and itself: no step.
/// REQUIRES: both ids name people of the graph.
Collaboration find_collaboration(const StoredGraph& graph, const std::string& from, const std::string& to);

}  // namespace scholargraph
