// SPDX-License-Identifier: Apache-2.0
#include "extract/source/source_format.h"

#include <algorithm>

#include "base/text.h"
#include "extract/read/legacy_encoding.h"

namespace scholargraph {

#define SCHOLARGRAPH_SOURCE(name) extern const SourceFormat name;
#include "extract/sources.def"
#undef SCHOLARGRAPH_SOURCE

namespace {

/// `path` in lower case without .gz and .zst.
std::string plain_name(std::string_view path) {
  std::string name = to_lower(path);
  for (const std::string_view suffix : {".gz", ".zst"})
    if (name.ends_with(suffix)) name.resize(name.size() - suffix.size());
  return name;
}

/// Appends `text`, its malformed bytes as Windows-1252 and everything else as it is.
void append_repaired(std::string_view text, std::string& out) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    next_code_point(text, pos);
    const std::string_view piece = text.substr(begin, pos - begin);
    out += is_valid_utf8(piece) ? std::string(piece) : decode_windows_1252(piece);
  }
}

bool has_suffix(const SourceFormat& format, std::string_view name) {
  return std::any_of(format.suffixes.begin(), format.suffixes.end(),
                     [&](std::string_view suffix) { return name.ends_with(suffix); });
}

}  // namespace

const std::vector<const SourceFormat*>& source_formats() {
  static const std::vector<const SourceFormat*> table = {
#define SCHOLARGRAPH_SOURCE(name) &name,
#include "extract/sources.def"
#undef SCHOLARGRAPH_SOURCE
  };
  return table;
}

void repair_encoding(std::string& block, const BlockContext& context, Diagnostics& diagnostics) {
  if (trim(std::string_view(block).substr(0, 64)).starts_with('<') || is_valid_utf8(block)) return;
  std::string repaired;
  std::uint64_t line = context.first_line, first = 0, count = 0;
  for (std::string_view rest = block; !rest.empty(); ++line) {
    const std::string_view text = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(text.size());
    if (is_valid_utf8(text)) {
      repaired += text;
      continue;
    }
    if (count++ == 0) first = line;
    append_repaired(text, repaired);
  }
  block = std::move(repaired);
  diagnostics.push_back({std::string(context.path), static_cast<int>(first), 0,
                         "expected UTF-8, found other bytes in " + std::to_string(count) + " lines from here on",
                         "they were read as Windows-1252", Severity::kNote});
}

const SourceFormat* detect_source(std::string_view path, std::string_view head) {
  constexpr double kSure = 0.5;
  constexpr double kNameBonus = 0.1;
  const std::string name = plain_name(path);
  const SourceFormat* best = nullptr;
  double best_score = kSure;
  for (const SourceFormat* format : source_formats()) {
    const double content = format->sniff(head);
    const double score = content + (content > 0 && has_suffix(*format, name) ? kNameBonus : 0);
    if (score > best_score) {
      best = format;
      best_score = score;
    }
  }
  return best;
}

}  // namespace scholargraph
