// SPDX-License-Identifier: Apache-2.0
// Reads chosen fields out of a stream of JSON records without building a document.
//
// Problem: a dump record has hundreds of values of which a dozen matter. Idea: the wanted paths form a trie. A record is
// read along the trie by a scanner that knows only where strict JSON ends (extract/source/json_scan.h) and passes over whole
// values that lie outside. Whatever is in doubt - an error, odd numbers, deep nesting, a wrapper around records - is read
// again from its first byte by RapidJSON's in-situ SAX parser with the walker beside it, which alone decides what is an
// error. Records may stand one on a line, in an array, or inside the wrapper object of an API answer.
// A bad record is skipped: reading goes on at the next line that begins with '{'. The parser is iterative: nesting of any
// depth uses heap, not stack, and values nested deeper than kMaxJsonDepth are refused.
// Cost: one pass over the bytes; memory of the deepest nesting.
#pragma once

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <deque>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/source/json_scan.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"

namespace scholargraph {

inline constexpr int kMaxJsonDepth = 200;

/// A wanted place such as "authorships[].author.id"; `field` is the number the handler is called with. "" is the
/// record itself. Objects and arrays with a field get begin() and end().
struct JsonPath {
  std::string_view path;
  int field;
};

/// The wanted paths as a trie.
class JsonPaths {
 public:
  /// `wrappers` are paths below which whole records stand: "results[]", "message.items[]".
  JsonPaths(std::span<const JsonPath> paths, std::span<const std::string_view> wrappers);

  static constexpr int kNone = -1;
  [[nodiscard]] int child(int node, std::string_view key) const {
    if (node < 0) return kNone;
    const Node& from = nodes_[static_cast<std::size_t>(node)];
    const std::size_t length = std::min(key.size(), kLongestKey);
    for (std::size_t i = from.of_length[length]; i < from.of_length[length + 1]; ++i)
      if (from.children[i].first == key) return from.children[i].second;
    return kNone;
  }
  [[nodiscard]] int element(int node) const { return node < 0 ? kNone : nodes_[static_cast<std::size_t>(node)].element; }
  [[nodiscard]] int field(int node) const { return nodes_[static_cast<std::size_t>(node)].field; }

 private:
  static constexpr std::size_t kLongestKey = 64;  ///< longer ones are told apart by comparison alone
  struct Node {
    std::vector<std::pair<std::string, int>> children;           ///< by length
    std::array<std::uint16_t, kLongestKey + 2> of_length = {};  ///< where the children of each length begin
    int element = kNone;
    int field = kNone;
  };
  /// The node `path` leads to, made where missing; its last step goes to `target` when that is a node.
  int make(std::string_view path, int target);
  void sort_children();

  std::vector<Node> nodes_;
};

/// Follows the trie while RapidJSON reads. `Handler` has:
///   void begin(int field), void end(int field);  objects and arrays
///   void text(int field, std::string_view value); strings; the bytes stay valid until the block goes away
///   void number(int field, std::int64_t value);   numbers without fraction, true (1) and false (0)
template <class Handler>
class JsonWalker : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonWalker<Handler>> {
 public:
  /// `line` tells the line that is being read.
  JsonWalker(const JsonPaths& paths, Handler& handler, std::function<std::uint64_t()> line)
      : paths_(paths), handler_(handler), line_(std::move(line)) {}

  bool too_deep() const { return depth_ > kMaxJsonDepth; }
  /// Inside a list of whole records, between two of them.
  bool between_records() const {
    return skipped_ == 0 && !frames_.empty() && frames_.back().array && paths_.element(frames_.back().node) == 0;
  }

  bool Null() { return true; }
  bool Bool(bool value) { return integer(value ? 1 : 0); }
  bool Int(int value) { return integer(value); }
  bool Uint(unsigned value) { return integer(value); }
  bool Int64(std::int64_t value) { return integer(value); }
  bool Uint64(std::uint64_t value) { return integer(static_cast<std::int64_t>(value)); }
  bool Double(double) { return true; }
  bool String(const char* text, rapidjson::SizeType size, bool) {
    if (const int node = value_node(); node >= 0 && paths_.field(node) >= 0)
      handler_.text(paths_.field(node), {text, size});
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    if (skipped_ == 0) key_node_ = paths_.child(frames_.back().node, {text, size});
    return true;
  }
  bool StartObject() { return start(false); }
  bool StartArray() { return start(true); }
  bool EndObject(rapidjson::SizeType) { return finish(); }
  bool EndArray(rapidjson::SizeType) { return finish(); }

 private:
  struct Frame {
    int node;
    bool array;
  };

