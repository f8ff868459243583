// SPDX-License-Identifier: Apache-2.0
#include "graph/corpus_graph.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "graph/projection.h"
#include "graph/property_graph.h"
#include "resolve/resolve.h"
#include "unit/resolve/invented_corpus.h"

using namespace scholargraph;
using namespace scholargraph::invented;

namespace {

void append(std::string& out, const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value)) out += *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) out += std::to_string(*number);
  if (const auto* flag = std::get_if<bool>(&value)) out += *flag ? "true" : "false";
  if (const auto* items = std::get_if<std::span<const std::string_view>>(&value))
    for (const auto item : *items) out.append("[").append(item).append("]");
}

template <class View>
void append_all(std::string& out, const View& view, std::span<const PropertyInfo> schema) {
  REQUIRE(view.properties.size() == schema.size());
  for (std::size_t i = 0; i < schema.size(); ++i) {
    if (std::holds_alternative<std::monostate>(view.properties[i])) continue;
    out.append(" ").append(schema[i].name).append("=");
    append(out, view.properties[i]);
  }
}

/// The edges of a graph by labels, one a line.
std::string edges_of(const GraphSource& graph, std::initializer_list<EdgeKind> kinds) {
  std::map<std::string, std::string> labels;
  graph.for_each_node([&](const NodeView& view) { labels.emplace(view.id, view.label); });
  std::vector<std::string> lines;
  graph.for_each_edge([&](const EdgeView& view) {
    if (std::find(kinds.begin(), kinds.end(), view.kind) == kinds.end()) return;
    std::string ends[] = {labels.at(std::string(view.source)), labels.at(std::string(view.target))};
    if (view.kind == EdgeKind::kCoauthor && ends[1] < ends[0]) std::swap(ends[0], ends[1]);
    std::string line = std::string(edge_info(view.kind).name) + " " + ends[0] + " > " + ends[1];
    append_all(line, view, edge_info(view.kind).properties);
    for (const auto& place : view.evidence)
      line += " @" + std::string(place.document) + ":" + std::to_string(place.first_line);
    lines.push_back(line + "\n");
  });
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const auto& line : lines) out += line;
  return out;
}

const char* const kTitleA = "A long invented title about quiet turbines";
const char* const kTitleB = "Another long invented title about loud turbines";

Corpus four_documents() {
  DocumentRecord ada = document("a.md", "Ada Brunner",
                                {paper(kTitleA, {"Ada Brunner", "B. Lind", "Ugo Ferrante"}, 2020, "ICX 2020", 2)});
  ada.cv.education = {education("Department of Physics, University of Quiet Turbines", {"Ugo Ferrante"})};
  DocumentRecord bo = document("b.md", "Bo Lind", {paper(kTitleA, {"A. Brunner", "Bo Lind", "U. Ferrante"}, 2021, "ICX", 1),
                                                   paper(kTitleB, {"Bo Lind", "Ada Brunner"}, 2022, "", 2)});
  bo.cv.education = {education("University of Quiet Turbines", {})};
  EmploymentRecord job;
  job.institution = "Institute of Paper Boats";
  job.role = "Researcher";
  job.period.start = 2015;
  job.period.present = true;
  job.span = {0, 2, 2};
  bo.cv.employment = {job};
  const DocumentRecord nobody = document("c.md", "", {paper(kTitleA, {}, 0, "", 1), paper(kTitleB, {}, 0, "", 2)});
  DocumentRecord iris = document("d.md", "Iris Molen", {});
  ServiceRecord service{"reviewer", "ICX", {2020, 2021}, {0, 1, 1}};
  iris.cv.service = {service};
  return corpus_of({ada, bo, nobody, iris});
}

PropertyGraph graph_of(const Corpus& corpus) {
  const Resolution resolution = resolve(corpus);
  return PropertyGraph::from(CorpusGraph(corpus, resolution));
}

}  // namespace

