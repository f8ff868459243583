// SPDX-License-Identifier: Apache-2.0
#include "extract/source/bibtex_scanner.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/bytes.h"
#include "base/text.h"

namespace scholargraph {

namespace {

/// A value may hold what looks like an entry only within its first bytes: one behind them says that the closing brace
/// is missing.
constexpr std::size_t kSureValue = std::size_t{1} << 20;

constexpr std::pair<const char*, const char*> kMonths[] = {
    {"jan", "January"}, {"feb", "February"}, {"mar", "March"},     {"apr", "April"},   {"may", "May"},      {"jun", "June"},
    {"jul", "July"},    {"aug", "August"},   {"sep", "September"}, {"oct", "October"}, {"nov", "November"}, {"dec", "December"},
};

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kBlanks = " \t\n\r";
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Names of types, keys and fields hold no blanks and none of these.
constexpr std::array<bool, 256> kNameChars = [] {
  std::array<bool, 256> chars = {};
  chars.fill(true);
  for (const char c : std::string_view(" \t\n\r{}(),=\"#\0", 13)) chars[static_cast<unsigned char>(c)] = false;
  return chars;
}();
bool is_name_char(char c) { return kNameChars[static_cast<unsigned char>(c)]; }

/// The first character behind the type of an entry that begins at `from`; `from` when no type begins there. Exports have
/// types such as "book_section".
std::size_t end_of_type(std::string_view text, std::size_t from) {
  if (from >= text.size() || !is_ascii_letter(text[from])) return from;
  const auto inside = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || c == '-'; };
  while (from < text.size() && inside(text[from])) ++from;
  return from;
}

/// The first character behind a key that begins at `from`.
std::size_t end_of_key(std::string_view text, std::size_t from, char close) {
  while (from < text.size() && text[from] != ',' && text[from] != close && text[from] != '\n' && text[from] != '=') ++from;
  return from;
}

}  // namespace

std::string_view BibtexEntry::field(std::string_view lower_name) const {
  for (const BibtexField& f : fields)
    if (equals_ignore_case(f.name, lower_name)) return f.value;
  return {};
}

std::size_t find_bibtex_entry(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('@', from); at != std::string_view::npos; at = text.find('@', at + 1)) {
    std::size_t before = at;
    while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '\t')) --before;
    const bool marked = before == kByteOrderMark.size() && text.starts_with(kByteOrderMark);
    if (before > 0 && !marked && text[before - 1] != '\n' && text[before - 1] != '\r') continue;
    std::size_t end = end_of_type(text, at + 1);
    if (end == at + 1) continue;
    while (end < text.size() && is_blank(text[end])) ++end;
    if (end < text.size() && (text[end] == '{' || text[end] == '(')) return at;
  }
  return std::string_view::npos;
}

std::string_view bibtex_key_at(std::string_view text, std::size_t at) {
  std::size_t pos = text.find_first_not_of(kBlanks, at + 1);
  const std::size_t word = std::min(pos, text.size());
  const std::size_t type_end = end_of_type(text, word);
  pos = text.find_first_not_of(kBlanks, type_end);
  if (type_end == word || pos == std::string_view::npos || (text[pos] != '{' && text[pos] != '(')) return {};
  const char close = text[pos] == '{' ? '}' : ')';
  const std::size_t begin = std::min(text.find_first_not_of(kBlanks, pos + 1), text.size());
  const std::size_t end = end_of_key(text, begin, close);
  return end < text.size() && text[end] == '=' ? std::string_view{} : trim(text.substr(begin, end - begin));
}

BibtexScanner::BibtexScanner(std::string_view text, const BibtexMacros* outer) : text_(text), outer_(outer) {
  if (outer) return;
  for (const auto& [name, month] : kMonths) macros_[name] = month;
}

const BibtexEntry* BibtexScanner::next(std::vector<BibtexError>& errors) {
  while (find_entry())
    if (read_entry(errors)) return &entry_;
  return nullptr;
}

void BibtexScanner::define_macros(std::string_view text) {
  const std::string_view own = std::exchange(text_, text);
  const std::size_t own_pos = std::exchange(pos_, 0);
  std::vector<BibtexError> ignored;
  next(ignored);
  text_ = own;
  pos_ = own_pos;
}

/// Moves to the '@' of the next "@word{", anywhere in a line.
bool BibtexScanner::find_entry() {
  for (pos_ = text_.find('@', pos_); pos_ != std::string_view::npos; pos_ = text_.find('@', pos_ + 1)) {
    std::size_t end = pos_ + 1;
    while (end < text_.size() && is_blank(text_[end])) ++end;
    const std::size_t word = end;
    end = end_of_type(text_, word);
    if (end == word) continue;
    while (end < text_.size() && is_blank(text_[end])) ++end;
    if (end < text_.size() && (text_[end] == '{' || text_[end] == '(')) return true;
  }
  pos_ = text_.size();
  return false;
}

bool BibtexScanner::read_entry(std::vector<BibtexError>& errors) {
  entry_.fields.clear();
  joined_.clear();
  entry_.offset = pos_++;
  skip_blanks();
  entry_.type = read_name();
  skip_blanks();
  const char close = peek() == '{' ? '}' : ')';
  if (equals_ignore_case(entry_.type, "comment") || equals_ignore_case(entry_.type, "preamble")) {
    skip_group();
    return false;
  }
  ++pos_;
  if (equals_ignore_case(entry_.type, "string")) {
    read_string();
    return false;
  }
  skip_blanks();
  const std::size_t key_begin = pos_;
  pos_ = end_of_key(text_, key_begin, close);
  entry_.key = trim(text_.substr(key_begin, pos_ - key_begin));
  if (peek() == '=') {
    // The key is missing: what was read is the name of the first field.
    entry_.key = {};
    pos_ = key_begin;
  } else {
    skip_blanks();
    if (peek() == ',') ++pos_;
  }
  return read_fields(close, errors);
}

