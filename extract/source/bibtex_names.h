// SPDX-License-Identifier: Apache-2.0
// BibTeX's rules for lists of names: " and " between people, "First von Last", "von Last, First", "von Last, Jr, First",
// braces that hold together, and BibLaTeX's "family=…, given=…". Source: Oren Patashnik, "BibTeXing" (1988), section 4.
#pragma once

#include <string_view>

#include "extract/source/record_builder.h"

namespace scholargraph {

/// Appends the people of `field` (TeX as written) to `builder` as authors or editors. "others" is nobody.
void add_bibtex_people(std::string_view field, bool editors, RecordBuilder& builder);

}  // namespace scholargraph
