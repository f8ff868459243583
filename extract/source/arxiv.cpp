// SPDX-License-Identifier: Apache-2.0
// arXiv metadata snapshot, JSON lines. The year is that of the first version; authors_parsed gives the name parts, and
// authors all names in one text, which is read where the former is missing.
#include <utility>

#include "base/text.h"
#include "extract/source/json_walk.h"
#include "extract/source/tex_text.h"

namespace scholargraph {

namespace {

enum Field : int { kRecord, kId, kTitle, kJournal, kDoi, kAuthors, kAuthor, kAuthorPart, kVersionDate };

constexpr JsonPath kPaths[] = {
    {"", kRecord},          {"id", kId},
    {"title", kTitle},      {"journal-ref", kJournal},
    {"doi", kDoi},          {"authors", kAuthors},
    {"authors_parsed[]", kAuthor},
    {"authors_parsed[][]", kAuthorPart}, {"versions[].created", kVersionDate},
};

class ArxivHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) {
      open_record();
      authors_ = {};
    }
    if (field == kAuthor) {
      builder_.begin_author();
      part_ = 0;
    }
  }

  void end(int field) {
    if (field == kAuthor) {
      name_group();
      builder_.drop_nameless();
    }
    if (field == kRecord && close_record()) {
      if (builder_.paper.key.empty()) return skip_without("an arXiv id");
      if (builder_.authors() == 0) add_authors();
      builder_.add_id("arxiv", builder_.paper.key);
      if (builder_.paper.venue.empty()) builder_.paper.status = "Preprint";
      builder_.emit_paper(sink_);
    }
  }

  void text(int field, std::string_view value) {
    switch (field) {
      case kId: builder_.paper.key = value; break;
      case kTitle: builder_.paper.title = builder_.keep(decode_tex(value)); break;
      case kJournal: builder_.paper.venue = builder_.keep(decode_tex(value)); break;
      case kDoi: builder_.add_id("doi", bare_id(value)); break;
      case kAuthors: authors_ = value; break;
      case kAuthorPart: set_part(value); break;
      case kVersionDate: set_year(value); break;
      default: break;
    }
  }

 private:
  /// [family, given, suffix, affiliation…]
  void set_part(std::string_view value) {
    const std::string_view text = value.empty() ? value : builder_.keep(decode_tex(value));
    switch (part_++) {
      case 0: builder_.person().family = text; break;
      case 1: builder_.person().given = text; break;
      case 2:
        if (!text.empty())
          builder_.person().family = builder_.keep(std::string(builder_.person().family) + " " + std::string(text));
        break;
      default: builder_.add_affiliation(text);
    }
  }
  /// ["MADE Collaboration", "the", ""] is no person.
  void name_group() {
    PersonView& person = builder_.person();
    if (person.given != "the" && person.given != "The" && !person.given.empty()) return;
    if (person.family.find("Collaboration") == std::string_view::npos) return;
    person.full = std::exchange(person.family, {});
    person.given = {};
  }

  /// "A. Doe (1), B. Roe and C. Coe ((1) Institute, (2) Elsewhere)" where the parsed names are missing.
  void add_authors() {
    std::string plain;
    int depth = 0;
    for (const char c : decode_tex(authors_)) {
      if (c == '(') ++depth;
      if (depth == 0) plain += c;
      if (c == ')' && depth > 0) --depth;
    }
    plain = replace_all(replace_all(plain, ", and ", ","), " and ", ",");
    for (const std::string_view name : split(plain, ',')) {
      if (trim(name).empty()) continue;
      builder_.begin_author();
      builder_.person().full = builder_.keep_collapsed(name);
    }
  }

  /// "Mon, 2 Apr 2007 19:18:42 GMT": the first four digits in a row.
  void set_year(std::string_view value) {
    if (builder_.paper.year != 0) return;
    for (std::size_t i = 0; i + 4 <= value.size(); ++i) {
      const std::string_view digits = value.substr(i, 4);
      if (digits.find_first_not_of("0123456789") != std::string_view::npos) continue;
      builder_.paper.year = std::stoi(std::string(digits));
      return;
    }
  }

  std::string_view authors_;
  int part_ = 0;
};

double sniff(std::string_view head) {
  const bool record = begins_as_json(head) && head.find("\"authors_parsed\"") != std::string_view::npos;
  return record && head.find("\"submitter\"") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const JsonPaths paths(kPaths, {});
  ArxivHandler handler(sink);
  walk_json_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kArxivSource;
const SourceFormat kArxivSource{"arxiv", "arXiv metadata snapshot (JSON lines)", {".json", ".jsonl"}, sniff,
                                cut_before_json_record, parse};

}  // namespace scholargraph
