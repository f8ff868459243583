// SPDX-License-Identifier: Apache-2.0
// The three formats of "TAG value" lines: RIS ("TY  - JOUR"), MEDLINE ("PMID- 123", tags of up to four letters) and Web
// of Science ("AU Doe, J", continuations indented by three blanks). One reader gives their lines with the continuations
// joined; the formats differ in what the tags mean.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/block_reader.h"

namespace scholargraph {

enum class TagStyle { kRis, kMedline, kWebOfScience };

struct TaggedLine {
  std::string_view tag;
  std::string value;           ///< continuation lines joined by '\n'
  std::uint64_t line = 0;      ///< from 1 within the text
};

class TaggedLineReader {
 public:
  TaggedLineReader(std::string_view text, TagStyle style) : text_(text), style_(style) {}
  /// The next tagged line; text before the first tag is passed over. nullopt at the end.
  std::optional<TaggedLine> next();

 private:
  std::string_view take_line();

  std::string_view text_;
  TagStyle style_;
  std::uint64_t line_ = 0;
};

/// The tag that begins `line` in this style, empty if none does; `value_at` is where its value begins.
std::string_view tag_of(std::string_view line, TagStyle style, std::size_t& value_at);

/// The year in "2001/09/01/", "2019 Jan 5", "99": four digits in a row, 0 if there are none.
int year_of_date(std::string_view text);

/// Offset of the last line that begins with `start`, if something stands before it; else 0.
std::size_t cut_before_line(std::string_view bytes, std::string_view start);

}  // namespace scholargraph
