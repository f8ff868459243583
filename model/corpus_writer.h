// SPDX-License-Identifier: Apache-2.0
// The steps that adding a CV and adding a bibliographic record share. Included by model/*.cpp only.
#pragma once

#include <string_view>

#include "model/corpus.h"

namespace scholargraph {

/// Appends to a corpus; holds no state of its own but the place that new mentions come from.
class CorpusWriter {
 public:
  explicit CorpusWriter(Corpus& corpus) : corpus_(corpus) {}

  /// Every mention and relation that follows comes from there.
  void set_evidence(EvidenceId evidence) { evidence_ = evidence; }

  /// Contact data is left out, as by without_contact(); invalid when nothing is left.
  StringId text(std::string_view text);
  /// REQUIRES: `name` is not empty.
  MentionId mention(NodeKind kind, std::string_view name, int year = 0);
  /// The parts of its name, or what is printed beside it: PrintedName tells which. Empty: none.
  void separate(MentionId mention, std::string_view family, std::string_view given);
  void identifier(MentionId mention, std::string_view scheme, std::string_view value);
  Relation& relation(EdgeKind kind, MentionId source, MentionId target);

  /// An institution and, when `unit` is given or printed in front of the name, the unit that is PART_OF it.
  struct Place {
    MentionId institution;  ///< invalid when nothing is printed but contact data
    MentionId unit;         ///< invalid without one
  };
  Place place(std::string_view name, std::string_view unit);

  /// A journal or conference, without the year that is printed with it. Invalid when nothing but contact data is printed.
  MentionId venue(std::string_view printed, int year);

 private:
  Corpus& corpus_;
  EvidenceId evidence_;
};

/// A year that fits into 16 bits, else 0.
std::int16_t short_year(int year);

/// The last year from 1900 to 2099 that `text` prints ("ICML 2022", "NAACL'19" gives 0), 0 without one.
int printed_year(std::string_view text);

}  // namespace scholargraph
