// SPDX-License-Identifier: Apache-2.0
// Problem: many places state the same edge; the graph has it once, with all that they say.
// Idea: nodes are the entities, in their order. Each edge kind is a list of facts (source, target, evidence, years,
// texts); sorted by (source, target), each run of equal pairs is one edge whose lists collect what the facts say.
// Cost: a sort for each edge kind; nothing is kept for a kind once its edges are in the graph.
#include "graph/build.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>

#include "graph/facts.h"

namespace scholargraph {

namespace {

constexpr std::size_t kMaxEvidence = 20;

/// Column numbers of the schema, looked up by name once.
std::size_t column(std::span<const PropertyInfo> schema, std::string_view name) {
  for (std::size_t i = 0; i < schema.size(); ++i)
    if (schema[i].name == name) return i;
  return schema.size();
}

/// Sets properties of the last row of a table; properties that the kind lacks are passed over.
class RowWriter {
 public:
  RowWriter(PropertyTable& table, std::span<const PropertyInfo> schema, StringPool& strings)
      : table_(table), schema_(schema), strings_(strings) {}

  void text(std::string_view name, StringId value) {
    if (const auto c = column(schema_, name); c < schema_.size()) table_.set_string(c, row(), value);
  }
  void number(std::string_view name, int value) {
    if (const auto c = column(schema_, name); c < schema_.size() && value != 0) table_.set_int(c, row(), value);
  }
  void flag(std::string_view name, bool value) {
    if (const auto c = column(schema_, name); c < schema_.size()) table_.set_bool(c, row(), value);
  }
  /// Sorted by text, each once.
  void list(std::string_view name, std::vector<StringId>& items) {
    const auto c = column(schema_, name);
    if (c == schema_.size()) return;
    std::erase_if(items, [&](StringId id) { return !id.valid() || strings_.view(id).empty(); });
    std::sort(items.begin(), items.end(),
              [&](StringId a, StringId b) { return strings_.view(a) < strings_.view(b); });
    items.erase(std::unique(items.begin(), items.end()), items.end());
    table_.set_list(c, row(), items);
  }

 private:
  [[nodiscard]] std::uint32_t row() const { return table_.rows() - 1; }

  PropertyTable& table_;
  std::span<const PropertyInfo> schema_;
  StringPool& strings_;
};

/// The facts by (source, target), equal ones in their order: a counting sort by source, then short sorts.
std::vector<std::uint32_t> order_by_ends(const std::vector<Fact>& facts, std::size_t entities) {
  if (facts.empty()) return {};
  std::vector<std::uint32_t> begin(entities + 1, 0);
  for (const Fact& fact : facts) ++begin[fact.source + 1];
  for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
  std::vector<std::pair<std::uint32_t, std::uint32_t>> rows(facts.size());  // target, fact
  for (std::uint32_t i = 0; i < facts.size(); ++i) rows[begin[facts[i].source]++] = {facts[i].target, i};
  // Each begin has moved to the next one.
  for (std::size_t i = 0, first = 0; i + 1 < begin.size(); first = begin[i++])
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.begin() + static_cast<std::ptrdiff_t>(begin[i]));
  std::vector<std::uint32_t> order(facts.size());
  std::transform(rows.begin(), rows.end(), order.begin(), [](const auto& row) { return row.second; });
  return order;
}

class GraphBuilder {
 public:
  GraphBuilder(Corpus& corpus, const Resolution& resolution)
      : corpus_(corpus), resolution_(resolution), graph_(corpus.strings) {}

  PropertyGraph run() {
    group_mentions();
    for (std::size_t i = 0; i < resolution_.entities.size(); ++i) add_node(EntityId(i));
    add_evidence();
    for (const EdgeInfo& info : all_edge_infos()) {
      add_edges(info, collect_facts(corpus_, resolution_, info.kind));
    }
    return std::move(graph_);
  }

 private:
  void add_edges(const EdgeInfo& info, const std::vector<Fact>& facts) {
    const std::vector<std::uint32_t> order = order_by_ends(facts, resolution_.entities.size());
    std::vector<Fact> run;
    for (std::size_t begin = 0; begin < order.size();) {
      const Fact& first = facts[order[begin]];
      run.clear();
      for (; begin < order.size(); ++begin) {
        const Fact& fact = facts[order[begin]];
        if (fact.source != first.source || fact.target != first.target) break;
        run.push_back(fact);
      }
      add_edge(info, run);
    }
  }

