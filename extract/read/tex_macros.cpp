// SPDX-License-Identifier: Apache-2.0
#include "extract/read/tex_macros.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxMacros = 5000;

int to_count(const std::optional<std::string>& text) {
  const std::string plain = text ? without_line_marks(*text) : std::string();
  const auto trimmed = trim(plain);
  return trimmed.size() == 1 && std::isdigit(static_cast<unsigned char>(trimmed[0])) ? trimmed[0] - '0' : 0;
}

std::optional<std::string> read_default(TexInput& input) {
  auto text = input.read_optional();
  if (text) text = without_line_marks(*text);
  return text;
}

std::string name_in(std::string text) {
  text = without_line_marks(text);
  std::string_view name = trim(text);
  if (!name.empty() && name[0] == '\\') name.remove_prefix(1);
  return std::string(trim(name));
}

}  // namespace

const TexMacro* TexMacros::find(std::string_view name) const {
  const auto found = macros_.find(name);
  return found == macros_.end() ? nullptr : &found->second;
}

const TexMacro* TexMacros::find_environment(std::string_view name) const {
  const auto found = environments_.find(name);
  return found == environments_.end() ? nullptr : &found->second;
}

bool TexMacros::condition(std::string_view name) const {
  const auto found = conditions_.find(name);
  return found != conditions_.end() && found->second;
}

bool TexMacros::read_definition(std::string_view name, TexInput& input, bool (*is_protected)(std::string_view)) {
  if (name == "newcommand" || name == "renewcommand" || name == "providecommand" || name == "DeclareRobustCommand" ||
      name == "newcommandx" || name == "DeclareTextFontCommand") {
    read_newcommand(name, input, is_protected);
  } else if (name == "def" || name == "gdef" || name == "edef" || name == "xdef") {
    read_def(input, is_protected);
  } else if (name == "let") {
    read_let(input);
  } else if (name == "newenvironment" || name == "renewenvironment" || name == "NewEnviron") {
    read_environment(input, name == "NewEnviron");
  } else if (name == "NewDocumentCommand" || name == "RenewDocumentCommand" || name == "ProvideDocumentCommand" ||
             name == "DeclareDocumentCommand") {
    read_document_command(input);
  } else if (name == "newif") {
    const std::string condition = name_in(input.read_argument());
    if (condition.size() > 2) conditions_[condition.substr(2)] = false;
  } else {
    return false;
  }
  return true;
}

/// "\name", "{\name}" or "\csname name\endcsname".
std::string TexMacros::read_target(TexInput& input) {
  std::string name = name_in(input.read_argument());
  if (name == "csname") name = without_line_marks(input.read_until("\\endcsname"));
  return std::string(trim(name));
}

void TexMacros::read_newcommand(std::string_view kind, TexInput& input, bool (*is_protected)(std::string_view)) {
  input.skip_to('*');
  const std::string name = read_target(input);
  TexMacro macro;
  macro.arguments = to_count(input.read_optional());
  if (macro.arguments > 0) macro.optional = read_default(input);
  macro.body = without_line_marks(input.read_argument());
  if (name.empty() || is_protected(name) || macros_.size() >= kMaxMacros) return;
  if (kind == "providecommand" && macros_.contains(name)) return;
  if (kind == "renewcommand" && name.substr(0, 2) == "cv" && !macros_.contains(name)) return;
  macros_[name] = std::move(macro);
}

void TexMacros::read_def(TexInput& input, bool (*is_protected)(std::string_view)) {
  const std::string name = read_target(input);
  TexMacro macro;
  bool delimited = false;
  while (!input.at_end() && input.peek() != '{') {
    const char c = input.get();
    if (c == '#' && std::isdigit(static_cast<unsigned char>(input.peek()))) {
      macro.arguments = std::max(macro.arguments, input.get() - '0');
    } else if (c == '\\') {
      input.read_name();
      delimited = true;
    } else if (c == '\n') {
      break;
    } else if (!std::isspace(static_cast<unsigned char>(c))) {
      delimited = true;
    }
  }
  if (!input.skip_to('{')) return;
  macro.body = without_line_marks(input.read_group());
  if (name.empty() || delimited || is_protected(name) || macros_.size() >= kMaxMacros) return;
  macros_[name] = std::move(macro);
}

void TexMacros::read_let(TexInput& input) {
  const std::string name = read_target(input);
  input.skip_to('=');
  const std::string target = without_line_marks(input.read_argument());
  if (name.empty() || macros_.size() >= kMaxMacros || target.empty() || target == "\\" + name) return;
  const auto* known = target[0] == '\\' ? find(target.substr(1)) : nullptr;
  TexMacro copy;
  if (known) copy = *known;
  if (!known) copy.body = target;
  macros_[name] = std::move(copy);
}

void TexMacros::read_environment(TexInput& input, bool around_body) {
  input.skip_to('*');
  const std::string name = name_in(input.read_argument());
  TexMacro macro;
  macro.arguments = to_count(input.read_optional());
  if (macro.arguments > 0) macro.optional = read_default(input);
  macro.body = without_line_marks(input.read_argument());
  if (!around_body) {
    macro.end_body = without_line_marks(input.read_argument());
  } else if (const std::size_t body = macro.body.find("\\BODY"); body != std::string::npos) {
    macro.end_body = macro.body.substr(body + 5);
    macro.body.resize(body);
  }
  if (!name.empty() && environments_.size() < kMaxMacros) environments_[name] = std::move(macro);
}

void TexMacros::read_document_command(TexInput& input) {
  const std::string name = read_target(input);
  const std::string signature = without_line_marks(input.read_argument());
  TexMacro macro;
  for (const char c : signature) {
    if (c == 'o' || c == 'O' || c == 's') macro.optional = "";
    macro.arguments += c == 'm' || c == 'o' || c == 'O' || c == 's';
  }
  macro.arguments = std::min(macro.arguments, 9);
  macro.body = without_line_marks(input.read_argument());
  if (!name.empty() && macros_.size() < kMaxMacros) macros_[name] = std::move(macro);
}

std::vector<std::string> TexMacros::read_arguments(const TexMacro& macro, TexInput& input) {
  std::vector<std::string> arguments;
  int left = macro.arguments;
  if (left > 0 && macro.optional) {
    arguments.push_back(input.read_optional().value_or(*macro.optional));
    --left;
  }
  for (; left > 0; --left) arguments.push_back(input.read_argument());
  return arguments;
}

std::string TexMacros::substitute(std::string_view body, const std::vector<std::string>& arguments) {
  std::string out;
  for (std::size_t pos = 0; pos < body.size(); ++pos) {
    const bool parameter = body[pos] == '#' && pos + 1 < body.size() && body[pos + 1] >= '1' && body[pos + 1] <= '9';
    if (!parameter) {
      out += body[pos];
      continue;
    }
    const auto index = static_cast<std::size_t>(body[++pos] - '1');
    if (index < arguments.size()) out += arguments[index];
    if (out.size() > (std::size_t{16} << 20)) break;
  }
  return out;
}

}  // namespace scholargraph
