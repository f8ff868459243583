// SPDX-License-Identifier: Apache-2.0
// A layout document seen as the lines, sections and entries of a CV. Built once, read by every field parser.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/layout.h"
#include "model/record.h"

namespace scholargraph {

/// One printed line with the features that classify it.
struct CvLine {
  std::string_view text;     ///< trimmed; may hold '\t' gaps; points into the LayoutDocument
  int block = 0;             ///< index into LayoutDocument::blocks
  int begin = 0;             ///< offset of `text` in the block's text
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;             ///< the block's level
  bool first_in_block = false;
  bool gap_before = false;   ///< blank line or extra space before
  bool hard_break = false;
  float bold = 0;            ///< share of the letters that are bold, 0..1
  float italic = 0;
  float left = 0;
  float font_size = 0;
  SourceSpan source;  ///< page and lines of the file; one line but for rows whose cells stand below each other
  /// The number of the line in CvText::lines, from 1, and page 0: what records carry while a document is understood.
  /// Several lines may come from one line of the source (a page of HTML without line ends), so that the source
  /// does not tell which stands where. `find_sources` turns these places into those of the source.
  SourceSpan span;
};

enum class SectionKind : std::uint8_t {
  kUnknown, kHeader, kSummary, kInterests, kEducation, kEmployment, kInternships, kVisits, kPapers, kTalks, kAwards,
  kGrants, kService, kTeaching, kAdvising, kProjects, kSkills, kReferences, kMembership, kNews, kOther,
};

/// Lines [begin, end) under one heading. Sections do not overlap; a sub-heading opens a section of its own
/// whose `parent` is the section above it.
struct Section {
  SectionKind kind = SectionKind::kUnknown;
  std::string heading;   ///< empty for the header section
  int heading_line = -1; ///< index into CvText::lines; -1 when there is none
  int begin = 0;
  int end = 0;
  int level = 0;         ///< depth: 1 for main sections
  int parent = -1;       ///< index into CvText::sections
};

/// Lines [begin, end) that belong together: one degree, one job, one citation.
struct Entry {
  int begin = 0;
  int end = 0;
};

struct CvText {
  const LayoutDocument* document = nullptr;  ///< must outlive this object
  std::vector<CvLine> lines;
  std::vector<Section> sections;             ///< in document order, covering every line
};

/// The page of a span of meta fields, whose line is one of the source already.
inline constexpr int kMetaPage = -1;

/// The lines of `document`, without sections.
CvText make_cv_text(const LayoutDocument& document);

/// Finds headings (Markdown headings, bold lines, capitals, lines set apart, known words in many languages) and
/// fills `text.sections`.
void find_sections(CvText& text);

/// Splits the lines of a section into entries by its own repetition: what leads an entry (a date, a bold line, a
/// list marker, an institution, a blank line) is learnt from the section.
std::vector<Entry> find_entries(const CvText& text, const Section& section);

/// The text of lines [begin, end) as one paragraph: wrapped lines are joined by a blank, hyphenation at line
/// ends is undone.
std::string joined_text(const CvText& text, int begin, int end);

/// Numbers the lines anew, when some were added or split.
void number_lines(CvText& text);

/// The spans of all records, and of the owner, as places of the source. Of lines on several pages those on the first.
void find_sources(const CvText& text, CvRecord& cv);

/// From the first to the last line of [begin, end).
SourceSpan span_of(const CvText& text, int begin, int end);

/// Share of the letters of block text [begin, end) that have `style`.
double style_share(const Block& block, int begin, int end, Style style);

}  // namespace scholargraph
