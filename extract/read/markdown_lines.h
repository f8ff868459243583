// SPDX-License-Identifier: Apache-2.0
// Questions to one line of Markdown, and edits of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scholargraph {

std::size_t markdown_indent(std::string_view line);

/// The fence of a code block ("```", "~~~~") that the line opens or closes; empty when it is none.
std::string_view code_fence(std::string_view line);

/// "|---|:--:|": the row under the heads of a pipe table.
bool is_table_rule(std::string_view line);
/// The cells of a pipe table row; escaped pipes and those in code do not part cells.
std::vector<std::string> table_cells(std::string_view line);
/// Begins and ends with a pipe and has at least two cells.
bool is_table_row(std::string_view line);

/// ": text" with at most three blanks before it.
bool is_definition(std::string_view line);

/// "2004. Title": CommonMark reads a list number, the author means a year.
bool leads_with_year(std::string_view line);

/// The values of {key="value" ...} that state facts (no sizes, classes, ids), in order.
std::vector<std::string> div_facts(std::string_view line);

/// Without {: ...}, {#id .class key=value}, {% ... %} and {{ ... }}.
std::string without_braces(std::string line);

/// ~~x~~ between strike marks.
std::string with_strike_marks(std::string line);

}  // namespace scholargraph
