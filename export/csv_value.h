// SPDX-License-Identifier: Apache-2.0
// A property value as one field of a CSV row.
#pragma once

#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "export/text_rules.h"
#include "graph/graph_stream.h"

namespace scholargraph {

/// Appends nothing for an absent value and for numbers that are not finite. `text` and `list` append what quotes them.
template <class Text, class List>
void append_csv_value(std::string& out, const PropertyValue& value, Text text, List list) {
  if (const auto* string = std::get_if<std::string_view>(&value)) {
    text(*string);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_number(out, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    if (std::isfinite(*real)) append_number(out, *real);
  } else if (const auto* boolean = std::get_if<bool>(&value)) {
    out += *boolean ? "true" : "false";
  } else if (const auto* items = std::get_if<std::span<const std::string_view>>(&value)) {
    list(*items);
  }
}

}  // namespace scholargraph
