// SPDX-License-Identifier: Apache-2.0
// ORCID records as XML, schemas 2.0 to 3.0: one document, or the concatenated documents of the yearly archive.
#include <algorithm>

#include "extract/source/orcid_record.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

using F = OrcidField;

constexpr std::string_view kRecords[] = {"record"};

const XmlPaths& orcid_paths() {
  static const XmlPaths paths = [] {
    const auto texts = orcid_paths_of(&OrcidPath::xml, "record");
    std::vector<XmlPath> list;
    for (const auto& [path, field] : texts) list.push_back({path, static_cast<int>(field)});
    return XmlPaths(list, kRecords);
  }();
  return paths;
}

class OrcidXmlHandler final : public XmlHandler {
 public:
  explicit OrcidXmlHandler(RecordSink& sink) : XmlHandler(sink), collector_(sink) {}
  void collect_for(const BlockContext& context, Diagnostics& diagnostics) {
    collector_.report_to(context, diagnostics);
  }
  void begin(int field, const XmlElement& element) override {
    collector_.begin(static_cast<F>(field), element.line());
  }
  void end(int field, std::string_view text) override {
    if (!text.empty()) collector_.text(static_cast<F>(field), text);
    collector_.end(static_cast<F>(field));
  }
  bool abandon() override { return collector_.abandon(); }
  [[nodiscard]] std::string_view key() const override { return collector_.key(); }

 private:
  OrcidCollector collector_;
};

double sniff(std::string_view head) {
  return xml_root_is(head, "record") && head.find("www.orcid.org/ns/") != std::string_view::npos ? 0.97 : 0;
}

std::size_t cut(std::string_view bytes) { return cut_before_xml_record(bytes, kRecords); }

/// Every document of the block by itself: an XML declaration may stand only at the start of one.
void parse(std::string& block, const BlockContext& context, RecordSink& sink, Diagnostics& diagnostics) {
  OrcidXmlHandler handler(sink);
  handler.collect_for(context, diagnostics);
  const std::string_view bytes = block;
  std::uint64_t line = context.first_line;
  std::size_t counted = 0;
  for (std::size_t at = find_xml_record(bytes, 0, kRecords); at != std::string_view::npos;) {
    const std::size_t next = find_xml_record(bytes, at + 1, kRecords);
    line += static_cast<std::uint64_t>(
        std::count(bytes.begin() + static_cast<long>(counted), bytes.begin() + static_cast<long>(at), '\n'));
    counted = at;
    const BlockContext part{context.path, line, false, {}, context.cautious};
    std::string_view document = bytes.substr(at, next - at);
    // What stands between two documents, such as the next one's declaration, belongs to neither.
    if (const std::size_t end = document.rfind("record>"); end != std::string_view::npos)
      document = document.substr(0, end + 7);
    walk_xml_records(document, part, orcid_paths(), handler, sink, diagnostics);
    at = next;
  }
}

}  // namespace

extern const SourceFormat kOrcidXmlSource;
const SourceFormat kOrcidXmlSource{"orcid-xml", "ORCID records, XML 2.0 to 3.0, and the yearly archive", {".xml", ".tar"},
                                   sniff, cut, parse};

}  // namespace scholargraph
