// SPDX-License-Identifier: Apache-2.0
// Degrees and positions told in sentences: "I received my PhD from X", "I interned at Y". Used where a document has
// no list of them.
#pragma once

#include "extract/cv/cv_text.h"
#include "model/record.h"

namespace scholargraph {

void find_education_in_prose(const CvText& text, CvRecord& cv);
void find_employment_in_prose(const CvText& text, CvRecord& cv);

}  // namespace scholargraph
