// SPDX-License-Identifier: Apache-2.0
// Whose CV it is. Candidates are the lines before the first section, what the format states (front matter, \author,
// <title>) and labelled lines ("Name: ..."). A line must look like one person's name and nothing else; its place,
// weight and size, the e-mail address below it and the author lists support it. Without such a line the owner stays
// unknown: the most frequent author is no evidence.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/text.h"
#include "extract/cv/dates.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"
#include "extract/cv/owner_profile.h"
#include "extract/cv/sections_headings.h"

namespace scholargraph {
namespace {

constexpr int kHeaderLines = 14;
constexpr double kAccepted = 0.75;

struct Candidate {
  std::string name;
  double score = 0;
  SourceSpan span;
  std::string full_name = {};  ///< a longer form that the document gives as well; empty when it gives none
};

/// Words around a name in titles: "Curriculum Vitae of X", "X's CV", "Lebenslauf X".
std::string without_cv_words(std::string_view text) {
  static const Lexicon words{{1, "curriculum vitae|curriculum vit*|curriculum|vitae|vita|cv|c v|resume|academic cv|lebenslauf|homepage|home page|personal website|website|"
                                 "personal page|academic pages|academic page|academic website|web page|webpage|academic|home|short|brief|full|name|nome|nombre|nom|nome completo|nombre completo|full name|about|"
                                 "履歴書|简历|個人簡歷|个人简历|이력서|氏名|姓名|성명|이름"}};
  std::string out;
  std::size_t done = 0;
  const auto found = lex_words(text);
  for (std::size_t at = 0; at < found.size();) {
    const auto hit = words.match_at(found, at);
    if (!hit) {
      ++at;
      continue;
    }
    std::size_t end = found[hit->last - 1].end;
    out.append(text.substr(done, found[hit->first].begin - done)).append(" | ");
    done = end;
    at = hit->last;
  }
  out.append(text.substr(done));
  return out;
}

/// "欧阳小明 博士" -> "欧阳小明", "Jane Doe-Jan., 2015" -> "Jane Doe": what follows the name in its own piece.
void cut_remarks(std::string& name) {
  for (std::string_view title : {" 博士", " 硕士", " 教授", " 副教授", " 准教授", " 研究员", " 研究員", " 박사", " 교수"}) {
    if (const std::size_t at = name.find(title); at != std::string::npos && at > 0) name.resize(at);
  }
  if (name.find_first_of("0123456789") == std::string::npos) return;
  const auto dates = find_dates(name);
  if (dates.empty() || dates.front().begin < 5) return;
  name.resize(dates.front().begin);
  while (!name.empty() && (name.back() == '-' || name.back() == ',' || name.back() == ' ')) name.pop_back();
}

/// Pieces of a line that could be a name: between tabs, bars, dashes with blanks, colons; degrees behind commas cut.
std::vector<std::string> name_pieces(std::string_view line) {
  std::string text = without_cv_words(line);
  for (std::string_view mark : {"\t", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " - ", ":", "(", ")", "\xEF\xBC\x9A", "\xEF\xBC\x88", "\xEF\xBC\x89", " \xC2\xB7 ", " \xE2\x80\xA2 ", "'s ", "\xE2\x80\x99s "}) {
    text = replace_all(text, mark, "|");
  }
  std::vector<std::string> pieces;
  for (std::string_view piece : split(text, '|')) {
    std::string name(trim(piece));
    for (std::string_view lead : {"of ", "by ", "for ", "von ", "de "}) {
      if (name.starts_with(lead)) name = std::string(trim(std::string_view(name).substr(lead.size())));
    }
    cut_remarks(name);
    if (const std::size_t comma = name.find(','); comma != std::string::npos) {
      const auto behind = lex_words(std::string_view(name).substr(comma));
      const bool degrees = !find_degrees(std::string_view(name).substr(comma)).empty() ||
                           std::all_of(behind.begin(), behind.end(), [](const LexWord& w) { return w.all_capitals || w.has_point; });
      if (degrees && name.find(' ') < comma) name.resize(comma);
    }
    while (!name.empty() && (name.back() == ',' || name.back() == '.') && name.size() > 3 && name[name.size() - 3] != ' ' && name[name.size() - 2] != '.') name.pop_back();
    if (!name.empty()) pieces.push_back(name);
  }
  return pieces;
}

bool word_of_other_kind(std::string_view text) {
  for (std::string_view greeting : {"Hi", "Hello", "Welcome", "I'm", "I\xE2\x80\x99m"}) {
    if (text.starts_with(greeting) && (text.size() == greeting.size() || text[greeting.size()] == ' ' || text[greeting.size()] == ',')) return true;
  }
  const auto words = lex_words(text);
  if (words.empty() || words.size() > 7) return true;
  const auto institution = institution_words().find(words);
  if (institution && institution->value != kCompanyWord) return true;
  if (const auto role = role_words().find(words); role && words.size() > 1 && words[role->first].folded != "dean" && words[role->first].folded != "prof" && words[role->first].folded != "professor") return true;
  const HeadingMeaning meaning = heading_meaning(text);
  if (meaning.kind != SectionKind::kUnknown && meaning.coverage > 0.6) return true;
  for (const LexWord& word : words) {
    if (word.folded.find_first_of("0123456789") != std::string::npos) return true;
  }
  return false;
}

/// Share of the name's letters found in the local part of an e-mail address of the header.
double email_support(const CvText& text, std::string_view name, int lines) {
  std::vector<std::string> parts;
  for (const LexWord& word : lex_words(name)) parts.push_back(word.folded);
  for (int i = 0; i < lines; ++i) {
    const std::string_view line = text.lines[static_cast<std::size_t>(i)].text;
    const std::size_t at = line.find('@');
    if (at == std::string_view::npos) continue;
    std::size_t begin = at;
    while (begin > 0 && line[begin - 1] != ' ' && line[begin - 1] != '\t' && line[begin - 1] != ':') --begin;
    const std::string local = squash(line.substr(begin, at - begin));
    for (const std::string& part : parts) {
      if (part.size() >= 3 && local.find(part) != std::string::npos) return 0.2;
    }
  }
  return 0;
}

/// "ada lovelace" as "Ada Lovelace": some titles are set in small letters.
std::string with_capitals(std::string_view name) {
  std::string out(name);
  for (std::size_t k = 0; k < out.size(); ++k) {
    if ((k == 0 || out[k - 1] == ' ') && out[k] >= 'a' && out[k] <= 'z') out[k] = static_cast<char>(out[k] - 'a' + 'A');
  }
  return out;
}

class OwnerFinder {
 public:
  explicit OwnerFinder(const CvText& text) : text_(text), body_(body_font_size(text)) {
    header_lines_ = std::min<int>(kHeaderLines, static_cast<int>(text.lines.size()));
    for (const Section& section : text.sections) {
      if (section.kind == SectionKind::kHeader || section.heading_line < 0) continue;
      if (section.kind == SectionKind::kUnknown) continue;
      // "About" as the first line is the head of a page; the name, or a picture of the owner, comes below it.
      if (section.kind == SectionKind::kSummary && section.heading_line == 0) continue;
      const bool personal = section.kind == SectionKind::kOther;
      if (!personal) {
        header_lines_ = std::min(header_lines_, section.heading_line);
        break;
      }
    }
  }

