// SPDX-License-Identifier: Apache-2.0
#include "extract/read/docx.h"

#include <algorithm>

#include "base/text.h"
#include "extract/read/docx_body.h"
#include "extract/read/docx_styles.h"
#include "extract/read/docx_xml.h"
#include "extract/read/readers.h"
#include "extract/read/zip.h"

namespace scholargraph {
namespace {

constexpr std::size_t kPartLimit = std::size_t{64} << 20;
constexpr const char* kHint = "open it in a word processor and save it again";

double sniff(std::string_view head) {
  if (head.substr(0, 4) != std::string_view("PK\x03\x04", 4)) return 0;
  if (head.find("word/") != std::string_view::npos) return 1;
  const bool other = head.find("xl/") != std::string_view::npos || head.find("ppt/") != std::string_view::npos;
  return !other && head.find("[Content_Types].xml") != std::string_view::npos ? 0.6 : 0;
}

/// The parts of one archive, by name; says what it could not read.
class Package {
 public:
  Package(const InputFile& input, Diagnostics& diagnostics) : input_(input), diagnostics_(diagnostics) {
    directory_ = read_zip_directory(input.bytes);
    if (!directory_.error.empty()) report("DOCX cannot be read: " + directory_.error, kHint, Severity::kError);
  }

  [[nodiscard]] bool readable() const { return directory_.error.empty(); }

  [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }

  /// The bytes of a part; empty when it is missing or cannot be unpacked.
  std::string part(std::string_view name, Severity severity) {
    const ZipEntry* entry = find(name);
    if (entry == nullptr) return {};
    ZipContent content = unpack(input_.bytes, *entry, kPartLimit);
    if (content.error.empty()) return std::move(content.bytes);
    report("DOCX part " + std::string(name) + " " + content.error, kHint, severity);
    return {};
  }

  void report(std::string message, std::string hint, Severity severity) {
    diagnostics_.push_back({input_.path, 0, 0, std::move(message), std::move(hint), severity});
  }

  void report_xml(std::string_view name, const std::string& error, Severity severity) {
    if (!error.empty()) report("DOCX part " + std::string(name) + " ends early: " + error, kHint, severity);
  }

 private:
  [[nodiscard]] const ZipEntry* find(std::string_view name) const {
    const auto found = std::find_if(directory_.entries.begin(), directory_.entries.end(), [&](const ZipEntry& entry) { return entry.name == name; });
    return found == directory_.entries.end() ? nullptr : &*found;
  }

  const InputFile& input_;
  Diagnostics& diagnostics_;
  ZipDirectory directory_;
};

class RelationHandler : public DocxXmlHandler {
 public:
  std::map<std::string, std::string, std::less<>> targets;
  std::string main_part;

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship") return;
    const std::string_view type = attributes.get("Type");
    constexpr std::string_view kMain = "/officeDocument";
    const bool main = type.size() >= kMain.size() && type.substr(type.size() - kMain.size()) == kMain;
    if (main) main_part = std::string(attributes.get("Target"));
    if (attributes.get("TargetMode") == "External") targets.emplace(attributes.get("Id"), attributes.get("Target"));
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
};

class CoreHandler : public DocxXmlHandler {
 public:
  std::string title;
  std::string creator;

  void start(std::string_view name, const XmlAttributes&) override { field_ = name == "title" ? &title : name == "creator" ? &creator : nullptr; }
  void end(std::string_view) override { field_ = nullptr; }
  void text(std::string_view utf8) override {
    if (field_ != nullptr && field_->size() < 1000) *field_ += utf8;
  }

 private:
  std::string* field_ = nullptr;
};

std::string main_part(Package& package) {
  RelationHandler handler;
  parse_office_xml(package.part("_rels/.rels", Severity::kWarning), handler);
  std::string name = handler.main_part;
  if (!name.empty() && name.front() == '/') name.erase(0, 1);
  return package.has(name) ? name : "word/document.xml";
}

/// "word/document.xml" -> "word/_rels/document.xml.rels", where the addresses of links are.
std::string relations_of(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t cut = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, cut)) + "_rels/" + std::string(part.substr(cut)) + ".rels";
}

DocxParts read_parts(Package& package, const std::string& main) {
  DocxParts parts;
  std::string error;
  const std::string folder = main.substr(0, main.rfind('/') == std::string::npos ? 0 : main.rfind('/') + 1);
  const std::string styles = package.part(folder + "styles.xml", Severity::kWarning);
  if (!styles.empty()) parts.styles = read_docx_styles(styles, error);
  package.report_xml(folder + "styles.xml", error, Severity::kWarning);
  error.clear();
  const std::string numbering = package.part(folder + "numbering.xml", Severity::kWarning);
  if (!numbering.empty()) parts.numbering = read_numbering(numbering, error);
  package.report_xml(folder + "numbering.xml", error, Severity::kWarning);
  RelationHandler relations;
  parse_office_xml(package.part(relations_of(main), Severity::kWarning), relations);
  parts.links = std::move(relations.targets);
  return parts;
}

void add_meta(LayoutDocument& document, std::string_view key, const std::string& value) {
  std::string clean = collapse_spaces(sanitize_utf8(value));
  if (!clean.empty()) document.meta.push_back({std::string(key), std::move(clean), 0});
}

/// Page headers hold the owner's name as often as the body does; their text is no part of the body.
void add_page_headers(LayoutDocument& document, Package& package, const std::string& main) {
  const std::string folder = main.substr(0, main.rfind('/') == std::string::npos ? 0 : main.rfind('/') + 1);
  for (char digit = '1'; digit <= '3'; ++digit) {
    const std::string name = folder + "header" + digit + ".xml";
    if (!package.has(name)) continue;
    std::string error;
    for (const Block& block : read_docx_body(package.part(name, Severity::kWarning), {}, error)) {
      if (block.text.size() < 200) add_meta(document, "header", block.text);
    }
  }
}

}  // namespace

LayoutDocument read_docx(const InputFile& input, Diagnostics& diagnostics) {
  LayoutDocument document;
  Package package(input, diagnostics);
  if (!package.readable()) return document;
  const std::string main = main_part(package);
  if (!package.has(main)) {
    package.report("expected a Word document, found a zip archive without word/document.xml", "", Severity::kError);
    return document;
  }
  const std::string xml = package.part(main, Severity::kError);
  if (xml.empty()) return document;
  std::string error;
  document.blocks = read_docx_body(xml, read_parts(package, main), error);
  package.report_xml(main, error, document.blocks.empty() ? Severity::kError : Severity::kWarning);
  if (error.empty() && document.blocks.empty()) package.report("DOCX holds no text", "", Severity::kError);
  add_page_headers(document, package, main);
  CoreHandler core;
  parse_office_xml(package.part("docProps/core.xml", Severity::kWarning), core);
  add_meta(document, "title", core.title);
  add_meta(document, "author", core.creator);
  return document;
}

const DocumentFormat kDocxFormat = {"docx", "Word document (Office Open XML)", {".docx", ".docm"}, sniff, read_docx};

}  // namespace scholargraph
