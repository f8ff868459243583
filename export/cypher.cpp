// SPDX-License-Identifier: Apache-2.0
// schema.cypher and data.cypher. The data are UNWIND statements over literal lists, each below 64 kB because Neo4j's
// parser slows down and overflows on larger ones; nodes and edges are merged on their id and then set, so a second run
// changes nothing. A value too long for one statement is set by pieces: the first statement sets it, the next ones
// append, and a second run starts again with the first.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "export/byte_writer.h"
#include "export/exporter.h"
#include "export/folder_output.h"
#include "export/neo4j_schema.h"
#include "export/place_text.h"
#include "export/text_rules.h"
#include "graph/schema.h"

namespace scholargraph {

extern const Exporter kCypherExporter;

namespace {

constexpr std::size_t kBatchBytes = 56'000;  ///< rows of a statement; the head and tail need under 2 kB more
constexpr std::size_t kPieceBytes = 16'000;  ///< of text; escaping at most doubles it

constexpr std::string_view kReadme =
    "schema.cypher  uniqueness constraints; run it first, MERGE needs their indexes\n"
    "data.cypher    nodes, then relationships; running it again changes nothing\n\n"
    "  cypher-shell --fail-fast -f schema.cypher\n"
    "  cypher-shell --fail-fast -f data.cypher\n\n"
    "Above a million edges use the neo4j-csv export instead. Some queries:\n\n";

/// A row that is being written, and the values that did not fit into it.
struct Row {
  std::string text;
  struct Piece {
    std::string property;
    std::string literal;
    bool append = false;  ///< to what earlier pieces set
  };
  std::vector<Piece> pieces;

  void clear() {
    text.clear();
    pieces.clear();
  }
};

/// Writes literals of one statement group.
class CypherWriter {
 public:
  CypherWriter(ByteWriter& writer, ExportReport& report) : writer_(writer), report_(report) {}
  void node(const NodeView& node);
  void edge(const EdgeView& edge);
  /// Ends the statement in hand.
  void close_batch();

 private:
  /// Rows of one kind share the statement around them and the words that find one of them again.
  struct Group {
    std::string_view kind;      ///< "Person", "AUTHORED"
    std::string tail;           ///< what follows the list of rows
    std::string match_before;   ///< then the id of the node, or of the source of the edge
    std::string match_between;  ///< edges: then the id of the edge
    std::string match_after;
  };
  void begin_group(Group group);
  void add_row(std::string_view node_id, std::string_view edge_id);
  void string_literal(std::string& out, std::string_view text);
  void list_literal(std::string& out, std::span<const std::string_view> items);
  void member(std::string_view name, const PropertyValue& value);
  void long_string(std::string_view name, std::string_view text);
  void long_list(std::string_view name, std::span<const std::string_view> items);
  void write_pieces(std::string_view node_id, std::string_view edge_id);

