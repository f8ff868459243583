// SPDX-License-Identifier: Apache-2.0
// The first byte chooses: the whole zip archive is made up, or only the XML of the document in it.
#include <string>

#include "extract/read/docx_body.h"
#include "extract/read/readers.h"
#include "fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace scholargraph;
  if (size == 0) return 0;
  if (data[0] % 2 == 0) return fuzz_reader(kDocxFormat, data + 1, size - 1);
  const std::string_view xml(reinterpret_cast<const char*>(data + 1), size - 1);
  std::string error;
  DocxParts parts;
  parts.styles = read_docx_styles(xml, error);
  parts.numbering = read_numbering(xml, error);
  for (const Block& block : read_docx_body(xml, parts, error)) check_block(block);
  return 0;
}
