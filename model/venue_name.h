// SPDX-License-Identifier: Apache-2.0
// Names of journals and conferences without what changes every year.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// "In Proceedings of the 38th International Conference on X (ICX 2021)" -> name "International Conference on X",
/// acronym "ICX"; "ICML 2022", "ICML'22" -> name "ICML". A name that would vanish stays as printed.
struct VenueName {
  std::string name;
  std::string acronym;
};
VenueName split_venue(std::string_view text);

}  // namespace scholargraph
