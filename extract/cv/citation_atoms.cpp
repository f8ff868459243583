// SPDX-License-Identifier: Apache-2.0
// Cutting is generous: a border in the wrong place costs little, because the model may read on across it; a missing
// border cannot be repaired. Only quotes are closed units.
#include "extract/cv/citation_atoms.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/citation_features.h"
#include "extract/cv/citation_lexicon.h"
#include "extract/cv/citation_marks.h"
#include "extract/cv/citation_signs.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"
#include "extract/cv/names_words.h"
#include "extract/layout.h"

namespace scholargraph {

namespace {

constexpr std::uint8_t kMarks = kBold | kItalic | kLink | kUnderline;

bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

class Cutter {
 public:
  Cutter(const CitationText& entry, bool quotes) : entry_(entry), text_(first_part(entry.text)), quotes_(quotes) {}

  std::vector<CitationAtom> run() {
    begin_ = pos_ = skip_numbering(text_);
    while (pos_ < text_.size()) step();
    close(text_.size(), Border::kBreak, text_.size());
    return std::move(atoms_);
  }

 private:
  void step() {
    const std::size_t at = pos_;
    const char32_t c = next_code_point(text_, pos_);
    if (style_changes(at)) cut_style(at);
    if (c == '\n' || c == '\t') return close(at, Border::kBreak, pos_);
    if (closing_quote(c) != 0 && quotation(at, c)) return;
    if (closing_bracket(c) != 0 && bracket(at, c)) return;
    if (c == ',' || c == 0xFF0C || c == 0x3001) return comma(at);
    if (c == ';' || c == 0xFF1B) return close(at, Border::kSemicolon, pos_);
    if (c == '\\' && spaced_backslash(at)) return;
    if (c == '|' || c == 0x2022 || c == 0xFF5C) return close(at, Border::kBar, pos_);
    if (c == 0x3002 || c == 0xFF0E) return close(at, Border::kDot, pos_);
    if (c == ':' || c == 0xFF1A) return colon(at, c);
    if (c == 0x2026) return close(at, Border::kComma, pos_);  // "Hill, A., … Brook, B."
    if (c == '.' && text_.substr(at).starts_with("...") && at > 0 && (is_blank(text_[at - 1]) || text_[at - 1] == ','))
      return close(at, Border::kComma, at + 3);
    if (c == '.') return full_stop(at);
    if (c == '?' || c == '!' || c == 0xFF1F) return question();
    if (is_blank(static_cast<char>(c)) && c < 0x80) return blank(at);
  }

  [[nodiscard]] char32_t peek(std::size_t at) const {
    if (at >= text_.size()) return 0;
    return next_code_point(text_, at);
  }
  [[nodiscard]] bool blank_or_end(std::size_t at) const { return at >= text_.size() || is_blank(text_[at]); }

  // ---- closing atoms ----

  void close(std::size_t end, Border border, std::size_t next) {
    add(begin_, end);
    begin_ = pos_ = next;
    border_ = std::max(border_, border);
    joined_ = border == Border::kAnd;
  }

  CitationAtom* add(std::size_t begin, std::size_t end) {
    const auto piece = trim(text_.substr(begin, end - begin));
    std::size_t letters = 0;
    for (std::size_t i = 0; i < piece.size();) {
      const char32_t c = next_code_point(piece, i);
      letters += is_letter(c) || is_digit(c) ? 1 : 0;
    }
    if (letters == 0) return nullptr;
    CitationAtom atom;
    atom.begin = static_cast<std::size_t>(piece.data() - text_.data());
    atom.end = atom.begin + piece.size();
    atom.border = atoms_.empty() ? Border::kStart : border_;
    atom.style_edge = style_edge_;
    atom.joined = joined_;
    atoms_.push_back(atom);
    border_ = Border::kStart;
    style_edge_ = false;
    return &atoms_.back();
  }

  // ---- styles ----

  [[nodiscard]] std::uint8_t style(std::size_t at) const {
    return at < entry_.styles.size() ? entry_.styles[at] & kMarks : 0;
  }
  [[nodiscard]] bool style_changes(std::size_t at) const {
    return at > 0 && !entry_.styles.empty() && style(at) != style(at - 1);
  }

