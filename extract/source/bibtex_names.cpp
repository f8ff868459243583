// SPDX-License-Identifier: Apache-2.0
#include "extract/source/bibtex_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include "base/text.h"
#include "extract/source/tex_text.h"

namespace scholargraph {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Length of the blank-bounded "and" at `pos`, 0 if there is none.
std::size_t and_at(std::string_view text, std::size_t pos) {
  if (pos + 4 >= text.size() || !is_blank(text[pos])) return 0;
  if ((text[pos + 1] | 32) != 'a' || (text[pos + 2] | 32) != 'n' || (text[pos + 3] | 32) != 'd') return 0;
  return is_blank(text[pos + 4]) ? 4 : 0;
}

/// The next person's text, taken off the front of `text`.
std::string_view next_name(std::string_view& text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_letter(c)) continue;
    if (c == '\\') {
      ++i;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}') {
      if (depth > 0) --depth;
    } else if (depth == 0) {
      if (const std::size_t length = and_at(text, i)) {
        const std::string_view name = text.substr(0, i);
        text.remove_prefix(i + length);
        return name;
      }
    }
  }
  const std::string_view name = text;
  text = {};
  return name;
}

/// What stands before the first comma outside braces, taken off the front of `text` together with the comma.
std::string_view next_piece(std::string_view& text) {
  int depth = 0;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '\\') ++end;
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if (c == ',' && depth <= 0) break;
  }
  const std::string_view piece = trim(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

/// Pieces between commas outside braces; at most three, the last one takes the rest.
struct Pieces {
  std::array<std::string_view, 3> piece;
  std::size_t count = 0;
};

Pieces split_at_commas(std::string_view name) {
  Pieces pieces;
  while (pieces.count < 2 && !name.empty()) pieces.piece[pieces.count++] = next_piece(name);
  if (!name.empty()) pieces.piece[pieces.count++] = trim(name);
  return pieces;
}

bool is_one_name_in_order(std::string_view field) {
  std::string_view name = next_name(field);
  next_piece(name);
  return field.empty() && name.empty();
}

/// People between commas as in prose, which is no BibTeX: "A. Bell, Carl Dorn, and Eve Falk" (`rest` is what follows the
/// "and") or "A. Bell, C. Dorn and E. Falk". No family name begins with an initial.
bool is_prose_list(std::string_view name, std::string_view rest) {
  bool initials = true, all_full = name.find(',') + 1 < name.size();
  for (std::string_view left = name; !left.empty();) {
    const std::string_view piece = next_piece(left);
    const std::size_t blank = piece.find(' ');
    all_full = all_full && blank != std::string_view::npos && blank > 0;
    initials = initials && all_full && piece[1] == '.';
  }
  return all_full && (initials || (name.ends_with(',') && is_one_name_in_order(rest)));
}

/// "A" and "J.-P." and "A. B.": capitals with full stops behind them.
bool is_initials(std::string_view text) {
  bool stop = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const bool letter = is_letter(c) && !is_lower(c) && pos < text.size() && text[pos] == '.';
    if (!letter && c != U'.' && c != U' ' && c != U'-' && c != U'~') return false;
    stop = stop || letter;
  }
  return stop;
}

/// "Bell, A., Dorn, C. D., Falk, E.": no name of BibTeX has so many commas.
bool is_list_of_pairs(std::string_view name) {
  std::size_t pieces = 0;
  for (bool family = true; !name.empty(); family = !family, ++pieces)
    if (const std::string_view piece = next_piece(name); piece.empty() || is_initials(piece) == family) return false;
  return pieces >= 4 && pieces % 2 == 0;
}

/// A list between semicolons: "Bell, Ada; Dorn, Carl". Character entities end with one too.
bool is_list_of_semicolons(std::string_view field) {
  const std::string_view first = field.substr(0, field.find(';'));
  return first.size() < field.size() && field.find('&') == std::string_view::npos &&
         std::count(first.begin(), first.end(), '{') == std::count(first.begin(), first.end(), '}');
}

/// The last character of the command whose backslash is at `at`. The blank that ends a control word belongs to it:
/// "H\aa kan" is one word.
std::size_t end_of_command(std::string_view text, std::size_t at) {
  const auto letter = [&](std::size_t i) { return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])); };
  std::size_t last = at + 1;
  if (!letter(last)) return last;
  while (letter(last + 1)) ++last;
  return letter(last + 2) && text[last + 1] == ' ' ? last + 1 : last;
}

/// Words between blanks and ties outside braces.
void split_at_blanks(std::string_view text, std::vector<std::string_view>& words) {
  words.clear();
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool end = i == text.size();
    const char c = end ? ' ' : text[i];
    if (!end && c == '\\') {
      i = std::min(end_of_command(text, i), text.size() - 1);
      continue;
    }
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if (!end && (depth > 0 || (!is_blank(c) && c != '~'))) continue;
    if (i > begin) words.push_back(text.substr(begin, std::min(i, text.size()) - begin));
    begin = i + 1;
  }
}

bool begins_lower(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();)
    if (const char32_t c = next_code_point(text, pos); is_letter(c)) return is_lower(c);
  return false;
}

