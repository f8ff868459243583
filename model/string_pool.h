// SPDX-License-Identifier: Apache-2.0
// Interned strings: equal text is stored once and named by a 32-bit id.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>
#include <memory>

#include "base/strong_id.h"

namespace scholargraph {

using StringId = StrongId<struct StringTag>;

/// Id 0 is always the empty string. Views stay valid as long as the pool. Not thread-safe.
class StringPool {
 public:
  StringPool();
  StringId intern(std::string_view text);
  /// Invalid id when the text was never interned.
  [[nodiscard]] StringId find(std::string_view text) const;
  /// REQUIRES: id.valid() and it came from this pool.
  [[nodiscard]] std::string_view view(StringId id) const { return strings_[id.value]; }
  [[nodiscard]] std::size_t size() const { return strings_.size(); }

 private:
  void grow();
  std::string_view keep(std::string_view text);

  std::vector<std::string_view> strings_;
  std::vector<std::uint32_t> slots_;   ///< open addressing: index into strings_ + 1, 0 empty
  std::vector<std::uint32_t> hashes_;  ///< by string index
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_left_ = 0;
  char* chunk_next_ = nullptr;
};

}  // namespace scholargraph
