// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/names.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/names_lexicon.h"
#include "extract/cv/names_words.h"

namespace scholargraph {

namespace {

using Kind = NameWordKind;

bool is_footnote_sign(char32_t c) {
  switch (c) {
    case '*':
    case '#':
    case '^':
    case '~':
    case '_':
    case 0x2020:
    case 0x2021:
    case 0xA7:
    case 0xB6:
    case 0x2217:
    case 0x22C6:
    case 0x2605:
    case 0x2606:
    case 0x2709:
    case 0xB9:
    case 0xB2:
    case 0xB3:
    case 0x2731:
    case 0x2726:
    case 0x25E6:
    case 0x2022:
    case 0x22C4:
    case 0x25C7:
    case 0x2660:
    case 0x2663:
    case 0x2665:
    case 0x2666:
    case 0x266D:
    case 0xB0:
    case 0xAE:
    case 0xFE0F:
    case 0xFF0A:
    case 0x204E:
    case 0x203B:
      return true;
    case 0x2218:
    case 0x25CB:
    case 0x25CF:
    case 0x25AA:
    case 0x25A0:
      return true;
    default:
      return (c >= 0x2070 && c <= 0x2089) || (c >= 0x2720 && c <= 0x274B) || (c >= 0x1F300 && c <= 0x1FAFF);
  }
}

bool is_edge_punctuation(char32_t c) {
  return c == ',' || c == ';' || c == ':' || c == '"' || c == '[' || c == ']' || c == '|' || c == '/' || c == 0x201C ||
         c == 0x201D || c == 0xFF0C || c == 0x3001 || c == '{' || c == '}' || c == '-' || c == 0x2013 || c == 0x2014 ||
         c == 0xFF1B || c == 0xFF1A || c == '=' || c == '+' || c == 0xB7 || c == '!' || c == '?' || c == '<' ||
         c == '>';
}

std::string_view strip_front(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t start = pos;
    const char32_t c = next_code_point(text, pos);
    if (!is_space(c) && !is_footnote_sign(c) && !is_edge_punctuation(c) && c != '.' && c != ')' && !is_digit(c) &&
        c != '\'')
      return text.substr(start);
  }
  return {};
}

/// Start of the last code point of `text`.
std::size_t last_code_point(std::string_view text) {
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string_view strip_back(std::string_view text) {
  while (!text.empty()) {
    const std::size_t at = last_code_point(text);
    std::size_t pos = at;
    const char32_t c = next_code_point(text, pos);
    if (!is_space(c) && !is_footnote_sign(c) && !is_edge_punctuation(c) && !is_digit(c) && c != '(' && c != '\'') break;
    text = text.substr(0, at);
  }
  return text;
}

/// "Zhou Zhao (赵洲)", "J. Smith [PI]", "Lee, K. (Eds.)": what stands in brackets at the end is no part of the name.
std::string_view strip_brackets(std::string_view text) {
  if (text.empty()) return text;
  const char open = text.back() == ')' ? '(' : text.back() == ']' ? '[' : '\0';
  if (open == '\0') return text;
  const auto at = text.rfind(open);
  return at == std::string_view::npos ? text.substr(0, text.size() - 1) : text.substr(0, at);
}

std::string_view strip_marks(std::string_view text) {
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text = strip_brackets(strip_back(strip_front(text)));
  }
  return text;
}

bool is_lead_word(std::string_view folded) {
  static constexpr std::string_view kLeads[] = {"with", "and", "by", "und", "et", "mit", "con", "avec", "com", "from"};
  return std::find(std::begin(kLeads), std::end(kLeads), folded) != std::end(kLeads);
}

/// "M.R." of "M.R. Hill" is no "Mr.".
bool is_upper_initials(std::string_view word) {
  return word.size() == 4 && word[1] == '.' && word[3] == '.' && word[2] >= 'A' && word[2] <= 'Z' && word[0] >= 'A' &&
         word[0] <= 'Z';
}

/// Titles and joining words in front: "and Prof. Dr. A. Müller" -> "A. Müller".
std::string_view strip_titles(std::string_view text) {
  for (;;) {
    const auto end = text.find_first_of(" \t\n");
    if (end == std::string_view::npos) return text;
    if (is_upper_initials(text.substr(0, end))) return text;
    const std::string word = squash(text.substr(0, end));
    const bool ampersand = text.substr(0, end) == "&";
    if (!ampersand && !is_lead_word(word) && !is_name_title(word)) return text;
    text = strip_front(text.substr(end));
  }
}

/// ", PhD", ", M.D." and the like behind the name.
std::string_view strip_degrees(std::string_view text) {
  for (auto comma = text.rfind(','); comma != std::string_view::npos; comma = text.rfind(',')) {
    const std::string tail = squash(text.substr(comma + 1));
    if (!is_name_title(tail) || split_words(text.substr(0, comma)).size() < 2) break;  // "Hill, M.D." are initials
    text = trim(text.substr(0, comma));
  }
  const auto blank = text.rfind(' ');
  if (blank != std::string_view::npos) {
    const std::string tail = squash(text.substr(blank + 1));
    if (tail == "phd" || tail == "dphil") text = strip_back(text.substr(0, blank));
  }
  return text;
}

/// A full stop at the end stays only behind an initial or a suffix.
std::string_view strip_full_stop(std::string_view text) {
  while (!text.empty() && text.back() == '.') {
    const auto words = name_words(text);
    if (words.empty()) return {};
    const auto kind = words.back().kind;
    if ((kind == Kind::kInitials || kind == Kind::kSuffix) && !text.ends_with("..")) return text;
    text.remove_suffix(1);
    text = strip_back(text);
  }
  return text;
}

/// "Le$^{1}$", "Le$$\\circ$$": a footnote sign set as a formula.
std::string drop_formulas(std::string_view text) {
  std::string out;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '$') {
      while (i + 1 < text.size() && text[i + 1] == '$') ++i;
      inside = !inside;
    } else if (!inside) {
      out += text[i];
    }
  }
  return out;
}

