// SPDX-License-Identifier: Apache-2.0
// Crossref metadata XML: deposits (doi_batch), UNIXSD query results and OAI records. The works of a journal, a book or a
// conference stand beside the element that names their venue. Source: Crossref's deposit schema 4.x and 5.x.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/source/tagged_lines.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

constexpr std::string_view kRecords[] = {
    "journal_article", "conference_paper",      "content_item",         "book_metadata",    "book_series_metadata",
    "book_set_metadata", "dissertation",        "posted_content",       "report-paper_metadata", "standard_metadata",
    "proceedings_metadata", "proceedings_series_metadata",
};
/// Behind these comes what appeared in them.
constexpr std::string_view kVolumes[] = {"book_metadata", "book_series_metadata", "book_set_metadata",
                                         "proceedings_metadata", "proceedings_series_metadata"};

/// These appear in what stands before them; the others by themselves.
constexpr std::string_view kContained[] = {"journal_article", "conference_paper", "content_item"};

enum Field : int {
  kTitle, kYear, kPerson, kGiven, kSurname, kSuffix, kOrcid, kAffiliation, kOrganization, kDoi, kCitedDoi, kProceedings,
  kJournal, kPlace, kPlaceId, kPlaceName, kPublisher, kFirstRecord = 100,
};
constexpr std::pair<std::string_view, int> kChildren[] = {
    {"titles/title", kTitle},
    {"proceedings_title", kProceedings},
    {"publication_date/year", kYear},
    {"approval_date/year", kYear},
    {"posted_date/year", kYear},
    {"contributors/person_name", kPerson},
    {"contributors/person_name/given_name", kGiven},
    {"contributors/person_name/surname", kSurname},
    {"contributors/person_name/suffix", kSuffix},
    {"contributors/person_name/ORCID", kOrcid},
    {"contributors/person_name/affiliation", kAffiliation},
    {"contributors/person_name/affiliations/institution", kPlace},
    {"contributors/person_name/affiliations/institution/institution_id", kPlaceId},
    {"contributors/person_name/affiliations/institution/institution_name", kPlaceName},
    {"contributors/organization", kOrganization},
    {"person_name", kPerson},  // a dissertation's author
    {"person_name/given_name", kGiven},
    {"person_name/surname", kSurname},
    {"person_name/ORCID", kOrcid},
    {"institution/institution_name", kPublisher},
    {"doi_data/doi", kDoi},
    {"citation_list/citation/doi", kCitedDoi},
};

const XmlPaths& crossref_paths() {
  static const XmlPaths paths = [] {
    std::vector<std::string> texts;
    std::vector<XmlPath> list{{"journal_metadata/full_title", kJournal}};
    texts.reserve(std::size(kRecords) * std::size(kChildren));
    for (std::size_t i = 0; i < std::size(kRecords); ++i) {
      list.push_back({kRecords[i], kFirstRecord + static_cast<int>(i)});
      for (const auto& [name, field] : kChildren) {
        texts.push_back(std::string(kRecords[i]) + "/" + std::string(name));
        list.push_back({texts.back(), field});
      }
    }
    return XmlPaths(list, kRecords);
  }();
  return paths;
}

class CrossrefXmlHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    if (field >= kFirstRecord) {
      builder_.reset();
      builder_.paper.line = element.line();
      builder_.paper.type = kRecords[field - kFirstRecord];
      publisher_ = {};
      institutions_.clear();
      open_ = true;
    } else if (field == kPlace) {
      place_ = place_id_ = {};
    } else if (field == kPlaceId) {
      is_ror_ = element["type"] == "ror";
    } else if (field == kPerson || field == kOrganization) {
      begin_contributor(element["contributor_role"]);
    }
  }

  void end(int field, std::string_view text) override {
    if (field >= kFirstRecord) {
      finish();
      return;
    }
    switch (field) {
      case kJournal:
        venue_ = collapse_spaces(text);
        volume_year_ = 0;
        break;
      case kTitle:
      case kProceedings:
        if (builder_.paper.title.empty()) builder_.paper.title = keep(text);
        break;
      case kYear: set_year(text); break;
      case kPublisher: publisher_ = keep(text); break;
      case kDoi: builder_.paper.key = keep(bare_id(text)); break;
      case kCitedDoi: builder_.add_reference("doi", keep(bare_id(text))); break;
      default:
        if (contributor_) end_contributor_field(field, text);
    }
  }

  bool abandon() override {
    const bool open = open_;
    open_ = contributor_ = false;
    return open;
  }

 private:
  std::string_view keep(std::string_view text) { return text.empty() ? text : builder_.keep_collapsed(text); }

  /// Chairs, translators and reviewers are neither authors nor editors.
  void begin_contributor(std::string_view role) {
    contributor_ = role.empty() || role == "author" || role == "editor";
    if (!contributor_) return;
    if (role == "editor")
      builder_.begin_editor();
    else
      builder_.begin_author();
  }

  void end_contributor_field(int field, std::string_view text) {
    PersonView& person = builder_.person();
    switch (field) {
      case kGiven: person.given = keep(text); break;
      case kSurname: person.family = keep(text); break;
      case kSuffix: person.family = builder_.keep(std::string(person.family) + " " + collapse_spaces(text)); break;
      case kOrcid: builder_.add_person_id("orcid", keep(bare_id(text))); break;
      case kAffiliation: builder_.add_affiliation(keep(text)); break;
      case kPlaceName:
        place_ = keep(text);
        builder_.add_affiliation(place_);
        break;
      case kPlaceId:
        if (is_ror_) place_id_ = keep(bare_id(text));
        break;
      case kPlace: add_named_id(institutions_, place_id_, place_); break;
      case kOrganization: person.full = keep(text); [[fallthrough]];
      case kPerson:
        builder_.drop_nameless();
        contributor_ = false;
        break;
      default: break;
    }
  }

  void set_year(std::string_view text) {
    const int year = year_of_date(text);
    if (year != 0 && (builder_.paper.year == 0 || year < builder_.paper.year)) builder_.paper.year = year;
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    PaperView& paper = builder_.paper;
    const auto is_one_of = [&](const auto& kinds) {
      return std::find(std::begin(kinds), std::end(kinds), paper.type) != std::end(kinds);
    };
    const bool holds_others = is_one_of(kVolumes);
    if (holds_others) {
      venue_ = paper.title;
      volume_year_ = paper.year;
    } else if (is_one_of(kContained)) {
      paper.venue = venue_;
      if (paper.year == 0) paper.year = volume_year_;
    } else {
      paper.venue = publisher_;
    }
    if (paper.key.empty()) {
      sink_.other();
      return;
    }
    paper.volume = holds_others && builder_.authors() == 0;
    if (paper.type == "posted_content") paper.status = "Preprint";
    builder_.add_id("doi", paper.key);
    builder_.emit_paper(sink_);
    emit_ror_institutions(institutions_, paper.line, sink_);
  }

  std::string venue_;
  std::string_view publisher_;  ///< the institution that a thesis, a report or a preprint comes from
  std::string_view place_, place_id_;
  NamedIds institutions_;
  int volume_year_ = 0;
  bool is_ror_ = false;
  bool contributor_ = false;
  bool open_ = false;
};

double sniff(std::string_view head) {
  for (const std::string_view root : {"doi_batch", "crossref_result", "doi_records", "crossref"})
    if (xml_root_is(head, root)) return 0.95;
  const bool wrapped = xml_root_is(head, "OAI-PMH") || xml_root_is(head, "record") || xml_root_is(head, "doi_record");
  return wrapped && head.find("<crossref") != std::string_view::npos ? 0.9 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  CrossrefXmlHandler handler(sink);
  walk_xml_records(block, context, crossref_paths(), handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kCrossrefXmlSource;
const SourceFormat kCrossrefXmlSource{"crossref-xml", "Crossref XML (UNIXSD, deposits, OAI)", {".xml"}, sniff, nullptr,
                                      parse};

}  // namespace scholargraph
