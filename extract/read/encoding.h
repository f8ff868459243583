// SPDX-License-Identifier: Apache-2.0
// From the bytes of a text file to valid UTF-8 with '\n' line ends.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "extract/format.h"

namespace scholargraph {

/// Larger texts are refused: no CV is that long, and memory stays bounded.
inline constexpr std::size_t kMaxTextBytes = std::size_t{64} << 20;
/// Longer lines are cut here with a warning.
inline constexpr std::size_t kMaxLineBytes = std::size_t{1} << 20;

/// Whether these bytes are text in some encoding that decode_text() reads: no binary file.
bool looks_like_text(std::string_view head);

/// The first bytes of a file as UTF-8 for sniffing; no diagnostics, a sequence cut at the end is dropped.
std::string decode_head(std::string_view head);

/// Byte order marks decide; then UTF-16 shows by its zero bytes, UTF-8 by being well-formed; else the bytes are
/// read as an East Asian encoding when they decode cleanly into its common characters, else as Windows-1252.
/// Line ends become '\n' (every source line stays one line), zero bytes vanish, long lines are cut.
/// Returns an empty string, with a kError diagnostic, for input above kMaxTextBytes.
std::string decode_text(const InputFile& input, Diagnostics& diagnostics);

}  // namespace scholargraph
