// SPDX-License-Identifier: Apache-2.0
// Bibliographic sources as streams: their records into the corpus, block by block on many threads.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "extract/source/source_format.h"
#include "model/corpus.h"
#include "model/corpus_sink.h"

namespace scholargraph {

/// An input that is a bibliographic source.
struct SourceInput {
  std::string path;
  const SourceFormat* format = nullptr;
};

/// What one source held.
struct SourceSummary {
  std::string path;
  std::string format;
  SourceCounts counts;
  Diagnostics diagnostics;  ///< in the order of the file; a damaged stream ends with a kError
};

struct SourceOptions {
  int jobs = 1;
  bool ignore_person_ids = false;
};

/// Reads all sources, in their order, into `corpus`: one document each. `finished` is called for each source after its
/// last record, on the calling thread. At most a few blocks for each job are in memory.
/// The result is the same for every number of jobs. Throws Error(kInterrupted).
void read_sources(const std::vector<SourceInput>& inputs, const SourceOptions& options, Corpus& corpus,
                  const std::function<void(SourceSummary&&)>& finished);

/// Reads the sources without keeping their records; `finished` as for read_sources().
void check_sources(const std::vector<SourceInput>& inputs, int jobs,
                   const std::function<void(SourceSummary&&)>& finished);

}  // namespace scholargraph
