// SPDX-License-Identifier: Apache-2.0
// Words that tell what a part of a citation is.
#pragma once

#include <string_view>

namespace scholargraph {

/// All take a folded word (base/text.h: fold).
bool is_venue_word(std::string_view folded);      ///< "journal", "proceedings", "symposium": names of venues hold it
bool is_publisher_word(std::string_view folded);  ///< "springer", "press", "elsevier"
bool is_citation_abbreviation(std::string_view folded);  ///< "proc", "phys", "vol": a full stop behind it ends nothing
bool is_thesis_word(std::string_view folded);            ///< "thesis", "dissertation", "habilitation"
bool is_link_label(std::string_view folded);             ///< "pdf", "code", "slides", "bibtex"
bool is_month_word(std::string_view folded);

/// The text says that the work is not (yet) published: "submitted", "under review", "in press", "to appear".
bool has_status_words(std::string_view folded_text);
/// The venue of "submitted to X", "accepted at X", "in press, X": X; empty when none is named.
std::string_view status_venue(std::string_view text);
bool is_preprint_word(std::string_view folded);  ///< "preprint", "arxiv", "biorxiv"

}  // namespace scholargraph
