// SPDX-License-Identifier: Apache-2.0
// What a position is called: the words of its role, and where else in an entry they may stand.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/cv/entries_rows.h"

namespace scholargraph {

/// The text of `role`, one of `fragments`, with what the same cell of its line adds to it: a second role, and, when the
/// institution `place` stands elsewhere, the subject ("Visiting Professor, risk analysis") or what a head is head of
/// ("Chair, Department of Ice").
std::string full_role(const std::vector<Fragment>& fragments, const Fragment& role,
                      const std::optional<NamedPlace>& place);

/// `role` without the name of `place` behind "for": what an engineer worked for is no part of the role.
std::string role_text(const std::string& role, const std::optional<NamedPlace>& place);

/// The unknown name beside `place` on `line`: a role of which no word is known. Neither a town nor, in lists of visits,
/// the person visited. Empty when there is none.
std::string unknown_role(const std::vector<Fragment>& fragments, const NamedPlace& place, int line, SectionKind kind);

/// A piece of the line is a sentence: "My unusual way shows that I have always done what I ...".
bool tells_sentence(const std::vector<Fragment>& fragments, int line);

/// The role that the lines of `entry` below `line` tell: "Worked as a founding member of X, which ...", or a first
/// sentence that is nothing but a role. Empty when there is none.
std::string described_role(const CvText& text, const Entry& entry, int line);

}  // namespace scholargraph
