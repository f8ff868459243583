// SPDX-License-Identifier: Apache-2.0
// Interned names against a map.
#include <map>
#include <random>

#include "catch.h"
#include "model/name_pool.h"

using namespace scholargraph;

TEST_CASE("a name without parts is its text, one with parts is kept once") {
  NamePool names;
  const PrintedName plain{StringId(7), {}, {}};
  const PrintedName person{StringId(7), StringId(8), StringId(9)};
  const PrintedName venue{StringId(7), {}, StringId(3)};
  CHECK(names.intern(plain).value == 7);
  CHECK(names.with_parts().empty());
  const NameId first = names.intern(person);
  CHECK(NamePool::has_parts(first));
  CHECK(names.intern(venue) != first);
  CHECK(names.intern(person) == first);
  CHECK(names.with_parts() == std::vector{person, venue});
  CHECK(names[first] == person);
  CHECK(names[NameId(7)] == plain);
  CHECK(names.text(first) == StringId(7));
}

TEST_CASE("many names keep their ids, also after the index was given back") {
  NamePool names;
  std::map<PrintedName, NameId> known;
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const PrintedName name{StringId(random() % 50), StringId(random() % 20), StringId(random() % 20)};
    const auto [entry, fresh] = known.emplace(name, NameId(0));
    if (fresh) entry->second = names.intern(name);
    CHECK(names.intern(name) == entry->second);
    if (i == 10000) names.release_index();
  }
  CHECK(names.with_parts().size() == known.size());
  for (const auto& [name, id] : known) CHECK(names[id] == name);
}
