// SPDX-License-Identifier: Apache-2.0
// One document: detect the format, read it, understand it, say how well that went.
#include "extract/extract.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "extract/extract_mask.h"

namespace scholargraph {
namespace {

void measure(const LayoutDocument& layout, DocumentQuality& quality) {
  quality.pages = layout.pages;
  for (const Block& block : layout.blocks) quality.characters += utf8_length(block.text);
  if (layout.pages > 0) quality.text_share = 1.0 - static_cast<double>(layout.pages_without_text) / layout.pages;
}

std::string plural(int count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string quality_note(const DocumentQuality& quality) {
  std::string note;
  if (quality.pages > 0) note = plural(quality.pages, "page") + ", ";
  if (quality.characters == 0) return note + (quality.pages > 0 ? "no text layer: scanned?" : "no text");
  if (quality.text_share < 1.0) {
    const int bare = static_cast<int>((1.0 - quality.text_share) * quality.pages + 0.5);
    note += std::to_string(bare) + " without text, ";
  }
  note += std::to_string(quality.characters) + " characters";
  if (!quality.is_cv) note += ", no CV recognised";
  return note;
}

/// The lines that evidence can quote: all that belong to a record would do, but which ones is not known here.
std::vector<PrintedLine> printed_lines(const LayoutDocument& layout) {
  std::vector<PrintedLine> lines;
  for (const Block& block : layout.blocks) {
    for (std::size_t l = 0; l < block.lines.size(); ++l) {
      const std::size_t begin = std::min<std::size_t>(block.lines[l].begin, block.text.size());
      const std::size_t end = l + 1 < block.lines.size() ? std::min<std::size_t>(block.lines[l + 1].begin, block.text.size()) : block.text.size();
      const std::string text = collapse_spaces(std::string_view(block.text).substr(begin, end > begin ? end - begin : 0));
      if (!text.empty()) lines.push_back({block.lines[l].page, block.lines[l].line, mask_contact_data(text)});
    }
  }
  std::stable_sort(lines.begin(), lines.end(), [](const PrintedLine& a, const PrintedLine& b) {
    return std::pair(a.page, a.line) < std::pair(b.page, b.line);
  });
  return lines;
}

}  // namespace

DocumentRecord extract_document(const InputFile& input) {
  DocumentRecord record;
  record.path = input.path;
  record.hash = to_hex(content_hash(input.bytes));
  const DocumentFormat* format = detect_format(input, record.diagnostics);
  if (format == nullptr) {
    record.quality.is_cv = false;
    record.quality.note = "not readable";
    return record;
  }
  record.format = format->name;
  const LayoutDocument layout = format->read(input, record.diagnostics);
  measure(layout, record.quality);
  record.cv = understand_cv(layout, record.quality, record.diagnostics);
  for (Diagnostic& diagnostic : record.diagnostics) {
    if (diagnostic.file.empty()) diagnostic.file = input.path;
  }
  record.quality.note = quality_note(record.quality);
  record.lines = printed_lines(layout);
  return record;
}

}  // namespace scholargraph
