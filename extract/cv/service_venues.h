// SPDX-License-Identifier: Apache-2.0
// Lists of venues with years: "ICLR'22-25; ICML'22-24", "Neurips 2022, 2023 (Top Reviewer Award)",
// "Nature, Journal of A and B, and IEEE Transactions on C".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

struct ServiceVenue {
  std::string name;             ///< as printed, without years and bracketed notes
  std::vector<int> years;       ///< sorted, each once
  std::string note;             ///< what stood in brackets and is no year: "Top Reviewer Award"
  std::vector<int> note_years;  ///< the year printed last before the note
};

/// One venue with its years: "Neurips 2022, 2023 (Top Reviewer Award)".
ServiceVenue parse_venue(std::string_view text);

/// The venues of a list. Parts between commas that are only years belong to the venue before them; "and" divides
/// only the last part of a list and acronyms. `single` keeps one venue: what follows its name and years is a place.
std::vector<ServiceVenue> parse_venue_list(std::string_view text, bool single);

}  // namespace scholargraph
