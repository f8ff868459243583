// SPDX-License-Identifier: Apache-2.0
// One document's records as text for people.
#pragma once

#include <string>

#include "cli/console.h"
#include "model/record.h"

namespace scholargraph {

/// Several lines, each ended: the document, its owner, and one line for each fact with the lines it comes from.
/// For people only: the form may change; programs read the JSON.
std::string record_text(const DocumentRecord& record, const Palette& palette);

}  // namespace scholargraph
