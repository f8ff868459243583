// SPDX-License-Identifier: Apache-2.0
#include "extract/read/pdf_glyphs.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace scholargraph {
namespace {

constexpr bool is_private(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

/// Symbol and Wingdings bullets, which poppler passes on as private-use characters.
constexpr bool is_private_bullet(char32_t c) {
  return c == 0xF0B7 || c == 0xF0A7 || c == 0xF0D8 || c == 0xF076 || c == 0xF0FC || c == 0xF06E || c == 0xF0A8 ||
         c == 0xF071 || c == 0xF02D;
}

std::string_view ligature(char32_t c) {
  switch (c) {
    case 0xFB00: return "ff";
    case 0xFB01: return "fi";
    case 0xFB02: return "fl";
    case 0xFB03: return "ffi";
    case 0xFB04: return "ffl";
    case 0xFB05:
    case 0xFB06: return "st";
    default: return {};
  }
}

constexpr bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFD;
}

/// The combining form of a spacing accent, or 0.
char32_t combining(char32_t c) {
  switch (c) {
    case U'`': return 0x300;
    case 0xB4: return 0x301;
    case 0x2C6: return 0x302;
    case 0x2DC: return 0x303;
    case 0xAF: return 0x304;
    case 0x2D8: return 0x306;
    case 0x2D9: return 0x307;
    case 0xA8: return 0x308;
    case 0x2DA: return 0x30A;
    case 0x2DD: return 0x30B;
    case 0x2C7: return 0x30C;
    case 0xB8: return 0x327;
    case 0x2DB: return 0x328;
    default: return 0;
  }
}

char32_t last_code_point(std::string_view text, std::size_t& begin) {
  begin = text.size();
  while (begin > 0 && (static_cast<unsigned char>(text[--begin]) & 0xC0) == 0x80) {
  }
  std::size_t pos = begin;
  return next_code_point(text, pos);
}

/// A dotless i or j is what TeX puts an accent on.
char32_t accent_base(char32_t c) { return c == 0x131 ? U'i' : c == 0x237 ? U'j' : c; }

/// The letter with the accent on it, or 0 if no such letter exists.
char32_t accented(char32_t letter, char32_t mark) {
  if (mark == 0 || !is_letter(letter)) return 0;
  std::string pair;
  append_utf8(pair, accent_base(letter));
  append_utf8(pair, mark);
  const std::string composed = nfc(pair);
  if (utf8_length(composed) != 1) return 0;
  std::size_t pos = 0;
  return next_code_point(composed, pos);
}

bool is_vowel(char32_t c) {
  constexpr std::u32string_view kVowels = U"aeiouyAEIOUY\u0131";
  return kVowels.find(c) != kVowels.npos;
}

/// `text` as code points with the places around one of them; 0 stands for the outside.
struct CodePoints {
  std::u32string all;
  [[nodiscard]] char32_t at(std::size_t i) const { return i < all.size() ? all[i] : 0; }
};

CodePoints code_points(std::string_view text) {
  CodePoints out;
  for (std::size_t pos = 0; pos < text.size();) out.all += next_code_point(text, pos);
  return out;
}

/// "O´Hara", "l´Ecole", "it´s", "don´t": typewriters have no other apostrophe.
bool is_apostrophe(const CodePoints& text, std::size_t i) {
  const char32_t accent = text.at(i);
  if (accent != 0xB4 && accent != U'`') return false;
  const char32_t before = i > 0 ? text.at(i - 1) : 0;
  const char32_t after = text.at(i + 1);
  if (accent == U'`') return !is_vowel(after) || !is_letter(before);
  if (!is_letter(after)) return false;
  constexpr std::u32string_view kClipped = U"tmdv";  // "isn´t", "I´m", "he´d", "I´ve"
  if (kClipped.find(after) != kClipped.npos) return true;
  constexpr std::u32string_view kPossessive = U"slr";
  if (kPossessive.find(after) != kPossessive.npos && !is_letter(text.at(i + 2))) return is_letter(before);
  const bool word_of_one = is_letter(before) && (i < 2 || !is_letter(text.at(i - 2)));
  return is_upper(after) && is_letter(before) && (!is_upper(before) || (word_of_one && !is_upper(text.at(i + 2))));
}

/// "Universit´e". Few consonants take an acute; any other would be an accident.
char32_t accented_next(char32_t next, char32_t mark) {
  constexpr std::u32string_view kAcuteConsonants = U"cnszlrCNSZLR";
  if (mark == 0x301 && !is_vowel(next) && kAcuteConsonants.find(next) == kAcuteConsonants.npos) return 0;
  return accented(next, mark);
}

/// "Cafe´ noir": the accent follows its letter, as nothing behind it can carry it.
char32_t accented_before(const CodePoints& text, std::size_t i, char32_t mark) {
  const char32_t before = i > 0 ? text.at(i - 1) : 0;
  const bool carries = is_vowel(before) || (mark == 0x303 && (before == U'n' || before == U'N'));
  const bool above = mark != 0x327 && mark != 0x328 && text.at(i) != U'`';
  return carries && above && i + 1 < text.all.size() ? accented(before, mark) : 0;
}

bool contains_any(std::string_view family, const std::vector<std::string_view>& parts) {
  const std::string lower = to_lower(family);
  return std::any_of(parts.begin(), parts.end(),
                     [&](std::string_view part) { return lower.find(part) != std::string::npos; });
}

}  // namespace

