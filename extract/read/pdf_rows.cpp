// SPDX-License-Identifier: Apache-2.0
#include "extract/read/pdf_rows.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "extract/read/list_marker.h"
#include "extract/read/pdf_glyphs.h"

namespace scholargraph {
namespace {

/// Share of the smaller height that must lie beside the other piece.
constexpr float kSameRow = 0.6f;
/// A gap wider than this many font sizes is a visible one.
constexpr float kTabGap = 1.5f;
/// A gap wider than this many font sizes is a blank between words.
constexpr float kWordGap = 0.12f;
/// Rows looked back at for one that a piece belongs to.
constexpr std::size_t kOpenRows = 4;

float overlap_share(const PdfBox& a, float top, float bottom) {
  const float common = std::min(a.bottom, bottom) - std::max(a.top, top);
  const float smaller = std::min(a.bottom - a.top, bottom - top);
  return smaller > 0 ? common / smaller : 0;
}

PdfRow* row_of(std::vector<PdfRow>& rows, std::vector<PdfBox>& cores, const PdfPiece& piece) {
  PdfRow* best = nullptr;
  float best_share = kSameRow;
  const std::size_t first = rows.size() > kOpenRows ? rows.size() - kOpenRows : 0;
  for (std::size_t i = first; i < rows.size(); ++i) {
    const float share = overlap_share(cores[i], piece.top, piece.bottom);
    if (share < best_share) continue;
    best_share = share;
    best = &rows[i];
  }
  return best;
}

/// All words of a justified line that is stretched over the column: gaps are wide and nearly equal.
bool is_stretched(const std::vector<PdfPiece>& pieces, const PdfRow& row) {
  float narrowest = 1e9f;
  float widest = 0;
  std::size_t wide = 0;
  for (std::size_t i = 0; i < row.pieces.size(); ++i) {
    const PdfPiece& piece = pieces[row.pieces[i]];
    if (piece.text.find(' ') != std::string::npos) return false;
    if (i == 0) continue;
    const float gap = piece.left - pieces[row.pieces[i - 1]].right;
    narrowest = std::min(narrowest, gap);
    widest = std::max(widest, gap);
    if (gap > 0.8f * row.size) ++wide;
  }
  return wide >= 3 && widest < 1.7f * narrowest;
}

/// "Title ........ 2014": a leader is a visible gap.
bool is_leader(std::string_view text) {
  std::size_t dots = 0;
  for (const char c : text) {
    if (c != '.' && c != ' ') return false;
    dots += c == '.' ? 1 : 0;
  }
  return dots >= 3;
}

bool is_marker(std::string_view text) {
  if (text.size() > 12) return false;
  const std::string line = std::string(text) + " x";
  const ListMarker marker = list_marker(line);
  return marker.kind != MarkerKind::kNone && marker.length == line.size() - 1;
}

class LineWriter {
 public:
  LineWriter(const std::vector<PdfPiece>& pieces, const PdfRow& row)
      : row_(row), stretched_(is_stretched(pieces, row)) {}

  void add(const PdfPiece& piece) {
    if (is_shadow(piece)) return;
    PdfPiece copy;
    const PdfPiece* source = &piece;
    const float gap = last_ == nullptr ? 0 : piece.left - last_->right;
    if (last_ != nullptr && gap < 0.25f * row_.size && !last_->gap_after) {
      copy = piece;
      const std::size_t before = line.text.size();
      join_accent(line.text, copy.text);
      accent_ = line.text.size() != before;
      if (accent_) shift_styles(copy, piece.text.size());
      source = &copy;
    }
    separate(piece, gap);
    append(*source);
    last_ = &piece;
    sizes_[piece.size] += piece.text.size();
  }

  PdfLine finish() {
    static_cast<PdfBox&>(line) = row_;
    std::size_t most = 0;
    for (const auto& [size, letters] : sizes_) {
      if (letters < most) continue;
      most = letters;
      line.font_size = size;
    }
    while (!line.text.empty() && (line.text.back() == ' ' || line.text.back() == '\t')) line.text.pop_back();
    for (StyleSpan& span : line.styles) {
      span.end = std::min(span.end, static_cast<std::uint32_t>(line.text.size()));
      span.begin = std::min(span.begin, span.end);
    }
    return std::move(line);
  }

 private:
  /// The same letters again at the same place: a drawn shadow or a bold made of two prints.
  [[nodiscard]] bool is_shadow(const PdfPiece& piece) const {
    return last_ != nullptr && piece.text == last_->text && piece.left < last_->left + 0.3f * piece.size;
  }

  static void shift_styles(PdfPiece& piece, std::size_t old_size) {
    const auto grown = static_cast<std::uint32_t>(piece.text.size() - old_size);
    for (StyleSpan& span : piece.styles) {
      if (span.begin > 0) span.begin += grown;
      span.end += grown;
    }
  }

  void separate(const PdfPiece& piece, float gap) {
    if (last_ == nullptr || accent_) {
      accent_ = false;
      return;
    }
    const bool behind_marker = line.text.size() == last_->text.size() && is_marker(last_->text);
    const bool visible = last_->gap_after || (gap > kTabGap * row_.size && !stretched_ && !behind_marker);
    const bool blank = gap > kWordGap * row_.size || piece.blank_before || last_->blank_after;
    if (visible && !line.text.empty()) line.text += '\t';
    else if (blank && !line.text.empty() && line.text.back() != '\t') line.text += ' ';
  }

