// SPDX-License-Identifier: Apache-2.0
#include "extract/source/orcid_record.h"

#include <span>

#include "base/text.h"
#include "extract/source/tagged_lines.h"

namespace scholargraph {

std::vector<std::pair<std::string, OrcidField>> orcid_paths_of(const char* OrcidPath::*form, const std::string& root) {
  std::vector<std::pair<std::string, OrcidField>> paths;
  for (const OrcidPath& part : kOrcidPerson) paths.emplace_back(root + part.*form, part.field);
  const auto add = [&](const OrcidPath& base, std::span<const OrcidPath> parts) {
    paths.emplace_back(root + base.*form, base.field);
    for (const OrcidPath& part : parts) paths.emplace_back(root + base.*form + part.*form, part.field);
  };
  for (const OrcidPath& group : kOrcidGroups) paths.emplace_back(root + group.*form, group.field);
  for (const OrcidPath& stay : kOrcidStays) add(stay, kOrcidStay);
  add(kOrcidWorks, kOrcidWork);
  return paths;
}

void OrcidCollector::begin(OrcidField field, std::uint64_t line) {
  switch (field) {
    case OrcidField::kRecord:
      ++depth_;
      line_ = line;
      id_.clear(), given_.clear(), family_.clear(), credit_.clear();
      other_names_.clear(), stays_.clear(), works_.clear();
      in_stay_ = in_work_ = in_group_ = work_opened_ = false;
      break;
    case OrcidField::kStayGroup:
      in_group_ = true;
      group_used_ = false;
      break;
    case OrcidField::kEducation:
    case OrcidField::kEmployment:
      if (in_group_ && group_used_) break;
      group_used_ = in_stay_ = true;
      stays_.emplace_back();
      stays_.back().education = field == OrcidField::kEducation;
      break;
    case OrcidField::kWorkGroup:
      works_.emplace_back();
      work_opened_ = true;
      break;
    case OrcidField::kWork:
      if (!work_opened_) works_.emplace_back();
      in_work_ = true;
      break;
    case OrcidField::kExternalId: external_id_ = {}; break;
    default: break;
  }
}

void OrcidCollector::end(OrcidField field) {
  if (field == OrcidField::kEducation || field == OrcidField::kEmployment) in_stay_ = false;
  if (field == OrcidField::kStayGroup) in_group_ = false;
  if (field == OrcidField::kExternalId && in_work_) add_external_id();
  if (field == OrcidField::kWork) in_work_ = false;
  if (field == OrcidField::kWorkGroup) work_opened_ = false;
  if (field == OrcidField::kRecord && depth_-- > 0) finish();
}

bool OrcidCollector::abandon() {
  const bool open = depth_ > 0;
  depth_ = 0;
  return open;
}

void OrcidCollector::text(OrcidField field, std::string_view raw) {
  const std::string value = collapse_spaces(raw);
  switch (field) {
    case OrcidField::kId: id_ = bare_id(value); return;
    case OrcidField::kGiven: given_ = value; return;
    case OrcidField::kFamily: family_ = value; return;
    case OrcidField::kCredit: credit_ = value; return;
    case OrcidField::kOtherName: other_names_.push_back(value); return;
    default: break;
  }
  if (in_work_) work_text(field, value);
  if (in_stay_) stay_text(field, value);
}

/// Of several summaries of a work the first that says something counts.
void OrcidCollector::work_text(OrcidField field, const std::string& value) {
  Work& work = works_.back();
  const auto set = [&](std::string& text) {
    if (text.empty()) text = value;
  };
  switch (field) {
    case OrcidField::kWorkTitle: set(work.title); break;
    case OrcidField::kWorkJournal: set(work.journal); break;
    case OrcidField::kWorkType: set(work.type); break;
    case OrcidField::kWorkYear:
      if (work.year == 0) work.year = year_of_date(value);
      break;
    case OrcidField::kIdType: external_id_.type = value; break;
    case OrcidField::kIdValue: external_id_.value = value; break;
    case OrcidField::kIdRelation: external_id_.relation = value; break;
    default: break;
  }
}

/// What the work is a part of, or who paid for it, has another identifier.
void OrcidCollector::add_external_id() {
  const std::string& relation = external_id_.relation;
  const bool itself = relation.empty() || equals_ignore_case(relation, "self");
  const bool own = itself || starts_with_ignore_case(relation, "version");
  if (own && !external_id_.value.empty()) works_.back().ids.push_back(external_id_);
}

void OrcidCollector::stay_text(OrcidField field, const std::string& value) {
  Stay& stay = stays_.back();
  switch (field) {
    case OrcidField::kUnit: stay.unit = value; break;
    case OrcidField::kRole: stay.role = value; break;
    case OrcidField::kOrganization: stay.institution = value; break;
    case OrcidField::kPlaceId: stay.id = bare_id(value); break;
    case OrcidField::kPlaceIdSource: stay.id_source = to_lower(value); break;
    case OrcidField::kStartYear: stay.start = year_of_date(value); break;
    case OrcidField::kEndYear: stay.end = year_of_date(value); break;
    default: break;
  }
}

void OrcidCollector::finish() {
  if (id_.empty()) {
    sink_.skip();
    if (diagnostics_) diagnostics_->push_back(keyless_diagnostic(path_, line_, "an ORCID iD"));
    return;
  }
  emit_person();
  for (std::size_t i = 0; i < works_.size(); ++i)
    if (!works_[i].title.empty()) emit_work(works_[i], i + 1);
}

void OrcidCollector::set_person() {
  builder_.reset();
  builder_.paper.line = line_;
  builder_.begin_author();
  // The credit name is how the person signs; the parts are how they are registered.
  if (family_.empty() && !credit_.empty()) builder_.person().full = credit_;
  builder_.person().given = given_;
  builder_.person().family = family_;
  builder_.add_person_id("orcid", id_);
}

void OrcidCollector::emit_person() {
  set_person();
  builder_.paper.key = id_;
  builder_.add_alias(credit_);
  for (const std::string& name : other_names_) builder_.add_alias(name);
  for (const Stay& stay : stays_) {
    if (stay.institution.empty()) continue;
    StayView& view = builder_.add_stay();
    view.institution = stay.institution;
    view.unit = stay.unit;
    view.role = stay.role;
    view.education = stay.education;
    view.start = stay.start;
    view.end = stay.end;
    for (const std::string_view scheme : {"ror", "grid", "ringgold"})
      if (stay.id_source == scheme) builder_.add_stay_id(scheme, stay.id);
  }
  builder_.emit_person(sink_);
}

void OrcidCollector::emit_work(const Work& work, std::size_t number) {
  set_person();
  builder_.paper.key = builder_.keep(id_ + "#" + std::to_string(number));
  builder_.paper.title = work.title;
  builder_.paper.venue = work.journal;
  builder_.paper.type = work.type;
  builder_.paper.year = work.year;
  if (work.type == "preprint") builder_.paper.status = "Preprint";
  for (const auto& [type, value, relation] : work.ids) {
    if (type == "doi") builder_.add_id("doi", bare_id(value));
    if (type == "arxiv") builder_.add_id("arxiv", bare_id(value));
    if (type == "pmid") builder_.add_id("pmid", bare_id(value));
  }
  builder_.emit_paper(sink_);
}

}  // namespace scholargraph
