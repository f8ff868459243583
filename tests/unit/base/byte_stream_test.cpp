// SPDX-License-Identifier: Apache-2.0
#include "base/byte_stream.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdio>

#include "base/block_reader.h"
#include "catch.h"

namespace scholargraph {
namespace {

std::string gzip(const std::string& text) {
  z_stream state{};
  deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 1000, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  deflate(&state, Z_FINISH);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

std::string zstd(const std::string& text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 3));
  return out;
}

std::string many_lines() {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += "line " + std::to_string(i) + "\n";
  return text;
}

std::string read_all(std::string_view bytes, std::string* error = nullptr) {
  const auto stream = open_bytes_in_memory(bytes);
  std::string out;
  char buffer[7777];
  while (const std::size_t got = stream->read(buffer, sizeof buffer)) out.append(buffer, got);
  if (error) *error = stream->error();
  return out;
}

TEST_CASE("compressed streams give the bytes back") {
  const std::string text = many_lines();
  CHECK(read_all(text) == text);
  CHECK(read_all(gzip(text)) == text);
  CHECK(read_all(zstd(text)) == text);
  CHECK(read_all(gzip(text) + gzip("second member\n")) == text + "second member\n");
  CHECK(read_all(zstd(text) + zstd("second frame\n")) == text + "second frame\n");
  CHECK(read_all("").empty());
  CHECK(read_all("a") == "a");
}

TEST_CASE("damaged compressed streams keep what came before and say so") {
  const std::string text = many_lines();
  std::string error;
  const std::string zipped = gzip(text);
  const std::string part = read_all(std::string_view(zipped).substr(0, zipped.size() / 2), &error);
  CHECK(error == "the gzip data ends early");
  CHECK(text.starts_with(part));
  CHECK(part.size() > text.size() / 4);
  const std::string frame = zstd(text);
  read_all(std::string_view(frame).substr(0, frame.size() / 2), &error);
  CHECK(error == "the zstd data ends early");
  std::string broken = zipped;
  for (std::size_t i = 100; i < 200; ++i) broken[i] = '\x55';
  read_all(broken, &error);
  CHECK(error == "the gzip data is damaged");
}

std::string tar_entry(const std::string& name, const std::string& content, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char size[13];
  std::snprintf(size, sizeof size, "%011o", static_cast<unsigned>(content.size()));
  header.replace(124, 11, size);
  header[156] = type;
  header.replace(257, 5, "ustar");
  std::string entry = header + content;
  entry.resize((entry.size() + 511) / 512 * 512, '\0');
  return entry;
}

TEST_CASE("the files of an archive come one after the other") {
  const std::string end(1024, '\0');
  const std::string archive =
      tar_entry("a", "first") + tar_entry("folder", "", '5') + tar_entry("b", std::string(1000, 'x')) + end;
  CHECK(read_all(archive) == "first\n" + std::string(1000, 'x') + "\n");
  CHECK(read_all(gzip(archive)) == "first\n" + std::string(1000, 'x') + "\n");
  std::string error;
  read_all(archive.substr(0, 1700), &error);
  CHECK(error == "the tar archive ends early");
}

TEST_CASE("blocks end at record boundaries and lose nothing") {
  const std::string text = many_lines() + "no line end";
  for (const std::size_t target : {1u, 10u, 1000u, 100000u, 10000000u}) {
    const auto stream = open_bytes_in_memory(text);
    BlockReader reader(*stream, cut_at_line_end, target);
    std::string all;
    std::uint64_t line = 1;
    for (RecordBlock block; reader.next(block);) {
      CHECK(block.offset == all.size());
      CHECK(block.first_line == line);
      line += static_cast<std::uint64_t>(std::count(block.bytes.begin(), block.bytes.end(), '\n'));
      all += block.bytes;
      if (all.size() < text.size()) CHECK(block.bytes.back() == '\n');
      if (target == 1 && all.size() > 2000) break;
    }
    CHECK(text.starts_with(all));
    if (target > 1) CHECK(all == text);
  }
}

TEST_CASE("a record above the limit comes in pieces") {
  const std::string text(100, 'x');
  const auto stream = open_bytes_in_memory(text);
  BlockReader reader(*stream, cut_at_line_end, 10, 40);
  RecordBlock block;
  CHECK(reader.next(block));
  CHECK(block.bytes.size() == 40);
  CHECK(reader.next(block));
  CHECK(reader.next(block));
  CHECK(block.bytes.size() == 20);
  CHECK_FALSE(reader.next(block));
}

}  // namespace
}  // namespace scholargraph
