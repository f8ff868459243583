// SPDX-License-Identifier: Apache-2.0
// One document's records as the JSON object that `scholargraph extract --json` prints.
#pragma once

#include <string>

#include "model/record.h"

namespace scholargraph {

/// The object for `record`: `document` (the file's name without its folders), `format`, `owner` (null when the
/// document does not say), `education`, `employment`, `papers`, `advisors`, `advisees`, `hosts`, `service`,
/// `awards`, `projects`, `diagnostics`, and the additions `owner_variants`, `advising` (with levels) and
/// `quality`. Years are integers, "present" or null; absent text is null; every row has `lines`, and `page` for
/// paged formats. Lists keep the order of the records; `advisors` and `advisees` name each person once.
/// Valid UTF-8, without a final line end; `pretty` indents by two blanks.
std::string to_json(const DocumentRecord& record, bool pretty);

}  // namespace scholargraph
