// SPDX-License-Identifier: Apache-2.0
// The layout of invented pages, written as pdftohtml prints them.
#include "extract/read/pdf.h"

#include "base/text.h"
#include "catch.h"

using namespace scholargraph;

namespace {

/// A page of 600 x 800 points; each piece is placed by its left edge and top.
class Page {
 public:
  Page() : xml_("<page number=\"1\" top=\"0\" left=\"0\" height=\"800\" width=\"600\">\n"
                "<fontspec id=\"0\" size=\"10\" family=\"ABCDEF+Serif\" color=\"#000000\"/>\n"
                "<fontspec id=\"1\" size=\"20\" family=\"ABCDEF+Serif\" color=\"#000000\"/>\n"
                "<fontspec id=\"2\" size=\"10\" family=\"ABCDEF+CMBX10\" color=\"#000000\"/>\n"
                "<fontspec id=\"3\" size=\"10\" family=\"FontAwesome5Free-Solid\" color=\"#000000\"/>\n") {}

  Page& at(int left, int top, const std::string& text, int font = 0, int width = 0) {
    const int size = font == 1 ? 20 : 10;
    const int wide = width > 0 ? width : static_cast<int>(utf8_length(text)) * size / 2;
    xml_ += "<text top=\"" + std::to_string(top) + "\" left=\"" + std::to_string(left) + "\" width=\"" + std::to_string(wide) +
            "\" height=\"" + std::to_string(size) + "\" font=\"" + std::to_string(font) + "\">" + text + "</text>\n";
    return *this;
  }
  [[nodiscard]] std::string xml() const { return xml_ + "</page>\n"; }

 private:
  std::string xml_;
};

/// One line for each block: kind, marker, text with line ends as '/' and gaps as '>'.
std::string shown(const LayoutDocument& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += "PHPIR"[block.kind == BlockKind::kHeading    ? 1
                   : block.kind == BlockKind::kListItem ? 3
                   : block.kind == BlockKind::kTableRow ? 4
                                                        : 0];
    if (!block.marker.empty()) out += "(" + block.marker + ")";
    out += " " + replace_all(replace_all(block.text, "\n", "/"), "\t", ">") + "\n";
  }
  return out;
}

std::string read(const std::string& xml) { return shown(layout_of_pdf_xml(xml, 1)); }

}  // namespace

TEST_CASE("pieces of one baseline are one line, wide gaps are tabs") {
  CHECK(read(Page().at(100, 100, "Entry one", 0, 45).at(148, 100, "in bold", 2, 35).at(500, 100, "2014").xml()) == "P Entry one in bold>2014\n");
  CHECK(read(Page().at(100, 100, "word", 0, 20).at(120, 100, ", joined", 0, 40).xml()) == "P word, joined\n");
  CHECK(read(Page().at(100, 100, "fin\xEF\xAC\x81ish &amp; &lt;go&gt;").xml()) == "P finfiish & <go>\n");
}

TEST_CASE("accents printed before their letter are put on it") {
  CHECK(read(Page().at(100, 100, "Universit`", 0, 50).at(146, 100, "e de Rome").xml()) == "P Universitè de Rome\n");
  CHECK(read(Page().at(100, 100, "M¨", 0, 15).at(110, 100, "uller").xml()) == "P Müller\n");
}

TEST_CASE("accents inside a piece are put on their letter") {
  const struct {
    const char* printed;
    const char* shown;
  } cases[] = {
      {"Universit´e de Gen`eve, Wro´nek", "P Université de Genève, Wrońek\n"},
      {"Gabri¨el D´ıo, Assun¸c˜ao", "P Gabriël Dío, Assunção\n"},
      {"UNIVERSIT´E and Cafe´ noir", "P UNIVERSITÉ and Café noir\n"},
      {"O´Hara, l´Ecole, it´s, don´t", "P O´Hara, l´Ecole, it´s, don´t\n"},
      {"Slova´kova Jelov´ˇc", "P Slovákova Jelov´č\n"},
  };
  for (const auto& test : cases) CHECK(read(Page().at(100, 100, test.printed).xml()) == test.shown);
}

