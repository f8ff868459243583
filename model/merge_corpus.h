// SPDX-License-Identifier: Apache-2.0
// Joins what threads have gathered apart.
#pragma once

#include "model/corpus.h"

namespace scholargraph {

/// Appends the mentions, identifiers, relations and so on of `part` to `into`, as things that `document` says; the
/// documents of `part` are not taken over. Parts are joined in a fixed order for equal output.
/// REQUIRES: `document` is the last document of `into`; every mention of `part` comes from it.
/// Cost: one lookup for each distinct string of `part`, one copy for each row.
void merge_corpus(Corpus& into, const Corpus& part, DocumentId document);

}  // namespace scholargraph
