// SPDX-License-Identifier: Apache-2.0
#include "extract/source/xml_walk.h"

#include <expat.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <memory>

#include "base/bytes.h"
#include "base/text.h"
#include "extract/source/xml_scanner.h"

namespace scholargraph {

namespace {

constexpr std::string_view kFragmentOpen = "<sg-fragment>";
constexpr std::string_view kFragmentClose = "</sg-fragment>";
/// Inside a leaf these of JATS are no text of it: what names an institution to machines, the number of an affiliation,
/// the mark of a note, the members of a group.
constexpr std::string_view kMuted[] = {"institution-id", "label", "xref", "contrib-group"};
/// The parts of an address in JATS.
constexpr std::string_view kParts[] = {"institution", "addr-line", "city", "state", "postal-code", "country"};
constexpr std::size_t kMaxDepth = 1000;

std::string_view local_name(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon ? colon + 1 : name;
}

bool ends_name(char c) { return c == ' ' || c == '>' || c == '\n' || c == '\t' || c == '\r' || c == '/'; }

/// Is there a start tag of one of `records` at bytes[at] == '<'?
bool is_record_tag(std::string_view bytes, std::size_t at, std::span<const std::string_view> records) {
  std::string_view tag = bytes.substr(at + 1, 80);
  const std::size_t colon = tag.find(':');
  const std::size_t end = static_cast<std::size_t>(std::find_if(tag.begin(), tag.end(), ends_name) - tag.begin());
  if (colon < end) tag.remove_prefix(colon + 1);
  return std::any_of(records.begin(), records.end(), [&](std::string_view name) {
    return tag.starts_with(name) && tag.size() > name.size() && ends_name(tag[name.size()]);
  });
}

/// Behind the last end tag of a record; `bytes.size()` if there is none.
std::size_t end_of_records(std::string_view bytes, std::span<const std::string_view> records) {
  for (std::size_t at = bytes.rfind("</"); at != std::string_view::npos && at > 0; at = bytes.rfind("</", at - 1)) {
    const std::size_t close = bytes.find('>', at);
    if (close == std::string_view::npos) return bytes.size();
    std::string_view name = trim(bytes.substr(at + 2, close - at - 2));
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    if (std::find(records.begin(), records.end(), name) != records.end()) {
      // What follows must be the end of the file's root, else a record is cut off and expat shall say so.
      const bool closed = bytes.find('<', close) == std::string_view::npos || bytes.substr(bytes.find('<', close), 2) == "</";
      return closed ? close + 1 : bytes.size();
    }
  }
  return bytes.size();
}

/// As expat gives it: attribute names and values in turn.
class ExpatElement final : public XmlElement {
 public:
  ExpatElement(XML_Parser parser, const char** attributes, std::uint64_t first_line)
      : parser_(parser), attributes_(attributes), first_line_(first_line) {}
  [[nodiscard]] std::string_view operator[](std::string_view name) const override {
    for (const char** at = attributes_; *at; at += 2)
      if (name == at[0]) return at[1];
    return {};
  }
  [[nodiscard]] std::uint64_t line() const override { return first_line_ + XML_GetCurrentLineNumber(parser_) - 1; }

 private:
  XML_Parser parser_;
  const char** attributes_;
  std::uint64_t first_line_;
};

/// Gives what the scanner found to a handler.
class Replay final : public XmlElement {
 public:
  Replay(std::string_view bytes, const XmlEvents& found, std::uint64_t first_line)
      : bytes_(bytes), found_(found), line_(first_line) {}

  void run(XmlHandler& handler) {
    for (const XmlEvent& event : found_.events) {
      event_ = &event;
      if (event.start)
        handler.begin(event.field, *this);
      else
        handler.end(event.field, (event.decoded ? found_.decoded : bytes_).substr(event.at, event.size));
    }
  }
  [[nodiscard]] std::string_view operator[](std::string_view name) const override {
    for (std::size_t i = event_->first; i < event_->first + event_->size; ++i)
      if (found_.attributes[i].name == name) return found_.attributes[i].value;
    return {};
  }
  [[nodiscard]] std::uint64_t line() const override {
    line_ += count_byte(bytes_.substr(counted_, event_->at - counted_), '\n');
    counted_ = event_->at;
    return line_;
  }

