// SPDX-License-Identifier: Apache-2.0
// BibTeX and BibLaTeX libraries. An entry whose crossref names another one of the file inherits what it lacks.
// Source: Oren Patashnik, "BibTeXing" (1988); the biblatex manual, sections 2.2 and 2.4.
#include <algorithm>
#include <cctype>
#include <string>

#include "base/bytes.h"
#include "base/text.h"
#include "extract/source/bibtex_crossref.h"
#include "extract/source/bibtex_names.h"
#include "extract/source/bibtex_scanner.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"
#include "extract/source/tex_text.h"

namespace scholargraph {

namespace {

/// The first four digits in a row that are a year; 0 for one before Christ ("-0044").
int year_in(std::string_view text) {
  if (trim(text).starts_with('-')) return 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    const std::string_view digits = text.substr(i, 4);
    if (digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
    const bool longer = i + 4 < text.size() && std::isdigit(static_cast<unsigned char>(text[i + 4]));
    if (!longer && digits[0] != '0') return std::stoi(std::string(digits));
    while (i < text.size() && std::isdigit(static_cast<unsigned char>(text[i]))) ++i;
  }
  return 0;
}

class BibtexReader {
 public:
  BibtexReader(std::string_view block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics)
      : block_(block), context_(context), sink_(sink), diagnostics_(diagnostics), scanner_(block), parents_(block) {
    scanner_.define_macros(context.carried);
  }

  void run() {
    std::vector<BibtexError> errors;
    while (const BibtexEntry* entry = scanner_.next(errors)) {
      report(errors);
      read(*entry);
    }
    report(errors);
  }

  void run_left(std::string_view left) {
    LeftBibtexEntries children(left);
    report(children.twins());
    BibtexEntry entry;
    std::uint64_t line = 0;
    for (const BibtexParent* parent = nullptr; children.next(entry, line, parent);) read(entry, line, parent);
  }

 private:
  void report(std::vector<BibtexError>& errors) {
    for (const BibtexError& error : errors) {
      if (!error.kept) sink_.skip();
      Diagnostic diagnostic;
      diagnostic.file = context_.path;
      diagnostic.line = static_cast<int>(line_at(error.offset));
      diagnostic.message = "entry '" + std::string(error.key) + "': " + error.message;
      diagnostic.hint = error.kept ? "the fields before it were kept" : "the entry was skipped";
      diagnostics_.push_back(std::move(diagnostic));
    }
    errors.clear();
  }

  void report(const std::vector<BibtexTwin>& twins) {
    const std::size_t listed = context_.unlisted ? std::min(twins.size(), kMaxDiagnosticsPerSource) : twins.size();
    for (std::size_t i = 0; i < listed; ++i) report(twins[i]);
    if (context_.unlisted) *context_.unlisted += twins.size() - listed;
  }

  void report(const BibtexTwin& twin) {
    diagnostics_.push_back({std::string(context_.path), static_cast<int>(twin.line), 0,
                            "entry '" + std::string(twin.key) + "': expected a key of its own, found that of line " +
                                std::to_string(twin.first_line),
                            "both entries were kept", Severity::kWarning});
  }

  std::uint64_t line_at(std::size_t offset) {
    if (offset < counted_)
      return context_.first_line + lines_ - count_byte(block_.substr(offset, counted_ - offset), '\n');
    lines_ += count_byte(block_.substr(counted_, offset - counted_), '\n');
    counted_ = offset;
    return context_.first_line + lines_;
  }

  std::string_view text(std::string_view value) {
    const TexMarks marks = tex_marks(value);
    if (!marks.tex && !marks.line_ends) return trim(value);
    return builder_.keep(decode_tex(value));
  }

  void read(const BibtexEntry& entry);
  void read(const BibtexEntry& entry, std::uint64_t line, const BibtexParent* parent);
  void add_ids(const BibtexEntry& entry);

