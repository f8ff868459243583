// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/entries_fragments.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/cv/entries_joins.h"
#include "extract/cv/entries_pieces.h"

namespace scholargraph {
namespace {

bool place_only(const std::vector<LexWord>& words) {
  std::size_t at = 0;
  bool any = false;
  while (at < words.size()) {
    if (const auto hit = place_words().match_at(words, at)) {
      // Two-letter codes count in capitals only.
      const bool code = words[at].folded.size() <= 2 || (words[at].folded.size() == 3 && hit->value == 1 && hit->last == at + 1);
      if (code && !words[at].all_capitals) return false;
      // A place inside a longer run of characters is part of a name.
      if (static_cast<unsigned char>(words[at].folded[0]) >= 0xE0 && words[at].folded.size() > 9) return false;
      any = true;
      at = hit->last;
      continue;
    }
    const std::string& folded = words[at].folded;
    const bool number = folded.find_first_not_of("0123456789") == std::string::npos;
    const bool quarter = folded == "western" || folded == "eastern" || folded == "northern" || folded == "southern";
    const bool region = quarter && at + 1 < words.size() && place_words().match_at(words, at + 1);
    if (!number && !region && folded != "and" && folded != "the") return false;
    ++at;
  }
  return any;
}

bool acronym(const std::vector<LexWord>& words) {
  return words.size() == 1 && words[0].all_capitals && words[0].folded.size() >= 3 && words[0].folded.size() <= 9;
}

/// "University Fellow", "College Lecturer": the generic word alone says what kind of fellow, and names no place.
bool names_kind_of_role(const std::vector<LexWord>& words, const LexHit& hit) {
  const std::string& word = words[hit.first].folded;
  if (word != "university" && word != "college" && word != "hospital" && word != "school" && word != "council" && word != "department") return false;
  if (hit.last >= words.size() || hit.last != hit.first + 1 || !role_words().match_at(words, hit.last)) return false;
  return hit.first == 0 || !words[hit.first - 1].capital || role_words().match_at(words, hit.first - 1);
}

double institution_strength(const std::vector<LexWord>& words, bool& unit) {
  double best = 0;
  unit = false;
  bool first = true;
  for (auto hit = institution_words().find(words); hit; hit = institution_words().find(words, hit->last)) {
    const std::string& word = words[hit->first].folded;
    double strength = 0;
    if (names_kind_of_role(words, *hit)) {
      if (hit->last >= words.size()) break;
      continue;
    }
    switch (hit->value) {
      case kUniversityWord: strength = 3; break;
      case kCompanyWord: strength = hit->first > 0 || (static_cast<unsigned char>(word[0]) >= 0xE0 && word.size() > 12) ? 2.5 : 0; break;
      case kInstituteWord: strength = 2; break;
      default: break;
    }
    // "Rhode Island School of Design" is a whole, "School of Physics" a part.
    if ((word == "school" || word == "college") && hit->first > 0 && words[hit->first - 1].capital && words[hit->first - 1].folded != "graduate") {
      strength = std::max(strength, 2.2);
      first = false;
    }
    if (hit->value == kCompanyWord && !words[hit->first].capital && static_cast<unsigned char>(word[0]) < 0x80) strength = 0;
    // Acronyms and short forms count as printed in capitals.
    if (word.size() <= 4 && hit->last == hit->first + 1 && strength > 0 && !words[hit->first].capital) strength = 0;
    if (word == "sa" || word == "ag" || word == "nv" || word == "ab" || word == "oy") {
      if (hit->first == 0 || !words[hit->first].all_capitals) strength = std::min(strength, words[hit->first].has_point ? 2.5 : 0.0);
    }
    if (hit->value == kUnitWord && first) unit = true;
    first = false;
    best = std::max(best, strength);
    if (hit->last >= words.size()) break;
  }
  if (unit && best < 3) best = std::min(best, 1.0);
  if (best >= 3) unit = false;
  return best;
}

std::string clean(std::string_view text) {
  std::string out = collapse_spaces(text);
  const auto junk = [](char c) { return c == ',' || c == ';' || c == ':' || c == '-' || c == '*' || c == '_' || c == ' ' || c == '"' || c == '`' || c == '/'; };
  std::size_t begin = 0;
  while (begin < out.size() && junk(out[begin])) ++begin;
  while (out.size() > begin && junk(out.back())) out.pop_back();
  out.erase(0, begin);
  for (std::string_view dash : {"\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x80\xA2"}) {
    while (std::string_view(out).starts_with(dash)) out = std::string(trim(std::string_view(out).substr(3)));
    while (std::string_view(out).ends_with(dash)) out = std::string(trim(std::string_view(out).substr(0, out.size() - 3)));
  }
  if (out.ends_with(".") && out.find('.') == out.size() - 1 && out.find(' ') != std::string::npos && !out.ends_with("Inc.") && !out.ends_with("Ltd.") && !out.ends_with("Co.")) out.pop_back();
  return out;
}

bool joins_names(std::string_view folded) {
  return folded == "at" || folded == "in" || folded == "from" || folded == "and" || folded == "of" || folded == "the" || folded == "to" || folded == "by" || folded == "with" || folded == "bei" || folded == "with";
}

/// "l'Université de X", "à l'INSTN": the length of the preposition and article that are glued to the name; 0 without.
std::size_t elided_article(std::string_view text) {
  std::size_t begin = 0;
  while (begin < text.size() && text[begin] == ' ') ++begin;
  for (std::string_view lead : {"\xC3\xA0 l'", "\xC3\xA0 l\xE2\x80\x99", "de l'", "de l\xE2\x80\x99", "l'", "l\xE2\x80\x99", "L'", "L\xE2\x80\x99", "dell'", "all'", "\xC3\xA0 "}) {
    if (!text.substr(begin).starts_with(lead)) continue;
    std::size_t pos = begin + lead.size();
    return pos < text.size() && is_upper(next_code_point(text, pos)) ? begin + lead.size() : 0;
  }
  return 0;
}

/// "Paris 7", "Lyon 1": a town with a small number is a French university.
bool numbered_university(const std::vector<LexWord>& words) {
  if (words.size() != 2 || !words[0].capital || words[1].folded.size() > 4) return false;
  const auto town = place_words().match_at(words, 0);
  if (!town || town->last != 1 || town->value != 2) return false;
  const std::string& number = words[1].folded;
  const bool digits = number.size() <= 2 && number.find_first_not_of("0123456789") == std::string::npos;
  return digits || (words[1].capital && number.find_first_not_of("ivx") == std::string::npos);
}

/// Where "at", "from", "bei", "presso" ... hands over from a role or degree to an institution: [begin, end) of the
/// preposition; an empty range when there is none.
std::pair<std::size_t, std::size_t> hand_over(std::string_view text) {
  constexpr std::array<std::string_view, 30> kWords{
      " at the ", " at ", " @ ", " from the ", " from ", " within the ", " with the ", " with ", " an der ", " an dem ", " am ", " bei der ", " bei ", " beim ",
      " \xC3\xA0 l'", " \xC3\xA0 l\xE2\x80\x99", " \xC3\xA0 la ", " \xC3\xA0 ", " au ", " chez ", " presso l'", " presso la ", " presso il ", " presso ",
      " en la ", " en el ", " na ", " no ", " aan de ", " bij "};
  std::size_t best = std::string_view::npos;
  std::size_t length = 0;
  for (std::string_view word : kWords) {
    const std::size_t at = text.find(word);
    if (at == std::string_view::npos || at > best || (at == best && word.size() < length)) continue;
    best = at;
    length = word.size();
  }
  if (best == std::string_view::npos) return {0, 0};
  return {best, best + length};
}

class Fragmenter {
 public:
  std::vector<Fragment> take() { return std::move(out_); }

