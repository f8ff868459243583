// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/papers_text.h"

#include <algorithm>

#include "base/text.h"

namespace scholargraph {

namespace {

const CvLine& line_at(const CvText& text, int i) { return text.lines[static_cast<std::size_t>(i)]; }

std::vector<std::uint8_t> line_styles(const CvText& text, const CvLine& line) {
  std::vector<std::uint8_t> styles(line.text.size(), 0);
  const Block& block = text.document->blocks[static_cast<std::size_t>(line.block)];
  const auto from = static_cast<std::uint32_t>(line.begin);
  const auto to = static_cast<std::uint32_t>(from + line.text.size());
  for (const StyleSpan& span : block.styles) {
    if (span.begin >= to) break;
    for (std::uint32_t i = std::max(span.begin, from); i < std::min(span.end, to); ++i)
      styles[i - from] = static_cast<std::uint8_t>(styles[i - from] | span.styles);
  }
  return styles;
}

/// The line before ended although the next word would have fitted: the line end means something.
bool ends_early(const CvLine& before, const CvLine& line, std::size_t width) {
  const auto first_word = std::min(line.text.find(' '), line.text.size());
  constexpr std::size_t kSlack = 6;
  return width > 0 && before.text.size() + first_word + 1 + kSlack < width;
}

/// The line ends in a word after which no part of a citation ends.
bool joins_on(std::string_view before) {
  for (const std::string_view end : {" and", " &", " with", " of", " the", " und", " et", " y", " e"})
    if (before.ends_with(end)) return true;
  return false;
}

void append(CitationText& out, std::string_view text, const std::vector<std::uint8_t>& styles) {
  out.text += text;
  out.styles.insert(out.styles.end(), styles.begin(), styles.end());
}

bool begins_large(std::string_view text) {
  std::size_t pos = 0;
  return !text.empty() && is_upper(next_code_point(text, pos));
}

bool ends_in_word(std::string_view text) {
  const char c = text.empty() ? ' ' : text.back();
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '?' || c == '!' || static_cast<unsigned char>(c) >= 0x80;
}

/// Bold type or a link that begins or ends just where a line ends, without a comma: a title above its authors, one of
/// them in bold. Italics do not count, as names of species and journals begin anywhere.
bool changes_style(const CitationText& before, const CvLine& line, const std::vector<std::uint8_t>& styles) {
  constexpr std::uint8_t kParts = kBold | kLink;
  if (before.styles.empty() || styles.empty() || !ends_in_word(before.text) || !begins_large(line.text)) return false;
  return ((before.styles.back() ^ styles.front()) & kParts) != 0;
}

/// The sign between two lines; a torn word is mended by removing its hyphen.
void join(CitationText& out, const CvLine& before, const CvLine& line, const std::vector<std::uint8_t>& styles,
          std::size_t width) {
  const auto drop = [&](std::size_t bytes) {
    out.text.resize(out.text.size() - bytes);
    out.styles.resize(out.styles.size() - bytes);
  };
  const bool small = !line.text.empty() && line.text.front() >= 'a' && line.text.front() <= 'z';
  if (out.text.ends_with("\xC2\xAD")) return drop(2);
  if (out.text.ends_with("-") && small && out.text.size() > 2 && out.text[out.text.size() - 2] != ' ') return drop(1);
  if (out.text.ends_with("-") && out.text.size() > 2 && out.text[out.text.size() - 2] != ' ') return;
  const bool separates =
      !joins_on(before.text) && (line.hard_break || line.first_in_block || changes_style(out, line, styles) ||
                                 (!small && line.left > 0 && ends_early(before, line, width)));
  const std::uint8_t style = !separates && !out.styles.empty() ? out.styles.back() : 0;
  out.text += separates ? '\n' : ' ';
  out.styles.push_back(style);
}

}  // namespace

CitationText citation_text(const CvText& text, int begin, int end, std::size_t width) {
  CitationText out;
  for (int i = begin; i < end; ++i) {
    const CvLine& line = line_at(text, i);
    const auto styles = line_styles(text, line);
    if (i > begin) join(out, line_at(text, i - 1), line, styles, width);
    append(out, line.text, styles);
  }
  return out;
}

std::size_t printed_width(const CvText& text, int begin, int end) {
  std::vector<std::size_t> lengths;
  for (int i = begin; i < end; ++i) lengths.push_back(line_at(text, i).text.size());
  if (lengths.size() < 4) return 0;
  std::sort(lengths.begin(), lengths.end());
  return lengths[lengths.size() * 9 / 10];
}

}  // namespace scholargraph
