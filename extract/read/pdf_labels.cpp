// SPDX-License-Identifier: Apache-2.0
#include "extract/read/pdf_labels.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>

#include "base/text.h"
#include "extract/read/pdf_columns.h"

namespace scholargraph {
namespace {

/// A label column takes at most this share of the region's width.
constexpr float kMaxWidth = 0.34f;
constexpr float kMinGap = 0.6f;
/// Dates stand closer to their entries than names do.
constexpr float kMinDateGap = 0.3f;
constexpr std::size_t kMinDates = 3;
/// At least this share of the labels are dates.
constexpr float kDateShare = 0.6f;
/// Lines of entries beside each section name, on average.
constexpr float kLinesPerSection = 2.5f;

struct LabelColumn {
  std::vector<PdfGutter> gutters;
  std::size_t rows = 0;
};

std::string row_text(const std::vector<PdfPiece>& pieces, const PdfFragment& row) {
  std::string text;
  for (const std::size_t index : row.pieces) {
    if (!text.empty()) text += ' ';
    text += pieces[index].text;
  }
  return text;
}

bool holds_year(std::string_view text) {
  for (std::size_t at = text.find_first_of("12"); at != std::string_view::npos; at = text.find_first_of("12", at + 1)) {
    const std::string_view century = text.substr(at, 2);
    const bool four = text.find_first_not_of("0123456789", at) == std::min(at + 4, text.size()) || text.size() == at + 4;
    if ((century == "19" || century == "20") && four && text.size() >= at + 4) return true;
  }
  return false;
}

/// Years, not the numbers of a list.
bool are_years(const std::vector<PdfPiece>& pieces, const PdfSide& labels) {
  const auto dated = std::count_if(labels.rows.begin(), labels.rows.end(), [&](const PdfFragment& row) { return holds_year(row_text(pieces, row)); });
  return labels.rows.size() >= kMinDates && 2 * static_cast<std::size_t>(dated) >= labels.rows.size();
}

bool is_label_side(const std::vector<PdfPiece>& pieces, const PdfGutter& gutter, float region_width) {
  const PdfSide& labels = gutter.left;
  if (labels.right - labels.left > kMaxWidth * region_width) return false;
  const bool dates = date_share(labels) >= kDateShare;
  const float gap = dates && are_years(pieces, labels) ? kMinDateGap : kMinGap;
  if (gutter.width() < gap * labels.rows.front().size) return false;
  if (2 * gutter.right.rows.size() < labels.rows.size()) return false;
  return dates || aligned_share(labels, gutter.right) >= 0.5f;
}

LabelColumn find_labels(const std::vector<PdfPiece>& pieces, const std::vector<PdfFragment>& fragments) {
  float left = fragments.front().left;
  float right = fragments.front().right;
  for (const PdfFragment& fragment : fragments) {
    left = std::min(left, fragment.left);
    right = std::max(right, fragment.right);
  }
  LabelColumn best;
  for (const float x : gutter_positions(fragments)) {
    if (x > left + (kMaxWidth + 0.1f) * (right - left)) continue;
    LabelColumn column;
    for (PdfGutter& gutter : gutters_at(fragments, x)) {
      if (!is_label_side(pieces, gutter, right - left)) continue;
      column.rows += gutter.left.rows.size();
      column.gutters.push_back(std::move(gutter));
    }
    if (column.rows > best.rows) best = std::move(column);
  }
  return best;
}

bool wants_more(std::string_view text) {
  for (const std::string_view end : {"-", "–", "—", ",", "/", "&", " and", " to", " bis", " et", " y", " e", "|"}) {
    if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) return true;
  }
  return false;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.substr(0, 2) == "19" || text.substr(0, 2) == "20") && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "2018 –": the whole of an open period when another one follows.
bool is_open_year(std::string_view text) { return text.size() > 4 && text.size() <= 8 && is_year(text.substr(0, 4)) && wants_more(text); }

/// "2013 – 2018", "2018 –".
bool is_period(std::string_view text) {
  return is_open_year(text) || (text.size() > 8 && is_year(text.substr(0, 4)) && is_year(text.substr(text.size() - 4)));
}

bool is_bar(std::string_view text) { return text == "|" || text == "│" || text == "–" || text == "—" || text == "-"; }

class Joiner {
 public:
  Joiner(std::vector<PdfPiece>& pieces, std::set<std::size_t>& gone) : pieces_(pieces), gone_(gone) {}

  /// Joins the lines of the labels of one gutter. Returns the first piece of every label that is left.
  std::vector<std::size_t> join(const PdfGutter& gutter) {
    std::vector<std::size_t> labels;
    const PdfFragment* last = nullptr;
    for (const PdfFragment& row : gutter.left.rows) {
      const std::string text = row_text(pieces_, row);
      if (last != nullptr && continues(*last, pieces_[labels.back()].text, row, text, gutter.right)) {
        append(labels.back(), row, text);
      } else {
        labels.push_back(keep(row, text));
      }
      last = &row;
    }
    return labels;
  }

 private:
  static bool continues(const PdfFragment& last, const std::string& label, const PdfFragment& row, const std::string& text,
                        const PdfSide& entries) {
    const float step = (row.baseline() - last.baseline()) / std::max(row.size, 1.0f);
    if (step > 3.2f) return false;
    if (is_open_year(label) && is_period(text)) return false;
    if (is_bar(text) || is_bar(label) || wants_more(label)) return true;
    // "Feb–Mar" over "2016".
    if (is_year(text) && !has_digit(label) && step < 1.7f) return true;
    if (is_aligned(row, entries)) return false;
    // A lone year below a lone year: the two ends of one period, set over each other.
    return step < 1.7f || (has_digit(text) && text.size() <= 10 && label.size() <= 10);
  }

