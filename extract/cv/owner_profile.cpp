// SPDX-License-Identifier: Apache-2.0
#include "extract/cv/owner_profile.h"

#include "extract/cv/fields.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {
namespace {

bool past_verb(const LexWord& word) {
  return !word.capital && (word.folded.ends_with("ed") || word.folded == "built" || word.folded == "led" || word.folded == "wrote" || word.folded == "has" || word.folded == "is");
}

}  // namespace

bool is_profile_document(const CvText& text) {
  int lists = 0;
  for (const Section& section : text.sections) {
    if (section.heading_line < 0) continue;
    if (section.kind == SectionKind::kEducation || section.kind == SectionKind::kEmployment || section.kind == SectionKind::kPapers) ++lists;
  }
  return lists < 2 && is_contributor_profile(text);
}

void find_profile_owner(const CvText& text, CvRecord& cv) {
  for (std::size_t i = 0; i < text.lines.size() && i < 3; ++i) {
    const auto words = lex_words(text.lines[i].text.substr(0, 120));
    if (words.size() < 3 || !words[0].capital) continue;
    std::size_t last = 1;
    while (last < words.size() && last < 4 && words[last].capital) ++last;
    if (last >= words.size() || !past_verb(words[last])) continue;
    cv.owner = std::string(text.lines[i].text.substr(words[0].begin, words[last - 1].end - words[0].begin));
    cv.owner_span = text.lines[i].span;
    return;
  }
}

}  // namespace scholargraph
