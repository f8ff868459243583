// SPDX-License-Identifier: Apache-2.0
// RIS: records from TY to ER. Source: the RIS format specification of Research Information Systems (2001) with the tags of
// its 2011 revision as reference managers write them.
#include "base/text.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"
#include "extract/source/tagged_lines.h"

namespace scholargraph {

namespace {

class RisReader {
 public:
  RisReader(const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics)
      : context_(context), sink_(sink), diagnostics_(diagnostics) {}

  void run(std::string_view block) {
    TaggedLineReader lines(block, TagStyle::kRis);
    while (const auto line = lines.next()) {
      if (line->tag == "TY") {
        finish(true);
        begin(*line);
      } else if (line->tag == "ER") {
        finish(false);
      } else if (open_) {
        field(line->tag, line->value);
      }
    }
    finish(true);
  }

 private:
  void begin(const TaggedLine& line) {
    builder_.reset();
    builder_.paper.type = builder_.keep(line.value);
    builder_.paper.line = context_.first_line + line.line - 1;
    venue_ = series_ = {};
    open_ = true;
  }

  /// `cut_off`: the record ended without ER, which is worth a word but keeps the record.
  void finish(bool cut_off) {
    if (!open_) return;
    open_ = false;
    const int line = static_cast<int>(builder_.paper.line);
    if (builder_.paper.title.empty() && builder_.authors() == 0) {
      diagnostics_.push_back({std::string(context_.path), line, 0, "expected a title or an author, found neither",
                              "the record was skipped", Severity::kWarning});
      sink_.skip();
      return;
    }
    if (cut_off)
      diagnostics_.push_back({std::string(context_.path), line, 0, "expected 'ER  - ' at the end of the record, found none",
                              "the record was kept", Severity::kNote});
    if (builder_.paper.venue.empty()) builder_.paper.venue = venue_.empty() ? series_ : venue_;
    if (builder_.paper.key.empty()) builder_.paper.key = builder_.keep("line " + std::to_string(line));
    builder_.emit_paper(sink_);
  }

  void add_people(const std::string& value, bool editors) {
    // Some exports put one name on each continuation line.
    for (const std::string_view line : split_lines(value)) {
      const std::string_view name = trim(line);
      if (name.empty()) continue;
      if (editors)
        builder_.begin_editor();
      else
        builder_.begin_author();
      const std::size_t comma = name.find(',');
      if (comma == std::string_view::npos) {
        builder_.person().full = builder_.keep_collapsed(name);
      } else {
        add_parts(trim(name.substr(0, comma)), trim(name.substr(comma + 1)));
      }
      builder_.drop_nameless();
    }
  }

  /// "Moss" and "Bo, Jr": the part behind the second comma is a suffix and stays with the family name.
  void add_parts(std::string_view family, std::string_view rest) {
    const std::size_t comma = rest.find(',');
    const std::string_view suffix = comma == std::string_view::npos ? std::string_view{} : trim(rest.substr(comma + 1));
    builder_.person().given = builder_.keep_collapsed(trim(rest.substr(0, comma)));
    builder_.person().family =
        builder_.keep_collapsed(suffix.empty() ? std::string(family) : std::string(family) + " " + std::string(suffix));
  }

  void field(std::string_view tag, const std::string& value) {
    PaperView& paper = builder_.paper;
    if (tag == "AU" || tag == "A1") add_people(value, false);
    if (tag == "A2" || tag == "ED") add_people(value, true);
    if ((tag == "TI" || tag == "T1") && paper.title.empty()) paper.title = builder_.keep_collapsed(value);
    if (tag == "JO" || tag == "JF" || tag == "BT") {
      if (venue_.empty() || tag == "JF") venue_ = builder_.keep_collapsed(value);
    }
    if (tag == "T2" && !value.empty()) paper.venue = builder_.keep_collapsed(value);
    if (tag == "T3" || tag == "JA") series_ = builder_.keep_collapsed(value);
    if ((tag == "PY" || tag == "Y1" || tag == "DA") && paper.year == 0) paper.year = year_of_date(value);
    if (tag == "DO") builder_.add_id("doi", bare_id(builder_.keep_collapsed(value)));
    if (tag == "ID" && paper.key.empty()) paper.key = builder_.keep_collapsed(split_lines(value).front());
    if (tag == "AN" && paper.key.empty()) paper.key = builder_.keep_collapsed(value);
  }

  const BlockContext& context_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  RecordBuilder builder_;
  std::string_view venue_, series_;
  bool open_ = false;
};

double sniff(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  const std::size_t at = head.find("TY  - ");
  return at != std::string_view::npos && (at == 0 || head[at - 1] == '\n' || trim(head.substr(0, at)).empty()) ? 0.95 : 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_line(bytes, "TY  - "); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  RisReader(context, sink, diagnostics).run(block);
}

}  // namespace

extern const SourceFormat kRisSource;
const SourceFormat kRisSource{"ris", "RIS (reference managers, publishers)", {".ris"}, sniff, cut, parse};

}  // namespace scholargraph
