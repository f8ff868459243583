// SPDX-License-Identifier: Apache-2.0
// A page of two columns and a page with a column of dates beside the entries both have a white band from top to
// bottom. Columns are read one after the other; dates belong to the lines that they stand beside. What tells
// them apart is the baseline: dates and labels are set on the baselines of the entries, the lines of two
// columns fall where they fall (unless both columns keep a common grid; then both hold full lines).
//
// Idea: a band can only lie where several parts of lines begin or end. For each such x, the parts that cross it
// (a title over both columns) cut the page into bands of height; each band is tested. The best column gutter
// (widest white, most lines) splits the region into above, left, right and below, each of which is searched
// again. Stop: no gutter passes, or depth 4.
// Cost: edges x fragments for each split; edges are at most kMaxPositions.
#include "extract/read/pdf_columns.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace scholargraph {
namespace {

constexpr float kFragmentGap = 0.35f;
constexpr std::size_t kMaxPositions = 80;
constexpr std::size_t kMaxFragments = 1500;
constexpr std::size_t kMinShared = 3;
constexpr float kEdgeTolerance = 2.0f;
constexpr std::size_t kMinRows = 5;
constexpr float kMinGutter = 0.3f;
/// A narrower gutter must have many lines on both sides that ignore each other.
constexpr float kClearGutter = 0.7f;
constexpr std::size_t kManyRows = 8;
constexpr float kIndependent = 0.45f;
constexpr float kAligned = 0.6f;
constexpr float kDates = 0.6f;
constexpr int kMaxDepth = 4;

PdfFragment make_fragment(const std::vector<PdfPiece>& pieces, const PdfRow& part) {
  PdfFragment fragment;
  static_cast<PdfBox&>(fragment) = part;
  fragment.pieces = part.pieces;
  for (const std::size_t index : part.pieces) {
    const std::string& text = pieces[index].text;
    for (std::size_t pos = 0; pos < text.size();) {
      const char32_t c = next_code_point(text, pos);
      ++fragment.letters;
      if (is_digit(c)) ++fragment.digits;
    }
  }
  return fragment;
}

void add_positions(std::vector<float>& edges, std::vector<std::pair<std::size_t, float>>& found, float offset, bool lowest) {
  std::sort(edges.begin(), edges.end());
  for (std::size_t i = 0; i < edges.size();) {
    std::size_t end = i + 1;
    while (end < edges.size() && edges[end] - edges[end - 1] < 0.5f * kEdgeTolerance && edges[end] - edges[i] < kEdgeTolerance) ++end;
    if (end - i >= kMinShared) found.emplace_back(end - i, (lowest ? edges[i] : edges[end - 1]) + offset);
    i = end;
  }
}

void merge_into(PdfFragment& row, const PdfFragment& part) {
  row.left = std::min(row.left, part.left);
  row.right = std::max(row.right, part.right);
  row.size = std::max(row.size, part.size);
  row.letters += part.letters;
  row.digits += part.digits;
  row.pieces.insert(row.pieces.end(), part.pieces.begin(), part.pieces.end());
}

PdfSide make_side(std::vector<const PdfFragment*> fragments) {
  std::stable_sort(fragments.begin(), fragments.end(),
                   [](const PdfFragment* a, const PdfFragment* b) { return a->baseline() < b->baseline(); });
  PdfSide side;
  for (const PdfFragment* fragment : fragments) {
    const bool same = !side.rows.empty() && fragment->baseline() - side.rows.back().baseline() < 0.35f * fragment->size;
    if (same) merge_into(side.rows.back(), *fragment);
    else side.rows.push_back(*fragment);
    const bool first = side.rows.size() == 1 && !same;
    side.left = first ? fragment->left : std::min(side.left, fragment->left);
    side.right = first ? fragment->right : std::max(side.right, fragment->right);
  }
  return side;
}

/// Rows that reach the last eighth of the column: running text.
float full_share(const PdfSide& side) {
  const float edge = side.right - 0.12f * (side.right - side.left);
  const auto full = std::count_if(side.rows.begin(), side.rows.end(), [&](const PdfFragment& row) { return row.right >= edge; });
  return static_cast<float>(full) / static_cast<float>(side.rows.size());
}

/// Lines that follow each other closely are one label; only the first must share a baseline with an entry.
float aligned_groups(const PdfSide& labels, const PdfSide& others, std::size_t& groups) {
  groups = 0;
  std::size_t aligned = 0;
  for (std::size_t i = 0; i < labels.rows.size(); ++i) {
    const PdfFragment& row = labels.rows[i];
    if (i > 0 && row.baseline() - labels.rows[i - 1].baseline() < 1.5f * row.size) continue;
    ++groups;
    aligned += is_aligned(row, others) ? 1 : 0;
  }
  return groups == 0 ? 0 : static_cast<float>(aligned) / static_cast<float>(groups);
}

/// Names and years, row by row: cells of a table reach the edge too, but are no running text.
bool is_dated_list(const PdfSide& side) {
  const auto dated = std::count_if(side.rows.begin(), side.rows.end(),
                                   [](const PdfFragment& row) { return row.digits >= 4 && row.letters <= 40; });
  return static_cast<float>(dated) >= 0.6f * static_cast<float>(side.rows.size());
}

bool on_common_grid(const PdfSide& a, const PdfSide& b) {
  if (is_dated_list(a) || is_dated_list(b)) return false;
  const float total = std::max(a.right, b.right) - std::min(a.left, b.left);
  const std::size_t fewer = std::min(a.rows.size(), b.rows.size());
  const std::size_t more = std::max(a.rows.size(), b.rows.size());
  return a.right - a.left > 0.3f * total && b.right - b.left > 0.3f * total && full_share(a) >= 0.5f &&
         full_share(b) >= 0.5f && fewer >= kManyRows && 2 * fewer >= more;
}

bool stand_side_by_side(const PdfSide& a, const PdfSide& b) {
  const float top = std::max(a.rows.front().top, b.rows.front().top);
  const float bottom = std::min(a.rows.back().bottom, b.rows.back().bottom);
  const float shorter = std::min(a.rows.back().bottom - a.rows.front().top, b.rows.back().bottom - b.rows.front().top);
  return bottom - top > 0.5f * shorter;
}

bool are_columns(const PdfGutter& gutter) {
  const PdfSide& left = gutter.left;
  const PdfSide& right = gutter.right;
  if (std::min(left.rows.size(), right.rows.size()) < kMinRows) return false;
  const float size = right.rows.front().size;
  if (gutter.width() < kMinGutter * size) return false;
  const bool clear = gutter.width() >= kClearGutter * size;
  if (!clear && std::min(left.rows.size(), right.rows.size()) < kManyRows) return false;
  if (!stand_side_by_side(left, right)) return false;
  if (date_share(left) >= kDates || date_share(right) >= kDates) return false;
  const bool left_less = left.rows.size() < right.rows.size();
  const PdfSide& less = left_less ? left : right;
  const PdfSide& more = left_less ? right : left;
  std::size_t groups = 0;
  const float group_share = aligned_groups(less, more, groups);
  const bool labels = groups >= 4 && group_share >= 0.8f;
  if (aligned_share(less, more) < (clear ? kAligned : kIndependent) && !labels) return true;
  return clear && on_common_grid(left, right);
}

/// The wider side begins with a line much larger than all of the other: the owner's name beside a sidebar.
bool holds_title(const PdfSide& side, const PdfSide& other) {
  if (side.right - side.left < 1.5f * (other.right - other.left)) return false;
  const auto larger = [](const PdfFragment& a, const PdfFragment& b) { return a.size < b.size; };
  const float largest = std::max_element(other.rows.begin(), other.rows.end(), larger)->size;
  return side.rows.front().size > 1.3f * largest;
}

class Splitter {
 public:
  explicit Splitter(std::vector<std::vector<std::size_t>>& out) : out_(out) {}

