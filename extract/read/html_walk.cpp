// SPDX-License-Identifier: Apache-2.0
// A walk over the gumbo tree with its own stack. Blocks open late and close early: an element that starts a block
// closes the one before it only if that has text, so that <li><div><p> is one list item. A table row with two or more
// cells stays one block until something that is a block of its own (a heading, a list, a long paragraph) stands in
// it; such a table only arranges the page, and the rest of its row is read as running blocks.
#include "extract/read/html_walk.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <string>

#include "base/text.h"
#include "extract/read/css.h"
#include "extract/read/html_elements.h"
#include "extract/read/html_guard.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxRowText = 400;      ///< a row with more text does not take a further paragraph
constexpr std::size_t kMaxTermText = 100;     ///< a longer term of a definition list is no label
constexpr std::size_t kMaxMetaText = 1000;
constexpr int kGapBlanks = 3;                 ///< so many no-break blanks in a row are a visible gap

struct Frame {
  const GumboNode* node;
  unsigned next_child = 0;
  std::size_t style_depth = 0;
  ElementRole role = ElementRole::kInline;
  bool gap_after = false;
};

struct OpenList {
  bool ordered = false;
  int next = 1;
  int step = 1;
};

struct OpenRow {
  bool open = false;           ///< the builder's block is this row
  int cells = 0;
  std::size_t cell_begin = 0;  ///< size of the row's text when the cell began
};

int to_int(std::string_view text, int otherwise) {
  int value = otherwise;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  return result.ec == std::errc() && value > -100000 && value < 100000 ? value : otherwise;
}

GumboTag tag_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT ? node.v.element.tag : GUMBO_TAG_UNKNOWN;
}

int count_children(const GumboNode& node, ElementRole role) {
  int count = 0;
  for (unsigned i = 0; i < node.v.element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[i]);
    count += child.type == GUMBO_NODE_ELEMENT && element_role(child.v.element.tag) == role;
  }
  return count;
}

/// Whether anything below the children of `node` is a block of its own.
bool holds_blocks(const GumboNode& node) {
  int paragraphs = 0;
  for (unsigned i = 0; i < node.v.element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(node.v.element.children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT) continue;
    const auto role = element_role(child.v.element.tag);
    if (role == ElementRole::kParagraph && ++paragraphs < 2) continue;
    if (role != ElementRole::kInline && role != ElementRole::kBreak && role != ElementRole::kSkip) return true;
  }
  return false;
}

bool is_short(const GumboNode& node) { return collapse_spaces(inner_text(node, 4 * kMaxTermText)).size() <= kMaxTermText; }

/// Every term has a short name and one plain definition, or several short ones.
bool reads_as_rows(const GumboNode& list) {
  bool term = false;
  bool several = false;
  bool all_short = true;
  for (unsigned i = 0; i < list.v.element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(list.v.element.children.data[i]);
    const auto tag = tag_of(child);
    if (tag != GUMBO_TAG_DT && tag != GUMBO_TAG_DD) continue;
    if ((term && tag == GUMBO_TAG_DT) || holds_blocks(child)) return false;
    if (tag == GUMBO_TAG_DT && !is_short(child)) return false;
    if (tag == GUMBO_TAG_DD) {
      several = several || !term;
      all_short = all_short && is_short(child);
    }
    term = tag == GUMBO_TAG_DT;
  }
  return !term && (!several || all_short);
}

/// A line break, or a second block, somewhere in a table cell.
bool has_lines(const GumboNode& cell) {
  std::vector<const GumboNode*> stack = {&cell};
  int blocks = 0;
  while (!stack.empty()) {
    const GumboNode& node = *stack.back();
    stack.pop_back();
    if (node.type != GUMBO_NODE_ELEMENT) continue;
    const auto role = element_role(node.v.element.tag);
    if (role == ElementRole::kBreak) return true;
    if ((role == ElementRole::kContainer || role == ElementRole::kParagraph) && ++blocks > 1) return true;
    const auto& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) stack.push_back(static_cast<const GumboNode*>(children.data[i]));
  }
  return false;
}

/// Two cells of several lines each stand side by side: each is read for itself.
bool has_columns(const GumboNode& row) {
  int cells = 0;
  for (unsigned i = 0; i < row.v.element.children.length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(row.v.element.children.data[i]);
    cells += (tag_of(child) == GUMBO_TAG_TD || tag_of(child) == GUMBO_TAG_TH) && has_lines(child);
  }
  return cells > 1;
}

