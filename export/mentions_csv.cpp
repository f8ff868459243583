// SPDX-License-Identifier: Apache-2.0
// One row for each authorship of the sources with the person it was resolved to: what a scorer of identities reads.
#include <algorithm>

#include "base/error.h"
#include "export/byte_writer.h"
#include "export/exporter.h"
#include "export/text_rules.h"

namespace scholargraph {

extern const Exporter kMentionsCsvExporter;

namespace {

/// Quoted only where RFC 4180 asks for it: these tables are also read by cut and awk.
void append_field(std::string& out, std::string_view text, std::uint64_t& replaced) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return c == ',' || c == '"' || c == '\r' || c == '\n'; })) {
    append_text(out, text, kCsv, replaced);
    return;
  }
  out += '"';
  append_text(out, text, kCsv, replaced);
  out += '"';
}

ExportReport export_mentions(const ExportInput& input, const ExportOptions& options) {
  if (!input.authorships) throw Error(ExitCode::kUsage, "mentions-csv needs a store with the mentions of the sources");
  ExportReport report;
  ByteWriter writer(options.output, options.overwrite);
  std::string& out = writer.buffer();
  out += "document,record,position,name,person\n";
  input.authorships->for_each_authorship([&](const AuthorshipView& one) {
    for (const std::string_view field : {one.document, one.record}) {
      append_field(out, field, report.replaced_characters);
      out += ',';
    }
    append_number(out, std::int64_t{one.position});
    for (const std::string_view field : {one.name, one.person}) {
      out += ',';
      append_field(out, field, report.replaced_characters);
    }
    out += '\n';
    ++report.rows;
    writer.flush_if_full();
  });
  report.bytes = writer.bytes();
  writer.commit();
  return report;
}

}  // namespace

const Exporter kMentionsCsvExporter = {
    "mentions-csv", "every authorship of the sources with its person", false, ".csv", true, export_mentions};

}  // namespace scholargraph
