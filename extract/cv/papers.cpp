// SPDX-License-Identifier: Apache-2.0
// The publication lists of a CV. Every list (a section of publications with the sections below it) is parsed as a
// whole, because its entries are written alike; citations that stand elsewhere must look like citations by themselves.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "extract/cv/citation.h"
#include "extract/cv/citation_atoms.h"
#include "extract/cv/citation_lexicon.h"
#include "extract/cv/dates.h"
#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"
#include "extract/cv/names.h"
#include "extract/cv/papers_entries.h"
#include "extract/cv/papers_text.h"

namespace scholargraph {

namespace {

const Section& section_at(const CvText& text, int i) { return text.sections[static_cast<std::size_t>(i)]; }

/// The year that a heading consists of.
std::optional<int> heading_year(const CvText& text, int section) {
  for (int s = section; s >= 0; s = section_at(text, s).parent) {
    const auto date = parse_whole_date(section_at(text, s).heading);
    if (date && !date->range) return date->period.end;
    if (section_at(text, s).kind == SectionKind::kPapers && !date) break;
  }
  return std::nullopt;
}

/// What a heading says of the works below it: "In preparation", "Preprints", "Submitted".
std::string heading_status(const CvText& text, int section) {
  const std::string& heading = section_at(text, section).heading;
  const std::string folded = fold(heading);
  if (has_status_words(folded) && folded.find("accepted") == std::string::npos) return heading;
  return {};
}

/// "Xu", "An Xu", "A. Xu" in an author list: which one is the owner.
bool is_owner_name(std::string_view name, const CvRecord& cv) {
  if (cv.owner.empty()) return false;
  if (names_compatible(name, cv.owner)) return true;
  for (const auto& variant : cv.owner_variants)
    if (names_compatible(name, variant)) return true;
  return false;
}

/// A lone family name is the owner's when nobody else in the list fits better.
void mark_owner(std::vector<PersonName>& authors, const CvRecord& cv) {
  for (auto& author : authors)
    if (is_owner_name(author.full, cv)) {
      author.is_owner = true;
      return;
    }
  const std::string family = squash(split_name(cv.owner).family);
  if (family.empty()) return;
  for (auto& author : authors)
    if (split_words(author.full).size() == 1 && squash(author.full) == family) {
      author.is_owner = true;
      return;
    }
}

PaperRecord to_record(const Citation& citation, const CvRecord& cv) {
  PaperRecord record;
  record.title = citation.title;
  for (const auto& name : citation.authors) {
    PersonName person;
    person.full = name;
    record.authors.push_back(std::move(person));
  }
  mark_owner(record.authors, cv);
  record.venue = citation.venue;
  record.status = citation.status;
  record.year = citation.year;
  if (!citation.doi.empty()) record.ids.push_back({"doi", citation.doi});
  if (!citation.arxiv.empty()) record.ids.push_back({"arxiv", citation.arxiv});
  return record;
}

/// Remarks between the entries of a list.
bool is_remark(std::string_view title) {
  const std::string folded = fold(title);
  for (const std::string_view phrase : {"equal contribution",
                                        "google scholar",
                                        "full list",
                                        "complete list",
                                        "curriculum vitae",
                                        "contributed equally",
                                        "corresponding author",
                                        "h index",
                                        "click on",
                                        "see my",
                                        "more publications",
                                        "publication list",
                                        "alphabetical order",
                                        "all publications",
                                        "list of publications",
                                        "impact factor",
                                        "indicates",
                                        "denotes",
                                        "led this work",
                                        "led the work",
                                        "senior author",
                                        "first author",
                                        "total citations",
                                        "number of citations",
                                        "peer reviewed journal articles"})
    if (folded.find(phrase) != std::string::npos) return true;
  return false;
}

/// Work for a publication that is none: "Guest editor for …", "Reviewer of …".
bool is_service(std::string_view title) {
  const std::string folded = fold(title);
  for (const std::string_view start : {"guest editor ", "associate editor ", "editor of ", "editor for ", "reviewer ",
                                       "keynote speaker ", "program committee ", "organizer of ", "member of the "})
    if (folded.starts_with(start)) return true;
  return false;
}

/// What a book or paper won, printed below it: "Winner, Award of the Pond Society".
bool is_prize(std::string_view title) {
  for (const std::string_view start : {"winner, ", "winner of the ", "winner: ", "finalist, ", "finalist for the ",
                                       "recipient of the ", "honorable mention, ", "shortlisted for "})
    if (starts_with_ignore_case(title, start)) return true;
  return false;
}

/// "ponds.com", "Pond Science Blog": what stands there was never in print.
bool is_web_site(std::string_view venue) {
  if (fold(venue).ends_with(" blog")) return true;
  if (venue.find(' ') != std::string_view::npos) return false;
  for (const std::string_view end : {".com", ".org", ".net", ".io"})
    if (venue.ends_with(end)) return true;
  return false;
}

/// Where a title was given as a talk: "Panelist for workshop on “X”".
bool is_performance(std::string_view venue) {
  const std::string folded = fold(venue);
  for (const std::string_view start : {"panelist ", "panellist ", "organizer ", "organiser ", "moderator ", "discussant ",
                                       "facilitator "})
    if (folded.starts_with(start)) return true;
  return false;
}

/// The entry prints more than a title.
bool has_context(const Citation& citation) {
  return !citation.authors.empty() || !citation.venue.empty() || citation.year || !citation.status.empty() ||
         citation.quoted_title || !citation.arxiv.empty() || !citation.doi.empty();
}

/// Not every entry of a list is a work: links to profiles, remarks, counts of citations. `bare`: the list prints
/// nothing but titles.
bool is_work(const Citation& citation, bool bare) {
  if (citation.title.empty() || squash(citation.title).size() < 4 || is_remark(citation.title) ||
      is_service(citation.title) || is_prize(citation.title) || is_web_site(citation.venue) ||
      is_performance(citation.venue))
    return false;
  std::size_t pos = 0;
  const bool cjk = is_cjk(next_code_point(citation.title, pos));
  const auto words = split_words(citation.title).size();
  if (words < 2 && !cjk)
    return citation.year ? !citation.authors.empty() || citation.quoted_title
                         : !citation.authors.empty() && citation.quoted_title;
  return has_context(citation) || (bare && words >= 4);
}

bool names_publisher(std::string_view venue) {
  const std::string folded = fold(venue);
  const auto words = split_words(folded);
  return std::any_of(words.begin(), words.end(), is_publisher_word);
}

/// Nothing but a title and words that may be a venue: prose, when the other entries print more.
bool is_weak(const Citation& citation) {
  return citation.authors.empty() && !citation.year && citation.status.empty() && !citation.quoted_title &&
         citation.arxiv.empty() && citation.doi.empty() && !names_publisher(citation.venue);
}

/// "Jan 2014 – Mar 2015  Intern at …": what took a stretch of time is no work, unless people wrote it.
bool leads_with_stretch(std::string_view entry) {
  constexpr std::size_t kLead = 40;
  const auto dates = find_dates(entry.substr(0, std::min(entry.size(), kLead)));
  return !dates.empty() && dates[0].begin == 0 && dates[0].range;
}

bool has_owner(const Citation& citation, const CvRecord& cv) {
  return std::any_of(citation.authors.begin(), citation.authors.end(),
                     [&](const std::string& name) { return is_owner_name(name, cv); });
}

bool prints_little(const std::vector<Citation>& citations) {
  const auto weak = std::count_if(citations.begin(), citations.end(), is_weak);
  constexpr std::ptrdiff_t kEnough = 4;  // full citations: what is less among them is a remark
  const auto all = static_cast<std::ptrdiff_t>(citations.size());
  return all >= 3 && weak * 2 > all && (all - weak < kEnough || (all - weak) * 5 < all);
}

bool prints_only_titles(const std::vector<Citation>& citations) {
  const auto bare =
      std::count_if(citations.begin(), citations.end(), [](const Citation& c) { return !has_context(c); });
  return bare * 2 > static_cast<std::ptrdiff_t>(citations.size());
}

/// "Congresos": what was presented there, or only where the owner went.
bool lists_meetings(const CvText& text, int section) {
  const std::string heading = fold(section_at(text, section).heading);
  for (const std::string_view word : {"congresos", "congressos", "congres", "congressi", "kongresse"})
    if (heading == word) return true;
  return false;
}

bool prints_own_works(const std::vector<Citation>& citations, const CvRecord& cv) {
  const auto own = std::count_if(citations.begin(), citations.end(),
                                 [&](const Citation& c) { return c.quoted_title || has_owner(c, cv); });
  return own * 2 >= static_cast<std::ptrdiff_t>(citations.size());
}

void add_list(const CvText& text, const std::vector<PaperEntry>& entries, CvRecord& cv) {
  std::vector<CitationText> texts;
  texts.reserve(entries.size());
  for (const auto& entry : entries) texts.push_back(entry.text);
  const auto citations = parse_citation_list(texts, cv.owner);
  if (lists_meetings(text, entries.front().section) && !prints_own_works(citations, cv)) return;
  const bool bare = prints_only_titles(citations);
  const bool little = bare || prints_little(citations);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool below_state = !heading_status(text, entries[i].section).empty();
    if (!is_work(citations[i], bare || below_state)) continue;
    if (leads_with_stretch(texts[i].text) && !citations[i].quoted_title && !has_owner(citations[i], cv)) continue;
    if (is_weak(citations[i]) && !little && !below_state && !heading_year(text, entries[i].section)) continue;
    PaperRecord record = to_record(citations[i], cv);
    if (!record.year) record.year = heading_year(text, entries[i].section);
    if (record.status.empty() && record.venue.empty()) record.status = heading_status(text, entries[i].section);
    record.span = span_of(text, entries[i].begin, entries[i].end);
    cv.papers.push_back(std::move(record));
  }
}

/// Outside of publication lists an entry must show people, a title and where or when it appeared.
bool is_sure(const Citation& citation) {
  const auto full_name = [](const std::string& name) {
    return name.find(' ') != std::string::npos && name_score(name) >= 0.6 &&
           !institution_words().find(lex_words(name)).has_value();
  };
  const auto people = std::count_if(citation.authors.begin(), citation.authors.end(), full_name);
  return people >= 2 && people == static_cast<std::ptrdiff_t>(citation.authors.size()) &&
         split_words(citation.title).size() >= 4 && !citation.venue.empty() && citation.confidence >= 0.6;
}

void add_sure(const CvText& text, const PaperEntry& entry, CvRecord& cv) {
  const Citation citation = parse_citation_list({entry.text}, cv.owner)[0];
  if (!is_sure(citation) || leads_with_stretch(entry.text.text)) return;
  PaperRecord record = to_record(citation, cv);
  record.span = span_of(text, entry.begin, entry.end);
  cv.papers.push_back(std::move(record));
}

}  // namespace

void find_papers(const CvText& text, CvRecord& cv) {
  for (const auto& list : paper_lists(text, cv.owner)) add_list(text, list, cv);
  if (const auto numbered = numbered_citations(text); !numbered.empty()) add_list(text, numbered, cv);
  if (!reads_like_manual_or_course(text)) {  // where lists of works are for reading
    for (const auto& entry : possible_citations(text)) add_sure(text, entry, cv);
  }
  std::stable_sort(cv.papers.begin(), cv.papers.end(), [](const PaperRecord& a, const PaperRecord& b) {
    return std::pair(a.span.page, a.span.first_line) < std::pair(b.span.page, b.span.first_line);
  });
}

}  // namespace scholargraph
