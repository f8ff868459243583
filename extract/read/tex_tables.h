// SPDX-License-Identifier: Apache-2.0
// What the commands of TeX, LaTeX and common packages print.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace scholargraph {

/// The characters that a command without arguments prints: \ss, \alpha, \ldots, \mnras; nullopt for other names.
std::optional<std::string_view> tex_symbol(std::string_view name);

/// The combining character of an accent command (\' \" \v ...); 0 for other names.
char32_t tex_accent(std::string_view name);

/// `base` (one character, or more of which the first is meant) under an accent, composed.
std::string accented(char32_t accent, std::string_view base);

/// How the arguments of a command are read: '*' a star, 'o' an optional and 'm' a mandatory argument that is not
/// printed, 'd' a dimension or number behind an optional '=', 'c' the argument that is printed (it must be the last).
/// nullopt when nothing is known.
std::optional<std::string_view> tex_signature(std::string_view name);

/// An or of Style, for commands with an argument (\textbf) and for declarations (\bfseries).
std::uint8_t tex_style_command(std::string_view name);
std::uint8_t tex_style_declaration(std::string_view name);

/// 1..6 for \section and its like, also of CV classes; 0 for other names.
int tex_heading_level(std::string_view name);

/// Commands that state a fact about the document: the key of the meta field, else empty.
std::string_view tex_meta_key(std::string_view name);

/// A dimension in points; 0 when it is none. Multiples of \textwidth and the like count as wide.
double tex_points(std::string_view dimension);

}  // namespace scholargraph
