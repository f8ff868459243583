// SPDX-License-Identifier: Apache-2.0
// What every reader promises, whatever the bytes: checked after each run.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.h"
#include "extract/format.h"

namespace scholargraph {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_block(const Block& block) {
  require(is_valid_utf8(block.text));
  require(is_valid_utf8(block.marker));
  require(!block.text.empty() && !block.lines.empty() && block.lines[0].begin == 0);
  for (const char c : block.text) require(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
  for (std::size_t i = 1; i < block.lines.size(); ++i) {
    require(block.lines[i].begin > block.lines[i - 1].begin && block.lines[i].begin <= block.text.size());
    require(block.text[block.lines[i].begin - 1] == '\n');
  }
  std::uint32_t last = 0;
  for (const auto& span : block.styles) {
    require(span.begin >= last && span.begin < span.end && span.end <= block.text.size());
    last = span.begin;
  }
}

inline int fuzz_reader(const DocumentFormat& format, const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  const double sure = format.sniff(bytes.substr(0, 1 << 16));
  require(sure >= 0 && sure <= 1);
  const LayoutDocument document = format.read({"fuzz", bytes}, diagnostics);
  for (const auto& block : document.blocks) check_block(block);
  for (const auto& field : document.meta) require(is_valid_utf8(field.value) && is_valid_utf8(field.key));
  return 0;
}

}  // namespace scholargraph
