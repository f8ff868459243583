// SPDX-License-Identifier: Apache-2.0
// The text of an affiliation is wanted as a whole, the institutions in it by themselves, and a path of xml_walk.h gives
// one or the other. So an article that prints identifiers of institutions is walked over a second time.
// Source: NISO JATS 1.3, <institution-wrap> and <institution-id>.
#include "extract/source/jats_institutions.h"

#include <algorithm>
#include <compare>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "extract/source/xml_walk.h"

namespace scholargraph {

namespace {

enum Field : int { kArticle, kWrap, kInstitution, kInstitutionId };

#define META "article/front/article-meta/"
#define WRAP(place) {META place "/institution-wrap", kWrap}, \
                    {META place "/institution-wrap/institution", kInstitution}, \
                    {META place "/institution-wrap/institution-id", kInstitutionId}
constexpr XmlPath kPaths[] = {
    {"article", kArticle},
    WRAP("contrib-group/contrib/aff"),
    WRAP("contrib-group/contrib/aff-alternatives/aff"),
    WRAP("contrib-group/aff"),
    WRAP("contrib-group/aff-alternatives/aff"),
    WRAP("aff"),
    WRAP("aff-alternatives/aff"),
};
#undef WRAP
#undef META
/// Others, such as a publisher's own numbers, mean nothing elsewhere.
constexpr std::string_view kSchemes[] = {"ror", "grid", "isni", "ringgold"};

constexpr std::string_view kRecords[] = {"article"};

class InstitutionHandler final : public XmlHandler {
 public:
  using XmlHandler::XmlHandler;

  void begin(int field, const XmlElement& element) override {
    switch (field) {
      case kArticle:
        line_ = element.line();
        found_.clear();
        break;
      case kWrap:
        names_ = 0;
        at_hand_ = {};
        break;
      case kInstitution: part_ = is_part(element["content-type"]); break;
      case kInstitutionId: scheme_ = to_lower(element["institution-id-type"]); break;
      default: break;
    }
  }

  void end(int field, std::string_view text) override {
    switch (field) {
      case kArticle: finish(); break;
      case kInstitution:
        if (part_) break;
        at_hand_.name = collapse_spaces(text);
        ++names_;
        break;
      case kInstitutionId: add_id(bare_id(text)); break;
      case kWrap:
        // Of several names nobody says which one the identifier belongs to.
        if (names_ == 1 && !at_hand_.ids.empty() && !at_hand_.name.empty()) found_.insert(at_hand_);
        break;
      default: break;
    }
  }

  bool abandon() override {
    found_.clear();
    return false;
  }

 private:
  struct Institution {
    std::string name;
    std::vector<std::pair<std::string_view, std::string>> ids;
    auto operator<=>(const Institution&) const = default;
  };

  /// "dept", "department", "org-division", "orgdiv1": a part of the institution that has the identifier.
  static bool is_part(std::string_view type) {
    return type.starts_with("dep") || type.find("div") != std::string_view::npos;
  }

  void add_id(std::string_view value) {
    value.remove_prefix(value.rfind('/') + 1);
    const auto* const known = std::find(std::begin(kSchemes), std::end(kSchemes), scheme_);
    if (known != std::end(kSchemes) && !value.empty()) at_hand_.ids.emplace_back(*known, value);
  }

  void finish() {
    for (const Institution& institution : found_) {
      std::vector<IdView> ids;
      for (const auto& [scheme, value] : institution.ids) ids.push_back({scheme, value});
      InstitutionRecordView view;
      view.key = ids.front().value;
      view.name = institution.name;
      view.ids = ids;
      view.line = line_;
      sink_.institution(view);
    }
    found_.clear();
  }

  std::set<Institution> found_;
  Institution at_hand_;
  std::string scheme_;
  std::uint64_t line_ = 0;
  int names_ = 0;
  bool part_ = false;
};

}  // namespace

void add_jats_institutions(std::string_view block, const BlockContext& context, RecordSink& sink) {
  if (block.find("institution-id") == std::string_view::npos) return;
  static const XmlPaths paths(kPaths, kRecords);
  InstitutionHandler handler(sink);
  Diagnostics ignored;
  walk_xml_records(block, context, paths, handler, sink, ignored);
}

}  // namespace scholargraph
