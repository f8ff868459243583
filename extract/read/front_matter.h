// SPDX-License-Identifier: Apache-2.0
// The YAML (---) or TOML (+++) head of a Markdown file.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/read/layout_builder.h"

namespace scholargraph {

/// If `lines` begin with a head, adds its values as meta fields (nested keys joined by '.', every element of a list
/// under the key of the list) and returns how many lines it takes; else 0. A subset of YAML: nested maps and lists
/// by indentation, plain, quoted and block scalars, lists in brackets.
std::size_t read_front_matter(const std::vector<std::string_view>& lines, LayoutBuilder& builder);

}  // namespace scholargraph
