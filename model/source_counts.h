// SPDX-License-Identifier: Apache-2.0
// What came out of one document or one bibliographic source, by kind of record.
#pragma once

#include <cstdint>

namespace scholargraph {

/// read == papers + volumes + people + institutions + venues + others + skipped.
struct SourceCounts {
  std::uint64_t papers = 0;
  std::uint64_t volumes = 0;
  std::uint64_t authors = 0;  ///< authorships of papers
  std::uint64_t editors = 0;  ///< editorships of papers and volumes
  std::uint64_t people = 0;
  std::uint64_t institutions = 0;
  std::uint64_t venues = 0;
  std::uint64_t others = 0;
  std::uint64_t skipped = 0;

  [[nodiscard]] std::uint64_t kept() const { return papers + volumes + people + institutions + venues + others; }
  SourceCounts& operator+=(const SourceCounts& other);
};

}  // namespace scholargraph
