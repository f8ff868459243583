// SPDX-License-Identifier: Apache-2.0
// What the store keeps besides the graph: documents, mentions, reasons, diagnostics.
#include "base/error.h"
#include "base/interrupt.h"
#include "catch.h"
#include "graph/corpus_graph.h"
#include "store/contact.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "support/fake_graph.h"
#include "support/temp_folder.h"

namespace scholargraph {
namespace {

/// Two documents that print the same paper: a CV (lines) and a bibliography (record key). Three people: the two first
/// authors are one entity.
class TwoDocuments {
 public:
  TwoDocuments() {
    add_document_row("cv.md", "markdown", "read me: ada@example.org");
    add_document_row("papers.bib", "bibtex", "");
    add_paper_of(0, 12, "", {"Kowalska, A."});
    add_paper_of(1, 0, "kowalska21", {"Ada Kowalska", "Bo Lindqvist"});
    corpus.mentions.emplace_back();  // an editor: no position
    corpus.mentions.back().name = corpus.names.intern({corpus.strings.intern("Cy Editor"), {}, {}});
    corpus.mentions.back().paper = MentionId(2);
    corpus.documents[0].owner = MentionId(1);
    corpus.documents[0].owner_named = true;
    corpus.documents[1].counts.papers = 1;
    corpus.documents[1].counts.authors = 2;
    corpus.documents[1].counts.skipped = 7;
    corpus.identifiers.push_back({MentionId(2), corpus.strings.intern("doi"), corpus.strings.intern("10.1/x")});
    corpus.identifiers.push_back({MentionId(3), corpus.strings.intern("email"), corpus.strings.intern("a@b.org")});
    corpus.diagnostics.push_back(
        {"cv.md", 3, 0, "cannot read: write to ada@example.org", "a hint", Severity::kWarning});
    corpus.diagnostics.push_back({"x.pdf", 0, 0, "encrypted", "", Severity::kError});
    resolve();
  }

  void save(const std::filesystem::path& path) const {
    const FakeGraph graph(
        {{NodeKind::kPerson, "orcid:1", "Ada Kowalska", {}},
         {NodeKind::kPerson, "person:0000000000000002", "Bo Lindqvist", {}},
         {NodeKind::kPaper, "doi:10.1/x", "On graphs", {}}},
        {{EdgeKind::kAuthored,
          "orcid:1",
          "doi:10.1/x",
          1,
          1,
          {},
          {{"cv.md", 0, 12, 13, "", "Kowalska, A., ada@example.org"}, {"papers.bib", 0, 0, 0, "kowalska21", ""}}}});
    write_store(path, true, corpus, resolution, graph);
  }

  Corpus corpus;
  Resolution resolution;

 private:
  void add_document_row(const std::string& path, const std::string& format, const std::string& note) {
    corpus.documents.push_back({path, format, "00ff", note, {}, false, MentionId(corpus.mentions.size()), {}});
  }

  void add_paper_of(std::size_t document, int line, const std::string& key, const std::vector<std::string>& authors) {
    Evidence evidence;
    evidence.document = DocumentId(document);
    if (line > 0) {
      evidence.span = {0, line, line + 1};
      evidence.text = corpus.strings.intern("Kowalska, A., ada@example.org");
    }
    if (!key.empty()) evidence.key = corpus.strings.intern(key);
    corpus.evidence.push_back(evidence);
    Mention mention;
    mention.evidence = EvidenceId(corpus.evidence.size() - 1);
    mention.kind = NodeKind::kPaper;
    mention.name = corpus.names.intern({corpus.strings.intern("On graphs"), {}, {}});
    const MentionId paper(corpus.mentions.size());
    corpus.mentions.push_back(mention);
    mention.kind = NodeKind::kPerson;
    mention.paper = paper;
    for (const std::string& author : authors) {
      ++mention.position;
      mention.name = corpus.names.intern({corpus.strings.intern(author), {}, {}});
      corpus.mentions.push_back(mention);
    }
  }

