// SPDX-License-Identifier: Apache-2.0
// Interned strings against a map.
#include <map>
#include <random>
#include <string>

#include "catch.h"
#include "model/string_pool.h"

using namespace scholargraph;

namespace {

/// Words that come again, empty ones, and some that fill a page or more.
std::string random_text(std::mt19937& random) {
  const std::size_t size = random() % 200 == 0 ? 200'000 + random() % 200'000 : random() % 4;
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + random() % 7);
  return text;
}

}  // namespace

TEST_CASE("equal text has one id, and each id its text") {
  StringPool pool;
  std::map<std::string, StringId> known{{"", StringId(0)}};
  std::mt19937 random(7);
  for (int i = 0; i < 3000; ++i) {
    if (i == 1500) pool.release_index();
    const std::string text = random_text(random);
    const StringId id = pool.intern(text);
    const auto [entry, fresh] = known.emplace(text, id);
    CHECK(entry->second == id);
    if (fresh) CHECK(id.value + 1 == known.size());
    CHECK(pool.find(text) == id);
  }
  CHECK(pool.size() == known.size());
  for (const auto& [text, id] : known) CHECK(pool.view(id) == text);
  CHECK_FALSE(pool.find("not there").valid());
}

TEST_CASE("a pool takes all strings of another one, with or without its index") {
  std::mt19937 random(8);
  for (const bool released : {false, true}) {
    StringPool one;
    StringPool other;
    for (int i = 0; i < 300; ++i) one.intern(random_text(random));
    for (int i = 0; i < 500; ++i) other.intern(random_text(random));
    if (released) one.release_index();
    if (released) other.release_index();
    const std::size_t before = one.size();
    const std::vector<StringId> ids = one.intern_all(other);
    REQUIRE(ids.size() == other.size());
    CHECK(one.size() > before);
    for (std::size_t i = 0; i < ids.size(); ++i) {
      CHECK(one.view(ids[i]) == other.view(StringId(i)));
      CHECK(one.find(other.view(StringId(i))) == ids[i]);
    }
  }
}
