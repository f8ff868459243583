// SPDX-License-Identifier: Apache-2.0
// ORCID records as XML, schemas 2.0 to 3.0: one document, or the concatenated documents of the yearly archive.
#include <algorithm>

#include "extract/source/orcid_record.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

using F = OrcidField;

struct Part {
  const char* path;
  F field;
};
constexpr Part kPerson[] = {
    {"", F::kRecord},
    {"/orcid-identifier/path", F::kId},
    {"/person/name/given-names", F::kGiven},
    {"/person/name/family-name", F::kFamily},
    {"/person/name/credit-name", F::kCredit},
    {"/person/other-names/other-name/content", F::kOtherName},
};
/// Schema 3.0 puts every summary into a group.
constexpr const char* kEducations[] = {"/activities-summary/educations/education-summary",
                                       "/activities-summary/educations/affiliation-group/education-summary"};
constexpr const char* kEmployments[] = {"/activities-summary/employments/employment-summary",
                                        "/activities-summary/employments/affiliation-group/employment-summary"};
constexpr Part kStay[] = {
    {"/department-name", F::kUnit},
    {"/role-title", F::kRole},
    {"/organization/name", F::kOrganization},
    {"/organization/disambiguated-organization/disambiguated-organization-identifier", F::kRor},
    {"/organization/disambiguated-organization/disambiguation-source", F::kRorSource},
    {"/start-date/year", F::kStartYear},
    {"/end-date/year", F::kEndYear},
};
constexpr Part kWork[] = {
    {"", F::kWork},
    {"/title/title", F::kWorkTitle},
    {"/journal-title", F::kWorkJournal},
    {"/type", F::kWorkType},
    {"/publication-date/year", F::kWorkYear},
    {"/external-ids/external-id/external-id-type", F::kIdType},
    {"/external-ids/external-id/external-id-value", F::kIdValue},
};
constexpr std::string_view kRecords[] = {"record"};

const XmlPaths& orcid_paths() {
  static const XmlPaths paths = [] {
    std::vector<std::pair<std::string, F>> texts;
    const auto add = [&](const std::string& base, std::span<const Part> parts) {
      for (const Part& part : parts) texts.emplace_back(base + part.path, part.field);
    };
    const std::string record = "record";
    add(record, kPerson);
    for (const char* stay : kEducations) {
      texts.emplace_back(record + stay, F::kEducation);
      add(record + stay, kStay);
    }
    for (const char* stay : kEmployments) {
      texts.emplace_back(record + stay, F::kEmployment);
      add(record + stay, kStay);
    }
    add(record + "/activities-summary/works/group/work-summary", kWork);
    std::vector<XmlPath> list;
    for (const auto& [path, field] : texts) list.push_back({path, static_cast<int>(field)});
    return XmlPaths(list, kRecords);
  }();
  return paths;
}

class OrcidXmlHandler final : public XmlHandler {
 public:
  explicit OrcidXmlHandler(RecordSink& sink) : XmlHandler(sink), collector_(sink) {}
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