  Candidate best() {
    for (int i = 0; i < header_lines_; ++i) consider_line(i);
    consider_two_lines();
    for (const MetaField& field : text_.document->meta) consider_meta(field);
    labelled_lines();
    if (best_.score < kAccepted) told_in_sentences();
    if (best_.score < kAccepted) complete_family_name();
    prefer_full_name();
    prefer_title();
    return best_;
  }

 private:
  void consider(const std::string& name, double bonus, const SourceSpan& span) {
    if (word_of_other_kind(name)) return;
    double looks = name_score(name);
    if (looks < 0.5 && bonus >= 0.5) looks = name_score(with_capitals(name));
    if (looks < 0.5 && bonus >= 0.3 && abbreviated_elsewhere(name)) looks = 0.6;
    if (looks < 0.5 && in_capitals_elsewhere(name)) return consider(with_capitals(name), bonus + 0.2, span);
    if (looks < 0.5) return;
    const double score = looks + bonus + email_support(text_, name, header_lines_);
    all_.push_back({clean_name(name), score, span, {}});
    if (score <= best_.score + 1e-9) return;
    best_ = {clean_name(name), score, span, {}};
  }

  /// The first line "An Example" is a name when the lists print "A. Example" again and again.
  [[nodiscard]] bool abbreviated_elsewhere(std::string_view name) const {
    const auto words = lex_words(name);
    if (words.size() < 2 || words.size() > 4) return false;
    for (const LexWord& word : words) {
      if (!word.capital) return false;
    }
    const std::string family(name.substr(words.back().begin, words.back().end - words.back().begin));
    const std::string initial(1, name[words.front().begin]);
    int times = 0;
    for (const CvLine& line : text_.lines) {
      const bool first = line.text.find(initial + ". " + family) != std::string_view::npos;
      const bool last = line.text.find(family + ", " + initial) != std::string_view::npos || line.text.find(family + " " + initial + ",") != std::string_view::npos;
      if ((first || last) && ++times >= 3) return true;
    }
    return false;
  }