  ByteWriter& writer_;
  ExportReport& report_;
  Group group_;
  std::string batch_;
  Row row_;
  PlaceList places_;
};

std::string set_clause(std::string_view variable, std::initializer_list<std::string_view> fixed,
                       std::span<const PropertyInfo> properties) {
  std::string out = "SET ";
  const auto add = [&](std::string_view name) {
    if (out.size() > 4) out += ", ";
    out.append(variable).append(".").append(name).append(" = row.").append(name);
  };
  for (const std::string_view name : fixed) add(name);
  for (const PropertyInfo& property : properties) add(property.name);
  return out + ";\n";
}

std::string node_tail(const NodeInfo& info) {
  return "\n] AS row\nMERGE (n:" + std::string(info.name) + " {id: row.id})\n" +
         set_clause("n", {"label"}, info.properties);
}

std::string edge_tail(const EdgeInfo& info) {
  return "\n] AS row\nMATCH (a:" + std::string(node_info(info.source).name) +
         " {id: row.source})\nMATCH (b:" + std::string(node_info(info.target).name) +
         " {id: row.target})\nMERGE (a)-[r:" + std::string(info.name) + " {id: row.id}]->(b)\n" +
         set_clause("r", {"weight", "confidence", "evidence"}, info.properties);
}

void CypherWriter::begin_group(Group group) {
  close_batch();
  group_ = std::move(group);
}

void CypherWriter::close_batch() {
  if (batch_.empty()) return;
  writer_.buffer().append("UNWIND [\n").append(batch_).append(group_.tail);
  writer_.flush_if_full();
  batch_.clear();
}

void CypherWriter::add_row(std::string_view node_id, std::string_view edge_id) {
  row_.text += '}';
  if (batch_.size() + row_.text.size() > kBatchBytes) close_batch();
  if (!batch_.empty()) batch_ += ",\n";
  batch_ += row_.text;
  if (row_.pieces.empty()) return;
  close_batch();
  write_pieces(node_id, edge_id);
}

void CypherWriter::write_pieces(std::string_view node_id, std::string_view edge_id) {
  std::string& out = writer_.buffer();
  for (const Row::Piece& piece : row_.pieces) {
    out += group_.match_before;
    string_literal(out, node_id);
    if (!group_.match_between.empty()) {
      out += group_.match_between;
      string_literal(out, edge_id);
    }
    out.append(group_.match_after).append(" SET x.").append(piece.property).append(" = ");
    if (piece.append) out.append("x.").append(piece.property).append(" + ");
    out.append(piece.literal).append(";\n");
  }
  writer_.flush_if_full();
}

void CypherWriter::string_literal(std::string& out, std::string_view text) {
  out += '\'';
  append_text(out, text, kCypher, report_.replaced_characters);
  out += '\'';
}

void CypherWriter::list_literal(std::string& out, std::span<const std::string_view> items) {
  out += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += ',';
    string_literal(out, items[i]);
  }
  out += ']';
}

/// Appends `,name:literal` to the row; leaves out what is absent.
void CypherWriter::member(std::string_view name, const PropertyValue& value) {
  std::string& out = row_.text;
  const auto begin = [&]() -> std::string& { return out.append(",").append(name).append(":"); };
  if (const auto* string = std::get_if<std::string_view>(&value)) {
    if (string->size() > kPieceBytes) return long_string(name, *string);
    string_literal(begin(), *string);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_number(begin(), *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    if (std::isfinite(*real)) append_number(begin(), *real);
  } else if (const auto* boolean = std::get_if<bool>(&value)) {
    begin() += *boolean ? "true" : "false";
  } else if (const auto* items = std::get_if<std::span<const std::string_view>>(&value)) {
    std::size_t bytes = 0;
    for (const std::string_view item : *items) bytes += item.size() + 3;
    if (bytes > kPieceBytes) return long_list(name, *items);
    list_literal(begin(), *items);
  }
}

/// Pieces end between characters, so that each is clean text of its own.
void CypherWriter::long_string(std::string_view name, std::string_view text) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(begin + kPieceBytes, text.size());
    while (end < text.size() && end > begin + 1 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    Row::Piece piece{std::string(name), {}, begin > 0};
    string_literal(piece.literal, text.substr(begin, end - begin));
    row_.pieces.push_back(std::move(piece));
    begin = end;
  }
}

void CypherWriter::long_list(std::string_view name, std::span<const std::string_view> items) {
  for (std::size_t begin = 0; begin < items.size();) {
    std::size_t end = begin;
    std::size_t bytes = 0;
    do {
      bytes += items[end++].size() + 3;
    } while (end < items.size() && bytes + items[end].size() + 3 <= kPieceBytes);
    Row::Piece piece{std::string(name), {}, begin > 0};
    list_literal(piece.literal, items.subspan(begin, end - begin));
    row_.pieces.push_back(std::move(piece));
    begin = end;
  }
}

void CypherWriter::node(const NodeView& node) {
  const NodeInfo& info = node_info(node.kind);
  if (group_.kind != info.name)
    begin_group({info.name, node_tail(info), "MATCH (x:" + std::string(info.name) + " {id: ", {}, "})"});
  row_.clear();
  row_.text += "{id:";
  string_literal(row_.text, node.id);
  member("label", node.label);
  for (std::size_t i = 0; i < node.properties.size(); ++i) member(info.properties[i].name, node.properties[i]);
  add_row(node.id, {});
  ++report_.nodes;
}

void CypherWriter::edge(const EdgeView& edge) {
  const EdgeInfo& info = edge_info(edge.kind);
  if (group_.kind != info.name)
    begin_group({info.name, edge_tail(info), "MATCH (:" + std::string(node_info(info.source).name) + " {id: ",
                 "})-[x:" + std::string(info.name) + " {id: ", "}]->()"});
  row_.clear();
  row_.text += "{id:";
  string_literal(row_.text, edge.id);
  row_.text += ",source:";
  string_literal(row_.text, edge.source);
  row_.text += ",target:";
  string_literal(row_.text, edge.target);
  member("weight", edge.weight);
  member("confidence", edge.confidence);
  if (!edge.evidence.empty()) member("evidence", places_.of(edge.evidence));
  for (std::size_t i = 0; i < edge.properties.size(); ++i) member(info.properties[i].name, edge.properties[i]);
  add_row(edge.source, edge.id);
  ++report_.edges;
}

ExportReport export_cypher(const ExportInput& input, const ExportOptions& options) {
  ExportReport report;
  FolderOutput folder(options.output, options.overwrite);
  ByteWriter writer(folder.file("data.cypher"), false);
  CypherWriter cypher(writer, report);
  input.graph.for_each_node([&](const NodeView& node) { cypher.node(node); });
  cypher.close_batch();
  input.graph.for_each_edge([&](const EdgeView& edge) { cypher.edge(edge); });
  cypher.close_batch();
  report.bytes = writer.bytes();
  writer.commit();
  folder.add("schema.cypher", neo4j_constraints());
  report.bytes += folder.commit(std::string(kReadme) + neo4j_example_queries());
  return report;
}

}  // namespace

const Exporter kCypherExporter = {"cypher",     "schema.cypher and data.cypher for a running Neo4j", true, "", false,
                                  export_cypher};

}  // namespace scholargraph
