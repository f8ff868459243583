// SPDX-License-Identifier: Apache-2.0
// Decides which mentions are one entity. docs/resolution.md tells the rules; a stronger resolver replaces the
// function below and nothing else.
#pragma once

#include "model/corpus.h"
#include "model/resolution.h"

namespace scholargraph {

struct ResolveOptions {
  bool use_person_ids = true;  ///< ORCIDs and the like join people and keep them apart
  bool explain = true;         ///< fill Resolution::reasons
  int jobs = 1;                ///< threads; the answer is the same with any number
};

/// Every mention gets one entity. Sound before complete: people are joined only when their names agree and a second
/// ground speaks for it, and never when they are two authors of one paper or have different ORCIDs.
/// The answer does not depend on the order in which documents were added. Throws Error(kInterrupted) after Ctrl-C.
Resolution resolve(const Corpus& corpus, const ResolveOptions& options = {});

}  // namespace scholargraph
