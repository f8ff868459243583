// SPDX-License-Identifier: Apache-2.0
#include "record_dump.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>

#include "base/byte_stream.h"
#include "base/ordered_parallel.h"

namespace scholargraph {

void RecordDump::field(std::string_view name, std::string_view value, int indent) {
  if (value.empty()) return;
  text_.append(static_cast<std::size_t>(indent), ' ').append(name).append(": ").append(value) += '\n';
}

void RecordDump::number(std::string_view name, std::int64_t value, int indent) {
  if (value != 0) field(name, std::to_string(value), indent);
}

void RecordDump::ids(std::string_view name, std::span<const IdView> ids, int indent) {
  for (const IdView& id : ids) field(name, std::string(id.scheme) + " " + std::string(id.value), indent);
}

void RecordDump::head(std::string_view kind, std::string_view key, std::uint64_t line) {
  text_.append(kind).append(" ").append(key);
  if (line != 0) text_ += " (line " + std::to_string(line) + ")";
  text_ += '\n';
}

void RecordDump::one_person(std::string_view role, const PersonView& person) {
  const std::string parts = "[" + std::string(person.given) + "][" + std::string(person.family) + "]";
  field(role, parts + (person.full.empty() ? "" : " " + std::string(person.full)));
  for (const std::string_view affiliation : person.affiliations) field("at", affiliation, 4);
  ids("id", person.ids, 4);
}

void RecordDump::paper(const PaperView& paper) {
  head(paper.volume ? "volume" : "paper", paper.key, paper.line);
  field("title", paper.title);
  field("venue", paper.venue);
  field("type", paper.type);
  field("status", paper.status);
  number("year", paper.year);
  for (const PersonView& author : paper.authors) one_person("author", author);
  for (const PersonView& editor : paper.editors) one_person("editor", editor);
  ids("id", paper.ids);
  ids("cites", paper.references);
}

void RecordDump::person(const PersonRecordView& person, std::span<const StayView> stays) {
  head("person", person.key, person.line);
  one_person("name", person.person);
  for (const std::string_view alias : person.aliases) field("alias", alias);
  for (const StayView& stay : stays) {
    field(stay.education ? "education" : "employment", stay.institution);
    field("unit", stay.unit, 4);
    field("role", stay.role, 4);
    number("start", stay.start, 4);
    number("end", stay.end, 4);
    ids("id", stay.institution_ids, 4);
  }
}

void RecordDump::institution(const InstitutionRecordView& institution) {
  head("institution", institution.key, institution.line);
  field("name", institution.name);
  for (const std::string_view alias : institution.aliases) field("alias", alias);
  field("country", institution.country);
  ids("id", institution.ids);
  ids("parent", institution.parents);
}

void RecordDump::venue(const VenueRecordView& venue) {
  head("venue", venue.key, venue.line);
  field("name", venue.name);
  for (const std::string_view alias : venue.aliases) field("alias", alias);
  ids("id", venue.ids);
}

std::string DumpedSource::text() const {
  std::string out = records;
  for (const Diagnostic& diagnostic : diagnostics) out += to_string(diagnostic) + "\n";
  return out + "skipped: " + std::to_string(skipped) + "\n";
}

namespace {

struct Part {
  RecordBlock block;
  bool first = false;
  std::string carried;
};

/// Cuts a stream as the program does.
class Cutter {
 public:
  Cutter(const SourceFormat& format, std::string_view bytes, std::size_t target)
      : format_(format), stream_(open_bytes_in_memory(bytes)), reader_(*stream_, format.cut, target) {}

  std::optional<Part> next() {
    Part part{{}, first_, carried_};
    if (!reader_.next(part.block)) return std::nullopt;
    first_ = false;
    if (format_.carry) format_.carry(part.block.bytes, carried_);
    return part;
  }

 private:
  const SourceFormat& format_;
  std::unique_ptr<ByteStream> stream_;
  BlockReader reader_;
  std::string carried_;
  bool first_ = true;
};

struct DumpedPart : DumpedSource {
  std::string left, keys;
};

DumpedPart dump_part(const SourceFormat& format, Part&& part, bool cautious) {
  RecordDump sink;
  DumpedPart result;
  const BlockContext context{"input",  part.block.first_line, part.first,  part.carried,
                             cautious, &result.left,          &result.keys};
  repair_encoding(part.block.bytes, context, result.diagnostics);
  format.parse(part.block.bytes, context, sink, result.diagnostics);
  result.records = sink.text();
  result.skipped = sink.skipped();
  return result;
}

DumpedSource dump_blocks(const SourceFormat& format, std::string_view bytes, std::size_t target, int jobs,
                         bool cautious) {
  Cutter cutter(format, bytes, target);
  DumpedSource whole;
  std::string left, keys;
  ordered_parallel<Part, DumpedPart>(
      jobs, 8, [&] { return cutter.next(); },
      [&](Part&& part) { return dump_part(format, std::move(part), cautious); },
      [&](DumpedPart&& part) {
        left += part.left;
        keys += part.keys;
        whole.records += part.records;
        whole.skipped += part.skipped;
        whole.diagnostics.insert(whole.diagnostics.end(), part.diagnostics.begin(), part.diagnostics.end());
      });
  for (const std::string* const late : {&keys, &left}) {
    if (late->empty()) continue;
    RecordDump sink;
    format.finish(*late, BlockContext{"input", 1, false, {}}, sink, whole.diagnostics);
    whole.records += sink.text();
    whole.skipped += sink.skipped();
  }
  return whole;
}

}  // namespace

DumpedSource dump_source(const SourceFormat& format, std::string_view bytes, std::size_t target, int jobs) {
  return dump_blocks(format, bytes, target, jobs, false);
}

DumpedSource dump_with_expat(const SourceFormat& format, std::string_view bytes, std::size_t target) {
  return dump_blocks(format, bytes, target, 1, true);
}

DumpedSource dump_detected(std::string_view path, std::string_view bytes) {
  const SourceFormat* format = detect_source(path, bytes.substr(0, std::size_t{1} << 16));
  if (!format) throw std::invalid_argument("no source format recognises " + std::string(path));
  return dump_source(*format, bytes);
}

const SourceFormat& format_named(std::string_view name) {
  for (const SourceFormat* format : source_formats())
    if (format->name == name) return *format;
  throw std::invalid_argument("no source format is called " + std::string(name));
}

std::string unpacked(const std::filesystem::path& path) {
  const auto stream = open_bytes(path);
  std::string out;
  char buffer[4096];
  while (const std::size_t got = stream->read(buffer, sizeof buffer)) out.append(buffer, got);
  return out;
}

}  // namespace scholargraph
