// SPDX-License-Identifier: Apache-2.0
// Reads chosen fields out of a stream of JSON records without building a document.
//
// Problem: a dump record has hundreds of values of which a dozen matter. Idea: the wanted paths form a trie; RapidJSON's
// in-situ SAX parser runs over the bytes, and the walker follows the trie beside it, so that a value that lies outside
// costs one comparison. Records may stand one on a line, in an array, or inside the wrapper object of an API answer.
// A bad record is skipped: reading goes on at the next line that begins with '{'. The parser is iterative: nesting of any
// depth uses heap, not stack, and values nested deeper than kMaxJsonDepth are refused.
// Cost: one pass over the bytes; memory of the deepest nesting.
#pragma once

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
  [[nodiscard]] int child(int node, std::string_view key) const;
  [[nodiscard]] int element(int node) const { return node < 0 ? kNone : nodes_[static_cast<std::size_t>(node)].element; }
  [[nodiscard]] int field(int node) const { return nodes_[static_cast<std::size_t>(node)].field; }

 private:
  struct Node {
    std::vector<std::pair<std::string, int>> children;
    int element = kNone;
    int field = kNone;
  };
  /// The node `path` leads to, made where missing; its last step goes to `target` when that is a node.
  int make(std::string_view path, int target);

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

/// Where the next record of a broken stream begins: behind the next line end that '{' follows; npos if nowhere.
std::size_t next_json_record(std::string_view bytes, std::size_t from);

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
  JsonLines lines(block, context.first_line);
  std::size_t pos = 0;
  handler.report_to(context, diagnostics);
  for (;;) {
    const std::size_t before = pos;
    pos = block.find_first_not_of(" \t\r\n,[]\xef\xbb\xbf", pos);
    // Behind a list that began in an earlier block stands the rest of its answer page.
    const std::string_view passed = std::string_view(block).substr(before, pos - before);
    if (pos != std::string::npos && block[pos] != '{' && passed.find(']') != std::string_view::npos)
      pos = next_json_record(block, pos);
    if (pos == std::string::npos) return;
    const std::size_t start = pos;
    const std::uint64_t line = lines.at(start);
    handler.begin_stream_value(line);
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
    pos = next_json_record(block, start + 1);
    if (pos == std::string::npos) return;
  }
}

}  // namespace scholargraph