  void split(const std::vector<PdfFragment>& fragments, int depth) {
    if (fragments.empty()) return;
    const PdfGutter best = depth < kMaxDepth ? best_gutter(fragments) : PdfGutter();
    if (best.left.rows.empty()) {
      emit(fragments);
      return;
    }
    std::vector<PdfFragment> above;
    std::vector<PdfFragment> left;
    std::vector<PdfFragment> right;
    std::vector<PdfFragment> below;
    const float x = (best.left.right + best.right.left) / 2;
    for (const PdfFragment& fragment : fragments) {
      if (fragment.middle() < best.top) above.push_back(fragment);
      else if (fragment.middle() > best.bottom) below.push_back(fragment);
      else (fragment.left < x ? left : right).push_back(fragment);
    }
    if (left.empty() || right.empty()) {
      emit(fragments);
      return;
    }
    split(above, depth + 1);
    const bool right_first = holds_title(best.right, best.left);
    split(right_first ? right : left, depth + 1);
    split(right_first ? left : right, depth + 1);
    split(below, depth + 1);
  }

 private:
  static PdfGutter best_gutter(const std::vector<PdfFragment>& fragments) {
    PdfGutter best;
    float best_score = 0;
    for (const float x : gutter_positions(fragments)) {
      for (PdfGutter& gutter : gutters_at(fragments, x)) {
        if (!are_columns(gutter)) continue;
        const auto rows = static_cast<float>(gutter.left.rows.size() + gutter.right.rows.size());
        const float score = std::min(gutter.width(), 60.0f) * rows;
        if (score <= best_score) continue;
        best_score = score;
        best = std::move(gutter);
      }
    }
    return best;
  }

