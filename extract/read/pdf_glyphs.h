// SPDX-License-Identifier: Apache-2.0
// The characters that fonts of PDFs stand for, where they differ from what a reader sees.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// Ligatures as letters, private-use bullets as "•", other private-use, control, zero-width and direction
/// characters dropped, every blank as U+0020 (runs are kept).
std::string readable_glyphs(std::string_view utf8);

/// Old TeX fonts print an accent as a character of its own before the letter ("Universit´" + "e"). If `before`
/// ends with such an accent and `after` begins with a letter that can carry it, the accent is taken off
/// `before` and put on the letter.
void join_accent(std::string& before, std::string& after);

/// Puts the accents inside `text` on their letters, those behind the letter ("Cafe´ ") too. An accent that serves as an
/// apostrophe ("O´Hara", "it´s") stays, and so does one at the end, which may belong to a letter that follows.
std::string compose_accents(std::string_view text);

/// A font of pictures ("FontAwesome6Free-Solid"), whose letters name icons.
bool is_icon_font(std::string_view family);
bool is_bold_font(std::string_view family);
bool is_italic_font(std::string_view family);

}  // namespace scholargraph
