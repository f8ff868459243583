// SPDX-License-Identifier: Apache-2.0
// Cells of a table stand on common baselines, so that their lines read across. That is right where a line holds a
// whole row of the table (a date, a title, a place), and garbles the text where cells are several lines high. There are
// two kinds of such tables. In one, each cell is complete in itself: three degrees side by side, a list of positions
// beside a paragraph. Its cells are read one after the other. In the other, each row is one record whose cells wrap:
// name, years, department, kind of advising. There the lines of each cell belong together, and the record is one line.
//
// Idea: a run of lines whose parts keep apart in columns, found from the first line with parts far from each other on.
// Cells are complete when every column has several lines of text and a year of its own, or when a paragraph wraps in
// one column beside many lines in the other; columns of dates, and what is set flush right, are no cells. Records need
// three columns or more with the same left edges in three rows, and lines that go on below some of the cells; a line
// that fits no cell but stands right of the first column is a remark on the record.
// Stop rule: each line is in one run at most. Cost: linear in the lines after sorting.
#include "extract/read/pdf_tables.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "base/text.h"
#include "extract/read/cell_text.h"
#include "extract/read/pdf_rows.h"

namespace scholargraph {
namespace {

/// Distances in font sizes.
constexpr float kCellGap = 1.5f;    ///< between the parts of a line that begins a run
constexpr float kColumnGap = 0.7f;  ///< between columns, all lines taken together
constexpr float kEdge = 0.6f;       ///< two lines have a common edge or middle
constexpr float kNextLine = 1.7f;   ///< a larger step between baselines is a gap
constexpr float kFarLine = 3.4f;    ///< a larger one ends a run
/// Points within which the cells of one column of records begin.
constexpr float kSameLeft = 2.0f;

constexpr std::size_t kFewestRecords = 3;
constexpr std::size_t kFewestWrapped = 2;
constexpr std::size_t kParagraphLines = 4;
/// Longer runs are no row of cells; keeps the search linear.
constexpr std::size_t kLongestRun = 120;

struct TableLine {
  PdfRow row;
  std::vector<PdfRow> parts;  ///< between wide gaps
};

std::string text_of(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which) {
  std::string text;
  for (const std::size_t index : which) {
    if (!text.empty()) text += ' ';
    text += pieces[index].text;
  }
  return text;
}

bool begins_small(std::string_view text) {
  std::size_t pos = 0;
  return !text.empty() && is_lower(next_code_point(text, pos));
}

bool is_bold(const std::vector<PdfPiece>& pieces, const PdfRow& row) {
  return std::all_of(row.pieces.begin(), row.pieces.end(), [&](std::size_t index) {
    const PdfPiece& piece = pieces[index];
    return std::any_of(piece.styles.begin(), piece.styles.end(), [&](const StyleSpan& span) {
      return (span.styles & kBold) != 0 && span.begin == 0 && span.end + 1 >= piece.text.size();
    });
  });
}

/// One column of a run of lines.
struct RunColumn : PdfBox {
  std::vector<PdfRow> parts;  ///< from top to bottom, one for each line that has any
};

/// Lines [first, last) whose parts stand in the columns.
struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  std::vector<RunColumn> columns;
};

class RunFinder {
 public:
  RunFinder(const std::vector<PdfPiece>& pieces, const std::vector<TableLine>& lines)
      : pieces_(pieces), lines_(lines) {}

  /// The run that begins with line `first`; empty when its parts do not stand in columns.
  Run find(std::size_t first) {
    Run run{first, first, {}};
    const std::size_t end = std::min(lines_.size(), first + kLongestRun);
    for (std::size_t i = first; i < end && (i == first || goes_on(run, i)); ++i) {
      if (!add(run, i)) break;
      run.last = i + 1;
    }
    return run;
  }

 private:
  [[nodiscard]] float step(std::size_t i) const {
    return (lines_[i].row.baseline() - lines_[i - 1].row.baseline()) / std::max(lines_[i].row.size, 1.0f);
  }

  [[nodiscard]] bool goes_on(const Run& run, std::size_t i) const {
    const TableLine& line = lines_[i];
    if (step(i) > kFarLine) return false;
    if (step(i) <= kNextLine) return true;
    // Behind a gap only what keeps the edges of the columns goes on, and no heading.
    if (line.parts.size() == 1 && (is_bold(pieces_, line.row) || line.row.size > 1.1f * lines_[run.first].row.size))
      return false;
    return std::all_of(line.parts.begin(), line.parts.end(), [&](const PdfRow& part) {
      return std::any_of(run.columns.begin(), run.columns.end(),
                         [&](const RunColumn& column) { return keeps_edge(column, part); });
    });
  }