  /// Words of the run of equal style that covers `at`.
  [[nodiscard]] std::size_t run_words(std::size_t at) const {
    std::size_t first = at;
    std::size_t last = at;
    while (first > 0 && style(first - 1) == style(at)) --first;
    while (last + 1 < text_.size() && style(last + 1) == style(at)) ++last;
    return split_words(text_.substr(first, last + 1 - first)).size();
  }

  /// A short run inside running text (a species name, a word in italics) separates nothing.
  void cut_style(std::size_t at) {
    const bool begins_at_edge = style_edge_;
    style_edge_ = true;
    constexpr std::size_t kLongRun = 3;
    const std::uint8_t now = style(at);
    const std::size_t styled_side = now != 0 ? at : at - 1;
    if (run_words(styled_side) < kLongRun) return;
    if (now != 0 && trim(text_.substr(begin_, at - begin_)).ends_with(" of")) return;  // "Review of *Ponds*"
    style_edge_ = begins_at_edge;
    const std::size_t keep = pos_;
    close(at, Border::kSpace, at);
    pos_ = keep;
    style_edge_ = true;
  }

  // ---- quotations and brackets ----

  [[nodiscard]] std::size_t find_closing(std::size_t from, char32_t open, char32_t closing, std::size_t limit) const {
    int depth = 0;
    for (std::size_t at = from; at < text_.size() && at - from < limit;) {
      const std::size_t here = at;
      const char32_t c = next_code_point(text_, at);
      if (c == closing && depth == 0 && closes(here, at, c)) return here;
      if (c == closing && c != open && c != 0x2019) --depth;
      if (c == open && open != closing) ++depth;
    }
    return std::string_view::npos;
  }

  /// ’ inside a word is an apostrophe.
  [[nodiscard]] bool closes(std::size_t, std::size_t after, char32_t c) const {
    return (c != 0x2019 && c != '"') || !is_letter(peek(after)) || (c == '"' && text_.substr(after).starts_with("in "));
  }

  [[nodiscard]] bool after_separator(std::size_t at) const {
    while (at > 0 && is_blank(text_[at - 1])) --at;
    if (at == 0 || at <= begin_) return true;
    const char c = text_[at - 1];
    return c == ',' || c == '.' || c == ':' || c == ';' || c == ')' || c == ']' || c == '\n' || c == '(';
  }

  /// A bracket opens behind a sign that ended an atom, or behind initials.
  [[nodiscard]] bool follows_closed(std::size_t at) const {
    if (!after_separator(at)) return false;
    while (at > 0 && is_blank(text_[at - 1])) --at;
    if (at == 0 || at <= begin_ || text_[at - 1] != '.') return at == 0 || at <= begin_ || text_[at - 1] != ')';
    return ends_initials(word_before(at - 1));
  }

  [[nodiscard]] bool before_separator(std::size_t at) const {
    while (at < text_.size() && text_[at] == ' ') ++at;
    return at >= text_.size() || std::string_view(",.;([\n\t").find(text_[at]) != std::string_view::npos;
  }

  [[nodiscard]] static bool ends_part(std::string_view inside) {
    return !inside.empty() && std::string_view(",.?!").find(inside.back()) != std::string_view::npos;
  }

  bool quotation(std::size_t at, char32_t open) {
    if ((open == '"' || open == 0x2018) && at > 0 && is_letter(previous(at))) return false;
    constexpr std::size_t kLongest = 600;
    const std::size_t end = find_closing(pos_, open, closing_quote(open), kLongest);
    if (end == std::string_view::npos) return false;
    const auto inside = text_.substr(pos_, end - pos_);
    std::size_t behind = end;
    next_code_point(text_, behind);
    if (open != 0x300A && (!quotes_ || continues_title(behind) || asks_and_goes_on(inside, behind))) {
      pos_ = behind;
      return true;
    }
    const bool whole = after_separator(at) || open == 0x300A ||
                       (is_upper(peek(pos_)) && (ends_part(inside) || before_separator(behind)));
    if (!whole && split_words(inside).size() < 4 && utf8_length(inside) < 25) return false;
    if (open == 0x2018 && split_words(inside).size() < 4) return false;
    // “Best” practices in …: the sentence goes on in lower case behind a short quotation.
    std::size_t after = end;
    next_code_point(text_, after);
    if (open != 0x300A && !ends_part(inside) && split_words(inside).size() < 4 && goes_on(after)) return false;
    take_unit(at, end, after, Border::kQuote, true);
    return true;
  }

