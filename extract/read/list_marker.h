// SPDX-License-Identifier: Apache-2.0
// What leads a list item in print: bullets and numbers.
#pragma once

#include <string_view>

namespace scholargraph {

enum class MarkerKind { kNone, kBullet, kNumber };

struct ListMarker {
  MarkerKind kind = MarkerKind::kNone;
  std::string_view text;    ///< "-", "•", "[12]", "(3)", "3.", "b)"
  int number = 0;           ///< for kNumber
  std::size_t length = 0;   ///< bytes of the marker and the blanks behind it
};

/// The marker at the start of `line` (which has no leading blanks). Bullets: - * + • ‣ ◦ ▪ ● – — and the like
/// before a blank; numbers: [1] (1) 1. 1) [A3] before a blank ([1] also before a letter). A year or a decimal number is no
/// marker. `letter_bullet` also takes the "o" that Word's bullets become.
ListMarker list_marker(std::string_view line, bool letter_bullet = false);

}  // namespace scholargraph
