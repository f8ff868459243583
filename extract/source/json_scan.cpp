// SPDX-License-Identifier: Apache-2.0
#include "extract/source/json_scan.h"

#include "base/text.h"

namespace scholargraph {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The value of the four hexadecimal digits at `p`, -1 when they are none.
int hex4(const char* p) {
  int value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = p[i];
    const int digit = is_digit(c)            ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// Behind the escape whose backslash is at `p`; `character` is what it stands for.
const char* end_of_escape(const char* p, char32_t& character) {
  constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
  if (p[1] != 'u') {
    const std::size_t letter = p[1] == '\0' ? std::string_view::npos : kLetters.find(p[1]);
    if (letter == std::string_view::npos) return nullptr;
    character = static_cast<char32_t>(kMeanings[letter]);
    return p + 2;
  }
  const int unit = hex4(p + 2);
  if (unit < 0 || (unit >= 0xdc00 && unit <= 0xdfff)) return nullptr;
  character = static_cast<char32_t>(unit);
  if (unit < 0xd800 || unit > 0xdfff) return p + 6;
  const int low = p[6] == '\\' && p[7] == 'u' ? hex4(p + 8) : -1;
  if (low < 0xdc00 || low > 0xdfff) return nullptr;
  character = 0x10000 + ((static_cast<char32_t>(unit) - 0xd800) << 10) + (static_cast<char32_t>(low) - 0xdc00);
  return p + 12;
}

/// The brackets that are open around a value.
class OpenBrackets {
 public:
  bool push(char closing) {
    if (depth_ == kMaxScannedDepth) return false;
    closing_[depth_++] = closing;
    return true;
  }
  void pop() { --depth_; }
  [[nodiscard]] bool none() const { return depth_ == 0; }
  [[nodiscard]] char closing() const { return closing_[depth_ - 1]; }

 private:
  char closing_[kMaxScannedDepth];
  int depth_ = 0;
};

/// Behind the ':' of the key that begins behind `p`, perhaps after blanks.
const char* end_of_key(const char* p, const char* end) {
  p = skip_json_blanks(p);
  if (*p != '"') return nullptr;
  bool escaped = false;
  p = end_of_json_text(p + 1, end, escaped);
  if (!p) return nullptr;
  p = skip_json_blanks(p + 1);
  return *p == ':' ? p + 1 : nullptr;
}

/// Behind a string, number or word.
const char* end_of_scalar(const char* p, const char* end) {
  bool flag = false;
  if (*p == '"') {
    p = end_of_json_text(p + 1, end, flag);
    return p ? p + 1 : nullptr;
  }
  return *p == '-' || is_digit(*p) ? end_of_json_number(p, flag) : end_of_json_word(p, end);
}

}  // namespace

const char* end_of_escaped_text(const char* p, const char* end) {
  while (p && *p != '"') {
    char32_t ignored = 0;
    if (*p != '\\') return nullptr;
    p = end_of_escape(p, ignored);
    if (p) p = end_of_plain_text(p, end);
  }
  return p;
}

std::string unescape_json(std::string_view text) {
  std::string out;
  for (const char *p = text.data(), *end = p + text.size(); p < end;) {
    if (*p != '\\') {
      out += *p++;
      continue;
    }
    char32_t character = 0;
    p = end_of_escape(p, character);
    append_utf8(out, character);
  }
  return out;
}

const char* end_of_json_number(const char* p, bool& integer) {
  constexpr int kSureDigits = 18, kSureExponent = 2;  // neither 64 bits nor a double overflow
  integer = true;
  if (*p == '-') ++p;
  const char* const first = p;
  if (!is_digit(*p)) return nullptr;
  while (is_digit(*p)) ++p;
  if (p - first > kSureDigits || (*first == '0' && p - first > 1)) return nullptr;
  if (*p == '.') {
    integer = false;
    if (!is_digit(*++p)) return nullptr;
    while (is_digit(*p)) ++p;
  }
  if ((*p | 32) != 'e') return p;
  integer = false;
  ++p;
  if (*p == '+' || *p == '-') ++p;
  const char* const exponent = p;
  while (is_digit(*p)) ++p;
  return p > exponent && p - exponent <= kSureExponent ? p : nullptr;
}

const char* end_of_json_word(const char* p, const char* end) {
  const std::string_view rest(p, static_cast<std::size_t>(end - p));
  for (const std::string_view word : {"null", "true", "false"})
    if (rest.starts_with(word)) return p + word.size();
  return nullptr;
}

const char* end_of_json_value(const char* p, const char* end) {
  OpenBrackets open;
  for (;;) {
    p = skip_json_blanks(p);
    if (*p == '{' || *p == '[') {
      const bool object = *p == '{';
      if (!open.push(object ? '}' : ']')) return nullptr;
      p = skip_json_blanks(p + 1);
      if (*p != open.closing()) {
        if (object && !(p = end_of_key(p, end))) return nullptr;
        continue;
      }
    } else {
      p = end_of_scalar(p, end);
      if (!p || open.none()) return p;
      p = skip_json_blanks(p);
    }
    while (*p == open.closing()) {
      open.pop();
      ++p;
      if (open.none()) return p;
      p = skip_json_blanks(p);
    }
    if (*p++ != ',') return nullptr;
    if (open.closing() == '}' && !(p = end_of_key(p, end))) return nullptr;
  }
}

}  // namespace scholargraph
