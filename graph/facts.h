// SPDX-License-Identifier: Apache-2.0
// What one place says for one edge. Included by graph/*.cpp only.
#pragma once

#include <vector>

#include "model/corpus.h"
#include "model/resolution.h"

namespace scholargraph {

/// Source and target are numbers of entities. Absent strings are invalid.
struct Fact {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  EvidenceId evidence;
  StringId role;
  StringId detail;
  StringId note;
  StringId place;  ///< the unit, or where
  float weight = 1;
  float confidence = 1;
  std::int16_t start = 0;
  std::int16_t end = 0;
  std::uint16_t position = 0;
  std::uint8_t start_month = 0;
  std::uint8_t end_month = 0;
  bool present = false;
};

/// All facts for the edges of one kind, in corpus order; loops are left out.
std::vector<Fact> collect_facts(const Corpus& corpus, const Resolution& resolution, EdgeKind kind);

}  // namespace scholargraph
