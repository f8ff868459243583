// SPDX-License-Identifier: Apache-2.0
#include "graph/edge_maker.h"

#include <algorithm>
#include <cmath>

namespace scholargraph {

namespace {

/// A float such as 0.9f as the double 0.9.
double tidy(float value) { return std::round(static_cast<double>(value) * 1000.0) / 1000.0; }

int month_of(int year, int month) { return year * 12 + month; }

}  // namespace

EdgeMaker::EdgeMaker(const CorpusIndex& index, EdgeKind kind)
    : index_(index), info_(edge_info(kind)), row_(info_.properties) {}

EdgeView EdgeMaker::make(EntityId source, std::span<const Fact> facts) {
  double weight = 0;
  double doubt = 1;
  evidence_.clear();
  for (const Fact& fact : facts) {
    weight += fact.weight;
    doubt = std::min(doubt, 1.0 - static_cast<double>(fact.confidence));
    add_evidence(fact);
  }
  if (info_.kind == EdgeKind::kAuthored || info_.kind == EdgeKind::kEdited) weight = 1;
  row_.clear();
  add_properties(facts);

  EdgeView edge;
  edge.kind = info_.kind;
  edge.source_kind = info_.source;
  edge.target_kind = info_.target;
  edge.source_number = source.value + 1;
  edge.target_number = facts[0].target.value + 1;
  edge.weight = static_cast<double>(static_cast<long long>(weight * 1e6 + 0.5)) / 1e6;
  edge.confidence = tidy(static_cast<float>(1.0 - doubt));
  edge.properties = row_.values();
  edge.evidence = evidence_;
  return edge;
}

void EdgeMaker::add_evidence(const Fact& fact) {
  if (evidence_.size() == kMaxEvidence || !fact.evidence.valid()) return;
  const std::uint32_t row = fact.evidence.value + 1;
  if (std::any_of(evidence_.begin(), evidence_.end(), [&](const EvidenceView& one) { return one.corpus_row == row; }))
    return;
  EvidenceView view;
  view.corpus_row = row;
  evidence_.push_back(view);
}

void EdgeMaker::add_properties(std::span<const Fact> facts) {
  switch (info_.kind) {
    case EdgeKind::kAuthored:
      row_.number(Field::kPosition, facts[0].position);
      row_.text(Field::kPrinted, index_.text(facts[0].role));
      return;
    case EdgeKind::kCoauthor:
    case EdgeKind::kAffiliatedWith: row_.number(Field::kPapers, static_cast<int>(facts.size())); break;
    case EdgeKind::kPublishedIn:
      if (facts[0].detail.valid()) row_.text(Field::kPrinted, index_.text(facts[0].detail));
      break;
    case EdgeKind::kAdvised: add_list(Field::kLevels, facts, &Fact::role); break;
    case EdgeKind::kEducatedAt:
      add_list(Field::kDegrees, facts, &Fact::role);
      add_list(Field::kFields, facts, &Fact::detail);
      add_list(Field::kTheses, facts, &Fact::note);
      break;
    case EdgeKind::kEmployedAt:
      add_list(Field::kRoles, facts, &Fact::role);
      add_list(Field::kKinds, facts, &Fact::detail);
      break;
    default: add_list(Field::kRoles, facts, &Fact::role); break;
  }
  add_list(Field::kUnits, facts, &Fact::place);
  add_list(Field::kInstitutions, facts, &Fact::place);
  add_periods(facts);
  add_years(facts);
  add_bounds(facts);
}

void EdgeMaker::add_list(Field field, std::span<const Fact> facts, StringId Fact::* member) {
  if (!row_.has(field)) return;
  items_.clear();
  for (const Fact& fact : facts) items_.push_back(index_.text(fact.*member));
  row_.list(field, items_);
}

std::string_view EdgeMaker::period_text(const Fact& fact) {
  if (fact.start == 0 && fact.end == 0 && !fact.present) return {};
  const auto year = [](int value) { return value > 0 ? std::to_string(value) : std::string("?"); };
  return row_.keep(year(fact.start), "-", fact.present ? "present" : year(fact.end));
}

void EdgeMaker::add_periods(std::span<const Fact> facts) {
  if (!row_.has(Field::kPeriods)) return;
  items_.clear();
  for (const Fact& fact : facts) items_.push_back(period_text(fact));
  row_.list(Field::kPeriods, items_);
}

void EdgeMaker::add_years(std::span<const Fact> facts) {
  int first = 0;
  int last = 0;
  items_.clear();
  for (const Fact& fact : facts) {
    if (fact.start <= 0) continue;
    if (first == 0 || fact.start < first) first = fact.start;
    last = std::max<int>(last, fact.start);
    if (row_.has(Field::kYears)) items_.push_back(row_.keep(std::to_string(fact.start)));
  }
  row_.list(Field::kYears, items_);
  row_.number(Field::kYear, last);
  row_.number(Field::kFirstYear, first);
  row_.number(Field::kLastYear, last);
}

/// From the fact that starts first to the one that ends last, unless one goes on.
void EdgeMaker::add_bounds(std::span<const Fact> facts) {
  if (!row_.has(Field::kStart)) return;
  const Fact* first = nullptr;
  const Fact* last = nullptr;
  bool present = false;
  for (const Fact& fact : facts) {
    present = present || fact.present;
    if (fact.start > 0 && (!first || month_of(fact.start, fact.start_month) < month_of(first->start, first->start_month)))
      first = &fact;
    if (fact.end > 0 && (!last || month_of(fact.end, fact.end_month) > month_of(last->end, last->end_month)))
      last = &fact;
  }
  row_.number(Field::kStart, first ? first->start : 0);
  row_.number(Field::kStartMonth, first ? first->start_month : 0);
  row_.number(Field::kEnd, last && !present ? last->end : 0);
  row_.number(Field::kEndMonth, last && !present ? last->end_month : 0);
  if (present) row_.flag(Field::kPresent);
}

}  // namespace scholargraph
