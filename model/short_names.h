// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace scholargraph {

/// True when one is a usual short form of the other given name and begins with the same letter: "mike" and "michael",
/// "chris" and "christopher". Folded; "bill" and "william" are told apart already by the letter that names are grouped
/// by.
bool is_short_for(std::string_view a, std::string_view b);

}  // namespace scholargraph
