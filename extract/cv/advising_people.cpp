// SPDX-License-Identifier: Apache-2.0
// The scanner walks over folded words and looks at the punctuation between them: a name is a run of capitalised
// words and particles joined by blanks, hyphens and the points of initials; anything else ends it. One pass over
// the words of the list, with lexicons of what is never a person.
#include "extract/cv/advising_people.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

constexpr std::size_t kMaxNameWords = 6;

enum WordClass { kTitle = 1, kParticle, kCredential, kJoiner, kNeverName };

const Lexicon& word_classes() {
  static const Lexicon kClasses{
      {kTitle,
       "prof|professor|professors|professorin|profs|dr|drs|dra|doctor|doc|assoc|associate|assistant|asst|emeritus|"
       "emerita|med|sir|mr|ms|mrs|miss|mme|mlle|msgr|rev|ing|habil|univ|priv|doz|pd|dott|dottssa|profssa|profa|profesor|"
       "profesora|professore|professeur|docteur|ir|drmed|drrer|drphil|dring|drrernat|profdr|profdring|dozent|rernat|"
       "hc|mult|distinguished|his|her|my|academician|tskn|gs|pgs|ts"},
      {kParticle,
       "van|von|der|den|de|del|della|dei|degli|di|da|do|dos|das|du|la|le|los|las|el|al|bin|ibn|ben|ter|ten|zu|zum|"
       "zur|af|av|vom|vander|vanden|st|san|santa|mac|mc|abu|ould"},
      {kCredential,
       "phd|dvm|md|msc|ma|ms|mph|mphil|frs|jr|sr|mba|scd|dphil|bsc|ba|bs|edd|facp|rn|mbbs|pe|esq|ii|iii|iv|drmedvet|"
       "dsc|jd|dds|pharmd|mrcp|frcp|dmd|mse|meng|psyd|fieee|facm|cpsychol|dipl|ca|chb|fba|fmedsci|mscphd"},
      {kJoiner, "and|und|et|y|e|og|och|en|i|ja|oraz|ve|va|as well as|along with|together with"},
      {kNeverName,
       "i|we|they|this|that|the|a|at|in|on|of|for|from|by|as|where|who|which|when|while|"
       "thesis|dissertation|title|titled|entitled|topic|subject|committee|examiner|examiners|reader|readers|research|"
       "project|projects|group|team|lab|labs|unit|department|dept|advisor|advisors|adviser|supervisor|supervisors|"
       "mentor|mentors|cosupervisor|coadvisor|student|students|intern|interns|trainee|undergraduate|undergraduates|"
       "graduate|graduates|doctoral|postdoctoral|postdoc|postdocs|master|masters|bachelor|bachelors|honours|honors|"
       "candidate|candidates|worked|working|work|focus|focused|gpa|grade|degree|final|year|years|expected|completion|"
       "january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
       "aug|sep|sept|oct|nov|dec|spring|summer|fall|autumn|winter|present|current|currently|now|since|until|"
       "machine|learning|deep|computer|computing|computational|science|sciences|engineering|mathematics|mathematical|"
       "physics|chemistry|biology|economics|statistics|statistical|systems|system|data|analysis|theory|introduction|"
       "international|national|american|european|journal|conference|workshop|award|awards|prize|fellowship|"
       "fellowships|scholarship|teaching|courses|course|publication|publications|associates|artificial|intelligence|"
       "language|processing|network|networks|software|information|technology|technologies|management|applied|"
       "advanced|academic|faculty|program|programme|members|member|director|chair|head|principal|senior|"
       "scientist|engineer|researcher|manager|lecturer|school|summary|various|several|many|all|other|others|new|"
       "including|co|supervision|supervised|advising|advised|mentoring|mentored|mentorship|encadrement|these|theses|"
       "memoire|stage|stages|diplomarbeit|masterarbeit|bachelorarbeit|dissertations|tesis|tese|tesi|proyecto|trabajo|"
       "facultad|ingenieria|instituto|universidad|universite|universidade|universita|universitat|hochschule|phd|msc|"
       "bsc|mphil|dphil|mba|ba|bs|ms|ma|md|meng|beng|mres|reu|nsf|nih|usa|uk|china|india|germany|france|italy|"
       "office|service|services|company|corporation|inc|ltd|llc|gmbh|foundation|society|association|agency|council|"
       "board|academy|hospital|medical|health|clinical|public|studies|study|development|design|education|history|"
       "arts|music|business|finance|social|political|"
       "environmental|global|cancer|brain|cell|disease|evaluation|modeling|modelling|simulation|optimization|methods|"
       "method|approach|effects|effect|impact|role|towards|toward|using|based|via|between|under|over|how|what|why|"
       "banker|investment|physician|attorney|resident|founder|ceo|cto|consultant|analyst|instructor|staff|nurse|"
       "initiative|forum|summit|event|festival|series|webinar|overall|alternance|recherche|delegation|direction|"
       "ministere|first|second|third|primary|secondary|main|dear|name|none|tba|tbd|na"}};
  return kClasses;
}

