// SPDX-License-Identifier: Apache-2.0
// What a PDF can make pdftohtml print, from the pieces with their boxes to the layout; poppler is not part of it.
#include "extract/read/pdf.h"
#include "fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace scholargraph;
  const LayoutDocument document = layout_of_pdf_xml({reinterpret_cast<const char*>(data), size}, 3);
  for (const Block& block : document.blocks) check_block(block);
  return 0;
}
