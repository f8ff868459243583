// SPDX-License-Identifier: Apache-2.0
// Problem: one comma separates two people ("A. Xu, Y. Bai") or the parts of one ("Zhang, T."), and lists mix both.
// Idea: split at semicolons and joining words first, then at commas; pieces that are only initials, or given names
// behind a lone family name, go to the piece before them. What a list does once it does throughout, so the choice
// between the readings is made for the list, by counting.
// Cost: linear in the text.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/names.h"
#include "extract/cv/names_lexicon.h"
#include "extract/cv/names_words.h"

namespace scholargraph {

namespace {

using Kind = NameWordKind;
using Pieces = std::vector<std::string_view>;

bool is_joining_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {"and", "&",    "und", "et", "en", "och", "og",   "и",
                                                "ja",  "oraz", "a",   "i",  "y",  "e",   "with", "＆"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

/// One-letter joining words are also initials and parts of names: they join only lower-case between longer names.
bool is_weak_joiner(std::string_view word) { return word.size() == 1 && word != "&"; }

/// Cuts "et al.", "and others", "etc", "…", "等" off the end; true when there was one.
bool cut_et_al(std::string_view& text) {
  static constexpr std::string_view kEnds[] = {
      "et al", "et. al", "et al", "and others", "and colleagues", "u. a",     "u.a",    "i in", "и др", "...",
      "…",     "etc",   "et.al", "等",     "ほか",  "외",         "et alii",        "e outros", "y otros"};
  std::string_view rest = trim(text);
  while (!rest.empty() && (rest.back() == '.' || rest.back() == ',' || rest.back() == ';') && !rest.ends_with("..."))
    rest = trim(rest.substr(0, rest.size() - 1));
  for (const auto end : kEnds) {
    if (rest.size() <= end.size() || !equals_ignore_case(rest.substr(rest.size() - end.size()), end)) continue;
    const char before = rest[rest.size() - end.size() - 1];
    const bool letter =
        static_cast<unsigned char>(end[0]) < 0x80 && std::isalpha(static_cast<unsigned char>(end[0])) != 0;
    if (letter && std::isalpha(static_cast<unsigned char>(before)) != 0) continue;
    text = trim(rest.substr(0, rest.size() - end.size()));
    while (!text.empty() && (text.back() == ',' || text.back() == ';')) text = trim(text.substr(0, text.size() - 1));
    return true;
  }
  return false;
}

/// Splits at the words that join two people. Joining Han characters (和, 与) split only beside Han.
Pieces split_joined(std::string_view text) {
  Pieces groups;
  std::size_t begin = 0;
  const auto words = split_words(text);
  const auto offset = [&](std::string_view w) { return static_cast<std::size_t>(w.data() - text.data()); };
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    if (!is_joining_word(words[i]) || (is_weak_joiner(words[i]) && i < 2)) continue;
    groups.push_back(text.substr(begin, offset(words[i]) - begin));
    begin = offset(words[i]) + words[i].size();
  }
  groups.push_back(text.substr(begin));
  return groups;
}

bool is_separator(std::string_view text, std::size_t pos, bool semicolons) {
  std::size_t next = pos;
  const char32_t c = next_code_point(text, next);
  if (c == ';' || c == 0xFF1B) return true;
  if (semicolons) return false;
  return c == ',' || c == 0xFF0C || c == 0x3001 || c == '|' || c == 0x2022;
}

Pieces split_pieces(std::string_view text, bool semicolons) {
  Pieces pieces;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    next_code_point(text, pos);
    if (!is_separator(text, at, semicolons)) continue;
    pieces.push_back(trim(text.substr(begin, at - begin)));
    begin = pos;
  }
  pieces.push_back(trim(text.substr(begin)));
  std::erase_if(pieces, [](std::string_view piece) { return piece.empty(); });
  return pieces;
}

/// What one comma piece can be by itself.
struct Piece {
  std::string_view text;
  int words = 0;
  int initials = 0;
  int particles = 0;
  int suffixes = 0;
  bool bad = false;
  bool cjk = false;
  bool given = false;        ///< its first word is a frequent given name
  bool initials_first = false;
  bool group_start = false;  ///< a joining word stands before it

