// SPDX-License-Identifier: Apache-2.0
// Service: who reviewed, edited, chaired for which venue and when. A line is a role with venues ("Reviewer for A, B"),
// venues with a role behind ("ICML'22 session chair"), or venues alone under a label or heading that gives the role.
// Lines that say "award" are left to find_awards. Linear in the text; only sections of service are read whole, from
// the others only lines that begin with a reviewing or editing role.
#include <algorithm>

#include "base/text.h"
#include "extract/cv/awards_words.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/section_lines.h"
#include "extract/cv/service_roles.h"
#include "extract/cv/service_venues.h"

namespace scholargraph {
namespace {

constexpr std::size_t kLongestVenue = 140;
constexpr std::size_t kProse = 260;

class ServiceFinder {
 public:
  ServiceFinder(const CvText& text, CvRecord& cv) : text_(text), map_(text), cv_(cv) {}

  void run() {
    const int count = static_cast<int>(text_.lines.size());
    for (const Entry& entry : logical_lines(text_, 0, count)) {
      const int section = map_.section_of(entry.begin);
      if (section != section_) enter(section, entry.begin);
      if (map_.is_heading(entry.begin) || in_paper(entry)) continue;
      const std::string line = joined_text(text_, entry.begin, entry.end);
      if (in_service_) {
        read_service_line(line, entry);
      } else {
        read_other_line(line, entry);
      }
    }
  }

 private:
  void enter(int section, int line) {
    section_ = section;
    label_.clear();
    label_years_.clear();
    elsewhere_ = false;
    in_service_ = map_.kind_at(line) == SectionKind::kService && !lists_other_things(map_.headings(line));
    heading_role_.clear();
    for (int s = section; in_service_ && s >= 0 && heading_role_.empty();
         s = text_.sections[static_cast<std::size_t>(s)].parent) {
      if (const auto role = find_service_role(text_.sections[static_cast<std::size_t>(s)].heading)) {
        heading_role_ = role->name;
        heading_lists_ = role->lists;
      }
    }
  }

  /// "Peer review papers" lists papers and "Media coverage" news, whatever else the headings say.
  static bool lists_other_things(std::string_view headings) {
    static const Lexicon kPapers{{1, "papers|publications|articles|manuscripts|论文"}};
    static const Lexicon kMedia{{1,
                                 "media|press|news|outreach|interviews|interview|blog|blogs|popular|podcasts|medien|"
                                 "presse|medios|prensa|stampa|skills|software"}};
    const std::string_view own = headings.substr(0, headings.find(" / "));
    if (kMedia.contains(own)) return true;
    return kPapers.contains(headings) && contains_any(ascii_lower(headings), {"publication", "peer"});
  }

  [[nodiscard]] bool in_paper(const Entry& entry) const {
    const SourceSpan& span = text_.lines[static_cast<std::size_t>(entry.begin)].span;
    return std::any_of(cv_.papers.begin(), cv_.papers.end(), [&](const PaperRecord& paper) {
      return paper.span.page == span.page && paper.span.first_line <= span.first_line &&
             span.first_line <= paper.span.last_line;
    });
  }

  [[nodiscard]] std::string current_role() const { return label_.empty() ? heading_role_ : label_; }

  [[nodiscard]] bool current_lists() const { return label_.empty() ? heading_lists_ : label_lists_; }

  void read_service_line(std::string_view line, const Entry& entry) {
    const std::string_view body = line.substr(behind_bullet(line));
    if (body.empty() || body.size() > 4000 || says_contact(body)) return;
    if (const auto date = parse_whole_date(body)) {
      // A year on a line of its own dates the lines below it.
      label_years_ = years_of({*date});
      return;
    }
    const auto role = find_service_role(body);
    if (is_label(body, role)) {
      label_ = role ? role->name : std::string();
      label_lists_ = role && role->lists;
      elsewhere_ = !role && announces_other_section(body);
      return;
    }
    if (elsewhere_) return;
    if (says_award(body) && !(role && role->begin == 0 && body.find_first_of("([") != std::string_view::npos)) {
      // "ICML'22 outstanding reviewer": an award; "Reviewer, ICML 2022 (outstanding reviewer)": both.
      if (body.find_first_of(";(") == std::string_view::npos || award_before_bracket(body)) return;
    }
    if (role && role->leads) return add_list(behind_role(body, *role), role->name, !role->lists, entry, body);
    if (role && !role->leads) return add_before_role(body, *role, entry);
    const std::size_t colon = body.find(": ");
    if (colon != std::string_view::npos && colon < 40 && !has_year(body.substr(0, colon)))
      return add_list(body.substr(colon + 2), current_role(), false, entry, body);
    if (body.size() > kProse && !current_lists()) return;
    if (current_role().empty() ? !names_body(body) : !current_lists() && !names_venue(body)) return;
    add_list(body, current_role(), !current_lists() && !looks_like_list(body), entry, body);
  }

