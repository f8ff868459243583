// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/entries_pieces.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace scholargraph {
namespace {

/// "Univ." or "St." or an initial: the point does not end a sentence.
bool abbreviation_before(std::string_view text, std::size_t point) {
  std::size_t begin = point;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(' && text[begin - 1] != '\t' && text[begin - 1] != ',') --begin;
  const std::string_view word = text.substr(begin, point - begin);
  if (word.empty()) return true;
  if (word.find('.') != std::string_view::npos) return word.size() <= 7;  // "Ph.D", "S.A": handled by the caller
  constexpr std::array<std::string_view, 23> kAbbreviations{"Univ", "Ph", "Phil", "Eng", "St", "Dr", "Prof", "Dept", "Dep", "Inst", "Tech", "Mt", "Ft",
                                                            "Mr", "Mrs", "Ms", "Assoc", "Asst", "Cia", "C\xC3\xAD" "a", "Sc", "Dipl", "Lab"};
  if (std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end()) return true;
  return word.size() == 1 && std::isalpha(static_cast<unsigned char>(word[0]));
}

bool cjk_at(std::string_view text, std::size_t pos) {
  return pos < text.size() && static_cast<unsigned char>(text[pos]) >= 0xE0 && is_cjk(next_code_point(text, pos));
}

/// A blank between two characters of scripts that write names without blanks parts two names.
bool between_cjk(std::string_view text, std::size_t blank) {
  return blank >= 3 && cjk_at(text, blank - 3) && cjk_at(text, blank + 1);
}

/// "X大学数理解析研究所": the run that goes on at `pos` closes with the name of an institute.
bool run_ends_as_institute(std::string_view text, std::size_t pos) {
  std::size_t end = pos;
  while (cjk_at(text, end)) next_code_point(text, end);
  const std::string_view run = text.substr(pos, end - pos);
  return run.ends_with("研究所") || run.ends_with("研究センター") || run.ends_with("研究院") || run.ends_with("研究中心");
}

/// In a run without blanks the name of an institution ends behind its last word, and a degree begins with its own:
/// "X大学経済学研究科博士後期課程".
bool cjk_border(std::string_view text, std::size_t pos) {
  if (pos < 6 || !cjk_at(text, pos) || !cjk_at(text, pos - 3)) return false;
  static constexpr std::string_view kEnds[] = {"大学", "大學", "学院", "學院", "研究所", "高等学校", "대학교"};
  static constexpr std::string_view kInside[] = {"院", "生", "校", "部", "等"};
  static constexpr std::string_view kStarts[] = {"博士", "修士", "学士", "硕士", "碩士", "本科", "석사", "박사", "학사"};
  const std::string_view before = text.substr(0, pos);
  const std::string_view rest = text.substr(pos);
  const auto starts = [&](std::string_view word) { return rest.starts_with(word); };
  const auto ends = [&](std::string_view word) { return before.ends_with(word); };
  if (std::any_of(std::begin(kStarts), std::end(kStarts), starts)) return !before.ends_with("工学") && !before.ends_with("理学");
  if (before.ends_with("大学") && run_ends_as_institute(text, pos)) return false;
  return std::any_of(std::begin(kEnds), std::end(kEnds), ends) && std::none_of(std::begin(kInside), std::end(kInside), starts);
}

/// Nothing but a line end parts the spans: the style goes on in the next line.
bool goes_on_below(const Block& block, const StyleSpan& span, const StyleSpan& next) {
  constexpr int kLetters = kBold | kItalic;
  if ((span.styles & kLetters) != (next.styles & kLetters) || next.begin < span.end) return false;
  const auto between = std::string_view(block.text).substr(span.end, next.begin - span.end);
  return between.find('\n') != std::string_view::npos && trim(between).empty();
}

/// Length of the separator at `pos`, 0 when there is none; `strong` when it ends a cell.
std::size_t separator_at(std::string_view text, std::size_t pos, bool& strong) {
  const char c = text[pos];
  strong = true;
  if (c == '\t' || c == '|' || c == ';' || c == '(' || c == ')' || c == '[' || c == ']') return 1;
  if (c == ':' && (pos + 1 >= text.size() || text[pos + 1] == ' ' || text[pos + 1] == '\t')) return 1;
  // Every mark below begins with a blank or a character beyond ASCII.
  const bool may_begin_mark = c == ' ' || static_cast<unsigned char>(c) >= 0x80;
  if (!may_begin_mark && c != '.') {
    strong = false;
    return c == ',' ? 1 : 0;
  }
  const std::string_view rest = text.substr(pos);
  for (std::string_view mark : {" \xE2\x80\x93 ", " \xE2\x80\x94 ", "\xE2\x80\x94", " - ", " -- ", " --- ", " \xC2\xB7 ", " \xE2\x80\xA2 ", " \xE2\x88\x92 ",
                                "\xEF\xBC\x9A", "\xEF\xBC\x9B", "\xE3\x80\x82", "\xEF\xBC\x88", "\xEF\xBC\x89", "\xE2\x97\xA6", " / "}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  if (c == '.' && (pos + 1 >= text.size() || text[pos + 1] == ' ')) {
    if (!abbreviation_before(text, pos)) return 1;
    return 0;
  }
  strong = false;
  if (c == ',') return 1;
  if (c == ' ' && between_cjk(text, pos)) return 1;
  for (std::string_view mark : {"\xEF\xBC\x8C", "\xE3\x80\x81"}) {
    if (rest.starts_with(mark)) return mark.size();
  }
  return 0;
}

}  // namespace

std::vector<std::size_t> style_borders(const CvText& text, const CvLine& line, std::size_t size) {
  std::vector<std::size_t> borders;
  const Block& block = text.document->blocks[static_cast<std::size_t>(line.block)];
  const auto begin = static_cast<std::uint32_t>(line.begin);
  const auto end = begin + static_cast<std::uint32_t>(size);
  const StyleSpan* before = nullptr;
  for (const StyleSpan& span : block.styles) {
    if (!(span.styles & (kBold | kItalic)) || span.end <= begin || span.begin >= end) continue;
    const bool goes_on = before != nullptr && goes_on_below(block, *before, span);
    if (goes_on) std::erase(borders, before->end - begin);
    if (span.begin > begin && !goes_on) borders.push_back(span.begin - begin);
    if (span.end < end) borders.push_back(span.end - begin);
    before = &span;
  }
  std::sort(borders.begin(), borders.end());
  return borders;
}

void mend_torn_words(std::string& text, const std::vector<std::size_t>& line_begins, std::vector<std::size_t>& borders) {
  constexpr std::size_t kHyphenAndBlank = 2;
  for (std::size_t k = line_begins.size(); k > 0;) {
    const std::size_t at = line_begins[--k];
    if (at < kHyphenAndBlank + 1 || at >= text.size() || text[at - 1] != ' ' || text[at - 2] != '-') continue;
    std::size_t before = at - kHyphenAndBlank - 1;
    while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
    std::size_t after = at;
    const char32_t left = next_code_point(text, before);
    const char32_t right = next_code_point(text, after);
    const bool torn = is_lower(right) ? is_letter(left) : is_upper(right) && is_upper(left);
    if (!torn) continue;
    text.erase(at - kHyphenAndBlank, kHyphenAndBlank);
    for (std::size_t& border : borders) {
      if (border >= at) border -= kHyphenAndBlank;
    }
  }
}

std::vector<Piece> cut(std::string_view text, std::size_t from, std::size_t to, const std::vector<std::size_t>& borders, int& cell, bool& bracketed) {
  std::vector<Piece> pieces;
  std::size_t begin = from;
  const auto finish = [&](std::size_t end) {
    if (end > begin && !trim(text.substr(begin, end - begin)).empty()) pieces.push_back({begin, end, cell, bracketed});
  };
  for (std::size_t pos = from; pos < to;) {
    bool strong = false;
    const std::size_t length = separator_at(text, pos, strong);
    if (length > 0) {
      finish(pos);
      if (strong) ++cell;
      if (text[pos] == '(' || text[pos] == '[') bracketed = true;
      if (text[pos] == ')' || text[pos] == ']') bracketed = false;
      begin = pos = std::min(to, pos + length);
      continue;
    }
    if (pos > begin && cjk_border(text, pos)) {
      finish(pos);
      begin = pos;
    }
    if (pos > begin && std::binary_search(borders.begin(), borders.end(), pos)) {
      finish(pos);
      ++cell;
      begin = pos;
    }
    ++pos;
  }
  finish(to);
  return pieces;
}

}  // namespace scholargraph