  [[nodiscard]] char32_t previous(std::size_t at) const {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80);
    return peek(at);
  }

  /// “It begins here”: how a quotation opens a longer title.
  [[nodiscard]] bool continues_title(std::size_t behind) const {
    return behind + 1 < text_.size() && text_[behind] == ':' && text_[behind + 1] == ' ';
  }

  /// “Who counts fish?” A study of ponds: a question in quotes and a sentence in the same face.
  [[nodiscard]] bool asks_and_goes_on(std::string_view inside, std::size_t at) const {
    if (!inside.ends_with('?') || at + 1 >= text_.size() || text_[at] != ' ' || !is_upper(peek(at + 1))) return false;
    if (style(at + 1) != style(at - 1)) return false;
    const auto words = split_words(next_piece(at));
    const auto small = std::count_if(words.begin(), words.end(), [](auto w) { return w[0] >= 'a' && w[0] <= 'z'; });
    return words.size() >= 5 && static_cast<std::size_t>(small) * 2 > words.size();
  }

  [[nodiscard]] bool goes_on(std::size_t at) const {
    if (at + 1 >= text_.size() || text_[at] != ' ') return text_.size() > at && text_[at] == '-';
    return is_lower(peek(at + 1)) && !text_.substr(at + 1).starts_with("in ") &&
           !text_.substr(at + 1).starts_with("and ");
  }

  /// text[at, after) is a unit with text[pos_, end) inside its signs.
  void take_unit(std::size_t at, std::size_t end, std::size_t after, Border border, bool quoted) {
    const std::size_t inside = pos_;
    add(begin_, at);
    border_ = std::max(border_, border);
    if (CitationAtom* atom = add(inside, end)) {
      atom->quoted = quoted;
      atom->bracketed = !quoted;
      atom->square = !quoted && text_[at] == '[';
    }
    begin_ = pos_ = after;
    border_ = std::max(border_, border);
  }

  bool bracket(std::size_t at, char32_t open) {
    constexpr std::size_t kLongest = 300;
    const std::size_t end = find_closing(pos_, open, closing_bracket(open), kLongest);
    if (end == std::string_view::npos) return false;
    const auto inside = text_.substr(pos_, end - pos_);
    std::size_t after = end;
    next_code_point(text_, after);
    if (!separates(at, inside, after)) {
      pos_ = after;
      const bool sentence = text_.substr(after).starts_with(" in ") || goes_on(after);
      if (sentence && follows_person(at) && is_affiliation(inside)) close(after, Border::kBracket, after);
      return true;
    }
    take_bracket(at, end, after);
    return true;
  }

  /// The pieces of a bracket: "(2019, Nature)" are two.
  void take_bracket(std::size_t at, std::size_t end, std::size_t after) {
    const std::size_t inside = pos_;
    add(begin_, at);
    border_ = std::max(border_, Border::kBracket);
    const auto text = text_.substr(inside, end - inside);
    const bool people = starts_with_ignore_case(text, "with ");
    std::size_t from = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
      if (i < text.size() && text[i] != ',' && text[i] != ';' && !(people && text.substr(i).starts_with(" and ")) &&
          !(people && text.substr(i).starts_with(" & ")))
        continue;
      if (CitationAtom* atom = add(inside + from, inside + i)) {
        atom->bracketed = true;
        atom->square = text_[at] == '[';
      }
      if (i < text.size()) border_ = std::max(border_, text[i] == ' ' ? Border::kAnd : Border::kComma);
      from = i + (i < text.size() && text[i] == ' ' ? (text.substr(i).starts_with(" and ") ? 4 : 2) : 1);
    }
    begin_ = pos_ = after;
    border_ = std::max(border_, Border::kBracket);
  }

  [[nodiscard]] bool separates(std::size_t at, std::string_view inside, std::size_t after) const {
    if (text_[at] == '[') return true;
    if (text_.substr(after).starts_with("-")) return false;  // "the (2+1)-dimensional surface"
    if (follows_person(at) && is_affiliation(inside)) return false;
    if (follows_closed(at)) return true;
    if (at > 0 && !is_blank(text_[at - 1]) && static_cast<unsigned char>(text_[at]) < 0x80 && !is_digit(previous(at)))
      return false;
    return (is_citation_note(inside) && !names_two_years(inside)) ||
           (blank_or_end(after) && begin_ < at && looks_like_person(text_.substr(begin_, at - begin_)));
  }

