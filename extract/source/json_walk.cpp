// SPDX-License-Identifier: Apache-2.0
#include "extract/source/json_walk.h"

#include <rapidjson/error/en.h>

#include <algorithm>

namespace scholargraph {

JsonPaths::JsonPaths(std::span<const JsonPath> paths, std::span<const std::string_view> wrappers) : nodes_(1) {
  for (const JsonPath& path : paths) nodes_[static_cast<std::size_t>(make(path.path, kNone))].field = path.field;
  for (const std::string_view wrapper : wrappers) make(wrapper, 0);
  sort_children();
}

void JsonPaths::sort_children() {
  for (Node& node : nodes_) {
    const auto shorter = [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); };
    std::stable_sort(node.children.begin(), node.children.end(), shorter);
    for (const auto& [name, target] : node.children)
      for (std::size_t length = std::min(name.size(), kLongestKey) + 1; length < node.of_length.size(); ++length)
        ++node.of_length[length];
  }
}

int JsonPaths::make(std::string_view path, int target) {
  int node = 0;
  while (!path.empty()) {
    const bool element = path.starts_with("[]");
    const std::size_t end = element ? 2 : std::min(path.find('.'), path.find('['));
    const std::string_view key = path.substr(0, end);
    path.remove_prefix(std::min(end, path.size()));
    if (path.starts_with(".")) path.remove_prefix(1);
    int next = element ? nodes_[static_cast<std::size_t>(node)].element : kNone;
    if (!element)
      for (const auto& [name, known] : nodes_[static_cast<std::size_t>(node)].children)
        if (name == key) next = known;
    if (next == kNone) {
      const bool last = path.empty();
      next = last && target != kNone ? target : static_cast<int>(nodes_.size());
      if (next == static_cast<int>(nodes_.size())) nodes_.emplace_back();
      Node& from = nodes_[static_cast<std::size_t>(node)];
      if (element)
        from.element = next;
      else
        from.children.emplace_back(key, next);
    }
    node = next;
  }
  return node;
}

bool begins_as_json(std::string_view head) { return head.substr(0, 10).find_first_of("{[") != std::string_view::npos; }

std::size_t cut_before_json_record(std::string_view bytes) {
  const std::size_t line_end = bytes.rfind("\n{");
  return line_end == std::string_view::npos ? 0 : line_end + 1;
}

Diagnostic json_diagnostic(std::string_view path, std::uint64_t line, const rapidjson::ParseResult& result,
                           bool too_deep) {
  Diagnostic diagnostic;
  diagnostic.file = path;
  diagnostic.line = static_cast<int>(line);
  if (too_deep) {
    diagnostic.message = "expected a record, found JSON nested deeper than " + std::to_string(kMaxJsonDepth) + " levels";
  } else {
    diagnostic.message = "expected a JSON record, found an error at its byte " + std::to_string(result.Offset()) + ": " +
                         rapidjson::GetParseError_En(result.Code());
  }
  diagnostic.hint = "the record was skipped";
  return diagnostic;
}

JsonLines::JsonLines(std::string_view bytes, std::uint64_t first_line) : first_line_(first_line) {
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1))
    ends_.push_back(end);
}

std::uint64_t JsonLines::at(std::size_t offset) {
  while (passed_ < ends_.size() && ends_[passed_] < offset) ++passed_;
  return first_line_ + passed_;
}

std::size_t JsonLines::next_record(std::string_view bytes, std::size_t from) const {
  for (auto end = std::lower_bound(ends_.begin(), ends_.end(), from); end != ends_.end(); ++end)
    if (*end + 1 < bytes.size() && bytes[*end + 1] == '{') return *end + 1;
  return std::string_view::npos;
}

}  // namespace scholargraph