  [[nodiscard]] bool only_initials() const { return !bad && words == 0 && initials > 0; }
  [[nodiscard]] bool only_suffix() const { return !bad && words == 0 && initials == 0 && suffixes > 0; }
  [[nodiscard]] bool family_like() const { return !bad && initials == 0 && words >= 1 && words <= 3; }
  [[nodiscard]] bool one_word() const { return !bad && initials == 0 && words == 1; }
  /// "Brook BC", "B. Brook", "BC Brook": family and initials, a person without the piece before it.
  [[nodiscard]] bool stands_alone() const {
    return !bad && words >= 1 && initials >= 1 && (!given || text.find('.') == std::string_view::npos) &&
           (initials_first || text.back() != '.');
  }
  [[nodiscard]] bool given_like() const { return !bad && words <= 2 && words + initials >= 1 && particles == 0; }
};

/// "al-Hill", "brook-Stone": a family name though it begins with a small letter.
bool tied_to_capital(std::string_view word) {
  const auto hyphen = word.find('-');
  if (hyphen == std::string_view::npos || hyphen + 1 >= word.size()) return false;
  std::size_t pos = hyphen + 1;
  return is_upper(next_code_point(word, pos));
}

Piece describe(std::string_view text, bool group_start) {
  Piece piece;
  piece.text = text;
  piece.group_start = group_start;
  const std::string cleaned = clean_name(text);
  bool first = true;
  for (const auto& word : name_words(cleaned)) {
    switch (word.kind) {
      case Kind::kInitials:
        ++piece.initials;
        break;
      case Kind::kCjk:
        piece.cjk = true;
        [[fallthrough]];
      case Kind::kWord:
      case Kind::kCapitals:
        ++piece.words;
        break;
      case Kind::kParticle:
        ++(tied_to_capital(word.text) ? piece.words : piece.particles);
        break;
      case Kind::kSuffix:
        ++piece.suffixes;
        break;
      default:
        piece.bad = true;
    }
    if (first) piece.given = is_given_name(word.folded);
    if (first) piece.initials_first = word.kind == Kind::kInitials;
    first = false;
  }
  return piece;
}

/// "Hill, R. Stone, S. A.": the comma behind "R." is missing.
void split_run_on(std::vector<Piece>& pieces) {
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.bad || piece.initials == 0 || piece.words == 0 || piece.words > 2 || piece.group_start) continue;
    if (!pieces[i - 1].one_word() || !pieces[i + 1].only_initials() || pieces[i + 1].group_start) continue;
    const auto words = split_words(piece.text);
    std::size_t k = 0;
    while (k < words.size() && words[k].ends_with('.') && describe(words[k], false).only_initials()) ++k;
    if (k == 0 || k == words.size()) continue;
    const auto at = static_cast<std::size_t>(words[k].data() - piece.text.data());
    const auto given = trim(piece.text.substr(0, at));
    const auto family = piece.text.substr(at);
    pieces[i] = describe(given, false);
    pieces.insert(pieces.begin() + static_cast<std::ptrdiff_t>(i) + 1, describe(family, false));
    ++i;
  }
}

/// "S. Hill. E. Brook": a full stop stands where a comma should. The text up to the second person, and the rest.
std::pair<std::string_view, std::string_view> split_at_stop(std::string_view text) {
  const auto words = split_words(text);
  for (std::size_t k = 1; k + 2 < words.size(); ++k) {
    const bool family = words[k].ends_with('.') && utf8_length(words[k]) > 4;
    if (!family || !describe(words[k + 1], false).only_initials() || describe(words[0], false).words > 0) continue;
    const auto end = static_cast<std::size_t>(words[k].data() - text.data()) + words[k].size();
    return {text.substr(0, end), trim(text.substr(end))};
  }
  return {text, {}};
}

/// "MD MPH", "PhD" behind a whole name: degrees, and nobody's name.
bool only_credentials(std::string_view text) {
  static constexpr std::string_view kCredentials[] = {"MD", "MPH", "PhD", "Ph.D.", "M.D.", "MSc", "MS", "MA", "BSc", "DVM", "DrPH",
                                                      "ScD", "RN", "PharmD", "MBA", "MHS", "MBBS", "FRCP", "DO", "JD", "EdD"};
  const auto words = split_words(text);
  return !words.empty() && std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return std::find(std::begin(kCredentials), std::end(kCredentials), word) != std::end(kCredentials);
  });
}

