// SPDX-License-Identifier: Apache-2.0
// Styles and list numbering of a Word document.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

/// Properties of characters; what is not set is inherited.
struct RunProperties {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> underline;
  std::optional<bool> strike;
  std::optional<bool> hidden;
  std::optional<float> size;  ///< points
  std::string style;          ///< id of a character style

  /// Fills what is not set from `base`.
  void inherit(const RunProperties& base);
};

/// Properties of paragraphs; lengths in points.
struct ParagraphProperties {
  std::optional<int> outline;  ///< 0..8; 9 means body text
  std::optional<int> list;     ///< id of a numbering; 0 means none
  std::optional<int> list_level;
  std::optional<float> left;
  std::optional<float> first;  ///< of the first line, relative to left; hanging is negative
  std::optional<float> before;
  std::optional<float> after;
  std::string style;           ///< id of a paragraph style

  void inherit(const ParagraphProperties& base);
};

struct DocxStyle {
  std::string name;
  std::string based_on;
  RunProperties run;
  ParagraphProperties paragraph;
};

struct DocxStyles {
  std::map<std::string, DocxStyle, std::less<>> by_id;
  std::string default_paragraph;
  RunProperties default_run;
};

/// `*error` gets why reading stopped early, if it did. What was read until then is kept.
DocxStyles read_docx_styles(std::string_view xml, std::string& error);

/// The style with everything its ancestors give it; chains longer than 20 end there.
DocxStyle resolve_style(const DocxStyles& styles, std::string_view id);

/// Heading level 1..6 that a style's name or outline level stands for, or 0. Word stores built-in names in
/// English ("heading 2") whatever the language; other programs localise them ("Überschrift 2", "Título 2").
int heading_level(const DocxStyle& style);

struct ListLevel {
  std::string format;  ///< "bullet", "decimal", "lowerLetter", …
  std::string text;    ///< "%1." or the bullet itself
  int start = 1;
};

struct Numbering {
  std::map<int, std::array<ListLevel, 9>> abstract;
  std::map<int, int> abstract_of;  ///< numbering id -> abstract id
};

Numbering read_numbering(std::string_view xml, std::string& error);

/// Counts list items and prints their markers.
class ListCounter {
 public:
  explicit ListCounter(const Numbering& numbering) : numbering_(numbering) {}
  /// The marker of the next item of this list and level (0..8): "3.", "b)", "•"; empty when it has none.
  std::string next(int list, int level);

 private:
  const Numbering& numbering_;
  std::map<int, std::array<int, 9>> counts_;
};

}  // namespace scholargraph
