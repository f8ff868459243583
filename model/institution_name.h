// SPDX-License-Identifier: Apache-2.0
// Names of institutions as people print them: units in front, acronyms beside, "The" before.
#pragma once

#include <string>
#include <string_view>

namespace scholargraph {

/// "Department of Physics, University of Y (UY), Springfield" -> unit "Department of Physics", name "University of Y",
/// acronym "UY". A campus stays with its system: "Department of Physics, University of California, Davis". Without a
/// recognised unit, `name` is the text without the acronym. All as printed.
struct InstitutionName {
  std::string unit;
  std::string name;
  std::string acronym;  ///< from brackets after the name, letters and digits, when it fits the name's initials
};
InstitutionName split_institution(std::string_view text);

/// True for "Department of …", "School of …", "… Lab": a part of something larger.
bool is_institution_unit(std::string_view name);

/// True for "University of California" and "Davis": `institution` is a system of universities, and `next`, printed
/// behind it, says which one; it is no state, country, unit or town of the one that bears the bare name.
bool names_campus(std::string_view institution, std::string_view next);

/// Equal keys mean the same institution: folded, without "the", "of", "at", "in", "for", "and" and legal forms
/// ("Inc", "GmbH"). Empty for text without letters or digits.
std::string institution_key(std::string_view name);

}  // namespace scholargraph
