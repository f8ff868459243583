// SPDX-License-Identifier: Apache-2.0
// Evidence as one short string, for formats without nested values.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph_stream.h"

namespace scholargraph {

/// "cv.md:12-14", "cv.pdf:p2:7", "papers.bib:kowalska21"; only the document when nothing more is known.
void append_place(std::string& out, const EvidenceView& evidence);

/// The places of one edge; reused from edge to edge.
class PlaceList {
 public:
  /// The strings live until the next call.
  std::span<const std::string_view> of(std::span<const EvidenceView> evidence);

 private:
  std::string text_;
  std::vector<std::size_t> ends_;
  std::vector<std::string_view> views_;
};

}  // namespace scholargraph
