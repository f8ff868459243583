// SPDX-License-Identifier: Apache-2.0
#include "extract/read/css.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "extract/layout.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxRules = 2000;

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

void set_style(CssLook& look, Style style, bool on) {
  (on ? look.styles : look.no_styles) |= static_cast<std::uint8_t>(style);
  (on ? look.no_styles : look.styles) &= static_cast<std::uint8_t>(~style);
}

bool is_bold_weight(std::string_view value) {
  if (has(value, "bold")) return true;
  int weight = 0;
  std::from_chars(value.data(), value.data() + value.size(), weight);
  return weight >= 600;
}

void apply_mso_list(CssLook& look, std::string_view value) {
  if (has(value, "ignore")) {
    look.list_marker = true;
    return;
  }
  const auto level = value.find("level");
  if (level == std::string_view::npos) return;
  std::from_chars(value.data() + level + 5, value.data() + value.size(), look.list_level);
  look.list_level = std::clamp(look.list_level, 0, 9);
}

void apply(CssLook& look, std::string_view property, std::string_view value) {
  if (property == "display") {
    look.hidden = has(value, "none");
    look.block = value == "block";
  } else if (property == "visibility") {
    look.hidden = look.hidden || has(value, "hidden");
  } else if (property == "float") {
    look.float_right = has(value, "right");
  } else if (property == "font-weight") {
    set_style(look, kBold, is_bold_weight(value));
  } else if (property == "font-style") {
    set_style(look, kItalic, has(value, "italic") || has(value, "oblique"));
  } else if (property == "text-decoration" || property == "text-decoration-line") {
    if (has(value, "line-through")) set_style(look, kStrike, true);
    if (has(value, "underline")) set_style(look, kUnderline, true);
  } else if (property == "mso-list") {
    apply_mso_list(look, value);
  } else if (property == "mso-tab-count") {
    look.float_right = true;
  }
}

std::string without_comments(std::string_view css) {
  std::string out;
  for (std::size_t pos = 0; pos < css.size();) {
    const std::size_t begin = std::min(css.find("/*", pos), css.size());
    out += css.substr(pos, begin - pos);
    const std::size_t end = css.find("*/", std::min(begin + 2, css.size()));
    pos = begin == css.size() ? css.size() : end == css.npos ? css.size() : end + 2;
  }
  return out;
}

bool is_simple(std::string_view selector) {
  return !selector.empty() && selector.size() < 64 && selector.find_first_of(" >+~:[*@(") == selector.npos &&
         std::count(selector.begin(), selector.end(), '.') <= 1;
}

}  // namespace

CssLook parse_css_declarations(std::string_view declarations) {
  CssLook look;
  for (const auto declaration : split(declarations, ';')) {
    const std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    apply(look, to_lower(trim(declaration.substr(0, colon))), to_lower(trim(declaration.substr(colon + 1))));
  }
  return look;
}

void merge_css(CssLook& look, const CssLook& other) {
  look.hidden = look.hidden || other.hidden;
  look.block = look.block || other.block;
  look.float_right = look.float_right || other.float_right;
  look.list_marker = look.list_marker || other.list_marker;
  look.list_level = std::max(look.list_level, other.list_level);
  look.styles = static_cast<std::uint8_t>((look.styles & ~other.no_styles) | other.styles);
  look.no_styles = static_cast<std::uint8_t>((look.no_styles & ~other.styles) | other.no_styles);
}

void StyleSheet::add(std::string_view css) {
  const std::string plain = without_comments(css);
  const std::string_view rest = plain;
  for (std::size_t pos = 0; pos < rest.size() && rules_.size() < kMaxRules;) {
    const std::size_t open = rest.find('{', pos);
    if (open == rest.npos) return;
    const auto selectors = trim(rest.substr(pos, open - pos));
    const std::size_t close = std::min(rest.find('}', open), rest.size());
    const std::size_t nested = rest.find('{', open + 1);
    if (nested < close) {  // @media and the like: what depends on a medium is not looked at
      int depth = 1;
      pos = open + 1;
      while (pos < rest.size() && depth > 0) depth += rest[pos] == '{' ? 1 : rest[pos] == '}' ? -1 : 0, ++pos;
      continue;
    }
    add_rule(selectors, rest.substr(open + 1, close - open - 1));
    pos = close + 1;
  }
}

void StyleSheet::add_rule(std::string_view selectors, std::string_view declarations) {
  const CssLook look = parse_css_declarations(declarations);
  for (auto selector : split(selectors, ',')) {
    selector = trim(selector);
    if (is_simple(selector)) merge_css(rules_[to_lower(selector)], look);
  }
}

void StyleSheet::merge_into(CssLook& look, const std::string& selector) const {
  if (const auto found = rules_.find(selector); found != rules_.end()) merge_css(look, found->second);
}

CssLook StyleSheet::look(std::string_view tag, std::string_view classes, std::string_view id) const {
  CssLook look;
  if (rules_.empty()) return look;
  merge_into(look, std::string(tag));
  if (!classes.empty()) {
    for (const auto name : split_words(classes)) {
      const std::string dotted = "." + to_lower(name);
      merge_into(look, dotted);
      merge_into(look, std::string(tag) + dotted);
    }
  }
  if (!id.empty()) merge_into(look, "#" + to_lower(id));
  return look;
}

}  // namespace scholargraph
