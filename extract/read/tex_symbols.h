// SPDX-License-Identifier: Apache-2.0
// The table behind tex_symbol().
#pragma once

#include <string_view>
#include <unordered_map>

namespace scholargraph {

const std::unordered_map<std::string_view, std::string_view>& tex_symbols();

}  // namespace scholargraph
