// SPDX-License-Identifier: Apache-2.0
// CVs whose lines a printer or a conversion joined, wrapped or gave one number.
#include "catch.h"
#include "unit/cv/cv_fixture.h"

using namespace scholargraph;

TEST_CASE("a page without line ends loses nothing") {
  const CvRecord cv =
      extract_document(
          {"cv.html",
           "<html><body><h1>Mina Sample</h1><h2>Education</h2><p>PhD, University of Demoville, 2015</p>"
           "<h2>Publications</h2><ul><li>M. Sample, O. Orth. Tides and their tables. Journal of Tides, 2016.</li>"
           "<li>M. Sample. Ponds of the north. Journal of Ponds, 2017.</li></ul>"
           "<h2>Service</h2><ul><li>Reviewer: ICML, KDD</li></ul></body></html>"})
          .cv;
  CHECK(degrees(cv) == Rows{"University of Demoville | PhD | -2015 | 1-1"});
  CHECK(cv.papers.size() == 2);
  REQUIRE(cv.service.size() == 2);
  CHECK(cv.service[0].venue == "ICML");
}

TEST_CASE("lines that a conversion joined") {
  const CvRecord cv = read(R"(# Mina Sample

## Education

### Master of Arts, 2013

University of Demoville Department of Modern Tides Thesis: “On the making of tide tables by
hand and of the people who read them in the harbours”

## Employment

**June 2020 – December 2024**

Senior research scientist at Sampletown Management University, Centre for Imaginary Law. Profile page: https://law.example.org/people/mina-sample

**2017**

Summer study on tides, led by Prof. Otto Orth, XyTIC, Sampletown, NM, USA
)");
  CHECK(degrees(cv) == Rows{"University of Demoville | Masters | -2013 | 5-8"});
  CHECK(positions(cv) ==
        Rows{"Sampletown Management University | Senior research scientist | job | 2020-2024 | 12-14"});
}

TEST_CASE("an owner below the heading of a page, and none at the end of a line of a sentence") {
  CHECK(read("# About\n\nAda Q. Lind\n\nHi, I'm Ada. I study tides.\n\n## Publications\n\n- A. Lind. Tides. 2019.\n")
            .owner == "Ada Q. Lind");
  CHECK(read("I am a student of tides at the University of Demoville and am advised by Prof.\nAda Lind (X). I like "
             "ponds.\n\n"
             "## Education\n\n- 2021 - now PhD student, University of Demoville\n")
            .owner.empty());
}

TEST_CASE("titles above their authors on wrapped lines") {
  const CvRecord cv = read(R"(# Ada Lind

## Publications

- [Tides and their tables: a long survey of what harbours print](https://a.example.org)
  Ada Lind, Bo Orth. Journal of Tides, 2019.
- Ponds of the north and what they tell of those who live there
  **Ada Lind**, Bo Orth. Journal of Ponds, 2020.
- [Shores and their maps: how coasts were drawn before the survey](https://b.example.org) \\\\
  **Ada Lind**, Cy Marn. Journal of Shores, 2021.
)");
  REQUIRE(cv.papers.size() == 3);
  CHECK(cv.papers[0].title == "Tides and their tables: a long survey of what harbours print");
  CHECK(cv.papers[1].title == "Ponds of the north and what they tell of those who live there");
  CHECK(cv.papers[2].title == "Shores and their maps: how coasts were drawn before the survey");
  for (const PaperRecord& paper : cv.papers) {
    REQUIRE(paper.authors.size() == 2);
    CHECK(paper.authors[0].full == "Ada Lind");
  }
}

TEST_CASE("a numbered work wraps on its page") {
  Block block;
  block.kind = BlockKind::kListItem;
  block.level = 1;
  block.marker = "[1]";
  block.text = "Tides and their tables: a long survey of what harbours print. with Polar Station. Tide Letters\n2019";
  for (const std::uint32_t begin : {0U, static_cast<std::uint32_t>(block.text.find('\n') + 1)}) {
    Line line;
    line.begin = begin;
    line.page = 1;
    line.line = begin == 0 ? 1 : 2;
    block.lines.push_back(line);
  }
  LayoutDocument document;
  document.pages = 1;
  document.blocks.push_back(block);
  DocumentQuality quality;
  Diagnostics diagnostics;
  const CvRecord cv = understand_cv(document, quality, diagnostics);
  REQUIRE(cv.papers.size() == 1);
  CHECK(cv.papers[0].title == "Tides and their tables: a long survey of what harbours print");
  CHECK(cv.papers[0].year == 2019);
}
