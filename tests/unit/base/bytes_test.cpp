// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.h"

#include <algorithm>
#include <string>

#include "catch.h"

namespace scholargraph {

TEST_CASE("bytes are counted at any length and alignment") {
  for (const std::size_t size : {0u, 1u, 15u, 16u, 17u, 31u, 4079u, 4080u, 4081u, 9000u}) {
    std::string bytes(size, 'x');
    for (std::size_t i = 0; i < size; i += 3) bytes[i] = '\n';
    INFO(size);
    CHECK(count_byte(bytes, '\n') == (size + 2) / 3);
    CHECK(count_byte(std::string(size, '\n'), '\n') == size);
    CHECK(count_byte(bytes, 'y') == 0);
  }
}

TEST_CASE("the first of two bytes is found wherever it stands") {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string bytes(size, 'x');
      bytes[at] = at % 2 == 0 ? '{' : '}';
      INFO(size << ", " << at);
      CHECK(find_either(bytes, '{', '}', 0) == at);
      CHECK(find_either(bytes, '{', '}', at) == at);
      CHECK(find_either(bytes, '{', '}', at + 1) == size);
    }
  }
  CHECK(find_either("", '{', '}', 0) == 0);
}

}  // namespace scholargraph
