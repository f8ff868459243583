// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/dates_tokens.h"

#include <string>

#include "base/text.h"
#include "extract/cv/dates_lexicon.h"

namespace scholargraph {

namespace {

/// The value of a decimal digit of any width, -1 for anything else.
int digit_value(char32_t c) {
  if (c >= '0' && c <= '9') return static_cast<int>(c - '0');
  if (c >= 0xFF10 && c <= 0xFF19) return static_cast<int>(c - 0xFF10);
  return -1;
}

bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x2192 || c == 0xFF0D || c == 0xFE63;
}

bool is_tilde(char32_t c) { return c == '~' || c == 0x301C || c == 0xFF5E || c == 0x223C; }

DateTokenKind punctuation_kind(char32_t c) {
  if (is_dash(c)) return DateTokenKind::kDash;
  if (is_tilde(c)) return DateTokenKind::kTilde;
  switch (c) {
    case '.':
    case 0xFF0E:
      return DateTokenKind::kDot;
    case '/':
    case 0xFF0F:
      return DateTokenKind::kSlash;
    case ',':
    case 0xFF0C:
      return DateTokenKind::kComma;
    case '\'':
    case '`':
    case 0x2018:
    case 0x2019:
    case 0x02BC:
      return DateTokenKind::kApostrophe;
    default:
      return DateTokenKind::kOther;
  }
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::vector<DateToken> run() {
    bool blank = true;
    bool gap = false;
    while (pos_ < text_.size()) {
      const std::size_t begin = pos_;
      const char32_t c = next_code_point(text_, pos_);
      if (is_space(c)) {
        blank = true;
        gap = gap || c == '\t';
        continue;
      }
      DateToken token;
      token.begin = begin;
      token.blank_before = blank;
      token.gap_before = gap;
      blank = gap = false;
      read(token, c);
      token.end = pos_;
      tokens_.push_back(token);
    }
    return std::move(tokens_);
  }

 private:
  void read(DateToken& token, char32_t c) {
    if (digit_value(c) >= 0) return read_number(token, c);
    if (is_cjk(c)) {
      token.kind = DateTokenKind::kHan;
      token.han = c;
      return;
    }
    if (is_letter(c)) return read_word(token);
    token.kind = punctuation_kind(c);
    token.han = c;
    if (token.kind == DateTokenKind::kDash) read_dashes(token);
  }

  void read_number(DateToken& token, char32_t c) {
    token.kind = DateTokenKind::kNumber;
    token.value = digit_value(c);
    token.digits = 1;
    for (std::size_t next = pos_; pos_ < text_.size(); pos_ = next) {
      const int digit = digit_value(next_code_point(text_, next));
      if (digit < 0) return;
      if (token.digits < 8) token.value = token.value * 10 + digit;
      ++token.digits;
    }
  }

  void read_word(DateToken& token) {
    token.kind = DateTokenKind::kWord;
    for (std::size_t next = pos_; pos_ < text_.size(); pos_ = next) {
      const char32_t c = next_code_point(text_, next);
      // A combining mark belongs to the letter before it.
      if ((!is_letter(c) || is_cjk(c)) && !(c >= 0x300 && c < 0x370)) break;
    }
    const DateWordEntry entry = look_up_date_word(fold(text_.substr(token.begin, pos_ - token.begin)));
    token.word = entry.word;
    token.value = entry.value;
  }

  void read_dashes(DateToken& token) {
    token.digits = 1;
    for (std::size_t next = pos_; pos_ < text_.size(); pos_ = next) {
      if (!is_dash(next_code_point(text_, next))) return;
      ++token.digits;
    }
  }

  std::string_view text_;
  std::size_t pos_ = 0;
  std::vector<DateToken> tokens_;
};

/// "10.1093/mnras" is a DOI, "10.2019" a month.
bool has_doi(std::string_view chunk) {
  for (auto at = chunk.find("10."); at != std::string_view::npos; at = chunk.find("10.", at + 1)) {
    const auto slash = chunk.find_first_not_of("0123456789", at + 3);
    if (slash != std::string_view::npos && chunk[slash] == '/' && slash >= at + 7) return true;
  }
  return false;
}

bool is_address(std::string_view chunk) {
  for (const std::string_view mark : {"://", "@", ".com/", ".org/", ".edu/", ".html", ".pdf", ".htm", "www."})
    if (chunk.find(mark) != std::string_view::npos) return true;
  return starts_with_ignore_case(chunk, "arxiv") || starts_with_ignore_case(chunk, "doi") || has_doi(chunk);
}

void mask_addresses(std::string_view text, std::vector<DateToken>& tokens) {
  std::size_t first = 0;
  while (first < tokens.size()) {
    std::size_t last = first + 1;
    while (last < tokens.size() && !tokens[last].blank_before) ++last;
    const auto chunk = text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin);
    if (last - first > 3 && is_address(chunk))
      for (std::size_t i = first; i < last; ++i) tokens[i].masked = true;
    first = last;
  }
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens = Scanner(text).run();
  mask_addresses(text, tokens);
  return tokens;
}

}  // namespace scholargraph
