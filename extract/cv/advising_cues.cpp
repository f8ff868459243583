// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/advising_cues.h"

#include <algorithm>

#include "base/text.h"
#include "extract/cv/section_lines.h"
#include "extract/cv/stem_set.h"

namespace scholargraph {
namespace {

// kPlainLabel may stand before a name without a colon; kColonLabel is a job title as well and needs one.
enum CueWord { kBy = 1, kPlainLabel, kColonLabel, kCommitteeWord, kWithWord, kStudentWord, kActive };

const Lexicon& cue_words() {
  static const Lexicon kWords{
      {kBy,
       "advised by|supervised by|mentored by|guided by|tutored by|coached by|under the supervision of|"
       "under supervision of|under the joint supervision of|under the co supervision of|under the guidance of|"
       "under guidance of|under the direction of|under the mentorship of|under the tutelage of|"
       "under the advisement of|under the advice of|thesis directed by|dissertation directed by|directed by|"
       "betreut von|betreut durch|unter der betreuung von|unter betreuung von|unter der leitung von|"
       "unter anleitung von|unter der anleitung von|sous la direction de|sous la direction d|sous la supervision de|"
       "sous la co direction de|sous la codirection de|sous la responsabilite de|encadre par|encadree par|"
       "encadres par|dirige par|dirigee par|supervise par|supervisee par|codirigee par|"
       "bajo la direccion de|bajo la direccion del|bajo la supervision de|bajo la tutela de|dirigida por|"
       "dirigido por|tutorizado por|tutorizada por|supervisado por|supervisada por|sob orientacao de|"
       "sob a orientacao de|sob orientacao do|sob orientacao da|sob a orientacao do|sob a orientacao da|"
       "sob a supervisao de|sob supervisao de|orientado por|orientada por|sotto la guida di|"
       "sotto la supervisione di|sotto la direzione di|supervisionato da|onder begeleiding van|onder supervisie van|"
       "onder leiding van|begeleid door|handledd av|veiledet av|vejledt af|pod kierunkiem|pod opieka|pod vedenim|"
       "duoi su huong dan cua|duoi su huong dan khoa hoc cua|danismanliginda"},
      {kPlainLabel,
       "advisor|advisors|adviser|advisers|coadvisor|coadvisors|coadviser|supervisor|supervisors|cosupervisor|"
       "cosupervisors|mentor|mentors|promotor|promotors|promotoren|promotores|copromotor|copromotors|"
       "copromotoren|doktorvater|doktormutter|betreuer|betreuerin|betreuung|erstbetreuer|zweitbetreuer|"
       "directeur de these|directeurs de these|directrice de these|directrices de these|directeur de recherche|"
       "codirecteur de these|co directeur de these|encadrant|encadrants|encadrante|encadrantes|encadreur|"
       "encadreurs|superviseur principal|encadrant principal|directeur principal|orientador "
       "principal|superviseur|superviseurs|superviseure|cosuperviseur|director de tesis|directora de tesis|"
       "directores de tesis|director de la tesis|codirector de tesis|orientador|orientadora|orientadores|"
       "coorientador|coorientadora|relatore|relatori|relatrice|correlatore|correlatori|correlatrice|supervisore|"
       "begeleider|begeleiders|handledare|veileder|veiledere|vejleder|vejledere|ohjaaja|ohjaajat|promotorzy|"
       "skolitel|vedouci prace|temavezeto|danisman|tez danismani|nguoi huong dan|giao vien huong dan|"
       "can bo huong dan|huong dan khoa hoc|major professor|thesis director|dissertation director|"
       "dissertation chair|thesis chair|导师|導師|指導教員|指導教官|指导教师|指导老师|指導教授|지도교수|지도 교수|"
       "научный руководитель|επιβλεπων"},
      {kColonLabel,
       "pi|principal investigator|director|directors|directora|directores|codirector|codirectora|directeur|"
       "directeurs|directrice|codirecteur|codirecteurs|tutor|tutors|tutora|tutores|tuteur|tutrice|promoter|"
       "promoters|co director|preceptor|chair|committee chair|chairs|cochair|faculty sponsor|supervision|guide|"
       "encadrement|relator"},
      {kCommitteeWord,
       "committee|committee members|committee member|members of the committee|thesis committee|dissertation committee|"
       "doctoral committee|thesis committee members|dissertation committee members|supervisory committee|comite|jury"},
      {kWithWord,
       "phd with|ph d with|doctorate with|dissertation with|thesis with|postdoc with|post doc with|"
       "postdoctoral fellow with|postdoctoral researcher with|postdoctoral research with|"
       "postdoctoral associate with|postdoctoral scholar with|postdoctoral fellowship with|"
       "postdoctoral position with|intern with|internship with|research assistant with|research intern with|"
       "phd student with|phd candidate with|graduate student with|master thesis with|masters thesis with|"
       "master s thesis with|promotion bei|doktorarbeit bei|diplomarbeit bei|masterarbeit bei|these avec|"
       "doctorat avec|stage avec|doctorado con|tesis con|dottorato con|doutorado com|working with|worked with"},
      {kStudentWord,
       "students|student|advisees|advisee|mentees|mentee|supervisees|doktorandinnen|doktoranden|doctorants|"
       "doctorandos|doctorands|etudiants|etudiant|estudiantes|estudiante|alumnos|alumno|tesistas|tesista|alunos|"
       "orientandos|studenti|laureandi|dottorandi|postdocs|promovendi|学生|研究生|博士生|硕士生"},
      {kActive,
       "advised|supervised|mentored|supervising|mentoring|advising|cosupervised|coadvised|supervise|mentor of|"
       "mentor to|mentor for|advisor of|advisor to|adviser of|adviser on|advisor on|supervisor of|supervisor for|"
       "supervisor to|supervision of|encadrement de|encadrement des|encadrement d|encadre|direccion de|"
       "orientacao de|betreuung von|tutor de|co tutor de"}};
  return kWords;
}

enum LevelWord { kPhdWord = 1, kMastersWord, kBachelorsWord, kPostdocWord, kInternWord };

const Lexicon& level_words() {
  static const Lexicon kWords{
      {kPostdocWord,
       "postdoc*|post doc|post docs|post doctoral|post doctorat|postdottorato|habilitation|博士后|ポスドク|박사후"},
      {kPhdWord,
       "phd|phds|dphil|doctoral|doctorate|doctorat|doctorants|doctorant|dissertation|dissertations|doktor*|"
       "doctorado|doctoranda|doctorando|doutorado|doutoranda|dottorato|dottorandi|promotion|promovendi|these de|"
       "these|theses|graduate students|博士|박사"},
      {kMastersWord,
       "master|masters|msc|mphil|meng|mres|ms|ma|mestrado|maestria|magistrale|magister|laurea|diplomarbeit|"
       "masterarbeit|masterarbeiten|m1|m2|mba|tfm|mse|硕士|修士|석사"},
      {kBachelorsWord,
       "bachelor|bachelors|bsc|ba|bs|beng|undergraduate|undergraduates|honours|honors|undergrad|undergrads|"
       "bachelorarbeit|bachelorarbeiten|licence|l3|grado|graduacao|triennale|tcc|tfg|licenciatura|monograph|学士|本科|"
       "卒業|학사"},
      {kInternWord,
       "intern|interns|internship|internships|stagiaire|stagiaires|stage|stages|praktikant|praktikum|praktika|reu|"
       "实习"}};
  return kWords;
}

std::size_t skip_blanks(std::string_view text, std::size_t pos) {
  while (pos < text.size() && (text[pos] == ' ' || text[pos] == '\t' || text[pos] == '\n')) ++pos;
  return pos;
}

/// The offset behind a colon that stands at `pos`, an optional short bracket before it ("(s)"); npos if none does.
std::size_t behind_colon(std::string_view text, std::size_t pos) {
  pos = skip_blanks(text, pos);
  if (pos < text.size() && (text[pos] == '(' || text[pos] == '/')) {
    const std::size_t colon = text.find(':', pos);
    const std::size_t close = text.find(')', pos);
    if (text[pos] == '(' && close != std::string_view::npos && close - pos < 30) pos = skip_blanks(text, close + 1);
    if (text[pos] == '/' && colon != std::string_view::npos && colon - pos < 24) pos = colon;
  }
  if (pos < text.size() && text[pos] == ':') return pos + 1;
  if (text.substr(std::min(pos, text.size())).starts_with("：")) return pos + 3;
  return std::string_view::npos;
}

bool at_line_start(std::string_view text, std::size_t pos) {
  const std::size_t line = text.find_last_of("\n\t", pos == 0 ? 0 : pos - 1);
  const std::size_t begin = pos == 0 || line == std::string_view::npos ? 0 : line + 1;
  if (begin >= pos) return true;
  const std::string_view before = text.substr(begin, pos - begin);
  // "PhD advisor", "Thesis supervisor", "Co-advisor": a level or a kind of work may stand before the label.
  const auto words = lex_words(before);
  return words.size() <= 3 && before.find_first_of(".,;:(") == std::string_view::npos;
}

bool is_copula(std::string_view folded) {
  return folded == "is" || folded == "are" || folded == "was" || folded == "were" || folded == "ist" ||
         folded == "war" || folded == "est" || folded == "was" || folded == "include" || folded == "included";
}

/// The words that may stand between "supervised" and the names: "the following MSc project students".
std::size_t behind_description(std::string_view text, const std::vector<LexWord>& words, std::size_t at) {
  static const Lexicon kDescription{
      {1,
       "the|following|phd|msc|bsc|ms|ma|ba|bs|mphil|student|students|graduate|undergraduate|doctoral|master|masters|"
       "s|bachelor|thesis|theses|dissertation|dissertations|project|projects|research|intern|interns|postdoc|"
       "postdocs|postdoctoral|researcher|researchers|fellow|fellows|honours|honors|summer|visiting|candidate|"
       "candidates|of|and|year|final|several|two|three|four|five|six|a|an|one|work|works|candidate|m1|m2|level|"
       "stagiaire|stagiaires|etudiant|etudiants|doctorant|doctorants|these|theses|la|du|memoire|etudiante|"
       "team|semester|independent|study|reu|high|school|first|second|third|done|by|on|junior|senior|past|current"}};
  std::size_t pos = at == 0 ? 0 : words[at - 1].end;
  while (at < words.size() && kDescription.match_at(words, at)) {
    if (text.substr(pos, words[at].begin - pos).find_first_of(".;:(,") != std::string_view::npos) break;
    pos = words[at].end;
    ++at;
  }
  return pos;
}

class CueFinder {
 public:
  explicit CueFinder(std::string_view text) : text_(text), words_(lex_words(text)) {}

