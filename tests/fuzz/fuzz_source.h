// SPDX-License-Identifier: Apache-2.0
// What every format of sources promises, whatever the bytes.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extract/source/source_format.h"

namespace scholargraph {

/// Keeps nothing; touches every view, so that the sanitizers see each that dangles.
class TouchingSink final : public RecordSink {
 public:
  void paper(const PaperView& paper) override {
    touch(paper.key), touch(paper.title), touch(paper.venue);
    for (const PersonView& person : paper.authors) touch(person);
    for (const PersonView& person : paper.editors) touch(person);
    for (const IdView& id : paper.ids) touch(id.value);
  }
  void person(const PersonRecordView& record, std::span<const StayView>) override { touch(record.person); }
  void institution(const InstitutionRecordView& record) override { touch(record.name); }
  void venue(const VenueRecordView& record) override { touch(record.name); }
  void other() override {}
  void skip() override {}

 private:
  void touch(std::string_view text) {
    for (const char c : text) sum_ = sum_ + static_cast<unsigned char>(c);
  }
  void touch(const PersonView& person) {
    touch(person.given), touch(person.family), touch(person.full);
    for (const std::string_view affiliation : person.affiliations) touch(affiliation);
  }

  volatile unsigned sum_ = 0;
};

inline int fuzz_source(std::string_view name, const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const SourceFormat* format : source_formats()) {
    if (format->name != name) continue;
    const double sure = format->sniff(bytes.substr(0, 1 << 16));
    if (!(sure >= 0 && sure <= 1)) std::abort();
    if (format->cut && format->cut(bytes) > bytes.size()) std::abort();
    std::string block(bytes);
    Diagnostics diagnostics;
    TouchingSink sink;
    std::string left;
    const BlockContext context{"fuzz", 1, true, {}, false, &left};
    repair_encoding(block, context, diagnostics);
    format->parse(block, context, sink, diagnostics);
    if (!left.empty()) format->finish(left, context, sink, diagnostics);
    return 0;
  }
  std::abort();
}

}  // namespace scholargraph