/// Letters, points, hyphens and single blanks: nothing that a footnote could have left.
bool is_plain(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool single_blank = c == ' ' && i > 0 && text[i - 1] != ' ' && i + 1 < text.size();
    if (!is_ascii_letter(c) && c != '.' && c != '-' && c != ',' && !single_blank) return false;
  }
  return true;
}

/// Footnote signs inside: "Lin*, Y." -> "Lin, Y."; digits glued to a word go too.
std::string drop_inner_signs(std::string_view text) {
  if (is_plain(text)) return std::string(text);
  std::string out;
  char32_t before = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool drop = is_footnote_sign(c) || c == '"' || (is_digit(c) && is_letter(before));
    if (!drop) append_utf8(out, c);
    if (!drop) before = c;
  }
  return collapse_spaces(out);
}

}  // namespace

std::string clean_name(std::string_view text) {
  std::string without_formulas;
  if (text.find('$') != std::string_view::npos) text = without_formulas = drop_formulas(text);
  std::string_view name = strip_marks(trim(text));
  name = strip_marks(strip_titles(name));
  name = strip_full_stop(strip_degrees(name));
  return drop_inner_signs(strip_back(name));
}

NameParts split_name(std::string_view name) {
  const auto words = name_words(name);
  NameParts parts;
  const auto append = [](std::string& to, std::string_view word) {
    if (!to.empty()) to += ' ';
    to += word;
  };
  const auto comma = std::find_if(words.begin(), words.end(), [](const NameWord& w) { return w.kind == Kind::kComma; });
  if (comma != words.end() && comma + 1 != words.end() && (comma + 1)->kind != Kind::kSuffix) {
    for (auto it = words.begin(); it != comma; ++it) append(parts.family, it->text);
    for (auto it = comma + 1; it != words.end(); ++it)
      if (it->kind != Kind::kSuffix && it->kind != Kind::kComma) append(parts.given, it->text);
    return parts;
  }
  auto end = comma;
  while (end != words.begin() && (end - 1)->kind == Kind::kSuffix) --end;
  if (end == words.begin()) return parts;
  if (end - words.begin() == 1 && words.front().kind == Kind::kCjk && words.front().letters >= 2) {
    std::u32string letters;
    for (std::size_t pos = 0; pos < words.front().text.size();) letters += next_code_point(words.front().text, pos);
    const auto length = static_cast<std::size_t>(std::max(1, cjk_family_length(letters)));
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < std::min(length, letters.size() - 1); ++i) next_code_point(words.front().text, bytes);
    return {std::string(words.front().text.substr(bytes)), std::string(words.front().text.substr(0, bytes))};
  }
  auto family_begin = end - 1;
  if (family_begin->kind == Kind::kInitials && !family_begin->dotted && words.begin()->kind != Kind::kInitials &&
      family_begin != words.begin()) {  // "Smith JA"
    for (auto it = words.begin(); it != family_begin; ++it) append(parts.family, it->text);
    parts.given = family_begin->text;
    return parts;
  }
  if (family_begin->kind == Kind::kInitials && words.begin()->kind != Kind::kInitials &&
      family_begin != words.begin()) {
    auto first = words.begin();  // "Smith J. A."
    while (first->kind != Kind::kInitials) append(parts.family, (first++)->text);
    for (; first != end; ++first) append(parts.given, first->text);
    return parts;
  }
  while (family_begin != words.begin() && (family_begin - 1)->kind == Kind::kParticle) --family_begin;
  for (auto it = words.begin(); it != family_begin; ++it) append(parts.given, it->text);
  for (auto it = family_begin; it != end; ++it) append(parts.family, it->text);
  return parts;
}

}  // namespace scholargraph
