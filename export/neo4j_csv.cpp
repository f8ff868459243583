// SPDX-License-Identifier: Apache-2.0
// A folder for `neo4j-admin database import full`: one file of rows and one header for each kind, so that each kind
// has its own id space and its own typed columns. Arrays are separated by U+001F, which clean text never has, so no
// value needs escaping there. Text is always quoted: an empty field without quotes is absent.
#include <algorithm>
#include <array>
#include <memory>

#include "export/byte_writer.h"
#include "export/csv_value.h"
#include "export/exporter.h"
#include "export/folder_output.h"
#include "export/neo4j_schema.h"
#include "export/place_text.h"
#include "export/text_rules.h"
#include "graph/schema.h"

namespace scholargraph {

extern const Exporter kNeo4jCsvExporter;

namespace {

constexpr char kArrayDelimiter = '\x1f';
constexpr std::size_t kDefaultReadBuffer = std::size_t{4} << 20;

std::string_view neo4j_type(PropertyType type) {
  switch (type) {
    case PropertyType::kInt:
      return "long";
    case PropertyType::kDouble:
      return "double";
    case PropertyType::kBool:
      return "boolean";
    case PropertyType::kStringList:
      return "string[]";
    default:
      return "string";
  }
}

std::string property_header(std::span<const PropertyInfo> properties) {
  std::string out;
  for (const PropertyInfo& property : properties)
    out.append(",").append(property.name).append(":").append(neo4j_type(property.type));
  return out + "\n";
}

std::string node_header(const NodeInfo& info) {
  return "id:ID(" + std::string(info.name) + "),label:string" + property_header(info.properties);
}

std::string edge_header(const EdgeInfo& info) {
  return ":START_ID(" + std::string(node_info(info.source).name) + "),:END_ID(" +
         std::string(node_info(info.target).name) + "),id:string,weight:double,confidence:double,evidence:string[]" +
         property_header(info.properties);
}

std::string file_name(std::string_view folder, std::string_view kind, std::string_view ending) {
  return std::string(folder).append("/").append(kind).append(ending);
}

class Neo4jCsvWriter {
 public:
  Neo4jCsvWriter(FolderOutput& folder, ExportReport& report) : folder_(folder), report_(report) {}
  void node(const NodeView& node);
  void edge(const EdgeView& edge);
  void commit();

 private:
  void text(std::string& out, std::string_view text);
  void list(std::string& out, std::span<const std::string_view> items);
  void value(std::string& out, const PropertyValue& value);
  /// `begin` is where the row begins in the buffer.
  void end_row(ByteWriter& writer, std::size_t begin, std::span<const PropertyValue> properties);
  [[nodiscard]] std::string import_script() const;

