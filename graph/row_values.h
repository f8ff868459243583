// SPDX-License-Identifier: Apache-2.0
// The properties of one node or edge while they are put together. Included by graph/*.cpp only.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_stream.h"
#include "graph/schema.h"

namespace scholargraph {

/// Every property name of the schema.
enum class Field : std::uint8_t {
  kName, kTitle, kVariants, kIdentifiers, kMentions, kOrcid, kRor, kDoi, kArxiv, kCv, kAcronym, kOrganisation, kYear,
  kType, kStatus, kAuthorCount, kPosition, kPrinted, kPapers, kFirstYear, kLastYear, kLevels, kInstitutions, kDegrees,
  kFields, kTheses, kRoles, kKinds, kUnits, kPeriods, kYears, kStart, kStartMonth, kEnd, kEndMonth, kPresent
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::kPresent) + 1;

/// The values of one row after the other, for one kind. A property that the kind lacks is passed over.
class RowValues {
 public:
  explicit RowValues(std::span<const PropertyInfo> schema);

  void clear();  ///< everything is absent
  [[nodiscard]] bool has(Field field) const { return column_[static_cast<std::size_t>(field)] != kNone; }
  void text(Field field, std::string_view value);  ///< `value` lives until the row is used
  void number(Field field, int value);             ///< 0: absent
  void flag(Field field) { set(field, true); }     ///< true; not called: absent
  /// Sorted, each once, without empty ones; absent when none is left. `items` is used up.
  void list(Field field, std::vector<std::string_view>& items);
  /// A text that lives until clear().
  std::string_view keep(std::string_view first, std::string_view second = {}, std::string_view third = {});

  [[nodiscard]] std::span<const PropertyValue> values() const { return values_; }

 private:
  static constexpr std::uint8_t kNone = 0xff;

  void set(Field field, PropertyValue value);

  std::array<std::uint8_t, kFieldCount> column_{};
  std::vector<PropertyValue> values_;
  std::vector<std::vector<std::string_view>> lists_;  ///< by column
  std::deque<std::string> kept_;
  std::size_t kept_count_ = 0;
};

}  // namespace scholargraph
