// SPDX-License-Identifier: Apache-2.0
// Reads chosen elements out of XML records, whole documents or fragments of a large one, without building a document.
//
// Idea: as for JSON, the wanted paths form a trie that is followed beside expat. A path is matched wherever its first
// element occurs, so wrappers need not be named. Namespace prefixes are dropped. A leaf of the trie collects the text of
// all that stands below it, so that <title>On <i>n</i>-grams</title> reads "On n-grams". Labels, notes and identifiers
// that JATS puts in there are no text.
// External entities and DTDs are never fetched; the HTML character entities (&uuml;) are known without one; expat's limit
// stops entity bombs. After an error the record is skipped and reading goes on at the next record's start tag.
// Ordinary XML is read by a faster scanner of our own (xml_scanner.h), all other by expat.
// Cost: one pass; memory of the largest text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"

namespace scholargraph {

/// Stands in the text of a leaf where a part of an address begins, since often nothing else stands between two of them.
/// XML has no such character.
constexpr char kXmlPart = '\x1f';

struct XmlPath {
  std::string_view path;  ///< "paper/author/first"
  int field;
};

class XmlPaths {
 public:
  /// `records` are the names of the elements that are records: where reading goes on after an error and where blocks
  /// are cut. `mark_parts`: the texts of leaves have kXmlPart in them.
  XmlPaths(std::span<const XmlPath> paths, std::span<const std::string_view> records, bool mark_parts = false);

  static constexpr int kSkip = -1;
  static constexpr int kRoot = 0;
  struct Node {
    std::vector<std::pair<std::string, int>> children;
    int field = -1;
    [[nodiscard]] bool leaf() const { return children.empty(); }
  };
  /// The node of an element called `name` (without prefix) inside one that is at `above`. What is unknown at the root is
  /// a wrapper and stays there; a record is found by its name alone, for fragments that begin inside its parents.
  [[nodiscard]] int step(int above, std::string_view name) const;
  /// Does an element at `node` called `name` hold no text of the leaf it stands in?
  [[nodiscard]] static bool mutes(int node, std::string_view name);
  /// Is it a part that kXmlPart has to mark the beginning of?
  [[nodiscard]] bool begins_part(int node, std::string_view name) const;
  [[nodiscard]] const Node& node(int index) const { return nodes_[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::span<const std::string_view> records() const { return records_; }
  [[nodiscard]] bool is_record(int node) const;

 private:
  [[nodiscard]] int child(int node, std::string_view name) const;
  [[nodiscard]] int record(std::string_view name) const;

  std::vector<Node> nodes_;
  std::vector<std::pair<std::string_view, int>> record_nodes_;
  std::span<const std::string_view> records_;
  bool mark_parts_;
};

/// A start tag.
class XmlElement {
 public:
  virtual ~XmlElement() = default;
  /// The value of an attribute, valid while the element begins; empty when there is none. Prefixes of attribute names
  /// count ("xlink:href").
  [[nodiscard]] virtual std::string_view operator[](std::string_view name) const = 0;
  /// Counts line ends up to here, so ask for records only.
  [[nodiscard]] virtual std::uint64_t line() const = 0;
};

/// What a format does with the elements of its trie.
class XmlHandler {
 public:
  explicit XmlHandler(RecordSink& sink) : sink_(sink) {}
  virtual ~XmlHandler() = default;
  virtual void begin(int field, const XmlElement& element) = 0;
  /// `text` is that of a leaf, blanks as in the source; empty for inner nodes. Valid during the call.
  virtual void end(int field, std::string_view text) = 0;
  /// The record at hand is broken and will not end. True when one was at hand.
  virtual bool abandon() = 0;
  /// The key of the record at hand, for messages.
  [[nodiscard]] virtual std::string_view key() const { return builder_.paper.key; }
  void report_to(const BlockContext& context, Diagnostics& diagnostics) {
    path_ = context.path;
    diagnostics_ = &diagnostics;
  }

 protected:
  /// The record at hand lacks what names it, such as "a PMID".
  void skip_without(std::string_view key) {
    sink_.skip();
    if (diagnostics_) diagnostics_->push_back(keyless_diagnostic(path_, builder_.paper.line, key));
  }

  RecordSink& sink_;
  RecordBuilder builder_;

 private:
  std::string_view path_;
  Diagnostics* diagnostics_ = nullptr;
};

/// Parses `block`, which begins with a whole document's start (`context.first`) or with a record.
void walk_xml_records(std::string_view block, const BlockContext& context, const XmlPaths& paths, XmlHandler& handler,
                      RecordSink& sink, Diagnostics& diagnostics);

/// Offset of the next start tag of one of `records` at or behind `from`; npos if there is none.
std::size_t find_xml_record(std::string_view bytes, std::size_t from, std::span<const std::string_view> records);

/// Offset of the last start tag of one of `records`, if something stands before it; else 0.
std::size_t cut_before_xml_record(std::string_view bytes, std::span<const std::string_view> records);

/// The text of a character entity such as "uuml", empty when it is unknown.
std::string_view html_entity(std::string_view name);

/// Keeps the encoding that the XML declaration names, for blocks that do not begin with it.
void carry_xml_encoding(std::string_view block, std::string& carried);

/// True when `head` looks like XML whose first element is `root` (prefixes ignored).
bool xml_root_is(std::string_view head, std::string_view root);

}  // namespace scholargraph