constexpr std::array<std::string_view, 14> kCjkTitles{"特聘教授", "准教授", "副教授", "助理教授", "教授",
                                                      "研究员",   "研究員", "老师",   "老師",     "先生",
                                                      "院士",     "博士",   "교수님", "교수"};

std::string_view without_cjk_title(std::string_view text) {
  for (std::string_view title : kCjkTitles)
    if (text.ends_with(title)) return without_cjk_title(text.substr(0, text.size() - title.size()));
  return text;
}

bool all_cjk(std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();)
    if (!is_cjk(next_code_point(text, pos))) return false;
  return !text.empty();
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t pos) : text_(text), start_(pos), words_(lex_words(text.substr(pos))) {
    for (LexWord& word : words_) {
      word.begin += pos;
      word.end += pos;
    }
  }

  std::vector<NamedPerson> run() {
    std::vector<NamedPerson> people;
    std::size_t at = 0;
    if (words_.empty() || !opens_list(text_.substr(start_, words_[0].begin - start_))) return people;
    while (at < words_.size()) {
      auto person = person_at(at);
      if (!person) break;
      people.push_back(std::move(*person));
      if (!skip_separator(at, people.back().end)) break;
    }
    return people;
  }

 private:
  [[nodiscard]] std::string_view gap_after(std::size_t at) const {
    const std::size_t end = at + 1 < words_.size() ? words_[at + 1].begin : text_.size();
    return text_.substr(words_[at].end, end - words_[at].end);
  }

  [[nodiscard]] int class_of(std::size_t at) const {
    const auto hit = word_classes().match_at(words_, at);
    // "Łoś" and "San" are names when capitalised, particles when not.
    if (!hit || (hit->value == kParticle && words_[at].capital)) return 0;
    return hit->value;
  }

  static bool opens_list(std::string_view gap) {
    const std::string_view text = trim(gap);
    return text.empty() || text == "(" || text == ":" || text == "：" || text == "-" || text == "–" || text == "—" ||
           text == "\"" || text == "•";
  }

  [[nodiscard]] bool is_initial(std::size_t at) const {
    const LexWord& word = words_[at];
    return word.capital && (word.end - word.begin <= 2 || (word.has_point && word.folded.size() <= 3));
  }

  /// "d'Amore", "l’Hôpital".
  [[nodiscard]] bool has_elision(std::size_t at) const {
    const std::string_view printed = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    if (printed.size() < 4) return false;
    std::size_t pos = printed[1] == '\'' ? 2 : printed.substr(1).starts_with("’") ? 4 : 0;
    return pos != 0 && pos < printed.size() && is_upper(next_code_point(printed, pos));
  }

  /// "Autumn Torve", "April Lind": given names, when a word follows that is none of a calendar or a lesson.
  [[nodiscard]] bool is_seasonal_name(std::size_t at) const {
    static const Lexicon names{{1, "april|june|august|summer|autumn"}};
    static const Lexicon lessons{{1, "semester|term|session|sessions|camp|meeting|quarter|break|academy|school|bootcamp"}};
    if (!names.match_at(words_, at) || at + 1 >= words_.size() || gap_after(at) != " ") return false;
    const LexWord& next = words_[at + 1];
    return next.capital && !has_digit(next.folded) && class_of(at + 1) == 0 && !lessons.match_at(words_, at + 1);
  }

  /// A word that can be a part of a person's name.
  [[nodiscard]] bool is_name_word(std::size_t at) const {
    const LexWord& word = words_[at];
    if ((!word.capital && !has_elision(at)) || has_digit(word.folded)) return false;
    const int kind = class_of(at);
    if (kind == kNeverName) return (is_initial(at) && word.has_point) || is_seasonal_name(at);
    return kind != kTitle;
  }

  /// Blanks, a hyphen or the point of an initial join two words of a name; a line end does while the name is not
  /// complete (`count` proper words so far).
  [[nodiscard]] bool joins_name(std::size_t at, std::size_t count) const {
    const std::string_view gap = gap_after(at);
    if (trim(gap).empty() && gap.find('\n') != std::string_view::npos)
      return count < 2 || is_initial(at) || class_of(at) == kParticle;
    if (gap == ".\n" && is_initial(at)) return true;
    if (gap == "-\n" && words_[at + 1].capital) return true;
    if (gap == " " || gap == "-" || gap == "‐" || gap == "‑" || gap == "'" || gap == "’") return true;
    if (gap == ". " || gap == "." || gap == ".-") {
      const std::string& folded = words_[at].folded;
      return is_initial(at) || folded == "st" || folded == "jr" || folded == "mc";
    }
    return false;
  }

  std::size_t skip_titles(std::size_t at, bool& titled) const {
    while (at < words_.size() && class_of(at) == kTitle && at + 1 < words_.size()) {
      const std::string_view gap = trim(gap_after(at));
      if (!(gap.empty() || gap == "." || gap == ".-" || gap == "-" || gap == ".," || gap == "./")) break;
      titled = true;
      ++at;
    }
    return at;
  }

  /// The end of the run of name words from `at`; `count` gets the number of proper words in it.
  std::size_t name_run(std::size_t at, std::size_t& count) const {
    std::size_t end = at;
    while (at < words_.size()) {
      const bool particle = class_of(at) == kParticle;
      const bool linking = !particle && words_[at].folded == "e" && !words_[at].capital && count > 0;
      if (particle || linking) {
        if (linking && words_from_here(at + 1) >= 2) break;
      } else if (is_name_word(at)) {
        ++count;
        end = at + 1;
      } else {
        break;
      }
      if (!joins_name(at, count)) break;
      ++at;
    }
    return end;
  }

  [[nodiscard]] std::size_t words_from_here(std::size_t at) const {
    std::size_t count = 0;
    while (at < words_.size() && is_name_word(at)) {
      ++count;
      if (!joins_name(at, count)) break;
      ++at;
    }
    return count;
  }

  std::optional<NamedPerson> cjk_person(std::size_t& at, bool titled) const {
    const std::string_view printed = text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
    const std::string_view name = without_cjk_title(printed);
    if (!all_cjk(name) || utf8_length(name) < 2 || utf8_length(name) > 5) return std::nullopt;
    NamedPerson person{std::string(name), words_[at].begin, words_[at].end, titled || name.size() < printed.size(), {}};
    ++at;
    return person;
  }

  [[nodiscard]] bool names_no_person(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
      if (institution_words().match_at(words_, i)) return true;
    if (place_words().match_at(words_, first)) return true;
    // A capitalised word that is never a name right behind: "Karl Holm Laboratory", "Prairie Sugar Group".
    if (end < words_.size() && gap_after(end - 1) == " " && words_[end].capital &&
        institution_words().match_at(words_, end))
      return true;
    return false;
  }

  [[nodiscard]] bool has_family_name(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i)
      if (!is_initial(i) && class_of(i) != kParticle) return true;
    return false;
  }

  std::optional<NamedPerson> person_at(std::size_t& at) const {
    bool titled = false;
    const std::size_t first = skip_titles(at, titled);
    if (first >= words_.size()) return std::nullopt;
    std::size_t next = first;
    if (auto cjk = cjk_person(next, titled)) {
      at = next;
      finish(*cjk, at);
      return cjk;
    }
    std::size_t count = 0;
    const std::size_t end = name_run(first, count);
    if (count == 0 || count > kMaxNameWords || (count < 2 && !titled) || !has_family_name(first, end))
      return std::nullopt;
    if (names_no_person(first, end)) return std::nullopt;
    NamedPerson person;
    person.begin = words_[first].begin;
    person.end = words_[end - 1].end;
    if (is_initial(end - 1) && person.end < text_.size() && text_[person.end] == '.') ++person.end;
    person.name = replace_all(collapse_spaces(text_.substr(person.begin, person.end - person.begin)), "- ", "-");
    person.titled = titled;
    at = end;
    finish(person, at);
    return person;
  }

  /// Skips credentials and reads the bracketed note; `at` is moved to the first word behind them.
  void finish(NamedPerson& person, std::size_t& at) const {
    skip_credentials(person, at);
    const std::size_t pos = std::min(text_.find_first_not_of(" \n", person.end), text_.size());
    const bool wide = text_.substr(pos).starts_with("（");
    if (pos >= text_.size() || (text_[pos] != '(' && text_[pos] != '[' && !wide)) return;
    const char closing = text_[pos] == '[' ? ']' : ')';
    const std::size_t inside = pos + (wide ? 3 : 1);
    std::size_t close = wide ? text_.find("）", inside) : text_.find(closing, inside);
    const std::size_t stop = std::min(close, text_.size());
    person.note = trim(text_.substr(inside, stop - inside));
    person.end = close == std::string_view::npos ? text_.size() : close + (wide ? 3 : 1);
    while (at < words_.size() && words_[at].begin < person.end) ++at;
    skip_credentials(person, at);
  }

  void skip_credentials(NamedPerson& person, std::size_t& at) const {
    while (at < words_.size() && class_of(at) == kCredential) {
      const std::string_view gap = trim(text_.substr(person.end, words_[at].begin - person.end));
      if (!gap.empty() && gap != "," && gap != "." && gap != ".,") return;
      // "Ann Lee, MSc student": the degree is what she studies for.
      if (at + 1 < words_.size() && gap_after(at) == " " && !words_[at + 1].capital) return;
      person.end = words_[at].end;
      if (words_[at].has_point && person.end < text_.size() && text_[person.end] == '.') ++person.end;
      ++at;
    }
  }

  /// Moves `at` to the first word of the next person; false when the list ends behind `end`.
  bool skip_separator(std::size_t& at, std::size_t end) const {
    if (at >= words_.size()) return false;
    const std::string_view gap = trim(text_.substr(end, words_[at].begin - end));
    const auto joiner = word_classes().match_at(words_, at);
    const bool joined = joiner && joiner->value == kJoiner && !words_[at].capital;
    if (joined && (gap.empty() || gap == "," || gap == ";")) {
      at = joiner->last;
      return at < words_.size();
    }
    static constexpr std::array<std::string_view, 20> kSeparators{
        ",", ";", "/", "&", "-", "–", "—", "|", "·", "•", "，", "、", "；", ", &", ",&", ".,", ".;", ". &", "; &", "+"};
    // A dash divides people only behind credentials: behind a bare name a title or a remark follows.
    const bool dash = gap == "-" || gap == "–" || gap == "—";
    if (dash && !credentials_before(end)) return false;
    return std::find(kSeparators.begin(), kSeparators.end(), gap) != kSeparators.end();
  }

  [[nodiscard]] bool credentials_before(std::size_t end) const {
    for (std::size_t i = 0; i < words_.size() && words_[i].end <= end; ++i)
      if (words_[i].end + 2 >= end && class_of(i) == kCredential) return true;
    return false;
  }

  std::string_view text_;
  std::size_t start_;
  std::vector<LexWord> words_;
};

}  // namespace

std::vector<NamedPerson> people_from(std::string_view text, std::size_t pos) {
  if (pos >= text.size()) return {};
  return Scanner(text, pos).run();
}

bool is_professor(std::string_view text, const NamedPerson& person) {
  const std::size_t from = person.begin > 16 ? person.begin - 16 : 0;
  const std::string_view before = text.substr(from, person.begin - from);
  for (std::size_t i = 0; i + 4 <= before.size(); ++i)
    if (starts_with_ignore_case(before.substr(i), "prof")) return person.titled;
  return false;
}

bool list_continues(std::string_view text) {
  text = trim(text);
  if (text.empty()) return true;
  for (std::string_view end : {",", "&", ":", "：", "/", ";", "(", "-"})
    if (text.ends_with(end)) return true;
  const auto words = lex_words(text);
  if (words.empty()) return false;
  const LexWord& last = words.back();
  const auto hit = word_classes().match_at(words, words.size() - 1);
  if (hit && (hit->value == kJoiner || hit->value == kTitle || hit->value == kParticle)) return true;
  const bool initial = last.capital && last.has_point && last.folded.size() <= 2;
  return initial || std::count(text.begin(), text.end(), '(') > std::count(text.begin(), text.end(), ')');
}

}  // namespace scholargraph
