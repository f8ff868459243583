// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/citation_fields.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/citation_lexicon.h"
#include "extract/cv/dates.h"
#include "extract/cv/names.h"

namespace scholargraph {

namespace {

using Part = CitationPart;

/// The text range that the atoms of one part cover; npos begin when there are none.
struct Range {
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
};

Range range_of(const CitationAtoms& atoms, const CitationParts& parts, Part part) {
  Range range;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (parts[i] != part) continue;
    range.begin = std::min(range.begin, atoms[i].begin);
    range.end = std::max(range.end, atoms[i].end);
  }
  return range;
}

const CitationAtom& last_of(const CitationAtoms& atoms, const CitationParts& parts, Part part) {
  std::size_t last = 0;
  for (std::size_t i = 0; i < atoms.size(); ++i)
    if (parts[i] == part) last = i;
  return atoms[last];
}

bool is_trim_sign(char32_t c) {
  switch (c) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '"':
    case '\'':
    case '`':
    case '*':
    case '|':
    case '/':
    case '-':
    case 0x2013:
    case 0x2014:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2018:
    case 0x2019:
    case 0xAB:
    case 0xBB:
    case 0x3002:
    case 0xFF0C:
    case 0x300A:
    case 0x300B:
    case 0x300C:
    case 0x300D:
    case 0xFF0E:
    case 0xFF1A:
    case 0x2022:
    case 0xB7:
    case '_':
      return true;
    default:
      return is_space(c);
  }
}

std::string_view trim_signs(std::string_view text) {
  while (!text.empty()) {
    std::size_t pos = 0;
    if (!is_trim_sign(next_code_point(text, pos))) break;
    text.remove_prefix(pos);
  }
  while (!text.empty()) {
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
    std::size_t pos = at;
    if (!is_trim_sign(next_code_point(text, pos))) break;
    text = text.substr(0, at);
  }
  return text;
}

/// A bracket that was opened outside or closed outside is dropped.
std::string_view drop_loose_brackets(std::string_view text) {
  const auto count = [&](char c) { return std::count(text.begin(), text.end(), c); };
  for (const auto& [open, closing] : {std::pair('(', ')'), std::pair('[', ']')}) {
    if (text.ends_with(closing) && count(closing) > count(open)) text = trim_signs(text.substr(0, text.size() - 1));
    if (!text.empty() && text.front() == open && count(open) > count(closing)) text = trim_signs(text.substr(1));
    const auto last = text.rfind(open);
    if (last != std::string_view::npos && count(open) > count(closing)) text = trim_signs(text.substr(0, last));
  }
  return text;
}

std::string_view cut_front_word(std::string_view text, std::string_view word) {
  if (!starts_with_ignore_case(text, word)) return text;
  return trim_signs(text.substr(word.size()));
}

/// "Chapter 10: Digraphs", "Section 8.10 Graphs": the number is no part of the title.
std::string_view cut_chapter(std::string_view text) {
  for (const std::string_view word : {"Chapter ", "Section ", "Kapitel ", "Chapitre ", "Capítulo "}) {
    if (!text.starts_with(word)) continue;
    const auto end = text.find_first_not_of("0123456789.", word.size());
    if (end == word.size() || end == std::string_view::npos) return text;
    return trim_signs(text.substr(end));
  }
  return text;
}

/// "Ponds of the north 2018"
std::string_view cut_final_year(std::string_view text) {
  constexpr std::size_t kYear = 5;  // with its blank
  if (text.size() < 2 * kYear || !parse_whole_date(text.substr(text.size() - kYear + 1))) return text;
  return text[text.size() - kYear] == ' ' ? trim_signs(text.substr(0, text.size() - kYear)) : text;
}

/// "Ponds of the north (PhD thesis)": what kind of work it is belongs not to its title.
std::string_view cut_thesis(std::string_view text) {
  if (!text.ends_with(')') && !text.ends_with(']')) return text;
  const auto open = text.rfind(text.back() == ')' ? '(' : '[');
  if (open == std::string_view::npos || open < 8) return text;
  const std::string inside = fold(text.substr(open + 1, text.size() - open - 2));
  const auto words = split_words(inside);
  const bool thesis = inside == "trabalho de conclusao de curso" || std::any_of(words.begin(), words.end(), is_thesis_word);
  if (words.size() > 5 || !thesis) return text;
  return cut_final_year(trim_signs(text.substr(0, open)));
}