  [[nodiscard]] bool follows_person(std::size_t at) const {
    constexpr double kSure = 0.6;
    return begin_ < at && name_score(clean_name(text_.substr(begin_, at - begin_))) >= kSure;
  }

  // ---- single signs ----

  void comma(std::size_t at) {
    const bool in_number = at > 0 && is_digit(previous(at)) && is_digit(peek(pos_)) && text_[at] == ',';
    if (!in_number) close(at, Border::kComma, pos_);
  }

  void colon(std::size_t at, char32_t c) {
    if (const auto piece = trim(text_.substr(begin_, at - begin_)); piece == "In" || piece == "in" || piece == "En") return;
    if (c == 0xFF1A || blank_or_end(pos_) || (at > begin_ && is_digit(previous(at)))) close(at, Border::kColon, pos_);
  }

  void question() {
    if (blank_or_end(pos_) || closing_bracket(peek(pos_)) != 0) close(pos_, Border::kQuestion, pos_);
  }

  /// The last word before the full stop at `at`.
  [[nodiscard]] std::string_view word_before(std::size_t at) const {
    std::size_t first = at;
    while (first > begin_ && !is_blank(text_[first - 1]) && text_[first - 1] != '(' && text_[first - 1] != '/') --first;
    return text_.substr(first, at - first);
  }

  /// Footnote signs behind a full stop: "Hill, J.P.^ Why we publish".
  [[nodiscard]] std::size_t behind_signs(std::size_t at) const {
    while (at < text_.size()) {
      std::size_t next = at;
      const char32_t c = next_code_point(text_, next);
      if (c != '*' && c != '^' && c != '#' && c != 0x2020 && c != 0x2021 && c != 0xA7 && c != 0xB6) break;
      at = next;
    }
    return at;
  }

  void full_stop(std::size_t at) {
    if (text_.substr(pos_).starts_with(" ;") || text_.substr(pos_).starts_with(" ,")) return;
    if (const std::size_t behind = behind_signs(pos_); behind > pos_ && blank_or_end(behind)) pos_ = behind;
    const std::size_t behind_blank = std::min(pos_ + 1, text_.size());
    if (at >= begin_ && blank_or_end(pos_) && stops_twice(at)) return close(pos_, Border::kQuote, behind_blank);
    if (stands_alone(at)) return close(at, Border::kQuote, behind_blank);
    if (at > begin_ && text_[at - 1] == '.' && blank_or_end(pos_)) return close(pos_, Border::kDot, pos_);
    if (!blank_or_end(pos_)) {
      const char32_t next = peek(pos_);
      if (next == ',' || next == ';' || next == ':' || next == ')' || next == ']') return;
      if (closing_quote(next) == 0 && next != '(' && next != '[' && !glued_sentence(at)) return;
    }
    const auto word = word_before(at);
    if (ends_initials(word)) return after_initials(at);
    const std::string folded = fold(word);
    if (folded == "al" || folded == "etal" || folded == "etc") return close(pos_, Border::kDot, pos_);
    const bool short_capital =
        utf8_length(word) <= 5 && !word.empty() && is_upper(peek(static_cast<std::size_t>(word.data() - text_.data())));
    if (is_person_title(word)) return;
    if ((folded == "v" || folded == "n" || folded == "p") && is_digit(peek(pos_ + 1))) return;  // "v. 12"
    if (is_species_abbreviation(folded) && begin_ + word.size() < at && inside_sentence()) return;
    const bool abbreviation = is_citation_abbreviation(folded);
    const bool ordinal =
        word.size() <= 2 && !word.empty() && is_digit(peek(static_cast<std::size_t>(word.data() - text_.data())));
    if (ordinal && begin_ + word.size() < at) return close(at, Border::kWeakDot, pos_);  // "im 20. Jahrhundert"
    if (abbreviation && (utf8_length(word) <= 2 || next_is_small_or_number())) return;
    close(at, abbreviation || (short_capital && next_is_abbreviation()) ? Border::kWeakDot : Border::kDot, pos_);
  }

