// SPDX-License-Identifier: Apache-2.0
// Every distinct printed name parsed once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/corpus.h"
#include "model/person_name.h"

namespace scholargraph {

using FormId = StrongId<struct FormTag>;

/// A NameForm in 32 bytes; keys and blocks as hashes, 0 when empty.
struct CompactForm {
  std::uint64_t key = 0;
  std::uint64_t block = 0;
  std::uint64_t native = 0;
  std::uint32_t tokens = 0;  ///< where the tokens begin in the table's text; they end where the next form's begin
  bool full = false;
  bool brief = false;
};

class NameTable {
 public:
  /// Parses the names of all persons of the corpus, on `jobs` threads. Unnamed owners get a form without tokens.
  explicit NameTable(const Corpus& corpus, int jobs = 1);

  /// REQUIRES: `m` is a person.
  [[nodiscard]] const FormId& form_of(MentionId m) const { return form_of_[m.value]; }
  [[nodiscard]] const CompactForm& form(FormId id) const { return forms_[id.value]; }
  [[nodiscard]] const CompactForm& form(MentionId m) const { return forms_[form_of_[m.value].value]; }
  [[nodiscard]] std::string_view tokens(FormId id) const {
    const std::size_t begin = forms_[id.value].tokens;
    const std::size_t end = id.value + 1 < forms_.size() ? forms_[id.value + 1].tokens : text_.size();
    return std::string_view(text_).substr(begin, end - begin);
  }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  /// Equal forms agree; a form without tokens agrees with nothing, not even itself.
  [[nodiscard]] bool agree(FormId a, FormId b) const;
  [[nodiscard]] bool agree(MentionId a, MentionId b) const { return agree(form_of(a), form_of(b)); }

 private:
  std::vector<MentionId> find_forms(const Corpus& corpus);
  void parse(const Corpus& corpus, const std::vector<MentionId>& printed, int jobs);

  std::string text_;  ///< the tokens of all forms, one after the other
  std::vector<CompactForm> forms_;
  std::vector<FormId> form_of_;
};

}  // namespace scholargraph
