// SPDX-License-Identifier: Apache-2.0
// A 32-bit index that cannot be mixed up with another kind of index.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace scholargraph {

/// An index into one table; `Tag` names the table. Default-constructed ids are invalid and sort last.
template <class Tag>
struct StrongId {
  static constexpr std::uint32_t kInvalid = 0xffffffffu;

  std::uint32_t value = kInvalid;

  constexpr StrongId() = default;
  constexpr explicit StrongId(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  [[nodiscard]] constexpr bool valid() const { return value != kInvalid; }
  constexpr auto operator<=>(const StrongId&) const = default;
};

}  // namespace scholargraph

template <class Tag>
struct std::hash<scholargraph::StrongId<Tag>> {
  std::size_t operator()(scholargraph::StrongId<Tag> id) const noexcept { return id.value; }
};