  std::vector<AdvisingCue> run() {
    for (std::size_t at = 0; at < words_.size();) {
      const auto hit = cue_words().match_at(words_, at);
      if (hit) add(*hit);
      at = hit ? hit->last : at + 1;
    }
    return std::move(cues_);
  }

 private:
  void add(const LexHit& hit) {
    const std::size_t begin = words_[hit.first].begin;
    const std::size_t end = words_[hit.last - 1].end;
    switch (hit.value) {
      case kBy:
        return push(AdvisingCueKind::kAdvisedBy, begin, behind_my_advisor(hit.last), words_[hit.first].folded == "directed");
      case kPlainLabel:
      case kColonLabel:
        return add_label(hit, begin, end);
      case kCommitteeWord: {
        const std::size_t names = behind_colon(text_, end);
        if (names != std::string_view::npos) push(AdvisingCueKind::kCommittee, begin, names, false);
        return;
      }
      case kWithWord: {
        const bool weak = words_[hit.first].folded.starts_with("work");
        return push(AdvisingCueKind::kWith, begin, end, weak);
      }
      case kStudentWord: {
        const std::size_t names = behind_colon(text_, end);
        if (names != std::string_view::npos) push_students(AdvisingCueKind::kStudents, begin, names);
        return;
      }
      default:
        return push_active(hit, begin);
    }
  }

