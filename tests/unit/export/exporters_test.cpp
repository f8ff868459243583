// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"
#include "catch.h"
#include "export/exporter.h"
#include "support/fake_graph.h"
#include "support/hardship.h"
#include "support/temp_folder.h"

namespace scholargraph {
namespace {

ExportReport run(const std::string& name, const GraphSource& graph, const ExportOptions& options) {
  return run_export(*find_exporter(name), {graph, nullptr}, options);
}

std::string message_of(const std::string& name, const ExportOptions& options, const GraphSource& graph) {
  try {
    run(name, graph, options);
  } catch (const Error& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "no error";
}

/// The first line that begins with `prefix`.
std::string line_of(const std::string& text, const std::string& prefix) {
  const std::size_t begin = text.starts_with(prefix) ? 0 : text.find("\n" + prefix) + 1;
  return begin == 0 && !text.starts_with(prefix) ? "no line" : text.substr(begin, text.find('\n', begin) - begin);
}

/// Authorships written down in a test.
class FakeAuthorships final : public AuthorshipSource {
 public:
  void for_each_authorship(const std::function<void(const AuthorshipView&)>& visit) const override {
    visit({"a.bib", "k1", 1, "Kowalska, Ada", "person:1"});
    visit({"a, \"b\".bib", "k\x01", 2, "Bo", "person:2"});
  }
};

TEST_CASE("every target is in the table once, with a summary") {
  std::string names;
  for (const Exporter* exporter : exporters()) {
    names.append(exporter->name).append(exporter->folder ? "/ " : " ");
    CHECK(!exporter->summary.empty());
    CHECK(exporter->folder == exporter->suffix.empty());
  }
  CHECK(names == "graphml cypher/ neo4j-csv/ csv/ jsonl mentions-csv ");
  CHECK(find_exporter("gexf") == nullptr);
}

TEST_CASE("graphml keeps kind, label, weight and every property") {
  const TempFolder folder;
  const ExportReport report = run("graphml", small_graph(), {folder / "g.graphml"});
  const std::string text = slurp(folder / "g.graphml");
  CHECK(report.nodes == 5);
  CHECK(report.edges == 6);
  CHECK(report.replaced_characters == 0);
  CHECK(report.bytes == text.size());
  CHECK(line_of(text, "<key id=\"weight\"") ==
        "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>");
  CHECK(line_of(text, "<key id=\"n_variants\"") ==
        "<key id=\"n_variants\" for=\"node\" attr.name=\"variants\" attr.type=\"string\" attr.list=\"string\"/>");
  CHECK(line_of(text, "<node id=\"doi:10.1/x\"") ==
        "<node id=\"doi:10.1/x\" labels=\":Paper\"><data key=\"label\">On INFOCOM &amp; &lt;graphs&gt;</data>"
        "<data key=\"n_kind\">Paper</data><data key=\"n_title\">On INFOCOM &amp; &lt;graphs&gt;</data>"
        "<data key=\"n_year\">2021</data><data key=\"n_name\">On INFOCOM &amp; &lt;graphs&gt;</data></node>");
  CHECK(line_of(text, "<edge id=\"COAUTHOR") ==
        "<edge id=\"COAUTHOR|orcid:0000-0001|person:02\" source=\"orcid:0000-0001\" target=\"person:02\" "
        "label=\"COAUTHOR\"><data key=\"e_kind\">COAUTHOR</data><data key=\"e_interaction\">COAUTHOR</data>"
        "<data key=\"weight\">0.5</data><data key=\"e_confidence\">0.9</data>"
        "<data key=\"e_undirected\">true</data><data key=\"e_papers\">1</data><data key=\"e_first_year\">2021</data>"
        "<data key=\"e_evidence\">[\"cv \\\"a\\\".md:12-14\"]</data></edge>");
  CHECK(line_of(text, "<graph ") == "<graph id=\"G\" edgedefault=\"directed\">");
}

TEST_CASE("a projection is undirected") {
  const TempFolder folder;
  run("graphml", small_graph(), {folder / "g.graphml", false, true});
  CHECK(line_of(slurp(folder / "g.graphml"), "<graph ") == "<graph id=\"G\" edgedefault=\"undirected\">");
}

TEST_CASE("what no format can carry is replaced and counted, equally in all") {
  const TempFolder folder;
  for (const char* name : {"graphml", "cypher", "neo4j-csv", "csv"}) {
    INFO(name);
    CHECK(run(name, nasty_graph(), {folder / name}).replaced_characters == 405);
  }
  const std::string text = slurp(folder / "graphml");
  for (const char bad : {'\x01', '\x08', '\x1b', '\x1f', '\0'}) CHECK(text.find(bad) == std::string::npos);
}

TEST_CASE("cypher statements stay below 64 kB, whatever the values") {
  const TempFolder folder;
  run("cypher", nasty_graph(), {folder / "out"});
  const std::string text = slurp(folder / "out/data.cypher");
  std::size_t longest = 0;
  for (std::size_t begin = 0, end = 0; begin < text.size(); begin = end) {
    end = std::min(text.find(";\n", begin), text.size() - 2) + 2;
    longest = std::max(longest, end - begin);
  }
  CHECK(longest > 16'000);
  CHECK(longest < 64'000);
  CHECK(text.find("SET x.title = x.title + '") != std::string::npos);
  CHECK(line_of(slurp(folder / "out/schema.cypher"), "CREATE CONSTRAINT paper") ==
        "CREATE CONSTRAINT paper_id IF NOT EXISTS FOR (n:Paper) REQUIRE n.id IS UNIQUE;");
}

TEST_CASE("cypher merges on the id, then sets") {
  const TempFolder folder;
  run("cypher", small_graph(), {folder / "out"});
  const std::string text = slurp(folder / "out/data.cypher");
  CHECK(line_of(text, "{id:'doi:10.1/x'") ==
        "{id:'doi:10.1/x',label:'On INFOCOM & <graphs>',title:'On INFOCOM & <graphs>',year:2021}");
  CHECK(line_of(text, "MERGE (a)-[r:HOSTED") == "MERGE (a)-[r:HOSTED {id: row.id}]->(b)");
  CHECK(line_of(text,
                "SET r.weight = row.weight, r.confidence = row.confidence, r.evidence = row.evidence, "
                "r.papers") ==
        "SET r.weight = row.weight, r.confidence = row.confidence, r.evidence = row.evidence, r.papers = row.papers, "
        "r.first_year = row.first_year, r.last_year = row.last_year;");
}

TEST_CASE("neo4j-csv has typed headers, rows and a script that names them") {
  const TempFolder folder;
  run("neo4j-csv", small_graph(), {folder / "out"});
  CHECK(slurp(folder / "out/nodes/Venue-header.csv") ==
        "id:ID(Venue),label:string,name:string,variants:string[],identifiers:string[],mentions:long\n");
  CHECK(slurp(folder / "out/nodes/Person.csv") ==
        "\"orcid:0000-0001\",\"Ada Kowalska\",\"Ada Kowalska\",\"A. Kowalska\x1fKowalska, Ada\",,,,3\n"
        "\"person:02\",\"Bo Lindqvist\",\"Bo Lindqvist\",,,,,1\n");
  CHECK(slurp(folder / "out/relationships/HOSTED-header.csv") ==
        ":START_ID(Person),:END_ID(Person),id:string,weight:double,confidence:double,evidence:string[],"
        "institutions:string[],years:string[],first_year:long,last_year:long\n");
  const std::string script = slurp(folder / "out/import.sh");
  CHECK(script.find("--multiline-fields=false") != std::string::npos);
  CHECK(script.find("--nodes=Person=nodes/Person-header.csv,nodes/Person.csv") != std::string::npos);
  CHECK(script.find("Award") == std::string::npos);
  CHECK((std::filesystem::status(folder / "out/import.sh").permissions() & std::filesystem::perms::owner_exec) !=
        std::filesystem::perms::none);
  run("neo4j-csv", nasty_graph(), {folder / "nasty"});
  CHECK(slurp(folder / "nasty/import.sh").find("--multiline-fields=true") != std::string::npos);
}

TEST_CASE("mentions-csv quotes where it must") {
  const TempFolder folder;
  const FakeAuthorships authorships;
  const FakeGraph graph = small_graph();
  const ExportReport report = run_export(*find_exporter("mentions-csv"), {graph, &authorships}, {folder / "m.csv"});
  CHECK(slurp(folder / "m.csv") ==
        "document,record,position,name,person\n"
        "a.bib,k1,1,\"Kowalska, Ada\",person:1\n"
        "\"a, \"\"b\"\".bib\",k\xEF\xBF\xBD,2,Bo,person:2\n");
  CHECK(report.rows == 2);
  CHECK(report.replaced_characters == 1);
  CHECK(message_of("mentions-csv", {folder / "x.csv"}, graph) ==
        "mentions-csv needs a store with the mentions of the sources | ");
}

TEST_CASE("outputs are replaced only when asked, folders only when an export wrote them") {
  const TempFolder folder;
  const FakeGraph graph = small_graph();
  const std::string path = (folder / "out").string();
  run("csv", graph, {path});
  CHECK(message_of("csv", {path}, graph) == path + ": already exists | add --overwrite to replace it");
  CHECK(message_of("csv", {path, true}, graph) == "no error");
  CHECK(message_of("csv", {path + "/", true}, graph) == "no error");
  CHECK(message_of("cypher", {path, true}, graph) == "no error");
  CHECK(!std::filesystem::exists(path + "/nodes.csv"));
  CHECK(std::filesystem::exists(path + "/data.cypher"));

  std::filesystem::create_directory(folder / "cvs");
  spit(folder / "cvs/cv.md", "# Ada");
  const std::string cvs = (folder / "cvs").string();
  CHECK(message_of("csv", {cvs, true}, graph) ==
        cvs + ": was not written by an export and is not replaced | choose another name with -o, or remove it first");
  CHECK(slurp(folder / "cvs/cv.md") == "# Ada");
  CHECK(message_of("csv", {"-"}, graph) ==
        "csv is a folder of files and cannot go to standard output | name a folder with -o");
  CHECK(message_of("graphml", {folder / "no/such/folder.graphml"}, graph) ==
        (folder / "no/such/folder.graphml").string() + ": cannot be written: No such file or directory | ");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("a full disk and kill -9 leave the old export whole") {
  const TempFolder folder;
  const FakeGraph small = small_graph();
  const FakeGraph nasty = nasty_graph();
  for (const Exporter* exporter : exporters()) {
    if (exporter->needs_authorships) continue;
    INFO(exporter->name);
    const std::string name(exporter->name);
    const std::filesystem::path path = folder / name;
    const std::filesystem::path witness = exporter->folder ? path / "README.txt" : path;
    run(name, small, {path});
    const std::string before = slurp(witness);
    std::string message;
    {
      const FullDisk disk(64 * 1024);
      message = message_of(name, {path, true}, nasty);
    }
    CHECK(message.find(": cannot be written: File too large") != std::string::npos);
    const DisturbedGraph killer(small, [] { raise(SIGKILL); });
    CHECK(killed_while([&] { run(name, killer, {path, true}); }));
    CHECK(slurp(witness) == before);
  }
}

}  // namespace
}  // namespace scholargraph
