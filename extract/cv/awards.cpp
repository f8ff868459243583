// SPDX-License-Identifier: Apache-2.0
// Awards: one for each line of a section of awards, with all years printed and the organisation that stands behind
// "at", "by", "from", a dash, a comma or in brackets; and awards that other sections mention beside a service
// ("Neurips 2022, 2023 (Top Reviewer Award)", "ICML'22 outstanding reviewer").
#include <algorithm>

#include "base/text.h"
#include "extract/cv/awards_words.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"
#include "extract/cv/service_venues.h"

namespace scholargraph {

bool says_award(std::string_view text) {
  static const Lexicon kWords{
      {1,
       "award|awards|awarded|awardee|fellow|fellows|prize|prizes|medal|medals|medalist|medallist|fellowship|"
       "fellowships|scholarship|"
       "scholarships|honor|honors|honour|honours|distinction|scholar|laureate|winner|nominee|nomination|nominated|"
       "finalist|professorship|honorable mention|honourable mention|outstanding reviewer|top reviewer|best reviewer|"
       "distinguished reviewer|expert reviewer|exemplary reviewer|notable reviewer|outstanding area chair|"
       "highlighted reviewer|best paper|best student paper|best poster|best thesis|best dissertation|outstanding paper|"
       "outstanding graduate|dean s list|president s list|valedictorian|bursary|stipend|stipendium|studentship|grant|"
       "prix|bourse|bourses|laureat|laureate|medaille|medaille|preis|preise|auszeichnung|auszeichnungen|ehrung|"
       "forderpreis|"
       "premio|premios|beca|becas|distincion|mencion|borsa|medaglia|premi|bolsa|bolsas|honra|beurs|prijs|stypendium|"
       "nagroda|cena|palkinto|apuraha|pris|stiftelse|cum laude|奖|奖学金|獎|賞|奨学金|장학금|수상|상"}};
  return kWords.contains(text);
}

namespace {

constexpr std::size_t kLongestName = 200;

struct NameAndPlace {
  std::string name;
  std::string organisation;
};

/// Cuts "X at Y", "X, Y", "X (Y)", "X — Y", "X, awarded by Y".
class AwardText {
 public:
  explicit AwardText(std::string text) : text_(std::move(text)) {}

  NameAndPlace parse() {
    NameAndPlace result;
    // "Prize *given to one author a year": a remark.
    if (const std::size_t star = text_.find(" *"); star != std::string::npos && star > 4) text_.resize(star);
    cut_at(
        {", awarded by ", " awarded by ", ", conferred by ", ", given by ", ", granted by ", ", presented by ",
         ", funded by ", " – Funded by ", ", sponsored by ", ", by ", " by the ", ", verliehen von ", ", décerné par "},
        result);
    cut_at({" — ", "—", " – ", " | ", "\t", " - "}, result);
    cut_at({": "}, result);
    cut_at({" at ", " from the ", " from "}, result);
    cut_commas(result);
    cut_bracket(result);
    result.name = collapse_spaces(strip_punctuation(text_));
    std::string_view place = strip_punctuation(result.organisation);
    if (starts_with_ignore_case(place, "the ")) place.remove_prefix(4);
    result.organisation = collapse_spaces(place);
    return result;
  }

 private:
  void cut_at(std::initializer_list<std::string_view> marks, NameAndPlace& result) {
    for (std::string_view mark : marks) {
      const std::size_t at = find_outside_brackets(text_, mark);
      if (at == std::string_view::npos || at < 4) continue;
      std::string before = text_.substr(0, at);
      std::string after = text_.substr(at + mark.size());
      if (strip_punctuation(after).empty()) continue;
      // "University of X: Y Prize": the side with the award word is the name.
      if (!says_award(before) && says_award(after) && mark != " at ") std::swap(before, after);
      if (mark == ": " && institution_words().contains(after) == false) return;
      if (result.organisation.empty() && !is_amount(after)) result.organisation = first_part(after);
      text_ = std::move(before);
      return;
    }
  }

  /// Parts between commas that are followed by a blank: "$1,000" stays whole.
  static std::vector<std::string_view> comma_parts(std::string_view text) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (true) {
      const std::size_t at = find_outside_brackets(text, ", ", begin);
      const std::string_view part = trim(text.substr(begin, at == std::string_view::npos ? at : at - begin));
      if (!part.empty()) parts.push_back(part);
      if (at == std::string_view::npos) return parts;
      begin = at + 2;
    }
  }

  static bool is_amount(std::string_view text) {
    static const Lexicon kMoney{
        {1, "usd|eur|euro|euros|gbp|cad|aud|sek|nok|dkk|chf|inr|jpy|dollars|rmb|per year|pounds"}};
    const bool digits = text.find_first_of("0123456789") != std::string_view::npos;
    return digits && (text.find_first_of("$%") != std::string_view::npos || text.find("€") != std::string_view::npos ||
                      text.find("£") != std::string_view::npos || kMoney.contains(text));
  }

