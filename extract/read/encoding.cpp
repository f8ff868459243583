// SPDX-License-Identifier: Apache-2.0
#include "extract/read/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"
#include "extract/read/legacy_encoding.h"

namespace scholargraph {

namespace {

enum class Encoding { kUtf8, kUtf16Le, kUtf16Be, kUtf32Le, kUtf32Be, kLegacy };

struct Detected {
  Encoding encoding;
  std::size_t skip;  ///< length of the byte order mark
};

bool has_prefix(std::string_view bytes, std::string_view prefix) { return bytes.substr(0, prefix.size()) == prefix; }

Detected detect_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  if (has_prefix(bytes, "\xEF\xBB\xBF"sv)) return {Encoding::kUtf8, 3};
  if (has_prefix(bytes, "\xFF\xFE\0\0"sv)) return {Encoding::kUtf32Le, 4};
  if (has_prefix(bytes, "\0\0\xFE\xFF"sv)) return {Encoding::kUtf32Be, 4};
  if (has_prefix(bytes, "\xFF\xFE"sv)) return {Encoding::kUtf16Le, 2};
  if (has_prefix(bytes, "\xFE\xFF"sv)) return {Encoding::kUtf16Be, 2};
  return {Encoding::kLegacy, 0};
}

/// UTF-16 without a mark: blanks, line ends and Latin letters put zero bytes into one half of the pairs only.
Detected detect_utf16(std::string_view bytes) {
  const auto head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++zeros[i % 2];
  const std::size_t pairs = head.size() / 2;
  if (pairs >= 4 && zeros[1] > pairs / 5 && zeros[0] * 20 < zeros[1]) return {Encoding::kUtf16Le, 0};
  if (pairs >= 4 && zeros[0] > pairs / 5 && zeros[1] * 20 < zeros[0]) return {Encoding::kUtf16Be, 0};
  return {Encoding::kLegacy, 0};
}

Detected detect(std::string_view bytes) {
  if (const auto marked = detect_mark(bytes); marked.skip > 0) return marked;
  if (const auto wide = detect_utf16(bytes); wide.encoding != Encoding::kLegacy) return wide;
  return {is_valid_utf8(bytes) ? Encoding::kUtf8 : Encoding::kLegacy, 0};
}

std::string from_wide(std::string_view bytes, std::size_t width, bool little) {
  const auto unit = [&](std::size_t at) {
    char32_t value = 0;
    for (std::size_t i = 0; i < width; ++i)
      value |= static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * (little ? i : width - 1 - i));
    return value;
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at + width <= bytes.size(); at += width) {
    char32_t c = unit(at);
    if (width == 2 && c >= 0xD800 && c < 0xDC00 && at + 4 <= bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    append_utf8(out, c);
  }
  return out;
}

/// UTF-8 with some damage, rather than another encoding: well-formed sequences outnumber the bad bytes.
bool mostly_utf8(std::string_view bytes) {
  std::size_t bad = 0;
  std::size_t good = 0;
  for (std::size_t pos = 0; pos < bytes.size();) {
    const bool ascii = static_cast<unsigned char>(bytes[pos]) < 0x80;
    const std::size_t start = pos;
    next_code_point(bytes, pos);
    if (ascii) continue;
    ++(pos - start > 1 ? good : bad);
  }
  return good > 3 * bad;
}

std::string from_bytes(std::string_view bytes, const InputFile& input, Diagnostics* diagnostics) {
  const auto note = [&](std::string message, std::string hint, Severity severity) {
    if (diagnostics) diagnostics->push_back({input.path, 0, 0, std::move(message), std::move(hint), severity});
  };
  if (mostly_utf8(bytes)) {
    std::size_t replaced = 0;
    std::string text = sanitize_utf8(bytes, &replaced);
    note("expected UTF-8, found " + std::to_string(replaced) + " malformed bytes; they read as U+FFFD",
         "save the file as UTF-8", Severity::kWarning);
    return text;
  }
  LegacyText legacy = decode_legacy(bytes);
  note("read as " + std::string(legacy.encoding), "save the file as UTF-8 if characters look wrong", Severity::kNote);
  return std::move(legacy.text);
}

std::string to_utf8(std::string_view bytes, const InputFile& input, Diagnostics* diagnostics) {
  const auto [encoding, skip] = detect(bytes);
  bytes.remove_prefix(skip);
  switch (encoding) {
    case Encoding::kUtf16Le: return from_wide(bytes, 2, true);
    case Encoding::kUtf16Be: return from_wide(bytes, 2, false);
    case Encoding::kUtf32Le: return from_wide(bytes, 4, true);
    case Encoding::kUtf32Be: return from_wide(bytes, 4, false);
    case Encoding::kUtf8:
      if (is_valid_utf8(bytes)) return std::string(bytes);
      [[fallthrough]];
    case Encoding::kLegacy: break;
  }
  return from_bytes(bytes, input, diagnostics);
}

/// One line of `text` without its end; cut at a code point if it is too long.
std::string_view bounded_line(std::string_view line, int number, const InputFile& input, Diagnostics& diagnostics) {
  if (line.size() <= kMaxLineBytes) return line;
  std::size_t end = kMaxLineBytes;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  diagnostics.push_back({input.path, number, 0,
                         "line of " + std::to_string(line.size()) + " bytes cut after " + std::to_string(end),
                         "break the line into paragraphs", Severity::kWarning});
  return line.substr(0, end);
}

std::string with_plain_line_ends(std::string_view text, const InputFile& input, Diagnostics& diagnostics) {
  std::string out;
  out.reserve(text.size() + 1);
  int number = 1;
  for (std::size_t pos = 0; pos < text.size(); ++number) {
    const std::size_t end = std::min(text.find_first_of("\r\n", pos), text.size());
    out += bounded_line(text.substr(pos, end - pos), number, input, diagnostics);
    if (end < text.size()) out += '\n';
    pos = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  std::erase(out, '\0');
  return out;
}

bool is_odd_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x0B && byte != 0x1B;
}

}  // namespace

bool looks_like_text(std::string_view head) {
  const auto [encoding, skip] = detect(head.substr(0, 4096));
  if (encoding != Encoding::kLegacy && (encoding != Encoding::kUtf8 || skip > 0)) return true;
  const auto odd = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), is_odd_control));
  return odd * 50 <= head.size();
}

std::string decode_head(std::string_view head) {
  for (int i = 0; i < 3 && !head.empty() && (static_cast<unsigned char>(head.back()) & 0xC0) == 0x80; ++i)
    head.remove_suffix(1);
  if (!head.empty() && static_cast<unsigned char>(head.back()) >= 0xC0) head.remove_suffix(1);
  return to_utf8(head, InputFile{}, nullptr);
}

std::string decode_text(const InputFile& input, Diagnostics& diagnostics) {
  if (input.bytes.size() > kMaxTextBytes) {
    diagnostics.push_back({input.path, 0, 0,
                           "expected a text of at most " + std::to_string(kMaxTextBytes >> 20) + " MB, found " +
                               std::to_string(input.bytes.size() >> 20) + " MB",
                           "split the file", Severity::kError});
    return {};
  }
  return with_plain_line_ends(to_utf8(input.bytes, input, &diagnostics), input, diagnostics);
}

}  // namespace scholargraph
