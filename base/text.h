// SPDX-License-Identifier: Apache-2.0
// UTF-8 text: decoding, folding, trimming, splitting. Every function takes valid UTF-8 unless it says otherwise.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Decodes the code point at `pos` and moves `pos` past it. A malformed byte yields U+FFFD and moves by one.
/// REQUIRES: pos < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& pos);

/// ASCII only, any other byte is none of them; unlike <cctype> they know no locale and are inlined.
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || is_ascii_upper(c); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Appends the UTF-8 form of `c` (U+FFFD for surrogates and values above U+10FFFF).
void append_utf8(std::string& out, char32_t c);

/// `bytes` with every malformed sequence replaced by U+FFFD; `*replaced` (if given) grows by their number.
std::string sanitize_utf8(std::string_view bytes, std::size_t* replaced = nullptr);
bool is_valid_utf8(std::string_view bytes);

/// Unicode general categories, from utf8proc.
inline bool is_letter(char32_t c);
inline bool is_digit(char32_t c);
inline bool is_upper(char32_t c);
inline bool is_lower(char32_t c);
inline bool is_space(char32_t c);  ///< White_Space, also no-break and zero-width blanks
inline bool is_cjk(char32_t c);    ///< Han, Hiragana, Katakana, Hangul

std::string to_lower(std::string_view text);
std::string nfc(std::string_view text);

/// Case folded, accents stripped, letters and digits of any script kept, everything else one blank; trimmed.
/// "Müller-Łoś, J." -> "muller los j". Two names are equal for a human when their folds are.
std::string fold(std::string_view text);

/// fold() without blanks.
std::string squash(std::string_view text);

std::string_view trim(std::string_view text);  ///< ASCII and Unicode blanks at both ends
std::string collapse_spaces(std::string_view text);  ///< runs of blanks and line ends to one blank, trimmed
std::vector<std::string_view> split(std::string_view text, char separator);
std::vector<std::string_view> split_words(std::string_view text);  ///< at runs of blanks, no empty words
std::vector<std::string_view> split_lines(std::string_view text);  ///< at \n, \r\n or \r
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string replace_all(std::string text, std::string_view from, std::string_view to);

bool starts_with_ignore_case(std::string_view text, std::string_view ascii_prefix);
bool equals_ignore_case(std::string_view a, std::string_view b);  ///< ASCII only

/// Number of code points.
std::size_t utf8_length(std::string_view text);

/// Edit distance (insert, delete, replace) over bytes; used for "did you mean".
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The parts that are not inlined. REQUIRES: text[pos], or c, is no ASCII character.
char32_t next_wide_code_point(std::string_view text, std::size_t& pos);
bool is_wide_letter(char32_t c);
bool is_wide_digit(char32_t c);
bool is_wide_upper(char32_t c);
bool is_wide_lower(char32_t c);
bool is_wide_space(char32_t c);
bool is_wide_cjk(char32_t c);

inline char32_t next_code_point(std::string_view text, std::size_t& pos) {
  const auto byte = static_cast<unsigned char>(text[pos]);
  if (byte >= 0x80) return next_wide_code_point(text, pos);
  ++pos;
  return byte;
}

inline bool is_letter(char32_t c) { return c < 0x80 ? is_ascii_letter(static_cast<char>(c)) : is_wide_letter(c); }
inline bool is_digit(char32_t c) { return c < 0x80 ? is_ascii_digit(static_cast<char>(c)) : is_wide_digit(c); }
inline bool is_upper(char32_t c) { return c < 0x80 ? is_ascii_upper(static_cast<char>(c)) : is_wide_upper(c); }
inline bool is_lower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : is_wide_lower(c); }
inline bool is_space(char32_t c) { return c < 0x80 ? c == ' ' || (c >= 9 && c <= 13) : is_wide_space(c); }
inline bool is_cjk(char32_t c) { return c >= 0x3005 && is_wide_cjk(c); }

}  // namespace scholargraph
