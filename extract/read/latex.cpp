// SPDX-License-Identifier: Apache-2.0
// LaTeX source files.
#include <algorithm>

#include "base/text.h"
#include "extract/read/encoding.h"
#include "extract/read/latex_engine.h"
#include "extract/read/printed_lists.h"
#include "extract/read/readers.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxLatexBytes = std::size_t{16} << 20;

bool is_command_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int count_commands(std::string_view text) {
  int count = 0;
  for (std::size_t pos = 0; (pos = text.find('\\', pos)) != text.npos; ++pos)
    count += pos + 2 < text.size() && is_command_char(text[pos + 1]) && is_command_char(text[pos + 2]);
  return count;
}

/// Not behind a comment sign or inside a line of prose that talks about LaTeX.
bool begins_line(std::string_view text, std::string_view command) {
  for (std::size_t pos = 0; (pos = text.find(command, pos)) != text.npos; ++pos) {
    const std::size_t line = pos == 0 ? 0 : text.rfind('\n', pos - 1) + 1;
    if (trim(text.substr(line, pos - line)).empty()) return true;
  }
  return false;
}

double sniff_latex(std::string_view head) {
  if (!looks_like_text(head)) return 0;
  const std::string text = decode_head(head);
  if (begins_line(text, "\\documentclass") || begins_line(text, "\\documentstyle")) return 0.95;
  if (begins_line(text, "\\begin{document}")) return 0.92;
  if (begins_line(text, "\\section") || begins_line(text, "\\begin{") || begins_line(text, "\\input{"))
    return count_commands(text) >= 3 ? 0.7 : 0.3;
  return count_commands(text) >= 20 ? 0.4 : 0;
}

LayoutDocument read_latex(const InputFile& input, Diagnostics& diagnostics) {
  if (input.bytes.size() > kMaxLatexBytes) {
    diagnostics.push_back({input.path, 0, 0,
                           "expected LaTeX of at most " + std::to_string(kMaxLatexBytes >> 20) + " MB, found " +
                               std::to_string(input.bytes.size() >> 20) + " MB",
                           "split the file", Severity::kError});
    return {};
  }
  std::string source = decode_text(input, diagnostics);
  std::replace(source.begin(), source.end(), TexInput::kLineMark, ' ');
  std::replace(source.begin(), source.end(), TexInput::kLineMarkEnd, ' ');
  LayoutBuilder builder;
  TexMacros macros;
  LatexEngine engine(source, 1, macros, builder);
  engine.run();
  for (const auto& [file, line] : engine.inputs())
    diagnostics.push_back({input.path, line, 0, "\\input{" + file + "} is not read", "join the files into one",
                           Severity::kNote});
  if (engine.ran_away())
    diagnostics.push_back({input.path, 0, 0, "macros expand without end; the rest of them is left out",
                           "give the compiled PDF instead", Severity::kWarning});
  LayoutDocument document = builder.take();
  split_printed_lists(document);
  return document;
}

}  // namespace

const DocumentFormat kLatexFormat = {"latex", "LaTeX source", {".tex", ".latex", ".ltx"}, sniff_latex, read_latex};

}  // namespace scholargraph
