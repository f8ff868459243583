// SPDX-License-Identifier: Apache-2.0
// Bytes that are not UTF-8: which of the old encodings they are in.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

struct LegacyText {
  std::string text;           ///< valid UTF-8
  std::string_view encoding;  ///< its usual name
};

/// Windows-1252 unless the bytes decode without error into the common characters of an East Asian encoding.
LegacyText decode_legacy(std::string_view bytes);

/// Windows-1252 (for a byte it leaves open: the control character of that number).
std::string decode_windows_1252(std::string_view bytes);

}  // namespace scholargraph