  /// "HILL, G. B.. Title", "BROOK, A. . Title": the full stop of the initial and that of the author list.
  [[nodiscard]] bool stops_twice(std::size_t at) const {
    std::size_t end = at;
    while (end > 0 && text_[end - 1] == ' ') --end;
    return at - end <= 1 && end >= 3 && text_[end - 1] == '.' && text_[end - 2] >= 'A' && text_[end - 2] <= 'Z' &&
           (text_[end - 3] == ' ' || text_[end - 3] == '.' || text_[end - 3] == '-');
  }

  /// "HILL, ANN . Ponds of the north": a full stop between blanks ends the people.
  [[nodiscard]] bool stands_alone(std::size_t at) const {
    return at > 1 && at > begin_ + 1 && text_[at - 1] == ' ' && text_[at - 2] != '.' && pos_ + 1 < text_.size() &&
           is_blank(text_[pos_]) && text_[pos_ + 1] != '.';
  }

  /// "Luna sp. in the north", "Luna alba sp. nov. (Lunidae)": what follows belongs to the species.
  [[nodiscard]] bool inside_sentence() const {
    std::size_t at = pos_;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    return is_lower(peek(at)) || peek(at) == '(' || peek(at) == ':';
  }

  /// "2016.Title", "networks.In": a forgotten blank.
  [[nodiscard]] bool glued_sentence(std::size_t at) const {
    const char32_t before = at > 0 ? previous(at) : U' ';
    std::size_t next = pos_;
    if (next >= text_.size() || !is_upper(next_code_point(text_, next)) || next >= text_.size()) return false;
    return (is_digit(before) || is_lower(before) || before == ')') && is_lower(peek(next)) &&
           word_before(at).size() > 2;
  }

  [[nodiscard]] bool next_is_small_or_number() const {
    std::size_t at = pos_;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    const char32_t c = peek(at);
    return is_lower(c) || is_digit(c);
  }

  [[nodiscard]] bool next_is_abbreviation() const {
    std::size_t at = pos_;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    std::size_t end = at;
    while (end < text_.size() && !is_blank(text_[end]) && text_[end] != '.') ++end;
    return end < text_.size() && text_[end] == '.' && end - at <= 8 &&
           is_citation_abbreviation(fold(text_.substr(at, end - at)));
  }

  /// "Lau, C. S. C. Galaxies in the …": behind initials that end a comma piece a new part may begin.
  void after_initials(std::size_t at) {
    const auto piece = trim(text_.substr(begin_, at - begin_));
    if (!only_initials_text(piece)) {
      if (opens_person() && ends_short_name(begin_, at)) return close(at, Border::kDot, pos_);
      if (ends_reversed_name(piece)) close(pos_, Border::kWeakDot, pos_);
      return;
    }
    if (!atoms_.empty() && border_ != Border::kStart && !opens_person() && !name_follows()) close(pos_, Border::kWeakDot, pos_);
  }

  /// "Z. Hill, S.": behind a whole person whose initials lead, initials begin the next one.
  [[nodiscard]] bool opens_person() const {
    if (atoms_.empty()) return false;
    const CitationAtom& before = atoms_.back();
    const auto words = split_words(text_.substr(before.begin, before.end - before.begin));
    return (border_ == Border::kComma || border_ == Border::kAnd) && words.size() >= 2 && only_initials_text(words.front()) &&
           !only_initials_text(words.back());
  }

  /// "Z. Xu." before a title: two letters are a family name there, as in "A. Yu. Petrov" they are initials.
  [[nodiscard]] bool ends_short_name(std::size_t begin, std::size_t end) const {
    const auto words = split_words(text_.substr(begin, end - begin));
    if (words.size() < 2 || words.front().size() != 2 || !words.front().ends_with('.') || !is_lower(previous(end)))
      return false;
    const auto behind = next_piece(std::min(text_.find_first_not_of(" \n*_", end + 1), text_.size()));
    if (behind.empty() || !is_upper(peek(static_cast<std::size_t>(behind.data() - text_.data())))) return false;
    return begins_title(behind) || (split_words(behind).size() >= 2 && name_score(behind) < 0.6);
  }