  void resolve() {
    const auto entity = [&](NodeKind kind, const char* id, std::uint64_t hash) {
      resolution.entities.push_back({kind, id ? corpus.strings.intern(id) : StringId(), hash, {}});
    };
    entity(NodeKind::kPerson, "1", 0);
    entity(NodeKind::kPerson, nullptr, 2);
    entity(NodeKind::kPaper, "10.1/x", 0);
    resolution.entity_of = {EntityId(2), EntityId(0), EntityId(2), EntityId(0), EntityId(1), EntityId()};
    resolution.merges.push_back({MentionId(1), MentionId(3), resolution.reasons.intern({resolution.reasons.phrase("same paper", 90)})});
  }
};

std::string first_text(const std::filesystem::path& path, const std::string& sql) {
  Database database(path, path.string(), OpenMode::kRead);
  Statement row(database, sql);
  return row.step() ? std::string(row.text(0)) : "no row";
}

TEST_CASE("authorships come with their source's key or line, and with the person") {
  const TempFolder folder;
  TwoDocuments().save(folder / "g.db");
  std::string rows;
  StoredGraph(folder / "g.db").for_each_authorship([&](const AuthorshipView& one) {
    rows.append(one.document).append(" | ").append(one.record).append(" | ").append(std::to_string(one.position));
    rows.append(" | ").append(one.name).append(" | ").append(one.person).append("\n");
  });
  CHECK(rows ==
        "cv.md | line 12 | 1 | Kowalska, A. | orcid:1\n"
        "papers.bib | kowalska21 | 1 | Ada Kowalska | orcid:1\n"
        "papers.bib | kowalska21 | 2 | Bo Lindqvist | person:0000000000000002\n");
}

TEST_CASE("documents, diagnostics and merges are kept") {
  const TempFolder folder;
  TwoDocuments().save(folder / "g.db");
  const StoredGraph graph(folder / "g.db");
  const auto documents = graph.documents();
  REQUIRE(documents.size() == 2);
  CHECK(documents[1].path == "papers.bib");
  CHECK(documents[1].format == "bibtex");
  CHECK(documents[1].counts.papers == 1);
  CHECK(documents[1].counts.authors == 2);
  CHECK(documents[1].counts.skipped == 7);
  CHECK(documents[0].counts.papers == 0);

  const Diagnostics diagnostics = graph.diagnostics();
  REQUIRE(diagnostics.size() == 2);
  CHECK(to_string(diagnostics[0]) == "cv.md:3: warning: cannot read: write to [e-mail] (a hint)");
  CHECK(diagnostics[1].severity == Severity::kError);

  const auto merges = graph.merges_of("orcid:1");
  REQUIRE(merges.size() == 1);
  CHECK(merges[0].first_name + ", " + merges[0].first_place + ", " + merges[0].second_place + ", " + merges[0].reason ==
        "Kowalska, A., cv.md:12, papers.bib:kowalska21, same paper");
  CHECK(merges[0].confidence == Approx(0.9));

  const StoreStats stats = graph.stats();
  CHECK(stats.documents == 2);
  CHECK(stats.mentions == 6);
  CHECK(stats.merges == 1);
  CHECK(stats.diagnostics == 2);
}

TEST_CASE("places of the graph are those of the corpus, once each") {
  const TempFolder folder;
  TwoDocuments().save(folder / "g.db");
  CHECK(first_text(folder / "g.db", "SELECT count(*) FROM place") == "2");
  CHECK(first_text(folder / "g.db", "SELECT group_concat(path) FROM documents") == "cv.md,papers.bib");
  CHECK(first_text(folder / "g.db", "SELECT id FROM mentions WHERE name = 'Kowalska, A.'") == "orcid:1");
  CHECK(first_text(folder / "g.db", "SELECT paper FROM mentions WHERE name = 'Cy Editor'") == "On graphs");
  CHECK(first_text(folder / "g.db", "SELECT reason FROM merges WHERE id = 'orcid:1'") == "same paper");
}

TEST_CASE("evidence that brings its row of the corpus needs no search") {
  const TempFolder folder;
  const TwoDocuments documents;
  const FakeGraph graph({{NodeKind::kPerson, "orcid:1", "Ada", {}}, {NodeKind::kPaper, "doi:10.1/x", "On graphs", {}}},
                        {{EdgeKind::kAuthored, "orcid:1", "doi:10.1/x", 1, 1, {}, {{"", 0, 0, 0, "", "", 2}}}});
  write_store(folder / "g.db", true, documents.corpus, documents.resolution, graph);
  CHECK(first_text(folder / "g.db", "SELECT document || ':' || key FROM evidence") == "papers.bib:kowalska21");
  CHECK(first_text(folder / "g.db", "SELECT count(*) FROM place") == "2");
}

/// Papers of one author each, who has written ten of them.
void many_papers(Corpus& corpus, Resolution& resolution, std::uint32_t papers) {
  const DocumentId document = begin_document(corpus, "made.bib", "bibtex", "00");
  for (std::uint32_t i = 0; i < papers; ++i) {
    const std::string key = "key" + std::to_string(i);
    const std::string name = "Ada Kowalska " + std::to_string(i / 10);
    const PersonView author{name, {}, {}, {}, {}};
    PaperView paper;
    paper.key = key;
    paper.title = key;
    paper.year = 2000;
    paper.authors = {&author, 1};
    add_paper(corpus, paper, document);
    resolution.entity_of.emplace_back((papers + 9) / 10 + i);
    resolution.entity_of.emplace_back(i / 10);
  }
  for (std::uint32_t i = 0; i < (papers + 9) / 10; ++i) resolution.entities.push_back({NodeKind::kPerson, {}, i, StringId(1)});
  for (std::uint32_t i = 0; i < papers; ++i) resolution.entities.push_back({NodeKind::kPaper, {}, i, StringId(1)});
  resolution.percent.assign(corpus.mentions.size(), 100);
}

TEST_CASE("any number of threads writes the same bytes") {
  const TempFolder folder;
  Corpus corpus;
  Resolution resolution;
  many_papers(corpus, resolution, 30'000);
  const CorpusGraph graph(corpus, resolution);
  REQUIRE(graph.runs().size() > 10);
  const StoreSize size = write_store(folder / "one.db", false, corpus, resolution, graph, 1);
  write_store(folder / "three.db", false, corpus, resolution, graph, 3);
  CHECK(size.nodes == 33'000);
  CHECK(size.edges == 30'000);
  CHECK(first_text(folder / "one.db", "SELECT count(*) FROM authored") == "30000");
  CHECK(first_text(folder / "one.db", "PRAGMA integrity_check") == "ok");
  CHECK(slurp(folder / "one.db") == slurp(folder / "three.db"));
}

TEST_CASE("an interrupted write leaves nothing") {
  const TempFolder folder;
  Corpus corpus;
  Resolution resolution;
  many_papers(corpus, resolution, 100);
  set_interrupted(true);
  CHECK_THROWS_AS(write_store(folder / "g.db", false, corpus, resolution, CorpusGraph(corpus, resolution), 2), Error);
  set_interrupted(false);
  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("no contact data reaches the disk") {
  const TempFolder folder;
  TwoDocuments().save(folder / "g.db");
  const std::string bytes = slurp(folder / "g.db");
  CHECK(bytes.find("example.org") == std::string::npos);
  CHECK(bytes.find("a@b.org") == std::string::npos);
  CHECK(bytes.find("[e-mail]") != std::string::npos);
}

TEST_CASE("e-mail addresses are masked, other text stays") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"write to a.b-c+d@x-y.co.uk.", "write to [e-mail]."},
      {"a@b.c, d@e.f", "[e-mail], [e-mail]"},
      {"<a@b.org>", "<[e-mail]>"},
      {"user@localhost", "user@localhost"},
      {"@handle @x.y", "@handle @x.y"},
      {"ICML @ Vienna", "ICML @ Vienna"},
      {"", ""},
  };
  for (const auto& [text, expected] : table) {
    std::string buffer;
    CHECK(mask_contacts(text, buffer) == expected);
  }
}

}  // namespace
}  // namespace scholargraph