/// BibTeX's case of a word: that of its first letter outside braces; a word in braces has none. A special letter has the
/// case of what it prints: "{\c{C}}etin" begins with a capital.
bool is_particle(std::string_view word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (c == '{') {
      if (i + 1 < word.size() && word[i + 1] == '\\') continue;
      return false;
    }
    if (c == '\\') return begins_lower(decode_tex(word.substr(i)));
    if (c >= 0x80) {
      std::size_t pos = i;
      return is_lower(next_code_point(word, pos));
    }
    if (std::isalpha(c)) return std::islower(c) != 0;
  }
  return false;
}

bool in_braces(std::string_view text) {
  if (text.size() < 2 || text.front() != '{' || text.back() != '}') return false;
  int depth = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '\\') ++i;
    else if (text[i] == '{') ++depth;
    else if (text[i] == '}' && --depth == 0) return false;
  }
  return true;
}

class NameReader {
 public:
  explicit NameReader(RecordBuilder& builder) : builder_(builder) {}

  void read(std::string_view name) {
    if (in_braces(name)) {
      builder_.person().full = decoded(name);
      return;
    }
    if (name.find(',') == std::string_view::npos && name.find('=') == std::string_view::npos) {
      read_in_order(trim(name));
      return;
    }
    const Pieces pieces = split_at_commas(name);
    if (pieces.piece[0].find('=') != std::string_view::npos && name.find("family=") != std::string_view::npos) {
      read_extended(name);
      return;
    }
    if (pieces.count == 1) {
      read_in_order(pieces.piece[0]);
      return;
    }
    PersonView& person = builder_.person();
    person.family = decoded(pieces.piece[0]);
    person.given = decoded(pieces.piece[pieces.count - 1]);
    if (pieces.count == 3) add_suffix(pieces.piece[1]);
  }

 private:
  std::string_view decoded(std::string_view text) {
    text = trim(text);
    const TexMarks marks = tex_marks(text);
    if (!marks.tex && !marks.line_ends && !marks.gaps) return text;
    return builder_.keep(decode_tex(text));
  }

  void add_suffix(std::string_view suffix) {
    PersonView& person = builder_.person();
    if (!suffix.empty()) person.family = builder_.keep(std::string(person.family) + " " + std::string(decoded(suffix)));
  }

  /// "Ludwig van Beethoven 0001": DBLP numbers its homonyms.
  void take_homonym_number(std::string_view& name) {
    if (name.size() < 6 || name[name.size() - 5] != ' ') return;
    const std::string_view digits = name.substr(name.size() - 4);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) return;
    builder_.add_person_id("dblp", decoded(name));
    name = trim(name.substr(0, name.size() - 5));
  }

  void read_in_order(std::string_view name) {
    take_homonym_number(name);
    split_at_blanks(name, words_);
    if (words_.empty()) return;
    std::size_t family = words_.size() - 1;
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!is_particle(words_[i])) continue;
      family = i;
      break;
    }
    const auto from = [&](std::size_t word) { return static_cast<std::size_t>(words_[word].data() - name.data()); };
    PersonView& person = builder_.person();
    person.family = decoded(name.substr(from(family)));
    person.given = decoded(name.substr(0, from(family)));
  }

  void read_extended(std::string_view name) {
    PersonView& person = builder_.person();
    std::string family, prefix;
    for (const std::string_view part : split(name, ',')) {
      const std::size_t equals = part.find('=');
      if (equals == std::string_view::npos) continue;
      const std::string_view key = trim(part.substr(0, equals));
      const std::string_view value = decoded(part.substr(equals + 1));
      if (key == "given") person.given = value;
      if (key == "family") family = value;
      if (key == "prefix") prefix = value;
    }
    person.family = builder_.keep(prefix.empty() ? family : prefix + " " + family);
  }

  RecordBuilder& builder_;
  std::vector<std::string_view> words_;
};

}  // namespace

void add_bibtex_people(std::string_view field, bool editors, RecordBuilder& builder) {
  NameReader reader(builder);
  const auto add = [&](std::string_view name) {
    if (name.empty() || name == "others") return;
    editors ? builder.begin_editor() : builder.begin_author();
    reader.read(name);
    builder.drop_nameless();
  };
  if (is_list_of_semicolons(field)) {
    for (std::string_view names : split(field, ';')) {
      names = trim(names);
      if (starts_with_ignore_case(names, "and ")) names.remove_prefix(4);
      while (!names.empty()) add(trim(next_name(names)));
    }
    return;
  }
  while (!field.empty()) {
    std::string_view name = trim(next_name(field));
    const bool commas = name.find(',') != std::string_view::npos;
    if (commas && is_prose_list(name, field)) {
      while (!name.empty()) add(next_piece(name));
      continue;
    }
    if (commas && is_list_of_pairs(name)) {
      while (!name.empty()) {
        const std::string_view family = next_piece(name), given = next_piece(name);
        add({family.data(), static_cast<std::size_t>(given.data() + given.size() - family.data())});
      }
      continue;
    }
    if (name.ends_with(',')) name.remove_suffix(1);
    add(name);
  }
}

}  // namespace scholargraph
