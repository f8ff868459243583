// SPDX-License-Identifier: Apache-2.0
// Projects, software and data sets that a sentence says its writer worked on.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

struct ProjectMention {
  std::string name;
  std::string role;         ///< "contributor", "initiator", as the wording says; may be empty
  std::optional<int> year;  ///< "in 2020" in the same sentence
};

/// "Initiator and science lead for X project", "contributed to X and Y", "Developed benchmarks X, Y and Z",
/// "Worked on X with …", "X is … I have contributed to". Names must be capitalised or hold capitals.
std::vector<ProjectMention> projects_in_prose(std::string_view text);

}  // namespace scholargraph
