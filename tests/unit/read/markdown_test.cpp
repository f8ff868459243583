// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.h"
#include "extract/layout_dump.h"
#include "extract/read/readers.h"

using namespace scholargraph;

namespace {

std::string layout_of(std::string_view text) {
  Diagnostics diagnostics;
  return dump_layout(kMarkdownFormat.read({"cv.md", text}, diagnostics));
}

}  // namespace

TEST_CASE("markdown: blocks, styles and lines") {
  const struct {
    std::string_view source;
    std::string_view layout;
  } cases[] = {
      {"# Ada *Vold*\ntext\n", "heading 1 gap\n  1   Ada Vold\n      <i> Vold\nparagraph gap\n  2   text\n"},
      {"one  \ntwo\nthree\n", "paragraph gap\n  1   one\n  2 + two\n  3   three\n"},
      {"a\\\\\nb\n", "paragraph gap\n  1   a\n  2 + b\n"},
      {"- [1] A. Vold\n- [2] B. Tarn\n",
       "item 1 marker=[1] gap\n  1   A. Vold\nitem 1 marker=[2]\n  2   B. Tarn\n"},
      {"* one\n    * two\n3. three\n",
       "item 1 marker=* gap\n  1   one\nitem 2 marker=*\n  2   two\nitem 1 marker=3. gap\n  3   three\n"},
      {"[Ice](http://ice.org) ~~old~~\n",
       "paragraph gap\n  1   Ice old\n      <a> Ice -> http://ice.org\n      <s> old\n"},
      {"A* and B* are equal, \\[x\\]\n", "paragraph gap\n  1   A* and B* are equal, [x]\n"},
      {"2004. On ice\n", "paragraph gap\n  1   2004. On ice\n"},
      {"text\n\u2022 one\n\u2022 two\n",
       "paragraph gap\n  1   text\nitem 1 marker=\u2022\n  2   one\nitem 1 marker=\u2022\n  3   two\n"},
      {"`code\nspan` then\nmore\n", "paragraph gap\n  1   code span\n      <c> code span\n  2   then\n  3   more\n"},
  };
  for (const auto& test : cases) CHECK(layout_of(test.source) == test.layout);
}

TEST_CASE("markdown: what the dialects add") {
  const struct {
    std::string_view source;
    std::string_view layout;
  } cases[] = {
      {"---\nname: Ada Vold\njob:\n  role: \"Reader\"\n  at:\n  - Oslo\n---\nHi\n",
       "meta name=Ada Vold (2)\nmeta job.role=Reader (4)\nmeta job.at=Oslo (6)\nparagraph gap\n  8   Hi\n"},
      {"| When | What |\n|---|:--:|\n| 2001 | *PhD* |\n",
       "row gap\n  1   When⇥What\nrow\n  3   2001⇥PhD\n      <i> PhD\n"},
      {"Oslo\n: Reader, 2001\n\nBergen\n: Fellow, 1999\n",
       "row gap\n  1   Oslo⇥Reader, 2001\nrow\n  4   Bergen⇥Fellow, 1999\n"},
      {"Oslo\n: Reader\n: Fellow\n\nBergen\n: Clerk\n",
       "row gap\n  1   Oslo⇥Reader\nrow\n  3   Oslo⇥Fellow\nrow\n  5   Bergen⇥Clerk\n"},
      {"Oslo\n: Reader\n: Fellow of a house whose name is so long that it fills the line and goes on over the edge of it, as some do\n\nBergen\n: Clerk\n",
       "paragraph gap\n  1   Oslo\nitem 1\n  2   Reader\nitem 1\n  3   Fellow of a house whose name is so long that it fills the line and goes on over the "
       "edge of it, as some do\nparagraph gap\n  5   Bergen\nitem 1\n  6   Clerk\n"},
      {"::: {.award date=\"2024\"}\n**Ice Prize**\n:::\n",
       "paragraph gap\n  2   Ice Prize⇥2024\n      <b> Ice Prize\n"},
      {"a {% include x %} b\n{{ site.url }}\nc\n", "paragraph gap\n  1   a b\n  3   c\n"},
      {"# Vita {#top .big}\n{: .right}\n", "heading 1 gap\n  1   Vita\n"},
      {"<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> main\n", "paragraph gap\n  2   ours\n  4   theirs\n"},
      {"a\n<!-- x\n\ny -->\nb\n", "paragraph gap\n  1   a\n  5   b\n"},
      {"``` {r}\nx <- 1\n```\ntext\n", "paragraph gap\n  4   text\n"},
  };
  for (const auto& test : cases) CHECK(layout_of(test.source) == test.layout);
}

TEST_CASE("markdown: embedded HTML") {
  CHECK(layout_of("<p><b>Reader</b>\n<span style=\"float:right;\">2001</span><br>\nOslo</p>\n") ==
        "paragraph gap\n  1   Reader⇥2001\n      <b> Reader\n  3 + Oslo\n");
  CHECK(layout_of("<table>\n\n    <tr><td>2001</td>\n\n    <td>PhD &amp; more</td></tr>\n</table>\n") ==
        "row gap\n  3   2001⇥PhD & more\n");
  CHECK(layout_of("<div>\n</div\n\n## Talks\n") == "heading 2 gap\n  4   Talks\n");
}