  /// A family name or more initials go on behind the full stop.
  [[nodiscard]] bool name_follows() const {
    std::size_t next = pos_;
    while (next < text_.size() && is_blank(text_[next])) ++next;
    if (closing_quote(peek(next)) != 0 && peek(next) != 0x2018) return false;
    const auto rest = next_piece(pos_);
    if (begins_title(rest) || is_month_word(fold(rest))) return false;
    return rest.empty() || only_initials_text(rest) || (name_score(rest) >= 0.3 && split_words(rest).size() < 5);
  }

  /// "Rivers: what they carry", "Systematic and careful reading": no name goes on like that.
  [[nodiscard]] bool begins_title(std::string_view piece) const {
    if (piece.empty()) return false;
    const auto rest = text_.substr(static_cast<std::size_t>(piece.data() - text_.data()) + piece.size());
    if (rest.starts_with(": ")) return true;
    if (!rest.starts_with(" and ") || rest.size() < 7) return false;
    const auto word = rest.substr(5, rest.find_first_of(" ,.", 5) - 5);
    const auto begin = static_cast<std::size_t>(word.data() - text_.data());
    return is_lower(peek(begin)) && name_words(word).front().kind == NameWordKind::kOther;
  }

  /// "Pruitt J. N" before a new part: family and initials without a comma.
  [[nodiscard]] bool ends_reversed_name(std::string_view piece) const {
    const auto words = split_words(piece);
    if (words.size() < 2 || words.size() > 5 || only_initials_text(words[0])) return false;
    if (!std::all_of(words.begin() + 1, words.end(), [](auto word) { return only_initials_text(word); })) return false;
    std::size_t at = pos_;
    while (at < text_.size() && is_blank(text_[at])) ++at;
    const bool title = begins_title(next_piece(pos_));  // "Hill A. iPond: ..."
    return (is_upper(peek(at)) || title) && name_score(piece) > 0.6 &&
           (title || !name_follows() || split_words(next_piece(pos_)).size() >= 3);
  }

  // ---- blanks ----

  void blank(std::size_t at) {
    if (starts_identifier(text_.substr(pos_))) return close(at, Border::kDot, pos_);
    if ((atoms_.empty() || leads_title(at)) && leading_year(at)) return close(at, Border::kSpace, pos_);
    if (spaced_dash(at) || joining_word(at)) return;
    if (year_after_people(at)) return close(at, Border::kSpace, pos_);
  }

  /// "Hill, A. 2026 Rivers of the north and south": what was cut off from the people goes on as a title.
  [[nodiscard]] bool leads_title(std::size_t at) const {
    constexpr std::size_t kFewestWords = 4;
    if (border_ != Border::kSpace || at - begin_ > 5) return false;
    const auto piece = next_piece(pos_);
    const auto words = split_words(piece);
    if (words.empty() || is_month_word(fold(words[0]))) return false;
    return words.size() >= kFewestWords || begins_title(piece);
  }

  /// "2026 Rivers of the north": the year in front of an entry or of its title.
  [[nodiscard]] bool leading_year(std::size_t at) const {
    const auto piece = trim(text_.substr(begin_, at - begin_));
    return piece.size() == 4 && (piece.starts_with("19") || piece.starts_with("20")) && is_digit(peek(at - 1)) &&
           is_digit(peek(at - 2)) && is_upper(peek(pos_));
  }

  /// "Title \\ Ann Hill": a line break of one Markdown dialect as another one prints it.
  bool spaced_backslash(std::size_t at) {
    const std::size_t next = std::min(text_.find_first_not_of('\\', at), text_.size());
    if (at == 0 || !is_blank(text_[at - 1]) || !blank_or_end(next)) return false;
    close(at, Border::kBreak, next);
    return true;
  }

  bool spaced_dash(std::size_t at) {
    std::size_t next = pos_;
    const char32_t c = peek(next);
    if (c != '-' && c != 0x2013 && c != 0x2014) return false;
    next_code_point(text_, next);
    while (next < text_.size() && peek(next) == '-') ++next;
    if (next >= text_.size() || text_[next] != ' ') return false;
    close(at, Border::kDash, next);
    return true;
  }

