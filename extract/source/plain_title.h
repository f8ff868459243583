// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// May `text` hold markup or character entities? If not, plain_title() would only copy it.
bool may_have_markup(std::string_view text);

/// A title or venue as dumps print it, without the tags of HTML, JATS and MathML and with character entities decoded, even
/// where they are escaped twice: "H<sub>2</sub>O &amp;amp; ice" -> "H2O & ice". What is no known tag ("<vector>", "a < b") and
/// no known entity ("AT&T") stays. Blanks are collapsed.
std::string plain_title(std::string_view text);

}  // namespace scholargraph
