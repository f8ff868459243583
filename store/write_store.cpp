// SPDX-License-Identifier: Apache-2.0
// One pass over the graph and the corpus into a fresh file: tables first, then rows through prepared statements in one
// transaction, then indexes and views. Rows of nodes and edges are numbered in the order of the stream, which is the
// order every export wants, so that reading back is a plain scan. Edges hold integers only: the numbers of their ends
// and of their places.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <optional>

#include "base/error.h"
#include "base/files.h"
#include "model/identifier.h"
#include "store/contact.h"
#include "store/file_check.h"
#include "store/places.h"
#include "store/sqlite.h"
#include "store/store.h"
#include "store/tables.h"
#include "store/text_list.h"

namespace scholargraph {

namespace {

/// Above this many rows an index costs more at each build than it saves at a query: a scan of so many small rows
/// takes a second or two.
constexpr std::uint64_t kIndexedRows = 2'000'000;

/// Rows count from 1; 0 for an invalid id.
template <class Tag>
std::int64_t row_of(StrongId<Tag> id) {
  return id.valid() ? std::int64_t{id.value} + 1 : 0;
}

class StoreWriter {
 public:
  StoreWriter(Database& database, const Corpus& corpus, const Resolution& resolution)
      : database_(database),
        corpus_(corpus),
        resolution_(resolution),
        places_(corpus),
        insert_document_(database, "INSERT INTO documents VALUES (?,?,?,?,?,?,?)"),
        insert_place_(database, "INSERT INTO place VALUES (?,?,?,?,?,?,?)"),
        node_of_entity_(resolution.entities.size(), 0) {}

  void write_meta();
  void write_documents();
  void write_places();
  void write_nodes(const GraphSource& graph);
  void write_edges(const GraphSource& graph);
  void write_mentions();
  void write_identifiers();
  void write_relations();
  void write_merges();
  void write_diagnostics();
  void write_indexes();

 private:
  void insert_node(const NodeView& node);
  void insert_edge(const EdgeView& edge);
  void bind_properties(Statement& statement, int first, std::span<const PropertyValue> properties);
  void bind_evidence(Statement& statement, std::span<const EvidenceView> evidence);
  std::uint32_t place_of(const EvidenceView& evidence);
  void match_entity(const NodeView& node, std::int64_t number);
  [[nodiscard]] std::int64_t node_number(std::string_view id) const;
  [[nodiscard]] std::string_view text(StringId id) const {
    return id.valid() ? corpus_.strings.view(id) : std::string_view();
  }