 private:
  std::string_view bytes_;
  const XmlEvents& found_;
  const XmlEvent* event_ = nullptr;
  mutable std::uint64_t line_;
  mutable std::size_t counted_ = 0;  ///< line_ is that of this offset
};

/// One run of expat over a part of a block.
class Walk {
 public:
  Walk(const XmlPaths& paths, XmlHandler& handler, std::uint64_t first_line, const char* encoding)
      : paths_(paths), handler_(handler), first_line_(first_line), parser_(XML_ParserCreate(encoding), XML_ParserFree) {
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser_.get(), on_text);
    XML_SetSkippedEntityHandler(parser_.get(), on_entity);
    XML_UseForeignDTD(parser_.get(), XML_TRUE);
    nodes_.push_back(XmlPaths::kRoot);
  }

  bool feed(std::string_view bytes, bool last) {
    constexpr std::size_t kStep = std::size_t{1} << 26;
    do {
      const std::size_t n = std::min(bytes.size(), kStep);
      const bool end = last && n == bytes.size();
      if (XML_Parse(parser_.get(), bytes.data(), static_cast<int>(n), end) != XML_STATUS_OK) return false;
      bytes.remove_prefix(n);
    } while (!bytes.empty());
    return true;
  }

  /// What was fed ends inside a record.
  [[nodiscard]] bool in_record() const {
    return std::any_of(nodes_.begin(), nodes_.end(), [&](int node) { return paths_.is_record(node); });
  }
  [[nodiscard]] std::uint64_t line() const { return first_line_ + XML_GetCurrentLineNumber(parser_.get()) - 1; }
  [[nodiscard]] int column() const { return static_cast<int>(XML_GetCurrentColumnNumber(parser_.get())) + 1; }
  [[nodiscard]] std::size_t position() const {
    return static_cast<std::size_t>(std::max<XML_Index>(0, XML_GetCurrentByteIndex(parser_.get())));
  }
  /// An end tag whose start tag does not stand in this part.
  [[nodiscard]] bool mismatched() const { return XML_GetErrorCode(parser_.get()) == XML_ERROR_TAG_MISMATCH; }
  [[nodiscard]] std::string error() const {
    if (too_deep_) return "elements nested deeper than " + std::to_string(kMaxDepth) + " levels";
    return XML_ErrorString(XML_GetErrorCode(parser_.get()));
  }

 private:
  static void on_start(void* self, const char* name, const char** attributes) {
    static_cast<Walk*>(self)->start(local_name(name), attributes);
  }
  static void on_end(void* self, const char*) { static_cast<Walk*>(self)->finish(); }
  static void on_text(void* self, const char* text, int size) {
    Walk& walk = *static_cast<Walk*>(self);
    if (!walk.texts_.empty() && walk.muted_ == 0) walk.text_.append(text, static_cast<std::size_t>(size));
  }
  static void on_entity(void* self, const char* name, int parameter) {
    Walk& walk = *static_cast<Walk*>(self);
    if (!parameter && !walk.texts_.empty() && walk.muted_ == 0) walk.text_ += html_entity(name);
  }

  void start(std::string_view name, const char** attributes) {
    if (nodes_.size() > kMaxDepth) {
      too_deep_ = true;
      XML_StopParser(parser_.get(), XML_FALSE);
      return;
    }
    const int node = paths_.step(nodes_.back(), name);
    nodes_.push_back(node);
    if (!texts_.empty()) {
      if (muted_ > 0 || XmlPaths::mutes(node, name)) ++muted_;
      if (muted_ == 0 && paths_.begins_part(node, name)) text_ += kXmlPart;
    }
    if (node <= XmlPaths::kRoot) return;
    const XmlPaths::Node& place = paths_.node(node);
    if (place.leaf()) texts_.push_back(text_.size());
    if (place.field >= 0) handler_.begin(place.field, ExpatElement(parser_.get(), attributes, first_line_));
  }

