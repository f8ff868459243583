// SPDX-License-Identifier: Apache-2.0
// The registry of research organisations (ror.org), for giving institutions that inputs name their ROR identifiers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/corpus.h"
#include "model/source_record.h"

namespace scholargraph {

/// Names of organisations and whose they are. Filled as the sink of a reader of ROR files; several files may follow
/// each other, the first record of an identifier counts. Records other than institutions with a ROR id are passed over.
class RorRegistry final : public RecordSink {
 public:
  void paper(const PaperView&) override {}
  void person(const PersonRecordView&, std::span<const StayView>) override {}
  void institution(const InstitutionRecordView& record) override;
  void venue(const VenueRecordView&) override {}
  void other() override {}
  void skip() override {}

  [[nodiscard]] std::size_t size() const { return organisations_.size(); }

  /// The bare ROR identifier of the one organisation that `printed` can mean, else nothing: the whole name, or the
  /// first part between commas that is a name of several words, laboratories and departments last. Of several organisations of one name the one in the
  /// country printed at the end counts, then the only one that shows this name first; a country that contradicts
  /// forbids. Acronyms are names where they stand alone. The view lives as long as the registry.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view printed) const;

 private:
  struct Organisation {
    std::string id;
    std::string country;  ///< ISO 3166, two letters, or empty
  };
  /// An organisation that bears a name: as the one the registry shows first, or as another one.
  struct Bearer {
    std::uint32_t organisation;
    bool shown;
  };

  void add_name(std::string_view name, std::uint32_t organisation, bool shown);
  [[nodiscard]] std::string_view country_at_end(std::string_view printed) const;
  [[nodiscard]] std::optional<std::string_view> bearer_of(std::string_view name, std::string_view country) const;

  std::vector<Organisation> organisations_;
  std::unordered_map<std::string, std::uint32_t> by_id_;
  std::unordered_map<std::uint64_t, std::vector<Bearer>> by_name_;  ///< by the hash of institution_key()
  std::unordered_map<std::string, std::string> country_codes_;      ///< by folded name
};

/// Adds the ROR identifier to every institution of `corpus` that has none and whose printed name `registry` finds.
/// Returns how many mentions got one. A unit ("Department of …") is left alone: it is a part of what bears the name.
std::size_t identify_institutions(Corpus& corpus, const RorRegistry& registry);

}  // namespace scholargraph