  Database& database_;
  const Corpus& corpus_;
  const Resolution& resolution_;
  PlaceTable places_;
  Statement insert_document_;
  Statement insert_place_;
  std::array<std::unique_ptr<Statement>, kNodeKindCount> insert_node_;
  std::array<std::unique_ptr<Statement>, kEdgeKindCount> insert_edge_;
  std::array<std::uint64_t, kNodeKindCount> node_counts_{};
  std::array<std::uint64_t, kEdgeKindCount> edge_counts_{};
  StringPool ids_;  ///< node number = id of the string, from 1
  std::vector<std::int64_t> node_of_entity_;
  std::size_t next_entity_ = 0;
  std::vector<std::string> scratch_;  ///< encoded lists of the row in hand
  std::vector<std::uint32_t> place_numbers_;
  std::string place_list_;
  std::string masked_;
};

void StoreWriter::write_meta() {
  Statement insert(database_, "INSERT INTO meta VALUES (?,?)");
  const std::string version = std::to_string(kStoreVersion);
  insert.bind(0, "store_version").bind(1, version).insert();
  insert.bind(0, "program").bind(1, "scholargraph " SCHOLARGRAPH_VERSION).insert();
}

void StoreWriter::write_documents() {
  std::int64_t number = 0;
  for (const Document& document : corpus_.documents) {
    insert_document_.bind(0, ++number).bind(1, document.path).bind(2, document.format).bind(3, document.hash);
    insert_document_.bind_text_or_null(4, mask_contacts(document.note, masked_));
    insert_document_.bind_number_or_null(5, row_of(document.owner));
    insert_document_.bind(6, std::int64_t{document.owner_named}).insert();
  }
}

void StoreWriter::write_places() {
  std::int64_t number = 0;
  for (const Evidence& evidence : corpus_.evidence) {
    insert_place_.bind(0, ++number).bind(1, row_of(evidence.document));
    insert_place_.bind_number_or_null(2, evidence.span.page).bind_number_or_null(3, evidence.span.first_line);
    insert_place_.bind_number_or_null(4, evidence.span.last_line).bind_text_or_null(5, text(evidence.key));
    insert_place_.bind_text_or_null(6, mask_contacts(text(evidence.text), masked_)).insert();
  }
}

void StoreWriter::write_nodes(const GraphSource& graph) {
  graph.for_each_node([&](const NodeView& node) { insert_node(node); });
}

void StoreWriter::insert_node(const NodeView& node) {
  const auto kind = static_cast<std::size_t>(node.kind);
  if (!insert_node_[kind])
    insert_node_[kind] = std::make_unique<Statement>(database_, insert_node_sql(node_info(node.kind)));
  const std::int64_t number = ids_.intern(node.id).value;
  Statement& insert = *insert_node_[kind];
  insert.bind(0, number).bind(1, node.id).bind(2, node.label);
  bind_properties(insert, kFirstNodeProperty, node.properties);
  insert.insert();
  ++node_counts_[kind];
  match_entity(node, number);
}

/// Both lists are sorted by (kind, id), so one pointer runs along.
void StoreWriter::match_entity(const NodeView& node, std::int64_t number) {
  for (; next_entity_ < resolution_.entities.size(); ++next_entity_) {
    const Entity& entity = resolution_.entities[next_entity_];
    const std::string key = entity_key(resolution_, EntityId(next_entity_));
    if (entity.kind > node.kind || (entity.kind == node.kind && key > node.id)) return;
    if (entity.kind == node.kind && key == node.id) node_of_entity_[next_entity_] = number;
  }
}

void StoreWriter::bind_properties(Statement& statement, int first, std::span<const PropertyValue> properties) {
  if (scratch_.size() < properties.size()) scratch_.resize(properties.size());
  for (std::size_t i = 0; i < properties.size(); ++i) {
    const int column = first + static_cast<int>(i);
    const PropertyValue& value = properties[i];
    if (const auto* string = std::get_if<std::string_view>(&value)) {
      statement.bind(column, *string);
    } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      statement.bind(column, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
      statement.bind(column, *real);
    } else if (const auto* boolean = std::get_if<bool>(&value)) {
      statement.bind(column, std::int64_t{*boolean});
    } else if (const auto* list = std::get_if<std::span<const std::string_view>>(&value)) {
      encode_text_list(*list, scratch_[i]);
      statement.bind(column, scratch_[i]);
    } else {
      statement.bind_null(column);
    }
  }
}

void StoreWriter::write_edges(const GraphSource& graph) {
  graph.for_each_edge([&](const EdgeView& edge) { insert_edge(edge); });
}

void StoreWriter::insert_edge(const EdgeView& edge) {
  const auto kind = static_cast<std::size_t>(edge.kind);
  if (!insert_edge_[kind])
    insert_edge_[kind] = std::make_unique<Statement>(database_, insert_edge_sql(edge_info(edge.kind)));
  Statement& insert = *insert_edge_[kind];
  insert.bind(0, node_number(edge.source)).bind(1, node_number(edge.target));
  insert.bind(2, edge.weight).bind(3, edge.confidence);
  bind_evidence(insert, edge.evidence);
  bind_properties(insert, kFirstEdgeProperty, edge.properties);
  insert.insert();
  ++edge_counts_[kind];
}

std::int64_t StoreWriter::node_number(std::string_view id) const {
  const StringId number = ids_.find(id);
  if (!number.valid() || number.value == 0)
    throw Error(ExitCode::kOutputFailed, "the graph has an edge to the node " + std::string(id) + ", which it lacks");
  return number.value;
}

/// One place, by far the most common case, is stored as a plain number; json_each() opens that too.
void StoreWriter::bind_evidence(Statement& statement, std::span<const EvidenceView> evidence) {
  constexpr int kColumn = 4;
  if (evidence.empty()) {
    statement.bind_null(kColumn);
  } else if (evidence.size() == 1) {
    statement.bind(kColumn, std::int64_t{place_of(evidence[0])});
  } else {
    place_numbers_.clear();
    for (const EvidenceView& one : evidence) place_numbers_.push_back(place_of(one));
    encode_number_list(place_numbers_, place_list_);
    statement.bind(kColumn, place_list_);
  }
}

std::uint32_t StoreWriter::place_of(const EvidenceView& evidence) {
  const PlaceTable::Found found = places_.find_or_add(evidence);
  if (found.document_added) {
    insert_document_.bind(0, std::int64_t{found.document}).bind(1, evidence.document);
    for (int column = 2; column < 7; ++column) insert_document_.bind_null(column);
    insert_document_.insert();
  }
  if (found.added) {
    insert_place_.bind(0, std::int64_t{found.place}).bind(1, std::int64_t{found.document});
    insert_place_.bind_number_or_null(2, evidence.page).bind_number_or_null(3, evidence.first_line);
    insert_place_.bind_number_or_null(4, evidence.last_line).bind_text_or_null(5, evidence.key);
    insert_place_.bind_text_or_null(6, mask_contacts(evidence.text, masked_)).insert();
  }
  return found.place;
}

void StoreWriter::write_mentions() {
  Statement insert(database_, "INSERT INTO mention VALUES (?,?,?,?,?,?,?,?,?,?)");
  for (std::size_t i = 0; i < corpus_.mentions.size(); ++i) {
    const Mention& mention = corpus_.mentions[i];
    const EntityId entity = i < resolution_.entity_of.size() ? resolution_.entity_of[i] : EntityId();
    insert.bind(0, static_cast<std::int64_t>(i + 1)).bind(1, static_cast<std::int64_t>(mention.kind));
    insert.bind_number_or_null(2, entity.valid() ? node_of_entity_[entity.value] : 0);
    insert.bind(3, text(mention.name)).bind_text_or_null(4, text(mention.family));
    insert.bind_text_or_null(5, text(mention.given));
    insert.bind_number_or_null(6, row_of(mention.paper));
    insert.bind_number_or_null(7, mention.position).bind_number_or_null(8, mention.year);
    insert.bind_number_or_null(9, row_of(mention.evidence));
    insert.insert();
  }
}

void StoreWriter::write_identifiers() {
  Statement identifier(database_, "INSERT INTO identifier VALUES (?,?,?)");
  for (const MentionIdentifier& one : corpus_.identifiers) {
    if (is_contact_scheme(text(one.scheme))) continue;
    identifier.bind(0, row_of(one.mention)).bind(1, text(one.scheme)).bind(2, text(one.value));
    identifier.insert();
  }
  Statement status(database_, "INSERT INTO paper_status VALUES (?,?)");
  for (const auto& [mention, value] : corpus_.paper_status)
    status.bind(0, row_of(mention)).bind(1, text(value)).insert();
  Statement type(database_, "INSERT INTO paper_type VALUES (?,?)");
  for (const auto& [mention, value] : corpus_.paper_type)
    type.bind(0, row_of(mention)).bind(1, text(value)).insert();
  Statement same(database_, "INSERT INTO stated_same VALUES (?,?)");
  for (const auto& [first, second] : corpus_.stated_same)
    same.bind(0, row_of(first)).bind(1, row_of(second)).insert();
}

void StoreWriter::write_relations() {
  Statement insert(database_, "INSERT INTO relation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
  for (const Relation& relation : corpus_.relations) {
    insert.bind(0, edge_info(relation.kind).name).bind(1, row_of(relation.source));
    insert.bind(2, row_of(relation.target));
    insert.bind_number_or_null(3, relation.start).bind_number_or_null(4, relation.start_month);
    insert.bind_number_or_null(5, relation.end).bind_number_or_null(6, relation.end_month);
    insert.bind(7, std::int64_t{relation.present}).bind_text_or_null(8, text(relation.role));
    insert.bind_text_or_null(9, text(relation.detail)).bind_text_or_null(10, text(relation.note));
    insert.bind_number_or_null(11, row_of(relation.institution));
    insert.bind_number_or_null(12, row_of(relation.evidence));
    insert.insert();
  }
}

void StoreWriter::write_merges() {
  Statement insert(database_, "INSERT INTO merge VALUES (?,?,?,?)");
  for (const MergeReason& merge : resolution_.reasons) {
    insert.bind(0, row_of(merge.first)).bind(1, row_of(merge.second));
    insert.bind(2, resolution_.strings.view(merge.reason)).bind(3, double{merge.confidence}).insert();
  }
}

void StoreWriter::write_diagnostics() {
  constexpr std::array<std::string_view, 3> kNames = {"note", "warning", "error"};
  Statement insert(database_, "INSERT INTO diagnostics VALUES (?,?,?,?,?,?)");
  std::string masked_hint;
  for (const Diagnostic& one : corpus_.diagnostics) {
    insert.bind(0, one.file).bind_number_or_null(1, one.line).bind_number_or_null(2, one.column);
    insert.bind(3, kNames[static_cast<std::size_t>(one.severity)]).bind(4, mask_contacts(one.message, masked_));
    insert.bind_text_or_null(5, mask_contacts(one.hint, masked_hint)).insert();
  }
}

void StoreWriter::write_indexes() {
  for (const NodeInfo& info : all_node_infos())
    if (node_counts_[static_cast<std::size_t>(info.kind)] <= kIndexedRows) database_.run(node_index_sql(info));
  for (const EdgeInfo& info : all_edge_infos())
    if (edge_counts_[static_cast<std::size_t>(info.kind)] <= kIndexedRows) database_.run(edge_index_sql(info));
  if (corpus_.mentions.size() <= kIndexedRows) database_.run("CREATE INDEX mention_node ON mention(node)");
}

void write_all(StoreWriter& writer, const GraphSource& graph) {
  writer.write_meta();
  writer.write_documents();
  writer.write_places();
  writer.write_nodes(graph);
  writer.write_edges(graph);
  writer.write_mentions();
  writer.write_identifiers();
  writer.write_relations();
  writer.write_merges();
  writer.write_diagnostics();
  writer.write_indexes();
}

/// The bytes must be on the disk before the name points to them.
void sync_file(const std::filesystem::path& file, const std::string& name) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  const bool ok = descriptor >= 0 && fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!ok) throw Error(ExitCode::kOutputFailed, name + ": cannot be written: " + std::strerror(error));
}

}  // namespace

void write_store(const std::filesystem::path& path, bool overwrite, const Corpus& corpus,
                 const Resolution& resolution, const GraphSource& graph) {
  if (overwrite) check_replaceable(path);
  AtomicFile file(path, overwrite);
  Database database(file.temporary_path(), path.string(), OpenMode::kBulkWrite);
  database.run("BEGIN");
  database.run("PRAGMA application_id=" + std::to_string(kApplicationId));
  database.run("PRAGMA user_version=" + std::to_string(kStoreVersion));
  database.run(create_tables_sql());
  {
    StoreWriter writer(database, corpus, resolution);
    write_all(writer, graph);
  }
  database.run(create_views_sql());
  database.run("COMMIT");
  database.close();
  sync_file(file.temporary_path(), path.string());
  file.commit();
}

}  // namespace scholargraph
