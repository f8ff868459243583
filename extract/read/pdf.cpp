// SPDX-License-Identifier: Apache-2.0
// PDFs place text by coordinates and can be made to crash or stall whoever reads them. pdftohtml reads them in a
// process of its own, with limits, and prints pieces of text with place, font, bold, italic and links. From
// these: page furniture goes, columns and cells of tables are put in reading order, margin labels joined, pieces
// become lines, lines become blocks. Each step has a file of its own.
#include "extract/read/pdf.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <numeric>

#include "base/child_process.h"
#include "base/text.h"
#include "extract/read/pdf_blocks.h"
#include "extract/read/pdf_columns.h"
#include "extract/read/pdf_doubles.h"
#include "extract/read/pdf_furniture.h"
#include "extract/read/pdf_labels.h"
#include "extract/read/pdf_page.h"
#include "extract/read/pdf_rows.h"
#include "extract/read/pdf_tables.h"
#include "extract/read/readers.h"

namespace scholargraph {
namespace {

/// pdftohtml rounds font sizes to whole units; the largest zoom it takes makes that a third of a point.
constexpr float kZoom = 3;
constexpr const char* kZoomText = "3";

ChildLimits limits() {
  ChildLimits limits;
  limits.wall_clock = std::chrono::seconds(20);
  limits.cpu_seconds = 15;
  limits.memory_bytes = std::uint64_t{1} << 30;
  limits.output_bytes = std::size_t{64} << 20;
  return limits;
}

double sniff(std::string_view head) {
  // Mail and web servers have put bytes before the header for ever; readers look through the first kilobyte.
  const std::size_t at = head.substr(0, 1024).find("%PDF-");
  return at == 0 ? 1.0 : at == std::string_view::npos ? 0.0 : 0.9;
}

void refuse(const InputFile& input, std::string message, std::string hint, Diagnostics& diagnostics) {
  diagnostics.push_back({input.path, 0, 0, std::move(message), std::move(hint), Severity::kError});
}

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The first line that poppler said, without its own prefix.
std::string first_error(const std::string& errors) {
  const std::vector<std::string_view> lines = split_lines(errors);
  return lines.empty() ? std::string() : sanitize_utf8(trim(lines.front()));
}

void explain(const InputFile& input, const ChildResult& result, Diagnostics& diagnostics) {
  using Outcome = ChildResult::Outcome;
  switch (result.outcome) {
    case Outcome::kMissing:
      return refuse(input, "expected the program pdftohtml to read PDF, found none on PATH", "install poppler-utils", diagnostics);
    case Outcome::kTimedOut:
      return refuse(input, "PDF took longer than 20 s to read", "print it to a new PDF, or give its text", diagnostics);
    case Outcome::kTooMuchOutput:
      return refuse(input, "PDF holds more than 64 MB of text", "split it", diagnostics);
    case Outcome::kSignalled:
      return refuse(input, "PDF made the PDF reader stop at a limit of time or memory, or crash", "print it to a new PDF, or give its text", diagnostics);
    case Outcome::kNotStarted:
      return refuse(input, "the program pdftohtml could not be started: " + result.errors, "", diagnostics);
    case Outcome::kExited: break;
  }
  if (contains(result.errors, "Incorrect password") || contains(result.errors, "encrypted"))
    return refuse(input, "PDF is encrypted with a password", "decrypt it first, for example with qpdf --decrypt", diagnostics);
  if (contains(result.errors, "Copying of text"))
    return refuse(input, "PDF does not allow its text to be copied", "ask its author for an open one", diagnostics);
  const std::string error = first_error(result.errors);
  refuse(input, "PDF is damaged" + (error.empty() ? std::string() : ": " + error), "print it to a new PDF", diagnostics);
}

std::vector<std::size_t> all_pieces(const PdfPage& page) {
  std::vector<std::size_t> all(page.pieces.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  return all;
}

PdfBox box_of(const PdfPage& page, const std::vector<std::size_t>& region) {
  PdfBox box;
  for (const std::size_t index : region) {
    const PdfPiece& piece = page.pieces[index];
    const bool first = box.right == 0;
    box.left = first ? piece.left : std::min(box.left, piece.left);
    box.right = first ? piece.right : std::max(box.right, piece.right);
    box.top = first ? piece.top : std::min(box.top, piece.top);
    box.bottom = first ? piece.bottom : std::max(box.bottom, piece.bottom);
  }
  return box;
}

/// A narrow column right of a wide one. What the wide one says goes on at the top of the next page.
bool is_sidebar(const PdfBox& box, const std::vector<PdfBox>& regions, float page_width) {
  constexpr float kNarrow = 0.34f;
  constexpr float kWide = 0.5f;
  if (box.right - box.left > kNarrow * page_width) return false;
  return std::any_of(regions.begin(), regions.end(), [&](const PdfBox& main) {
    const float common = std::min(main.bottom, box.bottom) - std::max(main.top, box.top);
    return main.right - main.left >= kWide * page_width && box.left >= main.right && common > 0.5f * (box.bottom - box.top);
  });
}

/// Writes the lines of one page in reading order, those of sidebars to `aside`.
class PageWriter {
 public:
  PageWriter(PdfPage& page, int number, MarginLabels& margin, std::vector<PdfLine>& lines, std::vector<PdfLine>& aside)
      : page_(page), number_(number), margin_(margin), lines_(lines), aside_(aside) {}

  void run() {
    const std::vector<std::vector<std::size_t>> regions = reading_order(page_.pieces, all_pieces(page_));
    std::vector<PdfBox> boxes;
    for (const std::vector<std::size_t>& region : regions) boxes.push_back(box_of(page_, region));
    for (std::size_t k = 0; k < regions.size(); ++k) {
      out_ = is_sidebar(boxes[k], boxes, page_.width) ? &aside_ : &lines_;
      const int column = ++columns_;
      for (PdfStretch& stretch : table_stretches(page_.pieces, regions[k])) {
        if (stretch.kind == PdfStretch::Kind::kRecord)
          add(make_record(page_.pieces, stretch.cells), column);
        else
          add_rows(stretch.cells.front(), stretch.kind == PdfStretch::Kind::kCell ? ++columns_ : column);
      }
    }
  }

 private:
  void add_rows(std::vector<std::size_t>& which, int column) {
    join_labels(page_.pieces, which, margin_);
    for (const PdfRow& row : group_rows(page_.pieces, which)) add(make_line(page_.pieces, row), column);
  }

  void add(PdfLine line, int column) {
    ++line_number_;
    if (line.text.empty()) return;
    line.page = number_;
    line.number = line_number_;
    line.column = column;
    out_->push_back(std::move(line));
  }

  PdfPage& page_;
  int number_;
  MarginLabels& margin_;
  std::vector<PdfLine>& lines_;
  std::vector<PdfLine>& aside_;
  std::vector<PdfLine>* out_ = nullptr;  ///< one of these two
  int line_number_ = 0;
  int columns_ = 0;
};

std::string quantity(int count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void remark_on_pages(const InputFile& input, const LayoutDocument& document, Diagnostics& diagnostics) {
  if (document.pages == 0) {
    refuse(input, "PDF has no pages", "", diagnostics);
  } else if (document.pages_without_text == document.pages) {
    refuse(input, quantity(document.pages, "page") + " without a text layer: the PDF seems to be scanned",
           "run OCR on it first, for example with ocrmypdf", diagnostics);
  } else if (document.pages_without_text > 0) {
    diagnostics.push_back({input.path, 0, 0, quantity(document.pages_without_text, "page") + " of " + std::to_string(document.pages) + " without a text layer",
                           "run OCR on it first if they matter", Severity::kNote});
  }
}

}  // namespace

LayoutDocument layout_of_pdf_xml(std::string_view xml, float zoom) {
  std::vector<PdfPage> pages = parse_pdf_pages(xml, zoom);
  for (PdfPage& page : pages) join_doubled_letters(page);
  LayoutDocument document;
  document.pages = static_cast<int>(pages.size());
  for (const PdfPage& page : pages) document.pages_without_text += page.pieces.empty() ? 1 : 0;
  remove_furniture(pages);
  std::vector<PdfLine> lines;
  std::vector<PdfLine> aside;
  MarginLabels margin;
  for (std::size_t i = 0; i < pages.size(); ++i) PageWriter(pages[i], static_cast<int>(i) + 1, margin, lines, aside).run();
  std::move(aside.begin(), aside.end(), std::back_inserter(lines));
  document.blocks = make_blocks(lines);
  return document;
}

LayoutDocument read_pdf(const InputFile& input, Diagnostics& diagnostics) {
  const ChildResult result = run_child({"pdftohtml", "-xml", "-i", "-hidden", "-noroundcoord", "-fontfullname", "-zoom", kZoomText,
                                        "-enc", "UTF-8", "-stdout", "/dev/stdin"}, input.bytes, limits());
  const bool ended_well = result.outcome == ChildResult::Outcome::kExited && result.exit_code == 0;
  if (!ended_well || !contains(result.output, "<page")) {
    explain(input, result, diagnostics);
    return {};
  }
  LayoutDocument document = layout_of_pdf_xml(result.output, kZoom);
  remark_on_pages(input, document, diagnostics);
  return document;
}

const DocumentFormat kPdfFormat = {"pdf", "PDF, by way of poppler's pdftohtml", {".pdf"}, sniff, read_pdf};

}  // namespace scholargraph
