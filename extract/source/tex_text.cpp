// SPDX-License-Identifier: Apache-2.0
// An accent command is followed by its base letter, in braces or not, perhaps as another command (\i): the base is decoded
// first, the combining mark put behind it, and NFC joins them. One pass, cost linear in the text.
#include "extract/source/tex_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "extract/read/tex_tables.h"

namespace scholargraph {

namespace {

/// Marks of direction and of width nothing, which nobody sees.
bool is_invisible(char32_t c) { return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || c == 0xFEFF; }

/// "\log" and its like print their own name, with a blank beside it whatever stands in the source.
bool is_operator(std::string_view command, std::string_view symbol) {
  return symbol == command && symbol.size() > 1 && !is_ascii_upper(symbol.front()) && symbol != "ij";
}

/// What a character says of its text (TexMarks), alone and behind one of its kind.
struct CharacterMarks {
  std::uint8_t alone = 0, twice = 0;
};
constexpr std::uint8_t kTex = 1, kLineEnd = 2, kGap = 4;
constexpr std::array<CharacterMarks, 256> kMarks = [] {
  std::array<CharacterMarks, 256> marks = {};
  for (const char c : {'\\', '{', '}', '~', '$', '`'}) marks[static_cast<unsigned char>(c)].alone = kTex;
  for (const char c : {'\n', '\t'}) marks[static_cast<unsigned char>(c)].alone = kLineEnd;
  for (const char c : {'-', '\''}) marks[static_cast<unsigned char>(c)].twice = kTex;
  marks[' '].twice = kGap;
  return marks;
}();

class TexDecoder {
 public:
  explicit TexDecoder(std::string_view text, int depth = 0) : text_(text), depth_(depth) {}

  std::string run() {
    while (pos_ < text_.size()) step(depth_);
    return collapse_spaces(nfc(out_));
  }

 private:
  static constexpr int kMaxDepth = 50;

  void step(int depth) {
    const char c = text_[pos_];
    switch (c) {
      case '\\': command(depth); return;
      case '{':
      case '}':
      case '$': ++pos_; return;
      case '~': out_ += ' '; ++pos_; return;
      case '-': dashes(); return;
      case '`':
      case '\'': quotes(c); return;
      default: plain();
    }
  }

  void plain() {
    const std::size_t begin = pos_;
    const auto special = [](char c) {
      const CharacterMarks& marks = kMarks[static_cast<unsigned char>(c)];
      return marks.alone == kTex || marks.twice == kTex;
    };
    while (pos_ < text_.size() && !special(text_[pos_])) ++pos_;
    out_.append(text_, begin, pos_ - begin);
  }

  void dashes() {
    const std::size_t end = std::min(text_.find_first_not_of('-', pos_), text_.size());
    const std::size_t count = end - pos_;
    out_ += count == 2 ? "–" : count == 3 ? "—" : text_.substr(pos_, count);
    pos_ = end;
  }

  void quotes(char c) {
    if (text_.substr(pos_, 2) == std::string_view(c == '`' ? "``" : "''")) {
      out_ += c == '`' ? "“" : "”";
      pos_ += 2;
      return;
    }
    out_ += c;
    ++pos_;
  }

  void command(int depth) {
    ++pos_;
    if (pos_ >= text_.size()) return;
    const char c = text_[pos_];
    if (!std::isalpha(static_cast<unsigned char>(c))) {
      control_symbol(c, depth);
      return;
    }
    const std::size_t begin = pos_;
    while (pos_ < text_.size() && std::isalpha(static_cast<unsigned char>(text_[pos_]))) ++pos_;
    control_word(text_.substr(begin, pos_ - begin), depth);
  }

  void control_symbol(char c, int depth) {
    ++pos_;
    if (const char32_t mark = tex_accent({&c, 1}); mark != 0) {
      accent(mark, depth);
    } else if (c == '\\' || c == ' ' || c == '\n' || c == ',' || c == ';' || c == ':') {
      out_ += ' ';
    } else if (c != '/' && c != '-' && c != '!' && c != '(' && c != ')' && c != '[' && c != ']') {
      out_ += c;
    }
  }

  void control_word(std::string_view word, int depth) {
    if (word == "char" || word == "unicode") return character_code();
    if (word == "frac" || word == "tfrac" || word == "dfrac") return fraction(depth);
    if (word == "quad" || word == "qquad") out_ += ' ';
    if (word == "not") return accent(0x338, depth);
    if (const char32_t mark = tex_accent(word); mark != 0) return accent(mark, depth);
    const std::string_view symbol = tex_symbol(word).value_or(std::string_view{});
    const bool apart = is_operator(word, symbol);
    if (apart && !out_.empty() && is_ascii_letter(out_.back())) out_ += ' ';
    out_ += symbol;
    if (!apart) skip_one_blank();
    skip_arguments(tex_signature(word).value_or(std::string_view{}));
  }

