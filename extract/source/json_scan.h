// SPDX-License-Identifier: Apache-2.0
// Where the tokens of strict JSON end.
//
// Problem: nine tenths of a dump record are values that nobody asked for, and a parser that tells every string and
// number of them to a handler spends most of its time on what is thrown away. Idea: a scanner that accepts a subset of
// the JSON grammar and only finds ends: strings sixteen bytes at a time, values with one loop and a list of open
// brackets. It is never lenient and never explains: whatever it does not know for good gives nullptr, and the caller
// asks RapidJSON. Cost: one pass over the bytes, no memory.
//
// All functions take pointers into bytes of which *end is '\0', and return nullptr when in doubt.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace scholargraph {

/// Values nested deeper than this are in doubt.
inline constexpr int kMaxScannedDepth = 100;

inline bool is_json_blank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

inline const char* skip_json_blanks(const char* p) {
  while (is_json_blank(*p)) ++p;
  return p;
}

/// The first byte in [p, end) that ends or interrupts the text of a string: '"', '\\', a control character; else `end`.
inline const char* end_of_plain_text(const char* p, const char* end) {
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"'), backslash = _mm_set1_epi8('\\'), control = _mm_set1_epi8(0x1f);
  for (; end - p >= 16; p += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const __m128i special = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, quote), _mm_cmpeq_epi8(bytes, backslash)),
                                         _mm_cmpeq_epi8(_mm_min_epu8(bytes, control), bytes));
    if (const int mask = _mm_movemask_epi8(special); mask != 0) return p + __builtin_ctz(static_cast<unsigned>(mask));
  }
#endif
  while (p < end && *p != '"' && *p != '\\' && static_cast<unsigned char>(*p) >= 0x20) ++p;
  return p;
}

/// Goes on at a byte of a string that is not plain, over every escape; the closing quote.
const char* end_of_escaped_text(const char* p, const char* end);

/// The closing quote of the string whose text begins at `p`; `escaped`: the text holds escapes.
inline const char* end_of_json_text(const char* p, const char* end, bool& escaped) {
  p = end_of_plain_text(p, end);
  escaped = *p != '"';
  return escaped ? end_of_escaped_text(p, end) : p;
}

/// Without its escapes. REQUIRES: `text` was passed by end_of_json_text().
std::string unescape_json(std::string_view text);

/// Behind the number that begins at `p`; `integer` is set when it has neither fraction nor exponent.
const char* end_of_json_number(const char* p, bool& integer);

/// Behind "true", "false" or "null", whichever begins at `p`.
const char* end_of_json_word(const char* p, const char* end);

/// Behind the whole value that begins at `p`.
const char* end_of_json_value(const char* p, const char* end);

}  // namespace scholargraph