  static bool award_before_bracket(std::string_view body) {
    return says_award(body.substr(0, body.find_first_of("([")));
  }

  /// Words of bodies that people serve: without a role only such lines count, and lists of acronyms.
  static bool names_body(std::string_view body) {
    static const Lexicon kBodies{
        {1,
         "committee|committees|commitee|subcommittee|commission|board|council|senate|panel|task force|working group|"
         "comite|conseil|comision|consejo|comissao|conselho|ausschuss|kommission|gremium|comitato|consiglio|"
         "delegation|caucus|委员会|委員会|위원회"}};
    return kBodies.contains(body) || (split_outside_brackets(body, ",;").size() > 1 && looks_like_list(body));
  }

  /// Words of what people review, edit and organise.
  static bool names_venue(std::string_view body) {
    static const Lexicon kVenues{
        {1,
         "journal|journals|transactions|conference|workshop|symposium|seminar|network|chapter|proceedings|congress|"
         "colloquium|letters|review|reviews|annals|bulletin|magazine|press|society|association|academy|foundation|"
         "revista|revue|zeitschrift|rivista|学报|学会|学会誌|학회|meeting|series|encyclopedia|handbook|newsletter"}};
    return kVenues.contains(body) || names_body(body);
  }

  static bool has_year(std::string_view text) { return !find_dates(text).empty(); }

  /// "Conference program committee / reviewer:" or a short line that is nothing but a role.
  static bool is_label(std::string_view body, const std::optional<ServiceRole>& role) {
    if (body.ends_with(":") && body.size() < 90) return true;
    return role && role->leads && role->end + 2 >= body.size() && body.size() < 60;
  }

  /// "Invited Talks:" below service: a section whose heading the page does not show.
  static bool announces_other_section(std::string_view label) {
    const HeadingMeaning meaning = heading_meaning(label.substr(0, label.size() - 1));
    return (meaning.kind == SectionKind::kTalks || meaning.kind == SectionKind::kAwards ||
            meaning.kind == SectionKind::kTeaching || meaning.kind == SectionKind::kGrants) &&
           meaning.coverage > 0.9;
  }

  /// Acronyms or several entries with years: "ICLR 2024, NeurIPS 2023", "A; B; C".
  static bool looks_like_list(std::string_view body) {
    if (body.find(';') != std::string_view::npos) return true;
    const auto parts = split_outside_brackets(body, ",");
    if (parts.size() < 2) return true;
    std::size_t acronyms = 0;
    std::size_t words = 0;
    for (std::string_view part : parts) {
      const std::string name = parse_venue(part).name;
      if (name.empty()) continue;
      ++words;
      if (name.find(' ') == std::string::npos &&
          std::count_if(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) >= 2)
        ++acronyms;
    }
    return words > 1 && 2 * acronyms > words;
  }

  static std::string_view behind_role(std::string_view body, const ServiceRole& role) {
    std::string_view rest = body.substr(role.end);
    if (rest.starts_with("s ")) rest.remove_prefix(1);
    if (rest.starts_with("(s)")) rest.remove_prefix(3);
    // "for the following journals:", "for over 20 journals, including"
    const std::size_t colon = rest.find(':');
    if (colon != std::string_view::npos && colon < 70 && !has_year(rest.substr(0, colon)))
      rest = rest.substr(colon + 1);
    for (std::string_view word : {" including ", " such as ", " e.g. ", " e.g., "}) {
      const std::size_t at = rest.find(word);
      if (at != std::string_view::npos && at < 80) rest = rest.substr(at + word.size());
    }
    return strip_punctuation(rest);
  }

  void add_before_role(std::string_view body, const ServiceRole& role, const Entry& entry) {
    const std::string_view before = strip_punctuation(body.substr(0, role.begin));
    std::vector<int> years;
    if (!has_year(before)) years = years_of(find_dates(body.substr(role.end)));
    ServiceVenue venue = parse_venue(before);
    if (venue.name.empty()) return add_list(body.substr(role.end), role.name, !role.lists, entry, body);
    if (venue.years.empty()) venue.years = years;
    add(std::move(venue), role.name, entry);
  }