  void finish() {
    const int node = nodes_.back();
    nodes_.pop_back();
    if (muted_ > 0) --muted_;
    if (node <= XmlPaths::kRoot) return;
    const XmlPaths::Node& place = paths_.node(node);
    std::string_view text;
    if (place.leaf()) text = std::string_view(text_).substr(texts_.back());
    if (place.field >= 0) handler_.end(place.field, text);
    if (!place.leaf()) return;
    texts_.pop_back();
    if (texts_.empty()) text_.clear();
  }

  const XmlPaths& paths_;
  XmlHandler& handler_;
  std::uint64_t first_line_;
  std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
  std::vector<int> nodes_;
  std::vector<std::size_t> texts_;  ///< where the text of each open leaf begins
  std::string text_;
  int muted_ = 0;  ///< open elements from one of kMuted on
  bool too_deep_ = false;
};

void report(const BlockContext& context, const Walk& walk, XmlHandler& handler, RecordSink& sink,
            Diagnostics& diagnostics, bool fragment) {
  Diagnostic diagnostic;
  diagnostic.file = context.path;
  diagnostic.line = static_cast<int>(walk.line());
  diagnostic.column = walk.column();
  const std::string key(handler.key());
  diagnostic.message = "expected well-formed XML, found: " + walk.error();
  const bool record = handler.abandon();
  // Between the records of a fragment stand end tags of what holds them.
  if (!record && fragment && walk.mismatched()) return;
  if (record) sink.skip();
  diagnostic.hint = record ? "record " + key + " was skipped" : "reading goes on at the next record";
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace

XmlPaths::XmlPaths(std::span<const XmlPath> paths, std::span<const std::string_view> records, bool mark_parts)
    : nodes_(1), records_(records), mark_parts_(mark_parts) {
  for (const XmlPath& path : paths) {
    int node = kRoot;
    for (const std::string_view name : split(path.path, '/')) {
      int next = child(node, name);
      if (next == kSkip) {
        next = static_cast<int>(nodes_.size());
        nodes_[static_cast<std::size_t>(node)].children.emplace_back(name, next);
        nodes_.emplace_back();
      }
      node = next;
    }
    nodes_[static_cast<std::size_t>(node)].field = path.field;
    const std::string_view last = path.path.substr(path.path.rfind('/') + 1);
    if (const auto found = std::find(records.begin(), records.end(), last); found != records.end())
      record_nodes_.emplace_back(*found, node);
  }
}

int XmlPaths::child(int node, std::string_view name) const {
  for (const auto& [child_name, index] : nodes_[static_cast<std::size_t>(node)].children)
    if (child_name == name) return index;
  return kSkip;
}

int XmlPaths::step(int above, std::string_view name) const {
  if (above == kSkip) return kSkip;
  const int node = child(above, name);
  if (node != kSkip || above != kRoot) return node;
  const int record_node = record(name);
  return record_node == kSkip ? kRoot : record_node;
}

bool XmlPaths::is_record(int node) const {
  return std::any_of(record_nodes_.begin(), record_nodes_.end(), [&](const auto& known) { return known.second == node; });
}

bool XmlPaths::mutes(int node, std::string_view name) {
  return node == kSkip && std::find(std::begin(kMuted), std::end(kMuted), name) != std::end(kMuted);
}

bool XmlPaths::begins_part(int node, std::string_view name) const {
  return mark_parts_ && node == kSkip && std::find(std::begin(kParts), std::end(kParts), name) != std::end(kParts);
}

int XmlPaths::record(std::string_view name) const {
  for (const auto& [record_name, index] : record_nodes_)
    if (record_name == name) return index;
  return kSkip;
}

void walk_xml_records(std::string_view block, const BlockContext& context, const XmlPaths& paths, XmlHandler& handler,
                      RecordSink& sink, Diagnostics& diagnostics) {
  const char* encoding = context.carried.empty() ? nullptr : context.carried.data();
  std::size_t begin = 0;
  bool fragment = !context.first;
  // Only once, so that a block full of errors is not scanned again behind each of them.
  bool scan = !context.cautious;
  handler.report_to(context, diagnostics);
  while (begin < block.size()) {
    if (fragment) begin = find_xml_record(block, begin, paths.records());
    if (begin == std::string_view::npos) return;
    const std::uint64_t lines = count_byte(block.substr(0, begin), '\n');
    // The last record's end tag ends a fragment: the root's end tag behind it has no start tag here.
    std::string_view part = block.substr(begin);
    const std::size_t close = end_of_records(part, paths.records());
    const bool whole = !fragment && trim(part.substr(close)).starts_with("</");
    if (!whole && (fragment || close < part.size())) part = part.substr(0, close);
    const XmlPart kind = fragment ? XmlPart::kFragment : whole ? XmlPart::kWhole : XmlPart::kBeginning;
    if (const auto found = scan ? scan_xml(part, kind, paths, fragment ? context.carried : std::string_view{}) : std::nullopt)
      return Replay(part, *found, context.first_line + lines).run(handler);
    scan = false;
    const std::string declared(context.carried);
    Walk walk(paths, handler, context.first_line + lines, fragment && encoding ? declared.c_str() : nullptr);
    const bool fine = fragment ? walk.feed(kFragmentOpen, false) && walk.feed(part, false) && walk.feed(kFragmentClose, true)
                               : walk.feed(part, whole) && (whole || !walk.in_record() || walk.feed({}, true));
    if (fine) return;
    report(context, walk, handler, sink, diagnostics, fragment);
    const std::size_t offset = walk.position() - std::min(walk.position(), fragment ? kFragmentOpen.size() : 0);
    begin += std::max<std::size_t>(1, std::min(offset, part.size()));
    fragment = true;
  }
}

std::size_t find_xml_record(std::string_view bytes, std::size_t from, std::span<const std::string_view> records) {
  for (std::size_t at = bytes.find('<', from); at != std::string_view::npos; at = bytes.find('<', at + 1))
    if (is_record_tag(bytes, at, records)) return at;
  return std::string_view::npos;
}

std::size_t cut_before_xml_record(std::string_view bytes, std::span<const std::string_view> records) {
  for (std::size_t at = bytes.rfind('<'); at != std::string_view::npos && at > 0; at = bytes.rfind('<', at - 1))
    if (is_record_tag(bytes, at, records)) return at;
  return 0;
}

void carry_xml_encoding(std::string_view block, std::string& carried) {
  if (!carried.empty() || !block.substr(0, 10).starts_with("<?xml")) return;
  const std::string_view head = block.substr(0, std::min<std::size_t>(block.find("?>"), 200));
  const std::size_t at = head.find("encoding=");
  if (at == std::string_view::npos || at + 11 > head.size()) return;
  const std::size_t end = head.find(head[at + 9], at + 10);
  if (end != std::string_view::npos) carried = head.substr(at + 10, end - at - 10);
}

bool xml_root_is(std::string_view head, std::string_view root) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  head = trim(head);
  if (!head.starts_with('<')) return false;
  const std::string_view name[] = {root};
  for (std::size_t at = 0; at != std::string_view::npos && at < head.size(); at = head.find('<', at + 1)) {
    if (head.substr(at, 4) == "<!--") {
      at = head.find("-->", at);
      if (at == std::string_view::npos) return false;
      continue;
    }
    if (head.substr(at, 2) == "<?" || head.substr(at, 2) == "<!") continue;
    return is_record_tag(head, at, name);
  }
  return false;
}

}  // namespace scholargraph
