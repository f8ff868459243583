// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>

namespace scholargraph {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// What a byte below 0x80 is in a folded text: a small letter or a digit; 0 where it parts words.
constexpr std::array<char, 128> kWordBytes = [] {
  std::array<char, 128> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(i);
    bytes[i] = is_ascii_letter(c) || is_ascii_digit(c) ? ascii_lower(c) : '\0';
  }
  return bytes;
}();

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the well-formed sequence at `pos`, 0 if there is none (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t pos) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[pos + i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || pos + length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if (!is_continuation(text[pos + i])) return 0;
  if (lead == 0xE0 && byte(1) < 0xA0) return 0;
  if (lead == 0xED && byte(1) > 0x9F) return 0;
  if (lead == 0xF0 && byte(1) < 0x90) return 0;
  if (lead == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

/// The first byte at or behind `pos` that is no ASCII character, eight bytes at a time.
std::size_t skip_ascii(std::string_view bytes, std::size_t pos) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (std::uint64_t word = 0; pos + sizeof word <= bytes.size(); pos += sizeof word) {
    std::memcpy(&word, bytes.data() + pos, sizeof word);
    if (word & kHighBits) break;
  }
  while (pos < bytes.size() && static_cast<unsigned char>(bytes[pos]) < 0x80) ++pos;
  return pos;
}

utf8proc_category_t category(char32_t c) { return utf8proc_category(static_cast<utf8proc_int32_t>(c)); }

/// Letters that do not decompose but that people drop the stroke of.
std::string_view fold_special(char32_t c) {
  switch (c) {
    case U'ß': return "ss";
    case U'æ': return "ae";
    case U'œ': return "oe";
    case U'ø': return "o";
    case U'ł': return "l";
    case U'đ': return "d";
    case U'ð': return "d";
    case U'þ': return "th";
    case U'ı': return "i";
    default: return {};
  }
}

void append_folded(std::string& out, char32_t c, bool& pending_blank) {
  utf8proc_int32_t parts[24];
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 24,
                                             static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                                            UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                                                            UTF8PROC_IGNORE),
                                             &boundary);
  for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, 24); ++i) {
    const auto part = static_cast<char32_t>(parts[i]);
    if (!is_letter(part) && !is_digit(part)) {
      pending_blank = true;
      continue;
    }
    if (pending_blank && !out.empty()) out += ' ';
    pending_blank = false;
    if (const auto special = fold_special(part); !special.empty())
      out += special;
    else
      append_utf8(out, part);
  }
}

void append_squashed(std::string& out, char32_t c) {
  std::string folded;
  bool pending_blank = false;
  append_folded(folded, c, pending_blank);
  std::erase(folded, ' ');
  out += folded;
}

}  // namespace

char32_t next_wide_code_point(std::string_view text, std::size_t& pos) {
  const std::size_t length = sequence_length(text, pos);
  if (length == 0) {
    ++pos;
    return kReplacement;
  }
  const auto lead = static_cast<unsigned char>(text[pos]);
  char32_t c = lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (static_cast<unsigned char>(text[pos + i]) & 0x3Fu);
  pos += length;
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | (c >> 6));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | (c >> 12));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (c >> 18));
    out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string sanitize_utf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t pos = 0; pos < bytes.size();) {
    const std::size_t plain = skip_ascii(bytes, pos);
    out.append(bytes.substr(pos, plain - pos));
    pos = plain;
    if (pos == bytes.size()) break;
    const std::size_t length = sequence_length(bytes, pos);
    if (length == 0) {
      append_utf8(out, kReplacement);
      ++pos;
      if (replaced) ++*replaced;
      continue;
    }
    out.append(bytes.substr(pos, length));
    pos += length;
  }
  return out;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t pos = skip_ascii(bytes, 0); pos < bytes.size(); pos = skip_ascii(bytes, pos)) {
    const std::size_t length = sequence_length(bytes, pos);
    if (length == 0) return false;
    pos += length;
  }
  return true;
}

bool is_wide_letter(char32_t c) {
  const auto cat = category(c);
  return cat >= UTF8PROC_CATEGORY_LU && cat <= UTF8PROC_CATEGORY_LO;
}

bool is_wide_digit(char32_t c) { return category(c) == UTF8PROC_CATEGORY_ND; }

bool is_wide_upper(char32_t c) {
  const auto cat = category(c);
  return cat == UTF8PROC_CATEGORY_LU || cat == UTF8PROC_CATEGORY_LT;
}

