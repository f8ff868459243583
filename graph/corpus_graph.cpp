// SPDX-License-Identifier: Apache-2.0
// Problem: many places state the same edge; the graph has it once, with all that they say. With millions of papers the
// edges need more memory than the corpus, so they cannot all exist at once.
// Idea: nodes are the entities, in their order, and edges go by their source: from an entity to its mentions, from
// these to papers and coauthors, or from its relations to their targets. The facts of one source, sorted by target, are
// the edges that start there; nothing else is in memory. Any run of sources can be made without the others, which is
// what threads share out.
// Cost: the authors of a paper are looked at once for each of them, a sort for each source.
#include "graph/corpus_graph.h"

#include <algorithm>

#include "graph/edge_id.h"
#include "graph/edge_maker.h"
#include "graph/node_maker.h"

namespace scholargraph {

namespace {

constexpr std::uint32_t kLongList = 100;  ///< of authors: longer ones are worth a count before edges are cut into runs
constexpr std::size_t kRunRows = 8192;

EntityId first_of(const GraphRun& run) { return EntityId(run.first - 1); }
EntityId last_of(const GraphRun& run) { return EntityId(run.last - 1); }

/// Cuts the entities of `range` where `size_of` adds up to a run.
template <class SizeOf>
void cut(std::vector<GraphRun>& runs, const GraphRun& model, CorpusIndex::Range range, SizeOf size_of) {
  std::uint32_t first = range.first.value;
  std::size_t size = 0;
  for (std::uint32_t i = range.first.value; i < range.last.value; ++i) {
    size += size_of(EntityId(i));
    if (size < kRunRows && i + 1 < range.last.value) continue;
    GraphRun run = model;
    run.first = first + 1;
    run.last = i + 2;
    runs.push_back(run);
    first = i + 1;
    size = 0;
  }
}

/// How many people are printed beside a person: a list of thousands makes millions of edges.
std::size_t count_coauthors(const CorpusIndex& index, EntityId person) {
  std::size_t count = 0;
  for (const MentionId m : index.members(person))
    if (const MentionId paper = index.mention(m).paper; paper.valid()) count += index.author_count(paper);
  return count;
}

/// Edges that come from rows of relations or references.
void cut_rows(std::vector<GraphRun>& runs, const GraphRun& model, std::span<const SourceRow> rows) {
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = std::min(begin + kRunRows, rows.size());
    while (end < rows.size() && rows[end].source == rows[end - 1].source) ++end;
    GraphRun run = model;
    run.first = rows[begin].source.value + 1;
    run.last = rows[end - 1].source.value + 2;
    runs.push_back(run);
    begin = end;
  }
}

bool comes_from_papers(EdgeKind kind) {
  return kind == EdgeKind::kAuthored || kind == EdgeKind::kEdited || kind == EdgeKind::kCoauthor;
}

/// Gives numbered edges their ids and their evidence in full.
class Completer {
 public:
  explicit Completer(const CorpusIndex& index) : index_(index) {}

  void complete(EdgeView& edge) {
    source_ = entity_key(index_.corpus(), index_.resolution(), EntityId(edge.source_number - 1));
    target_ = entity_key(index_.corpus(), index_.resolution(), EntityId(edge.target_number - 1));
    make_edge_id(id_, edge.kind, source_, target_);
    edge.id = id_;
    edge.source = source_;
    edge.target = target_;
    evidence_.assign(edge.evidence.begin(), edge.evidence.end());
    for (EvidenceView& view : evidence_) {
      const Evidence& place = index_.corpus().evidence[view.corpus_row - 1];
      view = {index_.corpus().documents[place.document.value].path, place.span.page, place.span.first_line,
              place.span.last_line, index_.text(place.key), index_.text(place.text), view.corpus_row};
    }
    edge.evidence = evidence_;
  }

 private:
  const CorpusIndex& index_;
  std::string source_, target_, id_;
  std::vector<EvidenceView> evidence_;
};

}  // namespace

CorpusGraph::CorpusGraph(const Corpus& corpus, const Resolution& resolution) : index_(corpus, resolution) {}

std::vector<GraphRun> CorpusGraph::runs() const {
  std::vector<GraphRun> runs;
  const auto size_of = [&](EntityId id) { return index_.members(id).size(); };
  for (const NodeInfo& info : all_node_infos()) {
    GraphRun model;
    model.node_kind = info.kind;
    cut(runs, model, index_.entities(info.kind), size_of);
  }
  for (const EdgeInfo& info : all_edge_infos()) {
    GraphRun model;
    model.edges = true;
    model.edge_kind = info.kind;
    if (!comes_from_papers(info.kind))
      cut_rows(runs, model, index_.rows(info.kind));
    else if (info.kind == EdgeKind::kCoauthor && index_.longest_list() > kLongList)
      cut(runs, model, index_.entities(info.source), [&](EntityId id) { return count_coauthors(index_, id); });
    else if (info.kind != EdgeKind::kEdited || index_.any_editors())
      cut(runs, model, index_.entities(info.source), size_of);
  }
  return runs;
}

void CorpusGraph::for_each_node_of(const GraphRun& run, const NodeVisit& visit) const {
  NodeMaker maker(index_, run.node_kind);
  for (EntityId id = first_of(run); id < last_of(run); ++id.value) visit(maker.make(id));
}

void CorpusGraph::for_each_edge_of(const GraphRun& run, const EdgeVisit& visit) const {
  FactFinder finder(index_);
  EdgeMaker maker(index_, run.edge_kind);
  const auto make = [&](EntityId source, std::span<const Fact> facts) {
    for (std::size_t begin = 0; begin < facts.size();) {
      std::size_t end = begin + 1;
      while (end < facts.size() && facts[end].target == facts[begin].target) ++end;
      visit(maker.make(source, facts.subspan(begin, end - begin)));
      begin = end;
    }
  };
  if (!comes_from_papers(run.edge_kind)) {
    const auto rows = index_.rows(run.edge_kind, first_of(run), last_of(run));
    for (std::size_t begin = 0; begin < rows.size();) {
      std::size_t end = begin + 1;
      while (end < rows.size() && rows[end].source == rows[begin].source) ++end;
      make(rows[begin].source, finder.related(rows.subspan(begin, end - begin)));
      begin = end;
    }
    return;
  }
  for (EntityId id = first_of(run); id < last_of(run); ++id.value)
    make(id, run.edge_kind == EdgeKind::kCoauthor ? finder.coauthors(id)
                                                  : finder.papers_of(id, run.edge_kind == EdgeKind::kEdited));
}

void CorpusGraph::for_each_node(const NodeVisit& visit) const {
  for (const GraphRun& run : runs())
    if (!run.edges) for_each_node_of(run, visit);
}

void CorpusGraph::for_each_edge(const EdgeVisit& visit) const {
  Completer completer(index_);
  for (const GraphRun& run : runs()) {
    if (!run.edges) continue;
    for_each_edge_of(run, [&](const EdgeView& numbered) {
      EdgeView edge = numbered;
      completer.complete(edge);
      visit(edge);
    });
  }
}

}  // namespace scholargraph