  void add_line(std::string_view line, int index, const std::vector<std::size_t>& borders, const Block* block, int block_begin) {
    line = line.substr(0, inner_label(line));
    line_ = line;
    index_ = index;
    block_ = block;
    block_begin_ = block_begin;
    ++cell_;
    bool bracketed = false;
    std::size_t done = 0;
    const std::size_t first = out_.size();
    for (const DateMatch& date : find_dates(line)) {
      add_pieces(done, date.begin, borders, bracketed);
      Fragment fragment = make(FragmentKind::kDate, date.begin, date.end, bracketed);
      fragment.date = date;
      fragment.text = std::string(line.substr(date.begin, date.end - date.begin));
      out_.push_back(fragment);
      ++cell_;
      done = date.end;
      if (describes(line, date, out_.size() - first - 1)) {
        done = line.size();
        break;
      }
    }
    add_pieces(done, line.size(), borders, bracketed);
    join_pieces(out_, first);
  }

 private:
  Fragment make(FragmentKind kind, std::size_t begin, std::size_t end, bool bracketed) const {
    Fragment fragment;
    fragment.kind = kind;
    fragment.text = clean(line_.substr(begin, end - begin));
    fragment.line = index_;
    fragment.cell = cell_;
    fragment.bracketed = bracketed;
    if (block_ != nullptr) {
      fragment.bold = style_share(*block_, block_begin_ + static_cast<int>(begin), block_begin_ + static_cast<int>(end), kBold) > 0.8;
    }
    return fragment;
  }