TEST_CASE("drawn items that fill their line end where the next begins as they do") {
  const std::string quoted = Page().at(40, 88, "Papers of all years, printed here in their whole width and up to the very edge of it", 0, 400)
                                 .at(60, 120, "“Ice and Snow,” with Ada Torve, Polar Letters, forthcoming.", 0, 375)
                                 .at(60, 132, "“Thaw and its Ends,” with Ada Torve, Annals of", 0, 378)
                                 .at(60, 144, "Winter 12, 2010.", 0, 80).xml();
  CHECK(read(quoted).find("I “Thaw and its Ends,” with Ada Torve, Annals of/Winter 12, 2010.\n") != std::string::npos);
  const std::string linked = Page().at(40, 88, "Papers of all years, printed here in their whole width and up to the very edge of it", 0, 400)
                                 .at(60, 120, "<a href=\"http://a.org\">Ice and Snow</a>, Ada Torve, 2019 | Code", 0, 375)
                                 .at(60, 132, "<a href=\"http://b.org\">Thaw</a>, Ada Torve", 0, 100).xml();
  CHECK(read(linked).find("I Thaw, Ada Torve\n") != std::string::npos);
  for (const char* end : {"https://ice.example.org/12", "and"}) {
    const std::string bold =
        Page()
            .at(40, 88, "Papers of all years, printed here in their whole width and up to the very edge of it", 0, 400)
            .at(60, 120, "<b>Torve, A.</b> 2019, Ice and Snow, Polar Letters, " + std::string(end), 0, 375)
            .at(60, 132, "<b>Torve, A.</b> 2018, Thaw, Polar Letters", 0, 200)
            .xml();
    INFO(end);
    CHECK((read(bold).find("I Torve, A. 2018, Thaw, Polar Letters\n") != std::string::npos) == (end[0] == 'h'));
  }
}

TEST_CASE("names of a table with one year each are no section names") {
  Page page;
  page.at(40, 80, "Students of all years and what they wrote in their time with me", 0, 300);
  const char* names[] = {"Ada Torve", "Bo Lind", "Cy Marn", "Di Olsvik"};
  for (int i = 0; i < 4; ++i) {
    page.at(60, 110 + 50 * i, names[i], 2, 50).at(170, 110 + 50 * i, "2019-2021", 0, 45).at(270, 110 + 50 * i, "Polar studies", 0, 65);
    page.at(270, 122 + 50 * i, "who now is at the station", 0, 130).at(270, 134 + 50 * i, "in the far north", 0, 90);
  }
  const std::string shown = read(page.xml());
  CHECK(shown.find("Ada Torve>2019-2021>Polar studies") != std::string::npos);
  CHECK(shown.find("Di Olsvik>2019-2021>Polar studies") != std::string::npos);
}

TEST_CASE("a name broken over the lines of its cell is one name") {
  Page page;
  const char* first[] = {"Anna Tor-", "Berta Lind-", "Cora Marn", "Dora Olsvik"};
  const char* second[] = {"vesen", "Strand", "", ""};
  for (int i = 0; i < 4; ++i) {
    page.at(60, 110 + 26 * i, first[i], 2, 60).at(170, 110 + 26 * i, "2019-2021", 0, 45).at(270, 110 + 26 * i, "Polar studies", 0, 65);
    if (*second[i] != 0) page.at(60, 122 + 26 * i, second[i], 2, 40);
  }
  const std::string shown = read(page.xml());
  CHECK(shown.find("Anna Torvesen>2019-2021>Polar studies") != std::string::npos);
  CHECK(shown.find("Berta Lind-Strand>2019-2021>Polar studies") != std::string::npos);
}

TEST_CASE("dated lines below a lead-in are entries of their own") {
  Page page;
  for (int i = 0; i < 12; ++i) page.at(40, 100 + 12 * i, "My work of many years is on the ice of the poles and all that it holds, and it goes on", 0, 400);
  page.at(40, 244, "I have supervised these students of the polar station with the head of it, Cy Marn:", 0, 400);
  const std::string shown = read(page.at(40, 256, "2019 Ada Torve", 0, 70).at(40, 268, "2020 Bo Lind", 0, 60).xml());
  CHECK(shown.find("P 2019 Ada Torve\nP 2020 Bo Lind\n") != std::string::npos);
}

