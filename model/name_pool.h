// SPDX-License-Identifier: Apache-2.0
// Interned names: a name is a text, and the parts into which its source separates it.
#pragma once

#include <cstdint>
#include <vector>

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

/// Equal names have one id. A name without parts costs nothing: its id is that of its text. A name with parts costs 12
/// bytes, and 8 to 16 more until release_index().
/// REQUIRES of all ids of texts: below 2^31.
class NamePool {
 public:
  NameId intern(const PrintedName& name);
  [[nodiscard]] PrintedName operator[](NameId id) const {
    return has_parts(id) ? with_parts_[index_of(id)] : PrintedName{StringId(id.value), {}, {}};
  }
  [[nodiscard]] StringId text(NameId id) const {
    return has_parts(id) ? with_parts_[index_of(id)].text : StringId(id.value);
  }
  [[nodiscard]] static bool has_parts(NameId id) { return id.value >= kParts; }
  /// Place in with_parts(). REQUIRES: has_parts(id).
  [[nodiscard]] static std::size_t index_of(NameId id) { return id.value - kParts; }
  [[nodiscard]] const std::vector<PrintedName>& with_parts() const { return with_parts_; }
  /// Gives back what only intern() needs, which makes it again.
  void release_index() { slots_ = {}; }

 private:
  static constexpr std::uint32_t kParts = std::uint32_t{1} << 31;

  /// Where the name is, or belongs.
  [[nodiscard]] std::size_t slot_of(const PrintedName& name) const;
  void make_index(std::size_t slots);

  std::vector<PrintedName> with_parts_;
  std::vector<std::uint32_t> slots_;  ///< open addressing: index into with_parts_ + 1, 0 empty
};

}  // namespace scholargraph