  /// "Programmer, Texaco, 9/91--9/93. Evaluated ...": behind the date a sentence describes what stands before it.
  static bool describes(std::string_view line, const DateMatch& date, std::size_t pieces_before) {
    if (pieces_before == 0) return false;
    std::size_t pos = date.end;
    bool stop = false;
    while (pos < line.size() && (line[pos] == ')' || line[pos] == '.' || line[pos] == ' ' || line[pos] == ']')) {
      stop = stop || line[pos] == '.' || (line[pos] == ')' && date.range);
      ++pos;
    }
    return stop && lex_words(line.substr(pos)).size() >= 4;
  }

  void add_pieces(std::size_t from, std::size_t to, const std::vector<std::size_t>& borders, bool& bracketed) {
    if (from >= to) return;
    for (const Piece& piece : cut(line_, from, to, borders, cell_, bracketed)) {
      const int keep = cell_;
      cell_ = piece.cell;
      classify(piece.begin, piece.end, piece.bracketed);
      cell_ = std::max(keep, cell_);
    }
  }

  void push(Fragment fragment) {
    if (!fragment.text.empty()) out_.push_back(std::move(fragment));
  }

  void classify(std::size_t begin, std::size_t end, bool bracketed) {
    begin += elided_article(line_.substr(begin, end - begin));
    const std::string_view piece = line_.substr(begin, end - begin);
    const auto words = lex_words(piece);
    const auto degrees = find_degrees(piece, words);
    if (words.empty() || (words.size() == 1 && joins_names(words[0].folded))) return;
    if (labelled(piece, bracketed) || honours(words) || names_attribute(words) || tells_duration(words)) return;
    if (words.size() >= 2 && begin > 0 && words[0].folded == "at" && !words[0].capital && words[1].capital) {
      if (!out_.empty() && out_.back().kind == FragmentKind::kInstitution && place_or_name_only(words)) {
        out_.back().text += " " + clean(piece);
        return;
      }
      return classify(begin + words[1].begin, end, bracketed);
    }
    if (const std::size_t unit = unit_behind(words); unit > 0) {
      classify(begin, begin + words[unit].begin, bracketed);
      ++cell_;
      return classify(begin + words[unit].begin, end, bracketed);
    }
    auto role = role_words().find(words);
    if (role && names_other_person(words, *role)) role.reset();
    const bool real_role = role && role->value != kStudentRole;
    bool unit = false;
    const double strength = institution_strength(words, unit);
    const bool student_role = !degrees.empty() && degrees[0].student && real_role && words[role->first].begin < degrees[0].begin;
    if (!degrees.empty() && !student_role && !(real_role && words[role->first].begin < degrees[0].begin && !degrees[0].student) && leads(words, degrees[0])) {
      return add_degrees(begin, piece, degrees, bracketed);
    }
    const auto over = hand_over(piece);
    if (over.second > 0 && splits_there(piece, over)) {
      classify(begin, begin + over.first, bracketed);
      ++cell_;
      return classify(begin + over.second, end, bracketed);
    }
    if (numbered_university(words)) {
      Fragment university = make(FragmentKind::kInstitution, begin, end, bracketed);
      university.strength = 2.5;
      return push(std::move(university));
    }
    if (place_only(words)) return push(make(FragmentKind::kPlace, begin, end, bracketed));
    if (role) {
      const bool first = role->first <= 3;
      const auto institution = institution_words().find(words);
      const bool institution_first = institution && institution->first < role->first && strength >= 2.5;
      if ((strength < 2 || first) && !institution_first) return add_role(begin, end, words, *role, strength, bracketed);
    }
    Fragment fragment = make(FragmentKind::kUnknown, begin, end, bracketed);
    if (completes_company(words) || (bracketed && abbreviates_role(words))) return;
    if (strength >= 1.5) {
      fragment.kind = FragmentKind::kInstitution;
      fragment.strength = strength;
    } else if (unit || strength > 0) {
      fragment.kind = FragmentKind::kUnit;
      fragment.strength = 1;
    } else if (acronym(words)) {
      fragment.kind = FragmentKind::kInstitution;
      fragment.strength = 1.5;
    }
    push(std::move(fragment));
  }

