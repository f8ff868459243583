// SPDX-License-Identifier: Apache-2.0
// Internal to find_sections: the lines that could be headings, and the looks that tell them apart.
#pragma once

#include <compare>
#include <vector>

#include "extract/cv/cv_text.h"
#include "extract/cv/lexicon.h"

namespace scholargraph {

/// How a line is set: two headings of one rank look alike.
struct HeadingLook {
  bool block = false;  ///< the reader says that it is a heading
  int level = 0;       ///< of a heading block
  bool bold = false;
  bool italic = false;
  bool capitals = false;
  bool colon = false;
  bool label = false;  ///< stands left of its text in a column of labels
  int size = 0;        ///< font size in half points
  auto operator<=>(const HeadingLook&) const = default;
};

struct HeadingCandidate {
  int line = 0;
  int lines = 1;  ///< a heading may be broken over two lines
  HeadingLook look;
  HeadingMeaning meaning;
  bool known = false;      ///< says what it is in words of the lexicon
  bool set_apart = false;  ///< by block, weight, capitals, size, colon or space
};

/// The most frequent font size of the document, by letters; 0 when sizes are unknown.
float body_font_size(const CvText& text);

/// Cuts "Education<tab>2014-2019 PhD" and "Education Doctor of ..." into a heading line and the rest.
void split_label_lines(CvText& text);

/// Every line whose shape allows a heading, in order.
std::vector<HeadingCandidate> heading_candidates(const CvText& text);

}  // namespace scholargraph
