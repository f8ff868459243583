// SPDX-License-Identifier: Apache-2.0
// JSON for standard output, indented by two blanks, keys in the order written.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "graph/graph_stream.h"
#include "graph/schema.h"

namespace scholargraph {

class JsonWriter {
 public:
  JsonWriter() : writer_(buffer_) { writer_.SetIndent(' ', 2); }

  void open_object() { writer_.StartObject(); }
  void close_object() { writer_.EndObject(); }
  void open_array() { writer_.StartArray(); }
  void close_array() { writer_.EndArray(); }
  void key(std::string_view name) { writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); }
  void text(std::string_view value) { writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size())); }
  void number(std::int64_t value) { writer_.Int64(value); }
  void number(std::uint64_t value) { writer_.Uint64(value); }
  void number(int value) { writer_.Int(value); }
  void number(double value) { writer_.Double(value); }
  void null() { writer_.Null(); }
  void value(const PropertyValue& value);

  void field(std::string_view name, std::string_view value) { key(name), text(value); }
  void field(std::string_view name, const char* value) { key(name), text(value); }
  void field(std::string_view name, const std::string& value) { key(name), text(value); }
  template <class Number>
  void field(std::string_view name, Number value) { key(name), number(value); }

  /// Only the properties that are there, under the names of the schema. REQUIRES: as many values as infos.
  void properties(std::span<const PropertyInfo> infos, std::span<const PropertyValue> values);
  void evidence(std::span<const EvidenceView> places);  ///< an array of objects

  /// Everything written, with a line end.
  [[nodiscard]] std::string finish() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

}  // namespace scholargraph