  /// "(Advisor: Jane Doe)": the label and what follows it in the brackets are no pieces of the entry.
  bool labelled(std::string_view piece, bool bracketed) {
    if (label_open_ && bracketed) return true;
    label_open_ = false;
    const EntryLabel label = entry_label(std::string(trim(piece)) + ":").first;
    if (label != EntryLabel::kAdvisor && label != EntryLabel::kThesis) return false;
    const bool whole = lex_words(piece).size() <= 3 && (bracketed || !role_words().contains(piece));
    label_open_ = whole && bracketed;
    return whole && bracketed;
  }

  /// "University of Sampletown Department of Tides": the word where the unit begins although no sign parts them; 0 when
  /// there is none.
  static std::size_t unit_behind(const std::vector<LexWord>& words) {
    static const Lexicon units{
        {1, "department of|dept of|faculty of|departement de|departamento de|dipartimento di|facultad de"}};
    for (std::size_t at = 2; at + 2 < words.size(); ++at) {
      if (!words[at].capital || !words[at - 1].capital || !units.match_at(words, at)) continue;
      const auto hit = institution_words().find(words);
      return hit && hit->value == kUniversityWord && hit->last <= at ? at : 0;
    }
    return 0;
  }

  /// "led by Prof. Lind", "organised with Dr. Orth": the title of somebody else is no role.
  static bool names_other_person(const std::vector<LexWord>& words, const LexHit& role) {
    if (role.first == 0 || (words[role.first - 1].folded != "by" && words[role.first - 1].folded != "with"))
      return false;
    const std::string& title = words[role.first].folded;
    return title == "prof" || title == "professor" || title == "dr";
  }

  static bool honours(const std::vector<LexWord>& words) {
    static const Lexicon phrases{{1, "summa cum laude|magna cum laude|cum laude|with honors|with honours|with distinction|first class|first class honours|honors|honours|"
                                     "mit auszeichnung|mention bien|mention tres bien|con lode|great distinction|greatest distinction|full time|part time|tenure track|tenured"}};
    const auto hit = phrases.match_at(words, 0);
    return hit && hit->last == words.size();
  }

  /// "6 mois", "one year", "3 weeks": how long something took, no name.
  static bool tells_duration(const std::vector<LexWord>& words) {
    static const Lexicon units{{1,
                                "day|days|week|weeks|month|months|year|years|yrs|jour|jours|semaine|semaines|mois|an|ans|tage|woche|"
                                "wochen|monat|monate|jahr|jahre|semana|semanas|mes|meses|ano|anos|settimana|settimane|mese|mesi|anno|"
                                "anni|maand|maanden|jaar"}};
    static const Lexicon counts{{1, "a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|un|une|deux|trois|uno|una|ein|eine"}};
    if (words.size() != 2 || !units.match_at(words, 1)) return false;
    return is_digit(static_cast<unsigned char>(words[0].folded[0])) || counts.match_at(words, 0).has_value();
  }

