// SPDX-License-Identifier: Apache-2.0
#include "support/fake_graph.h"

namespace scholargraph {

namespace {

using Strings = std::vector<std::string>;

/// Each of these has broken a reader or a writer somewhere.
Strings nasty_texts() {
  return {
      std::string("control \x01\x08\x1b\x1f and nul \0 end", 27),
      "bad utf-8 \xff\xc3( \xed\xa0\x80 \xef\xbf\xbf cut \xe4\xb8",
      "quotes \" ' ` \"\" '' ``",
      "tab\tline\nreturn\rboth\r\nend",
      "xml ]]> <b> &amp; &#0; <!-- --> <?x?>",
      "separators ; | , : \x1f {} [] $ \\ \\n \\u0041 // */",
      "emoji \U0001F469\u200D\U0001F52C \U0001F1F5\U0001F1F1 \U0001F9EC",
      "\u05D0\u05D1\u05D2 \u202E\u0645\u0631\u062D\u0628\u0627\u202C \u200F",
      "\u5F20\u4F1F \u674E\u5A1C \uAE40\uBBFC\uC218 \u0905\u0928\u0941",
      "e\u0301 \u00E9 \uFF21 \u2028 \u2029 \uFEFF \u0085 \u00A0",
      "IEEE INFOCOM, INFORMS",
      " leading and trailing ",
      "= formula @x +1 -2",
      "true",
      "1980.0",
      "007",
      "null",
      "NaN",
  };
}

std::string big_text() {
  std::string out;
  while (out.size() < 300'000) out += "long \u017C\u00F3\u0142w 'quoted' \\ <&> ";
  return out;
}

}  // namespace

FakeGraph nasty_graph() {
  std::vector<FakeNode> nodes = {
      {NodeKind::kPerson, "person:Aa", "", {{"name", ""}}},
      {NodeKind::kPerson, "person:aA", "case only", {{"name", "case only"}, {"orcid", "INF"}}},
      {NodeKind::kPerson, "person:aa", "IEEE INFOCOM", {{"name", "IEEE INFOCOM"}, {"variants", nasty_texts()}}},
      {NodeKind::kPerson, "p'\"`\\<&>;|,\u017C", "id with signs", {{"variants", Strings{"", "a", "", "b;c|d", ""}}}},
      {NodeKind::kPaper,
       "paper:big",
       "big",
       {{"title", big_text()}, {"year", 3'000'000'000}, {"variants", nasty_texts()}}},
      {NodeKind::kPaper, "paper:zero", "numbers", {{"year", std::int64_t{0}}, {"mentions", std::int64_t{-1}}}},
      {NodeKind::kVenue, "venue:Aa", "venue", {{"name", "\n"}}},
  };
  std::vector<FakeEdge> edges;
  int number = 0;
  for (const std::string& text : nasty_texts()) {
    const std::string id = "person:n" + std::to_string(++number);
    nodes.push_back({NodeKind::kPerson, id, text, {{"name", text}, {"mentions", number}, {"cv", Strings{text}}}});
    edges.push_back({EdgeKind::kAuthored,
                     id,
                     "paper:big",
                     1.0 / number,
                     1e-9 * number,
                     {{"position", number}, {"printed", text}},
                     {{"file " + text + ".md", 0, number, number + 1, "", text}}});
    edges.push_back({EdgeKind::kAdvised,
                     id,
                     "person:aa",
                     12345.678,
                     0.1,
                     {{"levels", Strings{text, "PhD"}}, {"present", number % 2 == 0}, {"start", 1990 + number}},
                     {}});
    edges.push_back({EdgeKind::kHosted,
                     id,
                     "person:aa",
                     0.001,
                     1,
                     {{"years", nasty_texts()}},
                     {{"b.bib", 0, 0, 0, text, ""}, {"c.pdf", 3, number, number, "", text}}});
  }
  edges.push_back({EdgeKind::kCoauthor, "person:Aa", "person:aA", 2.5, 1, {{"papers", 7}}, {}});
  edges.push_back({EdgeKind::kCoauthor, "person:aA", "person:aA", 1, 1, {}, {}});
  edges.push_back({EdgeKind::kPublishedIn, "paper:big", "venue:Aa", 1, 1, {{"printed", big_text()}}, {}});
  return {std::move(nodes), std::move(edges)};
}

}  // namespace scholargraph
