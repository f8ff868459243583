// SPDX-License-Identifier: Apache-2.0
// Sets of folded words, and what each word means, asked with views.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"

namespace scholargraph {

/// From words to values. Nearly all words that are asked for are in no list, so a table of first bytes and lengths
/// says no before anything is hashed. Pointers stay valid until the next word is added.
template <class Value>
class WordMap {
 public:
  WordMap() : slots_(kFirstSlots, 0) {}

  /// The value of the word, a new one if it was not there.
  Value& operator[](std::string_view word) {
    if (const Value* known = find(word)) return const_cast<Value&>(*known);
    rows_.emplace_back(std::string(word), Value{});
    lengths_[first_byte(word)] |= length_bit(word);
    if (rows_.size() * 2 > slots_.size())
      grow();
    else
      place(rows_.size());
    return rows_.back().second;
  }

  /// Null when the word is not there.
  [[nodiscard]] const Value* find(std::string_view word) const {
    if ((lengths_[first_byte(word)] & length_bit(word)) == 0) return nullptr;
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash(word) & mask; slots_[slot] != 0; slot = (slot + 1) & mask)
      if (const auto& row = rows_[slots_[slot] - 1]; row.first == word) return &row.second;
    return nullptr;
  }

 private:
  static constexpr std::size_t kFirstSlots = 64;

  static std::size_t first_byte(std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word.front());
  }
  /// Words of 63 bytes and more share a bit.
  static std::uint64_t length_bit(std::string_view word) {
    constexpr std::size_t kLast = 63;
    return std::uint64_t{1} << (word.size() < kLast ? word.size() : kLast);
  }
  /// The first and the last eight bytes and the length: enough for words.
  static std::size_t hash(std::string_view word) {
    constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15U;
    std::uint64_t front = 0;
    std::uint64_t back = 0;
    const std::size_t size = word.size() < sizeof front ? word.size() : sizeof front;
    if (size > 0) {
      std::memcpy(&front, word.data(), size);
      std::memcpy(&back, word.data() + word.size() - size, size);
    }
    const std::uint64_t mixed = (front ^ (word.size() * kOdd)) * kOdd ^ ((back ^ (back >> 29)) * 0xbf58476d1ce4e5b9U);
    return static_cast<std::size_t>(mixed ^ (mixed >> 32));
  }

  void place(std::size_t row) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash(rows_[row - 1].first) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(row);
  }
  void grow() {
    slots_.assign(slots_.size() * 2, 0);
    for (std::size_t row = 1; row <= rows_.size(); ++row) place(row);
  }

  std::vector<std::pair<std::string, Value>> rows_;
  std::vector<std::uint32_t> slots_;             ///< open addressing: row + 1, 0 empty
  std::array<std::uint64_t, 256> lengths_{};     ///< by first byte: the lengths of the words that begin so
};

class WordSet {
 public:
  void insert(std::string_view word) { words_[word] = true; }
  [[nodiscard]] bool contains(std::string_view word) const { return words_.find(word) != nullptr; }

 private:
  WordMap<bool> words_;
};

/// The words between the blanks of `words`, folded.
inline WordSet make_set(std::string_view words) {
  WordSet set;
  for (const auto word : split_words(words)) set.insert(fold(word));
  return set;
}

}  // namespace scholargraph
