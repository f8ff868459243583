// SPDX-License-Identifier: Apache-2.0
#include "store/text_list.h"

#include <charconv>

namespace scholargraph {

namespace {

void append_escaped(std::string& out, unsigned char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (c == '"' || c == '\\') {
    out += '\\';
    out += static_cast<char>(c);
  } else {
    out += "\\u00";
    out += kDigits[c >> 4];
    out += kDigits[c & 15];
  }
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    append_escaped(out, c);
    plain = i + 1;
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// Appends the string whose opening quote is at `pos`, unescaped; moves `pos` past the closing quote.
void append_unescaped(std::string_view json, std::size_t& pos, std::string& out) {
  for (++pos; pos < json.size() && json[pos] != '"'; ++pos) {
    if (json[pos] != '\\' || pos + 1 >= json.size()) {
      out += json[pos];
    } else if (json[++pos] != 'u') {
      out += json[pos];
    } else if (pos + 4 < json.size()) {
      out += static_cast<char>(hex_digit(json[pos + 3]) * 16 + hex_digit(json[pos + 4]));
      pos += 4;
    }
  }
  ++pos;
}

}  // namespace

void encode_text_list(std::span<const std::string_view> items, std::string& out) {
  out.assign(1, '[');
  for (const std::string_view item : items) {
    if (out.size() > 1) out += ',';
    append_json_string(out, item);
  }
  out += ']';
}

void decode_text_list(std::string_view json, TextList& list) {
  list.items.clear();
  list.buffer.clear();
  list.buffer.reserve(json.size());  // no reallocation below: the text never grows when unescaped
  std::size_t pos = 1;
  while (pos < json.size() && json[pos] == '"') {
    const std::size_t begin = list.buffer.size();
    append_unescaped(json, pos, list.buffer);
    list.items.emplace_back(list.buffer.data() + begin, list.buffer.size() - begin);
    if (pos < json.size() && json[pos] == ',') ++pos;
  }
}

void encode_number_list(std::span<const std::uint32_t> numbers, std::string& out) {
  out.assign(1, '[');
  for (const std::uint32_t number : numbers) {
    if (out.size() > 1) out += ',';
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
  }
  out += ']';
}

void decode_number_list(std::string_view json, std::vector<std::uint32_t>& numbers) {
  numbers.clear();
  const char* end = json.data() + json.size();
  for (const char* p = json.data() + 1; p < end; ++p) {
    std::uint32_t number = 0;
    const auto [next, error] = std::from_chars(p, end, number);
    if (error != std::errc()) return;
    numbers.push_back(number);
    p = next;
  }
}

}  // namespace scholargraph
