// SPDX-License-Identifier: Apache-2.0
#include "graph/build.h"

#include <algorithm>
#include <array>
#include <map>

#include "catch.h"
#include "graph/algorithms.h"
#include "graph/projection.h"
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

}  // namespace

TEST_CASE("four documents make this graph") {
  Corpus corpus = four_documents();
  const Resolution resolution = resolve(corpus);
  const PropertyGraph graph = build_graph(corpus, resolution);
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
  Corpus corpus = four_documents();
  const PropertyGraph graph = build_graph(corpus, resolve(corpus));
  std::vector<double> weights;
  graph.for_each_edge([&](const EdgeView& view) {
    if (view.kind == EdgeKind::kCoauthor) weights.push_back(view.weight);
    for (const auto& place : view.evidence) CHECK(place.text.find('@') == std::string_view::npos);
  });
  std::sort(weights.begin(), weights.end());
  CHECK(weights == std::vector<double>{0.5, 0.5, 1.5});
}

TEST_CASE("a copy of a graph through the stream is the same graph") {
  Corpus corpus = four_documents();
  const PropertyGraph graph = build_graph(corpus, resolve(corpus));
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
  Corpus corpus = four_documents();
  const PropertyGraph graph = build_graph(corpus, resolve(corpus));
  const PropertyGraph coauthors = project(graph, Projection::kCoauthor);
  CHECK(coauthors.node_count() == 3);
  CHECK(coauthors.edge_count() == 3);
  const PropertyGraph advisors = project(graph, Projection::kAdvisor);
  CHECK(advisors.node_count() == 2);
  CHECK(advisors.edge_count(EdgeKind::kAdvised) == 1);
  const PropertyGraph institutions = project(graph, Projection::kInstitution);
  CHECK(institutions.node_count() == 2);
  CHECK(edges_of(institutions, {EdgeKind::kCoauthor}) ==
        "COAUTHOR Institute of Paper Boats > University of Quiet Turbines\n");
  CHECK_FALSE(projection_from_name("venue"));
}

namespace {

/// A path 0-1-2-3, a short cut 0-4-3, and 5 alone.
PropertyGraph small_network() {
  PropertyGraph graph;
  for (const char* id : {"p0", "p1", "p2", "p3", "p4", "p5"})
    graph.add_node(NodeKind::kPerson, graph.strings().intern(id), 0, graph.strings().intern(id));
  for (const auto& [a, b] : std::initializer_list<std::pair<std::size_t, std::size_t>>{{0, 1}, {0, 4}, {1, 2}, {2, 3}, {3, 4}})
    graph.add_edge({EdgeKind::kCoauthor, NodeIndex(a), NodeIndex(b), 1, 1}, {});
  return graph;
}

}  // namespace

TEST_CASE("paths are the shortest, components and degrees are counted") {
  const PropertyGraph graph = small_network();
  constexpr std::array kinds = {EdgeKind::kCoauthor, EdgeKind::kAdvised};
  std::vector<std::uint32_t> nodes;
  for (const PathStep& step : shortest_path(graph, NodeIndex(0), NodeIndex(3), kinds)) nodes.push_back(step.node.value);
  CHECK(nodes == std::vector<std::uint32_t>{0, 4, 3});
  CHECK(shortest_path(graph, NodeIndex(0), NodeIndex(5), kinds).empty());
  CHECK(shortest_path(graph, NodeIndex(2), NodeIndex(2), kinds).size() == 1);
  const Components components = connected_components(graph, kinds);
  CHECK(components.of_node == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 1});
  CHECK(components.sizes == std::vector<std::uint32_t>{5, 1});
  CHECK(degrees(graph, kinds) == std::vector<std::uint32_t>{2, 2, 2, 2, 2, 0});
}
