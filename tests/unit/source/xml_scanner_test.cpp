// SPDX-License-Identifier: Apache-2.0
// The scanner of ordinary XML against expat: the same records and remarks, on the golden inputs, on mutations of them
// and on the shared corpora; and a table of what it takes and what it leaves to expat.
#include "extract/source/xml_scanner.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

#include "catch.h"
#include "record_dump.h"

namespace scholargraph {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kXmlFormats[] = {"acl-anthology", "crossref-xml", "dblp", "jats", "orcid-xml", "pubmed"};

constexpr XmlPath kPaths[] = {{"all", 0}, {"all/item", 1}, {"all/item/name", 2}, {"all/item/date/year", 3}};
constexpr std::string_view kRecords[] = {"item"};

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (fs::is_directory(folder))
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.is_regular_file()) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

/// What the scanner finds: "<1 key=a> </2 text>", or "expat" when it leaves the bytes to expat.
std::string scanned(std::string_view bytes, XmlPart part = XmlPart::kWhole, std::string_view encoding = {}) {
  const XmlPaths paths(kPaths, kRecords);
  const auto found = scan_xml(bytes, part, paths, encoding);
  if (!found) return "expat";
  std::string out;
  for (const XmlEvent& event : found->events) {
    if (!out.empty()) out += ' ';
    out += (event.start ? "<" : "</") + std::to_string(event.field);
    for (std::size_t i = event.first; event.start && i < event.first + event.size; ++i)
      out += " " + std::string(found->attributes[i].name) + "=" + std::string(found->attributes[i].value);
    const std::string_view texts = event.decoded ? std::string_view(found->decoded) : bytes;
    if (!event.start && event.size > 0) out += " " + std::string(texts.substr(event.at, event.size));
    out += ">";
  }
  return out;
}

std::string in_name(const std::string& text) { return scanned("<all><item><name>" + text + "</name></item></all>"); }

/// One to three changes of the kinds that transmission, truncation and careless programs make.
std::string mutated(std::string bytes, std::mt19937& random) {
  static const std::vector<std::string> kPieces = {"<",
                                                   "&",
                                                   "]]>",
                                                   std::string(1, '\0'),
                                                   ">",
                                                   "\"",
                                                   "'",
                                                   "/",
                                                   "<!--",
                                                   "-->",
                                                   "--",
                                                   "<![CDATA[x]]>",
                                                   "<?p ?>",
                                                   "&#10;",
                                                   "&#0;",
                                                   "&uuml;",
                                                   "&amp;",
                                                   "&x;",
                                                   "\r",
                                                   "\r\n",
                                                   "\t",
                                                   "\xff",
                                                   "\xc3",
                                                   "\xef\xbf\xbf",
                                                   "\xc3\xa9",
                                                   "<a>",
                                                   "</a>",
                                                   "<a/>",
                                                   "<!DOCTYPE a>",
                                                   "<?xml version='1.0'?>",
                                                   " ",
                                                   "=",
                                                   "]",
                                                   ":",
                                                   "&#xD;",
                                                   "<institution-id>",
                                                   "x='1'"};
  const auto below = [&](std::size_t limit) { return limit == 0 ? 0 : random() % limit; };
  for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
    const std::size_t at = below(bytes.size() + 1);
    switch (below(6)) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
      case 1:
        bytes.erase(at, 1 + below(20));
        break;
      case 2:
        if (below(4) == 0) bytes.resize(at);
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(bytes.size() + 1), below(60)));
        break;
      default:
        bytes.insert(at, kPieces[below(kPieces.size())]);
    }
  }
  return bytes;
}

std::string without_declaration(const std::string& bytes) {
  const std::size_t end = bytes.starts_with("<?xml") ? bytes.find("?>") : std::string::npos;
  return end == std::string::npos ? bytes : bytes.substr(end + 2);
}

/// Where the two ways differ; empty when they do not.
std::string difference(const SourceFormat& format, const std::string& bytes, std::size_t target) {
  const std::string fast = dump_source(format, bytes, target).text();
  const std::string slow = dump_with_expat(format, bytes, target).text();
  return fast == slow ? "" : "the scanner:\n" + fast + "\nexpat:\n" + slow + "\ninput:\n" + bytes;
}

