// SPDX-License-Identifier: Apache-2.0
// The little of CSS that changes what a reader sees: weight, slant, lines, floats, hidden text.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace scholargraph {

struct CssLook {
  bool hidden = false;        ///< display:none, visibility:hidden
  bool block = false;         ///< display:block
  bool float_right = false;   ///< float:right or a tab of a word processor
  bool list_marker = false;   ///< the printed bullet or number of a word processor's list
  int list_level = 0;         ///< from 1 for a paragraph of a word processor's list
  std::uint8_t styles = 0;    ///< an or of Style that it switches on
  std::uint8_t no_styles = 0; ///< an or of Style that it switches off
};

/// The declarations of a style attribute or of the braces of a rule.
CssLook parse_css_declarations(std::string_view declarations);

/// Rules of style sheets whose selector is one tag, class, id, or tag.class; the others are not used.
class StyleSheet {
 public:
  void add(std::string_view css);
  /// What the rules for a tag, its classes (separated by blanks) and its id add up to.
  [[nodiscard]] CssLook look(std::string_view tag, std::string_view classes, std::string_view id) const;
  [[nodiscard]] bool empty() const { return rules_.empty(); }

 private:
  void add_rule(std::string_view selectors, std::string_view declarations);
  void merge_into(CssLook& look, const std::string& selector) const;
  std::map<std::string, CssLook, std::less<>> rules_;
};

/// `look` with what `other` says on top.
void merge_css(CssLook& look, const CssLook& other);

}  // namespace scholargraph