TEST_CASE("a year alone at the foot of a page is no page number") {
  CHECK(read(Page().at(100, 700, "Polar Letters,").at(100, 760, "2018.").xml()) == "P Polar Letters,\nP 2018.\n");
  CHECK(read(Page().at(100, 700, "Polar Letters,").at(100, 760, "18").xml()) == "P Polar Letters,\n");
}

TEST_CASE("letters drawn twice are read once and are bold") {
  const LayoutDocument document = layout_of_pdf_xml(
      Page().at(100, 100, "HHeeaadd  G", 0, 55).at(150, 100, "Goof", 0, 20).at(165, 100, "f  TToorrvvee", 0, 65).at(230, 100, ", since 2011").xml(), 1);
  CHECK(shown(document) == "P Head Gof Torve, since 2011\n");
  REQUIRE(document.blocks[0].styles.size() == 1);
  CHECK(document.blocks[0].styles[0].styles == kBold);
  CHECK(document.blocks[0].styles[0].end == 14);
  CHECK(read(Page().at(100, 100, "AA meeting").at(100, 112, "1122").xml()) == "P AA meeting/1122\n");
}

TEST_CASE("bold and links become spans, icons vanish") {
  const LayoutDocument document = layout_of_pdf_xml(
      Page().at(80, 100, "Envelope", 3).at(100, 100, "Mail <a href=\"mailto:a@b.org\">a@b.org</a>").at(100, 112, "Set bold", 2).xml(), 1);
  REQUIRE(document.blocks.size() == 1);
  const Block& block = document.blocks[0];
  CHECK(block.text == "Mail a@b.org\nSet bold");
  REQUIRE(block.styles.size() == 2);
  CHECK(block.text.substr(block.styles[0].begin, block.styles[0].end - block.styles[0].begin) == "a@b.org");
  CHECK(block.styles[0].target == "mailto:a@b.org");
  CHECK(block.styles[1].styles == kBold);
  CHECK(block.text.substr(block.styles[1].begin) == "Set bold");
}

TEST_CASE("tags in the wrong order do not lose text") {
  CHECK(read(Page().at(100, 100, "<b>one <i>two</b> three</i><a href=\"x\">four").xml()) == "P one two threefour\n");
}

TEST_CASE("two columns are read one after the other, a title over both first") {
  Page page;
  page.at(150, 50, "Title over both of the columns", 1);
  for (int i = 0; i < 8; ++i) {
    page.at(50, 100 + 12 * i, "left column line " + std::to_string(i) + " of running text here");
    page.at(330, 105 + 13 * i, "right column line " + std::to_string(i) + " of running text");
  }
  const std::string text = read(page.xml());
  CHECK(text.find("left column line 7") < text.find("right column line 0"));
  CHECK(text.find("H Title over both") == 0);
}

TEST_CASE("cells of a table that are complete are read one after the other") {
  Page page;
  page.at(40, 80, "EDUCATION:", 2, 60);
  page.at(60, 104, "PhD in Tides, 1996", 2, 90)
      .at(220, 104, "MSc in Ponds, 1988", 2, 90)
      .at(380, 104, "BA in Shores, 1983", 2, 90);
  page.at(50, 125, "University of Northmere", 0, 110)
      .at(205, 125, "Sandby Institute of Water", 0, 120)
      .at(375, 125, "Orth School of Arts", 0, 100);
  page.at(70, 137, "at Chapel Rock", 0, 70).at(230, 137, "Richmere", 0, 70).at(390, 137, "Provincetown", 0, 70);
  page.at(40, 170, "EMPLOYMENT:", 2, 60);
  page.at(40, 194, "Lecturer at the University of Northmere in the far north of the land", 0, 300);
  const std::string text = read(page.xml());
  CHECK(text.find("P EDUCATION:\n") != std::string::npos);
  CHECK(text.find("at Chapel Rock") < text.find("MSc in Ponds, 1988"));
  CHECK(text.find("Richmere") < text.find("BA in Shores, 1983"));
  CHECK(text.find("Provincetown") < text.find("EMPLOYMENT:"));
  CHECK(text.find('>') == std::string::npos);
}

