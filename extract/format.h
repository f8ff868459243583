// SPDX-License-Identifier: Apache-2.0
// The table of document formats: help, completion, detection and docs/formats.md come from it.
// To add a format, write extract/read/NAME.cpp that defines `const DocumentFormat kNAMEFormat` and add one
// line to extract/formats.def.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "extract/layout.h"

namespace scholargraph {

/// The bytes of one input with its name (messages only; never opened again, except by the PDF reader's child
/// process, which is fed the bytes on its standard input or through a private temporary file).
struct InputFile {
  std::string path;
  std::string_view bytes;
};

struct DocumentFormat {
  std::string_view name;                  ///< "markdown"
  std::string_view summary;               ///< one line for help
  std::vector<std::string_view> suffixes; ///< ".md", ".markdown"; lower case
  /// How sure the content is of this format, 0..1, from at most the first 64 kB; the name is not looked at.
  double (*sniff)(std::string_view head);
  /// Never throws for bad data: what cannot be read becomes diagnostics (kError when nothing could be).
  LayoutDocument (*read)(const InputFile& input, Diagnostics& diagnostics);
};

/// All formats, in the order of formats.def.
const std::vector<const DocumentFormat*>& document_formats();

/// The format of this input: content first, name as a tie-breaker. nullptr when the bytes are no document
/// that can be read (empty, binary of an unknown kind); the reason is added to `diagnostics`.
const DocumentFormat* detect_format(const InputFile& input, Diagnostics& diagnostics);

/// True when the name ends as documents of some format do.
bool has_document_suffix(std::string_view path);

}  // namespace scholargraph
