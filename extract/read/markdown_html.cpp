// SPDX-License-Identifier: Apache-2.0
#include "extract/read/markdown_html.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/text.h"
#include "extract/read/markdown_lines.h"

namespace scholargraph {

namespace {

constexpr int kMaxNesting = 3;  ///< of Markdown inside indented blocks

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIterator {
  void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

std::string_view literal(cmark_node* node) {
  const char* text = cmark_node_get_literal(node);
  return text ? std::string_view(text) : std::string_view();
}

/// The mark that a paragraph begins with; empty when it is an ordinary one.
std::string_view paragraph_mark(cmark_node* node) {
  if (node == nullptr || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH) return {};
  cmark_node* first = cmark_node_first_child(node);
  if (first == nullptr || cmark_node_get_type(first) != CMARK_NODE_TEXT) return {};
  const auto text = literal(first);
  for (const auto mark : {kMarkRow, kMarkTerm, kMarkDefinition})
    if (text.substr(0, mark.size()) == mark) return mark;
  return {};
}

bool is_mark(std::string_view text) {
  return text == kMarkGap || text == kMarkCell || text == kMarkStrike || text == kMarkStrikeEnd;
}

bool is_definition_mark(std::string_view mark) { return mark == kMarkTerm || mark == kMarkDefinition; }

class Renderer {
 public:
  Renderer(const MarkdownSource& source, MarkedHtml& out, int nesting)
      : source_(source), lines_(split(source.text, '\n')), out_(out), nesting_(nesting) {}

  void render() {
    const std::unique_ptr<cmark_node, FreeNode> root(
        cmark_parse_document(source_.text.data(), source_.text.size(), CMARK_OPT_SOURCEPOS | CMARK_OPT_UNSAFE));
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root.get()));
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iterator.get()))
      render_node(cmark_iter_get_node(iterator.get()), event == CMARK_EVENT_ENTER);
  }

 private:
  void put(std::string_view text) { out_.html += text; }

  void start_line(int line) {
    line_ = line;
    out_.html += '\n';
    const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
    out_.line_map.push_back(index < source_.line_map.size() ? source_.line_map[index] : out_.line_map.back());
  }

  void render_node(cmark_node* node, bool enter) {
    const auto type = cmark_node_get_type(node);
    if (image_depth_ > 0 && type != CMARK_NODE_IMAGE) {
      if (type == CMARK_NODE_TEXT) put_escaped(literal(node));
      return;
    }
    if (enter && type >= CMARK_NODE_FIRST_BLOCK && type <= CMARK_NODE_LAST_BLOCK && type != CMARK_NODE_DOCUMENT)
      start_line(cmark_node_get_start_line(node));
    switch (type) {
      case CMARK_NODE_BLOCK_QUOTE: return put(enter ? "<blockquote>" : "</blockquote>");
      case CMARK_NODE_LIST: return render_list(node, enter);
      case CMARK_NODE_ITEM: return render_item(node, enter);
      case CMARK_NODE_PARAGRAPH: return render_paragraph(node, enter);
      case CMARK_NODE_HEADING: return render_heading(node, enter);
      case CMARK_NODE_THEMATIC_BREAK: return put("<hr>");
      case CMARK_NODE_CODE_BLOCK: return render_code_block(node);
      case CMARK_NODE_HTML_BLOCK: return put_raw(literal(node), true);
      default: return render_inline(node, enter);
    }
  }

  void render_inline(cmark_node* node, bool enter) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        follow(node);
        return put_escaped(literal(node));
      case CMARK_NODE_CODE:
        if (literal(node).substr(0, 2) == "![") return;  // an image that an export has quoted
        follow(node);
        put("<code>");
        put_escaped(literal(node));
        return put("</code>");
      case CMARK_NODE_SOFTBREAK: return start_line(line_ + 1);
      case CMARK_NODE_LINEBREAK:
        put("<br>");
        return start_line(line_ + 1);
      case CMARK_NODE_HTML_INLINE: return put_raw(literal(node), false);
      case CMARK_NODE_EMPH: return put(enter ? "<em>" : "</em>");
      case CMARK_NODE_STRONG: return put(enter ? "<strong>" : "</strong>");
      case CMARK_NODE_LINK: return render_link(node, enter);
      case CMARK_NODE_IMAGE:
        put(enter ? "<img alt=\"" : "\">");
        image_depth_ += enter ? 1 : -1;
        return;
      default: return;
    }
  }

  /// Line ends inside code and link targets have no node of their own.
  void follow(cmark_node* node) {
    const int line = cmark_node_get_start_line(node);
    if (line > line_ && line <= block_end_) start_line(line);
  }

  void render_list(cmark_node* node, bool enter) {
    const bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    if (enter) {
      next_numbers_.push_back(cmark_node_get_list_start(node));
      return put(ordered ? "<ol>" : "<ul>");
    }
    next_numbers_.pop_back();
    put(ordered ? "</ol>" : "</ul>");
  }

  void render_item(cmark_node* node, bool enter) {
    if (!enter) return put("</li>");
    cmark_node* list = cmark_node_parent(node);
    std::string marker;
    if (cmark_node_get_list_type(list) == CMARK_ORDERED_LIST) {
      marker = std::to_string(next_numbers_.empty() ? 1 : next_numbers_.back()++);
      marker += cmark_node_get_list_delim(list) == CMARK_PAREN_DELIM ? ")" : ".";
    } else {
      marker = bullet_at(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    }
    put("<li data-marker=\"" + marker + "\">");
  }

  std::string bullet_at(int line, int column) const {
    const auto index = static_cast<std::size_t>(line) - 1;
    if (line < 1 || column < 1 || index >= lines_.size()) return "-";
    const auto text = lines_[index];
    const std::size_t pos = text.find_first_of("-*+", static_cast<std::size_t>(column) - 1);
    return pos == text.npos ? "-" : std::string(1, text[pos]);
  }

  void render_paragraph(cmark_node* node, bool enter) {
    block_end_ = cmark_node_get_end_line(node);
    if (const auto mark = paragraph_mark(node); !mark.empty()) return render_marked(node, mark, enter);
    cmark_node* parent = cmark_node_parent(node);
    cmark_node* list = parent ? cmark_node_parent(parent) : nullptr;
    if (list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list)) return;
    put(enter ? "<p>" : "</p>");
  }

  void render_marked(cmark_node* node, std::string_view mark, bool enter) {
    const auto other = paragraph_mark(enter ? cmark_node_previous(node) : cmark_node_next(node));
    const bool edge = mark == kMarkRow ? other != mark : !is_definition_mark(other);
    if (mark == kMarkRow) {
      if (enter) return put(edge ? "<table><tr><td>" : "<tr><td>");
      return put(edge ? "</td></tr></table>" : "</td></tr>");
    }
    const bool term = mark == kMarkTerm;
    if (enter) return put(edge ? (term ? "<dl><dt>" : "<dl><dd>") : (term ? "<dt>" : "<dd>"));
    put(term ? "</dt>" : "</dd>");
    if (edge) put("</dl>");
  }

  void render_heading(cmark_node* node, bool enter) {
    block_end_ = cmark_node_get_end_line(node);
    put((enter ? "<h" : "</h") + std::to_string(cmark_node_get_heading_level(node)) + ">");
  }

  void render_link(cmark_node* node, bool enter) {
    if (!enter) return put("</a>");
    const char* url = cmark_node_get_url(node);
    put("<a href=\"");
    put_escaped(url ? url : "");
    put("\">");
  }

  /// Fenced code is shown as it is; an indented block in a CV is text that was only set in, so it is Markdown too.
  void render_code_block(cmark_node* node) {
    const int start = cmark_node_get_start_line(node);
    const auto index = static_cast<std::size_t>(std::max(start, 1)) - 1;
    const bool fenced = index < lines_.size() && !code_fence(lines_[index]).empty();
    if (!fenced && nesting_ < kMaxNesting) {
      MarkdownSource inner;
      inner.text = std::string(literal(node));
      for (std::size_t i = 0; i < split(inner.text, '\n').size(); ++i)
        inner.line_map.push_back(source_.line_map[std::min(index + i, source_.line_map.size() - 1)]);
      Renderer(inner, out_, nesting_ + 1).render();
      return start_line(cmark_node_get_end_line(node));
    }
    if (fenced) start_line(start + 1);
    put("<pre><code>");
    const auto text = literal(node);
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t end = std::min(text.find('\n', pos), text.size());
      put_escaped(text.substr(pos, end - pos));
      if (end < text.size()) start_line(line_ + 1);
      pos = end + 1;
    }
    put("</code></pre>");
  }

  /// A block that ends inside a tag would swallow the next one.
  void put_raw(std::string_view html, bool block) {
    for (std::size_t pos = 0; pos < html.size();) {
      const std::size_t end = std::min(html.find('\n', pos), html.size());
      put(html.substr(pos, end - pos));
      if (end < html.size()) start_line(line_ + 1);
      pos = end + 1;
    }
    const std::size_t open = html.rfind('<');
    if (block && open != html.npos && html.find('>', open) == html.npos) put(">");
  }

  void put_escaped(std::string_view text) {
    for (std::size_t pos = 0; pos < text.size();) {
      const std::size_t end = std::min(text.find_first_of("&<>\"\n\xEF", pos), text.size());
      put(text.substr(pos, end - pos));
      if (end == text.size()) return;
      pos = end + put_special(text.substr(end));
    }
  }

  /// Writes what stands for the first character; returns how many bytes it took.
  std::size_t put_special(std::string_view text) {
    switch (text[0]) {
      case '&': put("&amp;"); return 1;
      case '<': put("&lt;"); return 1;
      case '>': put("&gt;"); return 1;
      case '"': put("&quot;"); return 1;
      case '\n': put(" "); return 1;
      default: break;
    }
    const auto mark = text.substr(0, 3);
    if (mark == kMarkRow || mark == kMarkTerm || mark == kMarkDefinition) return 3;
    if (mark == kMarkCell)
      put("</td><td>");
    else if (mark == kMarkStrike)
      put("<s>");
    else if (mark == kMarkStrikeEnd)
      put("</s>");
    else if (mark == kMarkGap)
      put("<span class=\"float-end\"></span>");
    else
      put(text.substr(0, 1));
    return is_mark(mark) ? 3 : 1;
  }

  const MarkdownSource& source_;
  std::vector<std::string_view> lines_;
  MarkedHtml& out_;
  int nesting_;
  int line_ = 0;
  int block_end_ = 0;
  int image_depth_ = 0;
  std::vector<int> next_numbers_;
};

}  // namespace

MarkedHtml render_markdown(const MarkdownSource& source) {
  MarkedHtml out;
  out.line_map.push_back(source.line_map.empty() ? 1 : source.line_map[0]);
  Renderer(source, out, 0).render();
  return out;
}

}  // namespace scholargraph