  static bool keeps_edge(const RunColumn& column, const PdfRow& part) {
    const float tolerance = kEdge * part.size;
    return std::any_of(column.parts.begin(), column.parts.end(), [&](const PdfRow& other) {
      return std::abs(other.left - part.left) < tolerance ||
             std::abs(other.left + other.right - part.left - part.right) < 2 * tolerance;
    });
  }

  /// Adds the parts of line i to the columns; false when one of them stands in two columns or in none.
  bool add(Run& run, std::size_t i) const {
    if (run.columns.empty()) {
      for (const PdfRow& part : lines_[i].parts) run.columns.push_back(column_of(part));
      return apart(run.columns);
    }
    std::vector<PdfBox> extents(run.columns.begin(), run.columns.end());
    std::vector<std::size_t> found;
    for (const PdfRow& part : lines_[i].parts) {
      const std::size_t column = only_column(run.columns, part);
      if (column == run.columns.size()) return false;
      extents[column].left = std::min(extents[column].left, part.left);
      extents[column].right = std::max(extents[column].right, part.right);
      found.push_back(column);
    }
    if (!apart(extents)) return false;
    for (std::size_t k = 0; k < found.size(); ++k)
      widen(run.columns[found[k]], lines_[i].parts[k], k > 0 && found[k] == found[k - 1]);
    return true;
  }

  static RunColumn column_of(const PdfRow& part) {
    RunColumn column;
    static_cast<PdfBox&>(column) = part;
    column.parts.push_back(part);
    return column;
  }

  static void widen(RunColumn& column, const PdfRow& part, bool same_line) {
    column.left = std::min(column.left, part.left);
    column.right = std::max(column.right, part.right);
    column.bottom = std::max(column.bottom, part.bottom);
    column.size = std::max(column.size, part.size);
    if (!same_line) {
      column.parts.push_back(part);
      return;
    }
    PdfRow& before = column.parts.back();
    before.right = std::max(before.right, part.right);
    before.pieces.insert(before.pieces.end(), part.pieces.begin(), part.pieces.end());
  }

  /// The one column that the part overlaps; their number when there is none, or several.
  static std::size_t only_column(const std::vector<RunColumn>& columns, const PdfRow& part) {
    std::size_t found = columns.size();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (part.right <= columns[c].left || part.left >= columns[c].right) continue;
      if (found < columns.size()) return columns.size();
      found = c;
    }
    return found;
  }

  template <class Box>
  static bool apart(const std::vector<Box>& columns) {
    for (std::size_t c = 1; c < columns.size(); ++c) {
      if (columns[c - 1].right + kColumnGap * columns[c].size > columns[c].left) return false;
    }
    return true;
  }

  const std::vector<PdfPiece>& pieces_;
  const std::vector<TableLine>& lines_;
};

// ---- cells that are complete ----

/// The largest number of parts that have this edge in common.
std::size_t common_edge(const RunColumn& column, float PdfBox::*edge) {
  std::vector<float> edges;
  for (const PdfRow& part : column.parts) edges.push_back(part.*edge);
  std::sort(edges.begin(), edges.end());
  std::size_t most = 0;
  for (std::size_t begin = 0, end = 0; begin < edges.size(); ++begin) {
    while (end < edges.size() && edges[end] - edges[begin] < kSameLeft) ++end;
    most = std::max(most, end - begin);
  }
  return most;
}

/// Right edges in line, left edges not: set flush right, as dates and places are.
bool is_flush_right(const RunColumn& column) {
  const std::size_t all = column.parts.size();
  return 4 * common_edge(column, &PdfBox::right) >= 3 * all && 2 * common_edge(column, &PdfBox::left) <= all;
}

bool is_complete(const std::vector<PdfPiece>& pieces, const RunColumn& column) {
  CellText cell;
  for (const PdfRow& part : column.parts) cell.add(text_of(pieces, part.pieces));
  return cell.lines() >= 2 && cell.says_when_and_what();
}

/// A paragraph that wraps: many lines without a gap, some of which begin in the middle of a sentence.
bool is_paragraph(const std::vector<PdfPiece>& pieces, const RunColumn& column) {
  if (column.parts.size() < kParagraphLines) return false;
  std::size_t wrapped = 0;
  for (std::size_t i = 1; i < column.parts.size(); ++i) {
    const float step = column.parts[i].baseline() - column.parts[i - 1].baseline();
    if (step > kNextLine * column.parts[i].size) return false;
    wrapped += begins_small(text_of(pieces, column.parts[i].pieces)) ? 1 : 0;
  }
  return wrapped >= kFewestWrapped;
}

bool is_column_of_dates(const std::vector<PdfPiece>& pieces, const RunColumn& column) {
  const auto dates = std::count_if(column.parts.begin(), column.parts.end(),
                                   [&](const PdfRow& part) { return is_date_cell(text_of(pieces, part.pieces)); });
  return 3 * static_cast<std::size_t>(dates) >= column.parts.size();
}

