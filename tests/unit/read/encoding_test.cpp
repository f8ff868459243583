// SPDX-License-Identifier: Apache-2.0
#include "extract/read/encoding.h"

#include <string>

#include "catch.h"

using namespace scholargraph;
using namespace std::string_literals;

namespace {

struct Read {
  std::string text;
  Diagnostics diagnostics;
};

Read decode(const std::string& bytes) {
  Read read;
  read.text = decode_text({"f", bytes}, read.diagnostics);
  return read;
}

}  // namespace

TEST_CASE("decode: marks and wide encodings") {
  const struct {
    std::string bytes;
    std::string text;
  } cases[] = {
      {"\xEF\xBB\xBFZo\u00EB", "Zo\u00EB"},
      {"\xFF\xFEZ\0o\0\xEB\0"s, "Zo\u00EB"},
      {"\xFE\xFF\0Z\0o\0\xEB"s, "Zo\u00EB"},
      {"\xFF\xFE\0\0Z\0\0\0\xEB\0\0\0"s, "Z\u00EB"},
      {"A\0d\0a\0 \0V\0\xF8\0l\0d\0"s, "Ada V\u00F8ld"},
      {"\xFF\xFE\x3D\xD8\x00\xDE"s, "\U0001F600"},
      {"a\r\nb\rc\n", "a\nb\nc\n"},
      {"a\0b\n"s, "ab\n"},
  };
  for (const auto& test : cases) {
    const auto read = decode(test.bytes);
    CHECK(read.text == test.text);
    CHECK(read.diagnostics.empty());
  }
}

TEST_CASE("decode: Windows-1252 when it is nothing else") {
  const auto read = decode("Ren\xE9 Gar\xE7on \x96 \x93Glace\x94\n");
  CHECK(read.text == "Ren\u00E9 Gar\u00E7on \u2013 \u201CGlace\u201D\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message == "read as Windows-1252");
  CHECK(read.diagnostics[0].severity == Severity::kNote);
}

TEST_CASE("decode: damaged UTF-8 stays UTF-8") {
  const auto read = decode("J\u00F6rg \u00C5se \u00D8rn \u00FCber \xFF\n");
  CHECK(read.text == "J\u00F6rg \u00C5se \u00D8rn \u00FCber \uFFFD\n");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message == "expected UTF-8, found 1 malformed bytes; they read as U+FFFD");
}

TEST_CASE("decode: East Asian encodings") {
  // "履歴書 学歴 大阪大学 経済学研究科" and "教育背景 北京大学 计算机科学"
  const auto sjis = decode("\x97\x9A\x97\xF0\x8F\x91 \x8Aw\x97\xF0 \x91\xE5\x8D\xE3\x91\xE5\x8Aw\n");
  CHECK(sjis.text == "履歴書 学歴 大阪大学\n");
  const auto gb = decode("\xBD\xCC\xD3\xFD\xB1\xB3\xBE\xB0 \xB1\xB1\xBE\xA9\xB4\xF3\xD1\xA7\n");
  CHECK(gb.text == "教育背景 北京大学\n");
}

TEST_CASE("decode: a line without end is cut") {
  const auto read = decode("x\n" + std::string(3u << 20, 'y') + "\nz\n");
  CHECK(read.text.size() == kMaxLineBytes + 5);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].line == 2);
  CHECK(read.diagnostics[0].message == "line of 3145728 bytes cut after 1048576");
}
