// SPDX-License-Identifier: Apache-2.0
#include "extract/read/markdown_lines.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "extract/read/markdown_source.h"

namespace scholargraph {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_'; }

/// Whether "{...}" is an attribute list: {: x}, {#id}, {.class}, {key=value}.
bool is_attribute_list(std::string_view inside) {
  inside = trim(inside);
  if (inside.empty()) return false;
  if (inside[0] == ':') return true;
  if ((inside[0] == '#' || inside[0] == '.') && inside.size() > 1) return std::isalpha(static_cast<unsigned char>(inside[1]));
  std::size_t pos = 0;
  while (pos < inside.size() && is_word(inside[pos])) ++pos;
  return pos > 0 && pos < inside.size() && inside[pos] == '=';
}

/// Length of the braces that begin at `pos` and hold no text; 0 when they are text.
std::size_t markup_braces(std::string_view line, std::size_t pos) {
  const auto rest = line.substr(pos);
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"{%", "%}"}, {"{{", "}}"}}) {
    if (rest.substr(0, 2) != open) continue;
    const std::size_t end = rest.find(close, 2);
    return end == rest.npos ? 0 : end + 2;
  }
  const std::size_t end = rest.find('}');
  return end != rest.npos && is_attribute_list(rest.substr(1, end - 1)) ? end + 1 : 0;
}

bool is_layout_key(std::string_view key) {
  static constexpr std::array<std::string_view, 12> kLayout = {"style", "width",  "height",  "class",  "id",    "align",
                                                               "src",   "layout", "columns", "target", "label", "icon"};
  return std::find(kLayout.begin(), kLayout.end(), key) != kLayout.end() || key.substr(0, 5) == "data-" ||
         key.substr(0, 4) == "fig-";
}

}  // namespace

std::size_t markdown_indent(std::string_view line) {
  std::size_t column = 0;
  for (const char c : line) {
    if (c == '\t')
      column = (column / 4 + 1) * 4;
    else if (c == ' ')
      ++column;
    else
      break;
  }
  return column;
}

std::string_view code_fence(std::string_view line) {
  line = trim(line);
  if (line.size() < 3 || (line[0] != '`' && line[0] != '~')) return {};
  std::size_t length = 0;
  while (length < line.size() && line[length] == line[0]) ++length;
  if (length < 3 || (line[0] == '`' && line.find('`', length) != line.npos)) return {};
  return line.substr(0, length);
}

bool is_table_rule(std::string_view line) {
  line = trim(line);
  if (line.find('|') == line.npos || line.find("--") == line.npos) return false;
  return line.find_first_not_of("|:- \t") == line.npos;
}

std::vector<std::string> table_cells(std::string_view line) {
  line = trim(line);
  if (!line.empty() && line[0] == '|') line.remove_prefix(1);
  if (!line.empty() && line.back() == '|' && (line.size() < 2 || line[line.size() - 2] != '\\')) line.remove_suffix(1);
  std::vector<std::string> cells(1);
  bool code = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cells.back() += line[++i];
      continue;
    }
    if (line[i] == '`') code = !code;
    if (line[i] == '|' && !code)
      cells.emplace_back();
    else
      cells.back() += line[i];
  }
  for (auto& cell : cells) cell = std::string(trim(cell));
  return cells;
}

bool is_table_row(std::string_view line) {
  line = trim(line);
  return line.size() > 3 && line[0] == '|' && line.back() == '|' && table_cells(line).size() > 1;
}

bool is_definition(std::string_view line) {
  const std::size_t indent = line.find_first_not_of(' ');
  if (indent == line.npos || indent > 3 || line[indent] != ':') return false;
  return indent + 1 < line.size() && (line[indent + 1] == ' ' || line[indent + 1] == '\t') &&
         !trim(line.substr(indent + 1)).empty();
}

bool leads_with_year(std::string_view line) {
  const auto text = trim(line);
  if (text.size() < 6 || (text.substr(0, 2) != "19" && text.substr(0, 2) != "20")) return false;
  return std::isdigit(static_cast<unsigned char>(text[2])) && std::isdigit(static_cast<unsigned char>(text[3])) &&
         (text[4] == '.' || text[4] == ')') && text[5] == ' ';
}

std::vector<std::string> div_facts(std::string_view line) {
  std::vector<std::string> facts;
  std::size_t pos = line.find('{');
  while (pos < line.size()) {
    const std::size_t equal = line.find('=', pos);
    if (equal == line.npos || equal + 1 >= line.size()) break;
    std::size_t key = equal;
    while (key > 0 && is_word(line[key - 1])) --key;
    const char quote = line[equal + 1];
    const bool quoted = quote == '"' || quote == '\'';
    const std::size_t begin = equal + (quoted ? 2 : 1);
    const std::size_t end = std::min(quoted ? line.find(quote, begin) : line.find_first_of(" }", begin), line.size());
    const auto value = trim(line.substr(begin, end - begin));
    if (!value.empty() && !is_layout_key(line.substr(key, equal - key))) facts.emplace_back(value);
    pos = end + 1;
  }
  return facts;
}

std::string without_braces(std::string line) {
  std::string out;
  for (std::size_t pos = 0; pos < line.size();) {
    const std::size_t open = line.find('{', pos);
    out.append(line, pos, open == line.npos ? line.npos : open - pos);
    if (open == line.npos) break;
    const std::size_t length = open > 0 && line[open - 1] == '\\' ? 0 : markup_braces(line, open);
    if (length == 0) out += '{';
    pos = open + std::max<std::size_t>(length, 1);
  }
  return out;
}

std::string with_strike_marks(std::string line) {
  for (std::size_t pos = 0; (pos = line.find("~~", pos)) != line.npos;) {
    const std::size_t end = line.find("~~", pos + 2);
    if (end == line.npos) break;
    const bool tight = end > pos + 2 && line[pos + 2] != ' ' && line[pos + 2] != '~' && line[end - 1] != ' ';
    if (!tight) {
      pos += 2;
      continue;
    }
    line.replace(end, 2, kMarkStrikeEnd);
    line.replace(pos, 2, kMarkStrike);
    pos = end + 4;
  }
  return line;
}

}  // namespace scholargraph
