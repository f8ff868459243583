// SPDX-License-Identifier: Apache-2.0
// Person names as CVs print them: full, with initials, family first, Vancouver ("Smith J, Doe AB"), particles,
// compound and CJK names, footnote signs, titles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// 0..1: how much `text` looks like one person's name (in any of the styles above) and nothing else.
double name_score(std::string_view text);

/// Without titles (Prof., Dr., PhD), footnote signs (*, †, 1, #), bold leftovers and surrounding punctuation:
/// the form to print and compare.
std::string clean_name(std::string_view text);

/// The parts of a printed name: what stands before a comma ("Zhang, T."), before Vancouver initials ("Smith JA") or
/// last ("Ludwig van der Berg") is the family. Particles belong to the family, suffixes are left out.
struct NameParts {
  std::string given;
  std::string family;
};
NameParts split_name(std::string_view name);

/// True when both can be the same person: equal folds, initials for given names, order, particles, hyphens,
/// missing middle names. "A. Xu" ~ "An Xu"; "H. Huang" !~ "Y. Huang".
bool names_compatible(std::string_view a, std::string_view b);

/// The people of a list such as "Tong Zhang and Nan Jiang", "A. Xu, Z. Huo, H. Huang", "Smith J, Doe AB, et al.",
/// "Zhang, T., & Jiang, N.". Empty when the text is no list of names. `whole` true when all of the text is names.
struct NameList {
  std::vector<std::string> names;  ///< cleaned, in order, family-first commas kept in reading form ("Zhang, T.")
  bool et_al = false;
  bool whole = false;
  double score = 0;  ///< mean name_score of the names
};
NameList parse_name_list(std::string_view text);

}  // namespace scholargraph
