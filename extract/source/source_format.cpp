// SPDX-License-Identifier: Apache-2.0
#include "extract/source/source_format.h"

#include <algorithm>

#include "base/text.h"

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