  /// "under the supervision of my advisor Prof. X": the label behind the preposition is skipped.
  [[nodiscard]] std::size_t behind_my_advisor(std::size_t at) const {
    static const Lexicon kFiller{{1, "my|the|his|her|advisor|advisors|supervisor|supervisors|both|phd|thesis"}};
    std::size_t pos = words_[at - 1].end;
    while (at < words_.size() && kFiller.match_at(words_, at)) pos = words_[at++].end;
    return pos;
  }

  void add_label(const LexHit& hit, std::size_t begin, std::size_t end) {
    const std::size_t names = behind_colon(text_, end);
    if (names != std::string_view::npos) {
      push(AdvisingCueKind::kLabel, begin, names, false);
      cues_.back().job_title = hit.value == kColonLabel;
      return;
    }
    if (hit.value == kColonLabel) return;
    if (hit.last < words_.size() && is_copula(words_[hit.last].folded))
      return push(AdvisingCueKind::kLabel, begin, words_[hit.last].end, false);
    const std::string_view rest = text_.substr(end);
    if (rest.starts_with("\t")) return push(AdvisingCueKind::kLabel, begin, end, false);
    if (at_line_start(text_, begin)) push(AdvisingCueKind::kLabel, begin, end, true);
  }

  void push(AdvisingCueKind kind, std::size_t begin, std::size_t names, bool needs_title) {
    cues_.push_back({kind, begin, names, needs_title, false, false});
  }

  void push_students(AdvisingCueKind kind, std::size_t begin, std::size_t names) {
    cues_.push_back({kind, begin, names, false, false, trim(text_.substr(names)).empty()});
  }

