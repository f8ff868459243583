// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/sections_headings.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "extract/cv/dates.h"

namespace scholargraph {
namespace {

constexpr std::size_t kLongestHeading = 90;  ///< bytes
constexpr std::size_t kMostWords = 10;

bool all_capitals(std::string_view text) {
  int upper = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (is_lower(c)) return false;
    if (is_upper(c)) ++upper;
  }
  return upper >= 4;
}

bool starts_like_heading(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (is_letter(c)) return !is_lower(c);
  }
  return false;
}

/// The line without what decorates headings: numbering, a final colon, rules.
std::string_view bare_heading(std::string_view text) {
  while (!text.empty() && (text.back() == ':' || text.back() == '-' || text.back() == '_' || text.back() == '.')) text.remove_suffix(1);
  if (text.ends_with("\xEF\xBC\x9A")) text.remove_suffix(3);
  if (const std::size_t open = text.rfind(" ("); text.ends_with(')') && open != std::string_view::npos) {
    const std::string_view before = trim(text.substr(0, open));
    if (heading_meaning(before).coverage > 0.99) text = before;  // "Selected papers (as first author)"
  }
  for (std::string_view since : {" since ", " SINCE ", " Since ", " seit ", " depuis ", " desde ", " dal "}) {
    if (const std::size_t at = text.find(since); at != std::string_view::npos && !find_dates(text.substr(at + since.size())).empty()) text = text.substr(0, at);
  }
  return trim(text);
}

bool shape_allows(const CvLine& line) {
  const std::string_view text = line.text;
  if (text.size() > kLongestHeading || text.find('@') != std::string_view::npos) return false;
  if (text.find("://") != std::string_view::npos || text.find('\t') != std::string_view::npos) return false;
  if (line.kind == BlockKind::kHeading) return true;
  if (text.back() == ',' || text.back() == ';' || text.back() == '.') return false;
  return starts_like_heading(text);
}

HeadingLook look_of(const CvLine& line, float body) {
  HeadingLook look;
  look.block = line.kind == BlockKind::kHeading;
  look.level = look.block ? line.level : 0;
  look.bold = line.bold > 0.9F;
  look.italic = line.italic > 0.9F;
  look.capitals = all_capitals(line.text);
  look.colon = line.text.ends_with(":") || line.text.ends_with("\xEF\xBC\x9A");
  look.label = line.level < 0;
  if (look.block) look.bold = look.italic = look.colon = false;
  if (body > 0 && line.font_size > 0 && std::fabs(line.font_size - body) > 0.04F * body) {
    look.size = static_cast<int>(std::lround(line.font_size * 2));
  }
  return look;
}

bool alone_in_block(const CvText& text, std::size_t i) {
  const auto& lines = text.lines;
  return lines[i].first_in_block && (i + 1 == lines.size() || lines[i + 1].block != lines[i].block);
}

/// "Industrial Product Development Experience": every word capital, the head of the phrase known, no comma.
bool headed_by_known_word(std::string_view text, const std::vector<LexWord>& words) {
  if (words.size() < 2 || words.size() > 6 || text.find_first_of(",;:()0123456789") != std::string_view::npos) return false;
  for (const LexWord& word : words) {
    if (!word.capital && word.folded.size() > 3) return false;
  }
  const HeadingMeaning head = heading_meaning(words.back().folded);
  const bool usual = head.kind == SectionKind::kEmployment || head.kind == SectionKind::kPapers || head.kind == SectionKind::kAwards ||
                     head.kind == SectionKind::kEducation || head.kind == SectionKind::kTeaching;
  return usual && head.coverage > 0.99 && find_degrees(text).empty() && !institution_words().find(words) && !role_words().find(words);
}

bool is_known(const HeadingMeaning& meaning, std::size_t words, bool strongly_set) {
  if (meaning.kind == SectionKind::kUnknown) return false;
  if (strongly_set) return meaning.coverage >= 0.5 && (words <= 6 || meaning.coverage >= 0.75);
  return meaning.coverage >= 0.99 && words <= 6;
}

/// "Director of Postgraduate Studies", "Institute of Polar Studies, Torve University": an office or a place, whose name
/// holds a heading word.
bool names_office(std::string_view text, const std::vector<LexWord>& words) {
  const auto role = role_words().match_at(words, 0);
  if (role && role->last < words.size()) {
    const std::string& next = words[role->last].folded;
    if (next == "of" || next == "for" || next == "at") return true;
  }
  const auto institution = institution_words().find(words);
  return institution && institution->value != kUnitWord && text.find(',') != std::string_view::npos;
}

