// SPDX-License-Identifier: Apache-2.0
// The last guard before contact data reaches a disk. The readers mask it; what they miss is masked here.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// `text` with every e-mail address replaced by "[e-mail]". Returns `text` itself, without a copy, when it has none;
/// otherwise a view of `buffer`.
std::string_view mask_contacts(std::string_view text, std::string& buffer);

}  // namespace scholargraph
