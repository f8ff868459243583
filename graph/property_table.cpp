// SPDX-License-Identifier: Apache-2.0
#include "graph/property_table.h"

#include <cmath>
#include <limits>

namespace scholargraph {

namespace {

constexpr std::uint32_t kAbsent = 0x80000000u;  ///< the one int that no property takes, and no string id reaches

template <class... Visitors>
struct Overloaded : Visitors... {
  using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

}  // namespace

PropertyTable::PropertyTable(std::span<const PropertyInfo> schema) : schema_(schema), columns_(schema.size()) {}

std::uint32_t& PropertyTable::cell(std::size_t column, std::uint32_t row) {
  auto& cells = columns_[column].cells;
  if (cells.size() <= row) {
    if (cells.empty() && reserved_ > row) cells.reserve(reserved_);
    cells.resize(std::size_t{row} + 1, kAbsent);
  }
  return cells[row];
}

void PropertyTable::set_string(std::size_t column, std::uint32_t row, StringId value) {
  if (value.valid()) cell(column, row) = value.value;
}

void PropertyTable::set_int(std::size_t column, std::uint32_t row, std::int64_t value) {
  cell(column, row) = static_cast<std::uint32_t>(static_cast<std::int32_t>(value));
}

void PropertyTable::set_bool(std::size_t column, std::uint32_t row, bool value) { cell(column, row) = value ? 1 : 0; }

void PropertyTable::set_double(std::size_t column, std::uint32_t row, double value) {
  auto& numbers = columns_[column].numbers;
  if (numbers.size() <= row) numbers.resize(std::size_t{row} + 1, std::numeric_limits<double>::quiet_NaN());
  numbers[row] = value;
}

void PropertyTable::set_list(std::size_t column, std::uint32_t row, std::span<const StringId> items) {
  if (items.empty()) return;
  cell(column, row) = static_cast<std::uint32_t>(list_begin_.size() - 1);
  list_items_.insert(list_items_.end(), items.begin(), items.end());
  list_begin_.push_back(static_cast<std::uint32_t>(list_items_.size()));
}

PropertyValue PropertyTable::value_at(std::size_t column, std::uint32_t row, const StringPool& strings,
                                      PropertyScratch& scratch) const {
  const Column& data = columns_[column];
  if (schema_[column].type == PropertyType::kDouble) {
    if (row >= data.numbers.size() || std::isnan(data.numbers[row])) return {};
    return data.numbers[row];
  }
  if (row >= data.cells.size() || data.cells[row] == kAbsent) return {};
  const std::uint32_t bits = data.cells[row];
  switch (schema_[column].type) {
    case PropertyType::kString: return strings.view(StringId(bits));
    case PropertyType::kInt: return std::int64_t{static_cast<std::int32_t>(bits)};
    case PropertyType::kBool: return bits != 0;
    default: break;
  }
  const std::size_t first = scratch.items.size();
  for (std::uint32_t i = list_begin_[bits]; i < list_begin_[bits + 1]; ++i)
    scratch.items.push_back(strings.view(list_items_[i]));
  return std::span<const std::string_view>(scratch.items.data() + first, scratch.items.size() - first);
}

void PropertyTable::read(std::uint32_t row, const StringPool& strings, PropertyScratch& scratch) const {
  scratch.values.clear();
  scratch.items.clear();
  // The spans point into items, which must not move while this row is read.
  std::size_t needed = 0;
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    const auto& cells = columns_[column].cells;
    if (schema_[column].type != PropertyType::kStringList || row >= cells.size() || cells[row] == kAbsent) continue;
    needed += list_begin_[cells[row] + 1] - list_begin_[cells[row]];
  }
  scratch.items.reserve(needed);
  for (std::size_t column = 0; column < columns_.size(); ++column)
    scratch.values.push_back(value_at(column, row, strings, scratch));
}

void PropertyTable::write(std::size_t column, std::uint32_t row, const PropertyValue& value, StringPool& strings) {
  std::visit(Overloaded{[](std::monostate) {},
                        [&](std::string_view text) { set_string(column, row, strings.intern(text)); },
                        [&](std::int64_t number) { set_int(column, row, number); },
                        [&](double number) { set_double(column, row, number); },
                        [&](bool flag) { set_bool(column, row, flag); },
                        [&](std::span<const std::string_view> items) {
                          std::vector<StringId> ids;
                          for (const auto item : items) ids.push_back(strings.intern(item));
                          set_list(column, row, ids);
                        }},
             value);
}

}  // namespace scholargraph