  void add_list(std::string_view venues, const std::string& role, bool single, const Entry& entry,
                std::string_view body) {
    auto list = parse_venue_list(venues, single || names_meeting_first(venues));
    const auto outside = years_of(find_dates(body));
    for (ServiceVenue& venue : list) {
      // A date that stands before the role belongs to the whole line.
      if (venue.years.empty() && list.size() == 1) venue.years = outside;
      add(std::move(venue), role, entry);
    }
  }

  /// "European Congress of X, Gothenburg, 2013": one meeting and its place, not a list.
  static bool names_meeting_first(std::string_view venues) {
    static const Lexicon kMeeting{{1,
                                   "conference|congress|workshop|symposium|meeting|seminar|colloquium|school|tagung|"
                                   "jahrestagung|congreso|colloque|convegno"}};
    if (venues.find(';') != std::string_view::npos) return false;
    const std::string_view first = venues.substr(0, std::min(venues.find(','), venues.size()));
    return split_words(first).size() >= 4 && kMeeting.contains(first);
  }

  void add(ServiceVenue venue, const std::string& role, const Entry& entry) {
    if (venue.years.empty()) venue.years = label_years_;
    if (!begins_like_name(venue.name) || is_role(venue.name) || venue.name.size() < 2 ||
        venue.name.size() > kLongestVenue || says_contact(venue.name))
      return;
    const SourceSpan span = span_of(text_, entry.begin, entry.end);
    for (ServiceRecord& other : cv_.service) {
      if (other.role != role || squash(other.venue) != squash(venue.name)) continue;
      other.years.insert(other.years.end(), venue.years.begin(), venue.years.end());
      std::sort(other.years.begin(), other.years.end());
      other.years.erase(std::unique(other.years.begin(), other.years.end()), other.years.end());
      return;
    }
    cv_.service.push_back({role, std::move(venue.name), std::move(venue.years), span});
  }

  static bool is_role(std::string_view name) {
    const auto role = find_service_role(name);
    return role && role->begin == 0 && role->end == name.size();
  }

  /// Venues begin with a capital, a digit or like "eLife" and "npj"; fragments of sentences do not.
  static bool begins_like_name(std::string_view name) {
    std::size_t pos = 0;
    if (!is_lower(next_code_point(name, pos))) return true;
    const std::string_view word = name.substr(0, std::min(name.find(' '), name.size()));
    return word == "npj" || std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  static bool says_contact(std::string_view name) {
    return name.find('@') != std::string_view::npos || name.find("http") != std::string_view::npos ||
           starts_with_ignore_case(name, "last updated") || starts_with_ignore_case(name, "updated");
  }

  /// "Reviewer for A, B" outside sections of service.
  void read_other_line(std::string_view line, const Entry& entry) {
    switch (map_.kind_at(entry.begin)) {
      case SectionKind::kPapers:
      case SectionKind::kEducation:
      case SectionKind::kGrants:
      case SectionKind::kAwards:
      case SectionKind::kReferences:
      case SectionKind::kAdvising:
      case SectionKind::kSkills:
        return;
      default:
        break;
    }
    const std::string_view body = line.substr(behind_leading_date(line));
    if (body.size() < 10 || !contains_any(ascii_lower(body.substr(0, 60)),
                                          {"review", "referee", "editor", "committee", "relect", "審査", "审稿"}))
      return;
    const auto role = find_service_role(body);
    if (!role || !role->leads || !role->outside) return;
    if (is_label(body, role) || says_award(body)) return;
    const std::string_view rest = trim(body.substr(role->end));
    if (!(rest.starts_with("for ") || rest.starts_with(":") || rest.starts_with("of ") || rest.starts_with(",") ||
          rest.starts_with("at ")))
      return;
    add_list(behind_role(body, *role), role->name, !role->lists, entry, body);
  }

  const CvText& text_;
  SectionMap map_;
  CvRecord& cv_;
  int section_ = -2;
  bool in_service_ = false;
  bool elsewhere_ = false;  ///< below a label of talks, awards …
  std::string label_;
  bool label_lists_ = false;
  std::vector<int> label_years_;  ///< of a year that stands above the lines
  std::string heading_role_;
  bool heading_lists_ = false;
};

}  // namespace

void find_service(const CvText& text, CvRecord& cv) { ServiceFinder(text, cv).run(); }

}  // namespace scholargraph
