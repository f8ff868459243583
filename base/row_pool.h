// SPDX-License-Identifier: Apache-2.0
// Interned rows: equal small structs are kept once and numbered in the order of their first appearance.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace scholargraph {

/// The high bits of the answer depend on all bits of `value`.
constexpr std::uint64_t mix_bits(std::uint64_t value) {
  value *= 0x9e3779b97f4a7c15U;
  return (value ^ (value >> 32)) * 0xff51afd7ed558ccdU;
}

/// `Row` is comparable by ==; `row_hash(row)`, made by mix_bits(), is found by argument-dependent lookup.
/// Memory: the rows, and 8 to 16 bytes more for each until release_index().
template <class Row>
class RowPool {
 public:
  /// The number of the row, from 0.
  std::uint32_t intern(const Row& row) {
    if (rows_.size() * 2 >= slots_.size()) make_index(std::bit_ceil(rows_.size() * 4 + 64));
    std::uint32_t& slot = slots_[slot_of(row)];
    if (slot == 0) {
      rows_.push_back(row);
      slot = static_cast<std::uint32_t>(rows_.size());
    }
    return slot - 1;
  }
  [[nodiscard]] const Row& operator[](std::size_t number) const { return rows_[number]; }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Gives back what only intern() needs, which makes it again.
  void release_index() { slots_ = {}; }

 private:
  /// Where the row is, or belongs.
  [[nodiscard]] std::size_t slot_of(const Row& row) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = (row_hash(row) >> 32) & mask;
    while (slots_[slot] != 0 && !(rows_[slots_[slot] - 1] == row)) slot = (slot + 1) & mask;
    return slot;
  }

  void make_index(std::size_t slots) {
    slots_.assign(slots, 0);
    for (std::uint32_t i = 0; i < rows_.size(); ++i) slots_[slot_of(rows_[i])] = i + 1;
  }

  std::vector<Row> rows_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: index into rows_ + 1, 0 empty
};

}  // namespace scholargraph
