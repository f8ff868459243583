// SPDX-License-Identifier: Apache-2.0
// What a control sequence does.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"
#include "extract/read/latex_engine.h"
#include "extract/read/tex_tables.h"

namespace scholargraph {

namespace {

constexpr int kMaxDepth = 3;            ///< of engines inside engines
constexpr std::size_t kLongArgument = 120;  ///< a longer argument stands on a line of its own
constexpr std::size_t kLinkWork = 1 << 14;  ///< bytes that macros in an address may expand to
constexpr double kWideSpace = 14;       ///< points from which a space is a gap

bool one_of(std::string_view name, const auto& names) { return std::find(names.begin(), names.end(), name) != names.end(); }

/// Commands whose meaning a document may restyle but not change.
bool is_protected(std::string_view name) {
  static constexpr std::array<std::string_view, 10> kCore = {"item", "begin", "end", "par", "textbf", "textit", "emph",
                                                             "href", "url",   "bibitem"};
  return tex_heading_level(name) > 0 || one_of(name, kCore);
}

/// "[5pt]", "[leftmargin=*]": no text.
bool is_layout_option(std::string_view option) {
  const std::string plain = without_line_marks(option);
  const auto text = trim(plain);
  if (text.empty() || text.find('=') != text.npos || text[0] == '\\') return true;
  if (tex_points(text) != 0) return true;
  return text.size() < 3 && text.find_first_not_of("tbclrhpH!*") == text.npos;
}

/// "0pt", "-1.5em": the argument of a command that sets lengths.
bool is_dimension(std::string_view argument) {
  const auto text = trim(argument);
  if (text.empty() || text.size() > 12 || text.find_first_of("0123456789") == text.npos) return false;
  if (text.find_first_not_of("0123456789.,-+ ") == text.npos) return false;
  const std::size_t unit = text.find_first_not_of("0123456789.,-+ ");
  return unit > 0 && text.size() - unit == 2 && tex_points(text) != 0;
}

/// Commands of CV classes that are blocks of their own.
bool starts_entry(std::string_view name) {
  static constexpr std::array<std::string_view, 5> kPrefixes = {"cv", "ecv", "resume", "entry", "Entry"};
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](auto prefix) { return name.substr(0, prefix.size()) == prefix; });
}

/// Commands named after what they do to the layout, of classes and packages that are not known.
bool sets_something(std::string_view name) {
  static constexpr std::array<std::string_view, 9> kVerbs = {"set",   "Set",    "Declare", "define", "Define",
                                                             "pdf",   "renew",  "redefine", "vadjust"};
  return std::any_of(kVerbs.begin(), kVerbs.end(), [&](auto verb) { return name.substr(0, verb.size()) == verb; });
}

bool needs_line(std::string_view argument, int index) {
  return (argument.size() > kLongArgument && index > 1) || argument.find("\\item") != argument.npos ||
         argument.find("\\begin") != argument.npos || argument.find("\n\n") != argument.npos;
}

/// A macro of the preamble that makes other macros.
bool defines_something(std::string_view body) {
  return body.find("\\def") != body.npos || body.find("command") != body.npos;
}

}  // namespace

void LatexEngine::read_command() {
  const std::string name = input_.read_name();
  if (name.empty()) return;
  if (macros_.read_definition(name, input_, is_protected)) return;
  if (name == "begin") return begin_environment();
  if (name == "end") return end_environment();
  if (run_condition(name)) return;
  if (preamble_) {
    if (const auto* macro = macros_.find(name); macro && defines_something(macro->body)) {
      expand(name);
      return;
    }
    if (const auto key = tex_meta_key(name); !key.empty()) read_meta(name, key);
    return;
  }
  run_command(name);
}

void LatexEngine::run_command(const std::string& name) {
  const char first = name[0];
  const bool symbol = !std::isalpha(static_cast<unsigned char>(first)) && first != '@';
  if (symbol && run_spacing(name)) return;
  if (const char32_t accent = tex_accent(name); accent != 0 && (symbol || !macros_.find(name))) return read_accent(accent);
  if (symbol) return put(tex_symbol(name).value_or(std::string_view{}));
  if (expand(name)) return;
  if (run_structure(name) || run_spacing(name) || run_special(name) || run_printed(name)) return;
  read_unknown(name);
}

