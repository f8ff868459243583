// SPDX-License-Identifier: Apache-2.0
// What every format of sources promises, whatever the bytes.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "extract/source/source_format.h"

namespace scholargraph {

/// Keeps a sum of every byte it is given, in their order; so the sanitizers see each view that dangles, and two ways of
/// reading can be compared.
class SummingSink final : public RecordSink {
 public:
  void paper(const PaperView& paper) override {
    sum({"paper", paper.key, paper.title, paper.venue, paper.type, paper.status});
    sum(static_cast<std::uint64_t>(paper.year)), sum(paper.line);
    for (const PersonView& person : paper.authors) sum(person);
    for (const PersonView& person : paper.editors) sum(person);
    sum(paper.ids), sum(paper.references);
  }
  void person(const PersonRecordView& record, std::span<const StayView> stays) override {
    sum({"person", record.key}), sum(record.person), sum(record.aliases), sum(record.line);
    for (const StayView& stay : stays) {
      sum({stay.institution, stay.unit, stay.role}), sum(stay.institution_ids);
      sum(static_cast<std::uint64_t>(stay.start)), sum(static_cast<std::uint64_t>(stay.end));
    }
  }
  void institution(const InstitutionRecordView& record) override {
    sum({"institution", record.key, record.name, record.country, record.country_name});
    sum(record.aliases), sum(record.ids), sum(record.parents), sum(record.line);
  }
  void venue(const VenueRecordView& record) override {
    sum({"venue", record.key, record.name}), sum(record.aliases), sum(record.ids), sum(record.line);
  }
  void other() override { sum({"other"}); }
  void skip() override { sum({"skip"}); }

  void sum(std::string_view text) {
    for (const char c : text) sum(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
    sum(std::uint64_t{256});
  }
  [[nodiscard]] std::uint64_t total() const { return total_; }

 private:
  void sum(std::uint64_t number) { total_ = (total_ ^ number) * 0x100000001b3; }
  void sum(std::initializer_list<std::string_view> texts) {
    for (const std::string_view text : texts) sum(text);
  }
  void sum(std::span<const std::string_view> texts) {
    for (const std::string_view text : texts) sum(text);
  }
  void sum(std::span<const IdView> ids) {
    for (const IdView& id : ids) sum({id.scheme, id.value});
  }
  void sum(const PersonView& person) {
    sum({person.given, person.family, person.full}), sum(person.affiliations), sum(person.ids);
  }

  std::uint64_t total_ = 0xcbf29ce484222325;
};

/// The sum of the records and remarks that `bytes` give.
inline std::uint64_t sum_of_source(const SourceFormat& format, std::string_view bytes, bool cautious) {
  std::string block(bytes), left, keys;
  Diagnostics diagnostics;
  SummingSink sink;
  const BlockContext context{"fuzz", 1, true, {}, cautious, &left, &keys};
  repair_encoding(block, context, diagnostics);
  format.parse(block, context, sink, diagnostics);
  for (const std::string* const late : {&keys, &left})
    if (!late->empty()) format.finish(*late, context, sink, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics) sink.sum(to_string(diagnostic));
  return sink.total();
}

inline int fuzz_source(std::string_view name, const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const SourceFormat* format : source_formats()) {
    if (format->name != name) continue;
    const double sure = format->sniff(bytes.substr(0, 1 << 16));
    if (!(sure >= 0 && sure <= 1)) std::abort();
    if (format->cut && format->cut(bytes) > bytes.size()) std::abort();
    if (sum_of_source(*format, bytes, false) != sum_of_source(*format, bytes, true)) std::abort();
    return 0;
  }
  std::abort();
}

}  // namespace scholargraph