TEST_CASE("a list beside a paragraph is read before it") {
  Page page;
  const char* left[] = {
      "WORK:", "Professor, Northmere, 2015-", "present", "Lecturer, Sandby, 2006-2015", "Lecturer, Orth, 2005-",
      "2006"};
  const char* right[] = {"Before:",        "I dug out an", "old boat in the",
                         "harbour of the", "town, with a", "group of friends"};
  for (int i = 0; i < 6; ++i) page.at(i == 0 ? 40 : 60, 100 + 12 * i, left[i]).at(400, 100 + 12 * i, right[i], 0, 70);
  const std::string text = read(page.xml());
  CHECK(text.find("2006") < text.find("Before:"));
  CHECK(text.find("old boat in the/harbour of the/town, with a/group of friends") != std::string::npos);
}

TEST_CASE("places and dates set flush right stay in the lines of their entries") {
  Page page;
  for (int i = 0; i < 2; ++i) {
    const int y = 100 + 40 * i;
    page.at(50, y, "University of Northmere", 0, 110).at(470, y, "Sandby, Orthland", 0, 80);
    page.at(50, y + 12, "PhD in Tides, with the prize of 2014", 0, 180)
        .at(400, y + 12, "2010 – 2014, all of it at half time", 0, 150);
  }
  const std::string text = read(page.xml());
  CHECK(text.find("University of Northmere>Sandby, Orthland") != std::string::npos);
  CHECK(text.find("with the prize of 2014>2010 – 2014, all of it at half time") != std::string::npos);
}

TEST_CASE("rows of a table whose cells wrap are one line each") {
  Page page;
  page.at(50, 80, "Students and what they came to", 2, 160);
  page.at(50, 104, "Ada Torve")
      .at(170, 104, "2019–2021")
      .at(260, 104, "Department of", 0, 80)
      .at(380, 104, "Postdoctoral advisor (primary,", 0, 150);
  page.at(260, 116, "Tides, Univer-", 0, 100).at(380, 116, "with the help of Cy Marn)", 0, 130);
  page.at(260, 128, "sity of Orth", 0, 60);
  page.at(50, 140, "Bo Lind").at(170, 140, "2018–2020").at(260, 140, "Ponds").at(380, 140, "PhD advisor");
  page.at(260, 152, "Now at the station in the far north of the land", 0, 230);
  page.at(50, 164, "Di Olsvik")
      .at(170, 164, "2015–2017")
      .at(260, 164, "Shores and", 0, 100)
      .at(380, 164, "PhD committee");
  page.at(260, 176, "Sands");
  CHECK(read(page.xml()) ==
        "P Students and what they came to\n"
        "R Ada Torve>2019–2021>Department of Tides, University of Orth>Postdoctoral advisor (primary, with the help of "
        "Cy Marn)\n"
        "R Bo Lind>2018–2020>Ponds>PhD advisor\nP Now at the station in the far north of the land\n"
        "R Di Olsvik>2015–2017>Shores and Sands>PhD committee\n");
}

TEST_CASE("in a table of dated records a line without its date goes on with a name torn in two") {
  Page page;
  const auto record = [&page](int y, const char* name, const char* years, const char* where) {
    page.at(50, y, name).at(170, y, years).at(260, y, where, 0, 90).at(380, y, "PhD advisor");
  };
  record(104, "Ada Torve", "2019–2021", "Tides of the");
  page.at(260, 116, "North");
  record(128, "Bo Lind", "2018–2020", "Ponds and");
  page.at(260, 140, "Lakes");
  record(152, "Anneliese", "2017–2019", "Department");
  page.at(50, 164, "Lindvent").at(260, 164, "of Snow", 0, 90).at(380, 164, "and friend");
  record(176, "Di Olsvik", "2015–2017", "Shores");
  page.at(50, 188, "Ed Marn").at(260, 188, "Dunes", 0, 90).at(380, 188, "MSc advisor");
  CHECK(read(page.xml()) ==
        "R Ada Torve>2019–2021>Tides of the North>PhD advisor\nR Bo Lind>2018–2020>Ponds and Lakes>PhD advisor\n"
        "R Anneliese Lindvent>2017–2019>Department of Snow>PhD advisor and friend\n"
        "R Di Olsvik>2015–2017>Shores>PhD advisor\nR Ed Marn>>Dunes>MSc advisor\n");
}

