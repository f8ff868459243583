// SPDX-License-Identifier: Apache-2.0
#include "base/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <functional>

#include "base/error.h"
#include "catch.h"

using namespace scholargraph;
namespace fs = std::filesystem;

namespace {

/// A fresh folder, removed with everything in it.
struct TemporaryFolder {
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "scholargraph-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~TemporaryFolder() { fs::remove_all(path); }
  fs::path path;
};

std::string message_of(const std::function<void()>& action) {
  try {
    action();
  } catch (const Error& error) {
    return error.what();
  }
  return "nothing thrown";
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("read_file gives the bytes, or the reason why not") {
  const TemporaryFolder folder;
  const std::string path = (folder.path / "a b.txt").string();
  std::ofstream(path) << std::string("x\0y\n", 4);
  CHECK(read_file(path) == std::string("x\0y\n", 4));
  CHECK(message_of([&] { read_file(path, 3); }) == path + ": cannot be read: it is larger than 3 bytes");
  CHECK(message_of([&] { read_file(folder.path); }) == folder.path.string() + ": cannot be read: it is a folder");
  CHECK(message_of([&] { read_file(path + "?"); }) == path + "?: cannot be read: No such file or directory");
}

TEST_CASE("an AtomicFile appears with commit, and not at all without") {
  const TemporaryFolder folder;
  const fs::path path = folder.path / "out.txt";
  {
    AtomicFile dropped(path, false);
    dropped.write("half");
    CHECK_FALSE(fs::exists(path));
  }
  CHECK(files_in(folder.path) == 0);
  AtomicFile kept(path, false);
  kept.write("who");
  kept.write("le");
  kept.commit();
  CHECK(read_file(path) == "whole");
  CHECK(files_in(folder.path) == 1);
}

TEST_CASE("an AtomicFile refuses an existing file unless told to replace it") {
  const TemporaryFolder folder;
  const fs::path path = folder.path / "out.txt";
  std::ofstream(path) << "old";
  CHECK(message_of([&] { AtomicFile(path, false); }) == path.string() + ": already exists");
  AtomicFile file(path, true);
  file.write("new");
  CHECK(read_file(path) == "old");
  file.commit();
  CHECK(read_file(path) == "new");
}

TEST_CASE("an AtomicFile writes to a device and never replaces it") {
  AtomicFile null("/dev/null", false);
  null.write("gone");
  null.commit();
  CHECK(fs::is_character_file("/dev/null"));
  AtomicFile full("/dev/full", true);
  full.write("too much");
  CHECK(message_of([&] { full.commit(); }) == "/dev/full: cannot be written: No space left on device");
  CHECK(fs::is_character_file("/dev/full"));
  const TemporaryFolder folder;
  CHECK(message_of([&] { AtomicFile(folder.path, true); }) == folder.path.string() + ": cannot be written: Is a directory");
}

TEST_CASE("content_hash and to_hex are the same everywhere") {
  CHECK(to_hex(0) == "0000000000000000");
  CHECK(to_hex(0x0123456789abcdefu) == "0123456789abcdef");
  CHECK(content_hash("") != content_hash(std::string_view("\0", 1)));
  CHECK(to_hex(content_hash("scholargraph")) == to_hex(content_hash(std::string("scholar") + "graph")));
}

TEST_CASE("bulk_hash is MurmurHash64A") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "0000000000000000"},
      {"a", "071717d2d36b6b11"},
      {"scholarg", "a2d3640be0097431"},
      {"scholargraph reads XML", "63268519afa6d1ba"},
  };
  for (const auto& [text, expected] : cases) CHECK(to_hex(bulk_hash(text)) == expected);
  CHECK(bulk_hash(std::string_view("\0", 1)) != bulk_hash(std::string_view("\0\0", 2)));
}
