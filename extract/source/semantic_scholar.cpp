// SPDX-License-Identifier: Apache-2.0
// Semantic Scholar: papers and authors of the Graph API (paperId, authorId) and of the S2AG data sets (corpusid, authorid),
// JSON lines or the "data" of an answer. Source: the Semantic Scholar Academic Graph API documentation.
#include "extract/source/json_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kRecord, kPaperId, kCorpusNumber, kTitle, kVenue, kJournal, kYear, kDoi, kArxiv, kPmid, kPmcid, kAcl, kDblp, kAuthor,
  kAuthorId, kAuthorName, kAuthorOrcid, kAffiliation, kReference, kName, kOwnAuthorId, kOwnAffiliation, kOwnOrcid, kAlias,
};

constexpr JsonPath kPaths[] = {
    {"", kRecord},
    {"paperId", kPaperId},
    {"corpusid", kCorpusNumber},
    {"title", kTitle},
    {"venue", kVenue},
    {"journal.name", kJournal},
    {"year", kYear},
    {"externalIds.DOI", kDoi},
    {"externalIds.ArXiv", kArxiv},
    {"externalIds.PubMed", kPmid},
    {"externalIds.PubMedCentral", kPmcid},
    {"externalIds.ACL", kAcl},
    {"externalIds.DBLP", kDblp},
    {"externalids.DOI", kDoi},
    {"externalids.ArXiv", kArxiv},
    {"externalids.PubMed", kPmid},
    {"externalids.PubMedCentral", kPmcid},
    {"externalids.ACL", kAcl},
    {"externalids.DBLP", kDblp},
    {"authors[]", kAuthor},
    {"authors[].authorId", kAuthorId},
    {"authors[].name", kAuthorName},
    {"authors[].affiliations[]", kAffiliation},
    {"authors[].externalIds.ORCID", kAuthorOrcid},
    {"references[].paperId", kReference},
    {"name", kName},
    {"authorId", kOwnAuthorId},
    {"authorid", kOwnAuthorId},
    {"affiliations[]", kOwnAffiliation},
    {"externalIds.ORCID", kOwnOrcid},
    {"externalids.ORCID", kOwnOrcid},
    {"aliases[]", kAlias},
};
constexpr std::string_view kWrappers[] = {"data[]", "citingPaper", "citedPaper", "recommendedPapers[]"};

class SemanticScholarHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) {
      open_record();
      author_key_ = name_ = orcid_ = {};
      affiliations_.clear();
    }
    if (field == kAuthor) builder_.begin_author();
  }

  void end(int field) {
    if (field == kAuthor) builder_.drop_nameless();
    if (field == kRecord && close_record()) finish_record();
  }

  void number(int field, std::int64_t value) {
    if (field == kYear && value > 0 && value < 3000) builder_.paper.year = static_cast<int>(value);
    if (field == kCorpusNumber && builder_.paper.key.empty())
      builder_.paper.key = builder_.keep("CorpusID:" + std::to_string(value));
  }

  void text(int field, std::string_view value);

 private:
  void finish_record();

  std::string_view author_key_, name_, orcid_;
  std::vector<std::string_view> affiliations_;
};

void SemanticScholarHandler::text(int field, std::string_view value) {
  switch (field) {
    case kPaperId: builder_.paper.key = value; break;
    case kTitle: builder_.paper.title = value; break;
    case kVenue:
      if (!value.empty()) builder_.paper.venue = value;
      break;
    case kJournal:
      if (builder_.paper.venue.empty()) builder_.paper.venue = value;
      break;
    case kDoi: builder_.add_id("doi", bare_id(value)); break;
    case kArxiv: builder_.add_id("arxiv", bare_id(value)); break;
    case kPmid: builder_.add_id("pmid", value); break;
    case kPmcid: builder_.add_id("pmcid", value); break;
    case kAcl: builder_.add_id("acl", value); break;
    case kDblp: builder_.add_id("dblp", value); break;
    case kAuthorId: builder_.add_person_id("s2", value); break;
    case kAuthorName: builder_.person().full = value; break;
    case kAuthorOrcid: builder_.add_person_id("orcid", bare_id(value)); break;
    case kAffiliation: builder_.add_affiliation(value); break;
    case kReference: builder_.add_reference("s2", value); break;
    case kName: name_ = value; break;
    case kOwnAuthorId: author_key_ = value; break;
    case kOwnAffiliation: affiliations_.push_back(value); break;
    case kOwnOrcid: orcid_ = bare_id(value); break;
    case kAlias: builder_.add_alias(value); break;
    default: break;
  }
}

void SemanticScholarHandler::finish_record() {
  if (!builder_.paper.key.empty()) {
    builder_.add_id("s2", builder_.paper.key);
    builder_.emit_paper(sink_);
  } else if (!author_key_.empty() && !name_.empty()) {
    builder_.paper.key = author_key_;
    builder_.begin_author();
    builder_.person().full = name_;
    builder_.add_person_id("s2", author_key_);
    builder_.add_person_id("orcid", orcid_);
    for (const std::string_view affiliation : affiliations_) builder_.add_affiliation(affiliation);
    builder_.emit_person(sink_);
  } else {
    skip_without("a paper or author id");
  }
}

double sniff(std::string_view head) {
  if (!begins_as_json(head)) return 0;
  for (const std::string_view key : {"\"paperId\"", "\"corpusid\"", "\"authorId\"", "\"authorid\""})
    if (head.substr(0, 4096).find(key) != std::string_view::npos) return 0.9;
  return 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const JsonPaths paths(kPaths, kWrappers);
  SemanticScholarHandler handler(sink);
  walk_json_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kSemanticScholarSource;
const SourceFormat kSemanticScholarSource{"semantic-scholar", "Semantic Scholar papers and authors (Graph API, S2AG)",
                                          {".jsonl", ".json"}, sniff, cut_before_json_record, parse};

}  // namespace scholargraph