void drop_credentials(std::vector<Piece>& pieces) {
  for (std::size_t i = pieces.size(); i-- > 1;) {
    std::size_t person = i - 1;
    while (person > 0 && only_credentials(pieces[person].text)) --person;
    const bool whole = pieces[person].words >= 1 && pieces[person].words + pieces[person].initials >= 2;
    if (!whole || !only_credentials(pieces[i].text)) continue;
    if (i + 1 < pieces.size()) pieces[i + 1].group_start = pieces[i + 1].group_start || pieces[i].group_start;
    pieces.erase(pieces.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

std::vector<Piece> describe_all(const Pieces& groups) {
  std::vector<Piece> pieces;
  for (const auto group : groups) {
    bool first = true;
    for (const auto text : split_pieces(group, false)) {
      const auto [one, other] = split_at_stop(text);
      pieces.push_back(describe(one, first && !pieces.empty()));
      if (!other.empty()) pieces.push_back(describe(other, false));
      first = false;
    }
  }
  drop_credentials(pieces);
  split_run_on(pieces);
  return pieces;
}

/// How a list writes its people.
enum class ListStyle {
  kPlain,      ///< one piece, one person; initials behind a lone family name belong to it
  kPairs,      ///< "Family, Given" throughout, given names spelled out
  kFirstPair,  ///< the first person is reversed, the others are not
};

ListStyle style_of(const std::vector<Piece>& pieces) {
  const std::size_t n = pieces.size();
  if (n < 2 || !pieces[0].family_like() || !pieces[1].given_like() || pieces[1].only_initials())
    return ListStyle::kPlain;
  if (pieces[1].group_start || pieces[0].cjk) return ListStyle::kPlain;
  const auto pair_at = [&](std::size_t i) {
    return pieces[i].family_like() && pieces[i + 1].given_like() && !pieces[i + 1].group_start;
  };
  bool all_pairs = n % 2 == 0;
  for (std::size_t i = 0; i + 1 < n && all_pairs; i += 2) all_pairs = pair_at(i);
  if (all_pairs) {
    int marks = 0;  // joining words between pairs, given names in second place, long pieces that are no family
    for (std::size_t i = 0; i + 1 < n; i += 2) {
      marks += pieces[i + 1].given ? 1 : 0;
      marks += i > 0 && pieces[i].group_start ? 1 : 0;
      marks -= pieces[i].words >= 2 && pieces[i + 1].words >= 2 ? 3 : 0;
      marks -= pieces[i].words >= 2 && pieces[i].given ? 2 : 0;
      marks += pieces[i].one_word() && pieces[i + 1].words == 1 && n == 2 ? 1 : 0;
    }
    if (marks > 0) return ListStyle::kPairs;
  }
  const bool vancouver = n >= 3 && pieces[1].stands_alone() && pieces[2].stands_alone();
  const bool rest_full =
      n >= 3 && !vancouver && std::all_of(pieces.begin() + 2, pieces.end(), [](const Piece& p) { return p.words + p.initials >= 2; });
  if (rest_full && pieces[0].one_word() && pieces[1].words + pieces[1].initials <= 2 &&
      (pieces[1].given || pieces[1].words == 1))
    return ListStyle::kFirstPair;
  return ListStyle::kPlain;
}

void append_joined(std::vector<std::string>& names, std::string_view family, std::string_view given) {
  names.push_back(clean_name(std::string(clean_name(family)) + ", " + std::string(given)));
}

/// Most people of the list are "Hill, A.": behind a lone family name "M. Anna" is given names too.
bool reverses_initials(const std::vector<Piece>& pieces) {
  std::size_t reversed = 0;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i)
    reversed += pieces[i].one_word() && pieces[i + 1].only_initials() && !pieces[i + 1].group_start ? 1 : 0;
  return reversed >= 2 && reversed * 4 >= pieces.size();
}

std::vector<std::string> assemble(const std::vector<Piece>& pieces, ListStyle style) {
  const bool reversed = reverses_initials(pieces);
  const auto given_names = [&](std::size_t i) {
    const Piece& piece = pieces[i];
    const bool next_takes = i + 1 < pieces.size() && pieces[i + 1].only_initials() && !pieces[i + 1].group_start;
    return reversed && piece.initials_first && piece.words == 1 && piece.given_like() && !next_takes && pieces[i - 1].one_word();
  };
  std::vector<std::string> names;
  bool open = false;  // the last name is a lone family name that may take initials
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const bool pair = style == ListStyle::kPairs || (style == ListStyle::kFirstPair && i == 0);
    if (pair && i + 1 < pieces.size() && !piece.bad) {
      append_joined(names, piece.text, pieces[++i].text);
      open = false;
    } else if (open && !piece.group_start && (piece.only_initials() || given_names(i))) {
      names.back() = clean_name(names.back() + ", " + std::string(piece.text));
      open = false;
    } else if (piece.only_suffix() && !names.empty()) {
      names.back() += ", " + std::string(piece.text);
    } else if (auto name = clean_name(piece.text); !name.empty()) {
      names.push_back(std::move(name));
      open = (piece.family_like() && !piece.cjk) || piece.only_initials();
    }
  }
  return names;
}

/// "Ann Hill, Bo Brook" between semicolons are two people, "Hill, Ann" is one.
Pieces whole_people(std::string_view part, bool plain) {
  Pieces pieces = split_pieces(part, false);
  const bool whole = pieces.size() >= 2 && std::all_of(pieces.begin(), pieces.end(), [](std::string_view piece) {
    const Piece person = describe(piece, false);
    return !person.bad && person.words >= 1 && person.words + person.initials >= 2 && person.particles == 0;
  });
  const bool two = plain && whole && describe(pieces[0], false).words >= 2 && describe(pieces[1], false).words >= 2;
  if (two || (whole && (pieces.size() >= 3 || describe(pieces[0], false).given))) return pieces;
  return {part};
}

/// Most people between semicolons are printed without a comma, given name first.
bool in_reading_order(const Pieces& groups) {
  const auto plain = std::count_if(groups.begin(), groups.end(), [](std::string_view group) {
    return group.find(',') == std::string_view::npos && split_words(group).size() >= 2;
  });
  return plain >= 2 && plain * 2 > static_cast<std::ptrdiff_t>(groups.size());
}

std::vector<std::string> read_semicolons(std::string_view text) {
  std::vector<std::string> names;
  const Pieces groups = split_pieces(text, true);
  const bool plain = in_reading_order(groups);
  for (const auto group : groups)
    for (const auto part : split_joined(group))
      for (const auto piece : whole_people(part, plain))
        if (auto name = clean_name(piece); !name.empty()) names.push_back(std::move(name));
  return names;
}

bool has_ellipsis(std::string_view text) {
  return text.find("...") != std::string_view::npos || text.find("…") != std::string_view::npos;
}

/// "Ann Hill of the Lake College, Bo Brook": where people work is left out; no name holds a lone "of".
std::string drop_places_of_work(std::string_view text) {
  std::string out;
  for (const auto at = [&] { return text.find(" of "); }; at() != std::string_view::npos;) {
    out += text.substr(0, at());
    const auto end = std::min(text.find_first_of(",;", at()), text.find(" and ", at()));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end);
  }
  return out += text;
}

