// SPDX-License-Identifier: Apache-2.0
// Identifiers in their bare form, whatever address or prefix stands before them.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// "https://doi.org/10.1/AB" with scheme "doi" -> "10.1/ab"; "https://orcid.org/0000-…" -> "0000-…";
/// "arXiv:2101.00001v2" -> "2101.00001"; others trimmed. Empty when nothing usable is left.
std::string bare_identifier(std::string_view scheme, std::string_view value);

/// True for schemes that reach a person ("email", "phone"): they never enter the corpus.
bool is_contact_scheme(std::string_view scheme);

}  // namespace scholargraph