  bool joining_word(std::size_t at) {
    static constexpr std::string_view kJoiners[] = {
        "and ", "& ", "und ", "et ", "y ", "e ", "en ", "och ", "og ", "и ", "i ", "with ", "by ", "authored with ", "Authored with ",
        "co-authored with ", "co–authored with ", "coauthored with ", "Co-authored with ", "Coauthored with "};
    const auto rest = text_.substr(pos_);
    for (const auto joiner : kJoiners) {
      if (!rest.starts_with(joiner)) continue;
      const auto left = trim(text_.substr(begin_, at - begin_));
      const bool by = joiner == "by " || joiner.ends_with("with ");
      const bool says_authored = joiner.ends_with("authored with ");
      auto right = next_piece(pos_ + joiner.size());
      if (says_authored) right = person_part(right);
      if (joiner == "by " && reviews(text_, at)) return false;
      const bool people = !by             ? joins_people(left, right)
                          : says_authored ? name_score(right) >= 0.6
                                          : name_score(right) >= 0.88 && !left.empty();
      if (people) {
        constexpr std::size_t kWith = 5;  // "with " stays with the name
        close(at, by ? Border::kBy : Border::kAnd,
              says_authored ? pos_ + joiner.size() - kWith : by ? pos_ : pos_ + joiner.size());
        return true;
      }
      return false;
    }
    return false;
  }

  [[nodiscard]] bool joins_people(std::string_view left, std::string_view right) const {
    if (!looks_like_person(right)) return false;
    if (left.empty()) return !atoms_.empty() && border_ != Border::kStart;
    return looks_like_person(left) || only_initials_text(clean_name(left));
  }

  /// The text from `from` up to the next sign.
  [[nodiscard]] std::string_view next_piece(std::size_t from) const {
    std::size_t end = from;
    for (; end < text_.size(); ++end) {
      const char c = text_[end];
      if (c == ',' || c == ';' || c == '(' || c == '[' || c == '\n' || c == ':' || c == '"' || c == '\t') break;
      if (c == '.' && blank_or_end(end + 1) && !is_person_title(last_word(from, end)) &&
          (!ends_initials(last_word(from, end)) || text_[end - 1] == '.' || ends_short_name(from, end)))
        break;
      if (static_cast<unsigned char>(c) == 0xE2 && text_.substr(end).starts_with("\u201C")) break;
      const auto rest = text_.substr(end);
      if (rest.starts_with(" and ") || rest.starts_with(" & ") || rest.starts_with(" 19") || rest.starts_with(" 20"))
        break;
    }
    return trim(text_.substr(from, end - from));
  }

  [[nodiscard]] std::string_view last_word(std::size_t from, std::size_t end) const {
    std::size_t first = end;
    while (first > from && !is_blank(text_[first - 1])) --first;
    return text_.substr(first, end - first);
  }

  /// "D. J. Harris 2011. Title": a bare year behind people.
  [[nodiscard]] bool year_after_people(std::size_t at) const {
    const auto rest = text_.substr(pos_);
    if (rest.size() < 4 || !(rest.starts_with("19") || rest.starts_with("20"))) return false;
    if (!is_digit(peek(pos_ + 2)) || !is_digit(peek(pos_ + 3)) || is_digit(peek(pos_ + 4))) return false;
    const auto left = trim(text_.substr(begin_, at - begin_));
    return only_initials_text(left) || looks_like_person(clean_name(left)) || left.ends_with("al.");
  }

  const CitationText& entry_;
  std::string_view text_;
  bool quotes_;  ///< quotations are units
  std::size_t pos_ = 0;
  std::size_t begin_ = 0;
  Border border_ = Border::kStart;
  bool style_edge_ = false;
  bool joined_ = false;
  std::vector<CitationAtom> atoms_;
};

}  // namespace

std::vector<CitationAtom> citation_atoms(const CitationText& entry, std::string_view owner, bool quotes) {
  std::vector<CitationAtom> atoms = Cutter(entry, quotes).run();
  for (auto& atom : atoms) {
    atom.styles = styles_of(entry, atom.begin, atom.end);
    describe_atom(entry.text, owner, atom);
  }
  mark_periods(entry.text, atoms);
  mark_editors(entry.text, atoms);
  mark_notes(atoms);
  mark_titles_behind_people(atoms);
  return atoms;
}

}  // namespace scholargraph
