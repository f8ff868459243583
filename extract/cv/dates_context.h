// SPDX-License-Identifier: Apache-2.0
// Whether a four-digit number is a year, by what stands around it. Used by dates_grammar.cpp only.
#pragma once

#include <vector>

#include "extract/cv/dates_tokens.h"

namespace scholargraph {

/// tokens[i] is a number between 1900 and 2099 printed alone: true unless it is an amount, a page, a house or
/// telephone number, a postal code or a part of a longer number.
bool is_year_in_context(const std::vector<DateToken>& tokens, std::size_t i);

/// tokens[first, last) is "YYYY-YYYY" or "YYYY-YY": true unless it is a page range or a telephone number.
bool is_range_in_context(const std::vector<DateToken>& tokens, std::size_t first, std::size_t last);

}  // namespace scholargraph