  int value_node() const {
    if (skipped_ > 0) return JsonPaths::kNone;
    if (frames_.empty()) return 0;
    return frames_.back().array ? paths_.element(frames_.back().node) : key_node_;
  }
  bool integer(std::int64_t value) {
    if (const int node = value_node(); node >= 0 && paths_.field(node) >= 0) handler_.number(paths_.field(node), value);
    return true;
  }
  bool start(bool array) {
    if (++depth_ > kMaxJsonDepth) return false;
    const int node = value_node();
    if (node < 0) {
      ++skipped_;
      return true;
    }
    if (node == 0 && !frames_.empty()) handler_.begin_stream_value(line_());
    if (paths_.field(node) >= 0) handler_.begin(paths_.field(node));
    if (array && paths_.element(node) == 0) handler_.begin_list();
    frames_.push_back({node, array});
    return true;
  }
  bool finish() {
    --depth_;
    if (skipped_ > 0) {
      --skipped_;
      return true;
    }
    const int node = frames_.back().node;
    frames_.pop_back();
    if (paths_.field(node) >= 0) handler_.end(paths_.field(node));
    return true;
  }

  const JsonPaths& paths_;
  Handler& handler_;
  std::function<std::uint64_t()> line_;
  std::vector<Frame> frames_;
  int key_node_ = JsonPaths::kNone;
  int skipped_ = 0;
  int depth_ = 0;
};

/// Reads one record of strict JSON along the trie, with the same calls that JsonWalker makes. Gives up on everything else;
/// the handler has then heard a part of the record, but never the end of it.
template <class Handler>
class JsonRecordReader {
 public:
  JsonRecordReader(const JsonPaths& paths, Handler& handler, const std::string& block)
      : paths_(paths), handler_(handler), end_(block.data() + block.size()) {}

  /// Behind the record whose '{' is at `p`; nullptr when RapidJSON has to read it.
  const char* read(const char* p) { return object(p, 0); }

 private:
  static constexpr int kRecordNode = 0;

  const char* value(const char* p, int node) {
    p = skip_json_blanks(p);
    if (node < 0) return end_of_json_value(p, end_);
    switch (*p) {
      case '{': return object(p, node);
      case '[': return array(p, node);
      case '"': return text(p, node);
      case 't':
      case 'f':
      case 'n': return word(p, node);
      default: return number(p, node);
    }
  }

  const char* object(const char* p, int node) {
    const int field = paths_.field(node);
    if (field >= 0) handler_.begin(field);
    p = skip_json_blanks(p + 1);
    while (*p != '}') {
      std::string_view key;
      if (*p != '"' || !(p = string(p, key))) return nullptr;
      p = skip_json_blanks(p);
      const int child = paths_.child(node, key);
      if (*p != ':' || child == kRecordNode || !(p = value(p + 1, child))) return nullptr;
      if (!(p = next_member(p, '}'))) return nullptr;
    }
    if (field >= 0) handler_.end(field);
    return p + 1;
  }

  const char* array(const char* p, int node) {
    const int field = paths_.field(node), element = paths_.element(node);
    if (element == kRecordNode) return nullptr;
    if (field >= 0) handler_.begin(field);
    p = skip_json_blanks(p + 1);
    while (*p != ']') {
      if (!(p = value(p, element)) || !(p = next_member(p, ']'))) return nullptr;
    }
    if (field >= 0) handler_.end(field);
    return p + 1;
  }

  /// At the closing bracket, or at what stands behind the comma, which no closing bracket may.
  static const char* next_member(const char* p, char closing) {
    p = skip_json_blanks(p);
    if (*p == closing) return p;
    if (*p != ',') return nullptr;
    p = skip_json_blanks(p + 1);
    return *p == closing ? nullptr : p;
  }

  const char* string(const char* p, std::string_view& value) {
    bool escaped = false;
    const char* const close = end_of_json_text(p + 1, end_, escaped);
    if (!close) return nullptr;
    value = {p + 1, static_cast<std::size_t>(close - p - 1)};
    if (escaped) value = unescaped_.emplace_back(unescape_json(value));
    return close + 1;
  }

  const char* text(const char* p, int node) {
    std::string_view value;
    p = string(p, value);
    if (p && paths_.field(node) >= 0) handler_.text(paths_.field(node), value);
    return p;
  }

  const char* word(const char* p, int node) {
    if (*p != 'n' && paths_.field(node) >= 0) handler_.number(paths_.field(node), *p == 't' ? 1 : 0);
    return end_of_json_word(p, end_);
  }

  const char* number(const char* p, int node) {
    bool integer = false;
    const char* const behind = end_of_json_number(p, integer);
    if (!behind || !integer || paths_.field(node) < 0) return behind;
    std::int64_t value = 0;
    std::from_chars(p, behind, value);
    handler_.number(paths_.field(node), value);
    return behind;
  }

