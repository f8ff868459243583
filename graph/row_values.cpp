// SPDX-License-Identifier: Apache-2.0
#include "graph/row_values.h"

#include <algorithm>

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, kFieldCount> kNames = {
    "name",   "title",        "variants", "identifiers", "mentions", "orcid",      "ror",       "doi",    "arxiv",
    "cv",     "acronym",      "organisation", "year",    "type",     "status",     "author_count", "position", "printed",
    "papers", "first_year",   "last_year", "levels",     "institutions", "degrees", "fields",   "theses", "roles",
    "kinds",  "units",        "periods",  "years",       "start",    "start_month", "end",      "end_month", "present"};

}  // namespace

RowValues::RowValues(std::span<const PropertyInfo> schema) : values_(schema.size()), lists_(schema.size()) {
  column_.fill(kNone);
  for (std::size_t i = 0; i < schema.size(); ++i) {
    const auto name = std::find(kNames.begin(), kNames.end(), schema[i].name);
    if (name != kNames.end()) column_[static_cast<std::size_t>(name - kNames.begin())] = static_cast<std::uint8_t>(i);
  }
}

void RowValues::clear() {
  std::fill(values_.begin(), values_.end(), PropertyValue());
  kept_count_ = 0;
}

void RowValues::set(Field field, PropertyValue value) {
  if (has(field)) values_[column_[static_cast<std::size_t>(field)]] = value;
}

void RowValues::text(Field field, std::string_view value) { set(field, value); }

void RowValues::number(Field field, int value) {
  if (value != 0) set(field, std::int64_t{value});
}

void RowValues::list(Field field, std::vector<std::string_view>& items) {
  if (!has(field)) return;
  std::erase_if(items, [](std::string_view item) { return item.empty(); });
  if (items.empty()) return;
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
  std::vector<std::string_view>& list = lists_[column_[static_cast<std::size_t>(field)]];
  list.swap(items);
  set(field, std::span<const std::string_view>(list));
}

std::string_view RowValues::keep(std::string_view first, std::string_view second, std::string_view third) {
  if (kept_count_ == kept_.size()) kept_.emplace_back();
  std::string& text = kept_[kept_count_++];
  return text.assign(first).append(second).append(third);
}

}  // namespace scholargraph
