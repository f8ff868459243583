// SPDX-License-Identifier: Apache-2.0
// PubMed XML: baseline and update files, and API answers. Source: NLM, "MEDLINE/PubMed XML Element Descriptions".
#include <cctype>

#include "base/text.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kArticle, kPmid, kTitle, kJournal, kYear, kMedlineDate, kAuthorList, kAuthor, kLast, kFore, kInitials, kSuffix, kCollective,
  kIdentifier, kAffiliation, kArticleId, kReferenceId, kType, kElocation,
};

#define CITATION "PubmedArticle/MedlineCitation/"
constexpr XmlPath kPaths[] = {
    {"PubmedArticle", kArticle},
    {CITATION "PMID", kPmid},
    {CITATION "Article/ArticleTitle", kTitle},
    {CITATION "Article/Journal/Title", kJournal},
    {CITATION "Article/Journal/JournalIssue/PubDate/Year", kYear},
    {CITATION "Article/Journal/JournalIssue/PubDate/MedlineDate", kMedlineDate},
    {CITATION "Article/ELocationID", kElocation},
    {CITATION "Article/AuthorList", kAuthorList},
    {CITATION "Article/AuthorList/Author", kAuthor},
    {CITATION "Article/AuthorList/Author/LastName", kLast},
    {CITATION "Article/AuthorList/Author/ForeName", kFore},
    {CITATION "Article/AuthorList/Author/Initials", kInitials},
    {CITATION "Article/AuthorList/Author/Suffix", kSuffix},
    {CITATION "Article/AuthorList/Author/CollectiveName", kCollective},
    {CITATION "Article/AuthorList/Author/Identifier", kIdentifier},
    {CITATION "Article/AuthorList/Author/AffiliationInfo/Affiliation", kAffiliation},
    {CITATION "Article/AuthorList/Author/Affiliation", kAffiliation},
    {CITATION "Article/PublicationTypeList/PublicationType", kType},
    {"PubmedArticle/PubmedData/ArticleIdList/ArticleId", kArticleId},
    {"PubmedArticle/PubmedData/ReferenceList/Reference/ArticleIdList/ArticleId", kReferenceId},
};
#undef CITATION
constexpr std::string_view kRecords[] = {"PubmedArticle"};

class PubmedHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    switch (field) {
      case kArticle:
        builder_.reset();
        builder_.paper.line = element.line();
        doi_seen_ = {};
        open_ = true;
        break;
      case kAuthorList: editors_ = element["Type"] == "editors"; break;
      case kAuthor:
        if (editors_)
          builder_.begin_editor();
        else
          builder_.begin_author();
        initials_ = suffix_ = {};
        break;
      case kIdentifier: scheme_ = element["Source"] == "ORCID" ? "orcid" : ""; break;
      case kElocation: scheme_ = element["EIdType"] == "doi" ? "doi" : ""; break;
      case kArticleId:
      case kReferenceId: scheme_ = scheme(element["IdType"]); break;
      default: break;
    }
  }

  void end(int field, std::string_view text) override;

  bool abandon() override {
    const bool open = open_;
    open_ = false;
    return open;
  }

 private:
  static std::string_view scheme(std::string_view type) {
    if (type == "doi") return "doi";
    if (type == "pubmed") return "pmid";
    return type == "pmc" ? "pmcid" : "";
  }
  std::string_view keep(std::string_view text) { return text.empty() ? text : builder_.keep_collapsed(text); }
  void set_year(std::string_view text) {
    for (std::size_t i = 0; i + 4 <= text.size() && builder_.paper.year == 0; ++i) {
      const std::string_view digits = text.substr(i, 4);
      if (digits.find_first_not_of("0123456789") == std::string_view::npos)
        builder_.paper.year = std::stoi(std::string(digits));
    }
  }
  void finish_author() {
    PersonView& person = builder_.person();
    if (person.given.empty()) person.given = initials_;
    if (!suffix_.empty() && !person.family.empty())
      person.family = builder_.keep(std::string(person.family) + " " + std::string(suffix_));
    builder_.drop_nameless();
  }
  void finish() {
    if (!open_) return;
    open_ = false;
    if (builder_.paper.key.empty()) {
      skip_without("a PMID");
      return;
    }
    builder_.add_id("pmid", builder_.paper.key);
    if (!doi_seen_.empty()) builder_.add_id("doi", doi_seen_);
    doi_seen_ = {};
    builder_.emit_paper(sink_);
  }

  std::string_view scheme_, initials_, suffix_, doi_seen_;
  bool editors_ = false;
  bool open_ = false;
};

void PubmedHandler::end(int field, std::string_view text) {
  switch (field) {
    case kArticle: finish(); break;
    case kPmid: builder_.paper.key = keep(text); break;
    case kTitle: builder_.paper.title = keep(text); break;
    case kJournal: builder_.paper.venue = keep(text); break;
    case kYear:
    case kMedlineDate: set_year(text); break;
    case kAuthor: finish_author(); break;
    case kLast: builder_.person().family = keep(text); break;
    case kFore: builder_.person().given = keep(text); break;
    case kInitials: initials_ = keep(text); break;
    case kSuffix: suffix_ = keep(text); break;
    case kCollective: builder_.person().full = keep(text); break;
    case kIdentifier:
      if (!scheme_.empty()) builder_.add_person_id(scheme_, keep(bare_id(text)));
      break;
    case kAffiliation: builder_.add_affiliation(keep(text)); break;
    case kElocation:
    case kArticleId:
      if (scheme_ == "doi") doi_seen_ = keep(bare_id(text));
      if (scheme_ == "pmcid") builder_.add_id("pmcid", keep(text));
      break;
    case kReferenceId:
      if (!scheme_.empty()) builder_.add_reference(scheme_, keep(bare_id(text)));
      break;
    case kType:
      if (builder_.paper.type.empty()) builder_.paper.type = keep(text);
      break;
    default: break;
  }
}

double sniff(std::string_view head) {
  const bool root = xml_root_is(head, "PubmedArticleSet") || xml_root_is(head, "PubmedArticle");
  return root ? 0.95 : 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_xml_record(bytes, kRecords); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const XmlPaths paths(kPaths, kRecords);
  PubmedHandler handler(sink);
  walk_xml_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kPubmedSource;
const SourceFormat kPubmedSource{"pubmed", "PubMed XML (baseline files, API answers)", {".xml"}, sniff, cut, parse,
                                 carry_xml_encoding};

}  // namespace scholargraph
