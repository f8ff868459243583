// SPDX-License-Identifier: Apache-2.0
// Turns the records of a bibliographic source into mentions and relations, and counts them.
#pragma once

#include "model/corpus.h"
#include "model/source_counts.h"

namespace scholargraph {

/// Only counts; for `check`.
class CountingSink : public RecordSink {
 public:
  void paper(const PaperView& paper) override;
  void person(const PersonRecordView& person, std::span<const StayView> stays) override;
  void institution(const InstitutionRecordView& institution) override;
  void venue(const VenueRecordView& venue) override;
  void other() override { ++counts_.others; }
  void skip() override { ++counts_.skipped; }
  [[nodiscard]] const SourceCounts& counts() const { return counts_; }

 private:
  SourceCounts counts_;
};

/// Counts and appends to a corpus, as things that `document` says.
class CorpusSink final : public CountingSink {
 public:
  /// `ignore_person_ids`: the identifiers that the source prints for people are left out.
  CorpusSink(Corpus& corpus, DocumentId document, bool ignore_person_ids)
      : corpus_(corpus), document_(document), ignore_person_ids_(ignore_person_ids) {}
  void paper(const PaperView& paper) override;
  void person(const PersonRecordView& person, std::span<const StayView> stays) override;
  void institution(const InstitutionRecordView& institution) override;
  void venue(const VenueRecordView& venue) override;

 private:
  EvidenceId evidence(std::string_view key, std::uint64_t line);
  void without_ids(std::span<const PersonView> people, std::vector<PersonView>& out);

  Corpus& corpus_;
  DocumentId document_;
  bool ignore_person_ids_;
  std::vector<PersonView> authors_, editors_;
};

}  // namespace scholargraph
