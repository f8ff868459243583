// SPDX-License-Identifier: Apache-2.0
// Searches over bytes, sixteen at a time where the machine can.
#pragma once

#include <cstddef>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace scholargraph {

/// How often `byte` stands in `bytes`.
inline std::size_t count_byte(std::string_view bytes, char byte) {
  const char *p = bytes.data(), *const end = p + bytes.size();
  std::size_t count = 0;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8(byte);
  while (end - p >= 16) {
    __m128i counts = _mm_setzero_si128();  // sixteen counters, emptied before one can overflow
    for (int round = 0; round < 255 && end - p >= 16; ++round, p += 16) {
      const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
      counts = _mm_sub_epi8(counts, _mm_cmpeq_epi8(here, wanted));
    }
    const __m128i sums = _mm_sad_epu8(counts, _mm_setzero_si128());
    count += static_cast<std::size_t>(_mm_cvtsi128_si32(sums)) +
             static_cast<std::size_t>(_mm_cvtsi128_si32(_mm_srli_si128(sums, 8)));
  }
#endif
  for (; p < end; ++p) count += *p == byte ? 1 : 0;
  return count;
}

/// Where the first of the two bytes stands at or behind `from`; bytes.size() if nowhere.
inline std::size_t find_either(std::string_view bytes, char a, char b, std::size_t from) {
  const char *p = bytes.data() + from, *const end = bytes.data() + bytes.size();
#if defined(__SSE2__)
  const __m128i as = _mm_set1_epi8(a), bs = _mm_set1_epi8(b);
  for (; end - p >= 16; p += 16) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const int hits = _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(here, as), _mm_cmpeq_epi8(here, bs)));
    if (hits != 0)
      return static_cast<std::size_t>(p - bytes.data()) +
             static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(hits)));
  }
#endif
  while (p < end && *p != a && *p != b) ++p;
  return static_cast<std::size_t>(p - bytes.data());
}

}  // namespace scholargraph
