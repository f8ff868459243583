// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "extract/cv/cv_text.h"
#include "model/record.h"

namespace scholargraph {

/// A contributor profile: monthly summaries and no lists of degrees, positions or papers.
bool is_profile_document(const CvText& text);

/// The person that the sentences of a contributor profile speak of: the capitalised word that opens a sentence and
/// is followed by a verb ("Doe worked on ...", "Doe implemented ...").
void find_profile_owner(const CvText& text, CvRecord& cv);

}  // namespace scholargraph