bool LatexEngine::expand(const std::string& name) {
  const auto* macro = macros_.find(name);
  if (macro == nullptr || is_protected(name)) return false;
  const std::string mark = line_mark(input_.line());
  if (macro->arguments == 0) {
    input_.push(mark + macro->body);
  } else {
    const TexMacro copy = *macro;
    const auto arguments = TexMacros::read_arguments(copy, input_);
    input_.push(mark + TexMacros::substitute(copy.body, arguments));
  }
  return true;
}

bool LatexEngine::run_structure(const std::string& name) {
  if (const int level = tex_heading_level(name); level > 0) {
    read_heading(level);
  } else if (name == "item") {
    open_item();
  } else if (name == "bibitem") {
    open_bibliography_item();
  } else if (name == "par" || name == "newpage" || name == "clearpage" || name == "cleardoublepage" ||
             name == "bigskip" || name == "medskip" || name == "smallskip" || name == "maketitle" ||
             name == "makecvtitle" || name == "makeheader") {
    paragraph();
  } else if (name == "newline" || name == "break" || name == "tabularnewline" || name == "cr" || name == "hfill\\break") {
    line_break();
  } else if (name == "href" || name == "url" || name == "path") {
    read_link(name);
  } else if (name == "marginpar" || name == "marginnote" || name == "reversemarginpar") {
    input_.read_optional();
    if (name == "reversemarginpar") return true;
    flush();
    builder_.has_text() ? builder_.gap() : builder_.open(BlockKind::kHeading, 2);
    if (input_.skip_to('{')) open_group(OnClose::kCloseBlock);
  } else if (name == "input" || name == "include" || name == "subfile" || name == "import") {
    const std::string file = without_line_marks(input_.read_argument());
    if (!file.empty()) inputs_.emplace_back(file, input_.line());
  } else {
    return false;
  }
  return true;
}

bool LatexEngine::run_spacing(const std::string& name) {
  static constexpr std::array<std::string_view, 8> kGaps = {"hfill", "hfil", "hss",     "dotfill",
                                                            "hrulefill", "qquad", "sg@gap", "tab"};
  if (name == "\\") {
    line_break();
    if (input_.looking_at("[")) {
      const auto option = input_.read_optional();
      if (option && !is_layout_option(*option)) input_.push("[" + *option + "]");
      if (option && tex_points(without_line_marks(*option)) >= kWideSpace && !in_table()) paragraph();
    }
  } else if (name == " " || name == "\n" || name == "," || name == ";" || name == ":" || name == "quad" ||
             name == "space" || name == "enspace" || name == "thinspace" || name == "nobreakspace" || name == ">" ||
             name == "\t" || name == "enskip") {
    put(" ");
  } else if (name == "-" || name == "!" || name == "/" || name == "@" || name == "negthinspace") {
    return true;
  } else if (name == "(" || name == ")" || name == "[" || name == "]") {
    math_ = name == "(" || name == "[";
  } else if (one_of(name, kGaps)) {
    flush();
    builder_.gap();
  } else if (name == "sg@cell") {
    cell_border();
  } else if (name == "sg@line") {
    flush();
    builder_.hard_break();
  } else if (name == "sg@row") {
    flush();
    if (!builder_.has_text() && !in_table()) open_row();
  } else if (name == "sg@close") {
    flush();
    builder_.close();
  } else if (name == "sg@end") {
    flush();
    if (builder_.is_open() && builder_.block().kind == BlockKind::kTableRow && !in_table()) builder_.close();
  } else if (name == "hspace" || name == "hskip") {
    input_.skip_to('*');
    flush();
    const double width = name == "hspace" ? tex_points(without_line_marks(input_.read_argument())) : read_dimension();
    width >= kWideSpace ? builder_.gap() : builder_.text(" ");
  } else {
    return false;
  }
  return true;
}

