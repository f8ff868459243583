// SPDX-License-Identifier: Apache-2.0
#include "extract/read/layout_builder.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace scholargraph {

namespace {

/// Characters that leave no trace in print: zero-width marks, soft hyphens, C1 controls, specials.
bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F) ||
         (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xFFF9 && c <= 0xFFFB);
}

bool is_plain(char c) { return c > ' ' && c < 0x7F; }

}  // namespace

void LayoutBuilder::open(BlockKind kind, int level, std::string_view marker) {
  close();
  block_ = Block{};
  block_.kind = kind;
  block_.level = level;
  block_.marker = std::string(marker);
  block_.gap_before = gap_before_;
  gap_before_ = false;
  open_ = true;
}

void LayoutBuilder::close() {
  if (!open_) return;
  for (auto& style : styles_) {
    write_span(style);
    style.begin = kNotYet;
  }
  pending_ = Pending::kNothing;
  cells_ = 0;
  open_ = false;
  if (block_.text.empty()) {
    gap_before_ = gap_before_ || block_.gap_before;
    return;
  }
  std::stable_sort(block_.styles.begin(), block_.styles.end(),
                   [](const StyleSpan& a, const StyleSpan& b) { return a.begin < b.begin; });
  const auto same = [](const StyleSpan& a, const StyleSpan& b) {
    return a.begin == b.begin && a.end == b.end && a.styles == b.styles && a.target == b.target;
  };
  block_.styles.erase(std::unique(block_.styles.begin(), block_.styles.end(), same), block_.styles.end());
  document_.blocks.push_back(std::move(block_));
  block_ = Block{};
}

std::string_view LayoutBuilder::current_line() const {
  if (!has_text()) return {};
  return std::string_view(block_.text).substr(block_.lines.back().begin);
}

void LayoutBuilder::text(std::string_view utf8) {
  for (std::size_t pos = 0; pos < utf8.size();) {
    std::size_t end = pos;
    while (end < utf8.size() && is_plain(utf8[end])) ++end;
    if (end > pos) {
      append_visible(utf8.substr(pos, end - pos));
      pos = end;
      continue;
    }
    const std::size_t start = pos;
    const char32_t c = next_code_point(utf8, pos);
    append_code_point(utf8.substr(start, pos - start), c);
  }
}

void LayoutBuilder::append_code_point(std::string_view piece, char32_t c) {
  if (c == U'\n') {
    soft_break();
    ++line_;
  } else if (c == 0x2028 || c == 0x2029) {
    hard_break();
  } else if (is_invisible(c) && c != U'\t') {
    if (c == U'\f' || c == U'\v' || c == U'\r') pend(Pending::kBlank);
  } else if (c == U'\t' || is_space(c)) {
    pend(Pending::kBlank);
  } else {
    append_visible(piece);
  }
}

void LayoutBuilder::append_visible(std::string_view piece) {
  if (!open_) open(BlockKind::kParagraph);
  settle();
  for (auto& style : styles_)
    if (style.begin == kNotYet) style.begin = static_cast<std::uint32_t>(block_.text.size());
  block_.text += piece;
  if (block_.kind == BlockKind::kTableRow && line_ > block_.lines.back().line) block_.lines.back().last_line = line_;
}

void LayoutBuilder::settle() {
  if (block_.lines.empty()) {
    block_.text.append(static_cast<std::size_t>(cells_), '\t');
    block_.lines.push_back(Line{});
    block_.lines.back().line = line_;
    block_.lines.back().page = page_;
    block_.lines.back().left = left_;
  } else if (cells_ > 0) {
    block_.text.append(static_cast<std::size_t>(cells_), '\t');
  } else if (pending_ == Pending::kBlank) {
    block_.text += ' ';
  } else if (pending_ == Pending::kGap) {
    block_.text += '\t';
  } else if (pending_ != Pending::kNothing) {
    start_line(pending_ == Pending::kHardBreak);
  }
  pending_ = Pending::kNothing;
  cells_ = 0;
}

void LayoutBuilder::start_line(bool hard) {
  block_.text += '\n';
  Line line;
  line.begin = static_cast<std::uint32_t>(block_.text.size());
  line.page = page_;
  line.line = line_;
  line.hard_break = hard;
  line.left = left_;
  block_.lines.push_back(line);
}

void LayoutBuilder::pend(Pending pending) { pending_ = std::max(pending_, pending); }
void LayoutBuilder::gap() { pend(Pending::kGap); }
void LayoutBuilder::cell() { ++cells_; }
void LayoutBuilder::soft_break() { pend(Pending::kSoftBreak); }
void LayoutBuilder::hard_break() { pend(Pending::kHardBreak); }
void LayoutBuilder::blank_line() { gap_before_ = true; }

void LayoutBuilder::begin_style(Style style, std::string_view target) {
  styles_.push_back({style, std::string(target), kNotYet});
}

void LayoutBuilder::end_style(Style style) {
  for (std::size_t i = styles_.size(); i-- > 0;) {
    if (styles_[i].style != style) continue;
    write_span(styles_[i]);
    styles_.erase(styles_.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

void LayoutBuilder::end_styles_to(std::size_t depth) {
  while (styles_.size() > depth) {
    write_span(styles_.back());
    styles_.pop_back();
  }
}

void LayoutBuilder::write_span(OpenStyle& style) {
  const auto end = static_cast<std::uint32_t>(block_.text.size());
  if (!open_ || style.begin == kNotYet || style.begin >= end) return;
  block_.styles.push_back({style.begin, end, static_cast<std::uint8_t>(style.style), style.target});
}

void LayoutBuilder::meta(std::string_view key, std::string_view value, int line) {
  std::string cleaned = clean_value(value);
  if (!cleaned.empty()) document_.meta.push_back({to_lower(key), std::move(cleaned), line});
}

LayoutDocument LayoutBuilder::take() {
  close();
  LayoutDocument result = std::move(document_);
  *this = LayoutBuilder{};
  return result;
}

std::string clean_value(std::string_view utf8) {
  std::string kept;
  kept.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) {
    const std::size_t start = pos;
    const char32_t c = next_code_point(utf8, pos);
    if (is_space(c))
      kept += ' ';
    else if (!is_invisible(c))
      kept += utf8.substr(start, pos - start);
  }
  return collapse_spaces(kept);
}

}  // namespace scholargraph
