// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <string>

#include "catch.h"
#include "extract/layout_dump.h"
#include "extract/read/html_guard.h"
#include "extract/read/readers.h"

using namespace scholargraph;

namespace {

LayoutDocument document_of(std::string_view html) {
  Diagnostics diagnostics;
  return kHtmlFormat.read({"cv.html", html}, diagnostics);
}

std::string layout_of(std::string_view html) { return dump_layout(document_of(html)); }

std::string repeat(std::string_view piece, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

TEST_CASE("html: blocks, cells, lists") {
  const struct {
    std::string_view source;
    std::string_view layout;
  } cases[] = {
      {"<h2>Vita</h2>\n<p>one<br>two\nthree</p>",
       "heading 2 gap\n  1   Vita\nparagraph gap\n  2   one\n  2 + two\n  3   three\n"},
      {"<ol start=3><li>a<ul><li>b</ul><li><p>c</p></ol>",
       "item 1 marker=3. gap\n  1   a\nitem 2 marker=•\n  1   b\nitem 1 marker=4. gap\n  1   c\n"},
      {"<table><tr><td>2001</td>\n<td>PhD</td><td></td><td>Oslo</td></tr></table>", "row gap\n  1   2001⇥PhD⇥⇥Oslo\n"},
      {"<table><tr><td><p>one</p><p>two</p></td></tr></table>", "paragraph gap\n  1   one\nparagraph gap\n  1   two\n"},
      {"<table><tr><td>2001</td><td>PhD<ul><li>x</ul></td></tr></table>",
       "row gap\n  1   2001⇥PhD\nitem 1 marker=• gap\n  1   x\n"},
      {"<dl><dt>2001</dt><dd>PhD</dd><dt>1999</dt><dd>MSc</dd></dl>", "row gap\n  1   2001⇥PhD\nrow\n  1   1999⇥MSc\n"},
      {"one<br><br>two", "paragraph\n  1   one\nparagraph gap\n  1   two\n"},
      {"a&nbsp;&nbsp;&nbsp;&nbsp;b &amp; c", "paragraph\n  1   a⇥b & c\n"},
      {"<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; "
       "</span></span>Ice</p>",
       "item 2 marker=2. gap\n  1   Ice\n"},
  };
  for (const auto& test : cases) CHECK(layout_of(test.source) == test.layout);
}

TEST_CASE("html: what is not shown is not content") {
  CHECK(layout_of("<head><title>Ada</title><meta name=citation_author content='A. Vold'><style>.x{display:none}"
                  "</style></head><script>y()</script><p class=x>no</p><p hidden>no</p><!-- no --><button>no</button>"
                  "<nav><a href=/>Home</a></nav><p>yes</p>") ==
        "meta title=Ada (1)\nmeta citation_author=A. Vold (1)\nparagraph gap\n  1   yes\n");
}

TEST_CASE("html: styles from tags, attributes and sheets") {
  CHECK(layout_of("<style>.d{font-style:italic}</style><b style='font-weight:normal'>a</b> "
                  "<span style='font-weight:700'>b</span> <span class=d>c</span> <a href=x>d</a>") ==
        "paragraph\n  1   a b c d\n      <b> b\n      <i> c\n      <a> d -> x\n");
}

TEST_CASE("html: a page that is all headings has none") {
  const std::string page = repeat("<h3>Ice and snow and what becomes of them in spring.</h3>\n", 12);
  for (const auto& block : document_of(page).blocks) CHECK(block.kind == BlockKind::kParagraph);
}

TEST_CASE("html: deep and unclosed elements keep their text") {
  const auto deep = document_of(repeat("<div>", 10000) + "core" + repeat("</div>", 10000));
  REQUIRE(deep.blocks.size() == 1);
  CHECK(deep.blocks[0].text == "core");
  const auto open = document_of(repeat("<p><font color=red>x", 3000));
  CHECK(open.blocks.size() == 3000);
  CHECK(bound_html_nesting("<i><i><i>x", 9, 2) == "<i><i>   x");
  CHECK(bound_html_nesting("<div>\n<div\n>x</div></div>", 1, 2) == "<div>\n    \n x      </div>");
}