  const JsonPaths& paths_;
  Handler& handler_;
  const char* end_;
  std::deque<std::string> unescaped_;  ///< what the handler may hold views of until the block goes away
};

/// Does an object or array begin within the first bytes, behind at most a byte order mark and blanks?
bool begins_as_json(std::string_view head);

/// Cuts before the last line that begins with '{'.
std::size_t cut_before_json_record(std::string_view bytes);

/// The diagnostic for a record that could not be read.
Diagnostic json_diagnostic(std::string_view path, std::uint64_t line, const rapidjson::ParseResult& result,
                           bool too_deep);

/// Where the lines of a block are, noted before in-situ parsing puts line ends of its own into strings.
class JsonLines {
 public:
  JsonLines(std::string_view bytes, std::uint64_t first_line);
  /// The number of the line that bytes[offset] stands in. Offsets never decrease from call to call.
  std::uint64_t at(std::size_t offset);
  /// Where the next record of a broken stream begins: behind the next line end, at or behind `from`, that '{' follows in
  /// `bytes`; npos if nowhere. REQUIRES: the bytes this was made from, perhaps parsed since.
  [[nodiscard]] std::size_t next_record(std::string_view bytes, std::size_t from) const;

 private:
  std::vector<std::size_t> ends_;
  std::size_t passed_ = 0;
  std::uint64_t first_line_;
};

/// What the handlers share: the builder, the line of the record, and which of the nested "" fields is the outermost.
/// A derived handler calls open_record() in begin() and close_record() in end() of the field of "".
class JsonRecordHandler {
 public:
  explicit JsonRecordHandler(RecordSink& sink) : sink_(sink) {}
  void begin_stream_value(std::uint64_t line) { line_ = line; }
  void abandon() { depth_ = 0; }
  void number(int, std::int64_t) {}
  /// The wrapper at hand holds a list of records and is none itself.
  void begin_list() { filled_ = 0; }
  void report_to(const BlockContext& context, Diagnostics& diagnostics) {
    path_ = context.path;
    diagnostics_ = &diagnostics;
  }

 protected:
  /// The record at hand lacks what names it, such as "a DOI".
  void skip_without(std::string_view key) {
    sink_.skip();
    if (diagnostics_) diagnostics_->push_back(keyless_diagnostic(path_, builder_.paper.line, key));
  }
  void open_record() {
    ++depth_;
    filled_ = depth_;
    builder_.reset();
    builder_.paper.line = line_;
  }
  /// False for the wrapper around records that were handed over already.
  bool close_record() { return depth_ > 0 && filled_ == depth_--; }

  RecordSink& sink_;
  RecordBuilder builder_;

 private:
  std::string_view path_;
  Diagnostics* diagnostics_ = nullptr;
  std::uint64_t line_ = 0;
  int depth_ = 0;
  int filled_ = 0;  ///< the depth of the record that builder_ holds
};

/// Reads every record of the block. A broken record is reported and counted by `sink.skip()`; handler.abandon() is
/// called first.
template <class Handler>
void walk_json_records(std::string& block, const BlockContext& context, const JsonPaths& paths, Handler& handler,
                       RecordSink& sink, Diagnostics& diagnostics) {
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag |
                              rapidjson::kParseIterativeFlag | rapidjson::kParseNanAndInfFlag;
  rapidjson::Reader reader;
  JsonRecordReader<Handler> fast(paths, handler, block);
  JsonLines lines(block, context.first_line);
  std::size_t pos = 0;
  handler.report_to(context, diagnostics);
  for (;;) {
    const std::size_t before = pos;
    pos = block.find_first_not_of(" \t\r\n,[]\xef\xbb\xbf", pos);
    // Behind a list that began in an earlier block stands the rest of its answer page.
    const std::string_view passed = std::string_view(block).substr(before, pos - before);
    if (pos != std::string::npos && block[pos] != '{' && passed.find(']') != std::string_view::npos)
      pos = lines.next_record(block, pos);
    if (pos == std::string::npos) return;
    const std::size_t start = pos;
    const std::uint64_t line = lines.at(start);
    handler.begin_stream_value(line);
    if (block[pos] == '{' && !context.cautious) {
      if (const char* const behind = fast.read(block.data() + pos)) {
        pos = static_cast<std::size_t>(behind - block.data());
        continue;
      }
      handler.abandon();
    }
    rapidjson::InsituStringStream stream(block.data() + pos);
    JsonWalker<Handler> walker(paths, handler, [&] { return lines.at(start + stream.Tell()); });
    const auto result = reader.template Parse<kFlags>(stream, walker);
    if (!result.IsError()) {
      pos = start + stream.Tell();
      continue;
    }
    handler.abandon();
    // The list of an answer page goes on in the next block.
    if (walker.between_records() && start + result.Offset() >= block.size()) return;
    sink.skip();
    diagnostics.push_back(json_diagnostic(context.path, line, result, walker.too_deep()));
    pos = lines.next_record(block, start + 1);
    if (pos == std::string::npos) return;
  }
}

}  // namespace scholargraph