  void emit(const std::vector<PdfFragment>& fragments) {
    std::vector<std::size_t> pieces;
    for (const PdfFragment& fragment : fragments) pieces.insert(pieces.end(), fragment.pieces.begin(), fragment.pieces.end());
    out_.push_back(std::move(pieces));
  }

  std::vector<std::vector<std::size_t>>& out_;
};

}  // namespace

std::vector<PdfFragment> page_fragments(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which) {
  std::vector<PdfFragment> fragments;
  for (const PdfRow& row : group_rows(pieces, which)) {
    for (const PdfRow& part : split_row(pieces, row, kFragmentGap)) fragments.push_back(make_fragment(pieces, part));
  }
  return fragments;
}

std::vector<float> gutter_positions(const std::vector<PdfFragment>& fragments) {
  std::vector<float> lefts;
  std::vector<float> rights;
  for (const PdfFragment& fragment : fragments) {
    lefts.push_back(fragment.left);
    rights.push_back(fragment.right);
  }
  std::vector<std::pair<std::size_t, float>> found;
  add_positions(lefts, found, -0.6f, true);
  add_positions(rights, found, 0.6f, false);
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (found.size() > kMaxPositions) found.resize(kMaxPositions);
  std::vector<float> positions;
  for (const auto& [count, x] : found) positions.push_back(x);
  return positions;
}

std::vector<PdfGutter> gutters_at(const std::vector<PdfFragment>& fragments, float x) {
  std::vector<std::pair<float, float>> crossing;
  for (const PdfFragment& f : fragments) {
    if (f.left < x - 0.5f && f.right > x + 0.5f) crossing.emplace_back(f.top, f.bottom);
  }
  std::sort(crossing.begin(), crossing.end());
  constexpr float kFar = 1e7f;
  crossing.emplace_back(kFar, kFar);
  std::vector<PdfGutter> gutters;
  float top = -kFar;
  for (const auto& [begin, end] : crossing) {
    std::vector<const PdfFragment*> left;
    std::vector<const PdfFragment*> right;
    // A handful of bands can hold enough lines; the scan stays linear for the rest by the gap test.
    if (begin - top > 8) {
      for (const PdfFragment& f : fragments) {
        const bool crosses = f.left < x - 0.5f && f.right > x + 0.5f;
        if (crosses || f.middle() <= top || f.middle() >= begin) continue;
        (f.middle() > top && f.right <= x + 0.5f ? left : right).push_back(&f);
      }
    }
    if (!left.empty() && !right.empty()) gutters.push_back({top, begin, make_side(std::move(left)), make_side(std::move(right))});
    top = std::max(top, end);
  }
  return gutters;
}

bool is_aligned(const PdfFragment& row, const PdfSide& side) {
  const float tolerance = 0.15f * row.size + 0.5f;
  const auto from = std::lower_bound(side.rows.begin(), side.rows.end(), row.baseline() - tolerance,
                                     [](const PdfFragment& other, float y) { return other.baseline() < y; });
  return from != side.rows.end() && from->baseline() <= row.baseline() + tolerance;
}

float aligned_share(const PdfSide& rows, const PdfSide& others) {
  if (rows.rows.empty()) return 0;
  const auto aligned = std::count_if(rows.rows.begin(), rows.rows.end(), [&](const PdfFragment& row) { return is_aligned(row, others); });
  return static_cast<float>(aligned) / static_cast<float>(rows.rows.size());
}

float date_share(const PdfSide& side) {
  if (side.rows.empty()) return 0;
  const auto dates = std::count_if(side.rows.begin(), side.rows.end(), [](const PdfFragment& row) {
    // "|" and "–" between two stacked years count with them.
    return row.letters <= 2 || (row.letters <= 22 && (row.digits >= 2 || row.digits * 2 >= row.letters));
  });
  return static_cast<float>(dates) / static_cast<float>(side.rows.size());
}

std::vector<std::vector<std::size_t>> reading_order(const std::vector<PdfPiece>& pieces,
                                                    const std::vector<std::size_t>& which) {
  std::vector<std::vector<std::size_t>> order;
  const std::vector<PdfFragment> fragments = page_fragments(pieces, which);
  if (fragments.size() > kMaxFragments) return {which};
  Splitter(order).split(fragments, 0);
  return order;
}

}  // namespace scholargraph
