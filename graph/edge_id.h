// SPDX-License-Identifier: Apache-2.0
// The id of an edge says what it is, so nobody needs to keep it.
#pragma once

#include <string>
#include <string_view>

#include "graph/schema.h"

namespace scholargraph {

/// Replaces `out` by "AUTHORED|person:…|paper:…": EdgeView::id of every GraphSource.
inline void make_edge_id(std::string& out, EdgeKind kind, std::string_view source, std::string_view target) {
  out.assign(edge_info(kind).name).append("|").append(source).append("|").append(target);
}

}  // namespace scholargraph
