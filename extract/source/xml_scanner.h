// SPDX-License-Identifier: Apache-2.0
// Finds the wanted elements of ordinary XML several times faster than expat, and knows when to leave the rest to expat.
//
// Problem: expat's general machinery (encodings, entities, a call for every piece of text) costs more than all that is
// done with the few elements of a record that are wanted.
// Idea: a scanner that takes only what it is sure of: UTF-8 or ASCII without carriage returns, tags, attributes, text,
// comments, processing instructions, character references and entities, a DOCTYPE without an internal subset. At the
// slightest doubt - anything malformed, a CDATA section, a name that is not ASCII - it gives up as a whole, having told
// nobody anything, and expat reads the same bytes from their beginning. So every error text, every recovery and every
// rare construct stays expat's, and what the scanner accepts must only be a subset of what expat accepts, read alike
// (tests/unit/source/xml_scanner_test.cpp compares the two over mutated documents). That is why events are kept until
// the last byte is seen.
// First a pass over blocks of bytes that the compiler turns into vector code excludes control characters, bad UTF-8
// and "]]>"; then one goes from '<' to '<', following the trie of wanted paths.
// Stop rule: every step moves on, or the scan ends in doubt. Cost: two passes; memory of the wanted elements' events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/source/xml_walk.h"

namespace scholargraph {

/// What part of a document the bytes are.
enum class XmlPart {
  kWhole,      ///< from its first to its last byte
  kBeginning,  ///< from its first byte to the end of some record
  kFragment,   ///< some records and what stands between them: content without a root
};

struct XmlAttribute {
  std::string_view name;
  std::string_view value;  ///< entities decoded, blanks normalised
};

/// Start or end of a wanted element.
struct XmlEvent {
  std::size_t at;       ///< start: offset of its '<'; end: of its text
  std::uint32_t size;   ///< start: number of attributes; end: bytes of text
  std::uint32_t first;  ///< start: index of the first attribute
  int field;
  bool start;
  bool decoded;  ///< the text stands in XmlEvents::decoded, not in the scanned bytes
};

/// All wanted elements of some bytes, which must outlive this.
struct XmlEvents {
  std::vector<XmlEvent> events;
  std::vector<XmlAttribute> attributes;
  std::string decoded;             ///< texts that are not as they stand in the bytes
  std::deque<std::string> values;  ///< the same of attributes
};

/// The events that expat would give for `bytes`; nothing when that is not sure. `encoding` is that of a fragment, as
/// the document's beginning names it; empty: UTF-8.
std::optional<XmlEvents> scan_xml(std::string_view bytes, XmlPart part, const XmlPaths& paths,
                                  std::string_view encoding = {});

}  // namespace scholargraph