  /// "Position held", "Vínculo": the name of a field, whose value follows.
  static bool names_attribute(const std::vector<LexWord>& words) {
    static const Lexicon names{{1, "vinculo|vinculo institucional|carga horaria|regime|outras informacoes|enquadramento funcional|position held|occupation or position held|dates|date|employer|"
                                   "name and address of employer|name of employer|institution|institution name|organization|organisation|company|"
                                   "school attended|schools attended|degree|degrees|degree obtained|major|cargo|instituicao|institucion|etablissement|employeur|"
                                   "arbeitgeber|zeitraum|period|role|job title|qualification awarded|title of qualification awarded|university|college|school|schools|"
                                   "institute|center|centre|department|laboratory|hospital|universidad|universidade|universita|universite|universitat|hochschule"}};
    const auto hit = names.match_at(words, 0);
    return hit && hit->last == words.size();
  }

  /// "at Chapel Hill" behind "University of North Carolina" belongs to the name.
  static bool place_or_name_only(const std::vector<LexWord>& words) {
    return words.size() <= 4 && !institution_words().find(words, 1) && !role_words().find(words, 1);
  }

  /// "Fellow of the Institute of Snow (FIS)": the letters stand for the role, not for a place.
  bool abbreviates_role(const std::vector<LexWord>& words) const {
    if (!acronym(words) || out_.empty() || out_.back().kind != FragmentKind::kRole || out_.back().line != index_) return false;
    std::string initials;
    for (const LexWord& word : lex_words(out_.back().text)) {
      if (word.capital) initials += word.folded[0];
    }
    return initials.find(words[0].folded) != std::string::npos;
  }

  /// ", LLC" behind a comma belongs to the name before it.
  bool completes_company(const std::vector<LexWord>& words) {
    const auto hit = institution_words().match_at(words, 0);
    if (!hit || hit->value != kCompanyWord || hit->last != words.size() || out_.empty()) return false;
    Fragment& before = out_.back();
    if (before.line != index_ || (before.kind != FragmentKind::kUnknown && before.kind != FragmentKind::kInstitution)) return false;
    before.kind = FragmentKind::kInstitution;
    before.strength = std::max(before.strength, 2.5);
    return true;
  }

  /// A degree leads its piece, or only small words and adjectives stand before it.
  static bool leads(const std::vector<LexWord>& words, const DegreeMention& degree) {
    if (degree.begin <= 1) return true;
    if (degree.ambiguous) return false;
    std::size_t before = 0;
    bool institution = false;
    for (const LexWord& word : words) before += word.end <= degree.begin ? 1 : 0;
    const auto hit = institution_words().find(words);
    institution = hit && words[hit->first].begin < degree.begin;
    return before <= 4 && !institution;
  }

  /// Cutting at the preposition must leave an institution or a name on the right and none on the left.
  static bool splits_there(std::string_view piece, std::pair<std::size_t, std::size_t> over) {
    const std::string_view left = piece.substr(0, over.first);
    const std::string_view right = piece.substr(over.second);
    const auto left_words = lex_words(left);
    const auto right_words = lex_words(right);
    if (left_words.empty() || right_words.empty()) return false;
    bool unit = false;
    const bool role = role_words().find(left_words).has_value();
    if (institution_strength(left_words, unit) >= 2 && !role) return false;
    if (institution_strength(right_words, unit) > 0) return true;
    return role && right_words[0].capital;
  }

