// SPDX-License-Identifier: Apache-2.0
// MEDLINE text (.nbib): records from PMID to the blank line. FAU names are "Family, Given"; AU ("Doe JA") is used only
// where no FAU stands. Source: NLM, "MEDLINE/PubMed Data Element (Field) Descriptions".
#include <utility>

#include "base/text.h"
#include "extract/source/record_builder.h"
#include "extract/source/source_format.h"
#include "extract/source/tagged_lines.h"

namespace scholargraph {

namespace {

class MedlineReader {
 public:
  MedlineReader(const BlockContext& context, RecordSink& sink) : context_(context), sink_(sink) {}

  void run(std::string_view block) {
    TaggedLineReader lines(block, TagStyle::kMedline);
    while (const auto line = lines.next()) {
      if (line->tag == "PMID") {
        finish();
        builder_.reset();
        builder_.paper.key = builder_.keep_collapsed(line->value);
        builder_.paper.line = context_.first_line + line->line - 1;
        last_full_ = book_title_ = {};
        open_ = true;
      } else if (open_) {
        field(line->tag, line->value);
      }
    }
    finish();
  }

 private:
  void finish() {
    if (!open_) return;
    open_ = false;
    PaperView& paper = builder_.paper;
    if (!book_title_.empty()) (paper.title.empty() ? paper.title : paper.venue) = book_title_;
    builder_.add_id("pmid", builder_.paper.key);
    builder_.emit_paper(sink_);
  }

  void add_full(std::string_view value, bool editor) {
    if (editor)
      builder_.begin_editor();
    else
      builder_.begin_author();
    builder_.set_inverted_name(value.find(',') == std::string_view::npos ? value : with_comma_before_suffix(value));
    PersonView& person = builder_.person();
    if (person.family.empty()) person.family = std::exchange(person.full, {});
    last_full_ = person.family;
    builder_.drop_nameless();
  }

  /// "Doe, Jane 3rd" -> "Doe, Jane, 3rd"
  std::string_view with_comma_before_suffix(std::string_view name) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string_view::npos || blank == 0 || name[blank - 1] == ',') return name;
    if (!is_generation_mark(name.substr(blank + 1))) return name;
    return builder_.keep(std::string(name.substr(0, blank)) + "," + std::string(name.substr(blank)));
  }

  /// "Doe JA" or "Doe JA 3rd": the initials stand last. Follows the FAU of the same person where there is one.
  void add_short(std::string_view value) {
    if (!last_full_.empty()) {
      last_full_ = {};
      return;
    }
    builder_.begin_author();
    std::string_view suffix;
    std::size_t blank = value.rfind(' ');
    if (blank != std::string_view::npos && is_generation_mark(value.substr(blank + 1))) {
      suffix = value.substr(blank);
      value = value.substr(0, blank);
      blank = value.rfind(' ');
    }
    const std::string_view family = value.substr(0, blank);
    builder_.person().family = suffix.empty() ? family : builder_.keep(std::string(family) + std::string(suffix));
    if (blank != std::string_view::npos) builder_.person().given = value.substr(blank + 1);
    builder_.drop_nameless();
  }

  void field(std::string_view tag, std::string_view raw) {
    PaperView& paper = builder_.paper;
    const std::string_view value = builder_.keep_collapsed(raw);
    if (tag == "TI") paper.title = value;
    if (tag == "BTI") book_title_ = value;
    if (tag == "FAU" || tag == "FED") add_full(value, tag == "FED");
    if (tag == "AU") add_short(value);
    if (tag == "CN") {
      builder_.begin_author();
      builder_.person().full = value;
    }
    if (tag == "AD" && builder_.has_person()) builder_.add_affiliation(value);
    if (tag == "AUID" && builder_.has_person() && value.find("ORCID") != std::string_view::npos)
      builder_.add_person_id("orcid", bare_id(trim(value.substr(value.find(':') + 1))));
    if (tag == "JT") paper.venue = value;
    if (tag == "TA" && paper.venue.empty()) paper.venue = value;
    if (tag == "DP") paper.year = year_of_date(value);
    if (tag == "PT" && paper.type.empty()) paper.type = value;
    if (tag == "PMC") builder_.add_id("pmcid", value);
    if ((tag == "LID" || tag == "AID") && value.ends_with("[doi]"))
      builder_.add_id("doi", trim(value.substr(0, value.size() - 5)));
  }

  const BlockContext& context_;
  RecordSink& sink_;
  RecordBuilder builder_;
  std::string_view last_full_;
  std::string_view book_title_;  ///< the title of the record when it has no other, else what it appeared in
  bool open_ = false;
};

double sniff(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  return trim(head).starts_with("PMID- ") ? 0.95 : 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_line(bytes, "PMID- "); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics&) {
  MedlineReader(context, sink).run(block);
}

}  // namespace

extern const SourceFormat kMedlineSource;
const SourceFormat kMedlineSource{"medline", "MEDLINE text (PubMed, .nbib)", {".nbib", ".txt"}, sniff, cut, parse};

}  // namespace scholargraph