bool cells_are_complete(const std::vector<PdfPiece>& pieces, const Run& run) {
  if (run.columns.size() < 2 || run.last - run.first < 2) return false;
  if (std::any_of(run.columns.begin(), run.columns.end(), is_flush_right)) return false;
  const auto complete = [&](const RunColumn& column) { return is_complete(pieces, column); };
  if (std::all_of(run.columns.begin(), run.columns.end(), complete)) return true;
  if (run.columns.size() != 2) return false;
  const bool left_less = run.columns[0].parts.size() < run.columns[1].parts.size();
  const RunColumn& less = run.columns[left_less ? 0 : 1];
  const RunColumn& more = run.columns[left_less ? 1 : 0];
  return is_paragraph(pieces, less) && !is_column_of_dates(pieces, more);
}

// ---- records whose cells wrap ----

class RecordTable {
 public:
  /// A table whose columns begin at `lefts`, from line `first` on.
  RecordTable(const std::vector<PdfPiece>& pieces, const std::vector<TableLine>& lines, std::size_t first,
              std::vector<float> lefts)
      : pieces_(pieces), lines_(lines), lefts_(std::move(lefts)), last_(first), dated_(lefts_.size()) {
    const std::size_t end = std::min(lines.size(), first + kLongestRun);
    while (last_ < end && take(last_)) ++last_;
  }

  [[nodiscard]] bool found() const { return records_ >= kFewestRecords && wrapped_ >= kFewestWrapped; }
  /// Enough where the columns are known from a table above: several cells of the first line are filled.
  [[nodiscard]] bool goes_on() const {
    if (records_ == 0) return false;
    const auto& cells = stretches_.front().cells;
    return std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }) >= 2;
  }
  [[nodiscard]] std::size_t last() const { return last_; }
  std::vector<PdfStretch> stretches() { return std::move(stretches_); }

 private:
  /// The column in which a piece lies, and whether it begins there.
  [[nodiscard]] std::size_t column_at(float left) const {
    std::size_t c = lefts_.size();
    while (c > 1 && left < lefts_[c - 1] - kSameLeft) --c;
    return c - 1;
  }

  /// The pieces of line i by column; nothing when they do not keep the columns.
  [[nodiscard]] std::vector<std::vector<std::size_t>> cells_of(const TableLine& line) const {
    std::vector<std::vector<std::size_t>> cells(lefts_.size());
    for (const std::size_t index : line.row.pieces) {
      const PdfPiece& piece = pieces_[index];
      const std::size_t c = column_at(piece.left);
      const bool begins = std::abs(piece.left - lefts_[c]) <= kSameLeft;
      const bool fits = c + 1 == lefts_.size() || piece.right < lefts_[c + 1] - 0.1f * piece.size;
      if ((cells[c].empty() && !begins) || !fits) return {};
      cells[c].push_back(index);
    }
    return cells;
  }

  bool take(std::size_t i) {
    const TableLine& line = lines_[i];
    const float step =
        stretches_.empty() ? 0 : (line.row.baseline() - lines_[i - 1].row.baseline()) / std::max(line.row.size, 1.0f);
    if (step > kFarLine) return false;
    std::vector<std::vector<std::size_t>> cells = cells_of(line);
    if (cells.empty()) return take_remark(line, step);
    if (begins_record(cells, step)) return open(std::move(cells));
    if (stretches_.empty() || step > kNextLine) return false;
    if (stretches_.back().kind != PdfStretch::Kind::kRecord) return take_remark(line, step);
    bool before_last = false;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      before_last = before_last || (!cells[c].empty() && c + 1 < cells.size());  // the last cell reads on by itself
      auto& cell = stretches_.back().cells[c];
      cell.insert(cell.end(), cells[c].begin(), cells[c].end());
    }
    wrapped_ += before_last ? 1 : 0;
    return true;
  }

  /// The first column says something new.
  [[nodiscard]] bool begins_record(const std::vector<std::vector<std::size_t>>& cells, float step) const {
    if (cells[0].empty()) return false;
    if (stretches_.empty() || step > kNextLine) return true;
    const auto& before = stretches_.back().cells[0];
    if (!before.empty() && pieces_[before.back()].text.ends_with('-')) return false;
    if (undated(cells) && (one_word(cells[0]) || one_word(before))) return false;
    const auto filled = std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); });
    return !begins_small(text_of(pieces_, cells[0])) && static_cast<std::size_t>(filled) + 1 >= cells.size();
  }

  [[nodiscard]] bool one_word(const std::vector<std::size_t>& cell) const {
    return !cell.empty() && text_of(pieces_, cell).find(' ') == std::string::npos;
  }

  /// A column that holds a date in every record, but for the heads of the columns, is empty.
  [[nodiscard]] bool undated(const std::vector<std::vector<std::size_t>>& cells) const {
    for (std::size_t c = 1; c < cells.size(); ++c) {
      if (cells[c].empty() && dated_[c] + 1 >= records_ && dated_[c] + 1 >= kFewestRecords) return true;
    }
    return false;
  }

  bool open(std::vector<std::vector<std::size_t>> cells) {
    for (std::size_t c = 0; c < cells.size(); ++c) dated_[c] += is_date_cell(text_of(pieces_, cells[c])) ? 1 : 0;
    stretches_.push_back({PdfStretch::Kind::kRecord, std::move(cells)});
    ++records_;
    return true;
  }

  /// A line over several columns that leaves the first one free.
  bool take_remark(const TableLine& line, float step) {
    const bool right_of_first = pieces_[line.row.pieces.front()].left >= lefts_[1] - kSameLeft;
    if (stretches_.empty() || !right_of_first || step > kNextLine) return false;
    if (stretches_.back().kind == PdfStretch::Kind::kRows) {
      auto& before = stretches_.back().cells[0];
      before.insert(before.end(), line.row.pieces.begin(), line.row.pieces.end());
    } else {
      stretches_.push_back({PdfStretch::Kind::kRows, {line.row.pieces}});
    }
    return true;
  }

  const std::vector<PdfPiece>& pieces_;
  const std::vector<TableLine>& lines_;
  std::vector<float> lefts_;
  std::vector<PdfStretch> stretches_;
  std::size_t last_ = 0;
  std::size_t records_ = 0;
  std::size_t wrapped_ = 0;  ///< lines that go on below cells before the last
  std::vector<std::size_t> dated_;  ///< by column: records with a date in it
};

