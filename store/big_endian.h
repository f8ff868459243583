// SPDX-License-Identifier: Apache-2.0
// Numbers as SQLite files hold them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace scholargraph {

inline std::uint32_t get_big_endian(const unsigned char* at) {
  return (std::uint32_t{at[0]} << 24) | (std::uint32_t{at[1]} << 16) | (std::uint32_t{at[2]} << 8) | at[3];
}

inline void put_big_endian(unsigned char* at, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<unsigned char>(value >> (24 - 8 * i));
}

inline void put_big_endian_16(unsigned char* at, std::size_t value) {
  at[0] = static_cast<unsigned char>(value >> 8);
  at[1] = static_cast<unsigned char>(value);
}

/// All eight bytes are written, whatever `bytes` is: the lowest `bytes` ones of the value, then some that do not matter.
inline void put_big_endian_64(unsigned char* at, std::uint64_t value, std::size_t bytes) {
  static_assert(std::endian::native == std::endian::little);
  const std::uint64_t turned = __builtin_bswap64(value << (64 - 8 * bytes));
  std::memcpy(at, &turned, sizeof turned);
}

/// Seven bits a byte, the high ones first; nine bytes at most. Returns the number of bytes written to `at`.
inline std::size_t put_varint(unsigned char* at, std::uint64_t value) {
  if (value < 0x80) {
    *at = static_cast<unsigned char>(value);
    return 1;
  }
  if (value >> 56 != 0) {
    at[8] = static_cast<unsigned char>(value);
    value >>= 8;
    for (int i = 7; i >= 0; --i, value >>= 7) at[i] = static_cast<unsigned char>(value | 0x80);
    return 9;
  }
  std::size_t size = 1;
  for (std::uint64_t rest = value >> 7; rest != 0; rest >>= 7) ++size;
  for (std::size_t i = size; i-- > 0; value >>= 7)
    at[i] = static_cast<unsigned char>((value & 0x7f) | (i + 1 == size ? 0 : 0x80));
  return size;
}

}  // namespace scholargraph