std::string clean_venue(std::string_view text) {
  std::string_view venue = drop_loose_brackets(trim_signs(text));
  if (const auto named = status_venue(venue); !named.empty()) venue = named;
  for (const std::string_view lead :
       {"In: ", "In ", "In:", "published in ", "appeared in ", "presented at ", "appear in ", "book chapter, "})
    venue = cut_front_word(venue, lead);
  if (equals_ignore_case(venue, "in") || starts_with_ignore_case(venue, "pmid")) return {};
  if (has_status_words(fold(venue)) && split_words(venue).size() <= 3) return {};
  return collapse_spaces(venue);
}

/// "S. Tu.": the full stop behind the family name closes the list.
void drop_list_stop(std::string& name) {
  constexpr std::size_t kShort = 4;  // " Tu."
  const bool short_family = name.size() > kShort && name[name.size() - kShort] == ' ' && name.ends_with('.');
  std::size_t pos = name.size() - 2;
  if (short_family && name.find(',') == std::string::npos && is_lower(next_code_point(name, pos))) name.pop_back();
}

void add_authors(std::string_view text, Citation& citation) {
  const NameList list = parse_name_list(text);
  citation.authors = list.names;
  if (!citation.authors.empty()) drop_list_stop(citation.authors.back());
  citation.et_al |= list.et_al;
}

/// "Albany, NY" behind a title is a place and no person.
bool is_state_code(std::string_view code) {
  static constexpr std::string_view kCodes =
      "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
      "PA RI SC SD TN TX UT "
      "VT VA WA WV WI WY DC ON QC BC UK";
  return code.size() == 2 && (" " + std::string(kCodes) + " ").find(" " + std::string(code) + " ") != std::string::npos;
}

void drop_places(Citation& citation) {
  const auto place = [](const std::string& name) {
    const auto comma = name.rfind(", ");
    return comma != std::string::npos && is_state_code(std::string_view(name).substr(comma + 2));
  };
  const auto places = std::count_if(citation.authors.begin(), citation.authors.end(), place);
  if (places == 1) std::erase_if(citation.authors, place);
}

std::optional<int> year_in(std::string_view text) {
  const auto dates = find_dates(text);
  if (dates.empty()) return std::nullopt;
  const auto& period = dates.back().period;
  return period.end ? period.end : period.start;
}

void find_year(const CitationAtoms& atoms, const CitationParts& parts, Citation& citation) {
  for (const Part wanted : {Part::kYear, Part::kVenue, Part::kOther}) {
    for (std::size_t i = 0; i < atoms.size(); ++i) {
      if (parts[i] != wanted || atoms[i].year == 0 ||
          (wanted == Part::kOther && (atoms[i].address || atoms[i].words > 8)))
        continue;
      citation.year = atoms[i].year;
      if (wanted != Part::kVenue) return;
    }
    if (citation.year) return;
  }
}

void find_status(std::string_view text, const CitationAtoms& atoms, const CitationParts& parts, Citation& citation) {
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    if (parts[i] == Part::kTitle || parts[i] == Part::kAuthor || !citation.status.empty()) continue;
    if (atoms[i].status)
      citation.status = collapse_spaces(trim_signs(text.substr(atoms[i].begin, atoms[i].end - atoms[i].begin)));
  }
}

bool names_institution(std::string_view text) {
  const std::string folded = fold(text);
  for (const std::string_view word :
       {"universi", "institut", "college", "school", "hochschule", "academy", "ecole", "politec", "polytech"})
    if (folded.find(word) != std::string::npos) return true;
  return false;
}

/// The venue of a thesis is the institution, when one is printed behind "PhD thesis".
void find_thesis_institution(std::string_view text, const CitationAtoms& atoms, const CitationParts& parts,
                             Citation& citation) {
  if (names_institution(citation.venue)) return;
  for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
    if (!atoms[i].thesis || atoms[i].words > 6 || parts[i] == Part::kTitle || parts[i] == Part::kAuthor) continue;
    for (std::size_t k = i + 1; k < std::min(atoms.size(), i + 4); ++k) {
      const auto piece = text.substr(atoms[k].begin, atoms[k].end - atoms[k].begin);
      if (!names_institution(piece)) continue;
      citation.venue = clean_venue(piece);
      return;
    }
  }
}

/// "12", "34(2)", "12:345-367", "pp. 1-10" between the venue and the end.
void find_numbers(std::string_view text, const CitationAtoms& atoms, const CitationParts& parts, Citation& citation) {
  bool after_title = false;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    after_title |= parts[i] == Part::kTitle || parts[i] == Part::kVenue;
    if (!after_title || !atoms[i].numbers) continue;
    const auto piece = text.substr(atoms[i].begin, atoms[i].end - atoms[i].begin);
    const auto first = piece.find_first_of("0123456789");
    if (first == std::string_view::npos) continue;
    const bool range = piece.find('-') != std::string_view::npos || piece.find("–") != std::string_view::npos;
    const bool page_word = starts_with_ignore_case(piece, "p");
    if ((range || page_word || !citation.volume.empty()) && citation.pages.empty())
      citation.pages = piece.substr(first);
    else if (citation.volume.empty())
      citation.volume = piece.substr(first);
  }
}

