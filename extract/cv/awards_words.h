// SPDX-License-Identifier: Apache-2.0
// The words that say "this is an award", in many languages.
#pragma once

#include <string_view>

namespace scholargraph {

/// "Best Paper Award", "Fulbright Scholarship", "prix", "outstanding reviewer", "国家奖学金".
bool says_award(std::string_view text);

}  // namespace scholargraph