  FolderOutput& folder_;
  ExportReport& report_;
  std::array<std::unique_ptr<ByteWriter>, kNodeKindCount> nodes_;
  std::array<std::unique_ptr<ByteWriter>, kEdgeKindCount> edges_;
  PlaceList places_;
  bool multiline_ = false;  ///< some value holds a line end
  std::size_t longest_row_ = 0;
};

void Neo4jCsvWriter::text(std::string& out, std::string_view text) {
  out += '"';
  append_text(out, text, kCsv, report_.replaced_characters);
  out += '"';
}

/// An empty array cannot be imported and stays absent.
void Neo4jCsvWriter::list(std::string& out, std::span<const std::string_view> items) {
  if (items.empty()) return;
  out += '"';
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += kArrayDelimiter;
    append_text(out, items[i], kCsv, report_.replaced_characters);
  }
  out += '"';
}

void Neo4jCsvWriter::value(std::string& out, const PropertyValue& value) {
  append_csv_value(
      out, value, [&](std::string_view string) { text(out, string); },
      [&](std::span<const std::string_view> items) { list(out, items); });
}

void Neo4jCsvWriter::end_row(ByteWriter& writer, std::size_t begin, std::span<const PropertyValue> properties) {
  std::string& out = writer.buffer();
  for (const PropertyValue& one : properties) {
    out += ',';
    value(out, one);
  }
  const std::string_view row = std::string_view(out).substr(begin);
  multiline_ = multiline_ || row.find('\n') != std::string_view::npos || row.find('\r') != std::string_view::npos;
  longest_row_ = std::max(longest_row_, row.size());
  out += '\n';
  writer.flush_if_full();
}

void Neo4jCsvWriter::node(const NodeView& node) {
  const NodeInfo& info = node_info(node.kind);
  auto& writer = nodes_[static_cast<std::size_t>(node.kind)];
  if (!writer) writer = std::make_unique<ByteWriter>(folder_.file(file_name("nodes", info.name, ".csv")), false);
  std::string& out = writer->buffer();
  const std::size_t begin = out.size();
  text(out, node.id);
  out += ',';
  text(out, node.label);
  end_row(*writer, begin, node.properties);
  ++report_.nodes;
}

void Neo4jCsvWriter::edge(const EdgeView& edge) {
  const EdgeInfo& info = edge_info(edge.kind);
  auto& writer = edges_[static_cast<std::size_t>(edge.kind)];
  if (!writer)
    writer = std::make_unique<ByteWriter>(folder_.file(file_name("relationships", info.name, ".csv")), false);
  std::string& out = writer->buffer();
  const std::size_t begin = out.size();
  text(out, edge.source);
  out += ',';
  text(out, edge.target);
  out += ',';
  text(out, edge.id);
  out += ',';
  append_number(out, edge.weight);
  out += ',';
  append_number(out, edge.confidence);
  out += ',';
  list(out, places_.of(edge.evidence));
  end_row(*writer, begin, edge.properties);
  ++report_.edges;
}

std::string Neo4jCsvWriter::import_script() const {
  std::string out =
      "#!/bin/sh\n"
      "# Makes the database (default: neo4j) from this folder. The server must be stopped. Usage: ./import.sh "
      "[DATABASE]\n"
      "# Afterwards, with the server running: cypher-shell -f schema.cypher\n"
      "set -eu\n"
      "cd \"$(dirname \"$0\")\"\n"
      "\"${NEO4J_ADMIN:-neo4j-admin}\" database import full \"${1:-neo4j}\" --overwrite-destination --strict=true \\\n"
      "  --report-file=import.report --array-delimiter=U+001F";
  out += multiline_ ? " --multiline-fields=true" : " --multiline-fields=false";
  if (longest_row_ >= kDefaultReadBuffer) out += " --read-buffer-size=" + std::to_string(longest_row_ * 2);
  for (const NodeInfo& info : all_node_infos())
    if (nodes_[static_cast<std::size_t>(info.kind)])
      out += " \\\n  --nodes=" + std::string(info.name) + "=" + file_name("nodes", info.name, "-header.csv") + "," +
             file_name("nodes", info.name, ".csv");
  for (const EdgeInfo& info : all_edge_infos())
    if (edges_[static_cast<std::size_t>(info.kind)])
      out += " \\\n  --relationships=" + std::string(info.name) + "=" +
             file_name("relationships", info.name, "-header.csv") + "," + file_name("relationships", info.name, ".csv");
  return out + "\n";
}

void Neo4jCsvWriter::commit() {
  for (const NodeInfo& info : all_node_infos()) {
    auto& writer = nodes_[static_cast<std::size_t>(info.kind)];
    if (!writer) continue;
    report_.bytes += writer->bytes();
    writer->commit();
    folder_.add(file_name("nodes", info.name, "-header.csv"), node_header(info));
  }
  for (const EdgeInfo& info : all_edge_infos()) {
    auto& writer = edges_[static_cast<std::size_t>(info.kind)];
    if (!writer) continue;
    report_.bytes += writer->bytes();
    writer->commit();
    folder_.add(file_name("relationships", info.name, "-header.csv"), edge_header(info));
  }
  folder_.add("import.sh", import_script(), true);
  folder_.add("schema.cypher", neo4j_constraints());
}

ExportReport export_neo4j_csv(const ExportInput& input, const ExportOptions& options) {
  ExportReport report;
  FolderOutput folder(options.output, options.overwrite);
  Neo4jCsvWriter csv(folder, report);
  input.graph.for_each_node([&](const NodeView& node) { csv.node(node); });
  input.graph.for_each_edge([&](const EdgeView& edge) { csv.edge(edge); });
  csv.commit();
  report.bytes += folder.commit(
      "A graph for Neo4j 5 (neo4j-admin database import full).\n\n"
      "1. Stop the server, or import on another machine.\n"
      "2. ./import.sh            makes the database neo4j; NEO4J_ADMIN names another neo4j-admin\n"
      "3. Start the server, then: cypher-shell -f schema.cypher\n\n"
      "nodes/KIND.csv and relationships/KIND.csv hold the rows, KIND-header.csv the names and types of the columns.\n"
      "Every node has the label of its kind, a unique id and a label to show; every relationship has an id, a weight,\n"
      "a confidence and its evidence (document:lines or document:key). Arrays are separated by U+001F.\n\n"
      "Some queries:\n\n" +
      neo4j_example_queries());
  return report;
}

}  // namespace

const Exporter kNeo4jCsvExporter = {"neo4j-csv",     "folder for neo4j-admin database import", true, "", false,
                                    export_neo4j_csv};

}  // namespace scholargraph
