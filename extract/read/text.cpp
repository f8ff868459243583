// SPDX-License-Identifier: Apache-2.0
// Plain text. Blank lines, rules and form feeds part blocks; a line keeps its column; wide runs of blanks are gaps.
// What a line means is left to later stages, except what print makes plain: list markers and underlined headings.
#include <algorithm>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/read/encoding.h"
#include "extract/read/layout_builder.h"
#include "extract/read/list_marker.h"
#include "extract/read/page_furniture.h"
#include "extract/read/readers.h"
#include "extract/read/wrap_width.h"

namespace scholargraph {

namespace {

constexpr int kTabWidth = 8;
constexpr std::string_view kSoftHyphen = "\u00AD";

struct SourceLine {
  std::string_view text;  ///< without blanks at both ends
  int left = 0;           ///< column of its first character, from 0
  bool page_break = false;
};

SourceLine measure(std::string_view raw) {
  SourceLine line;
  line.page_break = raw.find('\f') != std::string_view::npos;
  std::size_t pos = 0;
  while (pos < raw.size()) {
    std::size_t next = pos;
    const char32_t c = next_code_point(raw, next);
    if (!is_space(c)) break;
    line.left = c == U'\t' ? (line.left / kTabWidth + 1) * kTabWidth : c == U'\f' ? 0 : line.left + 1;
    pos = next;
  }
  line.text = trim(raw.substr(pos));
  return line;
}

/// A line of at least three equal signs, dashes or the like and nothing else; `sign` says of which.
bool is_rule(std::string_view text, char& sign) {
  if (text.size() < 3) return false;
  sign = text[0];
  if (std::string_view("=-_*~#+.").find(sign) == std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return c == sign || c == ' '; });
}

/// Lower case, so rather the rest of a sentence or address than a beginning.
bool is_lower_start(std::string_view text) {
  std::size_t pos = 0;
  return is_lower(next_code_point(text, pos));
}

class TextReader {
 public:
  explicit TextReader(std::string_view text) {
    for (const auto raw : split(text, '\n')) lines_.push_back(measure(raw));
    std::vector<std::string_view> trimmed;
    for (const auto& line : lines_) trimmed.push_back(line.text);
    wrap_width_ = wrap_width(trimmed);
    furniture_ = find_page_furniture(trimmed);
  }

  LayoutDocument read() {
    for (index_ = 0; index_ < lines_.size(); ++index_)
      if (!furniture_[index_]) read_line(lines_[index_]);
    return builder_.take();
  }

 private:
  void read_line(const SourceLine& line) {
    char sign = 0;
    if (line.page_break) end_paragraph();
    if (line.text.empty() || is_rule(line.text, sign)) {
      end_paragraph();
      return;
    }
    builder_.set_line(static_cast<int>(index_) + 1);
    builder_.set_left(static_cast<float>(line.left + 1));
    if (read_underlined(line)) return;
    if (const auto marker = list_marker(line.text, line.left > 0); starts_item(marker, line))
      open_item(marker, line);
    else
      add_line(line);
    previous_length_ = line.text.size();
  }

  void end_paragraph() {
    builder_.close();
    builder_.blank_line();
  }

  bool read_underlined(const SourceLine& line) {
    char sign = 0;
    if (index_ + 1 >= lines_.size() || builder_.is_open() || line.text.size() > 100) return false;
    const auto& next = lines_[index_ + 1].text;
    if (!is_rule(next, sign) || (sign != '=' && sign != '-' && sign != '~') || next.find(' ') != next.npos) return false;
    if (next.size() * 2 < line.text.size() || next.size() > line.text.size() * 3 + 3) return false;
    if (is_rule(line.text, sign)) return false;
    builder_.open(BlockKind::kHeading, next[0] == '=' ? 1 : 2);
    write(line.text);
    builder_.close();
    forget_items();
    ++index_;
    return true;
  }