  /// Mentions by entity: counting sort.
  void group_mentions() {
    begin_.assign(resolution_.entities.size() + 1, 0);
    for (const EntityId entity : resolution_.entity_of) ++begin_[entity.value + 1];
    for (std::size_t i = 1; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
    std::vector<std::uint32_t> next(begin_.begin(), begin_.end() - 1);
    members_.resize(resolution_.entity_of.size());
    for (std::size_t m = 0; m < resolution_.entity_of.size(); ++m)
      members_[next[resolution_.entity_of[m].value]++] = MentionId(m);
    owner_document_.assign(corpus_.mentions.size(), StringId{});
    for (const Document& document : corpus_.documents)
      if (document.owner.valid()) owner_document_[document.owner.value] = corpus_.strings.intern(document.path);
  }

  void add_evidence() {
    std::vector<StringId> paths;
    for (const Document& document : corpus_.documents) paths.push_back(corpus_.strings.intern(document.path));
    std::uint32_t row = 0;
    for (const Evidence& place : corpus_.evidence)
      graph_.add_evidence({paths[place.document.value], place.span.page, place.span.first_line, place.span.last_line,
                           place.key, place.text, ++row});
  }

  void add_node(EntityId id) {
    const Entity& entity = resolution_.entities[id.value];
    const StringId key = entity.identifier.valid()
                             ? corpus_.strings.intern(resolution_.strings.view(entity.identifier))
                             : StringId{};
    graph_.add_node(entity.kind, key, entity.hash, entity.label);
    const std::span members(members_.data() + begin_[id.value], begin_[id.value + 1] - begin_[id.value]);
    RowWriter row(graph_.node_table(entity.kind), node_info(entity.kind).properties, corpus_.strings);
    row.text(entity.kind == NodeKind::kPaper ? "title" : "name", entity.label);
    row.number("mentions", static_cast<int>(members.size()));
    add_names(row, entity, members);
    add_identifiers(row, members);
    if (entity.kind == NodeKind::kPaper) add_paper_properties(row, members);
  }

  void add_names(RowWriter& row, const Entity& entity, std::span<const MentionId> members) {
    items_.clear();
    std::vector<StringId> documents;
    std::vector<StringId> given;
    for (const MentionId m : members) {
      const Mention& mention = corpus_.mentions[m.value];
      const bool unnamed = owner_document_[m.value].valid() && is_unnamed_owner(m);
      if (mention.name != entity.label && !unnamed) items_.push_back(mention.name);
      documents.push_back(owner_document_[m.value]);
      if (mention.given.valid() && entity.kind != NodeKind::kPerson) given.push_back(mention.given);
    }
    row.list("variants", items_);
    row.list("cv", documents);
    if (given.empty()) return;
    const auto smallest = *std::min_element(given.begin(), given.end(), [&](StringId a, StringId b) {
      return corpus_.strings.view(a) < corpus_.strings.view(b);
    });
    row.text("acronym", smallest);
    row.text("organisation", smallest);
  }

  bool is_unnamed_owner(MentionId m) const {
    const auto& place = corpus_.evidence[corpus_.mentions[m.value].evidence.value];
    return !corpus_.documents[place.document.value].owner_named;
  }

  void add_identifiers(RowWriter& row, std::span<const MentionId> members) {
    items_.clear();
    std::vector<std::pair<std::string_view, StringId>> best;
    for (const MentionId m : members) {
      auto id = std::lower_bound(corpus_.identifiers.begin(), corpus_.identifiers.end(), m,
                                 [](const MentionIdentifier& a, MentionId b) { return a.mention < b; });
      for (; id != corpus_.identifiers.end() && id->mention == m; ++id) {
        const std::string_view scheme = corpus_.strings.view(id->scheme);
        best.emplace_back(scheme, id->value);
        items_.push_back(corpus_.strings.intern(std::string(scheme) + ":" +
                                                std::string(corpus_.strings.view(id->value))));
      }
    }
    if (best.empty()) return;
    row.list("identifiers", items_);
    std::sort(best.begin(), best.end(), [&](const auto& a, const auto& b) {
      return std::pair(a.first, corpus_.strings.view(a.second)) < std::pair(b.first, corpus_.strings.view(b.second));
    });
    for (std::size_t i = 0; i < best.size(); ++i)
      if (i == 0 || best[i].first != best[i - 1].first)
        for (const std::string_view known : {"orcid", "ror", "doi", "arxiv"})
          if (best[i].first == known) row.text(known, best[i].second);
  }

  void add_paper_properties(RowWriter& row, std::span<const MentionId> members) {
    int year = 0;
    int authors = 0;
    for (const MentionId m : members) {
      year = std::max<int>(year, corpus_.mentions[m.value].year);
      int count = 0;
      for (std::size_t i = m.value + 1; i < corpus_.mentions.size(); ++i, ++count)
        if (corpus_.mentions[i].paper != m || corpus_.mentions[i].position == 0) break;
      authors = std::max(authors, count);
    }
    row.number("year", year);
    row.number("author_count", authors);
    row.text("status", smallest_of(corpus_.paper_status, members));
    row.text("type", smallest_of(corpus_.paper_type, members));
  }

  StringId smallest_of(const std::vector<std::pair<MentionId, StringId>>& rows, std::span<const MentionId> members) {
    StringId smallest;
    for (const MentionId m : members) {
      const auto found = std::lower_bound(rows.begin(), rows.end(), std::pair(m, StringId(0)));
      if (found == rows.end() || found->first != m) continue;
      if (!smallest.valid() || corpus_.strings.view(found->second) < corpus_.strings.view(smallest))
        smallest = found->second;
    }
    return smallest;
  }

  StringId period_text(const Fact& fact) {
    if (fact.start == 0 && fact.end == 0 && !fact.present) return {};
    const auto year = [](int value) { return value > 0 ? std::to_string(value) : std::string("?"); };
    return corpus_.strings.intern(year(fact.start) + "-" + (fact.present ? "present" : year(fact.end)));
  }

  StringId year_text(int year) { return year > 0 ? corpus_.strings.intern(std::to_string(year)) : StringId{}; }

  std::vector<StringId>& collect(std::span<const Fact> facts, StringId Fact::* member) {
    items_.clear();
    for (const Fact& fact : facts) items_.push_back(fact.*member);
    return items_;
  }

  void add_edge(const EdgeInfo& info, std::span<const Fact> facts) {
    double weight = 0;
    double doubt = 1;
    evidence_.clear();
    for (const Fact& fact : facts) {
      weight += fact.weight;
      doubt = std::min(doubt, 1.0 - static_cast<double>(fact.confidence));
      const bool known = std::find(evidence_.begin(), evidence_.end(), fact.evidence.value) != evidence_.end();
      if (!known && evidence_.size() < kMaxEvidence && fact.evidence.valid()) evidence_.push_back(fact.evidence.value);
    }
    if (info.kind == EdgeKind::kAuthored || info.kind == EdgeKind::kEdited) weight = 1;
    const double rounded = static_cast<double>(static_cast<long long>(weight * 1e6 + 0.5)) / 1e6;
    graph_.add_edge({info.kind, NodeIndex(facts[0].source), NodeIndex(facts[0].target), rounded, 1.0 - doubt},
                    evidence_);
    write_properties(info, facts);
  }

  void write_properties(const EdgeInfo& info, std::span<const Fact> facts) {
    RowWriter row(graph_.edge_table(info.kind), info.properties, corpus_.strings);
    switch (info.kind) {
      case EdgeKind::kAuthored:
        row.number("position", facts[0].position);
        row.text("printed", facts[0].role);
        return;
      case EdgeKind::kCoauthor:
      case EdgeKind::kAffiliatedWith: row.number("papers", static_cast<int>(facts.size())); break;
      case EdgeKind::kPublishedIn: row.text("printed", facts[0].detail); break;
      case EdgeKind::kAdvised: row.list("levels", collect(facts, &Fact::role)); break;
      case EdgeKind::kEducatedAt:
        row.list("degrees", collect(facts, &Fact::role));
        row.list("fields", collect(facts, &Fact::detail));
        row.list("theses", collect(facts, &Fact::note));
        break;
      case EdgeKind::kEmployedAt:
        row.list("roles", collect(facts, &Fact::role));
        row.list("kinds", collect(facts, &Fact::detail));
        break;
      default: row.list("roles", collect(facts, &Fact::role)); break;
    }
    row.list("units", collect(facts, &Fact::place));
    row.list("institutions", collect(facts, &Fact::place));
    write_times(row, facts);
  }

  void write_times(RowWriter& row, std::span<const Fact> facts) {
    const Fact* first = nullptr;  // the one that starts first, and the one that ends last
    const Fact* last = nullptr;
    int first_year = 0;
    int last_year = 0;
    bool present = false;
    std::vector<StringId> periods;
    std::vector<StringId> years;
    for (const Fact& fact : facts) {
      periods.push_back(period_text(fact));
      years.push_back(year_text(fact.start));
      present = present || fact.present;
      if (fact.start > 0 && (!first || month_of(fact.start, fact.start_month) < month_of(first->start, first->start_month)))
        first = &fact;
      if (fact.end > 0 && (!last || month_of(fact.end, fact.end_month) > month_of(last->end, last->end_month)))
        last = &fact;
      if (fact.start > 0 && (first_year == 0 || fact.start < first_year)) first_year = fact.start;
      last_year = std::max<int>(last_year, fact.start);
    }
    row.list("periods", periods);
    row.list("years", years);
    row.number("year", last_year);
    row.number("first_year", first_year);
    row.number("last_year", last_year);
    row.number("start", first ? first->start : 0);
    row.number("start_month", first ? first->start_month : 0);
    row.number("end", last && !present ? last->end : 0);
    row.number("end_month", last && !present ? last->end_month : 0);
    if (present) row.flag("present", true);
  }

  static int month_of(int year, int month) { return year * 12 + month; }

  Corpus& corpus_;
  const Resolution& resolution_;
  PropertyGraph graph_;
  std::vector<std::uint32_t> begin_;
  std::vector<MentionId> members_;
  std::vector<StringId> owner_document_;
  std::vector<StringId> items_;
  std::vector<std::uint32_t> evidence_;
};

}  // namespace

PropertyGraph build_graph(Corpus& corpus, const Resolution& resolution) { return GraphBuilder(corpus, resolution).run(); }

}  // namespace scholargraph
