// SPDX-License-Identifier: Apache-2.0
// Citations as people write them in publication lists: who, what, where, when, in any order and style.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// One entry of a list. '\n' marks a line end that separates (not a wrapped line), '\t' a gap.
struct CitationText {
  std::string text;
  std::vector<std::uint8_t> styles;  ///< an or of Style for each byte of `text`; empty: no styles known
};

/// What an entry says. Text is cleaned; parts that are not printed are empty.
struct Citation {
  std::vector<std::string> authors;  ///< in printed order and form
  std::vector<std::string> editors;
  bool et_al = false;
  std::string title;
  std::string venue;
  std::string status;  ///< "Submitted to X", "under review", "Preprint"
  std::string volume;
  std::string issue;
  std::string pages;
  std::string doi;
  std::string arxiv;
  std::optional<int> year;
  bool quoted_title = false;
  double score = 0;       ///< of the best reading; higher is surer
  double confidence = 0;  ///< 0..1
};

/// Parses the entries of one list. The order of the parts, the signs between them and the styles that mark them are
/// learnt from the list and then applied to every entry. `owner` (may be empty) helps to see who the authors are.
/// The result has one element for each entry, in order.
std::vector<Citation> parse_citation_list(const std::vector<CitationText>& entries, std::string_view owner);

/// Parses one citation by itself.
Citation parse_citation(std::string_view text);

}  // namespace scholargraph
