// SPDX-License-Identifier: Apache-2.0
// PubMed XML: baseline and update files, and API answers. Source: NLM, "MEDLINE/PubMed XML Element Descriptions".
#include <cctype>
#include <utility>

#include "base/text.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kArticle, kPmid, kTitle, kJournal, kYear, kMedlineDate, kAuthorList, kAuthor, kLast, kFore, kInitials, kSuffix, kCollective,
  kIdentifier, kAffiliation, kArticleId, kReferenceId, kType, kElocation, kVernacularTitle, kJournalAbbreviation,
  kCorrection, kCorrectionPmid, kBook,
};

#define CITATION "PubmedArticle/MedlineCitation/"
constexpr XmlPath kPaths[] = {
    {"PubmedArticle", kArticle},
    {CITATION "PMID", kPmid},
    {CITATION "Article/ArticleTitle", kTitle},
    {CITATION "Article/VernacularTitle", kVernacularTitle},
    {CITATION "Article/Journal/Title", kJournal},
    {CITATION "Article/Journal/ISOAbbreviation", kJournalAbbreviation},
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
    {CITATION "CommentsCorrectionsList/CommentsCorrections", kCorrection},
    {CITATION "CommentsCorrectionsList/CommentsCorrections/PMID", kCorrectionPmid},
    {"PubmedArticle/PubmedData/ArticleIdList/ArticleId", kArticleId},
    {"PubmedArticle/PubmedData/ReferenceList/Reference/ArticleIdList/ArticleId", kReferenceId},
    {"PubmedArticle/PubmedData/ReferenceList/ReferenceList/Reference/ArticleIdList/ArticleId", kReferenceId},
    {"PubmedBookArticle", kBook},
};
#undef CITATION
constexpr std::string_view kRecords[] = {"PubmedArticle", "PubmedBookArticle"};

class PubmedHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    switch (field) {
      case kArticle:
        builder_.reset();
        builder_.paper.line = element.line();
        doi_seen_ = vernacular_title_ = journal_abbreviation_ = {};
        open_ = true;
        break;
      case kBook:
        builder_.reset();
        open_ = true;
        break;
      case kCorrection: cites_ = element["RefType"] == "Cites"; break;
      case kAuthorList: editors_ = element["Type"] == "editors"; break;
      case kAuthor:
        if (editors_)
          builder_.begin_editor();
        else
          builder_.begin_author();
        initials_ = suffix_ = {};
        valid_ = element["ValidYN"] != "N";
        break;
      case kIdentifier: scheme_ = element["Source"] == "ORCID" ? "orcid" : ""; break;
      case kElocation: scheme_ = element["EIdType"] == "doi" && element["ValidYN"] != "N" ? "doi" : ""; break;
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
    // The misprint that an erratum has put right beside it.
    if (!valid_) person.given = person.family = person.full = initials_ = {};
    if (person.given.empty()) person.given = initials_;
    builder_.add_suffix(suffix_);
    builder_.drop_nameless();
  }
  void finish() {
    if (!open_) return;
    open_ = false;
    if (builder_.paper.key.empty()) {
      skip_without("a PMID");
      return;
    }
    PaperView& paper = builder_.paper;
    if (paper.title.empty() || paper.title.starts_with("[Not Available]"))
      if (!vernacular_title_.empty()) paper.title = vernacular_title_;
    if (paper.venue.empty()) paper.venue = journal_abbreviation_;
    builder_.add_id("pmid", builder_.paper.key);
    if (!doi_seen_.empty()) builder_.add_id("doi", doi_seen_);
    doi_seen_ = {};
    builder_.emit_paper(sink_);
  }

  std::string_view scheme_, initials_, suffix_, doi_seen_, vernacular_title_, journal_abbreviation_;
  bool editors_ = false;
  bool valid_ = true;   ///< the author at hand is no misprint
  bool cites_ = false;  ///< the article at hand in CommentsCorrections is one that this one cites
  bool open_ = false;
};

void PubmedHandler::end(int field, std::string_view text) {
  switch (field) {
    case kArticle: finish(); break;
    case kPmid: builder_.paper.key = keep(text); break;
    case kBook:
      if (std::exchange(open_, false)) sink_.other();
      break;
    case kTitle: builder_.paper.title = keep(text); break;
    case kVernacularTitle: vernacular_title_ = keep(text); break;
    case kJournalAbbreviation: journal_abbreviation_ = keep(text); break;
    case kCorrectionPmid:
      if (cites_) builder_.add_reference("pmid", keep(text));
      break;
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
