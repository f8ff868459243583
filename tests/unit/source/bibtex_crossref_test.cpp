// SPDX-License-Identifier: Apache-2.0
// Crossref between entries of one file, however it is cut.
#include <algorithm>
#include <vector>

#include "catch.h"
#include "record_dump.h"

namespace scholargraph {

namespace {

constexpr char kStrings[] = "@string{venue = \"Workshop on Made Things\"}\n";
constexpr char kParent[] =
    "@proceedings{made99, title = {Proceedings of the } # venue, editor = {Ida Kern and Bo Lund}, year = 1999}\n";
constexpr char kFirst[] = "@inproceedings{one, author = {Pia Moss}, title = {First}, crossref = {made99}}\n";
constexpr char kSecond[] =
    "@inproceedings{two, author = {Otto Reed}, title = {Second}, booktitle = \"Own } {\" # venue, year = 2001, "
    "crossref = {made99}}\n";
constexpr char kOrphan[] = "@incollection{lone, author = {Nel Voss}, title = {Third}, crossref = {nowhere}}\n";
constexpr char kTwin[] = "@proceedings{made99, title = {Another}, year = 2005}\n";

/// An entry that fills a block of 300 bytes.
std::string filler(int number) {
  return "@misc{m" + std::to_string(number) + ", title = {Made " + std::to_string(number) + "}, note = {" +
         std::string(290, 'x') + "}}\n";
}

/// The record of `key`, without its line number.
std::string record_of(const DumpedSource& source, const std::string& key) {
  const std::size_t begin = source.records.find("paper " + key + " (line ");
  if (begin == std::string::npos) return "none";
  const std::size_t text = source.records.find('\n', begin) + 1;
  std::size_t end = text;
  while (end < source.records.size() && source.records[end] == ' ') end = source.records.find('\n', end) + 1;
  return source.records.substr(text, end - text);
}

constexpr char kFirstRecord[] =
    "  title: First\n  venue: Proceedings of the Workshop on Made Things\n  type: inproceedings\n  year: 1999\n"
    "  author: [Pia][Moss]\n  editor: [Ida][Kern]\n  editor: [Bo][Lund]\n";
constexpr char kSecondRecord[] =
    "  title: Second\n  venue: Own Workshop on Made Things\n  type: inproceedings\n  year: 2001\n"
    "  author: [Otto][Reed]\n  editor: [Ida][Kern]\n  editor: [Bo][Lund]\n";
constexpr char kOrphanRecord[] = "  title: Third\n  type: incollection\n  author: [Nel][Voss]\n";

}  // namespace

TEST_CASE("children find their parent before them, behind them and between them, in any block") {
  const auto gap = [](int first) { return filler(first) + filler(first + 1) + filler(first + 2); };
  const std::vector<std::string> files = {
      kStrings + gap(3) + kParent + gap(6) + kFirst + gap(9) + kSecond + kOrphan,
      kStrings + gap(12) + kFirst + kOrphan + gap(15) + kSecond + gap(18) + kParent,
      kStrings + gap(21) + kFirst + gap(24) + kParent + kOrphan + gap(27) + kSecond,
  };
  for (const std::string& file : files) {
    for (const std::size_t target : {std::size_t{1}, std::size_t{300}, std::size_t{1000}, kOneBlock}) {
      INFO(file.substr(0, 2000) << "\nblocks of " << target);
      const DumpedSource got = dump_source(format_named("bibtex"), file, target);
      CHECK(record_of(got, "one") == kFirstRecord);
      CHECK(record_of(got, "two") == kSecondRecord);
      CHECK(record_of(got, "lone") == kOrphanRecord);
      CHECK(got.diagnostics.empty());
      CHECK(got.skipped == 0);
      CHECK(dump_source(format_named("bibtex"), file, target, 4).text() == got.text());
    }
  }
}

TEST_CASE("of two parents with one key the first counts") {
  const DumpedSource got = dump_source(format_named("bibtex"), std::string(kStrings) + kFirst + kParent + kTwin, 1);
  CHECK(record_of(got, "one") == kFirstRecord);
}

TEST_CASE("children that were left keep their line") {
  const DumpedSource got =
      dump_source(format_named("bibtex"), kFirst + filler(1) + kParent + "@misc{,crossref=x,title=T}\n", 1);
  CHECK(got.records.find("paper one (line 1)\n") != std::string::npos);
  CHECK(got.records.find("paper line 4 (line 4)\n") != std::string::npos);
}

TEST_CASE("keys are left apart from parents and children, and use up nothing of their room") {
  std::string left, keys;
  Diagnostics diagnostics;
  const auto parse = [&](std::string bytes) {
    RecordDump sink;
    const BlockContext context{"input", 1, true, {}, false, &left, &keys};
    format_named("bibtex").parse(bytes, context, sink, diagnostics);
  };
  parse(std::string(kStrings) + kParent + kFirst + kOrphan);
  const std::size_t left_before = left.size(), keys_before = keys.size();
  for (int i = 0; i < 100; ++i) parse(filler(i));
  CHECK(left.size() == left_before);
  CHECK(keys.size() > keys_before + 100);
  RecordDump late;
  format_named("bibtex").finish(left, BlockContext{}, late, diagnostics);
  CHECK(late.text().find("paper lone (line 4)\n") == 0);
  CHECK(diagnostics.empty());
}

TEST_CASE("twins beyond the most that are listed are counted") {
  struct Case {
    std::size_t twins, listed, unlisted;
  };
  for (const Case& c : {Case{0, 0, 0}, Case{99, 99, 0}, Case{100, 100, 0}, Case{101, 100, 1}, Case{350, 100, 250}}) {
    INFO(c.twins);
    std::string keys, block;
    for (std::size_t i = 0; i <= c.twins; ++i) block += "@misc{same, title = {T}}\n";
    RecordDump sink;
    Diagnostics diagnostics;
    format_named("bibtex").parse(block, BlockContext{"input", 1, true, {}, false, nullptr, &keys}, sink, diagnostics);
    std::size_t unlisted = 0;
    const BlockContext context{"input", 1, false, {}, false, nullptr, nullptr, &unlisted};
    format_named("bibtex").finish(keys, context, sink, diagnostics);
    CHECK(diagnostics.size() == c.listed);
    CHECK(unlisted == c.unlisted);
    format_named("bibtex").finish(keys, BlockContext{}, sink, diagnostics);
    CHECK(diagnostics.size() == c.listed + c.twins);
  }
}

TEST_CASE("thousands of crossrefs to nothing cost one look at the block") {
  std::string file;
  for (int i = 0; i < 20000; ++i)
    file += "@inproceedings{c" + std::to_string(i) + ", title={T}, crossref={none" + std::to_string(i) + "}}\n";
  const DumpedSource got = dump_source(format_named("bibtex"), file);
  CHECK(std::count(got.records.begin(), got.records.end(), '\n') == 3 * 20000);
}

}  // namespace scholargraph
