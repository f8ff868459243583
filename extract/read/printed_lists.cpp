// SPDX-License-Identifier: Apache-2.0
#include "extract/read/printed_lists.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "extract/read/list_marker.h"

namespace scholargraph {

namespace {

std::string_view line_text(const Block& block, std::size_t index) {
  const std::size_t begin = block.lines[index].begin;
  const std::size_t end = index + 1 < block.lines.size() ? block.lines[index + 1].begin - 1 : block.text.size();
  return std::string_view(block.text).substr(begin, end - begin);
}

bool is_plain_dash(std::string_view marker) {
  return marker == "-" || marker == "+" || marker == "–" || marker == "—" || marker == "−" || marker == "*" ||
         marker == "·" || marker == "⋅" || marker == "―";
}

/// How the lines of one document go on counting.
class ItemFinder {
 public:
  /// The marker if line `index` of `block` starts an item.
  ListMarker find(const Block& block, std::size_t index) {
    ListMarker marker = list_marker(line_text(block, index));
    if (marker.kind == MarkerKind::kNone || !starts(marker, block, index)) return {};
    if (marker.kind == MarkerKind::kNumber) last_number_ = marker.number;
    return marker;
  }

 private:
  bool starts(const ListMarker& marker, const Block& block, std::size_t index) const {
    const bool fresh = index == 0 || block.lines[index].hard_break;
    if (marker.kind == MarkerKind::kBullet) return is_plain_dash(marker.text) ? fresh : true;
    const bool counts = last_number_ > 0 && (marker.number == last_number_ + 1 || marker.number == last_number_ - 1);
    if (!fresh) return counts || (marker.number == 1 && marker.text.front() == '[');
    return counts || marker.text.front() == '[' || marker.number == 1;
  }

  int last_number_ = 0;
};

void append_split(std::vector<Block>& out, Block& block, const std::vector<ListMarker>& markers) {
  std::size_t first = 0;
  for (std::size_t i = 1; i <= markers.size(); ++i) {
    if (i < markers.size() && markers[i].kind == MarkerKind::kNone) continue;
    const auto& marker = markers[first];
    Block part = sub_block(block, first, i, marker.length);
    if (marker.kind != MarkerKind::kNone) {
      part.kind = BlockKind::kListItem;
      part.level = 1;
      part.marker = std::string(marker.text);
    }
    out.push_back(std::move(part));
    first = i;
  }
}

/// "- [1] Text": the bullet is decoration, the number is the marker.
void take_number(Block& block) {
  if (block.text.empty() || block.text[0] != '[') return;
  const auto marker = list_marker(line_text(block, 0));
  if (marker.kind != MarkerKind::kNumber) return;
  const std::string text(marker.text);
  Block rest = sub_block(block, 0, block.lines.size(), marker.length);
  block = std::move(rest);
  block.marker = text;
}

}  // namespace

Block sub_block(const Block& block, std::size_t first, std::size_t last, std::size_t skip) {
  Block part;
  part.kind = block.kind;
  part.level = block.level;
  part.marker = block.marker;
  part.gap_before = block.gap_before && first == 0;
  const std::size_t begin = block.lines[first].begin + skip;
  const std::size_t end = last < block.lines.size() ? block.lines[last].begin - 1 : block.text.size();
  part.text = block.text.substr(begin, end - begin);
  for (std::size_t i = first; i < last; ++i) {
    Line line = block.lines[i];
    line.begin = i == first ? 0 : static_cast<std::uint32_t>(line.begin - begin);
    if (i == first) line.hard_break = false;
    part.lines.push_back(line);
  }
  for (const auto& span : block.styles) {
    if (span.end <= begin || span.begin >= end) continue;
    StyleSpan cut = span;
    cut.begin = static_cast<std::uint32_t>(std::max<std::size_t>(span.begin, begin) - begin);
    cut.end = static_cast<std::uint32_t>(std::min<std::size_t>(span.end, end) - begin);
    part.styles.push_back(std::move(cut));
  }
  return part;
}

void split_printed_lists(LayoutDocument& document) {
  std::vector<Block> out;
  out.reserve(document.blocks.size());
  ItemFinder finder;
  std::vector<ListMarker> markers;
  for (auto& block : document.blocks) {
    if (block.kind == BlockKind::kListItem) take_number(block);
    if (block.kind != BlockKind::kParagraph) {
      out.push_back(std::move(block));
      continue;
    }
    markers.clear();
    for (std::size_t i = 0; i < block.lines.size(); ++i) markers.push_back(finder.find(block, i));
    append_split(out, block, markers);
  }
  document.blocks = std::move(out);
}

void demote_running_headings(LayoutDocument& document) {
  std::array<std::size_t, 10> sizes{};
  std::size_t total = 0;
  for (const auto& block : document.blocks) {
    total += block.text.size();
    if (block.kind == BlockKind::kHeading) sizes[static_cast<std::size_t>(std::clamp(block.level, 0, 9))] += block.text.size();
  }
  for (auto& block : document.blocks) {
    if (block.kind != BlockKind::kHeading) continue;
    if (sizes[static_cast<std::size_t>(std::clamp(block.level, 0, 9))] * 2 <= total || total < 500) continue;
    block.kind = BlockKind::kParagraph;
    block.level = 0;
  }
}

}  // namespace scholargraph
