// SPDX-License-Identifier: Apache-2.0
// Stands in for stages whose folder is still empty, so that `extract` can be used before `build`.
#include "base/error.h"
#ifdef NEEDS_PAPERS
#include "extract/cv/fields.h"
#endif
#ifdef NEEDS_GRAPH
#include "graph/build.h"
#include "graph/projection.h"
#include "resolve/resolve.h"
#endif

namespace scholargraph {

#ifdef NEEDS_PAPERS
void find_papers(const CvText&, CvRecord&) {}
#endif
#ifdef NEEDS_GRAPH
PropertyGraph build_graph(Corpus&, const Resolution&) { throw Error(ExitCode::kUsage, "not in this version"); }
PropertyGraph project(const GraphSource&, Projection) { throw Error(ExitCode::kUsage, "not in this version"); }
std::optional<Projection> projection_from_name(std::string_view) { return std::nullopt; }
Resolution resolve(const Corpus&, const ResolveOptions&) { throw Error(ExitCode::kUsage, "not in this version"); }
#endif

}  // namespace scholargraph
