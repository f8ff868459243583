// SPDX-License-Identifier: Apache-2.0
#include "extract/read/readers.h"
#include "fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return scholargraph::fuzz_reader(scholargraph::kMarkdownFormat, data, size);
}