class HtmlWalker {
 public:
  HtmlWalker(const std::vector<int>& line_map, LayoutBuilder& builder) : line_map_(line_map), builder_(builder) {}

  void walk(const GumboNode& root) {
    enter(root);
    while (!stack_.empty()) {
      Frame& frame = stack_.back();
      const auto* children = children_of(*frame.node);
      if (children != nullptr && frame.next_child < children->length) {
        enter(*static_cast<const GumboNode*>(children->data[frame.next_child++]));
        continue;
      }
      leave(frame);
      stack_.pop_back();
    }
    builder_.close();
  }

 private:
  void enter(const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        add_text(node.v.text.text, static_cast<int>(node.v.text.start_pos.line));
        return;
      case GUMBO_NODE_DOCUMENT: stack_.push_back({&node, 0, builder_.style_depth()}); return;
      case GUMBO_NODE_ELEMENT: enter_element(node); return;
      default: return;
    }
  }

  void enter_element(const GumboNode& node) {
    const auto& element = node.v.element;
    Frame frame{&node, 0, builder_.style_depth(), element_role(element.tag)};
    if (frame.role == ElementRole::kSkip) return read_invisible(node);
    const CssLook look = look_of(element);
    if (look.hidden || has_attribute(element, "hidden")) return;
    if (look.list_marker) return open_printed_item(node);
    if (frame.role != ElementRole::kInline && frame.role != ElementRole::kBreak && is_menu(node)) return;
    if (frame.role == ElementRole::kInline && look.block) frame.role = ElementRole::kContainer;
    open_role(frame, element);
    if (look.list_level > 0) printed_level_ = look.list_level;
    if (look.float_right && frame.role == ElementRole::kInline) {
      builder_.gap();
      frame.gap_after = true;
    }
    begin_styles(element, look);
    if (element.tag == GUMBO_TAG_IMG) image(element);
    stack_.push_back(frame);
  }

  /// A picture in a heading stands for its text; the first ones of a page may be the portrait of its owner.
  void image(const GumboElement& element) {
    const auto alternative = attribute(element, "alt");
    if (heading_depth_ > 0) builder_.text(alternative);
    if (++images_ <= 2 && !alternative.empty()) builder_.meta("alt", std::string(alternative).substr(0, 80), static_cast<int>(element.start_pos.line));
  }

  CssLook look_of(const GumboElement& element) const {
    const auto classes = attribute(element, "class");
    CssLook look;
    if (!sheet_.empty()) look = sheet_.look(gumbo_normalized_tagname(element.tag), classes, attribute(element, "id"));
    for (const auto name : split_words(classes)) {
      look.float_right = look.float_right || name == "pull-right" || name == "float-right" || name == "float-end";
      look.hidden = look.hidden || name == "sr-only" || name == "visually-hidden" || name == "headerlink";
    }
    if (const auto style = attribute(element, "style"); !style.empty()) merge_css(look, parse_css_declarations(style));
    return look;
  }

  void begin_styles(const GumboElement& element, const CssLook& look) {
    const int styles = (element_styles(element.tag) & ~look.no_styles) | look.styles;
    for (const Style style : {kBold, kItalic, kStrike, kCode, kUnderline})
      if (styles & style) builder_.begin_style(style);
    if (element.tag == GUMBO_TAG_A && has_attribute(element, "href"))
      builder_.begin_style(kLink, clean_value(attribute(element, "href")));
  }

  void read_invisible(const GumboNode& node) {
    const auto& element = node.v.element;
    const int line = source_line(static_cast<int>(element.start_pos.line));
    if (element.tag == GUMBO_TAG_STYLE) sheet_.add(inner_text(node, kMaxMarkupBytes));
    if (element.tag == GUMBO_TAG_TITLE) builder_.meta("title", inner_text(node, kMaxMetaText), line);
    if (element.tag != GUMBO_TAG_META) return;
    auto key = attribute(element, "name");
    if (key.empty()) key = attribute(element, "property");
    if (!key.empty()) builder_.meta(key, attribute(element, "content").substr(0, kMaxMetaText), line);
  }

  void open_role(Frame& frame, const GumboElement& element) {
    switch (frame.role) {
      case ElementRole::kContainer: break_block(); return;
      case ElementRole::kParagraph:
      case ElementRole::kTable:
      case ElementRole::kPreformatted:
      case ElementRole::kRule: break_block_apart(); break;
      case ElementRole::kHeading: open_heading(element); return;
      case ElementRole::kList: open_list(*frame.node); return;
      case ElementRole::kItem: open_item(*frame.node); return;
      case ElementRole::kRow: open_row(*frame.node); return;
      case ElementRole::kCell: open_cell(); return;
      case ElementRole::kDefinitions: open_definitions(*frame.node); return;
      case ElementRole::kTerm: open_term(); return;
      case ElementRole::kDefinition: open_definition(); return;
      case ElementRole::kBreak: line_break(); return;
      default: return;
    }
    if (frame.role == ElementRole::kTable) leave_row();
    preformatted_ += frame.role == ElementRole::kPreformatted;
  }

  void leave(const Frame& frame) {
    builder_.end_styles_to(frame.style_depth);
    if (frame.gap_after) builder_.gap();
    switch (frame.role) {
      case ElementRole::kContainer: break_block(); return;
      case ElementRole::kPreformatted: --preformatted_; [[fallthrough]];
      case ElementRole::kParagraph:
      case ElementRole::kTable: break_block_apart(); return;
      case ElementRole::kHeading:
        --heading_depth_;
        builder_.close();
        return;
      case ElementRole::kList:
        lists_.pop_back();
        if (lists_.empty()) builder_.blank_line();
        return;
      case ElementRole::kItem: builder_.close(); return;
      case ElementRole::kRow:
        builder_.close();
        rows_.pop_back();
        return;
      case ElementRole::kCell:
        if (!in_row()) break_block();
        return;
      case ElementRole::kDefinitions:
        definitions_.pop_back();
        builder_.blank_line();
        return;
      case ElementRole::kTerm:
        if (!definitions_are_rows()) builder_.close();
        return;
      case ElementRole::kDefinition: leave_definition(); return;
      default: return;
    }
  }

  bool in_row() const { return !rows_.empty() && rows_.back().open && builder_.is_open(); }
  void leave_row() {
    if (!rows_.empty()) rows_.back().open = false;
  }

  /// What follows does not belong to the line before. An open block without text stays: it is about to get it.
  void break_block() {
    printed_level_ = 0;
    if (!builder_.has_text()) return;
    if (in_row() && builder_.block().text.size() <= kMaxRowText) {
      if (builder_.block().text.size() > rows_.back().cell_begin) builder_.hard_break();
      return;
    }
    if (in_row()) rows_.back().open = false;
    builder_.close();
  }

  void break_block_apart() {
    break_block();
    if (!builder_.is_open()) builder_.blank_line();
  }

  void open_heading(const GumboElement& element) {
    leave_row();
    builder_.blank_line();
    builder_.open(BlockKind::kHeading, static_cast<int>(element.tag) - static_cast<int>(GUMBO_TAG_H1) + 1);
    ++heading_depth_;
  }

  void open_list(const GumboNode& node) {
    const auto& element = node.v.element;
    if (!in_row()) break_block();
    if (lists_.empty()) builder_.blank_line();
    OpenList list;
    list.ordered = element.tag == GUMBO_TAG_OL;
    list.step = has_attribute(element, "reversed") ? -1 : 1;
    const int items = list.step < 0 ? count_children(node, ElementRole::kItem) : 1;
    list.next = to_int(attribute(element, "start"), items);
    lists_.push_back(list);
  }

  void open_item(const GumboNode& node) {
    leave_row();
    if (count_children(node, ElementRole::kParagraph) > 0) builder_.blank_line();
    const int level = std::clamp(static_cast<int>(lists_.size()), 1, 9);
    builder_.open(BlockKind::kListItem, level, item_marker(node.v.element));
  }

  std::string item_marker(const GumboElement& element) {
    if (const auto printed = attribute(element, "data-marker"); !printed.empty()) return std::string(printed);
    if (lists_.empty() || !lists_.back().ordered) return "•";
    auto& list = lists_.back();
    const int number = to_int(attribute(element, "value"), list.next);
    list.next = number + list.step;
    return std::to_string(number) + ".";
  }

  /// The faked bullet of a word processor.
  void open_printed_item(const GumboNode& node) {
    const std::string marker = clean_value(inner_text(node, 64));
    if (builder_.has_text()) return builder_.text(marker);
    builder_.open(BlockKind::kListItem, std::clamp(printed_level_, 1, 9), marker);
  }

  void open_row(const GumboNode& node) {
    leave_row();
    OpenRow row;
    row.open = count_children(node, ElementRole::kCell) > 1 && !has_columns(node);
    if (row.open)
      builder_.open(BlockKind::kTableRow);
    else
      break_block();
    rows_.push_back(row);
  }

  void open_cell() {
    if (!in_row()) return break_block();
    auto& row = rows_.back();
    if (row.cells++ > 0) builder_.cell();
    row.cell_begin = builder_.block().text.size();
  }

  void open_definitions(const GumboNode& node) {
    break_block_apart();
    builder_.blank_line();
    definitions_.push_back(reads_as_rows(node));
  }

  bool definitions_are_rows() const { return !definitions_.empty() && definitions_.back(); }

  void open_term() {
    break_block();
    if (!definitions_are_rows()) return builder_.blank_line();  // a term begins something new
    open_row_of_term();
  }

  void open_row_of_term() {
    builder_.open(BlockKind::kTableRow);
    rows_.push_back({true, 1, 0});
  }

  /// The term counts for each of its definitions: later rows repeat it.
  void open_definition_row() {
    if (!in_row()) {
      open_row_of_term();
      builder_.text(term_);
    } else {
      term_ = builder_.block().text;
    }
    open_cell();
  }

  void open_definition() {
    if (definitions_are_rows()) return open_definition_row();
    builder_.open(BlockKind::kListItem, std::clamp(static_cast<int>(definitions_.size()), 1, 9));
  }

  void leave_definition() {
    builder_.close();
    if (definitions_are_rows() && !rows_.empty()) rows_.pop_back();
  }

  /// A second break without text between is an empty line.
  void line_break() {
    if (builder_.break_pending() && !in_row() && builder_.block().kind != BlockKind::kHeading) {
      builder_.close();
      builder_.blank_line();
    } else if (builder_.has_text()) {
      builder_.hard_break();
    }
  }

  int source_line(int line) const {
    if (line_map_.empty()) return line;
    return line_map_[static_cast<std::size_t>(std::clamp(line - 1, 0, static_cast<int>(line_map_.size()) - 1))];
  }

  void add_text(std::string_view text, int line) {
    for (std::size_t pos = 0;; ++line) {
      const std::size_t end = std::min(text.find('\n', pos), text.size());
      builder_.set_line(source_line(line));
      if (end > pos) add_line(text.substr(pos, end - pos));
      if (end == text.size()) return;
      if (preformatted_ > 0)
        builder_.hard_break();
      else if (in_row())
        builder_.text(" ");  // a row is one line, however its source is wrapped
      else
        builder_.soft_break();
      pos = end + 1;
    }
  }

  /// Blanks that a browser keeps make gaps: no-break ones everywhere, all of them in preformatted text.
  void add_line(std::string_view text) {
    if (preformatted_ == 0 && text.find_first_of("\xC2\xE2") == text.npos) return builder_.text(text);
    std::size_t begin = 0;
    int blanks = 0;
    for (std::size_t pos = 0; pos < text.size();) {
      const char32_t c = next_code_point(text, pos);
      const bool kept = c == 0xA0 || c == 0x2003 || (preformatted_ > 0 && (c == U' ' || c == U'\t'));
      blanks = kept ? blanks + (c == U'\t' || c == 0x2003 ? kGapBlanks : 1) : c == U' ' ? blanks : 0;
      if (blanks < kGapBlanks) continue;
      builder_.text(text.substr(begin, pos - begin));
      if (builder_.has_text()) builder_.gap();
      begin = pos;
    }
    builder_.text(text.substr(begin));
  }

  const std::vector<int>& line_map_;
  LayoutBuilder& builder_;
  StyleSheet sheet_;
  std::vector<Frame> stack_;
  std::vector<OpenList> lists_;
  std::vector<OpenRow> rows_;
  std::string term_;  ///< of the definition list that is read as rows
  std::vector<bool> definitions_;  ///< for each open <dl>: its terms and definitions are table rows
  int heading_depth_ = 0;
  int images_ = 0;
  int preformatted_ = 0;
  int printed_level_ = 0;
};

struct DestroyOutput {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

void walk_html(std::string_view html, const std::vector<int>& line_map, LayoutBuilder& builder) {
  const std::string bounded = bound_html_nesting(html);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, DestroyOutput> output(
      gumbo_parse_with_options(&options, bounded.data(), bounded.size()));
  HtmlWalker(line_map, builder).walk(*output->root);
}

}  // namespace scholargraph
