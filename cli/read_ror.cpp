// SPDX-License-Identifier: Apache-2.0
#include "cli/read_ror.h"

#include "base/error.h"
#include "base/interrupt.h"
#include "cli/detect_sources.h"

namespace scholargraph {

namespace {

void read_one(const std::string& path, RorRegistry& registry, const Console& console) {
  const auto stream = open_bytes(path);
  const SourceFormat* format = detect_sources({path}, 1).front();
  if (format == nullptr || format->name != "ror")
    throw Error(ExitCode::kUsage, path + ": expected ROR organisations in JSON, found something else",
                "download the data dump of ror.org and unpack its .json file");
  BlockReader reader(*stream, format->cut);
  RecordBlock block;
  for (bool first = true; reader.next(block); first = false) {
    throw_if_interrupted();
    Diagnostics diagnostics;
    const BlockContext context{path, block.first_line, first, {}};
    repair_encoding(block.bytes, context, diagnostics);
    format->parse(block.bytes, context, registry, diagnostics);
    for (const Diagnostic& diagnostic : diagnostics) console.report(diagnostic);
  }
  if (!stream->error().empty()) throw Error(ExitCode::kNothingReadable, path + ": " + stream->error());
}

}  // namespace

RorRegistry read_ror(const std::vector<std::string>& paths, const Console& console) {
  RorRegistry registry;
  for (const std::string& path : paths) read_one(path, registry, console);
  return registry;
}

}  // namespace scholargraph
