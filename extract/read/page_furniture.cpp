// SPDX-License-Identifier: Apache-2.0
#include "extract/read/page_furniture.h"

#include <cstddef>
#include <map>

#include "base/text.h"

namespace scholargraph {

namespace {

constexpr std::size_t kShortestPage = 10;  ///< lines
constexpr std::size_t kFewestPages = 3;
constexpr std::size_t kLongestHead = 100;  ///< bytes

struct PageHead {
  std::string_view words;  ///< what stands before the number; empty for a number alone
  int number = 0;
};

/// A line that ends in a page number; number 0 when it does not.
PageHead page_head(std::string_view line) {
  if (line.empty() || line.size() > kLongestHead) return {};
  std::size_t digits = line.size();
  int number = 0;
  int scale = 1;
  while (digits > 0 && line.size() - digits < 3 && line[digits - 1] >= '0' && line[digits - 1] <= '9') {
    number += (line[--digits] - '0') * scale;
    scale *= 10;
  }
  if (digits == line.size() || (digits > 0 && line[digits - 1] != ' ')) return {};
  return {trim(line.substr(0, digits)), number};
}

/// The lines of one head that count up by one, page after page.
std::vector<std::size_t> counting_lines(const std::vector<std::pair<std::size_t, int>>& places) {
  std::vector<std::size_t> chain;
  int last = 0;
  for (const auto& [line, number] : places) {
    if (chain.empty() ? number > 2 : number != last + 1 || line < chain.back() + kShortestPage) continue;
    chain.push_back(line);
    last = number;
  }
  return chain;
}

/// Marks the line `offset` behind each line of `chain` if it is the same one everywhere.
void mark_neighbours(const std::vector<std::string_view>& lines, const std::vector<std::size_t>& chain,
                     std::ptrdiff_t offset, std::vector<bool>& marked) {
  const auto neighbour = [&](std::size_t line) { return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(line) + offset); };
  if (neighbour(chain.front()) >= lines.size()) return;
  const auto text = lines[neighbour(chain.front())];
  if (text.empty()) return;
  for (const auto line : chain)
    if (neighbour(line) >= lines.size() || lines[neighbour(line)] != text) return;
  for (const auto line : chain) marked[neighbour(line)] = true;
}

}  // namespace

std::vector<bool> find_page_furniture(const std::vector<std::string_view>& lines) {
  std::vector<bool> marked(lines.size(), false);
  if (lines.size() < kFewestPages * kShortestPage) return marked;
  std::map<std::string_view, std::vector<std::pair<std::size_t, int>>> heads;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (const auto head = page_head(lines[i]); head.number > 0) heads[head.words].emplace_back(i, head.number);
  for (const auto& [words, places] : heads) {
    const auto chain = counting_lines(places);
    if (chain.size() < kFewestPages) continue;
    for (const auto line : chain) marked[line] = true;
    mark_neighbours(lines, chain, -1, marked);
    mark_neighbours(lines, chain, 1, marked);
  }
  return marked;
}

}  // namespace scholargraph
