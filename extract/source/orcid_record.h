// SPDX-License-Identifier: Apache-2.0
// The fields of an ORCID record, which come as XML or as JSON with the same structure, gathered and handed to a sink: the
// person with their stays, and every work as a paper of which this person is an author. E-mail addresses are not read.
// Source: ORCID's record schemas 2.0, 2.1 and 3.0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"

namespace scholargraph {

enum class OrcidField : int {
  kRecord, kId, kGiven, kFamily, kCredit, kOtherName, kStayGroup, kEducation, kEmployment, kUnit, kRole, kOrganization,
  kPlaceId, kPlaceIdSource, kStartYear, kEndYear, kWorkGroup, kWork, kWorkTitle, kWorkJournal, kWorkType, kWorkYear,
  kExternalId, kIdType, kIdValue, kIdRelation,
};

/// Where a field stands, in a record as XML and as JSON. The parts of a record begin at the record itself; those of
/// a stay and of a work at the summary of one, as kOrcidStays and kOrcidWorks name it.
struct OrcidPath {
  const char* xml;
  const char* json;
  OrcidField field;
};

inline constexpr OrcidPath kOrcidPerson[] = {
    {"", "", OrcidField::kRecord},
    {"/orcid-identifier/path", "orcid-identifier.path", OrcidField::kId},
    {"/person/name/given-names", "person.name.given-names.value", OrcidField::kGiven},
    {"/person/name/family-name", "person.name.family-name.value", OrcidField::kFamily},
    {"/person/name/credit-name", "person.name.credit-name.value", OrcidField::kCredit},
    {"/person/other-names/other-name/content", "person.other-names.other-name[].content", OrcidField::kOtherName},
};
/// Schema 3.0 puts every summary into a group. What stands in one group is one thing, as several sources say it, the
/// preferred one first.
inline constexpr OrcidPath kOrcidGroups[] = {
    {"/activities-summary/educations/affiliation-group", "activities-summary.educations.affiliation-group[]",
     OrcidField::kStayGroup},
    {"/activities-summary/employments/affiliation-group", "activities-summary.employments.affiliation-group[]",
     OrcidField::kStayGroup},
    {"/activities-summary/works/group", "activities-summary.works.group[]", OrcidField::kWorkGroup},
};
inline constexpr OrcidPath kOrcidStays[] = {
    {"/activities-summary/educations/education-summary", "activities-summary.educations.education-summary[]",
     OrcidField::kEducation},
    {"/activities-summary/educations/affiliation-group/education-summary",
     "activities-summary.educations.affiliation-group[].summaries[].education-summary", OrcidField::kEducation},
    {"/activities-summary/employments/employment-summary", "activities-summary.employments.employment-summary[]",
     OrcidField::kEmployment},
    {"/activities-summary/employments/affiliation-group/employment-summary",
     "activities-summary.employments.affiliation-group[].summaries[].employment-summary", OrcidField::kEmployment},
};
inline constexpr OrcidPath kOrcidStay[] = {
    {"/department-name", ".department-name", OrcidField::kUnit},
    {"/role-title", ".role-title", OrcidField::kRole},
    {"/organization/name", ".organization.name", OrcidField::kOrganization},
    {"/organization/disambiguated-organization/disambiguated-organization-identifier",
     ".organization.disambiguated-organization.disambiguated-organization-identifier", OrcidField::kPlaceId},
    {"/organization/disambiguated-organization/disambiguation-source",
     ".organization.disambiguated-organization.disambiguation-source", OrcidField::kPlaceIdSource},
    {"/start-date/year", ".start-date.year.value", OrcidField::kStartYear},
    {"/end-date/year", ".end-date.year.value", OrcidField::kEndYear},
};
inline constexpr OrcidPath kOrcidWorks = {"/activities-summary/works/group/work-summary",
                                          "activities-summary.works.group[].work-summary[]", OrcidField::kWork};
inline constexpr OrcidPath kOrcidWork[] = {
    {"/title/title", ".title.title.value", OrcidField::kWorkTitle},
    {"/journal-title", ".journal-title.value", OrcidField::kWorkJournal},
    {"/type", ".type", OrcidField::kWorkType},
    {"/publication-date/year", ".publication-date.year.value", OrcidField::kWorkYear},
    {"/external-ids/external-id", ".external-ids.external-id[]", OrcidField::kExternalId},
    {"/external-ids/external-id/external-id-type", ".external-ids.external-id[].external-id-type", OrcidField::kIdType},
    {"/external-ids/external-id/external-id-value", ".external-ids.external-id[].external-id-value",
     OrcidField::kIdValue},
    {"/external-ids/external-id/external-id-relationship", ".external-ids.external-id[].external-id-relationship",
     OrcidField::kIdRelation},
};

/// All fields with their whole paths in one of the two forms, behind `root`.
std::vector<std::pair<std::string, OrcidField>> orcid_paths_of(const char* OrcidPath::*form, const std::string& root);

class OrcidCollector {
 public:
  explicit OrcidCollector(RecordSink& sink) : sink_(sink) {}

  void begin(OrcidField field, std::uint64_t line);
  void end(OrcidField field);
  void text(OrcidField field, std::string_view value);
  /// True when a record was at hand.
  bool abandon();
  /// Where records without an ORCID iD are reported.
  void report_to(const BlockContext& context, Diagnostics& diagnostics) {
    path_ = context.path;
    diagnostics_ = &diagnostics;
  }
  [[nodiscard]] std::string_view key() const { return id_; }

 private:
  struct Stay {
    bool education = false;
    std::string institution, unit, role, id, id_source;
    int start = 0, end = 0;
  };
  struct ExternalId {
    std::string type, value, relation;
  };
  struct Work {
    std::string title, journal, type;
    int year = 0;
    std::vector<ExternalId> ids;
  };

  void stay_text(OrcidField field, const std::string& value);
  void work_text(OrcidField field, const std::string& value);
  void add_external_id();
  void finish();
  void emit_person();
  void emit_work(const Work& work, std::size_t number);
  void set_person();

  RecordSink& sink_;
  RecordBuilder builder_;
  std::string_view path_;
  Diagnostics* diagnostics_ = nullptr;
  std::string id_, given_, family_, credit_;
  ExternalId external_id_;  ///< at hand
  std::vector<std::string> other_names_;
  std::vector<Stay> stays_;
  std::vector<Work> works_;
  bool in_stay_ = false;
  bool in_work_ = false;
  bool in_group_ = false;     ///< of stays
  bool group_used_ = false;   ///< one stay of the group was read
  bool work_opened_ = false;  ///< by the group, for all its summaries
  std::uint64_t line_ = 0;
  int depth_ = 0;
};

}  // namespace scholargraph
