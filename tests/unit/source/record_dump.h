// SPDX-License-Identifier: Apache-2.0
// Records as text that is stable enough to be compared, and the way from a file to them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "extract/source/source_format.h"
#include "model/source_record.h"

namespace scholargraph {

/// Writes every record it is given as a few lines of text.
class RecordDump final : public RecordSink {
 public:
  void paper(const PaperView& paper) override;
  void person(const PersonRecordView& person, std::span<const StayView> stays) override;
  void institution(const InstitutionRecordView& institution) override;
  void venue(const VenueRecordView& venue) override;
  void other() override { text_ += "other\n"; }
  void skip() override { ++skipped_; }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::size_t skipped() const { return skipped_; }

 private:
  void field(std::string_view name, std::string_view value, int indent = 2);
  void number(std::string_view name, std::int64_t value, int indent = 2);
  void ids(std::string_view name, std::span<const IdView> ids, int indent = 2);
  void one_person(std::string_view role, const PersonView& person);
  void head(std::string_view kind, std::string_view key, std::uint64_t line);

  std::string text_;
  std::size_t skipped_ = 0;
};

/// What one run over a source gave.
struct DumpedSource {
  std::string records;
  std::size_t skipped = 0;
  Diagnostics diagnostics;

  /// Records, diagnostics and the number of skipped records, as golden files hold them.
  [[nodiscard]] std::string text() const;
};

inline constexpr std::size_t kOneBlock = std::size_t{1} << 28;

/// Reads `bytes` (perhaps packed) as `format`, as the program does: cut into blocks of about `target` bytes that are parsed on `jobs` threads.
DumpedSource dump_source(const SourceFormat& format, std::string_view bytes, std::size_t target = kOneBlock, int jobs = 1);

/// The same on one thread with XML read by expat alone.
DumpedSource dump_with_expat(const SourceFormat& format, std::string_view bytes, std::size_t target = kOneBlock);

/// The same with the format that the content is recognised as; fails the test when it is none.
DumpedSource dump_detected(std::string_view path, std::string_view bytes);

/// REQUIRES: a format of this name.
const SourceFormat& format_named(std::string_view name);

/// The file's bytes without gzip, zstd and tar.
std::string unpacked(const std::filesystem::path& path);

/// How often each file is damaged by tests that compare two ways of reading: $SCHOLARGRAPH_MUTATIONS, else 2,000, and
/// fewer under sanitizers, which take ten times as long and have the fuzz targets beside.
inline int mutation_count() {
#ifdef __SANITIZE_ADDRESS__
  constexpr int kUsual = 300;
#else
  constexpr int kUsual = 2000;
#endif
  const char* const wanted = std::getenv("SCHOLARGRAPH_MUTATIONS");
  return wanted ? std::atoi(wanted) : kUsual;
}

}  // namespace scholargraph
