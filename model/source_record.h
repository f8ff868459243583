// SPDX-License-Identifier: Apache-2.0
// What one record of a bibliographic source says, as views that live for one call: readers of dumps hand these to a
// sink millions of times, so nothing here owns memory.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace scholargraph {

/// An identifier: scheme in {"doi","arxiv","pmid","pmcid","acl","dblp","openalex","s2","orcid","ror","issn","isbn"…},
/// value in its bare form ("10.1000/x", "0000-0002-…", "W123"), never an address.
struct IdView {
  std::string_view scheme;
  std::string_view value;
};

/// A person as one record names them. Sources that separate the parts give `family` and `given`; they are never
/// re-guessed. Otherwise only `full`, in reading order. At least one of `full`, `family` is not empty.
struct PersonView {
  std::string_view full;
  std::string_view given;
  std::string_view family;
  std::span<const std::string_view> affiliations;  ///< as printed, each once
  std::span<const IdView> ids;
};

/// One publication. `key` is the source's own key and never empty.
struct PaperView {
  std::string_view key;
  std::string_view title;
  std::string_view venue;
  std::string_view type;    ///< in the source's words: "article", "inproceedings", …
  std::string_view status;  ///< "Preprint" and the like; empty when published
  int year = 0;             ///< 0 unknown
  std::span<const PersonView> authors;  ///< in printed order; one person with several affiliations is one author
  std::span<const PersonView> editors;
  std::span<const IdView> ids;
  std::span<const IdView> references;   ///< papers it cites
  std::uint64_t line = 0;               ///< of the file where the record begins; 0 unknown
  bool volume = false;                  ///< a volume that papers appear in; counted apart from papers
};

/// What a source says of one person apart from papers (DBLP www, OpenAlex author, ORCID record).
struct PersonRecordView {
  std::string_view key;
  PersonView person;
  std::span<const std::string_view> aliases;  ///< other printed names
  std::uint64_t line = 0;
};

/// What a source says of one institution (ROR, OpenAlex institution).
struct InstitutionRecordView {
  std::string_view key;
  std::string_view name;
  std::span<const std::string_view> aliases;  ///< other names and acronyms
  std::string_view country;                   ///< ISO 3166 two letters, or empty
  std::string_view country_name;              ///< in English, or empty
  std::span<const IdView> ids;
  std::span<const IdView> parents;
  std::uint64_t line = 0;
};

/// One stay of a person at an institution (ORCID education and employment).
struct StayView {
  std::string_view institution;
  std::string_view unit;
  std::string_view role;  ///< role or degree
  bool education = false;
  int start = 0;          ///< year, 0 unknown
  int end = 0;
  std::span<const IdView> institution_ids;
};

/// What a source says of one venue (OpenAlex source).
struct VenueRecordView {
  std::string_view key;
  std::string_view name;
  std::span<const std::string_view> aliases;
  std::span<const IdView> ids;
  std::uint64_t line = 0;
};

/// Takes records as they are read. Every call is for a kept record; what was skipped is a Diagnostic and counted by
/// skip(), so that read == kept + skipped.
class RecordSink {
 public:
  virtual ~RecordSink() = default;
  virtual void paper(const PaperView& paper) = 0;
  virtual void person(const PersonRecordView& person, std::span<const StayView> stays) = 0;
  virtual void institution(const InstitutionRecordView& institution) = 0;
  virtual void venue(const VenueRecordView& venue) = 0;
  virtual void other() = 0;  ///< read and understood, but nothing in it belongs into the graph (a topic)
  virtual void skip() = 0;
};

}  // namespace scholargraph
