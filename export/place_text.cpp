// SPDX-License-Identifier: Apache-2.0
#include "export/place_text.h"

#include "export/text_rules.h"

namespace scholargraph {

void append_place(std::string& out, const EvidenceView& evidence) {
  out += evidence.document;
  if (!evidence.key.empty()) {
    out.append(":").append(evidence.key);
    return;
  }
  if (evidence.page > 0) {
    out += ":p";
    append_number(out, std::int64_t{evidence.page});
  }
  if (evidence.first_line <= 0) return;
  out += ':';
  append_number(out, std::int64_t{evidence.first_line});
  if (evidence.last_line <= evidence.first_line) return;
  out += '-';
  append_number(out, std::int64_t{evidence.last_line});
}

std::span<const std::string_view> PlaceList::of(std::span<const EvidenceView> evidence) {
  text_.clear();
  ends_.clear();
  views_.clear();
  for (const EvidenceView& one : evidence) {
    append_place(text_, one);
    ends_.push_back(text_.size());
  }
  std::size_t begin = 0;
  for (const std::size_t end : ends_) {
    views_.push_back(std::string_view(text_).substr(begin, end - begin));
    begin = end;
  }
  return views_;
}

}  // namespace scholargraph
