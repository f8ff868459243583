// SPDX-License-Identifier: Apache-2.0
// JATS articles, one a file. Affiliations stand inside a contributor, or apart with an id that the contributor refers to.
// Source: NISO JATS 1.3, Journal Archiving and Interchange tag set.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/source/jats_institutions.h"
#include "extract/source/tagged_lines.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kArticle, kArticleId, kTitle, kJournal, kPubDateYear, kContrib, kSurname, kGiven, kSuffix, kStringName, kCollab, kContribId,
  kUri, kXref, kOwnAff, kAff, kAlternatives, kReferenceId,
};

#define META "article/front/article-meta/"
#define CONTRIB META "contrib-group/contrib/"
constexpr XmlPath kPaths[] = {
    {"article", kArticle},
    {"article/front/journal-meta/journal-title-group/journal-title", kJournal},
    {"article/front/journal-meta/journal-title", kJournal},
    {META "article-id", kArticleId},
    {META "title-group/article-title", kTitle},
    {META "pub-date/year", kPubDateYear},
    {META "contrib-group/contrib", kContrib},
    {CONTRIB "name/surname", kSurname},
    {CONTRIB "name/given-names", kGiven},
    {CONTRIB "name/suffix", kSuffix},
    {CONTRIB "name-alternatives/name/surname", kSurname},
    {CONTRIB "name-alternatives/name/given-names", kGiven},
    {CONTRIB "name-alternatives/string-name", kStringName},
    {CONTRIB "string-name", kStringName},
    {CONTRIB "collab", kCollab},
    {CONTRIB "collab-alternatives/collab", kCollab},
    {CONTRIB "contrib-id", kContribId},
    {CONTRIB "uri", kUri},
    {CONTRIB "xref", kXref},
    {CONTRIB "aff", kOwnAff},
    {CONTRIB "aff-alternatives", kAlternatives},
    {CONTRIB "aff-alternatives/aff", kOwnAff},
    {META "contrib-group/aff", kAff},
    {META "contrib-group/aff-alternatives", kAlternatives},
    {META "contrib-group/aff-alternatives/aff", kAff},
    {META "aff", kAff},
    {META "aff-alternatives", kAlternatives},
    {META "aff-alternatives/aff", kAff},
    {"article/back/ref-list/ref/element-citation/pub-id", kReferenceId},
    {"article/back/ref-list/ref/mixed-citation/pub-id", kReferenceId},
    {"article/back/ref-list/ref/citation/pub-id", kReferenceId},
};
#undef CONTRIB
#undef META
constexpr std::string_view kRecords[] = {"article"};

struct Contributor {
  std::string given, family, full, orcid;
  std::vector<std::string> affiliation_ids, affiliations;
  bool editor = false;
  bool counts = true;
};

/// Without the label that leads it: "1 Institute" -> "Institute".
std::string without_label(std::string_view text) {
  std::string clean = collapse_spaces(text);
  const std::size_t begin = clean.find_first_not_of("0123456789*†‡ ,.");
  return begin == std::string::npos || begin > 4 ? clean : clean.substr(begin);
}

/// Does `text` hold `part` between commas or full stops?
bool holds_part(std::string_view text, std::string_view part) {
  constexpr std::string_view kBounds = ",;:.";
  while (!part.empty() && kBounds.find(part.back()) != std::string_view::npos) part.remove_suffix(1);
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    const std::string_view before = trim(text.substr(0, at)), after = text.substr(at + part.size());
    const bool begins = before.empty() || kBounds.find(before.back()) != std::string_view::npos;
    if (begins && (after.empty() || kBounds.find(after.front()) != std::string_view::npos)) return true;
  }
  return false;
}

/// The parts of an affiliation with commas between them where it has nothing there. A part that stands there already is
/// left out: some publishers print an affiliation as a whole and then by its parts.
std::string joined_parts(std::string_view text) {
  std::string joined;
  for (const std::string_view part : split(text, kXmlPart)) {
    const std::string clean = collapse_spaces(part);
    if (clean.empty() || holds_part(joined, clean)) continue;
    const bool apart = joined.empty() || std::string_view(",;:(-/").find(joined.back()) != std::string_view::npos ||
                       std::string_view(",;:.)-/").find(clean.front()) != std::string_view::npos;
    if (!apart) joined += ',';
    if (!joined.empty() && joined.back() != '(' && clean.front() != ',') joined += ' ';
    joined += clean;
  }
  return without_label(joined);
}

class JatsHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    switch (field) {
      case kArticle:
        builder_.reset();
        builder_.paper.line = element.line();
        builder_.paper.type = builder_.keep_collapsed(element["article-type"]);
        people_.clear();
        affiliations_.clear();
        open_ = true;
        break;
      case kContrib: {
        const std::string_view type = element["contrib-type"];
        people_.emplace_back();
        people_.back().editor = type == "editor";
        people_.back().counts = type.empty() || type == "author" || type == "editor" || type == "collab";
        break;
      }
      case kXref:
        if (element["ref-type"] == "aff") add_references(element["rid"]);
        break;
      case kAlternatives:
        alternatives_id_ = element["id"];
        alternatives_ = true;
        break;
      case kAff: id_ = element["id"]; break;
      case kContribId: scheme_ = element["contrib-id-type"]; break;
      case kArticleId: scheme_ = element["pub-id-type"]; break;
      case kReferenceId: scheme_ = element["pub-id-type"]; break;
      default: break;
    }
  }

  void end(int field, std::string_view text) override {
    const bool address = field == kAff || field == kOwnAff;
    if (address || text.find(kXmlPart) == std::string_view::npos) return end_field(field, text);
    end_field(field, replace_all(std::string(text), {&kXmlPart, 1}, " "));
  }

  bool abandon() override {
    const bool open = open_;
    open_ = false;
    return open;
  }

 private:
  void add_references(std::string_view rid) {
    for (const std::string_view id : split_words(rid)) people_.back().affiliation_ids.emplace_back(id);
  }
  std::string_view keep(std::string_view text) { return text.empty() ? text : builder_.keep_collapsed(text); }
  void add_article_id(std::string_view text) {
    const std::string_view value = keep(bare_id(text));
    if (scheme_ == "doi") builder_.add_id("doi", value);
    if (scheme_ == "pmid") builder_.add_id("pmid", value);
    if (scheme_ == "pmc" || scheme_ == "pmcid") builder_.add_id("pmcid", value);
    if (builder_.paper.key.empty() || scheme_ == "doi") builder_.paper.key = value;
  }
  void add_affiliation(std::string text) {
    if (!alternatives_id_.empty()) affiliations_.try_emplace(alternatives_id_, text);
    affiliations_.try_emplace(id_, std::move(text));
  }
  /// An affiliation that nobody refers to is everybody's when there is no other.
  void share_single_affiliation() {
    const bool placed = std::any_of(people_.begin(), people_.end(), [](const Contributor& person) {
      return !person.affiliations.empty() || !person.affiliation_ids.empty();
    });
    if (placed || affiliations_.size() != 1) return;
    const std::string_view only = affiliations_.begin()->second;
    builder_.share_affiliations({&only, 1});
  }
  void end_field(int field, std::string_view text);
  void finish();

  std::vector<Contributor> people_;
  std::map<std::string, std::string> affiliations_;
  std::string id_, alternatives_id_, scheme_;
  bool alternatives_ = false;
  bool open_ = false;
};

void JatsHandler::end_field(int field, std::string_view text) {
  switch (field) {
    case kArticle: finish(); break;
    case kArticleId: add_article_id(text); break;
    case kTitle: builder_.paper.title = keep(text); break;
    case kJournal: builder_.paper.venue = keep(text); break;
    case kPubDateYear:
      if (const int year = year_of_date(text); year != 0 && (builder_.paper.year == 0 || year < builder_.paper.year))
        builder_.paper.year = year;
      break;
    case kSurname:
      if (people_.back().family.empty()) people_.back().family = collapse_spaces(text);
      break;
    case kGiven:
      if (people_.back().given.empty()) people_.back().given = collapse_spaces(text);
      break;
    case kSuffix: people_.back().family += " " + collapse_spaces(text); break;
    case kStringName:
    case kCollab:
      if (people_.back().full.empty()) people_.back().full = collapse_spaces(text);
      break;
    case kContribId:
      if (equals_ignore_case(scheme_, "orcid")) people_.back().orcid = bare_id(text);
      break;
    case kUri:  // before contrib-id was there
      if (people_.back().orcid.empty() && text.find("orcid.org/") != std::string_view::npos)
        people_.back().orcid = bare_id(text);
      break;
    case kOwnAff:
      // Of alternatives, which are translations, the first counts.
      if (!alternatives_ || people_.back().affiliations.empty())
        people_.back().affiliations.push_back(joined_parts(text));
      break;
    case kAff: add_affiliation(joined_parts(text)); break;
    case kAlternatives:
      alternatives_id_.clear();
      alternatives_ = false;
      break;
    case kReferenceId:
      if (scheme_ == "doi" || scheme_ == "pmid")
        builder_.add_reference(scheme_ == "doi" ? "doi" : "pmid", keep(bare_id(text)));
      break;
    default: break;
  }
}

void JatsHandler::finish() {
  if (!open_) return;
  open_ = false;
  for (const Contributor& person : people_) {
    if (!person.counts) continue;
    if (person.editor)
      builder_.begin_editor();
    else
      builder_.begin_author();
    builder_.person().given = person.given;
    builder_.person().family = person.family;
    builder_.person().full = person.full;
    builder_.add_person_id("orcid", person.orcid);
    for (const std::string& affiliation : person.affiliations) builder_.add_affiliation(affiliation);
    for (const std::string& id : person.affiliation_ids)
      if (const auto found = affiliations_.find(id); found != affiliations_.end())
        builder_.add_affiliation(found->second);
    builder_.drop_nameless();
  }
  share_single_affiliation();
  if (builder_.paper.key.empty()) builder_.paper.key = builder_.keep("line " + std::to_string(builder_.paper.line));
  builder_.emit_paper(sink_);
}

double sniff(std::string_view head) {
  const bool harvested = xml_root_is(head, "OAI-PMH") && head.find("<article") != std::string_view::npos;
  const bool article = xml_root_is(head, "article") || xml_root_is(head, "pmc-articleset") || harvested;
  return article && head.find("article-meta") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const XmlPaths paths(kPaths, kRecords, true);
  JatsHandler handler(sink);
  walk_xml_records(block, context, paths, handler, sink, diagnostics);
  add_jats_institutions(block, context, sink);
}

}  // namespace

extern const SourceFormat kJatsSource;
const SourceFormat kJatsSource{"jats", "JATS articles (PubMed Central, publishers)", {".xml", ".nxml", ".jats"}, sniff,
                               nullptr, parse};

}  // namespace scholargraph