/// Mutations of `bytes`, the same ones in every run; stops at the first that is read in two ways.
void compare_mutations(const SourceFormat& format, const std::string& bytes, std::size_t count) {
  static const std::string kHeads[] = {"<?xml version='1.0' standalone='yes'?>",
                                       "<?xml version='1.0' encoding='ISO-8859-1'?>", "\xef\xbb\xbf"};
  constexpr std::size_t kTargets[] = {kOneBlock, 300, 1024};
  std::mt19937 random(20261121);
  for (std::size_t i = 0; i < count; ++i) {
    std::string damaged = mutated(bytes, random);
    if (i % 5 == 0) damaged = kHeads[i / 5 % std::size(kHeads)] + without_declaration(damaged);
    const std::string found = difference(format, damaged, kTargets[i % 3]);
    if (found.empty()) continue;
    FAIL_CHECK("mutation " << i << ": " << found);
    return;
  }
}

}  // namespace

TEST_CASE("the scanner finds wanted elements, their attributes and texts") {
  CHECK(scanned("<all/>") == "<0> </0>");
  CHECK(scanned("\xef\xbb\xbf<all/>") == "<0> </0>");
  CHECK(scanned("<?xml version=\"1.0\"  encoding = 'ISO-8859-1' standalone='no' ?><all/>") == "<0> </0>");
  CHECK(scanned("<?xml version='1.0' standalone='yes'?><all><item><name>&lt;</name></item></all>") ==
        "<0> <1> <2> </2 <> </1> </0>");
  CHECK(
      scanned(
          "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE all PUBLIC '-//A B//EN' \"a.dtd\">\n<all >\n</all >\n") ==
      "<0> </0>");
  CHECK(scanned("<x:all a='1' b=\"2\n3\t4 &lt;&#65;\"/>") == "<0 a=1 b=2 3 4 <A> </0>");
  CHECK(scanned("<oai><all><item><date><year>1987</year></date></item></all></oai>") ==
        "<0> <1> <3> </3 1987> </1> </0>");
  CHECK(scanned("<other><name>x</name></other><!-- & < -- >") == "expat");
  CHECK(scanned("<other><name>x</name></other><!-- & < - -->") == "");
  CHECK(scanned("<all><more><item><name>x</name></item></more></all>") == "<0> </0>");
  CHECK(scanned("<item><name>x</name></item> </all", XmlPart::kFragment) == "expat");
  CHECK(scanned("<item><name>x</name></item><item/>", XmlPart::kFragment) == "<1> <2> </2 x> </1> <1> </1>");
  CHECK(scanned("<item/>", XmlPart::kFragment, "US-ASCII") == "<1> </1>");
  CHECK(scanned("<item>\xc3\xbc</item>", XmlPart::kFragment, "UTF-8") == "<1> </1>");
  CHECK(scanned("<item>\xc3\xbc</item>", XmlPart::kFragment, "ISO-8859-1") == "expat");
  CHECK(scanned("<item/>", XmlPart::kFragment, "windows-1252") == "expat");
  CHECK(scanned("<all><item/> tail", XmlPart::kBeginning) == "<0> <1> </1>");
}

TEST_CASE("the scanner decodes what stands in a text") {
  const std::pair<const char*, const char*> cases[] = {
      {"Zwei", "Zwei"},
      {"On <i>n</i>-grams", "On n-grams"},
      {"A<!-- & --><?p &?>B", "AB"},
      {"R&amp;D &lt;&gt;&quot;&apos;", "R&D <>\"'"},
      {"M&uuml;ller&nosuch;", "Müller"},
      {"&#252;&#xFC;&#x1F600;", "üü😀"},
      {"a<institution-id>b&uuml;c</institution-id>d<label>e<i>f</i></label>", "ad"},
      {"] ]] ]>", "] ]] ]>"},
  };
  for (const auto& [text, expected] : cases)
    CHECK(in_name(text) == "<0> <1> <2> </2 " + std::string(expected) + "> </1> </0>");
}

