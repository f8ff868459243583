// SPDX-License-Identifier: Apache-2.0
// The mouth of a small TeX: characters, groups, paragraphs. There is no typesetting; what TeX would print goes to the
// layout builder as text with breaks, gaps and styles. Cost: every source byte is read once, expansions are bounded by
// a work limit proportional to the source, nested engines (for meta fields) by their depth.
#include "extract/read/latex_engine.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxGroups = 500;
constexpr std::size_t kWorkPerByte = 20;
constexpr std::size_t kLeastWork = std::size_t{1} << 20;

}  // namespace

LatexEngine::LatexEngine(std::string_view source, int first_line, TexMacros& macros, LayoutBuilder& builder, int depth)
    : input_(source, first_line, depth == 0 ? kLeastWork + kWorkPerByte * source.size() : kLeastWork / 16),
      macros_(macros),
      builder_(builder),
      depth_(depth) {
  german_ = source.find("german") != source.npos && source.find("babel") != source.npos;
  preamble_ = depth == 0 && source.find("\\begin{document}") != source.npos;
}

void LatexEngine::run() {
  while (!finished_ && !input_.at_end()) {
    const char c = input_.get();
    if (!preamble_)
      read_character(c);
    else if (c == '\\')
      read_command();
    else if (c == '%')
      input_.skip_line();
  }
  flush();
  if (depth_ == 0) builder_.close();
}

void LatexEngine::read_character(char c) {
  switch (c) {
    case '\\': return read_command();
    case '%': return read_comment();
    case '{': return open_group();
    case '}': return close_group();
    case '\n': return read_line_end();
    case '$': return toggle_math();
    case '&': return cell_border();
    case '~':
    case '\t': return put(" ");
    case '-': return read_dashes();
    case '`':
    case '\'': return read_quote(c);
    case '^':
    case '_':
      if (!math_) put(c);
      return;
    case '#': return;
    case '"': return read_double_quote();
    default: return put(c);
  }
}

/// A comment takes its line end and the blanks that begin the next line.
void LatexEngine::read_comment() {
  flush();
  input_.skip_line();
  while (input_.peek() == ' ' || input_.peek() == '\t') input_.get();
  if (input_.peek() == '\n') paragraph();
}

void LatexEngine::read_line_end() {
  flush();
  bool blank = false;
  while (!input_.at_end()) {
    const char c = input_.peek();
    if (c != ' ' && c != '\t' && c != '\n') break;
    blank = blank || c == '\n';
    input_.get();
  }
  if (blank)
    paragraph();
  else
    builder_.soft_break();
}

void LatexEngine::read_dashes() {
  int dashes = 1;
  while (dashes < 3 && input_.peek() == '-') {
    input_.get();
    ++dashes;
  }
  put(dashes == 3 ? "—" : dashes == 2 ? "–" : math_ ? "−" : "-");
}

void LatexEngine::read_quote(char c) {
  const bool doubled = input_.peek() == c;
  if (doubled) input_.get();
  if (c == '`')
    put(doubled ? "“" : "‘");
  else
    put(doubled ? "”" : math_ ? "′" : "'");
}

void LatexEngine::toggle_math() {
  if (input_.peek() == '$') input_.get();
  math_ = !math_;
}

void LatexEngine::read_double_quote() {
  static constexpr std::pair<char, std::string_view> kShorthands[] = {
      {'a', "ä"}, {'o', "ö"}, {'u', "ü"}, {'A', "Ä"}, {'O', "Ö"}, {'U', "Ü"}, {'s', "ß"}, {'`', "„"},
      {'\'', "“"}, {'<', "«"}, {'>', "»"}, {'=', "-"}, {'~', "-"}, {'-', ""},  {'|', ""},  {'"', ""}};
  const char next = input_.peek();
  for (const auto& [key, text] : kShorthands) {
    if (!german_ || key != next) continue;
    input_.get();
    return put(text);
  }
  put('"');
}

void LatexEngine::put(std::string_view text) {
  if (pending_.empty()) pending_line_ = input_.line();
  pending_ += text;
}

void LatexEngine::put(char c) {
  if (pending_.empty()) pending_line_ = input_.line();
  pending_ += c;
}

void LatexEngine::flush() {
  if (pending_.empty()) {
    builder_.set_line(input_.line());
    return;
  }
  const bool visible = pending_.find_first_not_of(' ') != std::string::npos;
  if (visible && in_table() && !builder_.is_open()) open_row();
  builder_.set_line(pending_line_);
  builder_.text(pending_);
  pending_.clear();
}

void LatexEngine::paragraph() {
  flush();
  math_ = false;
  if (in_table() && builder_.is_open() && builder_.block().kind == BlockKind::kTableRow) return builder_.soft_break();
  builder_.close();
  builder_.blank_line();
}

/// \\ ends a table row; elsewhere a second one in a row is an empty line.
void LatexEngine::line_break() {
  flush();
  input_.skip_to('*');
  if (in_table() && groups_.size() <= environments_.back().groups) {
    builder_.close();
    return;
  }
  if (builder_.break_pending()) {
    builder_.close();
    builder_.blank_line();
  } else if (builder_.has_text()) {
    builder_.hard_break();
  }
}

void LatexEngine::cell_border() {
  flush();
  if (!in_table()) return builder_.gap();
  if (!builder_.is_open()) open_row();
  if (builder_.block().kind == BlockKind::kTableRow)
    builder_.cell();
  else
    builder_.gap();
}

void LatexEngine::open_group(OnClose on_close, bool environment) {
  flush();
  if (groups_.size() < kMaxGroups) groups_.push_back({builder_.style_depth(), on_close, environment});
}

void LatexEngine::close_group() {
  flush();
  if (groups_.empty() || groups_.back().environment) return;
  builder_.end_styles_to(groups_.back().style_depth);
  const auto on_close = groups_.back().on_close;
  groups_.pop_back();
  if (on_close != OnClose::kCloseBlock) return;
  if (input_.looking_at("[")) {  // \subsection{What}[where]
    const auto option = input_.read_optional();
    builder_.gap();
    open_group(OnClose::kCloseBlock);
    input_.push(option.value_or("") + "}");
    return;
  }
  builder_.close();
}

}  // namespace scholargraph
