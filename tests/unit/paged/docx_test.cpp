// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx.h"

#include <zlib.h>

#include "base/text.h"
#include "catch.h"

using namespace scholargraph;

namespace {

struct Part {
  std::string name;
  std::string bytes;
};

std::string little(std::size_t value, int width) {
  std::string out;
  for (int i = 0; i < width; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(bytes.size() / 2 + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zip(const std::vector<Part>& parts, int flags = 0) {
  std::string local;
  std::string central;
  for (const Part& part : parts) {
    const std::string packed = deflated(part.bytes);
    const std::string sizes = little(0, 4) + little(packed.size(), 4) + little(part.bytes.size(), 4) + little(part.name.size(), 2);
    const std::string head = little(20, 2) + little(static_cast<std::size_t>(flags), 2) + little(8, 2) + little(0, 4);
    central += "PK\x01\x02" + little(20, 2) + head + sizes + little(0, 2) + little(0, 2) + little(0, 8) + little(local.size(), 4) + part.name;
    local += "PK\x03\x04" + head + sizes + little(0, 2) + part.name + packed;
  }
  const std::string end = "PK\x05\x06" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) + little(central.size(), 4) +
                          little(local.size(), 4) + little(0, 2);
  return local + central + end;
}

std::string document_xml(const std::string& body) {
  return "<w:document xmlns:w=\"urn:w\" xmlns:r=\"urn:r\" xmlns:mc=\"urn:mc\"><w:body>" + body + "</w:body></w:document>";
}

std::string shown(const LayoutDocument& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += block.kind == BlockKind::kHeading ? "H" : block.kind == BlockKind::kListItem ? "I" : block.kind == BlockKind::kTableRow ? "R" : "P";
    if (block.level > 0) out += std::to_string(block.level);
    if (!block.marker.empty()) out += "(" + block.marker + ")";
    out += " " + replace_all(replace_all(block.text, "\n", "/"), "\t", ">") + "\n";
  }
  return out;
}

std::string p(const std::string& text, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

const char* const kStyles =
    "<w:styles xmlns:w=\"urn:w\">"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"berschrift2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"T1\"><w:name w:val=\"T\xC3\xADtulo 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"Mine\"/><w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Child\"><w:name w:val=\"Child\"/><w:basedOn w:val=\"Strong\"/></w:style></w:styles>";

const char* const kNumbering =
    "<w:numbering xmlns:w=\"urn:w\"><w:abstractNum w:abstractNumId=\"0\">"
    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1%2)\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\xEF\x82\xB7\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>";

LayoutDocument read_body(const std::string& body, Diagnostics& diagnostics) {
  const std::string relations =
      "<Relationships><Relationship Id=\"rId5\" Type=\"x/hyperlink\" Target=\"https://example.org\" TargetMode=\"External\"/></Relationships>";
  const std::string bytes = zip({{"word/document.xml", document_xml(body)},
                                 {"word/styles.xml", kStyles},
                                 {"word/numbering.xml", kNumbering},
                                 {"word/_rels/document.xml.rels", relations},
                                 {"docProps/core.xml", "<c xmlns:d=\"urn:d\"><d:title>My CV</d:title><d:creator>Ada Example</d:creator></c>"}});
  return read_docx({"a.docx", bytes}, diagnostics);
}

std::string list(int id, int level) {
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" + std::to_string(id) + "\"/></w:numPr>";
}

std::string cell(const std::string& content) { return "<w:tc>" + content + "</w:tc>"; }

}  // namespace

TEST_CASE("blocks of a Word document") {
  struct Case {
    const char* what;
    std::string body;
    std::string expected;
  };
  const Case cases[] = {
      {"headings",
       p("One", "<w:pStyle w:val=\"T1\"/>") + p("Two", "<w:pStyle w:val=\"berschrift2\"/>") +
           p("Three", "<w:pStyle w:val=\"Mine\"/>") + p("text"),
       "H1 One\nH2 Two\nH3 Three\nP text\n"},
      {"lists",
       p("a", list(1, 0)) + p("b", list(1, 0)) + p("c", list(1, 1)) + p("d", list(1, 0)) + p("e", list(2, 0)) +
           p("- typed"),
       "I1(3.) a\nI1(4.) b\nI2(4a)) c\nI1(5.) d\nI1(•) e\nI1(-) typed\n"},
      {"breaks and tabs",
       "<w:p><w:r><w:tab/><w:t xml:space=\"preserve\">2014 "
       "</w:t><w:tab/><w:tab/><w:t>PhD</w:t><w:br/><w:t>Place</w:t><w:br/></w:r></w:p>",
       "P 2014>PhD/Place\n"},
      {"blank lines and markers behind breaks, columns of blanks",
       "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two     2014</w:t><w:br/><w:br/><w:t>- item</w:t><w:br/><w:t>  goes "
       "on</w:t></w:r></w:p>",
       "P one/two>2014\nI1(-) item/goes on\n"},
      {"tracked changes",
       "<w:p><w:del><w:r><w:delText>old</w:delText><w:t>old</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></"
       "w:ins></w:p>",
       "P new\n"},
      {"hidden text", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t>shown</w:t></w:r></w:p>",
       "P shown\n"},
      {"table",
       "<w:tbl><w:tr>" + cell(p("2014")) + cell(p("PhD") + p("Place")) + "</w:tr><w:tr>" + cell(p("")) + cell(p("x")) +
           cell(p("y")) + "</w:tr></w:tbl>",
       "R 2014>PhD/Place\nR x>y\n"},
      {"layout table",
       "<w:tbl><w:tr>" + cell(p("side")) + cell(p("Work", "<w:pStyle w:val=\"T1\"/>") + p("job")) + "</w:tr></w:tbl>",
       "P side\nH1 Work\nP job\n"},
      {"cells that are complete are read one after the other",
       "<w:tbl><w:tr>" + cell(p("PhD in Tides, 2014") + p("University of Northmere")) + cell(p("")) +
           cell(p("MSc in Ponds, 2010") + p("Sandby Institute")) + "</w:tr><w:tr>" +
           cell(p("Northmere") + p("Sandby")) + cell(p("2014") + p("2010")) + "</w:tr></w:tbl>",
       "P PhD in Tides, 2014\nP University of Northmere\nP MSc in Ponds, 2010\nP Sandby Institute\nR "
       "Northmere>2014/Sandby>2010\n"},
      {"text box once",
       "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" + p("Box") +
           "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" + p("Box") +
           "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>anchor</w:t></w:r></w:p>",
       "P Box\nP anchor\n"},
      {"instructions of fields",
       "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar "
       "w:fldCharType=\"end\"/><w:t>x</w:t></w:r></w:p>",
       "P x\n"},
  };
  for (const Case& c : cases) {
    INFO(c.what);
    Diagnostics diagnostics;
    CHECK(shown(read_body(c.body, diagnostics)) == c.expected);
    CHECK(diagnostics.empty());
  }
}

TEST_CASE("what stands between line breaks is a line of its own") {
  Diagnostics diagnostics;
  const LayoutDocument document =
      read_body(p("Ada Lind") + "<w:p><w:r><w:t>2014</w:t><w:br/><w:t>Place</w:t></w:r></w:p>" + p("End"), diagnostics);
  std::string numbers;
  for (const Block& block : document.blocks) {
    for (const Line& line : block.lines) numbers += std::to_string(line.line) + " ";
  }
  CHECK(numbers == "1 2 3 4 ");
}

TEST_CASE("breaks are hard, but not in text that was pasted with its line ends") {
  for (const int lines : {4, 15}) {
    std::string runs = "<w:t>Lecturer, University of Sampletown</w:t>";
    for (int i = 1; i < lines; ++i)
      runs += "<w:br/><w:t>and taught all the courses on imaginary tides that there were in those years</w:t>";
    Diagnostics diagnostics;
    const LayoutDocument document = read_body("<w:p><w:r>" + runs + "</w:r></w:p>", diagnostics);
    REQUIRE(document.blocks.size() == 1);
    INFO(lines);
    CHECK(document.blocks[0].lines[1].hard_break == (lines == 4));
    CHECK(document.blocks[0].lines.size() == static_cast<std::size_t>(lines));
  }
}

TEST_CASE("styles of runs, with inheritance and links") {
  Diagnostics diagnostics;
  const LayoutDocument document = read_body(
      "<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr><w:r><w:t>bold </w:t></w:r><w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t>slanted</w:t></w:r>"
      "<w:hyperlink r:id=\"rId5\"><w:r><w:rPr><w:b w:val=\"false\"/></w:rPr><w:t> link</w:t></w:r></w:hyperlink></w:p>" + p("last"),
      diagnostics);
  REQUIRE(document.blocks.size() == 2);
  const Block& block = document.blocks[0];
  CHECK(block.text == "bold slanted link");
  REQUIRE(block.styles.size() == 3);
  CHECK((block.styles[0].styles == kBold && block.styles[0].end == 4));
  CHECK((block.styles[1].styles == kItalic && block.styles[1].begin == 5 && block.styles[1].end == 12));
  CHECK((block.styles[2].styles == kLink && block.styles[2].target == "https://example.org"));
  CHECK(document.blocks[1].lines[0].line == 2);
  REQUIRE(document.meta.size() == 2);
  CHECK((document.meta[1].key == "author" && document.meta[1].value == "Ada Example"));
}

TEST_CASE("what is wrong with a DOCX is said") {
  const std::string good = zip({{"word/document.xml", document_xml(p("text"))}});
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += "<w:sdt>";
  struct Case {
    std::string bytes;
    std::string message;
    std::size_t blocks;
  };
  const Case cases[] = {
      {good.substr(0, good.size() - 30), "error: DOCX cannot be read: the zip archive has no directory at its end: is it cut off?", 0},
      {"PK", "error: DOCX cannot be read: too short for a zip archive", 0},
      {zip({{"other.xml", "<x/>"}}), "error: expected a Word document, found a zip archive without word/document.xml", 0},
      {zip({{"word/document.xml", "x"}}, 1), "error: DOCX part word/document.xml is encrypted", 0},
      {zip({{"word/document.xml", std::string(std::size_t{80} << 20, ' ')}}), "error: DOCX part word/document.xml unpacks to more than 300 times its size", 0},
      {zip({{"word/document.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}}), "error: DOCX part word/document.xml ends early: it has a document type declaration", 0},
      {zip({{"word/document.xml", document_xml(p("kept") + deep)}}), "warning: DOCX part word/document.xml ends early: elements are nested more than 400 deep", 1},
      {zip({{"word/document.xml", document_xml(p("kept")).substr(0, document_xml(p("kept")).size() - 22)}}), "warning: DOCX part word/document.xml ends early: line 1: no element found", 1},
      {zip({{"word/document.xml", document_xml("")}}), "error: DOCX holds no text", 0},
  };
  for (const Case& c : cases) {
    INFO(c.message);
    Diagnostics diagnostics;
    const LayoutDocument document = read_docx({"a.docx", c.bytes}, diagnostics);
    CHECK(document.blocks.size() == c.blocks);
    REQUIRE(diagnostics.size() == 1);
    diagnostics[0].hint.clear();
    CHECK(to_string(diagnostics[0]) == "a.docx: " + c.message);
  }
}
