// SPDX-License-Identifier: Apache-2.0
// Why mentions were joined, in words. A million merges have some dozen phrases and some ten thousand witnesses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/row_pool.h"
#include "model/string_pool.h"

namespace scholargraph {

using PhraseId = StrongId<struct PhraseTag>;
using ReasonId = StrongId<struct ReasonTag>;

struct Reason {
  PhraseId phrase;
  StringId witness = {};  ///< what follows the phrase, in Corpus::strings; invalid: nothing
  bool operator==(const Reason&) const = default;
};

inline std::uint64_t row_hash(const Reason& reason) {
  return mix_bits((std::uint64_t{reason.phrase.value} << 32) | reason.witness.value);
}

class ReasonPool {
 public:
  /// A phrase, and how far it is believed. REQUIRES: 0 <= percent <= 100. Linear in the number of phrases.
  PhraseId phrase(std::string_view text, int percent);
  ReasonId intern(const Reason& reason) { return ReasonId(reasons_.intern(reason)); }
  [[nodiscard]] std::uint8_t percent(PhraseId id) const { return phrases_[id.value].percent; }
  [[nodiscard]] std::uint8_t percent(ReasonId id) const { return percent(reasons_[id.value].phrase); }
  /// "equal names; shared coauthor or colleague Ada Orth". `strings` are those of the corpus.
  [[nodiscard]] std::string text(ReasonId id, const StringPool& strings) const;
  /// Number of reasons; their ids are below it.
  [[nodiscard]] std::size_t size() const { return reasons_.size(); }
  /// Gives back what only intern() needs, which makes it again.
  void release_index() { reasons_.release_index(); }

 private:
  struct Phrase {
    std::string text;
    std::uint8_t percent = 100;
  };
  std::vector<Phrase> phrases_;
  RowPool<Reason> reasons_;
};

}  // namespace scholargraph
