// SPDX-License-Identifier: Apache-2.0
// The fields of an ORCID record, which come as XML or as JSON with the same structure, gathered and handed to a sink: the
// person with their stays, and every work as a paper of which this person is an author. E-mail addresses are not read.
// Source: ORCID's record schemas 2.0, 2.1 and 3.0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/source/record_builder.h"

namespace scholargraph {

enum class OrcidField : int {
  kRecord, kId, kGiven, kFamily, kCredit, kOtherName, kEducation, kEmployment, kUnit, kRole, kOrganization, kRor,
  kRorSource, kStartYear, kEndYear, kWork, kWorkTitle, kWorkJournal, kWorkType, kWorkYear, kIdType, kIdValue,
};

class OrcidCollector {
 public:
  explicit OrcidCollector(RecordSink& sink) : sink_(sink) {}

  void begin(OrcidField field, std::uint64_t line);
  void end(OrcidField field);
  void text(OrcidField field, std::string_view value);
  /// True when a record was at hand.
  bool abandon();
  [[nodiscard]] std::string_view key() const { return id_; }

 private:
  struct Stay {
    bool education = false;
    std::string institution, unit, role, ror, ror_source;
    int start = 0, end = 0;
  };
  struct Work {
    std::string title, journal, type;
    int year = 0;
    std::vector<std::pair<std::string, std::string>> ids;
  };

  void finish();
  void emit_person();
  void emit_work(const Work& work, std::size_t number);
  void set_person();

  RecordSink& sink_;
  RecordBuilder builder_;
  std::string id_, given_, family_, credit_, id_type_;
  std::vector<std::string> other_names_;
  std::vector<Stay> stays_;
  std::vector<Work> works_;
  bool in_stay_ = false;
  bool in_work_ = false;
  std::uint64_t line_ = 0;
  int depth_ = 0;
};

}  // namespace scholargraph