bool LatexEngine::run_special(const std::string& name) {
  if (name == "frac" || name == "nicefrac" || name == "sfrac" || name == "tfrac") {
    const std::string above = input_.read_argument();
    input_.push("{" + above + "}/{" + input_.read_argument() + "}");
  } else if (name == "csname") {
    const std::string called = without_line_marks(input_.read_until("\\endcsname"));
    if (macros_.find(called)) expand(called);
  } else if (name == "verb") {
    const char end = input_.get();
    put(input_.read_until(std::string_view(&end, 1)));
  } else if (name == "tikz" || name == "node") {
    input_.read_optional();
    input_.read_optional();
    if (name == "tikz" && input_.skip_to('{')) {
      const std::string drawing = input_.read_group();
      const std::size_t text = drawing.rfind("\\node");
      const std::size_t open = text == drawing.npos ? drawing.npos : drawing.find('{', text);
      const std::size_t end = open == drawing.npos ? drawing.npos : drawing.find("};", open);
      if (end != drawing.npos) input_.push(drawing.substr(open, end - open + 1));
    }
  } else if (name == "char") {
    std::string digits;
    const char base = input_.peek();
    if (base == '"' || base == '\'' || base == '`') input_.get();
    while (std::isxdigit(static_cast<unsigned char>(input_.peek())) && digits.size() < 6) digits += input_.get();
    if (!digits.empty()) {
      std::string out;
      append_utf8(out, static_cast<char32_t>(std::stoul(digits, nullptr, base == '"' ? 16 : base == '\'' ? 8 : 10)));
      put(out);
    }
  } else if (name == "left" || name == "right" || name == "big" || name == "Big" || name == "bigl" || name == "bigr") {
    if (input_.peek() == '.') input_.get();
  } else if (name == "ifthenelse" || name == "ifstrempty" || name == "ifblank" || name == "ifstrequal" ||
             name == "ifempty" || name == "notblank") {
    read_choice(name);
  } else if (name == "upshape" || name == "normalfont" || name == "mdseries" || name == "rm" || name == "rmfamily") {
    flush();
    builder_.end_styles_to(groups_.empty() ? 0 : groups_.back().style_depth);
  } else {
    return false;
  }
  return true;
}

bool LatexEngine::run_printed(const std::string& name) {
  if (const auto styles = tex_style_command(name); styles != 0) {
    begin_style_group(styles);
  } else if (const auto declared = tex_style_declaration(name); declared != 0) {
    begin_styles(declared);
  } else if (const auto key = tex_meta_key(name); !key.empty() && depth_ == 0 && input_.count_groups() > 0) {
    read_meta(name, key);
  } else if (const auto signature = tex_signature(name)) {
    flush();
    read_signature(*signature);
  } else if (const auto text = tex_symbol(name)) {
    const bool spaced = math_ && !pending_.empty() && pending_.back() == ' ';
    put(*text);
    if (spaced) put(' ');
  } else {
    return false;
  }
  return true;
}

bool LatexEngine::run_condition(const std::string& name) {
  if (name == "fi" || name == "else") {
    if (name == "else" ) skip_condition();
    return true;
  }
  if (name.size() > 2 && name.substr(0, 2) == "if" && macros_.is_condition(name.substr(2))) {
    if (!macros_.condition(name.substr(2))) skip_condition();
    return true;
  }
  if (name == "iffalse") {
    skip_condition();
    return true;
  }
  if (name == "iftrue" || name == "ifpdf" || name == "ifxetex") return true;
  if (name == "ifx" || name == "if" || name == "ifdefined" || name == "ifodd" || name == "ifnum" || name == "ifdim" ||
      name == "ifcase" || name == "ifcsname" || name == "ifluatex") {
    // The test is not made: what hangs on it is shown, what would stand instead is not.
    const int tokens = name == "ifx" || name == "if" ? 2 : name == "ifdefined" ? 1 : 0;
    for (int i = 0; i < tokens; ++i)
      if (input_.read_argument() == "\\csname") input_.read_until("\\endcsname");
    return true;
  }
  for (const auto& [suffix, value] : {std::pair<std::string_view, bool>{"true", true}, {"false", false}}) {
    if (name.size() <= suffix.size() || name.substr(name.size() - suffix.size()) != suffix) continue;
    const std::string condition = name.substr(0, name.size() - suffix.size());
    if (!macros_.is_condition(condition)) continue;
    macros_.set_condition(condition, value);
    return true;
  }
  return false;
}

/// Up to the \else or \fi of the condition just read.
void LatexEngine::skip_condition() {
  int depth = 1;
  while (!input_.at_end()) {
    const char c = input_.get();
    if (c == '%') {
      input_.skip_line();
    } else if (c == '\\') {
      const std::string name = input_.read_name();
      if (name.substr(0, 2) == "if" && name != "ifthenelse" && name.substr(0, 5) != "ifstr" && name != "ifblank") ++depth;
      if (name == "fi" && --depth == 0) return;
      if (name == "else" && depth == 1) return;
    }
  }
}

void LatexEngine::read_accent(char32_t accent) {
  const std::string argument = input_.read_argument();
  std::string base = without_line_marks(argument);
  if (!base.empty() && base[0] == '\\') base = std::string(tex_symbol(trim(std::string_view(base).substr(1))).value_or(""));
  put(accented(accent, base));
}

