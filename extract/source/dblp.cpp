// SPDX-License-Identifier: Apache-2.0
// The DBLP dump: publication records and the person records ("www") with aliases, affiliations and ORCIDs. A name in DBLP
// is an identifier: homonyms carry a number ("Wei Li 0001"). The character entities of dblp.dtd are the Latin-1 ones of
// HTML and are known without the file. Source: Michael Ley, "DBLP – Some Lessons Learned" (2009), and dblp.dtd.
#include <array>
#include <cctype>

#include "base/text.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

constexpr std::string_view kRecords[] = {"article",   "inproceedings", "proceedings", "book", "incollection", "phdthesis",
                                         "mastersthesis", "www",       "person",      "data"};
enum Field : int { kAuthor, kEditor, kTitle, kYear, kJournal, kBooktitle, kSchool, kLink, kUrl, kNote, kCite };
constexpr std::pair<std::string_view, int> kChildren[] = {
    {"author", kAuthor},       {"editor", kEditor}, {"title", kTitle}, {"year", kYear}, {"journal", kJournal},
    {"booktitle", kBooktitle}, {"school", kSchool}, {"ee", kLink},     {"url", kUrl},   {"note", kNote},
    {"cite", kCite},
};

/// Every record kind with every child; the path is also where the kind of the record is read from.
const XmlPaths& dblp_paths() {
  static const XmlPaths paths = [] {
    std::vector<std::string> texts;
    std::vector<XmlPath> list;
    texts.reserve(std::size(kRecords) * std::size(kChildren));
    for (std::size_t i = 0; i < std::size(kRecords); ++i) {
      list.push_back({kRecords[i], static_cast<int>(100 + i)});
      for (const auto& [name, field] : kChildren) {
        texts.push_back(std::string(kRecords[i]) + "/" + std::string(name));
        list.push_back({texts.back(), field});
      }
    }
    return XmlPaths(list, kRecords);
  }();
  return paths;
}

class DblpHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    if (field >= 100) {
      builder_.reset();
      builder_.paper.key = keep(element["key"]);
      builder_.paper.line = element.line();
      builder_.paper.type = kRecords[static_cast<std::size_t>(field - 100)];
      builder_.paper.volume = builder_.paper.type == "proceedings";
      affiliation_ = person_orcid_ = {};
      disambiguation_ = element["publtype"] == "disambiguation";
      open_ = true;
    } else if (field == kAuthor || field == kEditor) {
      orcid_ = keep(element["orcid"]);
    } else if (field == kNote) {
      note_is_affiliation_ = element["type"] == "affiliation";
    }
  }

  void end(int field, std::string_view text) override {
    if (field >= 100) {
      finish();
      return;
    }
    switch (field) {
      case kAuthor:
      case kEditor: add_person(field == kEditor, keep(text)); break;
      case kTitle: set_title(keep(text)); break;
      case kYear: set_year(text); break;
      case kJournal:
      case kBooktitle:
      case kSchool:
        if (builder_.paper.venue.empty()) builder_.paper.venue = keep(text);
        break;
      case kLink: add_link(trim(text)); break;
      case kUrl: add_url(trim(text)); break;
      case kNote:
        if (note_is_affiliation_ && affiliation_.empty()) affiliation_ = keep(text);
        break;
      case kCite:
        if (text != "...") builder_.add_reference("dblp", keep(text));
        break;
      default: break;
    }
  }

  bool abandon() override {
    const bool open = open_;
    open_ = false;
    return open;
  }

 private:
  std::string_view keep(std::string_view text) { return text.empty() ? text : builder_.keep_collapsed(text); }

  void add_person(bool editor, std::string_view name) {
    if (editor)
      builder_.begin_editor();
    else
      builder_.begin_author();
    builder_.add_person_id("dblp", name);
    if (!orcid_.empty()) builder_.add_person_id("orcid", orcid_);
    orcid_ = {};
    builder_.person().full = without_number(name);
    builder_.drop_nameless();
  }

  static std::string_view without_number(std::string_view name) {
    if (name.size() < 6 || name[name.size() - 5] != ' ') return name;
    const std::string_view digits = name.substr(name.size() - 4);
    return digits.find_first_not_of("0123456789") == std::string_view::npos ? name.substr(0, name.size() - 5) : name;
  }

  void set_title(std::string_view title) {
    // DBLP ends every title with a full stop of its own.
    if (title.ends_with('.') && !title.ends_with("..")) title.remove_suffix(1);
    builder_.paper.title = title;
  }

  void set_year(std::string_view text) {
    int year = 0;
    for (const char c : text)
      if (std::isdigit(static_cast<unsigned char>(c)) && year < 3000) year = year * 10 + (c - '0');
    builder_.paper.year = year < 3000 ? year : 0;
  }

  void add_link(std::string_view link) {
    if (link.find("doi.org/") != std::string_view::npos) builder_.add_id("doi", keep(bare_id(link)));
    if (link.find("arxiv.org/abs/") != std::string_view::npos) builder_.add_id("arxiv", keep(bare_id(link)));
  }

  void add_url(std::string_view url) {
    if (url.find("orcid.org/") != std::string_view::npos) person_orcid_ = keep(bare_id(url));
  }

  void finish() {
    if (!open_) return;
    open_ = false;
    if (builder_.paper.key.empty()) {
      skip_without("a key");
      return;
    }
    if (builder_.paper.type != "www" && builder_.paper.type != "person") {
      builder_.add_id("dblp", builder_.paper.key);
      builder_.emit_paper(sink_);
    } else if (builder_.has_person() && !disambiguation_ && !builder_.paper.key.starts_with("www/")) {
      finish_person();
    } else {
      sink_.other();
    }
  }

  void finish_person() {
    // The first author is the person's name, the others are aliases.
    for (const PersonView& alias : builder_.people_after_first()) builder_.add_alias(alias.full);
    builder_.keep_first_person();
    builder_.add_affiliation(affiliation_);
    builder_.add_person_id("orcid", person_orcid_);
    builder_.emit_person(sink_);
  }

  std::string_view orcid_, affiliation_, person_orcid_;
  bool note_is_affiliation_ = false;
  bool disambiguation_ = false;  ///< a name that nobody has alone
  bool open_ = false;
};

double sniff(std::string_view head) { return xml_root_is(head, "dblp") || xml_root_is(head, "dblpperson") ? 0.95 : 0; }

std::size_t cut(std::string_view bytes) { return cut_before_xml_record(bytes, kRecords); }

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  DblpHandler handler(sink);
  walk_xml_records(block, context, dblp_paths(), handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kDblpSource;
const SourceFormat kDblpSource{"dblp", "DBLP XML, the whole dump or parts of it", {".xml"}, sniff, cut, parse,
                               carry_xml_encoding};

}  // namespace scholargraph
