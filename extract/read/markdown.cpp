// SPDX-License-Identifier: Apache-2.0
// Markdown: dialects are turned into CommonMark, that into HTML by libcmark's tree, and the HTML is read by the same
// walk as HTML files, so that HTML inside Markdown means what a browser makes of it.
#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "extract/read/encoding.h"
#include "extract/read/front_matter.h"
#include "extract/read/html_walk.h"
#include "extract/read/markdown_html.h"
#include "extract/read/markdown_lines.h"
#include "extract/read/markdown_source.h"
#include "extract/read/printed_lists.h"
#include "extract/read/readers.h"

namespace scholargraph {

namespace {

/// What of the markup of Markdown a text shows.
struct MarkdownSigns {
  int headings = 0;
  int links = 0;
  int strong = 0;
  int emphasis = 0;
  int bullets = 0;
  int tables = 0;
  int divs = 0;
};

bool is_heading(std::string_view line) {
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  return level > 0 && level <= 6 && level + 1 < line.size() && line[level] == ' ' && line[level + 1] != ' ';
}

/// Pairs of `sign` that hug the words between them.
int count_pairs(std::string_view line, std::string_view sign) {
  int pairs = 0;
  for (std::size_t pos = 0; (pos = line.find(sign, pos)) != line.npos;) {
    const std::size_t inner = pos + sign.size();
    const std::size_t end = line.find(sign, inner);
    const bool starts = pos == 0 || !std::isalnum(static_cast<unsigned char>(line[pos - 1]));
    if (end == line.npos || end == inner) return pairs;
    if (starts && line[inner] != ' ' && line[end - 1] != ' ' && line[inner] != sign[0] && line[inner] != ',') ++pairs;
    pos = end + sign.size();
  }
  return pairs;
}

void look_at(std::string_view line, MarkdownSigns& signs) {
  signs.headings += is_heading(line);
  const auto text = trim(line);
  signs.bullets += text.size() > 2 && (text[0] == '-' || text[0] == '*') && text[1] == ' ';
  signs.tables += is_table_rule(text);
  signs.divs += text.substr(0, 3) == ":::";
  for (std::size_t pos = 0; (pos = line.find("](", pos)) != line.npos; pos += 2)
    signs.links += line.find(')', pos) != line.npos && line.rfind('[', pos) != line.npos;
  const int strong = count_pairs(line, "**");
  signs.strong += strong;
  if (strong == 0) signs.emphasis += count_pairs(line, "*");
}

double sniff_markdown(std::string_view head) {
  if (!looks_like_text(head)) return 0;
  const std::string text = decode_head(head);
  const auto lines = split(text, '\n');
  LayoutBuilder scratch;
  if (read_front_matter(lines, scratch) > 0) return 0.9;
  MarkdownSigns signs;
  for (const auto line : lines) look_at(line, signs);
  const double points = 0.15 * std::min(signs.headings, 4) + 0.1 * std::min(signs.links, 3) +
                        0.15 * std::min(signs.strong, 3) + 0.1 * std::min(signs.emphasis, 3) +
                        0.02 * std::min(signs.bullets, 4) + 0.1 * std::min(signs.tables, 2) +
                        0.1 * std::min(signs.divs, 2);
  return 0.2 + std::min(points, 0.65);
}

LayoutDocument read_markdown(const InputFile& input, Diagnostics& diagnostics) {
  if (input.bytes.size() > kMaxMarkupBytes) {
    diagnostics.push_back({input.path, 0, 0,
                           "expected Markdown of at most " + std::to_string(kMaxMarkupBytes >> 20) + " MB, found " +
                               std::to_string(input.bytes.size() >> 20) + " MB",
                           "split the file", Severity::kError});
    return {};
  }
  const std::string text = decode_text(input, diagnostics);
  const auto lines = split(text, '\n');
  LayoutBuilder builder;
  const std::size_t begin = read_front_matter(lines, builder);
  const MarkedHtml marked = render_markdown(prepare_markdown(lines, begin));
  walk_html(marked.html, marked.line_map, builder);
  LayoutDocument document = builder.take();
  split_printed_lists(document);
  return document;
}

}  // namespace

const DocumentFormat kMarkdownFormat = {
    "markdown", "Markdown (CommonMark, front matter, embedded HTML)", {".md", ".markdown", ".rmd", ".qmd"},
    sniff_markdown, read_markdown};

}  // namespace scholargraph
