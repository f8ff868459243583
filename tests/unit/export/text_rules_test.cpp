// SPDX-License-Identifier: Apache-2.0
#include "export/text_rules.h"

#include <cstdlib>

#include "catch.h"

namespace scholargraph {
namespace {

struct Case {
  const TextRules* rules;
  std::string in;
  std::string out;
  std::uint64_t replaced = 0;
};

TEST_CASE("text is cleaned and escaped in one pass") {
  const std::string bad = "\xEF\xBF\xBD";
  const std::vector<Case> table = {
      {&kXmlText, "a & b < c > d ]]> \"q\" 'q'", "a &amp; b &lt; c &gt; d ]]&gt; \"q\" 'q'"},
      {&kXmlText, "tab\tline\nreturn\r", "tab\tline\nreturn&#13;"},
      {&kXmlAttribute, "\"\t\n\r'", "&quot;&#9;&#10;&#13;'"},
      {&kXmlText, std::string("\0\x01\x1b", 3), bad + bad + bad, 3},
      {&kXmlText, "\x7f\xC2\x85", "\x7f\xC2\x85"},
      {&kXmlText, "\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD", bad + "|" + bad + "|" + bad, 2},
      {&kXmlText, "\xF0\x9F\x98\x80 \xE5\xBC\xA0", "\xF0\x9F\x98\x80 \xE5\xBC\xA0"},
      {&kXmlText, "\xED\xA0\x80 \xFF \xC3( \xE4\xB8", bad + bad + bad + " " + bad + " " + bad + "( " + bad + bad, 7},
      {&kJson, "\"\\\n\t\r/", "\\\"\\\\\\n\\t\\r/"},
      {&kJsonInXml, "<\"&", "&lt;\\\"&amp;"},
      {&kCsv, "a \"b\", c\nd", "a \"\"b\"\", c\nd"},
      {&kJsonInCsv, "a \"b\"\n", "a \\\"\"b\\\"\"\\n"},
      {&kCypher, "it's \\ a\nb", "it\\'s \\\\ a\\nb"},
      {&kCypher, "", ""},
  };
  for (const Case& one : table) {
    std::string out;
    std::uint64_t replaced = 0;
    append_text(out, one.in, *one.rules, replaced);
    INFO(one.in);
    CHECK(out == one.out);
    CHECK(replaced == one.replaced);
  }
}

TEST_CASE("doubles are short, exact and never look like integers") {
  const std::vector<std::pair<double, std::string>> table = {
      {1, "1.0"},
      {0, "0.0"},
      {-2, "-2.0"},
      {0.1, "0.1"},
      {1.0 / 3, "0.3333333333333333"},
      {1234567.891, "1234567.891"},
      {1e20, "1e20"},
      {1e-9, "1e-09"},
      {5e-324, "5e-324"},
      {1e22, "1e22"},
  };
  for (const auto& [value, expected] : table) {
    std::string out;
    append_number(out, value);
    CHECK(out == expected);
    CHECK(std::strtod(out.c_str(), nullptr) == value);
  }
}

}  // namespace
}  // namespace scholargraph
