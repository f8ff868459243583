// SPDX-License-Identifier: Apache-2.0
// tokenizers xml|json FILE…: how fast the bare tokenizer runs over the files, one core, bytes in memory, nothing kept.
// Prints MB/s. This is what the readers of sources are measured against.
#include <expat.h>
#include <rapidjson/reader.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

void on_start(void*, const char*, const char**) {}
void on_end(void*, const char*) {}
void on_text(void*, const char*, int) {}

bool run_expat(const std::string& bytes) {
  XML_Parser parser = XML_ParserCreate(nullptr);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  const bool fine = XML_Parse(parser, bytes.data(), static_cast<int>(bytes.size()), 1) == XML_STATUS_OK;
  XML_ParserFree(parser);
  return fine;
}

bool run_rapidjson(std::string& bytes) {
  constexpr unsigned kFlags = rapidjson::kParseInsituFlag | rapidjson::kParseStopWhenDoneFlag;
  rapidjson::Reader reader;
  rapidjson::BaseReaderHandler<> handler;
  rapidjson::InsituStringStream stream(bytes.data());
  for (;;) {
    while (stream.Peek() == '\n' || stream.Peek() == '\r' || stream.Peek() == ' ') stream.Take();
    if (stream.Peek() == '\0') return true;
    if (reader.Parse<kFlags>(stream, handler).IsError()) return false;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: tokenizers xml|json FILE...\n", stderr);
    return 2;
  }
  const bool xml = std::string_view(argv[1]) == "xml";
  std::vector<std::string> files;
  std::size_t total = 0;
  for (int i = 2; i < argc; ++i) {
    std::ifstream file(argv[i], std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    total += files.back().size();
  }
  const auto begin = std::chrono::steady_clock::now();
  for (std::string& bytes : files) {
    if (xml ? run_expat(bytes) : run_rapidjson(bytes)) continue;
    std::fputs("tokenizers: a file is not well-formed\n", stderr);
    return 1;
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  std::printf("%.1f\n", static_cast<double>(total) / 1e6 / taken.count());
  return 0;
}
