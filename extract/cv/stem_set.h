// SPDX-License-Identifier: Apache-2.0
// Many short strings looked for in one text at once: what a cheap test asks before a dear parser runs.
#pragma once

#include <array>
#include <bitset>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Strings of two bytes or more, which must outlive the set. One pass over a text: the first two bytes at each place
/// tell whether any of them can begin there.
class StemSet {
 public:
  StemSet(std::initializer_list<std::string_view> stems) {
    for (std::string_view stem : stems) {
      pairs_.set(pair_at(stem, 0));
      by_first_[static_cast<unsigned char>(stem[0])].push_back(stem);
    }
  }

  [[nodiscard]] bool found_in(std::string_view text) const {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
      if (pairs_[pair_at(text, i)] && begins_at(text.substr(i))) return true;
    }
    return false;
  }

 private:
  static std::size_t pair_at(std::string_view text, std::size_t i) {
    return static_cast<std::size_t>(static_cast<unsigned char>(text[i])) << 8 | static_cast<unsigned char>(text[i + 1]);
  }
  [[nodiscard]] bool begins_at(std::string_view rest) const {
    for (std::string_view stem : by_first_[static_cast<unsigned char>(rest[0])]) {
      if (rest.starts_with(stem)) return true;
    }
    return false;
  }

  std::bitset<1 << 16> pairs_;
  std::array<std::vector<std::string_view>, 256> by_first_;
};

}  // namespace scholargraph
