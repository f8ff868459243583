// SPDX-License-Identifier: Apache-2.0
// Degrees and positions told in sentences: "I received my PhD from X", "I interned at Y". Used where a document has
// no list of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/cv/cv_text.h"
#include "model/record.h"

namespace scholargraph {

/// A sentence and the lines [begin, end) of the paragraph that it stands in.
struct Sentence {
  std::string text;
  int begin;
  int end;
};

/// The sentences of the lines before the lists: header, summary, and news of who the owner is.
std::vector<Sentence> narrative(const CvText& text);

/// `folded`, the folded words of a sentence, hold "I", "he", "she" … or the owner's family name.
bool speaks_of_owner(const std::string& folded, const CvRecord& cv);

/// The first institution at or behind `from`, as far as its capitals reach; empty when there is none.
std::string institution_behind(std::string_view text, std::size_t from);

/// The capitalised words at the start of the text, with "and" and "of" between them.
std::string capital_run(std::string_view text);

void find_education_in_prose(const CvText& text, CvRecord& cv);
/// Also the present position that the lines below the name state ("Assistant Professor" / "University of X").
void find_employment_in_prose(const CvText& text, CvRecord& cv);

}  // namespace scholargraph