/// Two short lines that are a known heading only together: "Honors and" / "Awards".
bool broken_heading(const CvText& text, std::size_t i, HeadingMeaning& meaning) {
  if (i + 1 >= text.lines.size()) return false;
  const CvLine& a = text.lines[i];
  const CvLine& b = text.lines[i + 1];
  if (a.kind != b.kind || a.kind != BlockKind::kParagraph || a.source.page != b.source.page) return false;
  if (b.gap_before || a.text.size() > 24 || b.text.size() > 24 || !shape_allows(a) || !shape_allows(b)) return false;
  if (lex_words(a.text).size() > 2 || lex_words(b.text).size() > 2) return false;
  const HeadingMeaning second = heading_meaning(b.text);
  if (second.kind == SectionKind::kUnknown) return false;
  const std::string both = std::string(a.text) + " " + std::string(b.text);
  meaning = heading_meaning(both);
  const HeadingMeaning first = heading_meaning(a.text);
  if (first.kind != SectionKind::kUnknown && first.coverage > 0.99 && !a.text.ends_with("and") && !a.text.ends_with("&")) {
    if (second.coverage > 0.99 && first.kind == second.kind) return false;
  }
  return meaning.kind != SectionKind::kUnknown && meaning.coverage > 0.99;
}

}  // namespace

float body_font_size(const CvText& text) {
  std::map<int, std::size_t> letters;
  for (const CvLine& line : text.lines) {
    if (line.font_size > 0) letters[static_cast<int>(std::lround(line.font_size * 10))] += line.text.size();
  }
  const auto most = std::max_element(letters.begin(), letters.end(), [](auto& a, auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<float>(most->first) / 10;
}

namespace {

/// A plain line below a bold one of the same block is the venue or place of what the bold one names.
bool details_bold_line(const CvText& text, std::size_t i, const HeadingLook& look) {
  const CvLine& line = text.lines[i];
  return i > 0 && !line.first_in_block && line.bold < 0.1F && text.lines[i - 1].bold > 0.9F && !look.block &&
         !look.label && !look.capitals && !look.colon;
}

/// Where the text begins on the page: the least indent of all lines.
float left_margin(const CvText& text) {
  float margin = text.lines.empty() ? 0 : text.lines.front().left;
  for (const CvLine& line : text.lines) margin = std::min(margin, line.left);
  return margin;
}

/// A line indented as the line above it, and without a gap between them, goes on with a list: headings stand out.
bool goes_on_list(const CvText& text, std::size_t i, float margin) {
  constexpr float kIndent = 12;  // points, or columns of a text file
  const CvLine& line = text.lines[i];
  return i > 0 && !line.gap_before && line.kind == BlockKind::kParagraph && line.left > margin + kIndent &&
         std::fabs(line.left - text.lines[i - 1].left) < 1 && line.source.page == text.lines[i - 1].source.page;
}

}  // namespace

std::vector<HeadingCandidate> heading_candidates(const CvText& text) {
  std::vector<HeadingCandidate> found;
  const float body = body_font_size(text);
  const float margin = left_margin(text);
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const CvLine& line = text.lines[i];
    if (!shape_allows(line)) continue;
    const std::string_view bare = bare_heading(line.text);
    const auto bare_words = lex_words(bare);
    const std::size_t words = bare_words.size();
    if (words == 0 || words > kMostWords) continue;
    HeadingCandidate candidate;
    candidate.line = static_cast<int>(i);
    // The lines of one margin label follow each other.
    while (line.level < 0 && i + 1 < text.lines.size() && text.lines[i + 1].level < 0 &&
           text.lines[i + 1].source.first_line == text.lines[i].source.first_line + 1 &&
           !text.lines[i + 1].first_in_block && !text.lines[i + 1].gap_before) {
      ++i;
      ++candidate.lines;
    }
    candidate.look = look_of(line, body);
    candidate.meaning = candidate.lines > 1 ? heading_meaning(joined_text(text, candidate.line, candidate.line + candidate.lines)) : heading_meaning(bare);
    const HeadingLook& look = candidate.look;
    if (details_bold_line(text, i, look)) continue;
    const bool larger = look.size > static_cast<int>(std::lround(body * 2));
    const bool strong = look.block || look.label || look.bold || look.capitals || larger || (look.colon && alone_in_block(text, i));
    const bool spaced = alone_in_block(text, i) && line.kind == BlockKind::kParagraph;
    if (!strong && goes_on_list(text, i, margin)) continue;
    candidate.set_apart = strong || spaced;
    if (line.kind == BlockKind::kListItem && !look.bold && !look.capitals) continue;
    if (line.kind == BlockKind::kTableRow && !strong && !spaced) continue;
    candidate.known = is_known(candidate.meaning, words, strong || (spaced && words <= 3));
    if (candidate.known && candidate.meaning.coverage < 0.99 && names_office(bare, bare_words)) candidate.known = false;
    if (!candidate.known && spaced && candidate.meaning.coverage >= 0.4) candidate.known = headed_by_known_word(bare, bare_words);
    if (!candidate.set_apart) {
      HeadingMeaning both;
      if (broken_heading(text, i, both)) {
        candidate.lines = 2;
        candidate.meaning = both;
        candidate.known = true;
      }
      // A known word alone on a line is a heading even in text without any spacing.
      const bool follows_sentence = line.first_in_block || i == 0 || text.lines[i - 1].text.ends_with(".") ||
                                    text.lines[i - 1].text.size() < 60;
      if (!candidate.known || !follows_sentence || line.kind != BlockKind::kParagraph) continue;
    }
    found.push_back(candidate);
    if (candidate.lines == 2) ++i;
  }
  return found;
}

}  // namespace scholargraph
