// SPDX-License-Identifier: Apache-2.0
// The words that CVs of many languages share: section headings, degrees, institutions, roles, places. Looked up in
// a text cut into folded words, so that case, accents and abbreviation points do not matter.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/cv/cv_text.h"
#include "extract/cv/word_set.h"

namespace scholargraph {

/// One word of a text: cut at blanks and at punctuation except points and apostrophes inside.
struct LexWord {
  std::string folded;      ///< fold() without blanks: "Ph.D." -> "phd"
  std::size_t begin = 0;   ///< offsets in the text
  std::size_t end = 0;
  bool capital = false;    ///< begins with an upper-case letter
  bool all_capitals = false;  ///< two letters or more, all upper case
  bool has_point = false;  ///< an abbreviation point inside or at the end
};

std::vector<LexWord> lex_words(std::string_view text);

/// Words [first, last) of a word sequence; `value` is what the list says of the phrase.
struct LexHit {
  std::size_t first = 0;
  std::size_t last = 0;
  int value = 0;
};

/// A list of phrases. "word" and "two words" match whole words, "stem*" and "*stem" beginnings and ends of a word;
/// phrases in CJK characters match anywhere inside a word.
class Lexicon {
 public:
  struct Row {
    int value;
    std::string_view phrases;  ///< separated by '|'
  };
  explicit Lexicon(std::initializer_list<Row> rows);

  /// The first hit at or after word `from`; of several at one word the longest.
  [[nodiscard]] std::optional<LexHit> find(const std::vector<LexWord>& words, std::size_t from = 0) const;
  /// The longest hit that begins at word `at`.
  [[nodiscard]] std::optional<LexHit> match_at(const std::vector<LexWord>& words, std::size_t at) const;
  [[nodiscard]] bool contains(std::string_view text) const { return find(lex_words(text)).has_value(); }

 private:
  struct Phrase {
    std::vector<std::string> words;
    int value;
  };
  void add(std::string_view phrase, int value);

  WordMap<std::vector<Phrase>> exact_;  ///< by first word
  std::vector<std::pair<std::string, int>> prefixes_;
  std::vector<std::pair<std::string, int>> suffixes_;
  std::vector<std::pair<std::string, int>> infixes_;  ///< CJK
};

/// What a heading announces, and how much of it (0..1) consists of known heading words.
struct HeadingMeaning {
  SectionKind kind = SectionKind::kUnknown;
  double coverage = 0;
  bool education_too = false;   ///< "Education and Employment"
};
HeadingMeaning heading_meaning(std::string_view heading);

/// Values: kUniversity for names of whole institutions, kPart for names of units, kCompany for business forms.
enum InstitutionWord { kUniversityWord = 1, kInstituteWord, kUnitWord, kCompanyWord };
const Lexicon& institution_words();

/// Values: EmploymentKind as int; kStudentRole for roles that are degrees under way.
inline constexpr int kStudentRole = 100;
const Lexicon& role_words();

/// Countries, states and other words that end an address. Value 1: country or state, 2: well-known city.
const Lexicon& place_words();

/// Labels that open a line inside an entry: "Advisor:", "Thesis", "GPA".
enum class EntryLabel { kNone, kAdvisor, kThesis, kField, kOther };
/// The label at the start of the line and the offset behind it (and its colon).
std::pair<EntryLabel, std::size_t> entry_label(std::string_view line);
/// Where a label of a thesis or advisor with its colon begins inside the line, behind the name of an institution or a
/// degree: lines that were printed one below the other and run on now. The line's size when there is none.
std::size_t inner_label(std::string_view line);

/// A degree named in a text: "Ph.D.", "Master of Science", "Laurea".
struct DegreeMention {
  DegreeLevel level = DegreeLevel::kOther;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ambiguous = false;  ///< also an abbreviation of a place or a word: "MA", "MS", "master"
  bool student = false;    ///< "PhD student", "undergraduate": a degree under way
};
/// Among positions "MA" is a state as well, "Master" is none. `size`: of the degree as printed.
inline bool may_be_code(const DegreeMention& degree, std::size_t size) {
  constexpr std::size_t kLongestCode = 3;
  return degree.ambiguous && size <= kLongestCode;
}
std::vector<DegreeMention> find_degrees(std::string_view text);
/// The same for a text whose words are known: REQUIRES words == lex_words(text).
std::vector<DegreeMention> find_degrees(std::string_view text, const std::vector<LexWord>& words);

}  // namespace scholargraph
