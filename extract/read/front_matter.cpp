// SPDX-License-Identifier: Apache-2.0
#include "extract/read/front_matter.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxLines = 2000;
constexpr std::size_t kMaxDepth = 8;

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(" \t"), line.size()); }

/// Where the key of "key: value" ends; npos when the line is none. Quoted keys are not keys here.
std::size_t key_end(std::string_view text, char separator) {
  std::size_t pos = 0;
  while (pos < text.size() && text[pos] != separator) {
    const char c = text[pos];
    const bool key_char = (static_cast<unsigned char>(c) >= 0x80) || std::isalnum(static_cast<unsigned char>(c)) ||
                          c == '_' || c == '-' || c == '.' || c == ' ' || c == '/';
    if (!key_char) return text.npos;
    ++pos;
  }
  if (pos == 0 || pos == text.size()) return text.npos;
  if (separator == ':' && pos + 1 < text.size() && text[pos + 1] != ' ' && text[pos + 1] != '\t') return text.npos;
  return pos;
}

std::string scalar(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0]) {
    std::string inner(text.substr(1, text.size() - 2));
    return text[0] == '"' ? replace_all(replace_all(inner, "\\\"", "\""), "\\n", " ") : replace_all(inner, "''", "'");
  }
  const std::size_t comment = text.find(" #");
  if (comment != text.npos) text = trim(text.substr(0, comment));
  if (text == "|" || text == ">" || text == "|-" || text == ">-" || text == "~" || text == "null") return {};
  return std::string(text);
}

class FrontMatter {
 public:
  FrontMatter(LayoutBuilder& builder, char separator) : builder_(builder), separator_(separator) {}

  void read_line(std::string_view line, int number) {
    const std::size_t indent = indent_of(line);
    std::string_view text = trim(line);
    if (text.empty() || text[0] == '#') return;
    while (!open_.empty() && open_.back().indent >= indent + (is_element(text) ? 1 : 0)) open_.pop_back();
    std::size_t inner = indent;
    if (is_element(text)) {
      text = trim(text.substr(1));
      inner += 2;
    }
    const std::size_t end = key_end(text, separator_);
    if (end == text.npos) return add_value(path(), text, number);
    const std::string key = to_lower(trim(text.substr(0, end)));
    const auto value = trim(text.substr(end + 1));
    const std::string parent = path();
    if (open_.size() < kMaxDepth) open_.push_back({inner, key});
    add_value(parent.empty() ? key : parent + "." + key, value, number);
  }

 private:
  struct Level {
    std::size_t indent;
    std::string key;
  };

  static bool is_element(std::string_view text) { return text.size() > 1 && text[0] == '-' && text[1] == ' '; }

  std::string path() const {
    std::string out;
    for (const auto& level : open_) out += (out.empty() ? "" : ".") + level.key;
    return out;
  }

  void add_value(const std::string& key, std::string_view text, int number) {
    if (key.empty()) return;
    if (text.size() >= 2 && text[0] == '[' && text.back() == ']') {
      for (const auto part : split(text.substr(1, text.size() - 2), ',')) builder_.meta(key, scalar(part), number);
      return;
    }
    builder_.meta(key, scalar(text), number);
  }

  LayoutBuilder& builder_;
  char separator_;
  std::vector<Level> open_;
};

}  // namespace

std::size_t read_front_matter(const std::vector<std::string_view>& lines, LayoutBuilder& builder) {
  std::size_t begin = 0;
  while (begin < lines.size() && trim(lines[begin]).empty()) ++begin;
  if (begin == lines.size()) return 0;
  const std::string_view fence = trim(lines[begin]);
  if (fence != "---" && fence != "+++") return 0;
  const char separator = fence == "---" ? ':' : '=';
  std::size_t end = begin + 1;
  bool keys = false;
  while (end < lines.size() && end < kMaxLines && trim(lines[end]) != fence && trim(lines[end]) != "...") {
    keys = keys || key_end(trim(lines[end]), separator) != std::string_view::npos;
    ++end;
  }
  if (end == lines.size() || end == kMaxLines || (!keys && end > begin + 1)) return 0;
  FrontMatter reader(builder, separator);
  for (std::size_t i = begin + 1; i < end; ++i) reader.read_line(lines[i], static_cast<int>(i) + 1);
  return end + 1;
}

}  // namespace scholargraph
