// SPDX-License-Identifier: Apache-2.0
// How to reach a person: it is never kept.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// Is `text`, trimmed, how to reach somebody, and no place: a telephone number (at least 7 digits, and more of them than
/// letters), what begins with a label such as "Tel.:" or "E-mail:", an e-mail address with at most a name behind it? An
/// address of a place that ends in one of these is none.
bool is_contact(std::string_view text);

/// `text` without the words that hold an @ between letters, and without telephone numbers in the international form:
/// a plus sign and at least eight digits, whatever separates them.
std::string without_contact(std::string_view text);

}  // namespace scholargraph
