// SPDX-License-Identifier: Apache-2.0
// nodes.csv and edges.csv for pandas, R and Gephi's spreadsheet import: RFC 4180 with line feeds, UTF-8, one column
// for each property of any kind, lists as JSON text. Text is always quoted, so `""` is empty and nothing is absent.
#include <array>

#include "export/byte_writer.h"
#include "export/csv_value.h"
#include "export/exporter.h"
#include "export/folder_output.h"
#include "export/place_text.h"
#include "export/property_columns.h"
#include "export/text_rules.h"
#include "graph/schema.h"

namespace scholargraph {

extern const Exporter kCsvExporter;

namespace {

// Gephi knows the columns by these names, whatever their case.
constexpr std::array<std::string_view, 3> kNodeReserved = {"id", "label", "kind"};
constexpr std::array<std::string_view, 10> kEdgeReserved = {"id",   "label",  "kind",       "source",   "target",
                                                            "type", "weight", "confidence", "evidence", "interval"};

constexpr std::string_view kReadme =
    "nodes.csv  one row for each node: Id, Label, Kind, then one column for each property of any kind\n"
    "edges.csv  one row for each edge: Source, Target, Type, Id, Kind, Weight, confidence, evidence, properties\n\n"
    "UTF-8, RFC 4180 quoting, one header line. Text is always quoted; an empty field without quotes is absent.\n"
    "Lists are JSON arrays. Type is Directed or Undirected, as Gephi wants it; COAUTHOR edges stand once, with the\n"
    "smaller id as the source.\n\n"
    "pandas:  pd.read_csv('nodes.csv', keep_default_na=False)\n"
    "Gephi:   File > Import Spreadsheet, nodes.csv first, then edges.csv appended to the same workspace\n";

class CsvWriter {
 public:
  CsvWriter(FolderOutput& folder, bool undirected, ExportReport& report)
      : nodes_(folder.file("nodes.csv"), false),
        edges_(folder.file("edges.csv"), false),
        undirected_(undirected),
        report_(report),
        node_columns_(PropertyColumns::of_nodes(kNodeReserved)),
        edge_columns_(PropertyColumns::of_edges(kEdgeReserved)) {
    header(nodes_.buffer(), "Id,Label,Kind", node_columns_);
    header(edges_.buffer(), "Source,Target,Type,Id,Kind,Weight,confidence,evidence", edge_columns_);
  }
  void node(const NodeView& node);
  void edge(const EdgeView& edge);
  std::uint64_t commit();

 private:
  static void header(std::string& out, std::string_view fixed, const PropertyColumns& columns);
  void text(std::string& out, std::string_view text);
  void list(std::string& out, std::span<const std::string_view> items);
  void value(std::string& out, const PropertyValue& value);
  void properties(std::string& out, std::span<const PropertyValue> values, const PropertyColumns& columns,
                  std::size_t kind);

  ByteWriter nodes_;
  ByteWriter edges_;
  bool undirected_;
  ExportReport& report_;
  PropertyColumns node_columns_;
  PropertyColumns edge_columns_;
  PlaceList places_;
  std::vector<const PropertyValue*> row_;
};

void CsvWriter::header(std::string& out, std::string_view fixed, const PropertyColumns& columns) {
  out += fixed;
  for (const PropertyColumn& column : columns.columns()) out.append(",").append(column.name);
  out += '\n';
}

void CsvWriter::text(std::string& out, std::string_view text) {
  out += '"';
  append_text(out, text, kCsv, report_.replaced_characters);
  out += '"';
}

void CsvWriter::list(std::string& out, std::span<const std::string_view> items) {
  out += "\"[";
  for (std::size_t i = 0; i < items.size(); ++i) {
    out += i == 0 ? "\"\"" : ",\"\"";
    append_text(out, items[i], kJsonInCsv, report_.replaced_characters);
    out += "\"\"";
  }
  out += "]\"";
}

void CsvWriter::value(std::string& out, const PropertyValue& value) {
  append_csv_value(
      out, value, [&](std::string_view string) { text(out, string); },
      [&](std::span<const std::string_view> items) { list(out, items); });
}

void CsvWriter::properties(std::string& out, std::span<const PropertyValue> values, const PropertyColumns& columns,
                           std::size_t kind) {
  row_.assign(columns.columns().size(), nullptr);
  for (std::size_t i = 0; i < values.size(); ++i) row_[columns.columns_of(kind)[i]] = &values[i];
  for (const PropertyValue* one : row_) {
    out += ',';
    if (one) value(out, *one);
  }
  out += '\n';
}

void CsvWriter::node(const NodeView& node) {
  std::string& out = nodes_.buffer();
  text(out, node.id);
  out += ',';
  text(out, node.label);
  out.append(",\"").append(node_info(node.kind).name).append("\"");
  properties(out, node.properties, node_columns_, static_cast<std::size_t>(node.kind));
  ++report_.nodes;
  nodes_.flush_if_full();
}

void CsvWriter::edge(const EdgeView& edge) {
  std::string& out = edges_.buffer();
  text(out, edge.source);
  out += ',';
  text(out, edge.target);
  out += undirected_ ? ",\"Undirected\"," : ",\"Directed\",";
  text(out, edge.id);
  out.append(",\"").append(edge_info(edge.kind).name).append("\",");
  append_number(out, edge.weight);
  out += ',';
  append_number(out, edge.confidence);
  out += ',';
  if (!edge.evidence.empty()) list(out, places_.of(edge.evidence));
  properties(out, edge.properties, edge_columns_, static_cast<std::size_t>(edge.kind));
  ++report_.edges;
  edges_.flush_if_full();
}

std::uint64_t CsvWriter::commit() {
  const std::uint64_t bytes = nodes_.bytes() + edges_.bytes();
  nodes_.commit();
  edges_.commit();
  return bytes;
}

ExportReport export_csv(const ExportInput& input, const ExportOptions& options) {
  ExportReport report;
  FolderOutput folder(options.output, options.overwrite);
  CsvWriter csv(folder, options.undirected, report);
  input.graph.for_each_node([&](const NodeView& node) { csv.node(node); });
  input.graph.for_each_edge([&](const EdgeView& edge) { csv.edge(edge); });
  report.bytes = csv.commit();
  report.bytes += folder.commit(kReadme);
  return report;
}

}  // namespace

const Exporter kCsvExporter = {"csv", "nodes.csv and edges.csv for pandas, R, Gephi", true, "", false, export_csv};

}  // namespace scholargraph
