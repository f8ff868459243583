// SPDX-License-Identifier: Apache-2.0
#include "extract/source/tagged_lines.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace scholargraph {

namespace {

bool is_tag_char(char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

std::size_t tag_length(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && is_tag_char(line[n])) ++n;
  return n;
}

}  // namespace

std::string_view tag_of(std::string_view line, TagStyle style, std::size_t& value_at) {
  const std::size_t length = tag_length(line);
  if (length < 2 || length > 4 || !std::isalpha(static_cast<unsigned char>(line[0]))) return {};
  if (style == TagStyle::kWebOfScience) {
    if (length != 2 || (line.size() > 2 && line[2] != ' ')) return {};
    value_at = std::min<std::size_t>(3, line.size());
    return line.substr(0, 2);
  }
  if (style == TagStyle::kRis && length != 2) return {};
  std::size_t dash = length;
  while (dash < line.size() && line[dash] == ' ' && dash < 5) ++dash;
  if (dash >= line.size() || line[dash] != '-') return {};
  if (style == TagStyle::kMedline && dash != 4) return {};
  value_at = dash + 1;
  return line.substr(0, length);
}

std::string_view TaggedLineReader::take_line() {
  const std::size_t end = std::min(text_.find('\n'), text_.size());
  std::string_view line = text_.substr(0, end);
  text_.remove_prefix(std::min(end + 1, text_.size()));
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line_ == 1 && line.starts_with("\xef\xbb\xbf")) line.remove_prefix(3);
  return line;
}

std::optional<TaggedLine> TaggedLineReader::next() {
  std::size_t value_at = 0;
  TaggedLine tagged;
  while (tagged.tag.empty()) {
    if (text_.empty()) return std::nullopt;
    const std::string_view line = take_line();
    tagged.tag = tag_of(line, style_, value_at);
    if (tagged.tag.empty()) continue;
    tagged.value = trim(line.substr(value_at));
    tagged.line = line_;
  }
  while (!text_.empty()) {
    std::string_view line = text_.substr(0, std::min(text_.find('\n'), text_.size()));
    std::size_t ignored = 0;
    if (trim(line).empty() || !tag_of(line, style_, ignored).empty()) break;
    // MEDLINE indents what goes on; RIS exports often do not.
    if (style_ == TagStyle::kMedline && line.front() != ' ') break;
    tagged.value += '\n';
    tagged.value += trim(take_line());
  }
  return tagged;
}

int year_of_date(std::string_view text) {
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view digits = text.substr(i, 4);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const int year = std::stoi(std::string(digits));
    return year >= 1000 && year < 3000 ? year : 0;
  }
  return 0;
}

std::size_t cut_before_line(std::string_view bytes, std::string_view start) {
  const std::size_t at = bytes.rfind("\n" + std::string(start));
  return at == std::string_view::npos ? 0 : at + 1;
}

}  // namespace scholargraph