void find_identifiers(std::string_view text, Citation& citation) {
  for (auto at = text.find("10."); at != std::string_view::npos; at = text.find("10.", at + 1)) {
    const auto slash = text.find_first_not_of("0123456789", at + 3);
    if (slash == std::string_view::npos || text[slash] != '/' || slash < at + 7) continue;
    auto end = text.find_first_of(" \n\t,;\"<>)]", slash);
    end = end == std::string_view::npos ? text.size() : end;
    while (end > slash + 1 && (text[end - 1] == '.' || text[end - 1] == ':')) --end;
    if (end > slash + 1) citation.doi = text.substr(at, end - at);
    break;
  }
  for (const std::string_view mark : {"arxiv.org/abs/", "arxiv.org/pdf/", "arXiv:", "arxiv:"}) {
    const auto at = text.find(mark);
    if (at == std::string_view::npos) continue;
    const auto begin = at + mark.size();
    const auto end = text.find_first_not_of("0123456789.", begin);
    auto number = text.substr(begin, end == std::string_view::npos ? end : end - begin);
    while (!number.empty() && number.back() == '.') number.remove_suffix(1);
    if (number.size() >= 9 && number.find('.') == 4) citation.arxiv = number;
  }
}

}  // namespace

std::string clean_title(std::string_view text) {
  std::string_view title = cut_chapter(trim_signs(text));
  for (const std::string_view label : {"Title:", "Titel:", "Titre:", "Título:", "Thesis:", "Paper:", "Article:"})
    title = cut_front_word(title, label);
  title = cut_thesis(drop_loose_brackets(title));
  for (const std::string_view tail :
       {"co-authored", "coauthored", "co-authored with", "joint work", "joint with", "jointly"})
    if (title.size() > tail.size() + 8 && equals_ignore_case(title.substr(title.size() - tail.size()), tail))
      title = trim_signs(title.substr(0, title.size() - tail.size()));
  return collapse_spaces(title);
}

Citation citation_fields(std::string_view text, const CitationAtoms& atoms, const CitationParts& parts) {
  Citation citation;
  const auto cut = [&](Range range) { return text.substr(range.begin, range.end - range.begin); };
  if (const Range range = range_of(atoms, parts, Part::kAuthor); range.end > 0) {
    std::size_t end = range.end;
    const auto printed = text.substr(range.begin, end - range.begin);
    const bool dotted = printed.find('.') != std::string_view::npos || printed.find(',') == std::string_view::npos;
    while (dotted && end < text.size() && text[end] == '.') ++end;  // the full stop of the last initial
    auto people = text.substr(range.begin, end - range.begin);
    const auto comma = people.rfind(',');
    const bool vancouver = comma != std::string_view::npos && split_words(people.substr(comma + 1)).size() >= 2;
    if (vancouver && people.find('.') + 1 == people.size()) people.remove_suffix(1);  // "Smith J, Hill C."
    add_authors(people, citation);
    if (range_of(atoms, parts, Part::kTitle).begin < range.begin) drop_places(citation);
  }
  if (const Range range = range_of(atoms, parts, Part::kTitle); range.end > 0) {
    Range whole = range;
    if (last_of(atoms, parts, Part::kTitle).bracketed && whole.end < text.size()) ++whole.end;  // "(second edition)"
    citation.title = clean_title(cut(whole));
    if (range.end < text.size() && text[range.end] == '?') citation.title += '?';
  }
  if (const Range range = range_of(atoms, parts, Part::kVenue); range.end > 0) citation.venue = clean_venue(cut(range));
  find_thesis_institution(text, atoms, parts, citation);
  for (std::size_t i = 0; i < atoms.size(); ++i) citation.quoted_title |= parts[i] == Part::kTitle && atoms[i].quoted;
  find_year(atoms, parts, citation);
  if (!citation.year && !citation.venue.empty()) citation.year = year_in(citation.venue);
  if (!citation.year && !atoms.empty()) {
    const CitationAtom& title = last_of(atoms, parts, Part::kTitle);  // "Ponds of the north (PhD thesis 2018)"
    if (title.thesis && title.year > 0) citation.year = title.year;
  }
  find_status(text, atoms, parts, citation);
  find_numbers(text, atoms, parts, citation);
  find_identifiers(text, citation);
  return citation;
}

}  // namespace scholargraph
