// SPDX-License-Identifier: Apache-2.0
// Degree names. The same word can be a degree and something else ("MA" is a state, "master" a verb): such words
// are marked ambiguous, and the caller decides by the words around them.
#include "base/text.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

constexpr int kAmbiguous = 16;  ///< needs capitals; weak beside a clear degree
constexpr int kStudent = 32;
constexpr int kDegreeMask = 15;
constexpr int kPhd = static_cast<int>(DegreeLevel::kPhd);
constexpr int kMasters = static_cast<int>(DegreeLevel::kMasters);
constexpr int kBachelors = static_cast<int>(DegreeLevel::kBachelors);
constexpr int kOther = static_cast<int>(DegreeLevel::kOther);

const Lexicon& degree_words() {
  static const Lexicon words{
      {kPhd,
       "phd|ph d|ph d in|dphil|d phil|doctor of philosophy|doctor of science|doctor of engineering|doctor of education|dsc|"
       "scd|sc d|edd|ed d|drph|dr rer nat|dr rer pol|dr ing|dr phil|dr habil|dr med sci|dr sc|dr sc nat|dr techn|dr oec|dr iur|"
       "doctorate|doctorat|doctorat en|doctoral degree|doktor|doktorat|doktorgrad|promotion|these de doctorat|doctorado|"
       "doctor en|doctora en|doctor|dottorato|dottorato di ricerca|dottore di ricerca|doutorado|doutor|doutoramento|"
       "doctoraat|proefschrift|docteur|docteur en|doutora|eng d|engd|dba|dma|d m a|jsd|sjd|these|tekn dr|fil dr|"
       "博士|박사|工学博士|理学博士"},
      {kPhd | kStudent,
       "phd student|phd candidate|phd researcher|ph d researcher|phd fellow|ph d student|ph d candidate|doctoral student|doctoral candidate|doktorand*|doctorant*|"
       "dottorand*|doctorando|doctoranda|doutorand*|promovend*|博士生|博士課程|박사과정"},
      {kMasters,
       "master of science|master of arts|master of philosophy|master of engineering|master of education|"
       "master of public health|master of business administration|master of fine arts|master of letters|"
       "master of research|master of public policy|masters degree|master s degree|master degree|masters in|"
       "master in|master en|maestria|maestria en|mestrado|mestre|mestrado em|laurea magistrale|laurea specialistica|"
       "magister|magister artium|maitrise|diplom|diplom ingenieur|diplominformatiker*|diplomphysik*|dipl ing|"
       "dipl|dipl inf|dipl phys|dipl math|dipl psych|dess|diplome d ingenieur|ingenieur diplome|staatsexamen|"
       "mse|m s e|msw|mhs|m h s|mhsc|msph|mdiv|m div|msn|mdes|march|m arch|mpharm|msc|m sc|ms c|mphil|m phil|meng|m eng|mres|m res|mfa|m f a|mba|m b a|mph|m p h|mpa|mpp|med in|m ed|"
       "mmath|mphys|mchem|mstat|llm|ll m|mla|mtech|m tech|mst|m st|mlitt|m litt|s m|sm in|m s|m a|mag|magistere|"
       "mestre em|mcs|mmus|m mus|master 1|master 2|m1|m2|doctorandus|drs|ingeniero|ingeniera|mgr|candidatus|cand|"
       "工程师文凭|工程師文憑|硕士|碩士|修士|석사|修士課程|博士前期課程|博士課程前期|前期課程"},
      {kMasters | kAmbiguous, "me|ma|ms|master|masters|master s|m|sm|dea|mag|laurea"},
      {kMasters | kStudent, "master student|masters student|master s student|masterstudent*|硕士生"},
      {kBachelors,
       "bachelor|bachelors|bachelor s|bachelor of science|bachelor of arts|bachelor of engineering|bachelor of technology|"
       "bachelor of*|bachelor s degree|bachelors degree|bachelorstudium|licence|licence de|licenciatura|licenciatura en|"
       "licenciado|licenciada|laurea triennale|bacharelado|bacharel|licenciado en|graduacao|graduacao em|grado en|"
       "bse|b s e|bsn|bdes|bpharm|b pharm|bds|bca|mca|bsc|b sc|bs c|beng|b eng|btech|b tech|bfa|b f a|bba|b b a|bmath|bcs|bcomm|bcom|b com|llb|ll b|barch|b arch|b e|"
       "b s|b a|a b|s b|sc b|scb|bmus|b mus|hbsc|b ed|bed|kandidaat|kandidat|licencjat|diplome de licence|undergraduate degree|"
       "undergraduate|undergraduate studies|undergrad|baccalaureate|bphil|"
       "学士|學士|本科|학사|学部"},
      {kBachelors | kAmbiguous, "ba|bs|ab|sb|be"},
      {kOther,
       "doctor of medicine|doctor medicinae|doctor of veterinary medicine|doctor of dental surgery|juris doctor|doctor of law|doctor of pharmacy|md|m d|mbbs|dvm|d v m|jd|j d|dds|d d s|pharmd|dr med|dr med univ|habilitation|hdr|habilitation a diriger des recherches|"
       "livre docencia|livre docente|licentiate|licentiate of philosophy|tekn lic|fil lic|postgraduate diploma|"
       "graduate certificate|certificate|associate degree|associate s degree|diploma|high school diploma|abitur|"
       "classes prepas|classe prepa|classe preparatoire aux grandes ecoles|cpge|"
       "baccalaureat|bac|matura|agregation|capes de|capes externe|capes interne|certificat|dut|bts|dut informatique|"
       "especializacao|especializacion|perito|pgce|pgcert|diplome|diploma in|classe preparatoire|"
       "classes preparatoires|mbchb|mb chb|md phd|habil|venia legendi|privatdozent|pos doutorado|dipes|"
       "hochschulreife|ged"},
  };
  return words;
}

