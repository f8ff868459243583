// SPDX-License-Identifier: Apache-2.0
// Where a line stands: its section, the headings above it, and what leads it. Shared by the parsers of people,
// service, awards and projects.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/cv/cv_text.h"
#include "extract/cv/dates.h"

namespace scholargraph {

/// The section of each line of one text. Keeps a reference to the text.
class SectionMap {
 public:
  explicit SectionMap(const CvText& text);
  [[nodiscard]] int section_of(int line) const { return sections_[static_cast<std::size_t>(line)]; }
  /// The kind of the innermost section around the line whose kind is known; kUnknown when there is none.
  [[nodiscard]] SectionKind kind_at(int line) const;
  [[nodiscard]] SectionKind kind_of_section(int section) const;
  /// True when the section of the line or one above it is of this kind.
  [[nodiscard]] bool within(int line, SectionKind kind) const;
  /// The headings above the line, innermost first, joined by " / ".
  [[nodiscard]] std::string headings(int line) const;
  [[nodiscard]] bool is_heading(int line) const { return heading_[static_cast<std::size_t>(line)]; }

 private:
  const CvText& text_;
  std::vector<int> sections_;
  std::vector<bool> heading_;
};

/// Lines [first, last) that share a block and a section; `text` is what the block holds between them, with '\n'
/// between lines, and points into the layout document.
struct BlockLines {
  int first = 0;
  int last = 0;
  std::string_view text;
};
std::vector<BlockLines> block_lines(const CvText& text, const SectionMap& map);

/// ASCII letters in lower case, everything else unchanged: same length, same offsets.
std::string ascii_lower(std::string_view text);
bool contains_any(std::string_view lower_text, std::initializer_list<std::string_view> stems);

/// The offset behind list signs ("•", "-", "{", "1.", "[3]") at the start of the text.
std::size_t behind_bullet(std::string_view text);
/// The offset behind a date that leads the text, and its punctuation; behind_bullet() when no date leads it.
std::size_t behind_leading_date(std::string_view text);

/// The text without its dates and the brackets and punctuation left empty by that; blanks collapsed.
std::string without_dates(std::string_view text, const std::vector<DateMatch>& dates);

/// Every year of the dates: all years of a range are listed, an open range gives its start.
std::vector<int> years_of(const std::vector<DateMatch>& dates);

/// The innermost pairs of round brackets are opaque: offset of `what` outside brackets at or behind `from`, npos.
std::size_t find_outside_brackets(std::string_view text, std::string_view what, std::size_t from = 0);

/// Pieces of the text between separators (any of the characters) that stand outside brackets; trimmed, not empty.
std::vector<std::string_view> split_outside_brackets(std::string_view text, std::string_view separators);

/// Lines [begin, end) grouped into what reads as one line: a wrapped line goes with the one before it (always inside
/// a list item; inside a paragraph when the line above ends in a comma, the line begins with a small letter, or the
/// line above is long and this one leads with neither date nor list sign).
std::vector<Entry> logical_lines(const CvText& text, int begin, int end);

/// Without blanks and the characters , ; : . - – — | • at both ends.
std::string_view strip_punctuation(std::string_view text);

}  // namespace scholargraph
