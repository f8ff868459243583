// SPDX-License-Identifier: Apache-2.0
#include "export/text_rules.h"

#include <charconv>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Moves `pos` past the multi-byte character there; false when it must be replaced.
bool skip_multi_byte(std::string_view text, std::size_t& pos) {
  const std::size_t begin = pos;
  const char32_t c = next_code_point(text, pos);
  const bool malformed = c == 0xFFFD && pos - begin == 1;
  return !malformed && c != 0xFFFE && c != 0xFFFF;
}

}  // namespace

void append_text(std::string& out, std::string_view text, const TextRules& rules, std::uint64_t& replaced) {
  std::size_t run = 0;  // begin of the stretch that is copied as it is
  std::size_t pos = 0;
  while (pos < text.size()) {
    const TextRules::Class kind = rules.class_of(text[pos]);
    if (kind == TextRules::Class::kPlain) {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    if (kind == TextRules::Class::kMultiByte) {
      if (skip_multi_byte(text, pos)) continue;
    } else {
      ++pos;
    }
    out.append(text.data() + run, begin - run);
    run = pos;
    if (kind == TextRules::Class::kEscape) {
      out += rules.escape(text[begin]);
    } else {
      out += kReplacement;
      ++replaced;
    }
  }
  out.append(text.data() + run, pos - run);
}

void append_number(std::string& out, std::int64_t value) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_number(std::string& out, double value) {
  if (value == 1) {  // by far the most common weight
    out += "1.0";
    return;
  }
  char digits[32];
  char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  bool integral = true;
  for (const char* p = digits; p < end; ++p) {
    if (*p == '.' || *p == 'e') integral = false;
    if (*p != '+') out += *p;  // Cypher knows no "1e+20"
  }
  if (integral) out += ".0";
}

}  // namespace scholargraph
