// SPDX-License-Identifier: Apache-2.0
#include "extract/source/plain_title.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/bytes.h"
#include "base/text.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

constexpr std::size_t kLongestEntity = 12;
constexpr std::array<std::string_view, 24> kInlineTags = {
    "a", "b", "bold", "em", "font", "i", "inf", "italic", "monospace", "overline", "roman", "s", "sans-serif", "sc", "scp",
    "small", "span", "strong", "sub", "sup", "tt", "u", "underline", "xref"};
constexpr std::array<std::string_view, 6> kBlockTags = {"br", "div", "p", "sec", "title", "inline-formula"};

template <class Table>
bool contains(const Table& table, std::string_view name) {
  return std::find(table.begin(), table.end(), name) != table.end();
}

/// The text of "name" in "&name;"; empty when it is none.
std::string entity_text(std::string_view name) {
  std::string out;
  if (name.starts_with('#')) {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    unsigned value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, hex ? 16 : 10);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    const bool character = value >= 0x20 && value < 0x110000 && (value < 0xd800 || value > 0xdfff);
    if (whole && character) append_utf8(out, value);
    return out;
  }
  if (name == "amp") return "&";
  if (name == "lt") return "<";
  if (name == "gt") return ">";
  if (name == "quot") return "\"";
  if (name == "apos") return "'";
  return std::string(html_entity(name));
}

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '&' ? text.substr(at, kLongestEntity).find(';') : std::string_view::npos;
    const std::string decoded = end == std::string_view::npos ? std::string() : entity_text(text.substr(at + 1, end - 1));
    if (decoded.empty()) {
      out += text[at++];
    } else {
      out += decoded;
      at += end + 1;
    }
  }
  return out;
}

/// Length of the known tag at the start of `text`, which begins with '<'; 0 when it is none. `block`: a blank replaces it.
std::size_t tag_length(std::string_view text, bool& block) {
  const std::size_t close = text.find('>');
  if (close == std::string_view::npos) return 0;
  std::string_view name = text.substr(1, close - 1);
  if (name.starts_with('/')) name.remove_prefix(1);
  name = name.substr(0, name.find_first_of(" \t\n/"));
  const bool prefixed = name.starts_with("jats:") || name.starts_with("mml:");
  if (prefixed) name.remove_prefix(name.find(':') + 1);
  const std::string lower = to_lower(name);
  block = contains(kBlockTags, lower);
  return prefixed || block || contains(kInlineTags, lower) ? close + 1 : 0;
}

std::string without_tags(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool block = false;
    const std::size_t length = text[at] == '<' ? tag_length(text.substr(at), block) : 0;
    if (length == 0) out += text[at++];
    if (block && length > 0) out += ' ';
    at += length;
  }
  return out;
}

}  // namespace

bool may_have_markup(std::string_view text) { return find_either(text, '<', '&', 0) < text.size(); }

std::string plain_title(std::string_view text) {
  return collapse_spaces(without_tags(decode_entities(decode_entities(text))));
}

}  // namespace scholargraph
