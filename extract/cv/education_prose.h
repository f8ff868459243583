// SPDX-License-Identifier: Apache-2.0
// Degrees and positions told in sentences: "I received my PhD from X", "I interned at Y". Used where a document has
// no list of them.
#pragma once

#include <string>
#include <string_view>

#include "extract/cv/cv_text.h"
#include "model/record.h"

namespace scholargraph {

/// The capitalised words at the start of the text, with "and" and "of" between them.
std::string capital_run(std::string_view text);

void find_education_in_prose(const CvText& text, CvRecord& cv);
void find_employment_in_prose(const CvText& text, CvRecord& cv);

}  // namespace scholargraph
