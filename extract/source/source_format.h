// SPDX-License-Identifier: Apache-2.0
// The table of bibliographic formats. A source is a stream of records; it is cut into blocks of whole records
// (base/block_reader.h), and every block is parsed apart, on any thread, in any order.
// To add a format, write extract/source/NAME.cpp that defines `const SourceFormat kNAMESource` and add one line to
// extract/sources.def.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/block_reader.h"
#include "base/diagnostic.h"
#include "model/source_record.h"

namespace scholargraph {

/// At most so many warnings and as many notes are listed of one source; one more says how many there were.
inline constexpr std::size_t kMaxDiagnosticsPerSource = 100;

/// Where a block comes from.
struct BlockContext {
  std::string_view path;         ///< for messages
  std::uint64_t first_line = 1;  ///< line number of the block's first byte
  bool first = true;             ///< the first block of its file
  std::string_view carried;      ///< what SourceFormat::carry gathered from all earlier blocks of the file
  bool cautious = false;         ///< no short cut: RapidJSON and expat read all JSON and XML (json_walk.h, xml_walk.h)
  std::string* left = nullptr;   ///< where the block may leave what SourceFormat::finish is to read; nullptr: nowhere
  std::string* keys = nullptr;   ///< the same for what only shows whether a key is used twice, which finish reads apart
  /// Grows by the warnings that SourceFormat::finish kept to itself behind the first kMaxDiagnosticsPerSource; nullptr:
  /// it gives all.
  std::size_t* unlisted = nullptr;
};

struct SourceFormat {
  std::string_view name;                   ///< "bibtex"
  std::string_view summary;                ///< one line for help
  std::vector<std::string_view> suffixes;  ///< ".bib"; lower case, without .gz and .zst
  /// How sure the content is of this format, 0..1, from at most the first 64 kB of the (decompressed) stream.
  double (*sniff)(std::string_view head);
  /// Where blocks may be cut; nullptr: the whole file is one block.
  CutFunction cut;
  /// Parses whole records. `block` may be changed in place. Bad records become diagnostics and sink.skip(); the
  /// parser goes on at the next record. Never throws for bad data. No state survives the call.
  void (*parse)(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics);
  /// Appends to `carried` what later blocks need of this one (BibTeX @string); nullptr when nothing is.
  void (*carry)(std::string_view block, std::string& carried) = nullptr;
  /// Reads the records that the blocks of a file left (BlockContext::left), joined in the order of the blocks, when more
  /// of the file has to be known for them, or the keys (BlockContext::keys); nullptr when none leaves any.
  void (*finish)(std::string_view left, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) = nullptr;
};

/// All formats, in the order of sources.def.
const std::vector<const SourceFormat*>& source_formats();

/// The format whose content this is, the file name being a tie-breaker; nullptr when it is none of them.
const SourceFormat* detect_source(std::string_view path, std::string_view head);

/// Makes `block` valid UTF-8, line by line: what is not is read as Windows-1252, with one note for the block. XML is left
/// alone, since it declares its encoding. To be called before SourceFormat::parse.
void repair_encoding(std::string& block, const BlockContext& context, Diagnostics& diagnostics);

}  // namespace scholargraph
