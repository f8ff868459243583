// SPDX-License-Identifier: Apache-2.0
// Text on its way out: made clean for every format, and escaped for one, in one pass.
//
// Clean text is valid UTF-8 without the characters that XML 1.0 forbids: C0 controls other than tab, line feed and
// return, U+FFFE and U+FFFF. Each forbidden character and each malformed byte becomes one U+FFFD and is counted, in
// all formats alike, so that exports of one graph agree with each other.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace scholargraph {

/// What a format writes instead of some ASCII characters.
class TextRules {
 public:
  enum class Class : std::uint8_t { kPlain, kEscape, kForbidden, kMultiByte };

  constexpr TextRules(std::initializer_list<std::pair<char, std::string_view>> escapes) {
    for (std::size_t byte = 0; byte < classes_.size(); ++byte) {
      const bool control = byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r';
      classes_[byte] = byte >= 0x80 ? Class::kMultiByte : control ? Class::kForbidden : Class::kPlain;
    }
    for (const auto& [character, escape] : escapes) {
      classes_[static_cast<unsigned char>(character)] = Class::kEscape;
      escapes_[static_cast<unsigned char>(character)] = escape;
    }
  }
  [[nodiscard]] constexpr Class class_of(char c) const { return classes_[static_cast<unsigned char>(c)]; }
  [[nodiscard]] constexpr std::string_view escape(char c) const { return escapes_[static_cast<unsigned char>(c)]; }

 private:
  std::array<Class, 256> classes_{};
  std::array<std::string_view, 128> escapes_{};
};

inline constexpr TextRules kXmlText = {{'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}, {'\r', "&#13;"}};
inline constexpr TextRules kXmlAttribute = {{'&', "&amp;"}, {'<', "&lt;"},   {'>', "&gt;"},  {'"', "&quot;"},
                                            {'\t', "&#9;"}, {'\n', "&#10;"}, {'\r', "&#13;"}};
inline constexpr TextRules kJson = {{'"', "\\\""}, {'\\', "\\\\"}, {'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}};
/// A JSON string as the text of an XML element.
inline constexpr TextRules kJsonInXml = {{'"', "\\\""}, {'\\', "\\\\"}, {'\t', "\\t"}, {'\n', "\\n"},
                                         {'\r', "\\r"}, {'&', "&amp;"}, {'<', "&lt;"}, {'>', "&gt;"}};
inline constexpr TextRules kCsv = {{'"', "\"\""}};
/// A JSON string inside a quoted CSV field.
inline constexpr TextRules kJsonInCsv = {{'"', "\\\"\""}, {'\\', "\\\\"}, {'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}};
inline constexpr TextRules kCypher = {{'\'', "\\'"}, {'\\', "\\\\"}, {'\t', "\\t"}, {'\n', "\\n"}, {'\r', "\\r"}};

/// Appends `text`, clean and escaped; `replaced` grows by the number of characters that no format can carry.
void append_text(std::string& out, std::string_view text, const TextRules& rules, std::uint64_t& replaced);

void append_number(std::string& out, std::int64_t value);

/// The shortest form that reads back as the same double, always with a point or an exponent ("1.0", "1e-09"), so that
/// no reader takes it for an integer. REQUIRES: value is finite.
void append_number(std::string& out, double value);

}  // namespace scholargraph
