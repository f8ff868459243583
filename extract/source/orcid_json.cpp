// SPDX-License-Identifier: Apache-2.0
// ORCID records as JSON, schemas 2.0 to 3.0, one or many in a file.
#include "extract/source/json_walk.h"
#include "extract/source/orcid_record.h"

namespace scholargraph {

namespace {

using F = OrcidField;

const JsonPaths& orcid_paths() {
  static const JsonPaths paths = [] {
    const auto texts = orcid_paths_of(&OrcidPath::json, "");
    std::vector<JsonPath> list;
    for (const auto& [path, field] : texts) list.push_back({path, static_cast<int>(field)});
    return JsonPaths(list, {});
  }();
  return paths;
}

class OrcidJsonHandler {
 public:
  explicit OrcidJsonHandler(RecordSink& sink) : collector_(sink) {}
  void begin_stream_value(std::uint64_t line) { line_ = line; }
  void begin(int field) { collector_.begin(static_cast<F>(field), line_); }
  void end(int field) { collector_.end(static_cast<F>(field)); }
  void text(int field, std::string_view value) { collector_.text(static_cast<F>(field), value); }
  void number(int, std::int64_t) {}
  void begin_list() {}
  void report_to(const BlockContext& context, Diagnostics& diagnostics) { collector_.report_to(context, diagnostics); }
  void abandon() { collector_.abandon(); }

 private:
  OrcidCollector collector_;
  std::uint64_t line_ = 0;
};

double sniff(std::string_view head) {
  return begins_as_json(head) && head.find("\"orcid-identifier\"") != std::string_view::npos ? 0.95 : 0;
}

void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  OrcidJsonHandler handler(sink);
  walk_json_records(block, context, orcid_paths(), handler, sink, diagnostics);
}

}  // namespace

extern const SourceFormat kOrcidJsonSource;
const SourceFormat kOrcidJsonSource{"orcid-json", "ORCID records, JSON 2.0 to 3.0", {".json"}, sniff,
                                    cut_before_json_record, parse};

}  // namespace scholargraph