  /// The line "ada lovelace" at the top is a name when "Ada Lovelace" stands in the text again and again.
  [[nodiscard]] bool in_capitals_elsewhere(std::string_view name) const {
    const auto words = lex_words(name);
    const bool small = std::none_of(words.begin(), words.end(), [](const LexWord& word) { return word.capital; });
    const std::string printed = with_capitals(name);
    if (!small || words.size() < 2 || words.size() > 4 || name_score(printed) < 0.5) return false;
    constexpr std::ptrdiff_t kAgain = 3;
    return std::count_if(text_.lines.begin(), text_.lines.end(), [&](const CvLine& line) {
             return line.text.find(printed) != std::string_view::npos;
           }) >= kAgain;
  }

  void consider_line(int i) {
    const CvLine& line = text_.lines[static_cast<std::size_t>(i)];
    if (line.text.size() > 120 || line.text.find('@') < 3 || goes_on_sentence(i)) return;
    double bonus = i == 0 ? 0.3 : (i < 3 ? 0.2 : 0.05);
    if (line.kind == BlockKind::kHeading) bonus += 0.25;
    if (line.bold > 0.9F) bonus += 0.1;
    if (body_ > 0 && line.font_size > body_ * 1.2F) bonus += 0.3;
    if (line.kind == BlockKind::kListItem) bonus -= 0.3;
    const auto pieces = name_pieces(line.text);
    for (std::size_t k = 0; k < pieces.size() && k < 3; ++k) {
      const bool labelled = line.text.size() > pieces[k].size() + 2 && pieces.size() == 1;
      consider(pieces[k], bonus - 0.1 * static_cast<double>(k) + (labelled ? 0.1 : 0), line.span);
    }
  }

  /// The end of a wrapped sentence: "I study at X, advised by Prof." / "Ada Lind (X)."
  [[nodiscard]] bool goes_on_sentence(int i) const {
    const CvLine& line = text_.lines[static_cast<std::size_t>(i)];
    if (i == 0 || line.first_in_block || line.hard_break) return false;
    constexpr std::ptrdiff_t kSentence = 8;
    const auto words = lex_words(text_.lines[static_cast<std::size_t>(i) - 1].text);
    return std::count_if(words.begin(), words.end(), [](const LexWord& word) { return !word.capital; }) >= kSentence;
  }

  /// Given and family name set on lines of their own, alike and alone.
  void consider_two_lines() {
    for (int i = 0; i + 1 < header_lines_ && i < 3; ++i) {
      const CvLine& a = text_.lines[static_cast<std::size_t>(i)];
      const CvLine& b = text_.lines[static_cast<std::size_t>(i + 1)];
      const bool marked = (a.bold > 0.9F && b.bold > 0.9F) || (a.kind == BlockKind::kHeading && b.kind == BlockKind::kHeading) ||
                          (body_ > 0 && a.font_size > body_ * 1.2F && std::fabs(a.font_size - b.font_size) < 1);
      if (!marked || lex_words(a.text).size() > 2 || lex_words(b.text).size() > 3) continue;
      consider(std::string(a.text) + " " + std::string(b.text), 0.3, a.span);
    }
  }

  /// "Academic profile of Ada Lind - ponds", "Site de Ada Lind": what the page says of itself.
  void consider_description(const MetaField& field) {
    static const Lexicon kinds{{1, "profil*|perfil*|page|pagina|site|website|webpage|homepage|home page|cv|curriculum|portfolio"}};
    const std::string_view told = std::string_view(field.value).substr(0, field.value.find_first_of(",.|;:"));
    for (const std::string_view link : {" of ", " de ", " von ", " di "}) {
      const std::size_t at = told.find(link);
      if (at == std::string_view::npos || !kinds.contains(told.substr(0, at))) continue;
      const auto pieces = name_pieces(told.substr(at + link.size()));
      if (!pieces.empty()) consider(pieces[0], 0.2, {kMetaPage, field.line, field.line});
    }
  }

