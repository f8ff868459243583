// SPDX-License-Identifier: Apache-2.0
// The identifiers of institutions (ROR, GRID, ISNI, Ringgold) in the affiliations of JATS articles.
#pragma once

#include <string_view>

#include "extract/source/source_format.h"

namespace scholargraph {

/// Hands over every institution of `block` that is printed with identifiers, once for each article. What is broken is
/// passed over in silence: who reads the articles reports it.
void add_jats_institutions(std::string_view block, const BlockContext& context, RecordSink& sink);

}  // namespace scholargraph