  void add_role(std::size_t begin, std::size_t end, const std::vector<LexWord>& words, const LexHit& hit, double strength, bool bracketed) {
    // "Research Fellow University of X": the institution begins behind the role without a comma.
    if (strength >= 2.5) {
      const auto institution = institution_words().find(words, hit.last);
      if (institution && (institution->value == kUniversityWord || institution->value == kCompanyWord) && institution->first > hit.first) {
        std::size_t from = institution->first;
        while (from > hit.last && words[from - 1].capital && !role_words().match_at(words, from - 1)) --from;
        const bool linked = from > hit.last && (words[from - 1].folded == "of" || words[from - 1].folded == "in" || words[from - 1].folded == "for");
        if (!linked) {
          Fragment role = make(FragmentKind::kRole, begin, begin + words[from - 1].end, bracketed);
          role.role = hit.value;
          push(std::move(role));
          ++cell_;
          Fragment other = make(FragmentKind::kInstitution, begin + words[from].begin, end, bracketed);
          other.strength = strength;
          return push(std::move(other));
        }
      }
    }
    Fragment fragment = make(FragmentKind::kRole, begin, end, bracketed);
    fragment.role = hit.value;
    for (auto next = role_words().find(words, hit.last); next; next = role_words().find(words, next->last)) {
      // "Research Intern", "Visiting Assistant Professor": the special kind wins over the plain job.
      if (next->value != static_cast<int>(EmploymentKind::kJob) && next->value != kStudentRole) fragment.role = next->value;
      if (next->last >= words.size()) break;
    }
    push(std::move(fragment));
  }

  void add_degrees(std::size_t begin, std::string_view piece, const std::vector<DegreeMention>& degrees, bool bracketed) {
    for (std::size_t d = 0; d < degrees.size(); ++d) {
      const std::size_t stop = d + 1 < degrees.size() ? degrees[d + 1].begin : piece.size();
      const std::string_view behind = piece.substr(degrees[d].end, stop - degrees[d].end);
      if (d > 0 && degrees[d].level == degrees[d - 1].level && !degrees[d - 1].student) {
        if (lex_words(piece.substr(degrees[d - 1].end, degrees[d].begin - degrees[d - 1].end)).empty()) continue;
      }
      Fragment fragment = make(FragmentKind::kDegree, begin + degrees[d].begin, begin + degrees[d].end, bracketed);
      fragment.degree = degrees[d];
      const std::size_t slot = out_.size();
      push(fragment);
      if (out_.size() > slot) add_field(slot, begin + degrees[d].end, behind, bracketed);
    }
  }

  /// " in Computer Science at UC Davis" behind a degree: the field, and what "at" hands over to.
  void add_field(std::size_t slot, std::size_t begin, std::string_view behind, bool bracketed) {
    const auto over = hand_over(std::string(" ").append(behind));
    std::string_view field = behind;
    if (over.second > 0 && over.second <= behind.size() + 1) {
      const std::size_t cut_at = over.first > 0 ? over.first - 1 : 0;
      const std::string_view right = behind.substr(over.second - 1);
      bool unit = false;
      const auto words = lex_words(right);
      if (!words.empty() && (institution_strength(words, unit) > 0 || words[0].all_capitals || words[0].capital)) {
        field = behind.substr(0, cut_at);
        ++cell_;
        classify(begin + over.second - 1, begin + behind.size(), bracketed);
      }
    }
    const auto words = lex_words(field);
    bool unit = false;
    if (!words.empty() && institution_strength(words, unit) >= 3 && words[0].folded != "in") {
      ++cell_;
      return classify(begin + static_cast<std::size_t>(field.data() - behind.data()), begin + static_cast<std::size_t>(field.data() - behind.data()) + field.size(), bracketed);
    }
    if (const std::size_t from = university_behind_field(words); from > 0 && !field.empty()) {
      ++cell_;
      const auto offset = static_cast<std::size_t>(field.data() - behind.data());
      classify(begin + offset + words[from].begin, begin + offset + field.size(), bracketed);
      field = field.substr(0, words[from].begin);
    }
    out_[slot].field = field_text(field);
    become_role(out_[slot]);
  }

