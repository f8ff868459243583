// SPDX-License-Identifier: Apache-2.0
// Pieces of an entry that commas cut although they belong together, and pieces that only their neighbours explain.
#pragma once

#include <vector>

#include "extract/cv/entries_fragments.h"

namespace scholargraph {

/// Joins names that hold commas ("Center for Law, Justice, and Society", "University of California, Davis") and tells
/// towns by what stands beside them. Works on the pieces from `first` on, those of one line.
void join_pieces(std::vector<Fragment>& pieces, std::size_t first);

}  // namespace scholargraph