std::string readable_glyphs(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = next_code_point(utf8, pos);
    if (c == U'\t' || c == U'\n' || is_space(c)) {
      if (c != 0x200B) out += ' ';
    } else if (const std::string_view letters = ligature(c); !letters.empty()) {
      out += letters;
    } else if (is_private_bullet(c)) {
      out += "•";
    } else if (!is_private(c) && !is_invisible(c)) {
      append_utf8(out, c);
    }
  }
  return out;
}

void join_accent(std::string& before, std::string& after) {
  if (before.empty() || after.empty()) return;
  std::size_t accent_begin = 0;
  const char32_t mark = combining(last_code_point(before, accent_begin));
  std::size_t letter_end = 0;
  const char32_t joined = accented(next_code_point(after, letter_end), mark);
  if (joined == 0) return;
  std::string composed;
  append_utf8(composed, joined);
  before.resize(accent_begin);
  after.replace(0, letter_end, composed);
}

std::string compose_accents(std::string_view text) {
  if (text.find_first_of("`\xC2\xCB") == text.npos) return std::string(text);
  const CodePoints points = code_points(text);
  std::u32string out;
  for (std::size_t i = 0; i < points.all.size(); ++i) {
    out += points.all[i];
    const char32_t mark = combining(points.all[i]);
    if (mark == 0 || is_apostrophe(points, i)) continue;
    if (const char32_t on_next = accented_next(points.at(i + 1), mark); on_next != 0) {
      out.back() = on_next;
      ++i;
    } else if (const char32_t on_previous = accented_before(points, i, mark); on_previous != 0) {
      out.pop_back();
      out.back() = on_previous;
    }
  }
  std::string utf8;
  for (const char32_t c : out) append_utf8(utf8, c);
  return utf8;
}

bool is_icon_font(std::string_view family) {
  static const std::vector<std::string_view> parts = {"awesome", "fontello", "icomoon", "ionicon",  "materialicon",
                                                      "marvosym", "academicon", "glyphicon", "typicon", "simple-icons"};
  return contains_any(family, parts);
}

bool is_bold_font(std::string_view family) {
  static const std::vector<std::string_view> parts = {"bold", "-medi", "cmbx", "cmssbx", "heavy", "black",
                                                      "demi", "sfbx",  "ecbx", "lmb",    "-semb"};
  return contains_any(family, parts);
}

bool is_italic_font(std::string_view family) {
  static const std::vector<std::string_view> parts = {"italic", "ital", "obli", "cmti", "cmsl", "slant", "sfti", "ecti", "kursiv"};
  return contains_any(family, parts);
}

}  // namespace scholargraph
