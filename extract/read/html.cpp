// SPDX-License-Identifier: Apache-2.0
// HTML files.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/read/encoding.h"
#include "extract/read/html_walk.h"
#include "extract/read/printed_lists.h"
#include "extract/read/readers.h"

namespace scholargraph {

namespace {

std::size_t find_tag(std::string_view lower, std::string_view name) {
  for (std::size_t pos = 0; (pos = lower.find(name, pos)) != lower.npos; ++pos) {
    const char next = pos + name.size() < lower.size() ? lower[pos + name.size()] : '>';
    if (next == '>' || next == ' ' || next == '\n' || next == '\r' || next == '\t') return pos;
  }
  return lower.npos;
}

std::size_t count_tags(std::string_view lower) {
  static constexpr std::array<std::string_view, 10> kTags = {"<p",  "<div", "<li", "<td", "<h1",
                                                             "<h2", "<h3",  "<br", "<b",  "<span"};
  std::size_t count = 0;
  for (std::size_t pos = 0; (pos = lower.find('<', pos)) != lower.npos; ++pos)
    for (const auto tag : kTags)
      if (lower.substr(pos, tag.size()) == tag) {
        ++count;
        break;
      }
  return count;
}

double sniff_html(std::string_view head) {
  if (!looks_like_text(head)) return 0;
  std::string lower = decode_head(head);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto start = trim(lower);
  if (start.substr(0, 14) == "<!doctype html" || start.substr(0, 5) == "<html" || start.substr(0, 5) == "<?xml")
    return find_tag(lower, "<html") != lower.npos || start[1] == '!' ? 0.95 : 0.1;
  if (find_tag(lower, "<html") != lower.npos && find_tag(lower, "<body") != lower.npos) return 0.7;
  if (!start.empty() && start[0] == '<' && count_tags(lower) >= 5) return 0.6;
  return count_tags(lower) >= 10 ? 0.2 : 0;
}

LayoutDocument read_html(const InputFile& input, Diagnostics& diagnostics) {
  if (input.bytes.size() > kMaxMarkupBytes) {
    diagnostics.push_back({input.path, 0, 0,
                           "expected HTML of at most " + std::to_string(kMaxMarkupBytes >> 20) + " MB, found " +
                               std::to_string(input.bytes.size() >> 20) + " MB",
                           "split the file", Severity::kError});
    return {};
  }
  const std::string html = decode_text(input, diagnostics);
  LayoutBuilder builder;
  walk_html(html, {}, builder);
  LayoutDocument document = builder.take();
  demote_running_headings(document);
  split_printed_lists(document);
  return document;
}

}  // namespace

const DocumentFormat kHtmlFormat = {"html", "HTML", {".html", ".htm", ".xhtml"}, sniff_html, read_html};

}  // namespace scholargraph
