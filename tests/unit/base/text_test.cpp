// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include "catch.h"

using namespace scholargraph;

TEST_CASE("fold makes equal what people read as equal") {
  struct Case {
    const char* text;
    const char* folded;
  };
  const Case cases[] = {
      {"Müller-Łoś, J.", "muller los j"}, {"  Ada   Lovelace\n", "ada lovelace"}, {"STRASSE", "strasse"},
      {"Straße", "strasse"},              {"Ångström", "angstrom"},               {"李伟", "李伟"},
      {"", ""},                           {"…—!", ""},                            {"ﬁnite", "finite"},
  };
  for (const Case& c : cases) CHECK(fold(c.text) == c.folded);
  CHECK(squash("Müller-Łoś, J.") == "mullerlosj");
}

TEST_CASE("malformed UTF-8 is replaced and counted") {
  std::size_t replaced = 0;
  CHECK(sanitize_utf8("a\xff" "b\xc3", &replaced) == "a\xef\xbf\xbd" "b\xef\xbf\xbd");
  CHECK(replaced == 2);
  CHECK(sanitize_utf8("żółw", &replaced) == "żółw");
  CHECK(replaced == 2);
  CHECK(is_valid_utf8("żółw"));
  CHECK_FALSE(is_valid_utf8("\xed\xa0\x80"));
  CHECK_FALSE(is_valid_utf8("\xc0\xaf"));
}

TEST_CASE("blanks are trimmed and collapsed, the Unicode ones too") {
  CHECK(trim("\xc2\xa0 a b \xe2\x80\x8b") == "a b");
  CHECK(trim("   ").empty());
  CHECK(collapse_spaces(" a \n\t b\xc2\xa0" "c ") == "a b c");
}

TEST_CASE("splitting keeps empty fields and drops empty words") {
  CHECK(split("a,,b", ',') == std::vector<std::string_view>{"a", "", "b"});
  CHECK(split_words("  a \t b ") == std::vector<std::string_view>{"a", "b"});
  CHECK(split_lines("a\r\nb\rc\nd") == std::vector<std::string_view>{"a", "b", "c", "d"});
  CHECK(join({"a", "b"}, ", ") == "a, b");
  CHECK(replace_all("aXbX", "X", "--") == "a--b--");
}

TEST_CASE("edit_distance") {
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("", "abc") == 3);
  CHECK(edit_distance("same", "same") == 0);
}

TEST_CASE("code points") {
  CHECK(utf8_length("żółw") == 4);
  std::string out;
  append_utf8(out, 0x1F600);
  append_utf8(out, 0xD800);
  CHECK(out == "😀\xef\xbf\xbd");
  std::size_t pos = 0;
  CHECK(next_code_point(out, pos) == 0x1F600);
  CHECK(pos == 4);
}
