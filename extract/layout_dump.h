// SPDX-License-Identifier: Apache-2.0
// A layout document as text for people who work on readers.
#pragma once

#include <string>

#include "extract/layout.h"

namespace scholargraph {

/// One paragraph for each block: a head line with kind, level, marker and gap, then every line with its place,
/// text ('\t' shown as "⇥", '+' before a line after a hard break) and the style spans that begin in it.
std::string dump_layout(const LayoutDocument& document);

}  // namespace scholargraph
