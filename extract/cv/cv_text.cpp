// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/cv_text.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {
namespace {

bool counts_as_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xC0 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

int letters_between(std::string_view text, int begin, int end) {
  return static_cast<int>(std::count_if(text.begin() + begin, text.begin() + end, counts_as_letter));
}

CvLine make_line(const Block& block, int block_index, std::size_t line_index) {
  const Line& source = block.lines[line_index];
  const std::size_t begin = std::min<std::size_t>(source.begin, block.text.size());
  std::size_t end = line_index + 1 < block.lines.size() ? block.lines[line_index + 1].begin : block.text.size();
  end = std::clamp(end, begin, block.text.size());
  const std::string_view whole = std::string_view(block.text).substr(begin, end - begin);
  CvLine line;
  line.text = trim(whole);
  line.block = block_index;
  line.begin = static_cast<int>(line.text.data() - block.text.data());
  line.kind = block.kind;
  line.level = block.level;
  line.hard_break = source.hard_break;
  line.left = source.left;
  line.font_size = source.font_size;
  line.source = {source.page, source.line, std::max(source.line, source.last_line)};
  return line;
}

bool ends_with_hyphen(std::string_view text) {
  return text.ends_with("-") || text.ends_with("\xC2\xAD");
}

/// Appends `next` to `out`; a hyphen at the end of `out` before a small letter is a word torn at the line end.
void join_line(std::string& out, std::string_view next) {
  if (out.empty()) {
    out = next;
    return;
  }
  const bool soft = out.ends_with("\xC2\xAD");
  const bool small = !next.empty() && next.front() >= 'a' && next.front() <= 'z';
  if (soft) {
    out.resize(out.size() - 2);
  } else if (out.ends_with("-") && small && out.size() > 1 && counts_as_letter(out[out.size() - 2])) {
    out.pop_back();
  } else if (!ends_with_hyphen(out)) {
    out += ' ';
  }
  out += next;
}

}  // namespace

double style_share(const Block& block, int begin, int end, Style style) {
  const int size = static_cast<int>(block.text.size());
  begin = std::clamp(begin, 0, size);
  end = std::clamp(end, begin, size);
  const int letters = letters_between(block.text, begin, end);
  if (letters == 0) return 0;
  int styled = 0;
  int done = begin;
  for (const StyleSpan& span : block.styles) {
    if (!(span.styles & style)) continue;
    const int from = std::max(done, static_cast<int>(span.begin));
    const int to = std::min(end, static_cast<int>(span.end));
    if (from >= to) continue;
    styled += letters_between(block.text, from, to);
    done = to;
  }
  return static_cast<double>(styled) / letters;
}

namespace {

/// Cells of several lines each stand side by side in print: every one is read on its own, so their lines are cut at
/// the borders. Returns whether `line` was cut into `out`.
bool cut_cells(const Block& block, const CvLine& line, std::vector<CvLine>& out) {
  if (block.kind != BlockKind::kTableRow || block.text.find('\n') == std::string::npos) return false;
  if (line.text.find('\t') == std::string_view::npos) return false;
  bool first = true;
  for (std::string_view cell : split(line.text, '\t')) {
    const std::string_view text = trim(cell);
    if (text.empty()) continue;
    CvLine part = line;
    part.begin += static_cast<int>(text.data() - line.text.data());
    part.text = text;
    part.gap_before = first && line.gap_before;
    part.first_in_block = first ? line.first_in_block : false;
    part.hard_break = true;
    first = false;
    out.push_back(part);
  }
  return true;
}

void add_styles(const Block& block, CvLine& line) {
  if (block.styles.empty()) return;
  const int end = line.begin + static_cast<int>(line.text.size());
  line.bold = static_cast<float>(style_share(block, line.begin, end, kBold));
  line.italic = static_cast<float>(style_share(block, line.begin, end, kItalic));
}

/// In a row of many-lined cells the first line of each cell opens something of its own.
void mark_cell_starts(const Block& block, std::vector<CvLine>& lines, std::size_t from) {
  for (std::size_t i = from + 1; i < lines.size(); ++i) {
    const auto begin = static_cast<std::size_t>(lines[i].begin);
    const std::size_t tab = block.text.rfind('\t', begin);
    const bool after_tab = tab != std::string::npos && trim(std::string_view(block.text).substr(tab, begin - tab)).empty();
    const bool own_lines = i + 1 < lines.size() && block.text.find('\t', begin) > static_cast<std::size_t>(lines[i + 1].begin);
    const bool lines_before = i >= from + 2;
    if (after_tab && own_lines && lines_before) lines[i].first_in_block = true;
  }
}

SourceSpan source_of(const CvText& text, const SourceSpan& span) {
  if (span.page == kMetaPage) return {0, span.first_line, span.last_line};
  const auto end = std::min(static_cast<std::size_t>(std::max(span.last_line, 0)), text.lines.size());
  const auto begin = static_cast<std::size_t>(span.first_line) - 1;
  if (span.first_line < 1 || begin >= end) return {};
  SourceSpan source = text.lines[begin].source;
  for (std::size_t i = begin; i < end; ++i) {
    const SourceSpan& line = text.lines[i].source;
    if (line.page == source.page) source.last_line = std::max(source.last_line, line.last_line);
  }
  return source;
}

}  // namespace

CvText make_cv_text(const LayoutDocument& document) {
  CvText text;
  text.document = &document;
  for (std::size_t b = 0; b < document.blocks.size(); ++b) {
    const Block& block = document.blocks[b];
    bool first = true;
    const std::size_t from = text.lines.size();
    for (std::size_t l = 0; l < block.lines.size(); ++l) {
      CvLine line = make_line(block, static_cast<int>(b), l);
      if (line.text.empty()) continue;
      line.first_in_block = first;
      line.gap_before = first && block.gap_before;
      first = false;
      if (!cut_cells(block, line, text.lines)) text.lines.push_back(line);
    }
    for (std::size_t i = from; i < text.lines.size(); ++i) add_styles(block, text.lines[i]);
    if (block.kind == BlockKind::kTableRow) mark_cell_starts(block, text.lines, from);
  }
  number_lines(text);
  return text;
}

void number_lines(CvText& text) {
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const int number = static_cast<int>(i) + 1;
    text.lines[i].span = {0, number, number};
  }
}

void find_sources(const CvText& text, CvRecord& cv) {
  const auto place = [&](auto& records) {
    for (auto& record : records) record.span = source_of(text, record.span);
  };
  place(cv.education);
  place(cv.employment);
  place(cv.papers);
  place(cv.advising);
  place(cv.hosts);
  place(cv.service);
  place(cv.awards);
  place(cv.projects);
  cv.owner_span = source_of(text, cv.owner_span);
}

std::string joined_text(const CvText& text, int begin, int end) {
  std::string out;
  for (int i = begin; i < end; ++i) join_line(out, text.lines[static_cast<std::size_t>(i)].text);
  return collapse_spaces(out);
}

SourceSpan span_of(const CvText& text, int begin, int end) {
  if (begin >= end || text.lines.empty()) return {};
  return {0, text.lines[static_cast<std::size_t>(begin)].span.first_line,
          text.lines[static_cast<std::size_t>(end) - 1].span.last_line};
}

}  // namespace scholargraph
