// SPDX-License-Identifier: Apache-2.0
// arXiv metadata snapshot, JSON lines. The year is that of the first version; authors_parsed gives the name parts.
#include "extract/source/json_walk.h"
#include "extract/source/tex_text.h"

namespace scholargraph {

namespace {

enum Field : int { kRecord, kId, kTitle, kJournal, kDoi, kAuthor, kAuthorPart, kVersionDate };

constexpr JsonPath kPaths[] = {
    {"", kRecord},          {"id", kId},
    {"title", kTitle},      {"journal-ref", kJournal},
    {"doi", kDoi},          {"authors_parsed[]", kAuthor},
    {"authors_parsed[][]", kAuthorPart}, {"versions[].created", kVersionDate},
};

class ArxivHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) open_record();
    if (field == kAuthor) {
      builder_.begin_author();
      part_ = 0;
    }
  }

  void end(int field) {
    if (field == kAuthor) builder_.drop_nameless();
    if (field == kRecord && close_record()) {
      if (builder_.paper.key.empty()) return skip_without("an arXiv id");
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
          builder_.person().given = builder_.keep(std::string(builder_.person().given) + " " + std::string(text));
        break;
      default: builder_.add_affiliation(text);
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