bool is_wide_lower(char32_t c) { return category(c) == UTF8PROC_CATEGORY_LL; }

bool is_wide_space(char32_t c) {
  if (c == 0x85 || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x2028 || c == 0x2029) return true;
  return category(c) == UTF8PROC_CATEGORY_ZS;
}

bool is_wide_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3134F) ||
         c == 0x3005;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (c < 0x80)
      out += ascii_lower(static_cast<char>(c));
    else
      append_utf8(out, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  }
  return out;
}

std::string nfc(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return std::string(text);
  utf8proc_uint8_t* result = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result,
                                 static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
  if (size < 0) return sanitize_utf8(text);
  std::string out(reinterpret_cast<const char*>(result), static_cast<std::size_t>(size));
  std::free(result);
  return out;
}

// fold() and squash() write the ASCII text in front, nearly always all, in place; with one loop that only appends,
// reading a CV takes 4 % longer.
std::string fold(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t n = 0;
  std::size_t pos = 0;
  bool pending_blank = false;
  for (; pos < text.size() && static_cast<unsigned char>(text[pos]) < 0x80; ++pos) {
    const char kept = kWordBytes[static_cast<unsigned char>(text[pos])];
    if (kept == 0) {
      pending_blank = n > 0;
      continue;
    }
    if (pending_blank) out[n++] = ' ';
    pending_blank = false;
    out[n++] = kept;
  }
  out.resize(n);
  while (pos < text.size()) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte >= 0x80) {
      append_folded(out, next_code_point(text, pos), pending_blank);
      continue;
    }
    ++pos;
    const char kept = kWordBytes[byte];
    if (kept != 0 && pending_blank && !out.empty()) out += ' ';
    pending_blank = kept == 0;
    if (kept != 0) out += kept;
  }
  return out;
}

std::string squash(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t n = 0;
  std::size_t pos = 0;
  for (; pos < text.size() && static_cast<unsigned char>(text[pos]) < 0x80; ++pos)
    if (const char kept = kWordBytes[static_cast<unsigned char>(text[pos])]; kept != 0) out[n++] = kept;
  out.resize(n);
  while (pos < text.size()) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte >= 0x80)
      append_squashed(out, next_code_point(text, pos));
    else if (const char kept = kWordBytes[(++pos, byte)]; kept != 0)
      out += kept;
  }
  return out;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t next = begin;
    if (!is_space(next_code_point(text, next))) break;
    begin = next;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t start = end - 1;
    while (start > begin && is_continuation(text[start])) --start;
    std::size_t next = start;
    if (!is_space(next_code_point(text, next))) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    if (is_space(next_code_point(text, pos))) {
      pending = true;
      continue;
    }
    while (pos < text.size() && text[pos] > ' ' && text[pos] < 0x7f) ++pos;
    if (pending && !out.empty()) out += ' ';
    pending = false;
    out.append(text.substr(start, pos - start));
  }
  return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

std::vector<std::string_view> split_words(std::string_view text) {
  constexpr std::size_t kUsualLength = 6;
  std::vector<std::string_view> words;
  words.reserve(text.size() / kUsualLength + 2);
  std::size_t begin = std::string_view::npos;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte > ' ' && byte < 0x7f) {  // nearly always
      begin = std::min(begin, pos++);
      continue;
    }
    if (is_space(next_code_point(text, pos))) {
      if (begin != std::string_view::npos) words.push_back(text.substr(begin, start - begin));
      begin = std::string_view::npos;
    } else if (begin == std::string_view::npos) {
      begin = start;
    }
  }
  if (begin != std::string_view::npos) words.push_back(text.substr(begin));
  return words;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t end = begin;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    if (end == text.size()) {
      lines.push_back(text.substr(begin));
      break;
    }
    lines.push_back(text.substr(begin, end - begin));
    begin = end + (text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? 2 : 1);
  }
  return lines;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += separator;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t pos = text.find(from); pos != std::string::npos && !from.empty();
       pos = text.find(from, pos + to.size()))
    text.replace(pos, from.size(), to);
  return text;
}

bool starts_with_ignore_case(std::string_view text, std::string_view ascii_prefix) {
  return text.size() >= ascii_prefix.size() && equals_ignore_case(text.substr(0, ascii_prefix.size()), ascii_prefix);
}

bool equals_ignore_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::size_t utf8_length(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replace});
    }
  }
  return row[b.size()];
}

}  // namespace scholargraph
