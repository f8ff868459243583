// SPDX-License-Identifier: Apache-2.0
// ROR organisations, schema 2 (names with types) and schema 1 (name, aliases, acronyms, labels): the registry's JSON array
// or JSON lines. Source: the ROR documentation, "ROR data structure".
#include "extract/source/json_walk.h"

namespace scholargraph {

namespace {

enum Field : int {
  kRecord, kId, kNameEntry, kNameType, kNameValue, kCountry, kCountryName, kRelation, kRelationType, kRelationId, kName, kAlias,
};

constexpr JsonPath kPaths[] = {
    {"", kRecord},
    {"id", kId},
    {"names[]", kNameEntry},
    {"names[].types[]", kNameType},
    {"names[].value", kNameValue},
    {"locations[].geonames_details.country_code", kCountry},
    {"locations[].geonames_details.country_name", kCountryName},
    {"relationships[]", kRelation},
    {"relationships[].type", kRelationType},
    {"relationships[].id", kRelationId},
    {"name", kName},
    {"aliases[]", kAlias},
    {"acronyms[]", kAlias},
    {"labels[].label", kAlias},
    {"country.country_code", kCountry},
    {"country.country_name", kCountryName},
};
constexpr std::string_view kWrappers[] = {"items[]"};

class RorHandler : public JsonRecordHandler {
 public:
  using JsonRecordHandler::JsonRecordHandler;

  void begin(int field) {
    if (field == kRecord) {
      open_record();
      name_ = country_ = country_name_ = {};
    }
    if (field == kNameEntry) {
      display_ = false;
      value_ = {};
    }
    if (field == kRelation) type_ = id_ = {};
  }

  void end(int field) {
    if (field == kNameEntry) {
      if (display_)
        name_ = value_;
      else
        builder_.add_alias(value_);
    }
    if (field == kRelation && (type_ == "parent" || type_ == "Parent")) builder_.add_parent("ror", id_);
    if (field == kRecord && close_record()) {
      if (builder_.paper.key.empty()) return skip_without("a ROR id");
      builder_.add_id("ror", builder_.paper.key);
      builder_.emit_institution(sink_, name_, country_, country_name_);
    }
  }

  void text(int field, std::string_view value) {
    switch (field) {
      case kId: builder_.paper.key = bare_id(value); break;
      case kNameType:
        if (value == "ror_display") display_ = true;
        break;
      case kNameValue: value_ = value; break;
      case kCountry:
        if (country_.empty()) country_ = value;
        break;
      case kCountryName:
        if (country_name_.empty()) country_name_ = value;
        break;
      case kRelationType: type_ = value; break;
      case kRelationId: id_ = bare_id(value); break;
      case kName: name_ = value; break;
      case kAlias: builder_.add_alias(value); break;
      default: break;
    }
  }

 private:
  std::string_view name_, country_, country_name_, value_, type_, id_;
  bool display_ = false;
};

double sniff(std::string_view head) {
  if (!begins_as_json(head)) return 0;
  const std::size_t id = head.find("\"https://ror.org/");
  if (id == std::string_view::npos || head.find("\"https://openalex.org/") != std::string_view::npos) return 0;
  return head.find("\"relationships\"") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  static const JsonPaths paths(kPaths, kWrappers);
  RorHandler handler(sink);
  walk_json_records(block, context, paths, handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kRorSource;
const SourceFormat kRorSource{"ror", "ROR organisations, schema 1 and 2", {".json", ".jsonl"}, sniff,
                              cut_before_json_record, parse};

}  // namespace scholargraph
