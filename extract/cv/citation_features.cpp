// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation_features.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/citation_lexicon.h"
#include "extract/cv/dates.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"
#include "extract/cv/names_words.h"

namespace scholargraph {

namespace {

bool is_address(std::string_view text) {
  for (const std::string_view mark : {"http", "www.", "doi.org", "arxiv.org", ".com/", ".org/", ".pdf"})
    if (text.find(mark) != std::string_view::npos) return true;
  if (starts_with_ignore_case(text, "doi")) return true;
  if (starts_with_ignore_case(text, "arxiv:") || starts_with_ignore_case(text, "isbn") ||
      starts_with_ignore_case(text, "pmid") || starts_with_ignore_case(text, "pmcid") ||
      starts_with_ignore_case(text, "issn"))
    return true;
  return text.starts_with("10.") && text.find('/') != std::string_view::npos &&
         text.find(' ') == std::string_view::npos;
}

/// Volume, issue and pages: digits, with at most a few letters around them.
bool is_numbers(std::string_view text, const std::vector<std::string>& words) {
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    digits += is_digit(c) ? 1 : 0;
    letters += is_letter(c) ? 1 : 0;
  }
  if (digits == 0) return false;
  static constexpr std::string_view kWords[] = {
      "pp",      "p",  "pages", "page", "vol",     "volume", "no", "number", "issue", "nr",    "art",
      "article", "bd", "band",  "heft", "n",       "v",      "pg", "pgs",    "id",    "s",     "seiten",
      "tom",     "t",  "num",   "iss",  "special", "c",      "с",  "т",      "vols",  "paper", "in"};
  const std::size_t known =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const std::string& word) {
        const auto has = std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        constexpr std::ptrdiff_t kFewLetters = 4;  // "e1234", "PMC123456", and not "deep3track"
        return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords) ||
               (has > 0 && (static_cast<std::ptrdiff_t>(word.size()) - has <= kFewLetters ||
                            has * 2 >= static_cast<std::ptrdiff_t>(word.size())));
      }));
  return known == words.size() || (letters <= 3 && digits >= letters);
}

bool is_acronym(std::string_view word) {
  int upper = 0;
  int lower = 0;
  for (std::size_t i = 0; i < word.size();) {
    const char32_t c = next_code_point(word, i);
    upper += is_upper(c) ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
  }
  return upper >= 3 && upper > 2 * lower;
}

double venue_score(std::string_view text, const std::vector<std::string>& words, const CitationAtom& atom) {
  if (words.empty()) return 0;
  int known = 0;
  for (const auto& word : words) known += is_venue_word(word) ? 1 : 0;
  bool acronym = false;
  for (const auto word : split_words(text)) acronym |= is_acronym(word);
  double score = std::min(1.0, 0.45 * known);
  if (acronym && atom.year != 0 && words.size() <= 6)
    score = std::max(score, 0.9);
  else if (acronym && words.size() <= 4)
    score = std::max(score, 0.4);
  if (atom.volume_tail && words.size() <= 9) score = std::max(score, 0.5 + 0.1 * known);
  if (atom.thesis && words.size() <= 10) score = std::max(score, 0.6);
  if (atom.publisher && words.size() <= 6) score = std::max(score, 0.3);
  if (static_cast<int>(words.size()) > 16) score *= 0.7;
  return std::min(score, 1.0);
}

/// "Evolution 72 (9)", "JMLR 12:1-30", "Nature 2019": a number at the end that is no bare year.
bool has_volume_tail(std::string_view text) {
  const auto words = split_words(text);
  if (words.size() < 2) return false;
  std::size_t digits = 0;
  const auto last = words.back();
  for (const char c : last) digits += c >= '0' && c <= '9' ? 1 : 0;
  if (digits == 0 || (last.size() == 2 && (last[1] == 'D' || last[1] == 'd'))) return false;  // "in 3D"
  const auto matches = find_dates(last);
  return matches.empty() && digits * 2 >= last.size();
}

void count_words(std::string_view piece, CitationAtom& atom, std::vector<std::string>& folded) {
  bool first = true;
  int cjk = 0;
  for (const auto word : split_words(piece)) {
    std::size_t pos = 0;
    char32_t c = next_code_point(word, pos);
    while (pos < word.size() && !is_letter(c) && !is_digit(c)) c = next_code_point(word, pos);
    for (std::size_t i = 0; i < word.size();) cjk += is_cjk(next_code_point(word, i)) ? 1 : 0;
    if (!is_letter(c) && !is_digit(c)) continue;
    ++atom.words;
    if (is_lower(c)) ++atom.small_words;
    if (first) atom.small_start = is_lower(c);
    first = false;
    if (auto f = fold(word); !f.empty()) folded.push_back(std::move(f));
  }
  if (cjk > 2) atom.words = std::max(atom.words, cjk / 2);
}

/// All of the text is a country, state or well-known city.
bool is_place(std::string_view text) {
  const auto words = lex_words(text);
  const auto hit = place_words().match_at(words, 0);
  return hit && hit->last == words.size();
}

