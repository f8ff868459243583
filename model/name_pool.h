// SPDX-License-Identifier: Apache-2.0
// Interned names: a name is a text, and the parts into which its source separates it.
#pragma once

#include <cstdint>
#include <vector>

#include "base/row_pool.h"
#include "model/string_pool.h"

namespace scholargraph {

using NameId = StrongId<struct NameTag>;

struct PrintedName {
  StringId text;    ///< as printed (paper: title; venue: without the year; institution: without unit and acronym;
                    ///< unnamed owner: "owner of FILE")
  StringId family;  ///< persons: only when the source separates the parts, else invalid
  StringId given;   ///< persons: as family; awards: who gives it; institutions and venues: the acronym printed
                    ///< beside; else invalid
  auto operator<=>(const PrintedName&) const = default;
};

inline std::uint64_t row_hash(const PrintedName& name) {
  return mix_bits(mix_bits((std::uint64_t{name.family.value} << 32) | name.given.value) ^ name.text.value);
}

/// Equal names have one id. A name without parts costs nothing: its id is that of its text. A name with parts costs 12
/// bytes, and 8 to 16 more until release_index().
/// REQUIRES of all ids of texts: below 2^31.
class NamePool {
 public:
  NameId intern(const PrintedName& name) {
    const bool plain = !name.family.valid() && !name.given.valid();
    return plain ? NameId(name.text.value) : NameId(kParts + with_parts_.intern(name));
  }
  [[nodiscard]] PrintedName operator[](NameId id) const {
    return has_parts(id) ? with_parts_[index_of(id)] : PrintedName{StringId(id.value), {}, {}};
  }
  [[nodiscard]] StringId text(NameId id) const {
    return has_parts(id) ? with_parts_[index_of(id)].text : StringId(id.value);
  }
  [[nodiscard]] static bool has_parts(NameId id) { return id.value >= kParts; }
  /// Place in with_parts(). REQUIRES: has_parts(id).
  [[nodiscard]] static std::size_t index_of(NameId id) { return id.value - kParts; }
  [[nodiscard]] const std::vector<PrintedName>& with_parts() const { return with_parts_.rows(); }
  /// Gives back what only intern() needs, which makes it again.
  void release_index() { with_parts_.release_index(); }

 private:
  static constexpr std::uint32_t kParts = std::uint32_t{1} << 31;

  RowPool<PrintedName> with_parts_;
};

}  // namespace scholargraph
