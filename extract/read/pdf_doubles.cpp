// SPDX-License-Identifier: Apache-2.0
// A printer without a bold font draws each letter twice, a little apart, and poppler reports both. No language has words
// of pairs alone, so a run of overlapping pieces that consists of pairs is such a print. One clear run on a page
// makes the shorter ones believable. Each run is looked at once: linear in the text but for runs of many pieces.
#include "extract/read/pdf_doubles.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace scholargraph {
namespace {

/// Pieces that one printed line of bold is broken into at most.
constexpr std::size_t kMostPieces = 24;
constexpr std::size_t kClearLetters = 4;
constexpr std::size_t kShortLetters = 2;

/// Letters of the halved text, and whether they differ.
struct Letters {
  std::size_t count = 0;
  bool differ = false;
};

Letters letters_of(std::string_view text) {
  Letters out;
  char32_t first = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    if (!is_letter(c)) continue;
    ++out.count;
    if (first == 0) first = c;
    out.differ = out.differ || c != first;
  }
  return out;
}

bool goes_on(const PdfPiece& before, const PdfPiece& next) {
  const bool beside = std::abs(before.middle() - next.middle()) < 0.2f * before.size;
  return beside && before.size == next.size && next.left >= before.left && next.left < before.right + 0.3f * before.size;
}

struct Run {
  std::size_t end = 0;  ///< behind the last piece; 0: none
  std::string text;
};

/// The longest run of pieces from `begin` that is all pairs.
Run doubled_run(const std::vector<PdfPiece>& pieces, std::size_t begin, std::size_t least) {
  Run best;
  std::string text;
  for (std::size_t i = begin; i < std::min(pieces.size(), begin + kMostPieces); ++i) {
    if (i > begin && !goes_on(pieces[i - 1], pieces[i])) break;
    if (i > begin && (pieces[i].blank_before || pieces[i - 1].blank_after)) text += ' ';
    text += pieces[i].text;
    std::string halved = halve_doubled(text);
    const Letters letters = letters_of(halved);
    if (letters.count >= least && letters.differ) best = {i + 1, std::move(halved)};
  }
  return best;
}

PdfPiece joined(const std::vector<PdfPiece>& pieces, std::size_t begin, const Run& run) {
  PdfPiece piece = pieces[begin];
  piece.text = run.text;
  piece.blank_after = pieces[run.end - 1].blank_after;
  const auto size = static_cast<std::uint32_t>(piece.text.size());
  std::uint8_t styles = kBold;
  std::string target;
  for (std::size_t i = begin; i < run.end; ++i) {
    piece.right = std::max(piece.right, pieces[i].right);
    for (const StyleSpan& span : pieces[i].styles) {
      styles |= span.styles;
      if (target.empty()) target = span.target;
    }
  }
  piece.styles = {{0, size, static_cast<std::uint8_t>(styles & ~kLink), {}}};
  if (!target.empty()) piece.styles.push_back({0, size, kLink, target});
  return piece;
}

}  // namespace

std::string halve_doubled(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t first = next_code_point(text, pos);
    if (is_space(first)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
      continue;
    }
    if (pos == text.size() || next_code_point(text, pos) != first) return {};
    append_utf8(out, first);
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void join_doubled_letters(PdfPage& page) {
  std::vector<PdfPiece>& pieces = page.pieces;
  bool clear = false;
  for (std::size_t i = 0; i < pieces.size() && !clear; ++i) clear = doubled_run(pieces, i, kClearLetters).end != 0;
  if (!clear) return;
  std::vector<PdfPiece> out;
  for (std::size_t i = 0; i < pieces.size();) {
    const Run run = doubled_run(pieces, i, kShortLetters);
    out.push_back(run.end == 0 ? pieces[i] : joined(pieces, i, run));
    i = run.end == 0 ? i + 1 : run.end;
  }
  pieces = std::move(out);
}

}  // namespace scholargraph
