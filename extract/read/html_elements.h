// SPDX-License-Identifier: Apache-2.0
// What the tags of HTML mean for layout, and small questions to a gumbo tree.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace scholargraph {

enum class ElementRole : std::uint8_t {
  kInline,     ///< part of the running text
  kSkip,       ///< not shown, or no content: script, style, button
  kContainer,  ///< a block without space around it: div, section
  kParagraph,  ///< a block set apart: p, blockquote
  kHeading,
  kList,
  kItem,
  kRow,
  kCell,
  kTable,
  kDefinitions,
  kTerm,
  kDefinition,
  kBreak,
  kRule,
  kPreformatted,
};

ElementRole element_role(GumboTag tag);

/// An or of Style that the tag alone switches on.
std::uint8_t element_styles(GumboTag tag);

/// Value of an attribute; empty when it is not there.
std::string_view attribute(const GumboElement& element, const char* name);

bool has_attribute(const GumboElement& element, const char* name);

/// A menu: a nav element, or one whose class, id or role says so, whose text is mostly links.
bool is_menu(const GumboNode& node);

/// The text below a node, without bound on its form; at most `limit` bytes.
std::string inner_text(const GumboNode& node, std::size_t limit);

const GumboVector* children_of(const GumboNode& node);

}  // namespace scholargraph