  /// Inside a running paragraph a number opens an item only if it continues a count, a dash only among dashes.
  bool starts_item(const ListMarker& marker, const SourceLine& line) const {
    if (marker.kind == MarkerKind::kNone) return false;
    if (!builder_.is_open()) return true;
    const bool in_list = !item_lefts_.empty() && builder_.block().kind == BlockKind::kListItem;
    if (marker.kind == MarkerKind::kNumber) {
      const bool counts = marker.number == last_number_ + 1 || (last_number_ > 0 && marker.number == last_number_ - 1);
      return (last_number_ > 0 && counts) || (marker.number == 1 && !is_full(previous_length_));
    }
    const bool dash = marker.text == "–" || marker.text == "—" || marker.text == "+" || marker.text == "−";
    return !dash || (in_list && marker.text == last_bullet_) || line.left > 0;
  }

  void open_item(const ListMarker& marker, const SourceLine& line) {
    while (!item_lefts_.empty() && item_lefts_.back() >= line.left) item_lefts_.pop_back();
    item_lefts_.push_back(line.left);
    builder_.open(BlockKind::kListItem, static_cast<int>(std::min<std::size_t>(item_lefts_.size(), 9)), marker.text);
    if (marker.kind == MarkerKind::kNumber) last_number_ = marker.number;
    if (marker.kind == MarkerKind::kBullet) last_bullet_ = std::string(marker.text);
    write(line.text.substr(marker.length));
  }

  bool is_full(std::size_t length) const { return wrap_width_ > 0 && length * 10 >= wrap_width_ * 7; }

  void add_line(const SourceLine& line) {
    const bool item = builder_.is_open() && builder_.block().kind == BlockKind::kListItem;
    if (item && line.left <= item_lefts_.back() && !is_full(previous_length_) && !is_lower_start(line.text))
      builder_.close();
    if (!builder_.is_open()) {
      if (!item_lefts_.empty() && line.left <= item_lefts_.front()) item_lefts_.clear();
      builder_.open(BlockKind::kParagraph);
    }
    if (joins_next_) {
      const std::size_t end = std::min(line.text.find(' '), line.text.size());
      builder_.text(line.text.substr(0, end));
      joins_next_ = false;
      builder_.soft_break();
      write(trim(line.text.substr(end)));
      return;
    }
    builder_.soft_break();
    write(line.text);
  }

  void forget_items() {
    item_lefts_.clear();
    last_number_ = 0;
    last_bullet_.clear();
  }

  /// A soft hyphen at the line's end parts a word; inside a line it stands for a hyphen.
  void write(std::string_view text) {
    joins_next_ = text.size() > kSoftHyphen.size() && text.substr(text.size() - kSoftHyphen.size()) == kSoftHyphen &&
                  index_ + 1 < lines_.size() && !lines_[index_ + 1].text.empty();
    if (joins_next_) text.remove_suffix(kSoftHyphen.size());
    if (text.find(kSoftHyphen) != text.npos)
      write_gaps(replace_all(std::string(text), kSoftHyphen, "-"));
    else
      write_gaps(text);
  }

  void write_gaps(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t blank = std::min(text.find_first_of(" \t", pos), text.size());
      builder_.text(text.substr(pos, blank - pos));
      pos = std::min(text.find_first_not_of(" \t", blank), text.size());
      if (pos == text.size()) break;
      if (pos - blank >= 3 || text.substr(blank, pos - blank).find('\t') != text.npos)
        builder_.gap();
      else
        builder_.text(" ");
    }
  }

  std::vector<SourceLine> lines_;
  std::vector<bool> furniture_;
  LayoutBuilder builder_;
  std::size_t index_ = 0;
  std::size_t wrap_width_ = 0;
  std::size_t previous_length_ = 0;
  std::vector<int> item_lefts_;  ///< columns of the open items, outermost first
  int last_number_ = 0;
  std::string last_bullet_;
  bool joins_next_ = false;
};

double sniff_text(std::string_view head) { return looks_like_text(head) ? 0.3 : 0; }

LayoutDocument read_text(const InputFile& input, Diagnostics& diagnostics) {
  const std::string text = decode_text(input, diagnostics);
  return TextReader(text).read();
}

}  // namespace

const DocumentFormat kTextFormat = {"text", "plain text", {".txt", ".text"}, sniff_text, read_text};

}  // namespace scholargraph
