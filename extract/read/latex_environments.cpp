// SPDX-License-Identifier: Apache-2.0
// \begin, \end, \item, tables and bibliographies.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/read/latex_engine.h"
#include "extract/read/list_marker.h"
#include "extract/read/tex_tables.h"

namespace scholargraph {

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

bool is_list(std::string_view name) {
  return contains(name, "itemize") || contains(name, "enumerate") || contains(name, "description") ||
         contains(name, "list") || contains(name, "List") || contains(name, "etaremune") || contains(name, "cvitems") ||
         contains(name, "thebibliography") || contains(name, "revnum");
}

bool is_numbered(std::string_view name) {
  return contains(name, "enumerate") || contains(name, "etaremune") || contains(name, "revnum") ||
         contains(name, "numbered");
}

bool is_table(std::string_view name) {
  return contains(name, "tabular") || contains(name, "longtable") || name == "tabu" || contains(name, "tabulary") ||
         name == "supertabular" || name == "xltabular" || name == "NiceTabular" || name == "tblr" || name == "array";
}

/// Content that is drawn or shown verbatim and holds no facts, or that the author took out.
bool is_skipped(std::string_view name) {
  static constexpr std::array<std::string_view, 11> kSkipped = {"comment", "filecontents", "filecontents*", "tikzpicture",
                                                                "picture", "pspicture",    "CJKfilltext",   "pgfpicture",
                                                                "lstlisting", "axis",      "overpic"};
  return std::find(kSkipped.begin(), kSkipped.end(), name) != kSkipped.end();
}

/// Arguments of an environment that are not printed.
std::string_view environment_signature(std::string_view name) {
  if (name == "tabular*" || name == "tabularx" || name == "tabulary" || name == "xltabular" || name == "tabu*") return "mom";
  if (is_table(name)) return "om";
  if (name == "minipage") return "ooom";
  if (name == "multicols" || name == "thebibliography" || name == "wrapfigure" || name == "spacing" ||
      name == "hangparas" || name == "CJK*" || name == "CJK")
    return name[0] == 'w' || name[0] == 'C' || name[0] == 'h' ? "mm" : "m";
  if (name == "adjustwidth" || name == "list" || name == "CSLReferences") return "mm";
  return "o";
}

/// "[12.]" or "--" is a marker; "2001--2005" or a name is what a description list explains.
bool is_marker(std::string_view label) {
  if (label.size() > 8) return false;
  std::size_t letters = 0;
  std::size_t digits = 0;
  for (std::size_t pos = 0; pos < label.size();) {
    const char32_t c = next_code_point(label, pos);
    letters += is_letter(c);
    digits += is_digit(c);
  }
  return letters <= 2 && digits <= 3 && !(letters > 0 && digits == 0 && label.size() > 3);
}

}  // namespace

bool LatexEngine::in_table() const { return !environments_.empty() && environments_.back().table; }

int LatexEngine::list_depth() const {
  return static_cast<int>(std::count_if(environments_.begin(), environments_.end(), [](const auto& e) { return e.list; }));
}

void LatexEngine::begin_environment() {
  const std::string name(trim(without_line_marks(input_.read_argument())));
  if (name == "document") {
    preamble_ = false;
    return;
  }
  if (preamble_) return;
  if (is_skipped(name)) {
    input_.read_until("\\end{" + name + "}");
    return;
  }
  flush();
  if (const auto* macro = macros_.find_environment(name)) {
    const auto arguments = TexMacros::read_arguments(*macro, input_);
    open_environment(name);
    environments_.back().end_body = TexMacros::substitute(macro->end_body, arguments);
    input_.push(TexMacros::substitute(macro->body, arguments));
    return;
  }
  read_signature(environment_signature(name));
  open_environment(name);
  if (name == "thebibliography" && macros_.find("refname")) input_.push("\\section*{\\refname}");
  const std::string lower = to_lower(name);
  if (const int groups = input_.count_groups(); groups > 2 && !is_table(name) && has_length_group()) drop_arguments();
  if ((contains(lower, "section") || contains(lower, "rubric")) && input_.count_groups() > 0) read_heading(1);
}