TEST_CASE("the scanner leaves to expat what it is not sure of") {
  const std::string documents[] = {"",
                                   "text",
                                   "<all>",
                                   "</all>",
                                   "<all></al>",
                                   "<all></all></all>",
                                   "<all/><all/>",
                                   "<all/>x",
                                   "<all",
                                   "<all a>",
                                   "<all a=>",
                                   "<all a='1'b='2'/>",
                                   "<all a='1' a='2'/>",
                                   "<all a='<'/>",
                                   "<all a='&uuml;'/>",
                                   "<all a='&'/>",
                                   "<all a='1/>",
                                   "<1/>",
                                   "<ü/>",
                                   "<all a='1'/ >",
                                   "< all/>",
                                   "<all>&</all>",
                                   "<all>& b;</all>",
                                   "<all>&;</all>",
                                   "<all>&#0;</all>",
                                   "<all>&#xd800;</all>",
                                   "<all>&#xffff;</all>",
                                   "<all>&#1114112;</all>",
                                   "<all>&#X41;</all>",
                                   "<all>&#;</all>",
                                   "<all>]]></all>",
                                   "<all><![CDATA[x]]></all>",
                                   "<all>\r\n</all>",
                                   "<all>\x01</all>",
                                   "<all>\xff</all>",
                                   "<all>\xc3</all>",
                                   "<all>\xc0\x80</all>",
                                   "<all>\xed\xa0\x80</all>",
                                   "<all>\xef\xbf\xbf</all>",
                                   "<all>\xf4\x90\x80\x80</all>",
                                   std::string("<all>\0</all>", 12),
                                   "<all><!-- -- --></all>",
                                   "<all><!-- --->",
                                   "<all><?xml version='1.0'?></all>",
                                   "<all><? p?></all>",
                                   "<all><?p",
                                   " <?xml version='1.0'?><all/>",
                                   "<?xml version='1.0' encoding='latin1'?><all/>",
                                   "<?xml version='1.0' standalone='yes'?><all>&uuml;</all>",
                                   "<?xml version='1.0' standalone='oui'?><all/>",
                                   "<?xml version='1.0' encoding='latin1'?><all>\xc3\xbc</all>",
                                   "<?xml version='1.0' encoding='iso-8859-1'?><all>\xc3\xbc</all>",
                                   "<?xml version='1.0' encoding=''?><all/>",
                                   "<?xml encoding='utf-8' version='1.0'?><all/>",
                                   "<?xml encoding='utf-8'?><all/>",
                                   "<?xml version='1.0' standalone='no' encoding='utf-8'?><all/>",
                                   "\xef\xbb\xbf<?xml version='1.0' encoding='us-ascii'?><all/>",
                                   "<?xml version='&#49;.0'?><all/>",
                                   "<!DOCTYPE all [<!ENTITY a 'b'>]><all>&a;</all>",
                                   "<!DOCTYPE all><!DOCTYPE all><all/>",
                                   "<!DOCTYPE all PUBLIC 'a'><all/>",
                                   "<all><!DOCTYPE all></all>"};
  for (const std::string& document : documents) {
    INFO(document);
    CHECK(scanned(document) == "expat");
  }
  std::string deep;
  for (int i = 0; i < 600; ++i) deep += "<a>";
  CHECK(scanned(deep, XmlPart::kBeginning) == "expat");
}

TEST_CASE("scanner and expat read golden inputs and mutations of them alike") {
  for (const std::string_view name : kXmlFormats) {
    for (const fs::path& file : files_below(fs::path(SCHOLARGRAPH_SOURCE_DIR) / "tests" / "golden" / name)) {
      if (file.filename() == "expected.txt") continue;
      INFO(file.string());
      const std::string bytes = unpacked(file);
      CHECK(difference(format_named(name), bytes, kOneBlock) == "");
      compare_mutations(format_named(name), bytes, static_cast<std::size_t>(mutation_count()));
    }
  }
}

TEST_CASE("scanner and expat read the shared corpora alike") {
  const char* folder = std::getenv("SCHOLARGRAPH_DATA");
  if (!folder) {
    std::puts(
        "skipped: set SCHOLARGRAPH_DATA to the folder of the unpacked corpora to compare the readers of XML on them");
    return;
  }
  for (const fs::path& file : files_below(folder)) {
    if (file.extension() != ".xml" && file.extension() != ".nxml") continue;
    const std::string bytes = unpacked(file);
    const SourceFormat* format = detect_source("input", std::string_view(bytes).substr(0, std::size_t{1} << 16));
    if (!format) continue;
    INFO(file.string());
    CHECK(difference(*format, bytes, std::size_t{4} << 20) == "");
  }
}

}  // namespace scholargraph
