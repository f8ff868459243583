// SPDX-License-Identifier: Apache-2.0
// Lists inside one column: JSON arrays, so that sqlite3's json_each() opens them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Replaces `out` by the JSON array of `items`. Only quote, backslash and control characters are escaped.
void encode_text_list(std::span<const std::string_view> items, std::string& out);

/// Strings of one decoded list; the views point into `buffer` and live until the next decode.
struct TextList {
  std::vector<std::string_view> items;
  std::string buffer;
};

/// Reads what encode_text_list wrote; `list` is reused. Anything else gives the items before the fault.
void decode_text_list(std::string_view json, TextList& list);

/// "[3,17]"
void encode_number_list(std::span<const std::uint32_t> numbers, std::string& out);
void decode_number_list(std::string_view json, std::vector<std::uint32_t>& numbers);

}  // namespace scholargraph
