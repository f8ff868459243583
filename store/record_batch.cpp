// SPDX-License-Identifier: Apache-2.0
// The record format is that of https://www.sqlite.org/fileformat2.html, section 2.1: the size of the header, a type for
// each column, the values. The format is frozen.
#include "store/record_batch.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "store/big_endian.h"

namespace scholargraph {

void RecordBatch::add_type(std::uint64_t type) { types_.take(put_varint(types_.extend(9), type)); }

void RecordBatch::add_number(std::uint64_t type, std::uint64_t value, int bytes) {
  add_type(type);
  unsigned char* at = body_.extend(8);
  for (int i = 0; i < bytes; ++i) at[i] = static_cast<unsigned char>(value >> (8 * (bytes - 1 - i)));
  body_.take(static_cast<std::size_t>(bytes));
}

RecordBatch& RecordBatch::bind(int, std::string_view value) {
  add_type(13 + 2 * std::uint64_t{value.size()});
  if (!value.empty()) std::memcpy(body_.extend(value.size()), value.data(), value.size());
  body_.take(value.size());
  return *this;
}

RecordBatch& RecordBatch::bind(int index, std::int64_t value) {
  if (index == 0 && numbered_) {
    number_ = value;
    add_type(0);  // the row number itself is the value
    return *this;
  }
  if (value == 0 || value == 1) {
    add_type(8 + static_cast<std::uint64_t>(value));
    return *this;
  }
  constexpr std::array<std::pair<int, int>, 5> kWidths = {{{1, 1}, {2, 2}, {3, 3}, {4, 4}, {6, 5}}};
  for (const auto& [bytes, type] : kWidths) {
    const std::int64_t limit = std::int64_t{1} << (8 * bytes - 1);
    if (value < -limit || value >= limit) continue;
    add_number(static_cast<std::uint64_t>(type), static_cast<std::uint64_t>(value), bytes);
    return *this;
  }
  add_number(6, static_cast<std::uint64_t>(value), 8);
  return *this;
}

/// Whole numbers are kept as such, as SQLite does in columns of type REAL.
RecordBatch& RecordBatch::bind(int index, double value) {
  constexpr double kExact = 1e9;
  if (std::abs(value) < kExact && value == std::floor(value)) return bind(index, static_cast<std::int64_t>(value));
  add_number(7, std::bit_cast<std::uint64_t>(value), 8);
  return *this;
}

RecordBatch& RecordBatch::bind_null(int) {
  add_type(0);
  return *this;
}

RecordBatch& RecordBatch::bind_text_or_null(int index, std::string_view value) {
  return value.empty() ? bind_null(index) : bind(index, value);
}

RecordBatch& RecordBatch::bind_number_or_null(int index, std::int64_t value) {
  return value == 0 ? bind_null(index) : bind(index, value);
}

void RecordBatch::insert() {
  // The size of the record's header counts itself.
  std::size_t size_bytes = types_.size() + 1 < 0x80 ? 1 : 2;
  if (types_.size() + size_bytes >= 0x4000) size_bytes = 3;
  unsigned char* at = bytes_.extend(size_bytes + types_.size() + body_.size());
  at += put_varint(at, types_.size() + size_bytes);
  at = std::copy_n(types_.data(), types_.size(), at);
  std::copy_n(body_.data(), body_.size(), at);
  bytes_.take(size_bytes + types_.size() + body_.size());
  types_.clear();
  body_.clear();
  ends_.push_back(bytes_.size());
  if (numbered_) numbers_.push_back(number_);
}

}  // namespace scholargraph
