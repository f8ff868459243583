// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>

#include "base/text.h"
#include "model/contact.h"
#include "model/corpus_writer.h"
#include "model/identifier.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxQuote = 600;  ///< bytes of evidence text; long sections are cut at a character

bool says_something(const CvRecord& cv) {
  return !cv.owner.empty() || !cv.education.empty() || !cv.employment.empty() || !cv.papers.empty() ||
         !cv.advising.empty() || !cv.hosts.empty() || !cv.service.empty() || !cv.awards.empty() ||
         !cv.projects.empty();
}

std::string quote(const std::vector<PrintedLine>& lines, const SourceSpan& span) {
  const auto before = [](const PrintedLine& line, std::pair<int, int> place) {
    return std::pair(line.page, line.line) < place;
  };
  auto line = std::lower_bound(lines.begin(), lines.end(), std::pair(span.page, span.first_line), before);
  std::string text;
  for (; line != lines.end() && line->page == span.page && line->line <= span.last_line; ++line) {
    if (text.size() > kMaxQuote) break;
    if (!text.empty() && !line->text.empty()) text += '\n';
    text += without_contact(line->text);
  }
  if (text.size() <= kMaxQuote) return text;
  std::size_t end = kMaxQuote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

/// Puts one CV into the corpus.
class CvWriter {
 public:
  CvWriter(Corpus& corpus, const DocumentRecord& record, DocumentId document)
      : corpus_(corpus), record_(record), document_(document), writer_(corpus) {}

  void write() {
    add_owner();
    for (const auto& education : record_.cv.education) add(education);
    for (const auto& employment : record_.cv.employment) add(employment);
    for (const auto& paper : record_.cv.papers) add(paper);
    for (const auto& advising : record_.cv.advising) add(advising);
    for (const auto& host : record_.cv.hosts) add(host);
    for (const auto& service : record_.cv.service) add(service);
    for (const auto& award : record_.cv.awards) add(award);
    for (const auto& project : record_.cv.projects) add(project);
  }

 private:
  EvidenceId evidence(const SourceSpan& span) {
    const std::string text = span.first_line > 0 ? quote(record_.lines, span) : std::string();
    corpus_.evidence.push_back({document_, span, corpus_.strings.intern({}), corpus_.strings.intern(text)});
    const EvidenceId id(corpus_.evidence.size() - 1);
    writer_.set_evidence(id);
    return id;
  }

  MentionId person(std::string_view name) { return writer_.mention(NodeKind::kPerson, name); }

  void add_owner() {
    const CvRecord& cv = record_.cv;
    evidence(cv.owner_span);
    Document& document = corpus_.documents[document_.value];
    document.owner_named = !cv.owner.empty();
    const std::string file = std::filesystem::path(record_.path).filename().string();
    owner_ = person(document.owner_named ? cv.owner : "owner of " + file);
    document.owner = owner_;
    for (const auto& id : cv.owner_ids) writer_.identifier(owner_, id.scheme, id.value);
    for (const auto& variant : cv.owner_variants)
      if (!variant.empty() && variant != cv.owner) corpus_.stated_same.emplace_back(owner_, person(variant));
  }

  static void set_period(Relation& relation, const Period& period) {
    relation.start = short_year(period.start.value_or(0));
    relation.end = short_year(period.end.value_or(0));
    relation.start_month = static_cast<std::uint8_t>(std::clamp(period.start_month, 0, 12));
    relation.end_month = static_cast<std::uint8_t>(std::clamp(period.end_month, 0, 12));
    relation.present = period.present;
  }

  void add(const EducationRecord& record) {
    evidence(record.span);
    const auto place = writer_.place(record.institution, record.unit);
    if (place.institution.valid()) {
      Relation& relation = writer_.relation(EdgeKind::kEducatedAt, owner_, place.institution);
      set_period(relation, record.period);
      relation.role = writer_.text(to_string(record.degree));
      relation.detail = writer_.text(record.field);
      relation.note = writer_.text(record.thesis_title);
      relation.institution = place.unit;
    }
    for (const auto& advisor : record.advisors)
      add_advised(advisor, false, advising_level(record.degree), place.institution, record.period);
  }

  static AdvisingLevel advising_level(DegreeLevel degree) {
    switch (degree) {
      case DegreeLevel::kPhd: return AdvisingLevel::kPhd;
      case DegreeLevel::kMasters: return AdvisingLevel::kMasters;
      case DegreeLevel::kBachelors: return AdvisingLevel::kBachelors;
      case DegreeLevel::kOther: return AdvisingLevel::kUnknown;
    }
    return AdvisingLevel::kUnknown;
  }

  void add(const EmploymentRecord& record) {
    evidence(record.span);
    const auto place = writer_.place(record.institution, record.unit);
    if (place.institution.valid()) {
      Relation& relation = writer_.relation(EdgeKind::kEmployedAt, owner_, place.institution);
      set_period(relation, record.period);
      relation.role = writer_.text(record.role);
      relation.detail = writer_.text(to_string(record.kind));
      relation.institution = place.unit;
    }
    const bool postdoc = to_lower(record.role).find("postdoc") != std::string::npos;
    const AdvisingLevel level = record.kind == EmploymentKind::kInternship ? AdvisingLevel::kInternship
                                : postdoc                                  ? AdvisingLevel::kPostdoc
                                                                           : AdvisingLevel::kUnknown;
    for (const auto& supervisor : record.supervisors)
      if (!is_host(supervisor)) add_advised(supervisor, false, level, place.institution, record.period);
  }

  bool is_host(const std::string& name) const {
    return std::any_of(record_.cv.hosts.begin(), record_.cv.hosts.end(),
                       [&](const HostRecord& host) { return host.person == name; });
  }

  void add_advised(const std::string& name, bool owner_is_advisor, AdvisingLevel level, MentionId institution,
                   const Period& period) {
    if (trim(name).empty()) return;
    const MentionId other = person(name);
    advised_.push_back({fold(name), owner_is_advisor, corpus_.evidence.back().span});
    Relation& relation = owner_is_advisor ? writer_.relation(EdgeKind::kAdvised, owner_, other)
                                          : writer_.relation(EdgeKind::kAdvised, other, owner_);
    set_period(relation, period);
    relation.role = writer_.text(to_string(level));
    relation.institution = institution;
  }

  void add(const AdvisingRecord& record) {
    // The same words may have been read as part of an education or an employment.
    const std::string folded = fold(record.person);
    for (const auto& known : advised_)
      if (known.name == folded && known.owner_is_advisor == record.owner_is_advisor &&
          known.span.page == record.span.page && known.span.first_line <= record.span.last_line &&
          record.span.first_line <= known.span.last_line)
        return;
    evidence(record.span);
    const auto place = writer_.place(record.institution, {});
    add_advised(record.person, record.owner_is_advisor, record.level, place.institution, record.period);
  }

  void add(const HostRecord& record) {
    if (trim(record.person).empty()) return;
    evidence(record.span);
    const auto place = writer_.place(record.institution, {});
    Relation& relation = writer_.relation(EdgeKind::kHosted, person(record.person), owner_);
    relation.start = short_year(record.year.value_or(0));
    relation.institution = place.institution;
  }

  void add(const ServiceRecord& record) {
    if (trim(record.venue).empty()) return;
    evidence(record.span);
    const MentionId venue = writer_.venue(record.venue, 0);
    if (!venue.valid()) return;
    std::vector<int> years = record.years;
    if (years.empty()) years.push_back(printed_year(record.venue));
    for (const int year : years) {
      Relation& relation = writer_.relation(EdgeKind::kServed, owner_, venue);
      relation.start = short_year(year);
      relation.role = writer_.text(record.role);
    }
  }

  void add(const AwardRecord& record) {
    if (trim(record.name).empty()) return;
    evidence(record.span);
    const MentionId award = writer_.mention(NodeKind::kAward, record.name);
    writer_.separate(award, {}, record.organisation);
    std::vector<int> years = record.years;
    if (years.empty()) years.push_back(0);
    for (const int year : years) writer_.relation(EdgeKind::kReceived, owner_, award).start = short_year(year);
  }

  void add(const ProjectRecord& record) {
    if (trim(record.name).empty()) return;
    evidence(record.span);
    Relation& relation =
        writer_.relation(EdgeKind::kWorkedOn, owner_, writer_.mention(NodeKind::kProject, record.name));
    set_period(relation, record.period);
    relation.role = writer_.text(record.role);
  }

  void add(const PaperRecord& record);

  struct Advised {
    std::string name;
    bool owner_is_advisor;
    SourceSpan span;
  };
  Corpus& corpus_;
  const DocumentRecord& record_;
  DocumentId document_;
  CorpusWriter writer_;
  MentionId owner_;
  std::vector<Advised> advised_;
};

/// Views of a list of people; `affiliations` and `ids` hold what the views point into.
struct PeopleViews {
  explicit PeopleViews(const std::vector<PersonName>& people) : affiliations(people.size()), ids(people.size()) {
    for (std::size_t i = 0; i < people.size(); ++i) {
      affiliations[i].assign(people[i].affiliations.begin(), people[i].affiliations.end());
      for (const auto& id : people[i].ids) ids[i].push_back({id.scheme, id.value});
      views.push_back({people[i].full, people[i].given, people[i].family, affiliations[i], ids[i]});
    }
  }
  std::vector<std::vector<std::string_view>> affiliations;
  std::vector<std::vector<IdView>> ids;
  std::vector<PersonView> views;
};

std::vector<IdView> id_views(const std::vector<ExternalId>& ids) {
  std::vector<IdView> views;
  for (const auto& id : ids) views.push_back({id.scheme, id.value});
  return views;
}

void CvWriter::add(const PaperRecord& record) {
  if (trim(record.title).empty()) return;
  const PeopleViews authors(record.authors);
  const PeopleViews editors(record.editors);
  const auto ids = id_views(record.ids);
  const auto references = id_views(record.references);
  PaperView view;
  view.key = record.key;
  view.title = record.title;
  view.venue = record.venue;
  view.type = record.type;
  view.status = record.status;
  view.year = record.year.value_or(0);
  view.authors = authors.views;
  view.editors = editors.views;
  view.ids = ids;
  view.references = references;
  const MentionId work = add_paper(corpus_, view, document_, evidence(record.span));
  for (std::size_t i = 0; i < record.authors.size(); ++i)
    if (record.authors[i].is_owner) corpus_.stated_same.emplace_back(owner_, MentionId(work.value + 1 + i));
}

SourceCounts count_papers(const Corpus& corpus, DocumentId document) {
  SourceCounts counts;
  for (std::size_t i = corpus.documents[document.value].first_mention.value; i < corpus.mentions.size(); ++i) {
    const Mention& mention = corpus.mentions[i];
    if (mention.kind == NodeKind::kPaper) ++counts.papers;
    else if (mention.paper.valid()) ++(mention.position > 0 ? counts.authors : counts.editors);
  }
  return counts;
}

}  // namespace

void add_document(Corpus& corpus, const DocumentRecord& record) {
  const DocumentId document = begin_document(corpus, record.path, record.format, record.hash);
  corpus.documents[document.value].note = record.quality.note;
  corpus.diagnostics.insert(corpus.diagnostics.end(), record.diagnostics.begin(), record.diagnostics.end());
  if (says_something(record.cv)) CvWriter(corpus, record, document).write();
  corpus.documents[document.value].counts = count_papers(corpus, document);
}

}  // namespace scholargraph
