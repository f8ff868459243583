// SPDX-License-Identifier: Apache-2.0
// TeX in bibliographic fields to plain Unicode: accents, special letters, \char, symbols, quotes, dashes, braces.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// What decode_tex would change in a text, found in one pass.
struct TexMarks {
  bool tex = false;        ///< anything but blanks
  bool line_ends = false;  ///< line ends or tabulators
  bool gaps = false;       ///< two blanks side by side
};
TexMarks tex_marks(std::string_view text);

/// `text` as a reader sees it: "{\L}o\'s, J{\"o}rg" -> "Łoś, Jörg". Math loses its dollars and keeps its text; an unknown
/// command is dropped and its arguments stay; braces go, with what they protect kept. Runs of blanks become one,
/// trimmed. Never fails: unbalanced braces are ignored. Source of the commands: "LaTeX2e: An unofficial reference
/// manual", section 23, and the encodings of T1 and TS1.
std::string decode_tex(std::string_view text);

}  // namespace scholargraph