  void append(const PdfPiece& piece) {
    if (is_leader(piece.text)) {
      if (!line.text.empty() && line.text.back() != '\t') {
        while (!line.text.empty() && line.text.back() == ' ') line.text.pop_back();
        line.text += '\t';
      }
      return;
    }
    const auto offset = static_cast<std::uint32_t>(line.text.size());
    line.text += piece.text;
    for (const StyleSpan& span : piece.styles) add_style(span, offset);
  }

  /// Adjacent spans of one style are one span, so that "bold bold" is bold throughout.
  void add_style(const StyleSpan& span, std::uint32_t offset) {
    const std::uint32_t begin = span.begin + offset;
    for (StyleSpan& before : line.styles) {
      const bool touches = before.end <= begin && before.end + 1 >= begin;
      if (touches && before.styles == span.styles && before.target == span.target) {
        before.end = span.end + offset;
        return;
      }
    }
    line.styles.push_back({begin, span.end + offset, span.styles, span.target});
  }

  PdfLine line;
  const PdfRow& row_;
  bool stretched_;
  bool accent_ = false;
  const PdfPiece* last_ = nullptr;
  std::map<float, std::size_t> sizes_;
};

/// Joins a line of a cell to those before it. Gaps inside a cell are those of a stretched line.
void append_line(PdfLine& record, PdfLine line) {
  std::replace(line.text.begin(), line.text.end(), '\t', ' ');
  std::string& text = record.text;
  std::size_t pos = 0;
  if (text.size() > 1 && text.back() == '-' && is_ascii_letter(text[text.size() - 2])) {
    if (is_lower(next_code_point(line.text, pos))) text.pop_back();
  } else if (!text.empty() && text.back() != '\t') {
    text += ' ';
  }
  const auto offset = static_cast<std::uint32_t>(text.size());
  for (const StyleSpan& span : line.styles)
    record.styles.push_back({span.begin + offset, span.end + offset, span.styles, span.target});
  text += line.text;
}

void extend(PdfLine& record, const PdfLine& line, bool begun) {
  if (!begun) {
    static_cast<PdfBox&>(record) = line;
    record.font_size = line.font_size;
    return;
  }
  record.left = std::min(record.left, line.left);
  record.right = std::max(record.right, line.right);
  record.top = std::min(record.top, line.top);
  record.bottom = std::max(record.bottom, line.bottom);
}

}  // namespace

void PdfBox::include(const PdfPiece& piece) {
  if (size == 0 && right == 0) {
    left = piece.left;
    top = piece.top;
    right = piece.right;
    bottom = piece.bottom;
    size = piece.size;
    return;
  }
  left = std::min(left, piece.left);
  right = std::max(right, piece.right);
  // The box of a row is that of its largest font; raised and lowered signs do not stretch it.
  if (piece.size > size) {
    top = piece.top;
    bottom = piece.bottom;
    size = piece.size;
  }
}

std::vector<PdfRow> group_rows(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which) {
  std::vector<std::size_t> order = which;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return pieces[a].middle() < pieces[b].middle(); });
  std::vector<PdfRow> rows;
  std::vector<PdfBox> cores;
  for (const std::size_t index : order) {
    const PdfPiece& piece = pieces[index];
    PdfRow* row = piece.is_label ? nullptr : row_of(rows, cores, piece);
    if (row == nullptr) {
      rows.emplace_back();
      cores.emplace_back();
      row = &rows.back();
    }
    row->include(piece);
    row->pieces.push_back(index);
    cores[static_cast<std::size_t>(row - rows.data())] = *row;
    if (piece.is_label) cores.back().top = cores.back().bottom;  // Nothing joins a label.
  }
  for (PdfRow& row : rows) {
    std::stable_sort(row.pieces.begin(), row.pieces.end(), [&](std::size_t a, std::size_t b) { return pieces[a].left < pieces[b].left; });
  }
  std::stable_sort(rows.begin(), rows.end(), [&](const PdfRow& a, const PdfRow& b) {
    const bool a_label = pieces[a.pieces.front()].is_label;
    const bool b_label = pieces[b.pieces.front()].is_label;
    // A label comes before the row that it stands beside.
    const float a_key = a.middle() - (a_label ? a.size : 0);
    const float b_key = b.middle() - (b_label ? b.size : 0);
    return a_key < b_key;
  });
  return rows;
}

std::vector<PdfRow> split_row(const std::vector<PdfPiece>& pieces, const PdfRow& row, float gap) {
  std::vector<PdfRow> parts;
  for (const std::size_t index : row.pieces) {
    const PdfPiece& piece = pieces[index];
    if (parts.empty() || piece.left - parts.back().right > gap * std::max(piece.size, parts.back().size)) parts.emplace_back();
    parts.back().include(piece);
    parts.back().pieces.push_back(index);
  }
  return parts;
}

PdfLine make_line(const std::vector<PdfPiece>& pieces, const PdfRow& row) {
  LineWriter writer(pieces, row);
  for (const std::size_t index : row.pieces) writer.add(pieces[index]);
  PdfLine line = writer.finish();
  line.is_label = pieces[row.pieces.front()].is_label;
  return line;
}

PdfLine make_record(const std::vector<PdfPiece>& pieces, const std::vector<std::vector<std::size_t>>& cells) {
  PdfLine record;
  record.is_record = true;
  bool begun = false;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    if (c > 0) record.text += '\t';
    for (const PdfRow& row : group_rows(pieces, cells[c])) {
      PdfLine line = make_line(pieces, row);
      if (line.text.empty()) continue;
      extend(record, line, begun);
      append_line(record, std::move(line));
      begun = true;
    }
  }
  return record;
}

}  // namespace scholargraph