void LatexEngine::read_signature(std::string_view signature) {
  for (const char kind : signature) {
    if (kind == '*') {
      if (input_.peek() == '*') input_.get();
    } else if (kind == 'o') {
      input_.read_optional();
    } else if (kind == 'm') {
      input_.read_argument();
    } else if (kind == 'd') {
      read_dimension();
    } else if (kind == 'c') {
      input_.skip_blanks();
    }
  }
}

/// "=2em", " -0.25in", "=1.5\fontdimen2\font plus 1fil minus 2pt": returns the width in points, as far as it is known.
double LatexEngine::read_dimension() {
  input_.skip_to('=');
  std::string dimension;
  const auto take_while = [&](std::string_view set) {
    while (!input_.at_end() && set.find(input_.peek()) != set.npos) dimension += input_.get();
  };
  for (int part = 0; part < 3; ++part) {
    take_while("0123456789.,-+ ");
    if (input_.peek() == '\\') {
      input_.get();
      if (input_.read_name() == "fontdimen") {
        take_while("0123456789");
        if (input_.looking_at("\\font")) {
          input_.get();
          input_.read_name();
        }
      }
    } else {
      if (input_.looking_at("true")) take_while("true ");
      for (const std::string_view unit : {"pt", "em", "ex", "cm", "mm", "in", "pc", "bp", "sp", "truecm", "fill", "fil"}) {
        if (!input_.looking_at(unit)) continue;
        for (std::size_t i = 0; i < unit.size(); ++i) dimension += input_.get();
        break;
      }
    }
    if (!input_.looking_at(" plus") && !input_.looking_at("plus") && !input_.looking_at(" minus") &&
        !input_.looking_at("minus"))
      break;
    dimension += ' ';
    take_while(" plusmin");
  }
  return tex_points(dimension);
}

/// In the preamble only the field; later the text is printed too.
void LatexEngine::read_meta(const std::string& name, std::string_view key) {
  const int line = input_.line();
  const auto short_form = input_.read_optional();
  const int groups = std::min(input_.count_groups(), name == "name" || name == "address" || name == "social" ? 3 : 1);
  std::vector<std::string> parts;
  for (int i = 0; i < groups; ++i) parts.push_back(input_.read_argument());
  std::vector<std::string> values;
  for (const auto& part : parts)
    if (std::string value = plain(part); !value.empty()) values.push_back(std::move(value));
  builder_.meta(key, join(values, " "), line);
  if (preamble_ || depth_ > 0) return;
  std::string printed;
  for (const auto& part : parts) printed += "{" + part + "} ";
  input_.push("\\par " + printed + "\\par ");
}

void LatexEngine::read_heading(int level) {
  flush();
  if (input_.peek() == '*') input_.get();
  input_.read_optional();
  if (!input_.skip_to('{')) return;
  builder_.blank_line();
  builder_.set_line(input_.line());
  builder_.open(BlockKind::kHeading, level);
  open_group(OnClose::kCloseBlock);
}

/// Escapes undone, macros without arguments expanded.
std::string LatexEngine::link_address(std::string_view tex) {
  std::string out;
  TexInput input(tex, 1, kLinkWork);
  while (!input.at_end()) {
    const char c = input.get();
    if (c != '\\') {
      if (c != '{' && c != '}') out += c;
      continue;
    }
    const std::string name = input.read_name();
    const auto* macro = macros_.find(name);
    if (macro != nullptr)
      input.push(macro->body);
    else if (name.size() == 1)
      out += name;
  }
  return out;
}

void LatexEngine::read_link(const std::string& name) {
  flush();
  if (name == "href") input_.read_optional();
  const std::string address = link_address(without_line_marks(input_.read_argument()));
  const std::size_t depth = builder_.style_depth();
  if (in_table() && !builder_.is_open()) open_row();
  builder_.begin_style(kLink, clean_value(address));
  if (name != "href") {
    builder_.text(address);
    builder_.end_styles_to(depth);
  } else if (input_.skip_to('{')) {
    open_group();
    if (!groups_.empty()) groups_.back().style_depth = depth;
  } else {
    builder_.end_styles_to(depth);
  }
}

void LatexEngine::begin_styles(std::uint8_t styles) {
  flush();
  for (const Style style : {kBold, kItalic, kStrike, kCode, kUnderline})
    if (styles & style) builder_.begin_style(style);
}