  std::string_view block_;
  const BlockContext& context_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  BibtexScanner scanner_;
  RecordBuilder builder_;
  BibtexParents parents_;
  std::size_t counted_ = 0;
  std::uint64_t lines_ = 0;
};

void BibtexReader::read(const BibtexEntry& entry) {
  const std::uint64_t line = line_at(entry.offset);
  const std::string_view crossref = trim(entry.field("crossref"));
  const BibtexParent* const parent = crossref.empty() ? nullptr : parents_.find(crossref, scanner_.macros());
  if (context_.keys) leave_key(entry, line, *context_.keys);
  if (context_.left) leave_parent(entry, *context_.left);
  if (context_.left && !parent && !crossref.empty()) return leave_child(entry, line, *context_.left);
  read(entry, line, parent);
}

void BibtexReader::read(const BibtexEntry& entry, std::uint64_t line, const BibtexParent* parent) {
  builder_.reset();
  PaperView& paper = builder_.paper;
  paper.key = entry.key.empty() ? builder_.keep("line " + std::to_string(line)) : entry.key;
  paper.line = line;
  paper.type = builder_.keep(to_lower(entry.type));
  std::string_view editor, date;
  std::string_view venue[6];  // in order of preference
  for (const BibtexField& field : entry.fields) {
    const std::string_view n = field.name;
    const auto is = [&](std::string_view name) { return equals_ignore_case(n, name); };
    switch (n.front() | 32) {
      case 'a': if (is("author")) add_bibtex_people(field.value, false, builder_); break;
      case 'e': if (is("editor")) editor = field.value; break;
      case 't': if (is("title")) paper.title = text(field.value); break;
      case 'j': if (is("journal") || is("journaltitle")) venue[0] = field.value; break;
      case 'b': if (is("booktitle")) venue[1] = field.value; break;
      case 'd': if (is("date")) date = field.value; break;
      case 'y': if (is("year") && date.empty()) date = field.value; break;
      case 's': if (is("school")) venue[2] = field.value; break;
      case 'i': if (is("institution")) venue[3] = field.value; break;
      case 'h': if (is("howpublished")) venue[4] = field.value; break;
      case 'p': if (is("publisher")) venue[5] = field.value; break;
      default: break;
    }
  }
  if (parent) {
    if (venue[1].empty()) venue[1] = parent->title;
    if (editor.empty()) editor = parent->editor;
    if (date.empty()) date = parent->date;
  }
  add_bibtex_people(editor, true, builder_);
  for (const std::string_view name : venue)
    if (paper.venue.empty() && !name.empty()) paper.venue = text(name);
  paper.year = year_in(date);
  if (paper.type == "unpublished") paper.status = "Unpublished";
  add_ids(entry);
  builder_.emit_paper(sink_);
}

void BibtexReader::add_ids(const BibtexEntry& entry) {
  builder_.add_id("doi", bare_id(text(entry.field("doi"))));
  builder_.add_id("pmid", text(entry.field("pmid")));
  const std::string_view eprint = text(entry.field("eprint"));
  const std::string_view archive = entry.field("archiveprefix").empty() ? entry.field("eprinttype") : entry.field("archiveprefix");
  if (!eprint.empty() && (equals_ignore_case(archive, "arxiv") || starts_with_ignore_case(eprint, "arxiv:")))
    builder_.add_id("arxiv", bare_id(eprint));
  if (entry.key.starts_with("DBLP:")) builder_.add_id("dblp", entry.key.substr(5));
}

double sniff(std::string_view head) {
  const std::size_t at = find_bibtex_entry(head, 0);
  if (at == std::string_view::npos) return 0;
  const std::string_view entry = head.substr(at, 400);
  if (starts_with_ignore_case(entry, "@comment") || starts_with_ignore_case(entry, "@string") ||
      starts_with_ignore_case(entry, "@preamble"))
    return 0.8;
  const bool fields = entry.find('=') != std::string_view::npos && entry.find(',') != std::string_view::npos;
  return fields ? 0.9 : 0;
}

/// Before the last "@word{" that begins a line.
std::size_t cut(std::string_view bytes) {
  for (std::size_t end = bytes.size(); end > 1;) {
    const std::size_t at = bytes.rfind("\n@", end - 1);
    if (at == std::string_view::npos) return 0;
    if (find_bibtex_entry(bytes.substr(0, bytes.size()), at) == at + 1) return at + 1;
    end = at;
  }
  return 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  BibtexReader(block, context, sink, diagnostics).run();
}

void finish(std::string_view left, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  BibtexReader({}, context, sink, diagnostics).run_left(left);
}

void carry(std::string_view block, std::string& carried) {
  for (std::size_t at = block.find('@'); at != std::string_view::npos; at = block.find('@', at + 1)) {
    if (!starts_with_ignore_case(block.substr(at + 1), "string")) continue;
    const std::size_t end = std::min(find_bibtex_entry(block, at + 1), block.size());
    carried.append(block.substr(at, end - at));
    carried += '\n';
  }
}

}  // namespace

extern const SourceFormat kBibtexSource;
const SourceFormat kBibtexSource{"bibtex", "BibTeX and BibLaTeX libraries", {".bib", ".bibtex"}, sniff, cut, parse, carry, finish};

}  // namespace scholargraph