  /// " in Physics Torve University": the word where the university's name begins; 0 when there is none behind a field.
  static std::size_t university_behind_field(const std::vector<LexWord>& words) {
    if (words.size() < 4 || words[0].folded != "in") return 0;
    const auto hit = institution_words().find(words, 2);
    if (!hit || hit->value != kUniversityWord || !words[hit->first].capital) return 0;
    const bool of = hit->last < words.size() && words[hit->last].folded == "of";
    const bool named = hit->last < words.size() && institution_words().match_at(words, hit->last);  // "Oxford University"
    const std::size_t from = of || named ? hit->first : hit->first - 1;
    return from >= 2 && words[from].capital && words[from - 1].folded != "and" && words[from - 1].folded != "of" ? from : 0;
  }

  /// "Undergraduate Research Assistant", "PhD Researcher": a role although a degree leads it.
  static void become_role(Fragment& fragment) {
    if (fragment.degree.student || fragment.field.empty()) return;
    const auto words = lex_words(fragment.field);
    const auto hit = role_words().find(words);
    if (!hit || hit->first > 1 || hit->value == kStudentRole) return;
    static const Lexicon degree_only{{1, "professor|doctor|engineer|ingenieur|ingeniero"}};
    if (degree_only.match_at(words, hit->first)) return;
    fragment.kind = FragmentKind::kRole;
    fragment.role = hit->value;
    fragment.text += " " + fragment.field;
    fragment.field.clear();
  }

  static std::string field_text(std::string_view text) {
    std::string field = clean(text);
    for (std::string_view lead : {"degree ", "student ", "candidate ", "in ", "of ", "en ", "der ", "di ", "de ", "em ", "on ", "by Research in "}) {
      if (starts_with_ignore_case(field, lead)) field = clean(std::string_view(field).substr(lead.size()));
    }
    return field;
  }

  std::string_view line_;
  int index_ = 0;
  const Block* block_ = nullptr;
  int block_begin_ = 0;
  int cell_ = 0;
  bool label_open_ = false;
  std::vector<Fragment> out_;
};

}  // namespace

std::vector<Fragment> text_fragments(std::string_view line) {
  Fragmenter fragmenter;
  fragmenter.add_line(line, 0, {}, nullptr, 0);
  return fragmenter.take();
}

namespace {

/// Where the lines behind `first` begin in logical_text(text, first, end).
std::vector<std::size_t> line_begins(const CvText& text, int first, int end) {
  std::vector<std::size_t> begins;
  const int from = text.lines[static_cast<std::size_t>(first)].begin;
  for (int i = first + 1; i < end; ++i) {
    begins.push_back(static_cast<std::size_t>(text.lines[static_cast<std::size_t>(i)].begin - from));
  }
  return begins;
}

}  // namespace

std::vector<Fragment> entry_fragments(const CvText& text, const Entry& entry, const std::vector<LineCues>& cues, int first_cue) {
  Fragmenter fragmenter;
  bool dated = false;
  bool below_lead = false;
  bool placeless = true;  ///< no line of the entry has named an institution yet: the item below the first line may
  int lines = 0;
  for (int i = entry.begin; i < entry.end && lines < 8;) {
    const CvLine& line = text.lines[static_cast<std::size_t>(i)];
    const LineCues& cue = cues[static_cast<std::size_t>(i - first_cue)];
    int next = i + 1;
    while (next < entry.end && cues[static_cast<std::size_t>(next - first_cue)].continued) ++next;
    const int here = i;
    i = next;
    const bool names_place = below_lead && cue.nested && cue.institution && !cue.date && !cue.prose && !cue.label && placeless;
    below_lead = here == entry.begin;
    placeless = placeless && !cue.institution;
    if ((cue.nested || cue.label) && here > entry.begin && !names_place) continue;
    // Sentences below the dated line describe the work.
    if (cue.prose && here > entry.begin && dated && !cue.range) break;
    dated = dated || cue.date;
    ++lines;
    const Block& block = text.document->blocks[static_cast<std::size_t>(line.block)];
    std::string whole = logical_text(text, here, next);
    std::vector<std::size_t> borders = style_borders(text, line, whole.size());
    if (next > here + 1) mend_torn_words(whole, line_begins(text, here, next), borders);
    fragmenter.add_line(whole, here, borders, &block, line.begin);
  }
  return fragmenter.take();
}

}  // namespace scholargraph
