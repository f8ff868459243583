// SPDX-License-Identifier: Apache-2.0
// ACL Anthology XML: one collection a file, with volumes, their editors and their papers. A paper's key is
// "collection-volume.number". Source: the Anthology's schema.rnc.
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kCollection, kVolume, kMeta, kVolumeTitle, kVolumeYear, kVolumeVenue, kVolumeDoi, kEditor, kFirst, kLast, kAffiliation,
  kPaper, kTitle, kAuthor, kDoi, kPaperYear, kJournal,
};

constexpr XmlPath kPaths[] = {
    {"collection", kCollection},
    {"collection/volume", kVolume},
    {"collection/volume/meta", kMeta},
    {"collection/volume/meta/booktitle", kVolumeTitle},
    {"collection/volume/meta/journal-title", kJournal},
    {"collection/volume/meta/year", kVolumeYear},
    {"collection/volume/meta/venue", kVolumeVenue},
    {"collection/volume/meta/doi", kVolumeDoi},
    {"collection/volume/meta/editor", kEditor},
    {"collection/volume/meta/editor/first", kFirst},
    {"collection/volume/meta/editor/last", kLast},
    {"collection/volume/meta/editor/affiliation", kAffiliation},
    {"collection/volume/paper", kPaper},
    {"collection/volume/paper/title", kTitle},
    {"collection/volume/paper/author", kAuthor},
    {"collection/volume/paper/author/first", kFirst},
    {"collection/volume/paper/author/last", kLast},
    {"collection/volume/paper/author/affiliation", kAffiliation},
    {"collection/volume/paper/editor", kEditor},
    {"collection/volume/paper/editor/first", kFirst},
    {"collection/volume/paper/editor/last", kLast},
    {"collection/volume/paper/editor/affiliation", kAffiliation},
    {"collection/volume/paper/doi", kDoi},
    {"collection/volume/paper/year", kPaperYear},
};
constexpr std::string_view kRecords[] = {"paper", "volume"};

class AclHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    switch (field) {
      case kCollection: collection_ = element["id"]; break;
      case kVolume: begin_volume(element); break;
      case kPaper: begin_paper(element); break;
      case kAuthor:
        builder_.begin_author();
        begin_person(element);
        break;
      case kEditor:
        builder_.begin_editor();
        begin_person(element);
        break;
      default: break;
    }
  }

  void end(int field, std::string_view text) override;

  bool abandon() override {
    const bool open = open_;
    open_ = false;
    return open;
  }

 private:
  void begin_volume(const XmlElement& element) {
    volume_ = collection_ + "-" + std::string(element["id"]);
    venue_.clear();
    journal_.clear();
    booktitle_.clear();
    year_ = 0;
    builder_.reset();
    builder_.paper.key = volume_;
    builder_.paper.line = element.line();
    builder_.paper.volume = true;
    builder_.paper.type = "proceedings";
    open_ = true;
  }
  void begin_paper(const XmlElement& element) {
    builder_.reset();
    builder_.paper.key = builder_.keep(volume_ + "." + std::string(element["id"]));
    builder_.paper.line = element.line();
    builder_.paper.year = year_;
    builder_.paper.venue = venue_name();
    open_ = true;
  }
  void begin_person(const XmlElement& element) {
    builder_.add_person_id("acl", keep(element["id"]));
    builder_.add_person_id("orcid", keep(element["orcid"]));
  }
  void finish(bool volume) {
    if (!open_) return;
    open_ = false;
    if (volume) {
      builder_.paper.title = booktitle_;
      builder_.paper.venue = venue_;
      builder_.paper.year = year_;
    }
    builder_.add_id("acl", builder_.paper.key);
    builder_.emit_paper(sink_);
  }
  [[nodiscard]] std::string_view venue_name() const {
    if (!journal_.empty()) return journal_;
    return booktitle_.empty() ? std::string_view(venue_) : std::string_view(booktitle_);
  }
  std::string_view keep(std::string_view text) { return text.empty() ? text : builder_.keep_collapsed(text); }
  static int year_of(std::string_view text) {
    int year = 0;
    for (const char c : text)
      if (c >= '0' && c <= '9' && year < 10000) year = year * 10 + (c - '0');
    return year < 3000 ? year : 0;
  }

  std::string collection_, volume_, venue_, journal_, booktitle_;
  int year_ = 0;
  bool open_ = false;
};

void AclHandler::end(int field, std::string_view text) {
  switch (field) {
    case kVolumeTitle: booktitle_ = keep(text); break;
    case kJournal: journal_ = keep(text); break;
    case kVolumeYear: year_ = year_of(text); break;
    case kVolumeVenue:
      if (venue_.empty()) venue_ = keep(text);
      break;
    case kVolumeDoi:
    case kDoi: builder_.add_id("doi", keep(bare_id(text))); break;
    case kMeta: finish(true); break;
    case kPaper: finish(false); break;
    case kTitle: builder_.paper.title = keep(text); break;
    case kPaperYear: builder_.paper.year = year_of(text); break;
    case kFirst: builder_.person().given = keep(text); break;
    case kLast: builder_.person().family = keep(text); break;
    case kAffiliation: builder_.add_affiliation(keep(text)); break;
    default: break;
  }
}

double sniff(std::string_view head) {
  return xml_root_is(head, "collection") && head.find("<volume") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const XmlPaths paths(kPaths, kRecords);
  AclHandler handler(sink);
  walk_xml_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kAclAnthologySource;
const SourceFormat kAclAnthologySource{"acl-anthology", "ACL Anthology XML", {".xml"}, sniff, nullptr, parse};

}  // namespace scholargraph
