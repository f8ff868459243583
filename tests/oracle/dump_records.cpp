// SPDX-License-Identifier: Apache-2.0
// dump_records FILE…: the records of bibliographic sources as text, for oracles to compare with what others read. Each
// file begins with a line "file: NAME: FORMAT" ("none" when it is no source).
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "unit/source/record_dump.h"

int main(int argc, char** argv) {
  using namespace scholargraph;
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const SourceFormat* format = detect_source(argv[i], std::string_view(bytes).substr(0, std::size_t{1} << 16));
    std::printf("file: %s: %s\n", argv[i], format ? std::string(format->name).c_str() : "none");
    if (format) std::fputs(dump_source(*format, bytes).text().c_str(), stdout);
  }
}