/// "Ann Hill (co-first author, now elsewhere), … Bo Brook": remarks in brackets go, what was left out is a comma.
/// A short bracket without blanks may be part of a name: "William (Bill) Hill".
std::string drop_remarks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char closing = text[i] == '(' ? ')' : text[i] == '[' ? ']' : text[i] == '{' ? '}' : '\0';
    if (closing != '\0') {
      const auto end = std::min(text.find(closing, i), text.size());
      const auto inside = text.substr(i + 1, end - i - 1);
      const bool remark = inside.find(' ') != std::string_view::npos || end == text.size() ||
                          (!inside.empty() && inside.front() >= 'a' && inside.front() <= 'z') || closing == '}';
      if (remark) {
        i = end;
        continue;
      }
    }
    const bool dots = text.substr(i).starts_with("...") || text.substr(i).starts_with("…");
    out += dots ? ',' : text[i];
    if (dots) i += 2;
  }
  return out;
}

bool has_semicolon(std::string_view text) {
  return text.find(';') != std::string_view::npos || text.find("；") != std::string_view::npos;
}

/// 和, 与, 與, 及 between Han names become commas.
std::string mark_han_joiners(std::string_view text) {
  std::string out(text);
  for (const std::string_view joiner : {"和", "与", "與", "及", "・"})
    if (out.find(joiner) != std::string::npos) out = replace_all(out, joiner, joiner == "・" ? "・" : ",");
  return out;
}

void grade(NameList& list) {
  constexpr double kLeastName = 0.3;
  std::size_t good = 0;
  for (const auto& name : list.names) {
    const double score = name_score(name);
    list.score += score;
    if (score >= kLeastName) ++good;
  }
  if (!list.names.empty()) list.score /= static_cast<double>(list.names.size());
  list.whole = good == list.names.size() && good > 0;
  if (good * 2 < list.names.size()) list = {};
}

}  // namespace

NameList parse_name_list(std::string_view text) {
  NameList list;
  std::string marked;
  text = trim(text);
  list.et_al = cut_et_al(text);
  if (text.empty()) return list;
  std::string plain;
  if (text.find_first_of("([{") != std::string_view::npos || has_ellipsis(text)) text = plain = drop_remarks(text);
  if (text.find(" of ") != std::string_view::npos) text = plain = drop_places_of_work(text);
  std::size_t pos = 0;
  if (is_cjk(next_code_point(text, pos))) text = marked = mark_han_joiners(text);
  if (has_semicolon(text)) {
    list.names = read_semicolons(text);
  } else {
    const auto pieces = describe_all(split_joined(text));
    list.names = assemble(pieces, style_of(pieces));
  }
  grade(list);
  return list;
}

}  // namespace scholargraph