  static std::string first_part(std::string_view text) {
    const auto parts = comma_parts(text);
    if (parts.empty()) return std::string(text);
    for (std::string_view part : parts)
      if (institution_words().contains(part)) return without_brackets(part);
    return without_brackets(parts[0]);
  }

  static std::string without_brackets(std::string_view text) {
    return std::string(strip_punctuation(text.substr(0, std::min(text.find('('), text.size()))));
  }

  void cut_commas(NameAndPlace& result) {
    const auto parts = comma_parts(text_);
    if (parts.size() < 2) return;
    std::size_t name = 0;
    if (!says_award(parts[0])) {
      for (std::size_t i = 1; i < parts.size() && name == 0; ++i)
        if (says_award(parts[i])) name = i;
    }
    for (std::size_t i = 0; i < parts.size() && result.organisation.empty(); ++i)
      if (i != name && institution_words().contains(parts[i])) result.organisation = without_brackets(parts[i]);
    for (std::size_t i = 0; i < parts.size() && result.organisation.empty(); ++i)
      if (i != name && !is_amount(parts[i])) result.organisation = without_brackets(parts[i]);
    text_ = std::string(parts[name]);
  }

  /// "Outstanding graduate (USTC)", "scholarship (1/72, highest honor of USTC)".
  void cut_bracket(NameAndPlace& result) {
    const std::size_t open = text_.find('(');
    if (open == std::string::npos || open < 4) return;
    const std::size_t close = text_.find(')', open);
    const std::string inside = text_.substr(open + 1, (close == std::string::npos ? text_.size() : close) - open - 1);
    std::string rest = close == std::string::npos ? std::string() : text_.substr(close + 1);
    text_ = text_.substr(0, open) + rest;
    if (!result.organisation.empty()) return;
    const std::size_t of = inside.rfind(" of ");
    const std::string place = of == std::string::npos ? inside : inside.substr(of + 4);
    const bool amount = inside.find_first_of("0123456789%$€£") != std::string::npos && of == std::string::npos;
    const auto words = lex_words(place);
    if (!amount && !words.empty() && words[0].capital) result.organisation = place;
  }

  std::string text_;
};

class AwardFinder {
 public:
  AwardFinder(const CvText& text, CvRecord& cv) : text_(text), map_(text), cv_(cv) {}

  void run() {
    const int count = static_cast<int>(text_.lines.size());
    int section = -2;
    for (const Entry& entry : logical_lines(text_, 0, count)) {
      if (map_.section_of(entry.begin) != section) flush();
      section = map_.section_of(entry.begin);
      if (map_.is_heading(entry.begin)) continue;
      const SectionKind kind = map_.kind_at(entry.begin);
      if (kind == SectionKind::kAwards) {
        gather(entry);
      } else if (kind == SectionKind::kService) {
        read_service(entry);
      }
    }
    flush();
  }

 private:
  /// A line, or a part of it, of a section of awards.
  struct Candidate {
    std::string text;  ///< without dates
    std::vector<int> years;
    Entry entry;
    bool award = false;  ///< holds a word for awards
    bool place = false;  ///< nothing but an institution or a place
  };

  void gather(const Entry& entry) {
    const std::string line = joined_text(text_, entry.begin, entry.end);
    const std::string_view body = std::string_view(line).substr(behind_bullet(line));
    if (body.size() < 4 || is_comment(body) || body.ends_with(":")) return;
    for (std::string_view part : split_outside_brackets(body, ";")) {
      const auto dates = find_dates(part);
      Candidate candidate{without_dates(part, dates), years_of(dates), entry, false, false};
      if (candidate.text.empty() && lines_.empty()) continue;
      candidate.award = says_award(candidate.text);
      candidate.place = !candidate.award && is_place(candidate.text);
      lines_.push_back(std::move(candidate));
    }
  }

  /// "University of X, Y" or "San Francisco, CA".
  static bool is_place(std::string_view text) {
    const auto words = lex_words(text);
    if (words.empty() || words.size() > 12) return false;
    if (words.size() <= 4 && place_words().match_at(words, 0)) return true;
    return institution_words().contains(text.substr(0, text.find(", ")));
  }

  /// Remarks under an award: "*given to one researcher a year", "Awarded by the Y", a sentence without a date.
  bool is_comment(std::string_view body) {
    if (body.starts_with("*")) return true;
    if (starts_with_ignore_case(body, "awarded by ") && !lines_.empty()) {
      lines_.back().text += ", ";
      lines_.back().text += body;
      return true;
    }
    std::size_t pos = 0;
    if (is_lower(next_code_point(body, pos)) && !says_award(body)) return true;
    return body.size() > 90 && !says_award(body) && find_dates(body).empty();
  }