  /// Those of `signature` (extract/read/tex_tables.h) that are not printed.
  void skip_arguments(std::string_view signature) {
    for (const char kind : signature) {
      if (kind == 'm' && take_group('{', '}').empty()) skip_control_symbol();
      if (kind == 'o') take_group('[', ']');
      if (kind == 'c' || kind == 'd') return;
    }
  }

  /// "\{" as an argument without braces.
  void skip_control_symbol() {
    if (pos_ + 1 < text_.size() && text_[pos_] == '\\' && !is_ascii_letter(text_[pos_ + 1])) pos_ += 2;
  }

  /// The balanced group that begins here, without its brackets; empty when there is none.
  std::string_view take_group(char opening, char closing) {
    if (pos_ >= text_.size() || text_[pos_] != opening) return {};
    const std::size_t begin = ++pos_;
    for (int open = 1; pos_ < text_.size(); ++pos_) {
      const char c = text_[pos_];
      if (c == '\\') ++pos_;
      else if (c == opening) ++open;
      else if (c == closing && --open == 0) return text_.substr(begin, pos_++ - begin);
    }
    pos_ = begin;
    return {};
  }

  void fraction(int depth) {
    const std::string_view above = take_group('{', '}');
    const std::string_view below = take_group('{', '}');
    if (above.empty() || depth > kMaxDepth) return;
    out_ += TexDecoder(above, depth + 1).run() + "/" + TexDecoder(below, depth + 1).run();
  }

  void skip_one_blank() {
    if (pos_ < text_.size() && text_[pos_] == ' ') ++pos_;
  }

  /// \char`X, \char123, \char"7E, \char'176, \unicode{8321}
  void character_code() {
    while (pos_ < text_.size() && (text_[pos_] == ' ' || text_[pos_] == '{')) ++pos_;
    if (pos_ >= text_.size()) return;
    int base = 10;
    if (text_[pos_] == '"') base = 16;
    if (text_[pos_] == '\'') base = 8;
    if (base != 10) ++pos_;
    if (text_[pos_] == '`') {
      ++pos_;
      return;  // the character itself follows
    }
    char32_t value = 0;
    for (; pos_ < text_.size() && value < 0x110000; ++pos_) {
      const char c = text_[pos_];
      const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
      if (digit >= base) break;
      value = value * static_cast<char32_t>(base) + static_cast<char32_t>(digit);
    }
    if (value >= 0x20 && !is_invisible(value)) append_utf8(out_, value);
  }

  /// Decodes the next letter, group or command, then puts `mark` behind its first letter.
  void accent(char32_t mark, int depth) {
    while (pos_ < text_.size() && (text_[pos_] == ' ' || text_[pos_] == '{')) ++pos_;
    if (pos_ >= text_.size() || depth > kMaxDepth) return;
    if (text_[pos_] == '}') {
      ++pos_;
      return;
    }
    const std::size_t start = out_.size();
    if (text_[pos_] == '\\') {
      command(depth + 1);
    } else {
      std::size_t next = pos_;
      next_code_point(text_, next);
      out_.append(text_.substr(pos_, next - pos_));
      pos_ = next;
    }
    if (out_.size() == start) return;
    std::size_t first_end = start;
    const char32_t base = next_code_point(out_, first_end);
    std::string composed;
    append_utf8(composed, base == U'ı' ? U'i' : base == U'ȷ' ? U'j' : base);
    append_utf8(composed, mark);
    out_.replace(start, first_end - start, composed);
  }

  std::string_view text_;
  int depth_;
  std::size_t pos_ = 0;
  std::string out_;
};

}  // namespace

TexMarks tex_marks(std::string_view text) {
  unsigned found = 0;
  char last = '\0';
  for (const char c : text) {
    const CharacterMarks& marks = kMarks[static_cast<unsigned char>(c)];
    found |= marks.alone | (c == last ? marks.twice : 0u);
    last = c;
  }
  return {(found & kTex) != 0, (found & kLineEnd) != 0, (found & kGap) != 0};
}

std::string decode_tex(std::string_view text) {
  if (!tex_marks(text).tex) return collapse_spaces(text);
  return TexDecoder(text).run();
}

}  // namespace scholargraph
