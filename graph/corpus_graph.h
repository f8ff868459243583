// SPDX-License-Identifier: Apache-2.0
// From mentions and entities to the property graph, row by row.
#pragma once

#include "graph/corpus_index.h"
#include "graph/graph_stream.h"

namespace scholargraph {

/// One node for each entity; one edge for each (kind, source, target), its facts aggregated; COAUTHOR derived from the
/// authors of papers. Nodes and edges are put together when they are visited and not kept, so the graph takes the
/// memory of its index and no more. Several threads may visit it at once.
/// Corpus and resolution must outlive the graph and stay as they are. REQUIRES: every mention has an entity.
class CorpusGraph final : public GraphSource {
 public:
  CorpusGraph(const Corpus& corpus, const Resolution& resolution);

  void for_each_node(const NodeVisit& visit) const override;
  void for_each_edge(const EdgeVisit& visit) const override;
  [[nodiscard]] std::vector<GraphRun> runs() const override;
  void for_each_node_of(const GraphRun& run, const NodeVisit& visit) const override;
  void for_each_edge_of(const GraphRun& run, const EdgeVisit& visit) const override;

 private:
  CorpusIndex index_;
};

}  // namespace scholargraph