TEST_CASE("dates beside entries stay in their lines") {
  Page page;
  for (int i = 0; i < 8; ++i) {
    page.at(50, 100 + 30 * i, "200" + std::to_string(i) + "–201" + std::to_string(i), 0, 45);
    page.at(130, 100 + 30 * i, "Entry number " + std::to_string(i) + " with some words to fill the line");
    page.at(130, 112 + 30 * i, "and a second line of the entry");
  }
  const std::string text = read(page.xml());
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    CHECK(text.find("200" + n + "–201" + n + ">Entry number " + n) != std::string::npos);
  }
}

TEST_CASE("stacked dates in the margin become one period") {
  Page page;
  for (int i = 0; i < 4; ++i) {
    const int y = 100 + 70 * i;
    page.at(50, y, "202" + std::to_string(i)).at(52, y + 11, "|").at(50, y + 22, "201" + std::to_string(i));
    page.at(150, y, "Role number " + std::to_string(i) + " at a place", 2).at(150, y + 15, "A town and what was done there for long");
    page.at(150, y + 30, "More of what was done there");
  }
  const std::string text = read(page.xml());
  CHECK(text.find("2010 – 2020>Role number 0 at a place") != std::string::npos);
  CHECK(text.find("2013 – 2023>Role number 3 at a place") != std::string::npos);
}

TEST_CASE("dates in a narrow margin are set apart, wrapped ones are joined, open ones stay open") {
  const std::string dated = Page().at(60, 100, "2016–", 0, 30).at(94, 100, "Doctorado en Hielo, Universidad de Tor").at(40, 112, "actualidad", 0, 50)
                                .at(45, 130, "Feb–Mar", 0, 45).at(94, 130, "Ayudante, Instituto de Nieve,").at(65, 142, "2015", 0, 25).at(94, 142, "Vent, Uruguay.")
                                .at(60, 160, "2014 –", 0, 30).at(94, 160, "Docente, Escuela de Vent")
                                .at(40, 172, "2009 – 2012", 0, 50).at(94, 172, "Ayudante, Escuela de Tor").xml();
  CHECK(read(dated) == "P 2016– actualidad>Doctorado en Hielo, Universidad de Tor\nP Feb–Mar 2015>Ayudante, Instituto de Nieve,/Vent, Uruguay.\n"
                       "P 2014 –>Docente, Escuela de Vent/2009 – 2012>Ayudante, Escuela de Tor\n");
  const std::string numbered = Page().at(60, 100, "10", 0, 10).at(74, 100, "Ice and Thaw, Polar Letters").at(60, 112, "11", 0, 10).at(74, 112, "Snow and Rain, Polar Letters")
                                   .at(60, 124, "12", 0, 10).at(74, 124, "Hail and Sleet, Polar Letters").xml();
  CHECK(read(numbered) == "P 10 Ice and Thaw, Polar Letters/11 Snow and Rain, Polar Letters/12 Hail and Sleet, Polar Letters\n");
}

TEST_CASE("names of sections in the margin become headings") {
  Page page;
  const char* names[] = {"Education", "Employment", "Awards and", "Service"};
  int y = 100;
  for (const char* name : names) {
    page.at(50, y, name);
    if (std::string(name) == "Awards and") page.at(50, y + 12, "Honors");
    for (int i = 0; i < 4; ++i, y += 20) page.at(160, y, "An entry of the section, number " + std::to_string(i));
  }
  const std::string text = read(page.xml());
  CHECK(text.find("H Education\nP An entry of the section, number 0/") != std::string::npos);
  CHECK(text.find("H Awards and Honors\n") != std::string::npos);
}

