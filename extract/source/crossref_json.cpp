// SPDX-License-Identifier: Apache-2.0
// Crossref REST works: one JSON record a line, a "message" of one work, or the "items" of an answer page or snapshot file.
// Source: the Crossref REST API documentation, "api_format".
#include "extract/source/json_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kRecord, kDoi, kTitle, kContainer, kType, kAuthor, kEditor, kGiven, kFamily, kName, kOrcid,
  kAffiliation, kIssued, kPosted, kReferenceDoi, kSubtype, kSuffix,
  kPlace, kPlaceId,
};

constexpr JsonPath kPaths[] = {
    {"", kRecord},
    {"DOI", kDoi},
    {"title[]", kTitle},
    {"container-title[]", kContainer},
    {"type", kType},
    {"subtype", kSubtype},
    {"author[]", kAuthor},
    {"author[].given", kGiven},
    {"author[].family", kFamily},
    {"author[].suffix", kSuffix},
    {"author[].name", kName},
    {"author[].ORCID", kOrcid},
    {"author[].affiliation[]", kPlace},
    {"author[].affiliation[].name", kAffiliation},
    {"author[].affiliation[].id[].id", kPlaceId},
    {"editor[]", kEditor},
    {"editor[].given", kGiven},
    {"editor[].family", kFamily},
    {"editor[].suffix", kSuffix},
    {"editor[].name", kName},
    {"editor[].ORCID", kOrcid},
    {"editor[].affiliation[]", kPlace},
    {"editor[].affiliation[].name", kAffiliation},
    {"editor[].affiliation[].id[].id", kPlaceId},
    {"issued.date-parts[][]", kIssued},
    {"posted.date-parts[][]", kPosted},
    {"reference[].DOI", kReferenceDoi},
};
constexpr std::string_view kWrappers[] = {"message", "items[]"};

class CrossrefHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) open_record();
    if (field == kAuthor) builder_.begin_author();
    if (field == kEditor) builder_.begin_editor();
    if (field == kAuthor || field == kEditor) suffix_ = {};
    if (field == kPlace) place_ = place_id_ = {};
    if (field == kRecord) {
      issued_ = posted_ = 0;
      institutions_.clear();
    }
  }

  void end(int field) {
    if (field == kAuthor || field == kEditor) finish_person();
    if (field == kPlace) note_institution();
    if (field == kRecord && close_record()) finish_record();
  }

  void number(int field, std::int64_t value) {
    // The first number of date-parts is the year; months and days are below 1000.
    if (value < 1000 || value > 2999) return;
    if (field == kIssued && issued_ == 0) issued_ = static_cast<int>(value);
    if (field == kPosted && posted_ == 0) posted_ = static_cast<int>(value);
  }

  void text(int field, std::string_view value) {
    switch (field) {
      case kDoi: builder_.paper.key = bare_id(value); break;
      case kTitle:
        if (builder_.paper.title.empty()) builder_.paper.title = value;
        break;
      case kContainer:
        if (builder_.paper.venue.empty()) builder_.paper.venue = value;
        break;
      case kType: builder_.paper.type = value; break;
      case kSubtype:
        if (value == "preprint") builder_.paper.status = "Preprint";
        break;
      case kGiven: builder_.person().given = value; break;
      case kFamily: builder_.person().family = value; break;
      case kSuffix: suffix_ = value; break;
      case kName: builder_.person().full = value; break;
      case kOrcid: builder_.add_person_id("orcid", bare_id(value)); break;
      case kAffiliation:
        place_ = value;
        builder_.add_affiliation(value);
        break;
      case kPlaceId:
        if (value.find("//ror.org/") != std::string_view::npos) place_id_ = bare_id(value);
        break;
      case kReferenceDoi: builder_.add_reference("doi", bare_id(value)); break;
      default: break;
    }
  }

 private:
  void finish_person() {
    builder_.add_suffix(suffix_);
    builder_.drop_nameless();
  }
  /// An address with commas is of more than the institution that the identifier means.
  void note_institution() {
    if (place_.find(',') == std::string_view::npos) add_named_id(institutions_, place_id_, place_);
  }
  void finish_record() {
    if (builder_.paper.key.empty()) return skip_without("a DOI");
    builder_.paper.year = issued_ != 0 ? issued_ : posted_;
    builder_.add_id("doi", builder_.paper.key);
    builder_.emit_paper(sink_);
    emit_ror_institutions(institutions_, builder_.paper.line, sink_);
  }

  std::string_view suffix_, place_, place_id_;
  NamedIds institutions_;
  int issued_ = 0;
  int posted_ = 0;
};

double sniff(std::string_view head) {
  if (!begins_as_json(head) || head.find("\"DOI\"") == std::string_view::npos) return 0;
  const bool crossref = head.find("\"container-title\"") != std::string_view::npos ||
                        head.find("\"is-referenced-by-count\"") != std::string_view::npos ||
                        head.find("\"reference-count\"") != std::string_view::npos;
  return crossref ? 0.9 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const JsonPaths paths(kPaths, kWrappers);
  CrossrefHandler handler(sink);
  walk_json_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kCrossrefJsonSource;
const SourceFormat kCrossrefJsonSource{"crossref-json", "Crossref works (REST answers, snapshot files, JSON lines)",
                                       {".json", ".jsonl"}, sniff, cut_before_json_record, parse};

}  // namespace scholargraph
