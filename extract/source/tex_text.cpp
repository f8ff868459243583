// SPDX-License-Identifier: Apache-2.0
// An accent command is followed by its base letter, in braces or not, perhaps as another command (\i): the base is decoded
// first, the combining mark put behind it, and NFC joins them. One pass, cost linear in the text.
#include "extract/source/tex_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace scholargraph {

namespace {

struct Symbol {
  std::string_view command;
  std::string_view text;
};

/// Sorted by command.
constexpr auto kSymbols = std::to_array<Symbol>({
    {"AA", "Å"}, {"AE", "Æ"}, {"DH", "Ð"}, {"DJ", "Đ"}, {"Delta", "Δ"}, {"Gamma", "Γ"}, {"L", "Ł"}, {"LaTeX", "LaTeX"},
    {"Lambda", "Λ"}, {"NG", "Ŋ"}, {"O", "Ø"}, {"OE", "Œ"}, {"Omega", "Ω"}, {"P", "¶"}, {"Phi", "Φ"}, {"Pi", "Π"},
    {"Psi", "Ψ"}, {"S", "§"}, {"SS", "ẞ"}, {"Sigma", "Σ"}, {"TH", "Þ"}, {"TeX", "TeX"}, {"Theta", "Θ"}, {"Xi", "Ξ"},
    {"aa", "å"}, {"ae", "æ"}, {"alpha", "α"}, {"approx", "≈"}, {"ast", "∗"}, {"beta", "β"}, {"bullet", "•"},
    {"cdot", "·"}, {"cdots", "⋯"}, {"chi", "χ"}, {"circ", "∘"}, {"copyright", "©"}, {"dag", "†"}, {"dagger", "†"},
    {"ddag", "‡"}, {"degree", "°"}, {"delta", "δ"}, {"dh", "ð"}, {"dj", "đ"}, {"dots", "…"}, {"ell", "ℓ"},
    {"epsilon", "ε"}, {"equiv", "≡"}, {"eta", "η"}, {"euro", "€"}, {"exists", "∃"}, {"forall", "∀"}, {"gamma", "γ"},
    {"ge", "≥"}, {"geq", "≥"}, {"guillemotleft", "«"}, {"guillemotright", "»"}, {"i", "ı"}, {"in", "∈"},
    {"infty", "∞"}, {"iota", "ι"}, {"j", "ȷ"}, {"kappa", "κ"}, {"l", "ł"}, {"lambda", "λ"}, {"langle", "⟨"},
    {"ldots", "…"}, {"le", "≤"}, {"leq", "≤"}, {"lq", "‘"}, {"mu", "μ"}, {"nabla", "∇"}, {"ne", "≠"}, {"neq", "≠"},
    {"ng", "ŋ"}, {"nu", "ν"}, {"o", "ø"}, {"oe", "œ"}, {"omega", "ω"}, {"partial", "∂"}, {"phi", "φ"}, {"pi", "π"},
    {"pm", "±"}, {"pounds", "£"}, {"psi", "ψ"}, {"quad", " "}, {"quotedblbase", "„"}, {"rangle", "⟩"}, {"rho", "ρ"},
    {"rightarrow", "→"}, {"rq", "’"}, {"sigma", "σ"}, {"sim", "∼"}, {"ss", "ß"}, {"subset", "⊂"}, {"tau", "τ"},
    {"textasciitilde", "~"}, {"textbackslash", "\\"}, {"textbar", "|"}, {"textbullet", "•"}, {"textdollar", "$"},
    {"textellipsis", "…"}, {"textemdash", "—"}, {"textendash", "–"}, {"texteuro", "€"}, {"textgreater", ">"},
    {"textless", "<"}, {"textmu", "µ"}, {"textonehalf", "½"}, {"textquotedblleft", "“"}, {"textquotedblright", "”"},
    {"textquoteleft", "‘"}, {"textquoteright", "’"}, {"textquotesingle", "'"}, {"textregistered", "®"},
    {"texttrademark", "™"}, {"textunderscore", "_"}, {"th", "þ"}, {"theta", "θ"}, {"times", "×"}, {"to", "→"},
    {"varepsilon", "ε"}, {"varphi", "φ"}, {"xi", "ξ"}, {"zeta", "ζ"},
});

struct Accent {
  char command;
  char32_t mark;
};
constexpr Accent kAccents[] = {
    {'`', 0x300}, {'\'', 0x301}, {'^', 0x302}, {'~', 0x303}, {'=', 0x304}, {'u', 0x306}, {'.', 0x307}, {'"', 0x308},
    {'r', 0x30A}, {'H', 0x30B}, {'v', 0x30C}, {'d', 0x323}, {'c', 0x327}, {'k', 0x328}, {'b', 0x331}, {'U', 0x30E},
    {'G', 0x30F}, {'f', 0x311},
};
constexpr std::pair<std::string_view, char> kMathAccents[] = {
    {"acute", '\''}, {"grave", '`'}, {"hat", '^'}, {"tilde", '~'}, {"bar", '='}, {"ddot", '"'}, {"dot", '.'},
    {"check", 'v'}, {"breve", 'u'}, {"textcommabelow", 'c'},
};

char32_t accent_mark(char command) {
  for (const Accent& accent : kAccents)
    if (accent.command == command) return accent.mark;
  return 0;
}

class TexDecoder {
 public:
  explicit TexDecoder(std::string_view text) : text_(text) {}

  std::string run() {
    while (pos_ < text_.size()) step(0);
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
      default: out_ += c; ++pos_;
    }
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
    if (const char32_t mark = accent_mark(c); mark != 0) {
      accent(mark, depth);
    } else if (c == '\\' || c == ' ' || c == '\n' || c == ',' || c == ';' || c == ':') {
      out_ += ' ';
    } else if (c != '/' && c != '-' && c != '!' && c != '(' && c != ')' && c != '[' && c != ']') {
      out_ += c;
    }
  }

  void control_word(std::string_view word, int depth) {
    if (word == "char") {
      character_code();
      return;
    }
    const auto symbol = std::lower_bound(kSymbols.begin(), kSymbols.end(), word,
                                         [](const Symbol& s, std::string_view w) { return s.command < w; });
    if (symbol != kSymbols.end() && symbol->command == word) {
      out_ += symbol->text;
      skip_one_blank();
      return;
    }
    char32_t mark = word.size() == 1 ? accent_mark(word[0]) : 0;
    for (const auto& [name, accent_command] : kMathAccents)
      if (name == word) mark = accent_mark(accent_command);
    if (mark != 0) {
      accent(mark, depth);
      return;
    }
    skip_one_blank();
  }

  void skip_one_blank() {
    if (pos_ < text_.size() && text_[pos_] == ' ') ++pos_;
  }

  /// \char`X, \char123, \char"7E, \char'176
  void character_code() {
    while (pos_ < text_.size() && text_[pos_] == ' ') ++pos_;
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
    if (value >= 0x20) append_utf8(out_, value);
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
  std::size_t pos_ = 0;
  std::string out_;
};

}  // namespace

bool has_tex(std::string_view text) {
  for (const char c : text)
    if (c == '\\' || c == '{' || c == '}' || c == '~' || c == '$' || c == '`') return true;
  return text.find("--") != std::string_view::npos || text.find("''") != std::string_view::npos;
}

std::string decode_tex(std::string_view text) {
  if (!has_tex(text)) return collapse_spaces(text);
  return TexDecoder(text).run();
}

}  // namespace scholargraph
