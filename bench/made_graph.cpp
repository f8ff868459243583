// SPDX-License-Identifier: Apache-2.0
#include "bench/made_graph.h"

#include <algorithm>
#include <array>

#include "base/files.h"
#include "graph/edge_id.h"
#include "graph/schema.h"

namespace scholargraph {

namespace {

constexpr std::array<std::string_view, 12> kSyllables = {"ka", "lo", "mi", "ren", "sta", "vó",
                                                         "ti", "nè", "ul", "dra", "ção", "wei"};

std::uint64_t mix(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
  value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
  return value ^ (value >> 31);
}

std::string word(std::uint64_t seed, int syllables) {
  std::string out;
  for (int i = 0; i < syllables; ++i) out += kSyllables[mix(seed + static_cast<std::uint64_t>(i) * 977) % 12];
  if (out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  return out;
}

std::string words(std::uint64_t seed, int count) {
  std::string out = word(seed, 3);
  for (int i = 1; i < count; ++i) out += " " + word(seed * 31 + static_cast<std::uint64_t>(i), 2 + i % 3);
  return out;
}

/// Ids that sort like their numbers.
std::string id_of(std::string_view kind, std::uint32_t number) {
  return std::string(kind) + ":" + to_hex((std::uint64_t{number} << 24) | (mix(number) & 0xffffff));
}

/// Values by name, absent where not set.
class Row {
 public:
  explicit Row(std::span<const PropertyInfo> schema) : schema_(schema), values_(schema.size()) {}
  Row& set(std::string_view name, PropertyValue value) {
    for (std::size_t i = 0; i < schema_.size(); ++i)
      if (schema_[i].name == name) values_[i] = value;
    return *this;
  }
  [[nodiscard]] std::span<const PropertyValue> values() const { return values_; }

 private:
  std::span<const PropertyInfo> schema_;
  std::vector<PropertyValue> values_;
};

void visit_nodes(NodeKind kind, std::string_view prefix, std::uint32_t count,
                 const std::function<void(const NodeView&)>& visit) {
  Row row(node_info(kind).properties);
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint64_t seed = mix(i * 4 + static_cast<std::uint32_t>(kind));
    const std::string id = id_of(prefix, i);
    const std::string label = words(seed, kind == NodeKind::kPaper ? 9 : kind == NodeKind::kPerson ? 2 : 4);
    const std::string variant = label.substr(0, 1) + ". " + word(seed, 3);
    const std::string doi = "10.1000/" + to_hex(seed).substr(0, 8);
    const std::array<std::string_view, 2> variants = {variant, doi};
    row.set("name", label).set("title", label).set("variants", std::span<const std::string_view>(variants).first(1));
    row.set("mentions", std::int64_t(seed % 40)).set("year", std::int64_t(1970 + seed % 55)).set("doi", doi);
    row.set("identifiers", std::span<const std::string_view>(variants).last(1));
    visit({kind, id, label, row.values()});
  }
}

/// One edge kind, `degree` edges from each of the sources to targets in ascending order.
class EdgeMaker {
 public:
  EdgeMaker(EdgeKind kind, const std::function<void(const EdgeView&)>& visit)
      : info_(edge_info(kind)), visit_(visit), row_(info_.properties) {}

  void make(std::string_view source_prefix, std::uint32_t source, std::string_view target_prefix,
            std::uint32_t target) {
    const std::uint64_t seed = mix((std::uint64_t{source} << 32) | target);
    const std::string from = id_of(source_prefix, source);
    const std::string to = id_of(target_prefix, target);
    make_edge_id(id_, info_.kind, from, to);
    const std::string printed = words(seed, 2);
    const std::array<std::string_view, 1> units = {printed};
    row_.set("position", std::int64_t(1 + seed % 6)).set("printed", printed).set("papers", std::int64_t(1 + seed % 9));
    row_.set("first_year", std::int64_t(1990 + seed % 20)).set("last_year", std::int64_t(2010 + seed % 15));
    row_.set("year", std::int64_t(1990 + seed % 30)).set("units", std::span<const std::string_view>(units));
    places_.clear();
    for (std::uint64_t i = 0; i <= seed % 3; ++i) add_place(mix(seed + i) % 200'000);
    const double weight = info_.kind == EdgeKind::kCoauthor ? 1.0 / static_cast<double>(1 + seed % 7) : 1.0;
    visit_({info_.kind, id_, from, to, info_.source, info_.target, weight, 0.9, row_.values(), places_});
  }

 private:
  void add_place(std::uint64_t number) {
    documents_[places_.size()] = "sources/part-" + std::to_string(number % 40) + ".bib";
    keys_[places_.size()] = "key" + std::to_string(number);
    places_.push_back({documents_[places_.size()], 0, 0, 0, keys_[places_.size()], {}});
  }

  const EdgeInfo& info_;
  const std::function<void(const EdgeView&)>& visit_;
  Row row_;
  std::string id_;
  std::array<std::string, 3> documents_;
  std::array<std::string, 3> keys_;
  std::vector<EvidenceView> places_;
};

}  // namespace

MadeGraph::MadeGraph(std::uint32_t nodes, std::uint32_t edges)
    : people_(nodes / 100 * 60),
      papers_(nodes / 100 * 35),
      institutions_(nodes / 100 * 4),
      venues_(nodes - people_ - papers_ - institutions_),
      edges_(edges) {}

void MadeGraph::for_each_node(const std::function<void(const NodeView&)>& visit) const {
  visit_nodes(NodeKind::kPerson, "person", people_, visit);
  visit_nodes(NodeKind::kInstitution, "institution", institutions_, visit);
  visit_nodes(NodeKind::kPaper, "paper", papers_, visit);
  visit_nodes(NodeKind::kVenue, "venue", venues_, visit);
}

void MadeGraph::for_each_edge(const std::function<void(const EdgeView&)>& visit) const {
  const std::uint32_t per_person = (edges_ - people_ - papers_) / people_;
  const std::uint32_t authored = std::max(1u, per_person / 3);
  const std::uint32_t rest = edges_ - people_ - papers_ - authored * people_;
  EdgeMaker author(EdgeKind::kAuthored, visit);
  for (std::uint32_t i = 0; i < people_; ++i)
    for (std::uint32_t k = 0; k < authored; ++k) author.make("person", i, "paper", (i / 2 + k) % (papers_ - k));
  EdgeMaker coauthor(EdgeKind::kCoauthor, visit);
  std::uint32_t made = 0;
  for (std::uint32_t i = 0; i < people_; ++i)
    for (std::uint32_t k = 1; made < rest * (std::uint64_t{i} + 1) / people_ && i + k < people_; ++k, ++made)
      coauthor.make("person", i, "person", i + k);
  EdgeMaker affiliation(EdgeKind::kAffiliatedWith, visit);
  for (std::uint32_t i = 0; i < people_; ++i) affiliation.make("person", i, "institution", i % institutions_);
  EdgeMaker venue(EdgeKind::kPublishedIn, visit);
  for (std::uint32_t i = 0; i < papers_; ++i) venue.make("paper", i, "venue", i % venues_);
}

}  // namespace scholargraph
