// SPDX-License-Identifier: Apache-2.0
// Web of Science tagged text (.isi, .ciw): records from PT to ER. AF ("Doe, Jane A.") is preferred to AU ("Doe, JA"); C1
// names the authors of each affiliation in brackets. Source: Clarivate, "Web of Science Core Collection field tags".
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"
#include "extract/source/tagged_lines.h"

namespace scholargraph {

namespace {

struct WosRecord {
  std::vector<std::string> short_names, full_names, editors, addresses, orcids, cited;
};

class WosReader {
 public:
  WosReader(const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics)
      : context_(context), sink_(sink), diagnostics_(diagnostics) {}

  void run(std::string_view block) {
    TaggedLineReader lines(block, TagStyle::kWebOfScience);
    while (const auto line = lines.next()) {
      if (line->tag == "PT") {
        finish();
        builder_.reset();
        record_ = {};
        builder_.paper.type = builder_.keep_collapsed(line->value);
        builder_.paper.line = context_.first_line + line->line - 1;
        open_ = true;
      } else if (line->tag == "ER") {
        finish();
      } else if (open_) {
        field(line->tag, line->value);
      }
    }
    finish();
  }

 private:
  static std::vector<std::string> lines_of(std::string_view value) {
    std::vector<std::string> out;
    for (const std::string_view line : split_lines(value))
      if (!trim(line).empty()) out.push_back(collapse_spaces(line));
    return out;
  }

  void field(std::string_view tag, const std::string& value) {
    PaperView& paper = builder_.paper;
    // One name a line, or all on one line between semicolons.
    if (tag == "AU") record_.short_names = lines_of(replace_all(value, ";", "\n"));
    if (tag == "AF") record_.full_names = lines_of(replace_all(value, ";", "\n"));
    if (tag == "BE" || tag == "ED") record_.editors = lines_of(replace_all(value, ";", "\n"));
    if (tag == "C1") record_.addresses = lines_of(value);
    if (tag == "OI") record_.orcids = lines_of(replace_all(value, ";", "\n"));
    if (tag == "CR") record_.cited = lines_of(value);
    if (tag == "TI") paper.title = builder_.keep_collapsed(value);
    if (tag == "SO") paper.venue = builder_.keep_collapsed(value);
    if (tag == "PY") paper.year = year_of_date(value);
    if (tag == "DI") builder_.add_id("doi", bare_id(builder_.keep_collapsed(value)));
    if (tag == "PM") builder_.add_id("pmid", builder_.keep_collapsed(value));
    if (tag == "UT") paper.key = builder_.keep_collapsed(value);
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    const int line = static_cast<int>(builder_.paper.line);
    if (builder_.paper.title.empty() && record_.short_names.empty() && record_.full_names.empty()) {
      diagnostics_.push_back({std::string(context_.path), line, 0, "expected a title or an author, found neither",
                              "the record was skipped", Severity::kWarning});
      sink_.skip();
      return;
    }
    const auto& names = record_.full_names.empty() ? record_.short_names : record_.full_names;
    for (const std::string& name : names) add_author(name);
    for (const std::string& name : record_.editors) {
      builder_.begin_editor();
      set_name(name);
    }
    for (const std::string& reference : record_.cited) add_cited(reference);
    if (builder_.paper.key.empty()) builder_.paper.key = builder_.keep("line " + std::to_string(line));
    builder_.emit_paper(sink_);
  }

  void set_name(const std::string& name) {
    const std::string_view kept = builder_.keep(name);
    const std::size_t comma = kept.find(',');
    PersonView& person = builder_.person();
    if (comma == std::string_view::npos) {
      person.full = kept;
    } else {
      person.family = trim(kept.substr(0, comma));
      person.given = trim(kept.substr(comma + 1));
    }
  }

  void add_author(const std::string& name) {
    builder_.begin_author();
    set_name(name);
    const bool alone = record_.full_names.size() + record_.short_names.size() <= 2;
    for (const std::string& address : record_.addresses) {
      const std::size_t close = address.find(']');
      if (address.starts_with('[') && close != std::string::npos) {
        if (address.substr(0, close).find(name) != std::string::npos)
          builder_.add_affiliation(builder_.keep_collapsed(address.substr(close + 1)));
      } else if (alone) {
        builder_.add_affiliation(builder_.keep(address));
      }
    }
    for (const std::string& orcid : record_.orcids) {
      const std::size_t slash = orcid.find('/');
      if (slash != std::string::npos && orcid.substr(0, slash) == name)
        builder_.add_person_id("orcid", builder_.keep(orcid.substr(slash + 1)));
    }
  }

  void add_cited(const std::string& reference) {
    const std::size_t doi = reference.find("DOI 10.");
    if (doi == std::string::npos) return;
    const std::string value = reference.substr(doi + 4);
    builder_.add_reference("doi", builder_.keep(value.substr(0, value.find_first_of(" ,]"))));
  }

  const BlockContext& context_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  RecordBuilder builder_;
  WosRecord record_;
  bool open_ = false;
};

double sniff(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  head = trim(head);
  if (head.starts_with("FN ") && head.find("\nVR ") != std::string_view::npos) return 0.95;
  return head.starts_with("PT ") && head.find("\nER") != std::string_view::npos ? 0.8 : 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_line(bytes, "PT "); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  WosReader(context, sink, diagnostics).run(block);
}

}  // namespace

extern const SourceFormat kWebOfScienceSource;
const SourceFormat kWebOfScienceSource{"web-of-science", "Web of Science tagged text", {".isi", ".ciw", ".txt"}, sniff, cut,
                                       parse};

}  // namespace scholargraph