std::vector<TableLine> lines_of(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which) {
  std::vector<TableLine> lines;
  for (PdfRow& row : group_rows(pieces, which)) {
    std::vector<PdfRow> parts = split_row(pieces, row, kCellGap);
    lines.push_back({std::move(row), std::move(parts)});
  }
  return lines;
}

std::vector<float> lefts_of(const std::vector<PdfRow>& parts) {
  std::vector<float> lefts;
  for (const PdfRow& part : parts) lefts.push_back(part.left);
  return lefts;
}

bool behind_gap(const std::vector<TableLine>& lines, std::size_t i) {
  return i == 0 || lines[i].row.baseline() - lines[i - 1].row.baseline() > kNextLine * lines[i].row.size;
}

void add_rows(std::vector<PdfStretch>& out, const std::vector<std::size_t>& pieces) {
  if (out.empty() || out.back().kind != PdfStretch::Kind::kRows) out.push_back({PdfStretch::Kind::kRows, {{}}});
  out.back().cells[0].insert(out.back().cells[0].end(), pieces.begin(), pieces.end());
}

void add_cells(std::vector<PdfStretch>& out, const Run& run) {
  for (const RunColumn& column : run.columns) {
    PdfStretch cell{PdfStretch::Kind::kCell, {{}}};
    for (const PdfRow& part : column.parts)
      cell.cells[0].insert(cell.cells[0].end(), part.pieces.begin(), part.pieces.end());
    out.push_back(std::move(cell));
  }
}

}  // namespace

std::vector<PdfStretch> table_stretches(const std::vector<PdfPiece>& pieces, const std::vector<std::size_t>& which) {
  const std::vector<TableLine> lines = lines_of(pieces, which);
  std::vector<PdfStretch> out;
  std::size_t no_cells = 0;    // before this line no run of cells begins, but for one behind a gap
  std::size_t no_records = 0;  // before this line no table of records begins
  std::vector<float> columns;  // where those of a table of records begin
  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].parts.size() >= 2 && (i >= no_cells || behind_gap(lines, i))) {
      const Run run = RunFinder(pieces, lines).find(i);
      if (cells_are_complete(pieces, run)) {
        add_cells(out, run);
        i = run.last;
        continue;
      }
      no_cells = std::max(no_cells, run.last);
    }
    const bool begins = lines[i].parts.size() >= 3 && i >= no_records;
    if (begins || !columns.empty()) {
      const std::vector<float> lefts = columns.empty() ? lefts_of(lines[i].parts) : columns;
      RecordTable table(pieces, lines, i, lefts);
      if (columns.empty() ? table.found() : table.goes_on()) {
        for (PdfStretch& stretch : table.stretches()) out.push_back(std::move(stretch));
        columns = lefts;
        i = table.last();
        continue;
      }
      no_records = std::max(no_records, table.last());
    }
    add_rows(out, lines[i].row.pieces);
    ++i;
  }
  return out;
}

}  // namespace scholargraph