TEST_CASE("four documents make this graph") {
  const Corpus corpus = four_documents();
  const Resolution resolution = resolve(corpus);
  const PropertyGraph graph = PropertyGraph::from(CorpusGraph(corpus, resolution));
  CHECK(graph.node_count(NodeKind::kPaper) == 2);
  CHECK(graph.node_count(NodeKind::kVenue) == 1);
  CHECK(graph.node_count(NodeKind::kInstitution) == 3);
  // Ada, Bo, Ugo, Iris, and the owner of c.md, who may be Ada or Bo.
  CHECK(graph.node_count(NodeKind::kPerson) == 5);
  CHECK(edges_of(graph, {EdgeKind::kCoauthor, EdgeKind::kAdvised, EdgeKind::kEducatedAt, EdgeKind::kEmployedAt,
                         EdgeKind::kPartOf, EdgeKind::kServed, EdgeKind::kPublishedIn}) ==
        "ADVISED Ugo Ferrante > Ada Brunner levels=[PhD] institutions=[University of Quiet Turbines] start=2010 "
        "end=2014 @a.md:2\n"
        "COAUTHOR Ada Brunner > Bo Lind papers=2 first_year=2021 last_year=2022 @a.md:2 @b.md:2\n"
        "COAUTHOR Ada Brunner > Ugo Ferrante papers=1 first_year=2021 last_year=2021 @a.md:2\n"
        "COAUTHOR Bo Lind > Ugo Ferrante papers=1 first_year=2021 last_year=2021 @a.md:2\n"
        "EDUCATED_AT Ada Brunner > University of Quiet Turbines degrees=[PhD] fields=[Physics] "
        "units=[Department of Physics] periods=[2010-2014] start=2010 end=2014 @a.md:2\n"
        "EDUCATED_AT Bo Lind > University of Quiet Turbines degrees=[PhD] fields=[Physics] periods=[2010-2014] "
        "start=2010 end=2014 @b.md:2\n"
        "EMPLOYED_AT Bo Lind > Institute of Paper Boats roles=[Researcher] kinds=[job] periods=[2015-present] "
        "start=2015 present=true @b.md:2\n"
        "PART_OF Department of Physics > University of Quiet Turbines @a.md:2\n"
        "PUBLISHED_IN A long invented title about quiet turbines > ICX year=2021 printed=ICX 2020 @a.md:2 @b.md:1\n"
        "SERVED Iris Molen > ICX roles=[reviewer] years=[2020][2021] first_year=2020 last_year=2021 @d.md:1\n");
}

TEST_CASE("weights of coauthors add 1/(n - 1), and no contact data is quoted") {
  const Corpus corpus = four_documents();
  const PropertyGraph graph = graph_of(corpus);
  std::vector<double> weights;
  graph.for_each_edge([&](const EdgeView& view) {
    if (view.kind == EdgeKind::kCoauthor) weights.push_back(view.weight);
    for (const auto& place : view.evidence) CHECK(place.text.find('@') == std::string_view::npos);
  });
  std::sort(weights.begin(), weights.end());
  CHECK(weights == std::vector<double>{0.5, 0.5, 1.5});
}

TEST_CASE("a copy of a graph through the stream is the same graph") {
  const Corpus corpus = four_documents();
  const PropertyGraph graph = graph_of(corpus);
  const PropertyGraph copy = PropertyGraph::from(graph);
  const std::initializer_list<EdgeKind> kinds = {EdgeKind::kAuthored, EdgeKind::kCoauthor, EdgeKind::kAdvised,
                                                 EdgeKind::kEducatedAt, EdgeKind::kServed, EdgeKind::kEmployedAt};
  CHECK(copy.node_count() == graph.node_count());
  CHECK(copy.edge_count() == graph.edge_count());
  CHECK(edges_of(copy, kinds) == edges_of(graph, kinds));
  for (std::uint32_t i = 0; i < graph.node_count(); ++i) {
    CHECK(copy.node_id(NodeIndex(i)) == graph.node_id(NodeIndex(i)));
    CHECK(graph.find_node(graph.node_id(NodeIndex(i))) == NodeIndex(i));
  }
  CHECK_FALSE(graph.find_node("person:none"));
}

TEST_CASE("one-mode networks keep what they are about") {
  const Corpus corpus = four_documents();
  const PropertyGraph graph = graph_of(corpus);
  const PropertyGraph coauthors = project(graph, Projection::kCoauthor);
  CHECK(coauthors.node_count() == 3);
  CHECK(coauthors.edge_count() == 3);
  const PropertyGraph advisors = project(graph, Projection::kAdvisor);
  CHECK(advisors.node_count() == 2);
  CHECK(advisors.edge_count(EdgeKind::kAdvised) == 1);
  const PropertyGraph institutions = project(graph, Projection::kInstitution);
  CHECK(institutions.node_count() == 2);
  CHECK(edges_of(institutions, {EdgeKind::kCoauthor}) ==
        "COAUTHOR Institute of Paper Boats > University of Quiet Turbines @b.md:2 @b.md:2\n");
  CHECK_FALSE(projection_from_name("venue"));
}

