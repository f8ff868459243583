// SPDX-License-Identifier: Apache-2.0
#include "cli/json.h"

namespace scholargraph {

void JsonWriter::value(const PropertyValue& value) {
  if (const auto* string = std::get_if<std::string_view>(&value)) return text(*string);
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return number(*integer);
  if (const auto* real = std::get_if<double>(&value)) return number(*real);
  if (const auto* truth = std::get_if<bool>(&value)) return static_cast<void>(writer_.Bool(*truth));
  const auto* list = std::get_if<std::span<const std::string_view>>(&value);
  if (!list) return null();
  open_array();
  for (const std::string_view item : *list) text(item);
  close_array();
}

void JsonWriter::properties(std::span<const PropertyInfo> infos, std::span<const PropertyValue> values) {
  open_object();
  for (std::size_t i = 0; i < infos.size() && i < values.size(); ++i) {
    if (std::holds_alternative<std::monostate>(values[i])) continue;
    key(infos[i].name);
    value(values[i]);
  }
  close_object();
}

void JsonWriter::evidence(std::span<const EvidenceView> places) {
  open_array();
  for (const EvidenceView& place : places) {
    open_object();
    field("document", place.document);
    if (place.page > 0) field("page", place.page);
    if (place.first_line > 0) {
      key("lines");
      open_array();
      number(place.first_line);
      number(place.last_line);
      close_array();
    }
    if (!place.key.empty()) field("record", place.key);
    if (!place.text.empty()) field("text", place.text);
    close_object();
  }
  close_array();
}

}  // namespace scholargraph
