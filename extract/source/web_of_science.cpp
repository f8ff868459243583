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
  std::vector<std::string> short_names, full_names, groups, editors, addresses, orcids, cited;
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
    if (tag == "CA") record_.groups = lines_of(replace_all(value, ";", "\n"));
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
    for (const std::string& name : names) add_author(name, names);
    for (const std::string& name : record_.groups) add_author(name, names);
    for (const std::string& name : record_.editors) {
      builder_.begin_editor();
      builder_.set_inverted_name(name);
      builder_.drop_nameless();
    }
    for (const std::string& reference : record_.cited) add_cited(reference);
    if (builder_.paper.key.empty()) builder_.paper.key = builder_.keep("line " + std::to_string(line));
    builder_.emit_paper(sink_);
  }

  void add_author(const std::string& name, const std::vector<std::string>& all) {
    builder_.begin_author();
    builder_.set_inverted_name(name);
    const bool alone = all.size() + record_.groups.size() == 1;
    for (const std::string& address : record_.addresses) {
      const std::size_t close = address.find(']');
      if (address.starts_with('[') && close != std::string::npos) {
        if (lists(std::string_view(address).substr(1, close - 1), name))
          builder_.add_affiliation(builder_.keep_collapsed(address.substr(close + 1)));
      } else if (alone) {
        builder_.add_affiliation(builder_.keep(address));
      }
    }
    for (const std::string& orcid : record_.orcids) add_orcid(orcid, name, all);
    builder_.drop_nameless();
  }

  /// Is `name` one of those that stand between semicolons?
  static bool lists(std::string_view names, std::string_view name) {
    const auto parts = split(names, ';');
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return trim(part) == name; });
  }

  /// "Doe, Jane/0000-…". It names people as their profile does, so that "Doe, Jane" may be the only "Doe, J. A." here.
  void add_orcid(std::string_view orcid, std::string_view name, const std::vector<std::string>& all) {
    const std::size_t slash = orcid.find('/');
    if (slash == std::string_view::npos) return;
    const std::string_view owner = orcid.substr(0, slash);
    const bool printed = std::find(all.begin(), all.end(), owner) != all.end();
    const auto alike = [&](std::string_view other) { return family_and_initial(other) == family_and_initial(owner); };
    const bool only = !printed && alike(name) && std::count_if(all.begin(), all.end(), alike) == 1;
    if (owner != name && !only) return;
    builder_.add_person_id("orcid", builder_.keep(std::string(trim(orcid.substr(slash + 1)))));
  }

  /// "doe, j" of "Doe, Jane"
  static std::string family_and_initial(std::string_view name) {
    const std::size_t comma = name.find(", ");
    if (comma == std::string_view::npos) return std::string(name);
    std::size_t end = comma + 2;
    if (end < name.size()) next_code_point(name, end);
    return fold(name.substr(0, end));
  }

  void add_cited(const std::string& reference) {
    std::size_t doi = reference.find("DOI 10.");
    if (doi == std::string::npos) doi = reference.find("DOI [10.");
    if (doi == std::string::npos) return;
    const std::string value = reference.substr(reference.find('1', doi));
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
