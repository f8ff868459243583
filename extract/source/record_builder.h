// SPDX-License-Identifier: Apache-2.0
// Gathers the fields of one record after the other and hands them to a sink as views. Its buffers are kept from record
// to record, so that a stream of millions allocates nothing.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "model/source_record.h"

namespace scholargraph {

class RecordBuilder {
 public:
  /// Simple fields of a paper, set directly; also `key` and `line` of the other kinds of records.
  PaperView paper;

  void reset();

  void begin_author() { begin_person(false); }
  void begin_editor() { begin_person(true); }
  [[nodiscard]] bool has_person() const { return !people_.empty(); }
  /// The person begun last. REQUIRES: has_person().
  PersonView& person() { return people_.back().view; }
  /// Of the person begun last; a repeated one is ignored. REQUIRES: has_person().
  void add_affiliation(std::string_view affiliation);
  void add_person_id(std::string_view scheme, std::string_view value);
  /// Names the person begun last, who is printed as "Family, Given", "Family, Given, Jr" or, without a comma, in full;
  /// a suffix stays with the family name. REQUIRES: has_person().
  void set_inverted_name(std::string_view name);
  /// "Jr" and the like stay with the family name of the person begun last; nothing happens where either is missing.
  /// REQUIRES: has_person().
  void add_suffix(std::string_view suffix);
  /// Of every author that has none yet.
  void share_affiliations(std::span<const std::string_view> affiliations);
  /// Removes the person begun last when it has no name at all.
  void drop_nameless();
  /// A person record that lists one person's names as several people: the others, and then without them.
  [[nodiscard]] std::vector<PersonView> people_after_first() const;
  void keep_first_person();

  /// Of the paper, once. No "doi" that does not begin with "10."; a "pmcid" may lack its "PMC".
  void add_id(std::string_view scheme, std::string_view value);
  void add_reference(std::string_view scheme, std::string_view value);
  void add_alias(std::string_view alias);
  void add_parent(std::string_view scheme, std::string_view value);
  StayView& add_stay();
  void add_stay_id(std::string_view scheme, std::string_view value);

  /// A copy of `text` that lives until reset().
  std::string_view keep(std::string text);
  /// The same with blanks collapsed and trimmed.
  std::string_view keep_collapsed(std::string_view text);

  [[nodiscard]] std::size_t authors() const { return authors_; }
  [[nodiscard]] bool has_ids() const { return !ids_.empty(); }
  /// Does `word` begin the family name of an author?
  [[nodiscard]] bool has_author_called(std::string_view word) const;

  /// Markup and character entities in title, venue, names and affiliations become plain text.
  void emit_paper(RecordSink& sink);
  /// Person record: the first person begun, with aliases and stays.
  void emit_person(RecordSink& sink);
  void emit_institution(RecordSink& sink, std::string_view name, std::string_view country,
                        std::string_view country_name = {});
  void emit_venue(RecordSink& sink, std::string_view name);

 private:
  struct Person {
    PersonView view;
    std::size_t first_affiliation;
    std::size_t affiliation_count = 0;
    std::size_t first_id;
    std::size_t id_count = 0;
    bool editor;
  };
  struct StayIds {
    std::size_t first;
    std::size_t count = 0;
  };

  void begin_person(bool editor);
  void place_people();
  void make_plain(std::string_view& text);

  std::vector<Person> people_;
  std::vector<std::string_view> affiliations_;
  std::vector<IdView> person_ids_;
  std::vector<IdView> ids_;
  std::vector<IdView> references_;
  std::vector<IdView> parents_;
  std::vector<std::string_view> aliases_;
  std::vector<StayView> stays_;
  std::vector<StayIds> stay_ranges_;
  std::vector<IdView> stay_ids_;
  std::vector<PersonView> placed_;  ///< authors, then editors
  std::deque<std::string> kept_;
  std::size_t kept_used_ = 0;
  std::size_t authors_ = 0;
};

/// Identifiers of institutions and the names they are printed with.
using NamedIds = std::vector<std::pair<std::string_view, std::string_view>>;
/// Adds the institution when it has both and its identifier is not there yet.
void add_named_id(NamedIds& institutions, std::string_view id, std::string_view name);
/// Hands over each of `institutions`, whose identifiers are of ROR, as said by the record that begins at `line`.
void emit_ror_institutions(const NamedIds& institutions, std::uint64_t line, RecordSink& sink);

/// The bare form of an identifier that may be printed as an address or with its name in front:
/// "https://doi.org/10.1/X" -> "10.1/X", "arXiv:2101.00001" -> "2101.00001". Empty when nothing is left.
std::string_view bare_id(std::string_view text);

/// Is `word` what stands behind a name to tell sons from fathers: "Jr.", "III", "2nd"?
bool is_generation_mark(std::string_view word);

/// For a record that was skipped because it lacks `key`, such as "a DOI".
Diagnostic keyless_diagnostic(std::string_view path, std::uint64_t line, std::string_view key);

}  // namespace scholargraph