/// "MA" in "Boston, MA" and "ms" in "50 ms" are no degrees: the word must be in capitals and lead or stand alone.
bool ambiguous_hit_stands(std::string_view text, const std::vector<LexWord>& words, const LexHit& hit) {
  const LexWord& word = words[hit.first];
  if (!word.capital) return false;
  if (word.folded == "m" || word.folded == "me" || word.folded == "sm" || word.folded == "be") return word.has_point && word.all_capitals;
  const bool short_form = word.folded.size() <= 3;
  if (short_form && !word.all_capitals) return word.has_point;
  const bool after_comma = hit.first > 0 && text.substr(words[hit.first - 1].end, word.begin - words[hit.first - 1].end).find(',') != std::string_view::npos;
  const bool followed = hit.last < words.size() && (words[hit.last].folded == "in" || words[hit.last].folded == "of" ||
                                                    words[hit.last].folded == "en" || words[hit.last].folded == "degree");
  if (short_form && !word.has_point && after_comma && !followed && word.folded != "ba" && word.folded != "bs") return false;
  return true;
}

/// Abbreviations that are as often something else ("JD Labs", "an LLM team"): only alone, with points or before "in".
bool needs_room(std::string_view text, const std::vector<LexWord>& words, const LexHit& hit) {
  const std::string& word = words[hit.first].folded;
  if (word != "jd" && word != "md" && word != "llm" && word != "do" && word != "jsd" && word != "dba" && word != "doctor" && word != "march" && word != "mse" && word != "bse") return true;
  if (word == "llm" && !words[hit.first].has_point) return false;
  if (words[hit.first].has_point || hit.last >= words.size()) return true;
  const std::string& next = words[hit.last].folded;
  const std::string_view gap = text.substr(words[hit.last - 1].end, words[hit.last].begin - words[hit.last - 1].end);
  return next == "in" || next == "of" || next == "en" || gap.find_first_not_of(' ') != std::string_view::npos;
}

/// "PhD thesis", "Master scholarship": the word behind makes something else of the degree.
bool names_other_thing(std::string_view next) {
  return next == "thesis" || next == "theses" || next == "dissertation" || next == "scholarship" || next == "fellowship" || next == "award" ||
         next == "supervisor" || next == "advisor" || next == "adviser" || next == "committee" || next == "defense" || next == "grant";
}

bool needs_capitals(std::string_view folded) {
  return folded == "md" || folded == "jd" || folded == "mag" || folded == "cand" || folded == "promotion" || folded == "drs" ||
         folded == "specialist" || folded == "certificate" || folded == "diplome" || folded == "m1" || folded == "m2" ||
         folded == "bac" || folded == "dut" || folded == "minor" || folded == "doctor" || folded == "these" || folded == "licence" ||
         folded == "bed" || folded == "dipl" || folded == "diploma" || folded == "llm";
}

}  // namespace

std::vector<DegreeMention> find_degrees(std::string_view text) { return find_degrees(text, lex_words(text)); }

std::vector<DegreeMention> find_degrees(std::string_view text, const std::vector<LexWord>& words) {
  std::vector<DegreeMention> found;
  for (std::size_t at = 0; at < words.size();) {
    const auto hit = degree_words().match_at(words, at);
    if (!hit) {
      ++at;
      continue;
    }
    at = hit->last;
    const std::string& run = words[hit->first].folded;
    if (run.find(squash("博士后")) != std::string::npos || run.find(squash("博士後研究")) != std::string::npos) continue;
    if (hit->first > 0 && hit->last < words.size() && names_other_thing(words[hit->last].folded)) continue;
    if (hit->last < words.size() && words[hit->last].folded == "coursework") continue;
    const bool ambiguous = (hit->value & kAmbiguous) != 0;
    if (ambiguous && !ambiguous_hit_stands(text, words, *hit)) continue;
    if (hit->last == hit->first + 1 && !needs_room(text, words, *hit)) continue;
    const std::string& word = words[hit->first].folded;
    if (hit->last == hit->first + 1 && needs_capitals(word) && !words[hit->first].capital) continue;
    // "Single letter" phrases such as "a b" must be printed in capitals with points or blanks: "A. B.".
    if (word.size() == 1 && !words[hit->first].capital) continue;
    DegreeMention mention;
    mention.level = static_cast<DegreeLevel>(hit->value & kDegreeMask);
    mention.begin = words[hit->first].begin;
    mention.end = words[hit->last - 1].end;
    mention.ambiguous = ambiguous;
    mention.student = (hit->value & kStudent) != 0;
    while (mention.end < text.size() && text[mention.end] == '.') ++mention.end;
    found.push_back(mention);
  }
  return found;
}

}  // namespace scholargraph
