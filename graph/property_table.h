// SPDX-License-Identifier: Apache-2.0
// The properties of all nodes, or all edges, of one kind: one column for each property of the schema, 4 bytes a cell
// (8 for numbers). A column in which nothing is set takes no memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph_stream.h"
#include "graph/schema.h"
#include "model/string_pool.h"

namespace scholargraph {

/// What one visit writes into, so that no visit allocates. Views into it live until the next visit.
struct PropertyScratch {
  std::vector<PropertyValue> values;
  std::vector<std::string_view> items;
};

class PropertyTable {
 public:
  explicit PropertyTable(std::span<const PropertyInfo> schema);

  /// Appends a row in which everything is absent and returns its number.
  std::uint32_t add_row() { return rows_++; }
  [[nodiscard]] std::uint32_t rows() const { return rows_; }

  /// REQUIRES: the column has that type; row < rows(). An invalid StringId, an empty list: stays absent.
  void set_string(std::size_t column, std::uint32_t row, StringId value);
  /// REQUIRES: value > -2^31 and < 2^31.
  void set_int(std::size_t column, std::uint32_t row, std::int64_t value);
  void set_bool(std::size_t column, std::uint32_t row, bool value);
  void set_double(std::size_t column, std::uint32_t row, double value);
  void set_list(std::size_t column, std::uint32_t row, std::span<const StringId> items);

  /// Fills `scratch.values` with one value for each property, in schema order.
  void read(std::uint32_t row, const StringPool& strings, PropertyScratch& scratch) const;
  /// Copies a value of a view into the table, interning its text.
  void write(std::size_t column, std::uint32_t row, const PropertyValue& value, StringPool& strings);

  void reserve(std::size_t rows) { reserved_ = rows; }

 private:
  struct Column {
    std::vector<std::uint32_t> cells;
    std::vector<double> numbers;
  };
  std::uint32_t& cell(std::size_t column, std::uint32_t row);
  [[nodiscard]] PropertyValue value_at(std::size_t column, std::uint32_t row, const StringPool& strings,
                                       PropertyScratch& scratch) const;

  std::span<const PropertyInfo> schema_;
  std::vector<Column> columns_;
  std::vector<std::uint32_t> list_begin_{0};
  std::vector<StringId> list_items_;
  std::uint32_t rows_ = 0;
  std::size_t reserved_ = 0;
};

}  // namespace scholargraph
