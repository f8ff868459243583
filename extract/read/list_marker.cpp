// SPDX-License-Identifier: Apache-2.0
#include "extract/read/list_marker.h"

#include <cctype>

#include "base/text.h"

namespace scholargraph {

namespace {

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank_at(std::string_view line, std::size_t pos) {
  if (pos >= line.size()) return false;
  return is_space(next_code_point(line, pos));
}

std::size_t skip_blanks(std::string_view line, std::size_t pos) {
  while (pos < line.size()) {
    std::size_t next = pos;
    if (!is_space(next_code_point(line, next))) break;
    pos = next;
  }
  return pos;
}

/// Bullets that are nothing else, so that no blank need follow.
bool is_sure_bullet(char32_t c) {
  switch (c) {
    case U'•': case U'‣': case U'◦': case U'▪': case U'▫': case U'●': case U'○': case U'■': case U'□': case U'◆':
    case U'◇': case U'➢': case U'➤': case U'►': case U'▶': case U'▸': case U'▹': case U'❖': case U'✓': case U'✔':
    case U'⁃': case U'∙': case U'➔': case U'❑': case U'❏': case 0xF0B7: case 0xF0A7: case 0xF0D8: case 0xF076:
      return true;
    default: return false;
  }
}

bool is_bullet(char32_t c) {
  return c == U'-' || c == U'*' || c == U'+' || c == U'–' || c == U'—' || c == U'·' || c == U'⋅' || c == U'―' || c == U'−';
}

ListMarker bullet(std::string_view line, bool letter_bullet) {
  std::size_t pos = 0;
  const char32_t c = next_code_point(line, pos);
  const bool blank = is_blank_at(line, pos);
  const bool letter = letter_bullet && c == U'o';
  if (!is_sure_bullet(c) && !(blank && (is_bullet(c) || letter))) return {};
  const std::size_t end = skip_blanks(line, pos);
  if (end == line.size()) return {};
  return {MarkerKind::kBullet, line.substr(0, pos), 0, end};
}

/// "[12]", "[J3]", "(12)": the number in brackets and where they end.
ListMarker bracketed(std::string_view line) {
  const char close = line[0] == '[' ? ']' : ')';
  std::size_t pos = 1;
  while (pos < line.size() && pos < 3 && std::isupper(static_cast<unsigned char>(line[pos])) && close == ']') ++pos;
  if (pos < line.size() && line[pos] == '-' && pos > 1) ++pos;
  const std::size_t digits = pos;
  int number = 0;
  while (pos < line.size() && is_ascii_digit(line[pos]) && pos < digits + 3) number = number * 10 + (line[pos++] - '0');
  if (pos == digits || pos >= line.size() || line[pos] != close) return {};
  ++pos;
  const std::size_t end = skip_blanks(line, pos);
  if (end == line.size() || (end == pos && close == ')')) return {};
  if (end == pos && (line[end] == '(' || line[end] == '[' || line[end] == ',' || line[end] == '.')) return {};
  return {MarkerKind::kNumber, line.substr(0, pos), number, end};
}

ListMarker numbered(std::string_view line) {
  std::size_t pos = 0;
  int number = 0;
  while (pos < line.size() && is_ascii_digit(line[pos]) && pos < 3) number = number * 10 + (line[pos++] - '0');
  const bool letter = pos == 0 && std::islower(static_cast<unsigned char>(line[0])) && line.size() > 1 && line[1] == ')';
  if (letter) {
    number = line[0] - 'a' + 1;
    pos = 1;
  }
  if (pos == 0 || pos >= line.size() || (line[pos] != '.' && line[pos] != ')')) return {};
  ++pos;
  const std::size_t end = skip_blanks(line, pos);
  if (end == pos || end == line.size()) return {};
  return {MarkerKind::kNumber, line.substr(0, pos), number, end};
}

}  // namespace

ListMarker list_marker(std::string_view line, bool letter_bullet) {
  if (line.size() < 2) return {};
  if (line[0] == '[' || line[0] == '(') return bracketed(line);
  if (const auto number = numbered(line); number.kind != MarkerKind::kNone) return number;
  return bullet(line, letter_bullet);
}

}  // namespace scholargraph