  void push_active(const LexHit& hit, std::size_t begin) {
    std::size_t names = behind_description(text_, words_, hit.last);
    // "co-supervised the following students with Prof. X:" and a list below.
    const std::size_t line_end = std::min(text_.find('\n', names), text_.size());
    const std::string_view rest = trim(text_.substr(names, line_end - names));
    const bool lead_in = rest.ends_with(":") && line_end >= text_.size();
    if (!lead_in && names < text_.size() && text_[names] == ':') ++names;
    cues_.push_back({AdvisingCueKind::kAdvised, begin, names, false, false, lead_in});
  }

  std::string_view text_;
  std::vector<LexWord> words_;
  std::vector<AdvisingCue> cues_;
};

bool any_word(std::string_view text, const Lexicon& lexicon) { return lexicon.contains(text); }

}  // namespace

bool may_hold_advising(std::string_view lower_text) {
  static const StemSet kStems{
      "advis",   "superv",      "mentor",  "betreu",          "promot",   "direct",   "direc",    "orient",
      "relat",   "tutor",       "encadr",  "student",         "guid",     "committe", "leitung",  "doktor",
      " with ",  "alumno",      "tesis",   "doctor",          "etudiant", "étudiant", "begeleid", "handled",
      "veilede", "vejled",      "ohjaaj",  "kierunk",         "opiek",    "vedouc",   "dirig",    "chair",
      "pi:",     "investig",    "postdoc", "mentee",          "導",       "导",       "지도",     "hướng",
      "huong",   "danı",        "руковод", "major professor", "alunos",   "studenti", "学生",     "жет",
      "επιβ",    "superviseur", "bei ",    "avec ",           "con ",     "com ",     "skolit",   "školit",
      "temavez", "témavez"};
  return kStems.found_in(lower_text);
}

std::vector<AdvisingCue> find_advising_cues(std::string_view text) { return CueFinder(text).run(); }

AdvisingLevel advising_level(std::string_view text, std::size_t words) {
  const auto hit = level_words().find(lex_words(text));
  if (!hit || hit->first >= words) return AdvisingLevel::kUnknown;
  switch (hit->value) {
    case kPhdWord:
      return AdvisingLevel::kPhd;
    case kMastersWord:
      return AdvisingLevel::kMasters;
    case kBachelorsWord:
      return AdvisingLevel::kBachelors;
    case kPostdocWord:
      return AdvisingLevel::kPostdoc;
    default:
      return AdvisingLevel::kInternship;
  }
}

bool is_committee_only(std::string_view text) {
  static const Lexicon kCommittee{
      {1,
       "committee|committees|commitee|examiner|examiners|examined|opponent|jury|juries|rapporteur|tribunal|reader|"
       "readers|referee|defense|defence|comite|banca|prufer|gutachter|evaluator|examination|exam"}};
  static const Lexicon kAdvising{
      {1,
       "advisor*|adviser*|advised|advisee*|supervis*|mentor*|chair|cochair|director|directeur|promotor|coadvis*|"
       "cosupervis*"}};
  return any_word(text, kCommittee) && !any_word(text, kAdvising);
}

bool announces_advisors(std::string_view heading) {
  const auto words = lex_words(heading);
  if (words.empty() || words.size() > 4) return false;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const auto hit = cue_words().match_at(words, i);
    if (hit && (hit->value == kStudentWord || hit->value == kActive)) return false;
  }
  const auto hit = cue_words().match_at(words, words.size() - 1);
  return hit && hit->value == kPlainLabel && words.back().folded != "betreuung";
}

bool announces_students(std::string_view heading, bool strictly) {
  static const Lexicon kAdvising{
      {1,
       "supervision|supervisions|supervised|cosupervision|advising|advised|advisees|advisee|mentoring|mentored|"
       "mentorship|mentees|mentee|encadrement|encadrements|encadrees|orientacoes|orientacao|orientandos|tutorias|"
       "tutoria|betreuung|betreute|doktoranden|direccion de tesis|tesis dirigidas|theses supervised|"
       "theses directed|指导学生|学生指导|指導学生|지도학생"}};
  static const Lexicon kStudents{{1, "students|student|supervisor of|relatore di|tesi"}};
  return any_word(heading, kAdvising) || (!strictly && any_word(heading, kStudents));
}

bool is_bare_advisor_label(std::string_view label) {
  auto words = lex_words(label);
  if (!words.empty() && words.front().folded == "co") words.erase(words.begin());
  if (words.size() != 1) return false;
  const auto hit = cue_words().match_at(words, 0);
  return hit && (hit->value == kPlainLabel || hit->value == kColonLabel);
}

}  // namespace scholargraph