TEST_CASE("a sidebar is read when what stands beside it has ended, pages later") {
  std::string xml;
  for (int number = 1; number <= 2; ++number) {
    Page page;
    for (int i = 0; i < 12; ++i) page.at(50, 100 + 20 * i, "Main line " + std::to_string(number) + "." + std::to_string(i) + " with words that fill the whole of its width", 0, 330);
    for (int i = 0; i < 12 && number == 1; ++i) page.at(420, 107 + 17 * i, "Aside " + std::to_string(i), 0, 60);
    xml += page.xml();
  }
  const std::string text = read(xml);
  CHECK(text.find("Main line 1.11") < text.find("Main line 2.0"));
  CHECK(text.find("Main line 2.11") < text.find("Aside 0"));
}

TEST_CASE("running heads and page numbers vanish, the name on page one stays") {
  std::string xml;
  for (int i = 1; i <= 4; ++i) {
    Page page;
    page.at(100, 20, "Ada Example").at(100, 200, "Text of page " + std::string(static_cast<std::size_t>(i), 'o'));
    xml += page.at(280, 770, "Page " + std::to_string(i) + " of 4").xml();
  }
  CHECK(read(xml) == "P Ada Example\nP Text of page o\nP Text of page oo\nP Text of page ooo\nP Text of page oooo\n");
}

TEST_CASE("list items, hanging indents and gaps divide paragraphs") {
  Page page;
  page.at(100, 100, "• first item that goes on").at(110, 112, "in its second line").at(100, 124, "• second item");
  page.at(100, 160, "A paragraph behind a gap.");
  page.at(100, 200, "[12] A numbered citation that is long").at(122, 212, "and its second line");
  CHECK(read(page.xml()) ==
        "I(•) first item that goes on/in its second line\nI(•) second item\nP A paragraph behind a gap.\n"
        "I([12]) A numbered citation that is long/and its second line\n");
}

TEST_CASE("lists with drawn bullets are told by their indent") {
  Page page;
  page.at(100, 100, "A paragraph that stands at the left and is long enough to end far right");
  page.at(120, 130, "An item that fills its line with words up to the very right side and").at(120, 142, "goes on here");
  page.at(120, 154, "Another item").at(120, 166, "A third item");
  CHECK(read(page.xml()) ==
        "P A paragraph that stands at the left and is long enough to end far right\n"
        "I An item that fills its line with words up to the very right side and/goes on here\nI Another item\nI A third item\n");
}

TEST_CASE("lines know their page, number and place") {
  const LayoutDocument document = layout_of_pdf_xml(Page().at(100, 100, "one").xml() + Page().at(90, 100, "Two").at(90, 112, "three").xml(), 1);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.pages == 2);
  const Line& last = document.blocks[1].lines[1];
  CHECK(last.page == 2);
  CHECK(last.line == 2);
  CHECK(last.left == 90);
  CHECK(last.font_size == 10);
}

TEST_CASE("leaders are gaps") {
  CHECK(read(Page().at(100, 100, "Title", 0, 25).at(130, 100, ". . . . . . . .", 0, 300).at(440, 100, "2011").xml()) == "P Title>2011\n");
}

TEST_CASE("what cannot be read as PDF is explained") {
  struct Case {
    std::string bytes;
    std::string message;
  };
  const std::string empty_page =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
      "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n";
  const Case cases[] = {
      {empty_page, "a.pdf: error: 1 page without a text layer: the PDF seems to be scanned (run OCR on it first, for example with ocrmypdf)"},
      {"%PDF-1.4\nnothing", "a.pdf: error: PDF is damaged: "},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const LayoutDocument document = read_pdf({"a.pdf", c.bytes}, diagnostics);
    CHECK(document.blocks.empty());
    REQUIRE(diagnostics.size() == 1);
    CHECK(to_string(diagnostics[0]).substr(0, c.message.size()) == c.message);
  }
}

TEST_CASE("without pdftohtml the message names the package") {
  const char* path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  setenv("PATH", "/nonexistent", 1);
  Diagnostics diagnostics;
  read_pdf({"a.pdf", "%PDF-1.4"}, diagnostics);
  setenv("PATH", before.c_str(), 1);
  REQUIRE(diagnostics.size() == 1);
  CHECK(to_string(diagnostics[0]) ==
        "a.pdf: error: expected the program pdftohtml to read PDF, found none on PATH (install poppler-utils)");
}