namespace {

/// Some works of a few people, each printed by several documents, with authors left out and years that differ.
Corpus works_in_several_documents(unsigned seed) {
  const std::vector<std::string> people = {"Ada Brunner", "Bo Lind",     "Ugo Ferrante", "Iris Molen",
                                           "Cai Ostrow",  "Dora Quimby", "Emil Ravn",    "Fay Sundal"};
  std::mt19937 random(seed);
  std::vector<DocumentRecord> records;
  for (std::size_t i = 0; i < 4; ++i) records.push_back(document(std::string(1, static_cast<char>('a' + i)) + ".md", people[i], {}));
  for (int work = 0; work < 12; ++work) {
    std::vector<std::string> authors = people;
    std::shuffle(authors.begin(), authors.end(), random);
    authors.resize(1 + random() % 6);
    const std::string title = "An invented work of many printed copies, number " + std::to_string(work);
    for (DocumentRecord& record : records) {
      if (random() % 2 == 0) continue;
      std::vector<std::string> printed(authors.begin(), authors.begin() + static_cast<std::ptrdiff_t>(1 + random() % authors.size()));
      record.cv.papers.push_back(paper(title, printed, 2000 + static_cast<int>(random() % 2), "ICX", work + 1));
    }
  }
  return corpus_of(records);
}

std::string edge_line(EntityId source, EntityId target, int papers, double weight, int first, int last) {
  return std::to_string(source.value) + ">" + std::to_string(target.value) + " " + std::to_string(papers) + " " +
         std::to_string(weight) + " " + std::to_string(first) + "-" + std::to_string(last) + "\n";
}

/// COAUTHOR as its definition says, paper by paper: the longest list of a work counts.
std::string coauthors_by_definition(const Corpus& corpus, const Resolution& resolution) {
  struct Work {
    std::vector<EntityId> authors;
    int year = 0;
  };
  std::map<EntityId, Work> works;
  for (std::size_t m = 0; m < corpus.mentions.size(); ++m) {
    if (corpus.mentions[m].kind != NodeKind::kPaper) continue;
    Work& work = works[resolution.entity_of[m]];
    work.year = std::max<int>(work.year, corpus.mentions[m].year);
    std::vector<EntityId> authors;
    for (std::size_t a = m + 1; a < corpus.mentions.size() && corpus.mentions[a].paper == MentionId(m); ++a)
      authors.push_back(resolution.entity_of[a]);
    if (authors.size() > work.authors.size()) work.authors = authors;
  }
  struct Bond {
    int papers = 0, first = 9999, last = 0;
    double weight = 0;
  };
  std::map<std::pair<EntityId, EntityId>, Bond> bonds;
  for (const auto& [id, work] : works)
    for (std::size_t a = 0; a < work.authors.size(); ++a)
      for (std::size_t b = a + 1; b < work.authors.size(); ++b) {
        Bond& bond = bonds[std::minmax(work.authors[a], work.authors[b])];
        ++bond.papers;
        bond.weight += 1.0 / static_cast<double>(work.authors.size() - 1);
        bond.first = std::min(bond.first, work.year);
        bond.last = std::max(bond.last, work.year);
      }
  std::string out;
  for (const auto& [pair, bond] : bonds)
    out += edge_line(pair.first, pair.second, bond.papers, bond.weight, bond.first, bond.last);
  return out;
}

std::string coauthors_of(const GraphSource& graph) {
  std::string out;
  for (const GraphRun& run : graph.runs()) {
    if (!run.edges || run.edge_kind != EdgeKind::kCoauthor) continue;
    graph.for_each_edge_of(run, [&](const EdgeView& edge) {
      const auto number = [&](std::size_t i) { return static_cast<int>(std::get<std::int64_t>(edge.properties[i])); };
      out += edge_line(EntityId(edge.source_number - 1), EntityId(edge.target_number - 1), number(0), edge.weight,
                       number(1), number(2));
    });
  }
  return out;
}

}  // namespace

TEST_CASE("coauthors are those of the longest list of each work") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Corpus corpus = works_in_several_documents(seed);
    const Resolution resolution = resolve(corpus);
    INFO(seed);
    CHECK(coauthors_of(CorpusGraph(corpus, resolution)) == coauthors_by_definition(corpus, resolution));
  }
}

TEST_CASE("every author of every record is at an AUTHORED edge with its place") {
  for (unsigned seed = 0; seed < 40; ++seed) {
    const Corpus corpus = works_in_several_documents(seed);
    const Resolution resolution = resolve(corpus);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::uint32_t>> expected;
    for (std::size_t m = 0; m < corpus.mentions.size(); ++m)
      if (const MentionId paper = corpus.mentions[m].paper; paper.valid())
        expected[{resolution.entity_of[m].value + 1, resolution.entity_of[paper.value].value + 1}].insert(
            corpus.mentions[m].evidence.value + 1);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::set<std::uint32_t>> found;
    CorpusGraph(corpus, resolution).for_each_edge([&](const EdgeView& edge) {
      if (edge.kind != EdgeKind::kAuthored) return;
      auto& places = found[{edge.source_number, edge.target_number}];
      CHECK(places.empty());
      for (const EvidenceView& place : edge.evidence) places.insert(place.corpus_row);
    });
    CHECK(found == expected);
  }
}
