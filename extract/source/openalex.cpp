// SPDX-License-Identifier: Apache-2.0
// OpenAlex: works, authors, institutions, sources and topics, one JSON record a line (snapshot) or in the "results" of an
// API answer, in the schemas of 2022 (host_venue, institutions) to 2025 (primary_location, affiliations).
// Source: the OpenAlex technical documentation, "Work object" and its siblings.
#include "extract/source/json_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kRecord, kId, kDoi, kTitle, kDisplayName, kYear, kType, kPmid, kHostVenue, kSource, kSourceType, kAuthorship, kAuthorId,
  kAuthorName, kAuthorOrcid, kRawName, kRawAffiliation, kRawAffiliations, kInstitutionName, kReference, kOrcid, kRor, kAlias,
  kAcronym, kCountry, kParentId, kParentRelation, kParent, kIssn, kIdsPmcid,
};

constexpr JsonPath kPaths[] = {
    {"", kRecord},
    {"id", kId},
    {"doi", kDoi},
    {"title", kTitle},
    {"display_name", kDisplayName},
    {"publication_year", kYear},
    {"type", kType},
    {"ids.pmid", kPmid},
    {"ids.pmcid", kIdsPmcid},
    {"host_venue.display_name", kHostVenue},
    {"primary_location.source.display_name", kSource},
    {"primary_location.source.type", kSourceType},
    {"authorships[]", kAuthorship},
    {"authorships[].author.id", kAuthorId},
    {"authorships[].author.display_name", kAuthorName},
    {"authorships[].author.orcid", kAuthorOrcid},
    {"authorships[].raw_author_name", kRawName},
    {"authorships[].raw_affiliation_string", kRawAffiliation},
    {"authorships[].raw_affiliation_strings[]", kRawAffiliations},
    {"authorships[].institutions[].display_name", kInstitutionName},
    {"referenced_works[]", kReference},
    {"orcid", kOrcid},
    {"ror", kRor},
    {"display_name_alternatives[]", kAlias},
    {"display_name_acronyms[]", kAcronym},
    {"alternate_titles[]", kAlias},
    {"country_code", kCountry},
    {"associated_institutions[]", kParent},
    {"associated_institutions[].id", kParentId},
    {"associated_institutions[].relationship", kParentRelation},
    {"issn_l", kIssn},
};
constexpr std::string_view kWrappers[] = {"results[]"};

class OpenAlexHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) start_record();
    if (field == kAuthorship) start_authorship();
    if (field == kParent) parent_id_ = parent_relation_ = {};
  }

  void end(int field) {
    if (field == kAuthorship) finish_authorship();
    if (field == kParent && parent_relation_ == "parent") builder_.add_parent("openalex", parent_id_);
    if (field == kRecord && close_record()) finish_record();
  }

  void number(int field, std::int64_t value) {
    if (field == kYear && value > 0 && value < 3000) builder_.paper.year = static_cast<int>(value);
  }

  void text(int field, std::string_view value);

 private:
  void start_record() {
    open_record();
    display_name_ = host_venue_ = source_ = country_ = orcid_ = {};
  }
  void start_authorship() {
    builder_.begin_author();
    author_name_ = raw_name_ = {};
    institutions_.clear();
  }
  void finish_authorship();
  void finish_record();
  void finish_work();

  std::string_view display_name_, host_venue_, source_, country_, orcid_, author_name_, raw_name_, parent_id_,
      parent_relation_;
  std::vector<std::string_view> institutions_;
};

void OpenAlexHandler::text(int field, std::string_view value) {
  switch (field) {
    case kId: builder_.paper.key = bare_id(value); break;
    case kDoi: builder_.add_id("doi", bare_id(value)); break;
    case kPmid: builder_.add_id("pmid", bare_id(value)); break;
    case kIdsPmcid: builder_.add_id("pmcid", value.substr(value.rfind('/') + 1)); break;
    case kTitle: builder_.paper.title = value; break;
    case kDisplayName: display_name_ = value; break;
    case kType: builder_.paper.type = value; break;
    case kHostVenue: host_venue_ = value; break;
    case kSource: source_ = value; break;
    case kSourceType:
      if (value == "repository") builder_.paper.status = "Preprint";
      break;
    case kAuthorId: builder_.add_person_id("openalex", bare_id(value)); break;
    case kAuthorName: author_name_ = value; break;
    case kAuthorOrcid: builder_.add_person_id("orcid", bare_id(value)); break;
    case kRawName: raw_name_ = value; break;
    case kRawAffiliation:
    case kRawAffiliations: builder_.add_affiliation(value); break;
    case kInstitutionName: institutions_.push_back(value); break;
    case kReference: builder_.add_reference("openalex", bare_id(value)); break;
    case kOrcid: orcid_ = bare_id(value); break;
    case kRor: builder_.add_id("ror", bare_id(value)); break;
    case kAlias:
    case kAcronym: builder_.add_alias(value); break;
    case kCountry: country_ = value; break;
    case kParentId: parent_id_ = bare_id(value); break;
    case kParentRelation: parent_relation_ = value; break;
    case kIssn: builder_.add_id("issn", value); break;
    default: break;
  }
}

void OpenAlexHandler::finish_authorship() {
  // What the paper prints is the mention; OpenAlex's own name of the author is only a stand-in.
  builder_.person().full = raw_name_.empty() ? author_name_ : raw_name_;
  // Its institutions are what it made of the printed affiliations.
  for (const std::string_view name : institutions_) builder_.add_affiliation(name);
  builder_.drop_nameless();
}

void OpenAlexHandler::finish_work() {
  if (builder_.paper.title.empty()) builder_.paper.title = display_name_;
  builder_.paper.venue = source_.empty() ? host_venue_ : source_;
  builder_.add_id("openalex", builder_.paper.key);
  builder_.emit_paper(sink_);
}

void OpenAlexHandler::finish_record() {
  const std::string_view key = builder_.paper.key;
  if (key.empty()) return skip_without("an OpenAlex id");
  switch (key.front()) {
    case 'W': finish_work(); break;
    case 'A':
      builder_.begin_author();
      builder_.person().full = display_name_;
      builder_.add_person_id("openalex", key);
      builder_.add_person_id("orcid", orcid_);
      builder_.emit_person(sink_);
      break;
    case 'I':
      builder_.add_id("openalex", key);
      builder_.emit_institution(sink_, display_name_, country_);
      break;
    case 'S':
      builder_.add_id("openalex", key);
      builder_.emit_venue(sink_, display_name_);
      break;
    default: sink_.other();
  }
}

double sniff(std::string_view head) {
  return begins_as_json(head) && head.find("\"https://openalex.org/") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const JsonPaths paths(kPaths, kWrappers);
  OpenAlexHandler handler(sink);
  walk_json_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kOpenalexSource;
const SourceFormat kOpenalexSource{
    "openalex", "OpenAlex works, authors, institutions, sources, topics (JSON lines or API answers)",
    {".jsonl", ".json"}, sniff, cut_before_json_record, parse};

}  // namespace scholargraph