  void consider_meta(const MetaField& field) {
    if (field.key == "description") return consider_description(field);
    static constexpr std::array<std::string_view, 9> kKeys{"author", "name", "title", "fullname", "subtitle", "alt", "og:title", "header", "first-name"};
    if (std::find(kKeys.begin(), kKeys.end(), field.key) == kKeys.end()) return;
    const bool strong = field.key == "name" || field.key == "fullname" || field.key == "header";
    for (const std::string& piece : name_pieces(field.value)) {
      if (lex_words(piece).size() < 2 && !strong) {
        std::size_t pos = 0;
        if (piece.empty() || !is_cjk(next_code_point(piece, pos))) continue;
      }
      double bonus = strong ? 0.4 : 0.05;
      if (!in_header(piece) && text_.document->pages > 0) bonus -= 0.25;
      if (field.key == "alt" && !greeted(piece)) continue;
      consider(piece, bonus, {kMetaPage, field.line, field.line});
    }
  }

  /// "Hi, I'm Ada": the picture beside it shows her, so its text may say the rest of the name.
  [[nodiscard]] bool greeted(std::string_view name) const {
    const auto words = lex_words(name);
    for (int i = 0; i < header_lines_ && !words.empty(); ++i) {
      for (const LexWord& word : lex_words(text_.lines[static_cast<std::size_t>(i)].text.substr(0, 80))) {
        if (word.capital && (word.folded == words.front().folded || word.folded == words.back().folded)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool in_header(std::string_view name) const {
    const std::string folded = fold(name);
    for (int i = 0; i < header_lines_; ++i) {
      if (fold(text_.lines[static_cast<std::size_t>(i)].text).find(folded) != std::string::npos) return true;
    }
    return false;
  }

  /// "JM Dorval" in one title and "Jean-Marc Dorval" in another: the full name is the better one.
  void prefer_full_name() {
    const auto words = lex_words(best_.name);
    if (words.size() != 2 || !words[0].all_capitals || words[0].end - words[0].begin > 3 || words[0].has_point) return;
    for (const Candidate& other : all_) {
      const auto own = lex_words(other.name);
      if (own.size() < 2 || own.size() > 4 || own.back().folded != words.back().folded || own[0].all_capitals) continue;
      if (own[0].end - own[0].begin < 3 || other.name[own[0].begin] != best_.name[words[0].begin] || other.score < kAccepted) continue;
      best_ = other;
      return;
    }
  }

  /// "Ana Lind" in the title and "Ana María Lind Torve" in a form: the title has the name she goes by, the form the full
  /// one.
  void prefer_title() {
    if (best_.span.first_line == 0 || best_.span.page == kMetaPage) return;
    const auto full = lex_words(best_.name);
    for (const Candidate& title : all_) {
      const auto own = lex_words(title.name);
      const bool above = title.span.page != kMetaPage && title.span.first_line < best_.span.first_line;
      if (!above || title.score < kAccepted || own.size() < 2 || own.size() >= full.size()) continue;
      const auto in_full = [&](const LexWord& word) {
        return std::any_of(full.begin(), full.end(), [&](const LexWord& w) { return w.folded == word.folded; });
      };
      if (own[0].folded != full[0].folded || !std::all_of(own.begin(), own.end(), in_full)) continue;
      const std::string printed = best_.name;
      best_ = title;
      best_.full_name = printed;
      return;
    }
  }

  /// "Lind" alone in the title, "Ana Lind" again and again in the text.
  void complete_family_name() {
    constexpr int kTitleLines = 3;
    for (int i = 0; i < std::min(kTitleLines, header_lines_); ++i) {
      const CvLine& line = text_.lines[static_cast<std::size_t>(i)];
      const auto words = lex_words(line.text);
      if (words.size() != 1 || !words[0].capital || words[0].all_capitals || words[0].folded.size() < 4) continue;
      const std::string name = repeated_full_name(line.text);
      if (!name.empty()) return consider(name, 0.3, line.span);
    }
  }

  /// The capitalised word that stands before `family` most often, with it; empty when none does twice.
  [[nodiscard]] std::string repeated_full_name(std::string_view family) const {
    constexpr int kAgain = 2;
    std::map<std::string, int> names;
    for (const CvLine& line : text_.lines) {
      const auto words = lex_words(line.text);
      for (std::size_t k = 1; k < words.size(); ++k) {
        const auto printed = [&](const LexWord& word) { return line.text.substr(word.begin, word.end - word.begin); };
        if (printed(words[k]) != family || words[k].begin != words[k - 1].end + 1) continue;
        if (words[k - 1].capital && words[k - 1].folded.size() >= 3) ++names[std::string(printed(words[k - 1]))];
      }
    }
    const auto most = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return most != names.end() && most->second >= kAgain ? most->first + " " + std::string(family) : std::string();
  }

  /// "Jane Doe is an Associate Professor at ...": a page that prints the name nowhere else says it in a sentence.
  void told_in_sentences() {
    for (const CvLine& line : text_.lines) {
      const std::string_view head = line.text.substr(0, 160);
      std::size_t verb = std::string_view::npos;
      for (std::string_view is : {" is a ", " is an ", " is the ", " is currently ", " est un ", " est une ", " est ma\xC3\xAEtre "}) verb = std::min(verb, head.find(is));
      if (verb == std::string_view::npos || verb > 50) continue;
      const std::string_view name = head.substr(0, verb);
      const auto words = lex_words(name);
      const bool capitals = std::all_of(words.begin(), words.end(), [](const LexWord& w) { return w.capital; });
      if (words.size() < 2 || words.size() > 4 || !capitals || !role_words().contains(head.substr(verb))) continue;
      consider(std::string(name), 0.3, line.span);
      return;
    }
  }

  /// "Name: Jane Doe" anywhere in the first part of the document.
  void labelled_lines() {
    static const Lexicon labels{{1, "name|full name|nome|nome completo|nombre|nombre completo|nom|nom et prenom|nom prenom|apellidos y nombre|naam|vor und nachname|"
                                    "name vorname|imie i nazwisko|nome e cognome|氏名|姓名|名前|성명|이름"}};
    const int limit = std::min<int>(40, static_cast<int>(text_.lines.size()));
    for (int i = 0; i < limit; ++i) {
      const std::string_view line = text_.lines[static_cast<std::size_t>(i)].text;
      std::size_t end = line.find(':');
      std::size_t skip = 1;
      if (const std::size_t wide = line.find("\xEF\xBC\x9A"); wide < end) { end = wide; skip = 3; }
      if (const std::size_t tab = line.find('\t'); tab < end) { end = tab; skip = 1; }
      if (end == std::string_view::npos || end > 30) continue;
      const auto words = lex_words(line.substr(0, end));
      if (words.empty()) continue;
      const auto hit = labels.match_at(words, 0);
      if (!hit || hit->last != words.size()) continue;
      const auto pieces = name_pieces(line.substr(end + skip));
      if (!pieces.empty()) consider(pieces[0], 0.5, text_.lines[static_cast<std::size_t>(i)].span);
    }
  }

  const CvText& text_;
  float body_;
  int header_lines_ = 0;
  Candidate best_;
  std::vector<Candidate> all_;
};

/// ORCID iDs: four groups of four digits, the last character a digit or X.
void find_orcid(const CvText& text, CvRecord& cv) {
  for (const CvLine& line : text.lines) {
    for (std::size_t at = line.text.find("-"); at != std::string_view::npos && at >= 4; at = line.text.find('-', at + 1)) {
      const std::size_t begin = at - 4;
      if (begin + 19 > line.text.size()) break;
      const std::string_view id = line.text.substr(begin, 19);
      bool fits = true;
      for (std::size_t k = 0; k < 19 && fits; ++k) {
        if (k % 5 == 4) fits = id[k] == '-';
        else fits = std::isdigit(static_cast<unsigned char>(id[k])) || (k == 18 && (id[k] == 'X' || id[k] == 'x'));
      }
      if (!fits || !id.starts_with("000")) continue;
      cv.owner_ids.push_back({"orcid", std::string(id)});
      return;
    }
  }
}

/// The name in another script that stands in brackets behind the owner's, or the other way round: "周芷兰 (Zhilan Zhou)".
void find_second_script(const CvText& text, CvRecord& cv) {
  const auto has_cjk = [](std::string_view name) {
    for (std::size_t at = 0; at < name.size();)
      if (is_cjk(next_code_point(name, at))) return true;
    return false;
  };
  for (const CvLine& line : text.lines) {
    if (line.span.page != cv.owner_span.page || line.span.first_line != cv.owner_span.first_line) continue;
    for (const std::string& piece : name_pieces(line.text))
      if (piece != cv.owner && has_cjk(piece) != has_cjk(cv.owner) && name_score(piece) >= kAccepted)
        cv.owner_variants.push_back(piece);
    return;
  }
}

}  // namespace

void find_owner(const CvText& text, CvRecord& cv) {
  if (is_profile_document(text)) {
    find_profile_owner(text, cv);
    return;
  }
  const Candidate best = OwnerFinder(text).best();
  if (best.score >= kAccepted) {
    cv.owner = best.name;
    cv.owner_span = best.span;
    if (!best.full_name.empty()) cv.owner_variants.push_back(best.full_name);
    find_second_script(text, cv);
  }
  find_orcid(text, cv);
}

}  // namespace scholargraph