bool BibtexScanner::read_fields(char close, std::vector<BibtexError>& errors) {
  for (;;) {
    skip_blanks();
    const char c = peek();
    if (c == close || c == '}') {
      ++pos_;
      return true;
    }
    if (c == ',') {
      ++pos_;
      continue;
    }
    const std::size_t field_begin = pos_;
    const std::string_view name = read_name();
    skip_blanks();
    problem_.clear();
    if (name.empty() || name.front() == '@') {
      problem_ = pos_ >= text_.size() ? "expected '}' at the end of the entry, found the end of the file"
                                      : "expected a field name or '}'";
      pos_ = field_begin;
    } else if (peek() != '=') {
      problem_ = "expected '=' behind the field name '" + std::string(name) + "'";
    } else {
      ++pos_;
      BibtexField field{name, {}};
      if (read_value(field.value)) {
        entry_.fields.push_back(field);
        continue;
      }
    }
    const bool kept = !entry_.fields.empty();
    errors.push_back({field_begin, entry_.key, problem_, kept});
    recover(field_begin);
    return kept;
  }
}

/// To the next entry that begins a line behind `from`, or to the end.
void BibtexScanner::recover(std::size_t from) {
  pos_ = std::min(find_bibtex_entry(text_, from), text_.size());
}

bool BibtexScanner::read_value(std::string_view& value) {
  if (!read_piece(value)) return false;
  skip_blanks();
  if (peek() != '#') return true;
  std::string joined(value);
  while (peek() == '#') {
    ++pos_;
    std::string_view piece;
    if (!read_piece(piece)) return false;
    joined += piece;
    skip_blanks();
  }
  if (joined_.capacity() == 0) joined_.reserve(64);
  if (joined_.size() == joined_.capacity()) return true;  // the views into joined_ must stay; no entry has so many
  joined_.push_back(std::move(joined));
  value = joined_.back();
  return true;
}

bool BibtexScanner::read_piece(std::string_view& piece) {
  skip_blanks();
  if (peek() == '{') return read_braced(piece);
  if (peek() == '"') return read_quoted(piece);
  const std::string_view word = read_name();
  if (word.empty()) {
    problem_ = "expected a value in braces or quotes, a number or a name";
    return false;
  }
  const std::string name = to_lower(word);
  piece = word;
  if (const auto own = macros_.find(name); own != macros_.end())
    piece = own->second;
  else if (outer_)
    if (const auto outer = outer_->find(name); outer != outer_->end()) piece = outer->second;
  return true;
}

// As in BibTeX, a backslash does not escape a brace: "\{" counts.
bool BibtexScanner::read_braced(std::string_view& piece) {
  const std::size_t begin = ++pos_;
  int depth = 1;
  const auto ends = [&](std::size_t& at, std::size_t limit) {
    const std::string_view within = text_.substr(0, limit);
    for (at = find_either(within, '{', '}', at); at < limit; at = find_either(within, '{', '}', at + 1)) {
      depth += text_[at] == '{' ? 1 : -1;
      if (depth == 0) return true;
    }
    return false;
  };
  if (read_to_end(begin, ends, piece)) return true;
  problem_ = "expected '}' at the end of the value, found none";
  return false;
}

bool BibtexScanner::read_quoted(std::string_view& piece) {
  const std::size_t begin = ++pos_;
  int depth = 0;
  const auto ends = [&](std::size_t& at, std::size_t limit) {
    for (; at < limit; ++at) {
      const char c = text_[at];
      if (c == '{') ++depth;
      else if (c == '}') --depth;
      else if (c == '"' && depth <= 0) return true;
    }
    return false;
  };
  if (read_to_end(begin, ends, piece)) return true;
  problem_ = "expected '\"' at the end of the value, found none";
  return false;
}

/// `ends(at, limit)` moves `at` to the character that ends the value, or to `limit` and is false.
template <class Ends>
bool BibtexScanner::read_to_end(std::size_t begin, Ends ends, std::string_view& piece) {
  const std::size_t sure = std::min(text_.size(), begin + kSureValue);
  std::size_t at = begin;
  if (!ends(at, sure) && (sure == text_.size() || !ends(at, std::min(find_bibtex_entry(text_, sure), text_.size()))))
    return false;
  piece = text_.substr(begin, at - begin);
  pos_ = at + 1;
  return true;
}

void BibtexScanner::read_string() {
  skip_blanks();
  const std::string name = to_lower(read_name());
  skip_blanks();
  if (peek() != '=' || name.empty()) return;
  ++pos_;
  std::string_view value;
  if (read_value(value)) macros_[name] = std::string(value);
}

/// Over a balanced group, if it is one; else only over its opening brace.
void BibtexScanner::skip_group() {
  std::string_view ignored;
  const std::size_t begin = pos_;
  if (peek() == '{' && read_braced(ignored)) return;
  pos_ = begin + 1;
}

/// Between fields a comment that goes to the end of its line is blank too, as biber has it; BibTeX knows none there.
void BibtexScanner::skip_blanks() {
  for (;; pos_ = std::min(text_.find('\n', pos_), text_.size())) {
    while (pos_ < text_.size() && is_blank(text_[pos_])) ++pos_;
    if (pos_ == text_.size() || text_[pos_] != '%') return;
  }
}

std::string_view BibtexScanner::read_name() {
  const std::size_t begin = pos_;
  while (pos_ < text_.size() && is_name_char(text_[pos_])) ++pos_;
  return text_.substr(begin, pos_ - begin);
}

}  // namespace scholargraph
