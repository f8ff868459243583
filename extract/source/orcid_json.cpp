// SPDX-License-Identifier: Apache-2.0
// ORCID records as JSON, schemas 2.0 to 3.0, one or many in a file.
#include "extract/source/json_walk.h"
#include "extract/source/orcid_record.h"

namespace scholargraph {

namespace {

using F = OrcidField;

struct Part {
  const char* path;
  F field;
};
constexpr Part kPerson[] = {
    {"", F::kRecord},
    {"orcid-identifier.path", F::kId},
    {"person.name.given-names.value", F::kGiven},
    {"person.name.family-name.value", F::kFamily},
    {"person.name.credit-name.value", F::kCredit},
    {"person.other-names.other-name[].content", F::kOtherName},
};
constexpr std::pair<const char*, F> kStays[] = {
    {"activities-summary.educations.education-summary[]", F::kEducation},
    {"activities-summary.educations.affiliation-group[].summaries[].education-summary", F::kEducation},
    {"activities-summary.employments.employment-summary[]", F::kEmployment},
    {"activities-summary.employments.affiliation-group[].summaries[].employment-summary", F::kEmployment},
};
constexpr Part kStay[] = {
    {".department-name", F::kUnit},
    {".role-title", F::kRole},
    {".organization.name", F::kOrganization},
    {".organization.disambiguated-organization.disambiguated-organization-identifier", F::kRor},
    {".organization.disambiguated-organization.disambiguation-source", F::kRorSource},
    {".start-date.year.value", F::kStartYear},
    {".end-date.year.value", F::kEndYear},
};
constexpr Part kWork[] = {
    {"", F::kWork},
    {".title.title.value", F::kWorkTitle},
    {".journal-title.value", F::kWorkJournal},
    {".type", F::kWorkType},
    {".publication-date.year.value", F::kWorkYear},
    {".external-ids.external-id[].external-id-type", F::kIdType},
    {".external-ids.external-id[].external-id-value", F::kIdValue},
};

const JsonPaths& orcid_paths() {
  static const JsonPaths paths = [] {
    std::vector<std::pair<std::string, F>> texts;
    for (const Part& part : kPerson) texts.emplace_back(part.path, part.field);
    for (const auto& [stay, field] : kStays) {
      texts.emplace_back(stay, field);
      for (const Part& part : kStay) texts.emplace_back(std::string(stay) + part.path, part.field);
    }
    for (const Part& part : kWork)
      texts.emplace_back(std::string("activities-summary.works.group[].work-summary[]") + part.path, part.field);
    std::vector<JsonPath> list;
    for (const auto& [path, field] : texts) list.push_back({path, static_cast<int>(field)});
    return JsonPaths(list, {});
  }();
  return paths;
}

class OrcidJsonHandler {
 public:
  explicit OrcidJsonHandler(RecordSink& sink) : collector_(sink) {}
  void begin_stream_value(std::uint64_t line) { line_ = line; }
  void begin(int field) { collector_.begin(static_cast<F>(field), line_); }
  void end(int field) { collector_.end(static_cast<F>(field)); }
  void text(int field, std::string_view value) { collector_.text(static_cast<F>(field), value); }
  void number(int, std::int64_t) {}
  void begin_list() {}
  void report_to(const BlockContext&, const Diagnostics&) {}
  void abandon() { collector_.abandon(); }

 private:
  OrcidCollector collector_;
  std::uint64_t line_ = 0;
};

double sniff(std::string_view head) {
  return begins_as_json(head) && head.find("\"orcid-identifier\"") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  OrcidJsonHandler handler(sink);
  walk_json_records(block, context, orcid_paths(), handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kOrcidJsonSource;
const SourceFormat kOrcidJsonSource{"orcid-json", "ORCID records, JSON 2.0 to 3.0", {".json"}, sniff,
                                    cut_before_json_record, parse};

}  // namespace scholargraph
