// SPDX-License-Identifier: Apache-2.0
// From the parts of a citation to clean fields.
#pragma once

#include <string_view>

#include "extract/cv/citation.h"
#include "extract/cv/citation_model.h"

namespace scholargraph {

/// REQUIRES: one part for each atom; the atoms were cut from `text`.
Citation citation_fields(std::string_view text, const CitationAtoms& atoms, const CitationParts& parts);

/// Without quotes, brackets, full stops and markers around it.
std::string clean_title(std::string_view text);

}  // namespace scholargraph
