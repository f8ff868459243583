// SPDX-License-Identifier: Apache-2.0
// From mentions and entities to the property graph.
#pragma once

#include "graph/property_graph.h"
#include "model/corpus.h"
#include "model/resolution.h"

namespace scholargraph {

/// One node for each entity; one edge for each (kind, source, target), its facts aggregated; COAUTHOR derived from
/// the authors of papers. Text of properties is interned into `corpus.strings`, so the corpus must outlive the graph.
PropertyGraph build_graph(Corpus& corpus, const Resolution& resolution);

}  // namespace scholargraph
