// SPDX-License-Identifier: Apache-2.0
// Builds a layout document piece by piece and keeps its promises: blanks collapse, breaks and gaps never
// stand at the ends of a line, every line knows its source line, style spans close with their block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"

namespace scholargraph {

class LayoutBuilder {
 public:
  /// Closes the open block, if any, and opens another one. Blocks without text vanish when closed.
  void open(BlockKind kind, int level = 0, std::string_view marker = {});
  void close();
  [[nodiscard]] bool is_open() const { return open_; }
  [[nodiscard]] bool has_text() const { return open_ && !block_.text.empty(); }
  /// The open block. REQUIRES: is_open(). Its text must not be shortened.
  [[nodiscard]] Block& block() { return block_; }
  [[nodiscard]] const Block& block() const { return block_; }
  /// Text stands in the block and a hard break behind it.
  [[nodiscard]] bool break_pending() const { return has_text() && pending_ == Pending::kHardBreak; }
  /// The text of the line being written.
  [[nodiscard]] std::string_view current_line() const;

  /// The place that the next characters come from.
  void set_line(int line) { line_ = line; }
  void set_page(int page) { page_ = page; }
  void set_left(float left) { left_ = left; }
  [[nodiscard]] int line() const { return line_; }

  /// Valid UTF-8. Opens a paragraph if nothing is open. Any blank (also no-break) counts as one blank; '\n' is a
  /// soft break and moves on to the next source line; '\t' is a blank; other control and zero-width characters
  /// are dropped.
  void text(std::string_view utf8);
  void gap();         ///< a visible gap ('\t') if text of the same line stands on both sides; stronger than a soft break
  void cell();        ///< the border of two table cells ('\t'), kept even when a cell is empty
  void soft_break();  ///< a line end of the source
  void hard_break();  ///< a line end that the source asked for
  /// The next block is set apart from the one before.
  void blank_line();

  /// Styles nest and last over block ends until they are ended. end_style ends the innermost one of that kind.
  void begin_style(Style style, std::string_view target = {});
  void end_style(Style style);
  [[nodiscard]] std::size_t style_depth() const { return styles_.size(); }
  /// Ends the innermost styles until `depth` are left.
  void end_styles_to(std::size_t depth);

  void meta(std::string_view key, std::string_view value, int line);

  /// The finished document; the builder is empty afterwards.
  LayoutDocument take();

 private:
  enum class Pending : std::uint8_t { kNothing, kBlank, kSoftBreak, kGap, kHardBreak };
  struct OpenStyle {
    Style style;
    std::string target;
    std::uint32_t begin;  ///< kNotYet until a character follows
  };
  static constexpr std::uint32_t kNotYet = 0xffffffffu;

  void pend(Pending pending);
  void settle();  ///< writes what is pending, because a visible character follows
  void append_visible(std::string_view piece);
  void append_code_point(std::string_view piece, char32_t c);
  void start_line(bool hard);
  void write_span(OpenStyle& style);

  LayoutDocument document_;
  Block block_;
  std::vector<OpenStyle> styles_;
  Pending pending_ = Pending::kNothing;
  int cells_ = 0;
  int line_ = 0;
  int page_ = 0;
  float left_ = 0;
  bool open_ = false;
  bool gap_before_ = false;
};

/// Removes control characters from a value that goes to meta fields and collapses its blanks.
std::string clean_value(std::string_view utf8);

}  // namespace scholargraph