  /// Lines that hold only a date, an institution or a place complete the award beside them.
  void merge() {
    std::vector<Candidate> merged;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      Candidate& line = lines_[i];
      const bool completes = line.text.empty() || line.place;
      const bool next_open = i + 1 < lines_.size() && lines_[i + 1].award && lines_[i + 1].years.empty();
      if (completes && next_open && (!line.years.empty() || merged.empty())) {
        lines_[i + 1].years = line.years;
        if (!line.text.empty()) lines_[i + 1].text += ", " + line.text;
      } else if (completes && !merged.empty() && merged.back().award &&
                 (merged.back().years.empty() || line.years.empty())) {
        if (merged.back().years.empty()) merged.back().years = line.years;
        if (!line.text.empty()) merged.back().text += ", " + line.text;
      } else if (!line.text.empty()) {
        merged.push_back(std::move(line));
      }
    }
    lines_ = std::move(merged);
  }

  void flush() {
    merge();
    const auto dated =
        std::count_if(lines_.begin(), lines_.end(), [](const Candidate& line) { return !line.years.empty(); });
    const bool undated_list = 4 * dated < static_cast<std::ptrdiff_t>(lines_.size());
    for (const Candidate& line : lines_) {
      if (!line.award &&
          (!is_short(line.text) || (line.years.empty() && !undated_list) || role_words().contains(line.text)))
        continue;
      if (is_grant(line.text)) continue;
      const NameAndPlace award = AwardText(line.text).parse();
      add(award.name, award.organisation, line.years, line.entry);
    }
    lines_.clear();
  }

  /// "Principal investigator, $100,000 award for …": money for research, not an honour.
  static bool is_grant(std::string_view text) {
    static const Lexicon kGrant{
        {1, "pi|copi|co pi|investigator|coinvestigator|project director|principal investigator"}};
    return kGrant.contains(text);
  }

  static bool is_short(std::string_view text) { return split_words(text).size() <= 14 && !text.ends_with("!"); }

  void read_service(const Entry& entry) {
    const std::string line = joined_text(text_, entry.begin, entry.end);
    if (!says_award(line)) return;
    const std::string_view body = std::string_view(line).substr(behind_bullet(line));
    bool found = false;
    for (const ServiceVenue& venue : parse_venue_list(body, false)) {
      if (venue.note.empty() || !says_award(venue.note)) continue;
      found = true;
      add(venue.note, venue.name, venue.note_years.empty() ? venue.years : venue.note_years, entry);
    }
    if (!found && body.size() < 120 &&
        !contains_any(ascii_lower(body), {"committee", "panel", "chair of", "reviewer for", "judge", "jury"}))
      read_venue_award(body, entry);
  }

  /// "ICML'22 outstanding reviewer (top 10%)", "Outstanding reviewer, NeurIPS 2021".
  void read_venue_award(std::string_view body, const Entry& entry) {
    static const Lexicon kQuality{{1,
                                   "outstanding|top|best|distinguished|expert|exemplary|notable|excellent|highlighted|"
                                   "excellence"}};
    const auto words = lex_words(body);
    const auto hit = kQuality.find(words);
    if (!hit) return;
    const std::size_t begin = words[hit->first].begin;
    std::string name;
    ServiceVenue venue;
    if (begin >= 3 && !parse_venue(body.substr(0, begin)).name.empty()) {
      venue = parse_venue(body.substr(0, begin));
      name = std::string(body.substr(begin));
      const auto dates = find_dates(name);
      if (venue.years.empty()) venue.years = years_of(dates);
      name = without_dates(name, dates);
    } else {
      const auto parts = split_outside_brackets(body, ",:");
      name = std::string(parts.empty() ? body : parts[0]);
      if (parts.size() > 1) venue = parse_venue(parts[1]);
      if (venue.years.empty()) venue.years = years_of(find_dates(body));
    }
    name = name.substr(0, name.find('('));
    add(collapse_spaces(strip_punctuation(name)), venue.name, venue.years, entry);
  }

  void add(const std::string& name, const std::string& organisation, const std::vector<int>& years,
           const Entry& entry) {
    if (name.size() < 4 || name.size() > kLongestName) return;
    if (name.find('@') != std::string::npos || name.find("http") != std::string::npos) return;
    for (const AwardRecord& other : cv_.awards)
      if (other.name == name && other.organisation == organisation && other.years == years) return;
    cv_.awards.push_back({name, organisation, years, span_of(text_, entry.begin, entry.end)});
  }

  const CvText& text_;
  SectionMap map_;
  CvRecord& cv_;
  std::vector<Candidate> lines_;  ///< of the section that is being read
};

}  // namespace

void find_awards(const CvText& text, CvRecord& cv) { AwardFinder(text, cv).run(); }

}  // namespace scholargraph
