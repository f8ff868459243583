// SPDX-License-Identifier: Apache-2.0
#include "model/reason_pool.h"

#include <algorithm>

namespace scholargraph {

PhraseId ReasonPool::phrase(std::string_view text, int percent) {
  const auto found = std::find_if(phrases_.begin(), phrases_.end(),
                                  [&](const Phrase& known) { return known.percent == percent && known.text == text; });
  if (found != phrases_.end()) return PhraseId(static_cast<std::size_t>(found - phrases_.begin()));
  phrases_.push_back({std::string(text), static_cast<std::uint8_t>(percent)});
  return PhraseId(phrases_.size() - 1);
}

std::string ReasonPool::text(ReasonId id, const StringPool& strings) const {
  const Reason& reason = reasons_[id.value];
  std::string text = phrases_[reason.phrase.value].text;
  if (reason.witness.valid()) text += strings.view(reason.witness);
  return text;
}

}  // namespace scholargraph
