// SPDX-License-Identifier: Apache-2.0
// Month names, seasons and the words around dates, in the languages CVs are written in.
#pragma once

#include <string_view>

#include "extract/cv/dates_tokens.h"

namespace scholargraph {

struct DateWordEntry {
  DateWord word = DateWord::kNone;
  int value = 0;
};

/// What the folded word `folded` means in a date; kNone when it means nothing.
DateWordEntry look_up_date_word(std::string_view folded);

}  // namespace scholargraph
