// SPDX-License-Identifier: Apache-2.0
#include "fuzz_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return scholargraph::fuzz_source("crossref-json", data, size);
}
