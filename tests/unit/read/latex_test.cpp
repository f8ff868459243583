// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "catch.h"
#include "extract/layout_dump.h"
#include "extract/read/readers.h"
#include "extract/read/tex_tables.h"

using namespace scholargraph;

namespace {

struct Read {
  std::string layout;
  Diagnostics diagnostics;
};

Read read(std::string_view source) {
  Read result;
  result.layout = dump_layout(kLatexFormat.read({"cv.tex", source}, result.diagnostics));
  return result;
}

std::string layout_of(std::string_view source) { return read(source).layout; }

/// The text of a one-line document.
std::string text_of(const std::string& source) {
  Diagnostics diagnostics;
  const auto document = kLatexFormat.read({"cv.tex", source}, diagnostics);
  return document.blocks.empty() ? "" : document.blocks[0].text;
}

}  // namespace

TEST_CASE("latex: characters, accents, symbols, mathematics") {
  const struct {
    std::string source;
    std::string text;
  } cases[] = {
      {"\\'Ad\\`a \\\"{o}\\\"o \\c{c}\\c s \\v{S}\\v c \\H{o} \\k{a} \\r{u} \\~n \\^{\\i} \\u{g} \\=a \\.z",
       "Ádà öö çş Šč ő ą ů ñ î ğ ā ż"},
      {"\\o\\ss\\ae\\AA{} \\l{}ód\\'z \\O rn", "øßæÅ łódź Ørn"},
      {"1999--2001---``now'' `x' \\& \\% \\$ \\_ \\# a~b", "1999–2001—“now” ‘x' & % $ _ # a b"},
      {"$\\alpha$-ice, 5$^{th}$, H$_2$O, $a \\times b$, $-3$", "α-ice, 5th, H2O, a × b, −3"},
      {"\\mnras{} and \\apj, \\LaTeX", "MNRAS and ApJ, LaTeX"},
      {"a % gone\n  b 5\\% c", "a b 5% c"},
      {"x\\hfill 2001 \\hspace{2cm} y\\hspace{1pt}z", "x\t2001\ty z"},
      {"\\textcolor{red}{in} {\\color{blue}side} \\mbox{box} \\vspace{2pt}out", "in side box out"},
      {"\\emph{a} \\unknown{b} \\unknown c", "a b c"},
      {"\\frac{1}{2} \\verb|a\\b| \\ldots", "1/2 a\\b …"},
      {"\\iffalse no \\ifx a b \\fi \\fi yes", "yes"},
  };
  for (const auto& test : cases) CHECK(text_of(test.source) == test.text);
}

TEST_CASE("latex: blocks, styles and lines") {
  const struct {
    std::string_view source;
    std::string_view layout;
  } cases[] = {
      {"\\section*{Vita}\none\ntwo\\\\\nthree\n\nfour",
       "heading 1 gap\n  1   Vita\nparagraph\n  2   one\n  3   two\n  4 + three\nparagraph gap\n  6   four\n"},
      {"\\begin{itemize}\n\\item one\n\\begin{enumerate}\n\\item two\n\\end{enumerate}\n\\item[--] three\n\\end{itemize}",
       "item 1 marker=• gap\n  2   one\nitem 2 marker=1.\n  4   two\nitem 1 marker=–\n  6   three\n"},
      {"\\begin{description}\\item[2001:] Oslo\\end{description}",
       "item 1 gap\n  1   2001:⇥Oslo\n      <b> 2001:\n"},
      {"\\begin{tabular}{ll}\n2001 & PhD\\\\\n & Oslo\\\\ \\hline\n\\end{tabular}",
       "row gap\n  2   2001⇥PhD\nrow\n  3   ⇥Oslo\n"},
      {"{\\bf a \\it b} c \\href{http://x.org/\\%20}{d} \\url{http://y.org}",
       "paragraph\n  1   a b c d http://y.org\n      <b> a b\n      <i> b\n      <a> d -> http://x.org/%20\n      <a> "
       "http://y.org -> http://y.org\n"},
      {"\\begin{thebibliography}{9}\n\\bibitem{k} {Vold}, A. \\newblock Ice.\n\\bibitem[Tarn]{t} Snow.\n\\end{thebibliography}",
       "item 1 marker=[1] gap\n  2   Vold, A. Ice.\nitem 1 marker=[2]\n  3   Snow.\n"},
      {"\\cvlistitem{one}\n\\cvitem{When}{What}\n",
       "item 1 marker=•\n  1   one\nrow\n  2   When⇥What\n"},
      {"\\href{http://x.org/a%20b}{c} d % e\n", "paragraph\n  1   c d\n      <a> c -> http://x.org/a%20b\n"},
      {"\\begin{comment}\nno\n\\end{comment}\n\\cventry{2001}{Reader}{Oslo}{}{}{Taught\n ice}\n",
       "row\n  4   2001⇥Reader⇥Oslo⇥Taught\n  5   ice\n"},
  };
  for (const auto& test : cases) CHECK(layout_of(test.source) == test.layout);
}

TEST_CASE("latex: macros of the document") {
  CHECK(layout_of("\\newcommand{\\me}{\\textbf{A. Vold}}\\newcommand*\\job[3][now]{#2 (#1), #3}\n"
                  "\\def\\at#1{at #1}\\let\\by=\\me\n\\begin{document}\n\\me\\ and \\by, \\job{Reader}{\\at{Oslo}}\n\\end{document} no") ==
        "paragraph\n  4   A. Vold and A. Vold, Reader (now), at Oslo\n      <b> A. Vold\n      <b> A. Vold\n");
  CHECK(layout_of("\\newenvironment{job}[1]{\\textit{#1}: }{!}\\begin{job}{Reader}Oslo\\end{job}") ==
        "paragraph gap\n  1   Reader: Oslo!\n      <i> Reader\n");
  CHECK(layout_of("\\newif\\iflong \\longfalse a \\iflong b\\else c\\fi d") == "paragraph\n  1   a cd\n");
  CHECK(layout_of("\\def\\lang{en}\\ifthenelse{\\equal{\\lang}{en}}{Ice}{Eis}") == "paragraph\n  1   Ice\n");
}

TEST_CASE("latex: the preamble gives only definitions and facts") {
  CHECK(layout_of("\\documentclass[a4paper]{moderncv}\nstray\n\\name{Ada}{Vold}\n\\title{Reader}\n\\begin{document}\n"
                  "text\n\\end{document}\n") ==
        "meta name=Ada Vold (3)\nmeta title=Reader (4)\nparagraph\n  6   text\n");
}

TEST_CASE("latex: macros without end stop") {
  const auto result = read("\\def\\a{x\\a\\a}\\a done");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].message == "macros expand without end; the rest of them is left out");
  CHECK(result.layout.find("done") != std::string::npos);
}

TEST_CASE("latex: files that are asked for are named") {
  const auto result = read("a\n\\input{papers.tex}\n");
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(to_string(result.diagnostics[0]) == "cv.tex:2: note: \\input{papers.tex} is not read (join the files into one)");
}
