// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// The text with e-mail addresses, phone numbers and postal codes after street names replaced by "[masked]".
std::string mask_contact_data(std::string_view text);

}  // namespace scholargraph
