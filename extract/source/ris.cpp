// SPDX-License-Identifier: Apache-2.0
// RIS: records from TY to ER. Source: the RIS format specification of Research Information Systems (2001) with the tags of
// its 2011 revision as reference managers write them. AD is free text: what stands between two authors is the first
// one's address; a single address behind or before all authors is everybody's; of several there nothing says whose they
// are.
#include <vector>

#include "base/text.h"
#include "model/contact.h"
#include "extract/source/plain_title.h"
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
    venue_ = series_ = publisher_ = other_doi_ = {};
    date_ = 0;
    addresses_.clear();
    leading_addresses_ = 0;
    address_of_each_ = false;
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
    place_addresses();
    PaperView& paper = builder_.paper;
    for (const std::string_view venue : {venue_, series_, publisher_})
      if (paper.venue.empty()) paper.venue = venue;
    if (paper.year == 0) paper.year = date_;
    if (paper.type == "UNPB") paper.status = "Unpublished";
    if (!builder_.has_ids()) builder_.add_id("doi", other_doi_);
    if (builder_.paper.key.empty()) builder_.paper.key = builder_.keep("line " + std::to_string(line));
    builder_.emit_paper(sink_);
  }

  /// The semicolon of "M&uuml;hl" and "A &amp;amp; M" ends no part of a list.
  static std::string without_entities(std::string_view line) {
    return line.find('&') == std::string_view::npos ? std::string(line) : plain_title(line);
  }

  /// Some exports put one name on each continuation line, some all names between semicolons.
  void add_people(const std::string& value, bool editors) {
    for (const std::string_view line : split_lines(value)) {
      const std::string plain = without_entities(line);
      for (const std::string_view part : split(plain, ';'))
        if (const std::string_view name = trim(part); !name.empty()) add_person(name, editors);
    }
  }

  void add_person(std::string_view name, bool editor) {
    if (starts_with_ignore_case(name, "et al") && name.size() <= 6) return;
    if (!editor && builder_.authors() == 0) leading_addresses_ = addresses_.size();
    if (editor ? address_of_each_ : builder_.authors() > 0) give_addresses();
    editor ? builder_.begin_editor() : builder_.begin_author();
    builder_.set_inverted_name(name);
    builder_.drop_nameless();
  }

  /// What came since then, to the person begun last.
  void give_addresses() {
    address_of_each_ = address_of_each_ || addresses_.size() > leading_addresses_;
    for (std::size_t i = leading_addresses_; i < addresses_.size(); ++i) builder_.add_affiliation(addresses_[i]);
    addresses_.resize(leading_addresses_);
  }

  /// One on each line, or between semicolons; a line that ends in a comma goes on on the next one.
  void add_addresses(const std::string& value) {
    const std::string joined = replace_all(value, ",\n", ", ");
    for (const std::string_view line : split_lines(joined)) {
      const std::string plain = without_entities(line);
      for (const std::string_view part : split(plain, ';'))
        if (!trim(part).empty() && !is_contact(trim(part))) addresses_.push_back(builder_.keep_collapsed(part));
    }
  }

  /// "[Moss, P.] Second Place", "Moss, P. Second Place"
  [[nodiscard]] bool names_people(std::string_view address) const {
    const std::string_view word = address.substr(0, address.find_first_of(", "));
    return address.starts_with('[') || builder_.has_author_called(word);
  }

  void place_addresses() {
    if (address_of_each_)
      give_addresses();
    else if (builder_.authors() == 1 || (addresses_.size() == 1 && !names_people(addresses_.front())))
      builder_.share_affiliations(addresses_);
  }

  /// An address of the DOI, or the DOI alone in one of the fields that older exports put it in.
  void note_doi(std::string_view value) {
    const bool address = value.find("doi.org/10.") != std::string_view::npos;
    if (other_doi_.empty() && (address || value.starts_with("10."))) other_doi_ = bare_id(value);
  }

  void field(std::string_view tag, const std::string& value) {
    PaperView& paper = builder_.paper;
    if (tag == "AU" || tag == "A1") add_people(value, false);
    if (tag == "AD") add_addresses(value);
    if (tag == "A2" || tag == "ED") add_people(value, true);
    if ((tag == "TI" || tag == "T1") && paper.title.empty()) paper.title = builder_.keep_collapsed(value);
    if (tag == "JO" || tag == "JF" || tag == "BT") {
      if (venue_.empty() || tag == "JF") venue_ = builder_.keep_collapsed(value);
    }
    if (tag == "T2" && !value.empty()) paper.venue = builder_.keep_collapsed(value);
    if (tag == "T3" || tag == "JA") series_ = builder_.keep_collapsed(value);
    if (tag == "PB") publisher_ = builder_.keep_collapsed(value);
    if ((tag == "PY" || tag == "Y1") && paper.year == 0) paper.year = year_of_date(value);
    if (tag == "DA" && date_ == 0) date_ = year_of_date(value);
    if (tag == "DO") builder_.add_id("doi", bare_id(builder_.keep_collapsed(value)));
    if (tag == "UR" || tag == "L3" || tag == "M3") note_doi(builder_.keep_collapsed(value));
    if (tag == "ID" && paper.key.empty()) paper.key = builder_.keep_collapsed(split_lines(value).front());
    if (tag == "AN" && paper.key.empty()) paper.key = builder_.keep_collapsed(value);
  }

  const BlockContext& context_;
  RecordSink& sink_;
  Diagnostics& diagnostics_;
  RecordBuilder builder_;
  std::string_view venue_, series_, publisher_, other_doi_;
  int date_ = 0;  ///< the year of DA, which counts when no other is given
  std::vector<std::string_view> addresses_;  ///< that were given to nobody yet
  std::size_t leading_addresses_ = 0;        ///< so many of them stand before the first author
  bool address_of_each_ = false;             ///< authors have addresses of their own
  bool open_ = false;
};

double sniff(std::string_view head) {
  if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
  for (const std::string_view start : {"TY  - ", "TY - "}) {
    const std::size_t at = head.find(start);
    if (at == std::string_view::npos) continue;
    if (at == 0 || head[at - 1] == '\n' || trim(head.substr(0, at)).empty()) return 0.95;
  }
  return 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_line(bytes, "TY  - "); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  RisReader(context, sink, diagnostics).run(block);
}

}  // namespace

extern const SourceFormat kRisSource;
const SourceFormat kRisSource{"ris", "RIS (reference managers, publishers)", {".ris"}, sniff, cut, parse};

}  // namespace scholargraph
