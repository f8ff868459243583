// SPDX-License-Identifier: Apache-2.0
// A citation cut at every sign that could separate two of its parts, and what each piece looks like.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/cv/citation.h"

namespace scholargraph {

/// What stands between two atoms. The strongest sign counts when there are several.
enum class Border : std::uint8_t {
  kStart,
  kSpace,
  kAnd,
  kComma,
  kWeakDot,
  kColon,
  kDash,
  kSemicolon,
  kBracket,
  kDot,
  kQuestion,
  kBy,
  kBar,
  kQuote,
  kBreak,
};
inline constexpr int kBorderCount = 15;

struct CitationAtom {
  std::size_t begin = 0;  ///< trimmed text range, without quotes and brackets around it
  std::size_t end = 0;
  Border border = Border::kStart;  ///< in front of the atom
  bool style_edge = false;         ///< bold, italic or link starts or ends in front of the atom
  bool joined = false;             ///< behind "and"
  bool quoted = false;
  bool bracketed = false;
  bool square = false;      ///< in [square] brackets
  std::uint8_t styles = 0;  ///< styles of most of its letters

  // What it looks like.
  int words = 0;
  int small_words = 0;    ///< words that begin in lower case
  double name = 0;        ///< name_score
  bool initials = false;  ///< nothing but initials: "T.", "C. S. C."
  bool family = false;    ///< one to three capitalised words without initials
  bool et_al = false;
  bool with = false;     ///< "with X", "by X"
  bool owner = false;    ///< compatible with the owner's name
  bool date = false;     ///< nothing but a date
  bool period = false;   ///< years that the title speaks of
  int year = 0;          ///< the year it holds, 0 when there is none
  bool numbers = false;  ///< volume, issue, pages
  double venue = 0;      ///< 0..1
  bool publisher = false;
  bool thesis = false;
  bool in = false;  ///< begins with "In"
  bool status = false;
  bool status_of = false;  ///< the state names a venue: "submitted to X", "in press at X"
  bool link_label = false;
  bool address = false;      ///< URL, DOI, arXiv number
  bool note = false;         ///< part of a sentence about the work
  bool editors = false;      ///< names with "(Eds.)" or "edited by"
  bool small_start = false;  ///< begins in lower case
  bool edition = false;      ///< "2nd Edition", "third alternate edition"
  bool volume_tail = false;  ///< ends in a volume or page number: "Evolution 72 (9)"
};

/// Cuts and describes. `owner` may be empty.
/// Without `quotes` a quotation is part of the text around it: the list does not quote its titles.
std::vector<CitationAtom> citation_atoms(const CitationText& entry, std::string_view owner, bool quotes = true);

/// Offset behind "[12]", "3.", "(α, β)" and the like at the start of an entry.
std::size_t skip_numbering(std::string_view text);

}  // namespace scholargraph
