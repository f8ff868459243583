// SPDX-License-Identifier: Apache-2.0
#include "extract/format.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "extract/read/encoding.h"
#include "extract/read/readers.h"

namespace scholargraph {

namespace {

constexpr std::size_t kHeadBytes = std::size_t{64} << 10;
/// What the right suffix adds to the sureness of the content: enough to decide between plain text and a format
/// that the text shows a little of, not enough to call a PDF text.
constexpr double kSuffixBonus = 0.25;

struct Magic {
  std::string_view bytes;
  std::string_view name;
};

std::string_view known_binary(std::string_view head) {
  using namespace std::string_view_literals;
  static constexpr std::array<Magic, 16> kMagic = {{{"\x89PNG"sv, "a PNG image"},
                                                    {"\xFF\xD8\xFF"sv, "a JPEG image"},
                                                    {"GIF8"sv, "a GIF image"},
                                                    {"\x1F\x8B"sv, "a gzip archive"},
                                                    {"BZh"sv, "a bzip2 archive"},
                                                    {"\xFD"
                                                     "7zXZ"sv,
                                                     "an xz archive"},
                                                    {"\x28\xB5\x2F\xFD"sv, "a zstd archive"},
                                                    {"7z\xBC\xAF"sv, "a 7z archive"},
                                                    {"Rar!"sv, "a RAR archive"},
                                                    {"PK\x03\x04"sv, "a zip archive that is no DOCX document"},
                                                    {"\xD0\xCF\x11\xE0"sv, "an old Word, Excel or PowerPoint file"},
                                                    {"\x7F"
                                                     "ELF"sv,
                                                     "a program"},
                                                    {"SQLite format 3"sv, "an SQLite database"},
                                                    {"{\\rtf"sv, "an RTF document"},
                                                    {"II*\0"sv, "a TIFF image"},
                                                    {"MM\0*"sv, "a TIFF image"}}};
  for (const auto& magic : kMagic)
    if (head.substr(0, magic.bytes.size()) == magic.bytes) return magic.name;
  return {};
}

/// Data that is text but no document: JSON, or XML whose first element is not <html>. Empty for anything else.
std::string_view known_data(std::string_view head) {
  std::string_view text = trim(head.starts_with("\xEF\xBB\xBF") ? head.substr(3) : head);
  if (text.size() < 2) return {};
  if (text[0] == '{' || text[0] == '[') {
    const std::string_view inside = trim(text.substr(1, 64));
    const std::string_view starts = text[0] == '{' ? "\"}" : "{";
    return !inside.empty() && starts.find(inside[0]) != std::string_view::npos ? "JSON of no known source" : "";
  }
  if (!text.starts_with("<?xml")) return {};
  const std::string lower = to_lower(text.substr(0, 2048));
  return lower.find("<html") == std::string::npos ? "XML of no known source" : "";
}

bool has_suffix(std::string_view path, const DocumentFormat& format) {
  return std::any_of(format.suffixes.begin(), format.suffixes.end(), [&](std::string_view suffix) {
    return path.size() >= suffix.size() && equals_ignore_case(path.substr(path.size() - suffix.size()), suffix);
  });
}

std::string readable_formats() {
  std::vector<std::string> names;
  for (const auto* format : document_formats()) names.emplace_back(format->name);
  return "readable formats: " + join(names, ", ");
}

void refuse(const InputFile& input, std::string_view found, std::string hint, Diagnostics& diagnostics) {
  diagnostics.push_back(
      {input.path, 0, 0, "expected a document, found " + std::string(found), std::move(hint), Severity::kError});
}

bool is_blank(std::string_view bytes) {
  return bytes.find_first_not_of(std::string_view(" \t\n\v\f\r\0", 7)) == std::string_view::npos;
}

}  // namespace

const std::vector<const DocumentFormat*>& document_formats() {
#define SCHOLARGRAPH_FORMAT(NAME) &k##NAME##Format,
  static const std::vector<const DocumentFormat*> formats = {
#include "extract/formats.def"
  };
#undef SCHOLARGRAPH_FORMAT
  return formats;
}

const DocumentFormat* detect_format(const InputFile& input, Diagnostics& diagnostics) {
  const auto head = input.bytes.substr(0, kHeadBytes);
  if (input.bytes.empty()) {
    refuse(input, "an empty file", "remove it from the inputs", diagnostics);
    return nullptr;
  }
  const DocumentFormat* best = nullptr;
  double best_score = 0;
  for (const auto* format : document_formats()) {
    const double content = format->sniff(head);
    const double score = content > 0 ? content + (has_suffix(input.path, *format) ? kSuffixBonus : 0) : 0;
    if (score <= best_score) continue;
    best_score = score;
    best = format;
  }
  const std::string_view data = known_data(head);
  if (best != nullptr && data.empty() && !is_blank(head)) return best;
  if (is_blank(head) && is_blank(input.bytes))
    refuse(input, "nothing but blanks", "remove it from the inputs", diagnostics);
  else if (const auto binary = known_binary(head); !binary.empty())
    refuse(input, binary, readable_formats(), diagnostics);
  else if (!data.empty())
    refuse(input, data, "'scholargraph formats' lists what can be read", diagnostics);
  else if (best != nullptr)
    return best;
  else
    refuse(input, "binary data of an unknown kind", readable_formats(), diagnostics);
  return nullptr;
}

bool has_document_suffix(std::string_view path) {
  return std::any_of(document_formats().begin(), document_formats().end(),
                     [&](const DocumentFormat* format) { return has_suffix(path, *format); });
}

}  // namespace scholargraph