/// "West Lake Publishing Co.", "Brook Books Inc.": a company and no person.
bool is_company(std::string_view piece, const std::vector<std::string>& words) {
  if (words.size() < 2) return false;
  if (words.back() == "co") return piece.ends_with("Co.") || words[words.size() - 2] == "publishing";
  for (const std::string_view end : {"publishing", "publishers", "publications", "verlag", "inc", "ltd", "llc", "gmbh"})
    if (words.back() == end) return true;
  return false;
}

/// "A Lake Reader Class", "A Nation's Parks", "ACM Meetings": capitals as in a name, and no name.
bool is_phrase(std::string_view name, const std::vector<std::string>& folded) {
  if (name.find("'s ") != std::string_view::npos || name.find("\u2019s ") != std::string_view::npos) return true;
  if (name.starts_with("A ") && folded.size() >= 4) return true;
  return folded.size() >= 2 && std::all_of(folded.begin(), folded.end(), is_venue_word);
}

void describe_people(std::string_view piece, std::string_view owner, CitationAtom& atom) {
  constexpr std::size_t kLongest = 90;
  if (atom.with || atom.joined) piece = person_part(piece);
  if (piece.size() > kLongest || atom.volume_tail) return;
  if (atom.in) piece.remove_prefix(std::min<std::size_t>(3, piece.size()));
  const std::string name = clean_name(piece);
  if (name.empty()) return;
  atom.name = name_score(name);
  int words = 0;
  int initials = 0;
  bool other = false;
  for (const auto& word : name_words(name)) {
    if (word.kind == NameWordKind::kInitials)
      ++initials;
    else if (word.kind == NameWordKind::kWord || word.kind == NameWordKind::kCapitals ||
             word.kind == NameWordKind::kCjk)
      ++words;
    else if (word.kind == NameWordKind::kOther)
      other = true;
  }
  atom.initials = !other && words == 0 && initials > 0;
  atom.family = !other && initials == 0 && words >= 1 && words <= 3;
  if (atom.name >= 0.3 && atom.name < 0.95 && initials == 0 && words <= 3 && is_place(name)) atom.name = 0.2;
  if (!owner.empty() && atom.name >= 0.3) atom.owner = names_compatible(name, owner);
}

bool is_link_text(const std::vector<std::string>& words) {
  return !words.empty() && words.size() <= 4 && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return is_link_label(word) || word == "the" || word == "here" || word == "s" || word == "and";
  }) && std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return is_link_label(word) || word == "here";
  });
}

bool names_edition(const std::vector<std::string>& words) {
  if (words.size() < 2 || words.size() > 4) return false;
  const std::string& last = words.back();
  return last == "edition" || last == "auflage" || last == "edicion" || last == "edizione";
}

bool names_editors(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [](const std::string& w) {
    return w == "eds" || w == "ed" || w == "editor" || w == "editors" || w == "edited" || w == "hrsg" || w == "dir" ||
           w == "coord" || w == "org" || w == "orgs" || w == "edt" || w == "edts";
  });
}

}  // namespace

bool only_initials_text(std::string_view text) {
  bool any = false;
  for (const auto& word : name_words(text)) {
    if (word.kind != NameWordKind::kInitials) return false;
    any = true;
  }
  return any;
}

bool looks_like_person(std::string_view text) {
  constexpr std::size_t kLongest = 70;
  return text.size() <= kLongest && name_score(text) >= 0.3;
}

std::string_view person_part(std::string_view text) {
  for (const std::string_view link : {" of ", " from ", " at "}) {
    const auto at = text.find(link);
    if (at == std::string_view::npos) continue;
    std::size_t next = at + link.size();
    if (text.substr(next).starts_with("the ")) next += 4;
    if (next < text.size() && is_upper(next_code_point(text, next))) text = text.substr(0, at);
  }
  return text;
}

bool is_affiliation(std::string_view inside) {
  const std::string folded = fold(inside);
  for (const std::string_view stem : {"universi", "institut", "college", "school", "student", "hochschule", "academy",
                                      "universid", "laborator", "co chair", "polytech", "politec"})
    if (folded.find(stem) != std::string::npos) return folded.find_first_of("0123456789") == std::string::npos;
  return false;
}

namespace {

/// Begins with a digit or is spelled with words for volumes and pages, and not a name like "PRR11".
bool plain_numbers(std::string_view inside) {
  std::size_t pos = 0;
  const char32_t first = next_code_point(inside, pos);
  if (is_digit(first)) return true;
  const auto end = inside.find_first_of("0123456789");
  return end != std::string_view::npos && end > 0 && (inside[end - 1] == ' ' || inside[end - 1] == '.');
}

/// "COVID-19", "SARS-CoV-2": one word that ends in a short number.
bool acronym_number(std::string_view inside) {
  const auto hyphen = inside.rfind('-');
  return inside.find(' ') == std::string_view::npos && hyphen != std::string_view::npos && hyphen > 0 &&
         !is_digit(static_cast<unsigned char>(inside.front())) && inside.size() - hyphen <= 3;
}

}  // namespace

