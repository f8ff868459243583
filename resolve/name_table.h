// SPDX-License-Identifier: Apache-2.0
// Every distinct printed name parsed once.
#pragma once

#include <cstdint>
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
  StringId tokens;  ///< in the table's own strings
  bool full = false;
  bool brief = false;
};

class NameTable {
 public:
  /// Parses the names of all persons of the corpus. Unnamed owners get a form without tokens.
  explicit NameTable(const Corpus& corpus);

  /// REQUIRES: `m` is a person.
  [[nodiscard]] const FormId& form_of(MentionId m) const { return form_of_[m.value]; }
  [[nodiscard]] const CompactForm& form(FormId id) const { return forms_[id.value]; }
  [[nodiscard]] const CompactForm& form(MentionId m) const { return forms_[form_of_[m.value].value]; }
  [[nodiscard]] std::string_view tokens(FormId id) const { return strings_.view(forms_[id.value].tokens); }
  [[nodiscard]] std::size_t size() const { return forms_.size(); }
  /// Equal forms agree; a form without tokens agrees with nothing, not even itself.
  [[nodiscard]] bool agree(FormId a, FormId b) const;
  [[nodiscard]] bool agree(MentionId a, MentionId b) const { return agree(form_of(a), form_of(b)); }

 private:
  FormId add(const Corpus& corpus, const Mention& mention);

  StringPool strings_;
  std::vector<CompactForm> forms_;
  std::vector<FormId> form_of_;
};

}  // namespace scholargraph
