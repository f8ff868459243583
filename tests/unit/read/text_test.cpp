// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.h"
#include "extract/format.h"
#include "extract/layout_dump.h"
#include "extract/read/readers.h"

using namespace scholargraph;

namespace {

std::string layout_of(std::string_view text) {
  Diagnostics diagnostics;
  return dump_layout(kTextFormat.read({"cv.txt", text}, diagnostics));
}

}  // namespace

TEST_CASE("text: blank lines part paragraphs, lines keep their columns, wide blanks are gaps") {
  CHECK(layout_of("Ada Vold\nReader\n\n  Oslo     2001\tnow\n") ==
        "paragraph\n  1@1   Ada Vold\n  2@1   Reader\nparagraph gap\n  4@3   Oslo⇥2001⇥now\n");
}

TEST_CASE("text: list items by marker and indentation") {
  CHECK(layout_of("- one\n  more\n  * two\n- three\n") ==
        "item 1 marker=-\n  1@1   one\n  2@3   more\nitem 2 marker=*\n  3@3   two\nitem 1 marker=-\n  4@1   three\n");
  CHECK(layout_of("[1] A. Vold. On ice.\n[2] B. Tarn. On snow.\n") ==
        "item 1 marker=[1]\n  1@1   A. Vold. On ice.\nitem 1 marker=[2]\n  2@1   B. Tarn. On snow.\n");
}

TEST_CASE("text: a number inside a paragraph is no marker unless it counts on") {
  CHECK(layout_of("We met in the year\n12. It was cold.\n") ==
        "paragraph\n  1@1   We met in the year\n  2@1   12. It was cold.\n");
  CHECK(layout_of("1986. A paper.\n") == "paragraph\n  1@1   1986. A paper.\n");
}

TEST_CASE("text: underlined lines are headings, rules are not text") {
  CHECK(layout_of("Education\n=========\nPhD 2001\n-----\n\n----------\nMA\n") ==
        "heading 1\n  1@1   Education\nheading 2\n  3@1   PhD 2001\nparagraph gap\n  7@1   MA\n");
}

TEST_CASE("text: soft hyphens") {
  CHECK(layout_of("Rein\u00AD\nforced three\u00ADlevel ice\n") ==
        "paragraph\n  1@1   Reinforced\n  2@1   three-level ice\n");
}

TEST_CASE("text: page numbers and running heads are not text") {
  std::string text;
  for (int page = 1; page <= 4; ++page) {
    for (int line = 0; line < 12; ++line) text += "Ice of page " + std::to_string(line * 7) + " here\n";
    text += "Ada Vold\nVita " + std::to_string(page) + "\n\n" + std::to_string(page) + "\n\n";
  }
  const std::string layout = layout_of(text);
  CHECK(layout.find("Vita") == std::string::npos);
  CHECK(layout.find("Ada Vold") == std::string::npos);
  CHECK(layout.find("   2\n") == std::string::npos);
  CHECK(layout.find("64@1   Ice of page 77 here") == std::string::npos);
  CHECK(layout.find("63@1   Ice of page 77 here") != std::string::npos);
}

TEST_CASE("text: numbers that do not count pages stay") {
  CHECK(layout_of("Semester 1\nSemester 2\nSemester 3\n").find("Semester 2") != std::string::npos);
}