void LatexEngine::begin_style_group(std::uint8_t styles) {
  flush();
  const std::size_t depth = builder_.style_depth();
  if (input_.skip_to('{')) {
    begin_styles(styles);
    open_group();
    if (!groups_.empty()) groups_.back().style_depth = depth;
  }
}

/// \equal{a}{b}, an empty string, and equal strings are decided; any other condition counts as true.
void LatexEngine::read_choice(const std::string& name) {
  const std::string test = input_.read_argument();
  bool holds = true;
  if (name == "ifstrequal") {
    holds = plain(test) == plain(input_.read_argument());
  } else if (name == "ifthenelse") {
    const std::string condition = without_line_marks(test);
    const std::size_t equal = condition.find("\\equal");
    if (equal != condition.npos) {
      TexInput sides(std::string_view(condition).substr(equal + 6), 0, 1 << 16);
      const std::string left = sides.read_argument();
      holds = plain(left) == plain(sides.read_argument());
      if (condition.substr(0, equal).find("\\not") != std::string::npos) holds = !holds;
    }
  } else {
    holds = (name == "notblank") != plain(test).empty();
  }
  const std::string yes = input_.read_argument();
  const bool has_no = name != "ifempty" || input_.count_groups() > 0;
  const std::string no = has_no ? input_.read_argument() : std::string();
  input_.push(holds ? yes : no);
}

/// The arguments of an unknown command, in order; long ones on lines of their own.
std::string LatexEngine::layout_of_groups(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) {
    const std::string argument = input_.read_argument();
    const std::string bare = without_line_marks(argument);
    if (trim(bare).empty() || is_dimension(bare)) continue;
    if (!out.empty()) out += needs_line(argument, i) ? "\\sg@line{}" : "\\sg@gap{}";
    out += "{" + argument + "}";
  }
  return out;
}

void LatexEngine::read_unknown(const std::string& name) {
  flush();
  if (input_.peek() == '*') input_.get();
  const bool icon = name.size() > 2 && (name.substr(0, 2) == "fa" || name.substr(0, 2) == "ai") &&
                    std::isupper(static_cast<unsigned char>(name[2]));
  if (icon) return;
  if (sets_something(name)) {
    drop_arguments();
    return;
  }
  std::string option;
  if (input_.looking_at("["))
    if (auto text = input_.read_optional(); text && !is_layout_option(*text)) option = *text;
  const int groups = input_.count_groups();
  if (groups == 1 && is_dimension(input_.peek_group(16))) {
    input_.read_argument();
    return;
  }
  const bool item = name == "cvlistitem" || name == "resumeItem" || name == "cvlistdoubleitem";
  if (item && groups > 0) {
    builder_.set_line(input_.line());
    builder_.open(BlockKind::kListItem, std::max(1, list_depth()), "•");
    if (groups == 1) {
      input_.push("{" + input_.read_argument() + "}\\sg@close{}");
      return;
    }
  } else if (list_depth() == 0 && !in_table() && depth_ == 0 && (groups > 2 || (groups == 2 && starts_entry(name)))) {
    builder_.close();
  }
  const std::string mark = line_mark(input_.line());
  std::string printed = mark + (option.empty() ? "" : "{" + option + "}" + (groups > 0 ? "\\sg@gap{}" : " "));
  if (groups >= 2) {
    printed += layout_of_groups(groups);
    if (!builder_.has_text() && !item && depth_ == 0 && line_ends_here()) printed = mark + "\\sg@row{}" + printed + "\\sg@end{}";
  }
  if (groups >= 2 || !option.empty()) input_.push(printed);
}

void LatexEngine::drop_arguments() {
  if (input_.looking_at("pre{"))
    for (int i = 0; i < 3; ++i) input_.get();
  while (input_.read_optional()) {
  }
  for (int left = input_.count_groups(); left > 0; --left) input_.read_argument();
}

/// Nothing else stands on this line.
bool LatexEngine::line_ends_here() {
  while (input_.peek() == ' ' || input_.peek() == '\t') input_.get();
  const char next = input_.peek();
  return next == '\n' || next == '%' || next == '\0' || next == '}' || next == '\\';
}

std::string LatexEngine::plain(std::string_view tex) {
  if (depth_ >= kMaxDepth) return collapse_spaces(without_line_marks(tex));
  LayoutBuilder builder;
  const std::string source = without_line_marks(tex);
  LatexEngine(source, 1, macros_, builder, depth_ + 1).run();
  std::string out;
  for (const auto& block : builder.take().blocks) out += (out.empty() ? "" : " ") + block.text;
  return collapse_spaces(out);
}

}  // namespace scholargraph