/// One of the groups here is a length, so all of them are about layout.
bool LatexEngine::has_length_group() {
  for (const std::string_view unit : {"em}", "cm}", "pt}", "in}", "mm}", "width}"})
    if (input_.line_has(unit)) return true;
  return false;
}

void LatexEngine::open_environment(const std::string& name) {
  if (environments_.size() >= 200) {
    environments_.back().end_body.clear();
    return;
  }
  const bool math = contains(name, "equation") || contains(name, "align") || contains(name, "displaymath");
  const bool inside_row = in_table();
  if (!math && !(inside_row && (is_table(name) || name == "minipage"))) {
    builder_.close();
    if (list_depth() == 0 || !is_list(name)) builder_.blank_line();
  }
  math_ = math_ || math;
  open_group(OnClose::kNothing, true);
  Environment environment;
  environment.name = name;
  environment.groups = groups_.size();
  environment.list = is_list(name);
  environment.numbered = is_numbered(name);
  environment.bibliography = name == "thebibliography";
  environment.table = is_table(name);
  environments_.push_back(std::move(environment));
}

void LatexEngine::end_environment() {
  const std::string name(trim(without_line_marks(input_.read_argument())));
  if (name == "document") finished_ = depth_ == 0;
  if (preamble_ || finished_) return;
  flush();
  const auto found = std::find_if(environments_.rbegin(), environments_.rend(), [&](const auto& e) { return e.name == name; });
  if (found == environments_.rend()) return;
  while (environments_.back().name != name) leave_environment(environments_.back().name);
  std::string end_body = std::move(environments_.back().end_body);
  environments_.back().end_body.clear();
  if (!end_body.empty()) {
    input_.push(end_body + "\\end{" + name + "}");
    return;
  }
  leave_environment(name);
}

void LatexEngine::leave_environment(const std::string& name) {
  const bool math = contains(name, "equation") || contains(name, "align") || contains(name, "displaymath");
  if (math) math_ = false;
  const Environment environment = std::move(environments_.back());
  environments_.pop_back();
  while (groups_.size() >= environment.groups && !groups_.empty()) {
    builder_.end_styles_to(groups_.back().style_depth);
    groups_.pop_back();
  }
  if (math || (in_table() && (environment.table || environment.name == "minipage"))) return;
  builder_.close();
  if (!environment.list || list_depth() == 0) builder_.blank_line();
}

void LatexEngine::open_row() {
  builder_.set_line(input_.line());
  builder_.open(BlockKind::kTableRow);
}

void LatexEngine::open_item() {
  flush();
  const auto label = input_.read_optional();
  input_.skip_blanks();
  if (environments_.empty() || depth_ > 0) {
    builder_.hard_break();
    return;
  }
  Environment& list = environments_.back();
  if (!list.list && !list.table) list.list = true;
  ++list.items;
  const std::string printed = label ? plain(*label) : list.numbered ? std::to_string(list.items) + "." : "•";
  const bool marker = is_marker(printed);
  builder_.set_line(input_.line());
  builder_.open(BlockKind::kListItem, std::clamp(list_depth(), 1, 9), marker ? printed : "");
  if (!marker && label) {
    input_.push("\\sg@gap{}");
    input_.push("{" + std::string(contains(list.name, "description") ? "\\bfseries " : "") + *label + "}");
  }
}

void LatexEngine::open_bibliography_item() {
  flush();
  const auto label = input_.read_optional();
  input_.read_argument();
  input_.skip_blanks();
  std::string number = label ? plain(*label) : std::string();
  for (auto& environment : environments_) {
    if (!environment.bibliography) continue;
    ++environment.items;
    if (number.empty() || !is_marker(number)) number = std::to_string(environment.items);
  }
  builder_.set_line(input_.line());
  builder_.open(BlockKind::kListItem, 1, "[" + number + "]");
}

}  // namespace scholargraph
