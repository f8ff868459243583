// SPDX-License-Identifier: Apache-2.0
// Interned strings: equal text is stored once and named by a 32-bit id.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/strong_id.h"

namespace scholargraph {

using StringId = StrongId<struct StringTag>;

/// Id 0 is always the empty string. Views stay valid as long as the pool. Not thread-safe, but for view().
/// Memory: the text, 8 bytes for each string, and 12 to 20 more until release_index().
class StringPool {
 public:
  StringPool();
  StringId intern(std::string_view text) { return intern(text, hash_of(text)); }
  /// The ids here of all strings of `other`, by their ids there.
  std::vector<StringId> intern_all(const StringPool& other);
  /// Invalid id when the text was never interned. REQUIRES: nothing was released since the last intern().
  [[nodiscard]] StringId find(std::string_view text) const;
  /// REQUIRES: id.valid() and it came from this pool.
  [[nodiscard]] std::string_view view(StringId id) const {
    const Place place = places_[id.value];
    const std::size_t size = place & kMostSize;
    if (size == 0) return {};
    const char* text = pages_[place >> (kSizeBits + kPageBits)] + ((place >> kSizeBits) & (kPage - 1));
    return size < kMostSize ? std::string_view(text, size) : long_text(text);
  }
  [[nodiscard]] std::size_t size() const { return places_.size(); }
  /// Gives back what only intern() and find() need. The next intern() makes it again, at the cost of a hash for each
  /// string.
  void release_index();

 private:
  /// Number of the page, place in it, and size: from the high bits to the low ones.
  using Place = std::uint64_t;
  static constexpr unsigned kSizeBits = 24;
  static constexpr unsigned kPageBits = 18;
  static constexpr std::size_t kPage = std::size_t{1} << kPageBits;
  static constexpr std::size_t kMostSize = (std::size_t{1} << kSizeBits) - 1;  ///< or more: written before the text

  static std::uint32_t hash_of(std::string_view text);
  StringId intern(std::string_view text, std::uint32_t hash);
  void grow();
  void index_all(std::size_t slots);
  Place keep(std::string_view text);
  void add_pages(std::size_t bytes);
  static std::string_view long_text(const char* text);

  std::vector<Place> places_;
  std::vector<std::uint32_t> slots_;   ///< open addressing: index into places_ + 1, 0 empty; empty when released
  std::vector<std::uint32_t> hashes_;  ///< by string index
  std::vector<std::unique_ptr<char[]>> blocks_;  ///< one page each, or as many as a long text needs
  std::vector<char*> pages_;
  std::size_t page_used_ = kPage;  ///< of the last page
};

}  // namespace scholargraph