bool is_citation_note(std::string_view inside) {
  if (inside.empty()) return false;
  if (starts_with_ignore_case(inside, "with ") || starts_with_ignore_case(inside, "joint")) return true;
  CitationAtom atom;
  atom.end = inside.size();
  describe_atom(inside, {}, atom);
  if (atom.numbers && !plain_numbers(inside)) return false;  // "(PRR11)", "(COVID-19)"
  return atom.date || (atom.year != 0 && atom.words <= 8 && !acronym_number(inside)) || atom.status || atom.link_label || atom.address ||
         atom.numbers || atom.editors || (atom.venue >= 0.7 && atom.words >= 3);
}

void describe_atom(std::string_view text, std::string_view owner, CitationAtom& atom) {
  std::string_view piece = text.substr(atom.begin, atom.end - atom.begin);
  std::vector<std::string> words;
  count_words(piece, atom, words);
  atom.address = is_address(piece);
  if (atom.address) return;
  const auto dates = find_dates(piece);
  if (!dates.empty()) atom.year = dates.back().period.end.value_or(dates.back().period.start.value_or(0));
  atom.date = parse_whole_date(piece).has_value() || (words.size() == 1 && is_month_word(words[0]));
  if (piece.size() == 5 && !dates.empty() && piece[4] >= 'a' && piece[4] <= 'c') atom.date = true;
  if (words.size() == 1 && words[0].size() == 5 && (words[0].starts_with("20") || words[0].starts_with("19")) &&
      words[0][4] >= 'a' && words[0][4] <= 'd' && words[0][2] >= '0' && words[0][2] <= '9') {  // "2011a"
    atom.date = true;
    atom.year = std::stoi(words[0].substr(0, 4));
  }
  constexpr int kLatestYear = 2040;
  constexpr int kEarliestYear = 1920;  // "(Hill, 1854)" names who described a species
  if (atom.year != 0 && atom.year < kEarliestYear) {
    atom.date = false;
    atom.year = 0;
  }
  const bool pages = dates.size() == 1 && dates[0].range && dates[0].period.end && dates[0].period.start_month == 0 &&
                     dates[0].period.end_month == 0;
  if (pages || atom.year > kLatestYear) {  // "2042-2052" are pages
    atom.date = false;
    atom.year = 0;
  }
  atom.numbers = !atom.date && is_numbers(piece, words);
  const std::string folded = fold(piece);
  atom.et_al = folded == "etc" || folded.ends_with("et al") || folded == "others" || folded == "al" ||
               folded.ends_with("and others");
  atom.with = starts_with_ignore_case(piece, "with ") || starts_with_ignore_case(piece, "by ");
  atom.in =
      (piece.starts_with("In ") || piece.starts_with("in ") || piece.starts_with("In: ") || piece.starts_with("In:")) &&
      atom.words >= 2;
  atom.in |= piece == "In" || piece == "in";
  atom.volume_tail = has_volume_tail(piece);
  atom.thesis = std::any_of(words.begin(), words.end(), [](const std::string& w) { return is_thesis_word(w); });
  atom.publisher = std::any_of(words.begin(), words.end(), [](const std::string& w) { return is_publisher_word(w); });
  atom.status = atom.words <= 12 && has_status_words(folded);
  atom.status_of = atom.status && !status_venue(piece).empty();
  atom.link_label = is_link_text(words) && (atom.bracketed || !(words.size() == 1 && is_venue_word(words[0])));
  atom.edition = names_edition(words);
  atom.editors = names_editors(words) && atom.words <= 14;
  atom.venue = venue_score(piece, words, atom);
  if (!atom.date && !atom.numbers) describe_people(piece, owner, atom);
  if (atom.name > 0.2 && is_phrase(piece, words)) atom.name = 0.2;
  if (piece.starts_with("Review of ")) atom.venue = std::min(atom.venue, 0.1);
  if (is_company(piece, words)) {
    atom.name = 0.05;
    atom.publisher = true;
    atom.venue = std::max(atom.venue, 0.5);
  }
  if (words.size() >= 2 && words[0] == "j" && is_citation_abbreviation(words[1]) && words[1].size() > 2) {  // "J. Math"
    atom.name = 0.05;
    atom.venue = std::max(atom.venue, 0.8);
  }
}

void mark_titles_behind_people(std::vector<CitationAtom>& atoms) {
  constexpr double kNoName = 0.05;
  bool title = false;
  for (std::size_t i = 1; i < atoms.size(); ++i) {
    CitationAtom& here = atoms[i];
    const bool lone_stop = here.border == Border::kQuote && !here.quoted && !atoms[i - 1].quoted;
    const CitationAtom& before = atoms[i - 1];
    const bool people = before.initials || before.family || before.name >= 0.3;
    title = (lone_stop && people && here.words >= 2 && !here.initials) || (title && here.border == Border::kColon);
    if (!title) continue;
    here.name = std::min(here.name, kNoName);
    here.venue = 0;
  }
}

}  // namespace scholargraph