  std::size_t keep(const PdfFragment& row, const std::string& text) {
    PdfPiece& first = pieces_[row.pieces.front()];
    if (row.pieces.size() > 1) {
      first.text = text;
      first.right = row.right;
      first.styles.clear();
      for (std::size_t i = 1; i < row.pieces.size(); ++i) gone_.insert(row.pieces[i]);
    }
    return row.pieces.front();
  }

  void append(std::size_t label, const PdfFragment& row, const std::string& text) {
    PdfPiece& piece = pieces_[label];
    const bool stacked = has_digit(text) && has_digit(piece.text) && text.size() <= 10 && piece.text.size() <= 12 && !wants_more_text(piece.text);
    if (is_bar(text)) piece.text += " |";
    else if (wants_more_bar(piece.text)) piece.text = text + " – " + piece.text.substr(0, piece.text.size() - 2);
    else if (stacked) piece.text = text + " – " + piece.text;
    else piece.text = joined_words(std::move(piece.text), text);
    piece.right = std::max(piece.right, row.right);
    const auto size = static_cast<std::uint32_t>(piece.text.size());
    for (StyleSpan& span : piece.styles) {
      span.begin = 0;
      span.end = size;
    }
    piece.gap_after = true;
    for (const std::size_t index : row.pieces) gone_.insert(index);
  }

  /// "Anna Berg-" over "Torve" keeps its hyphen, "Anna Tor-" over "vesen" was one word.
  static std::string joined_words(std::string before, const std::string& next) {
    const bool hyphen = before.size() > 1 && before.back() == '-' && std::isalpha(static_cast<unsigned char>(before[before.size() - 2])) != 0;
    if (!hyphen) return before + " " + next;
    std::size_t pos = 0;
    if (is_lower(next_code_point(next, pos))) before.pop_back();
    return before + next;
  }

  static bool wants_more_bar(std::string_view text) { return text.size() > 2 && text.substr(text.size() - 2) == " |"; }
  static bool wants_more_text(std::string_view text) { return wants_more(text) && !wants_more_bar(text); }

  std::vector<PdfPiece>& pieces_;
  std::set<std::size_t>& gone_;
};

bool begins_with_year(std::string_view text) {
  const bool century = text.substr(0, 2) == "19" || text.substr(0, 2) == "20";
  return century && text.size() >= 4 && text.find_first_not_of("0123456789") >= 4;
}

/// Rows that begin with a year.
std::size_t dated_rows(const std::vector<PdfPiece>& pieces, const PdfSide& side) {
  return static_cast<std::size_t>(std::count_if(side.rows.begin(), side.rows.end(), [&](const PdfFragment& row) {
    const auto first = std::min_element(row.pieces.begin(), row.pieces.end(),
                                        [&](std::size_t a, std::size_t b) { return pieces[a].left < pieces[b].left; });
    return first != row.pieces.end() && begins_with_year(pieces[*first].text);
  }));
}

/// A table of people: one year beside each name. Sections have several dated entries, or none.
bool is_table(std::size_t labels, std::size_t dated) {
  return labels >= 4 && 10 * dated >= 6 * labels && 10 * dated <= 12 * labels;
}

/// Names of sections: hardly a digit, no "Name:", and many lines beside each.
bool are_sections(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& labels, std::size_t entry_rows,
                  const MarginLabels& margin) {
  std::size_t plain = 0;
  float left = pieces[labels.front()].left;
  for (const std::size_t index : labels) {
    const std::string& text = pieces[index].text;
    left = std::min(left, pieces[index].left);
    if (!has_digit(text) && text.back() != ':' && text.size() >= 4) ++plain;
  }
  if (5 * plain < 4 * labels.size()) return false;
  const bool known = margin.left >= 0 && std::abs(left - margin.left) < 4;
  return known || (labels.size() >= 3 && static_cast<float>(entry_rows) >= kLinesPerSection * static_cast<float>(labels.size()));
}

}  // namespace

void join_labels(std::vector<PdfPiece>& pieces, std::vector<std::size_t>& which, MarginLabels& margin) {
  const std::vector<PdfFragment> fragments = page_fragments(pieces, which);
  if (fragments.size() < 4 || fragments.size() > 1500) return;
  const LabelColumn column = find_labels(pieces, fragments);
  if (column.gutters.empty()) return;
  std::set<std::size_t> gone;
  std::vector<std::size_t> labels;
  std::size_t entry_rows = 0;
  std::size_t dated = 0;
  Joiner joiner(pieces, gone);
  for (const PdfGutter& gutter : column.gutters) {
    const bool years = are_years(pieces, gutter.left) && date_share(gutter.left) >= kDateShare;
    const std::vector<std::size_t> some = joiner.join(gutter);
    for (const std::size_t index : some) pieces[index].gap_after = pieces[index].gap_after || years;
    labels.insert(labels.end(), some.begin(), some.end());
    entry_rows += gutter.right.rows.size();
    dated += dated_rows(pieces, gutter.right);
  }
  if (!is_table(labels.size(), dated) && are_sections(pieces, labels, entry_rows, margin)) {
    margin.left = pieces[labels.front()].left;
    for (const std::size_t index : labels) pieces[index].is_label = true;
  }
  which.erase(std::remove_if(which.begin(), which.end(), [&](std::size_t index) { return gone.count(index) > 0; }), which.end());
}

}  // namespace scholargraph
