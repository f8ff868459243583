// SPDX-License-Identifier: Apache-2.0
#include "extract/record_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <set>

#include "base/text.h"

namespace scholargraph {
namespace {

/// Writes the records through any RapidJSON writer: the plain and the pretty one share no base class.
template <class Writer>
class RecordWriter {
 public:
  explicit RecordWriter(Writer& writer) : out_(writer) {}

  void write(const DocumentRecord& record) {
    out_.StartObject();
    field("document", record.path.substr(record.path.find_last_of('/') + 1));
    field("format", record.format);
    text_or_null("owner", record.cv.owner);
    strings("owner_variants", record.cv.owner_variants);
    list("education", record.cv.education);
    list("employment", record.cv.employment);
    list("papers", record.cv.papers);
    people("advisors", record.cv.advising, false);
    people("advisees", record.cv.advising, true);
    list("advising", record.cv.advising);
    list("hosts", record.cv.hosts);
    list("service", record.cv.service);
    list("awards", record.cv.awards);
    list("projects", record.cv.projects);
    quality(record.quality);
    list("diagnostics", record.diagnostics);
    out_.EndObject();
  }

 private:
  void string(std::string_view text) { out_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  void field(const char* key, std::string_view text) {
    out_.Key(key);
    string(text);
  }

  void text_or_null(const char* key, std::string_view text) {
    out_.Key(key);
    if (text.empty()) {
      out_.Null();
    } else {
      string(text);
    }
  }

  void year(const char* key, std::optional<int> value) {
    out_.Key(key);
    if (value) {
      out_.Int(*value);
    } else {
      out_.Null();
    }
  }

  void period(const Period& period) {
    year("start", period.start);
    if (period.present) {
      field("end", "present");
    } else {
      year("end", period.end);
    }
  }

  void span(const SourceSpan& span) {
    if (span.first_line > 0) {
      out_.Key("lines");
      out_.StartArray();
      out_.Int(span.first_line);
      out_.Int(span.last_line);
      out_.EndArray();
    }
    if (span.page > 0) {
      out_.Key("page");
      out_.Int(span.page);
    }
  }

  void strings(const char* key, const std::vector<std::string>& values) {
    out_.Key(key);
    out_.StartArray();
    for (const std::string& value : values) string(value);
    out_.EndArray();
  }

  void years(const std::vector<int>& values) {
    out_.Key("years");
    out_.StartArray();
    for (int value : values) out_.Int(value);
    out_.EndArray();
  }

  template <class Record>
  void list(const char* key, const std::vector<Record>& records) {
    out_.Key(key);
    out_.StartArray();
    for (const Record& record : records) {
      out_.StartObject();
      row(record);
      out_.EndObject();
    }
    out_.EndArray();
  }

  void row(const EducationRecord& record) {
    text_or_null("institution", record.institution);
    text_or_null("unit", record.unit);
    field("degree", to_string(record.degree));
    text_or_null("field", record.field);
    text_or_null("thesis", record.thesis_title);
    period(record.period);
    strings("advisors", record.advisors);
    span(record.span);
  }

  void row(const EmploymentRecord& record) {
    text_or_null("institution", record.institution);
    text_or_null("unit", record.unit);
    text_or_null("role", record.role);
    field("kind", to_string(record.kind));
    period(record.period);
    strings("supervisors", record.supervisors);
    span(record.span);
  }

  void row(const PaperRecord& record) {
    field("title", record.title);
    out_.Key("authors");
    out_.StartArray();
    for (const PersonName& author : record.authors) string(author.full);
    out_.EndArray();
    text_or_null("venue", record.venue);
    text_or_null("status", record.status);
    year("year", record.year);
    if (!record.ids.empty()) identifiers(record.ids);
    span(record.span);
  }

  void identifiers(const std::vector<ExternalId>& ids) {
    out_.Key("ids");
    out_.StartArray();
    for (const ExternalId& id : ids) string(id.scheme + ":" + id.value);
    out_.EndArray();
  }

  void row(const AdvisingRecord& record) {
    field("person", record.person);
    field("direction", record.owner_is_advisor ? "advisee" : "advisor");
    text_or_null("level", to_string(record.level));
    text_or_null("institution", record.institution);
    period(record.period);
    span(record.span);
  }

  void row(const HostRecord& record) {
    field("person", record.person);
    text_or_null("institution", record.institution);
    year("year", record.year);
    span(record.span);
  }

  void row(const ServiceRecord& record) {
    text_or_null("role", record.role);
    field("venue", record.venue);
    years(record.years);
    span(record.span);
  }

  void row(const AwardRecord& record) {
    field("name", record.name);
    text_or_null("organisation", record.organisation);
    years(record.years);
    span(record.span);
  }

  void row(const ProjectRecord& record) {
    field("name", record.name);
    text_or_null("role", record.role);
    period(record.period);
    span(record.span);
  }

  void row(const Diagnostic& diagnostic) {
    out_.Key("line");
    out_.Int(diagnostic.line);
    field("message", diagnostic.message);
    if (!diagnostic.hint.empty()) field("hint", diagnostic.hint);
  }

  /// The distinct people on one side of the advising links, in order of appearance.
  void people(const char* key, const std::vector<AdvisingRecord>& advising, bool owner_is_advisor) {
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const AdvisingRecord& record : advising) {
      if (record.owner_is_advisor == owner_is_advisor && seen.insert(fold(record.person)).second) {
        names.push_back(record.person);
      }
    }
    strings(key, names);
  }

  void quality(const DocumentQuality& value) {
    out_.Key("quality");
    out_.StartObject();
    out_.Key("pages");
    out_.Int(value.pages);
    out_.Key("characters");
    out_.Uint64(value.characters);
    out_.Key("text_share");
    out_.Double(value.text_share);
    out_.Key("is_cv");
    out_.Bool(value.is_cv);
    text_or_null("note", value.note);
    out_.EndObject();
  }

  Writer& out_;
};

}  // namespace

std::string to_json(const DocumentRecord& record, bool pretty) {
  rapidjson::StringBuffer buffer;
  if (pretty) {
    rapidjson::PrettyWriter<rapidjson::StringBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    writer.SetMaxDecimalPlaces(4);
    RecordWriter(writer).write(record);
  } else {
    rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
    writer.SetMaxDecimalPlaces(4);
    RecordWriter(writer).write(record);
  }
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace scholargraph
