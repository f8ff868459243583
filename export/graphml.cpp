// SPDX-License-Identifier: Apache-2.0
// GraphML in the profile that Gephi, NetworkX, igraph, Cytoscape and APOC all read with the same result:
// - all keys first, ids distinct over nodes and edges, only the types string, long, double and boolean;
// - the kind of an edge stands in the XML attribute `label`, which Gephi takes as the edge type: without it parallel
//   edges of different kinds become one; the kind of a node stands in `labels`, which APOC reads;
// - `label` is the name shown by Gephi, `name` by Cytoscape; `interaction` is Cytoscape's edge type;
// - lists are JSON text; absent values and values that are no finite numbers are left out.
#include <array>
#include <cmath>
#include <string>

#include "export/byte_writer.h"
#include "export/exporter.h"
#include "export/place_text.h"
#include "export/property_columns.h"
#include "export/text_rules.h"
#include "graph/schema.h"

namespace scholargraph {

extern const Exporter kGraphmlExporter;

namespace {

constexpr std::array<std::string_view, 3> kNodeReserved = {"id", "label", "kind"};
constexpr std::array<std::string_view, 9> kEdgeReserved = {
    "id", "label", "kind", "name", "interaction", "weight", "confidence", "evidence", "undirected"};

std::string_view graphml_type(PropertyType type) {
  switch (type) {
    case PropertyType::kInt:
      return "long";
    case PropertyType::kDouble:
      return "double";
    case PropertyType::kBool:
      return "boolean";
    default:
      return "string";
  }
}

bool is_symmetric(EdgeKind kind) { return kind == EdgeKind::kCoauthor; }

/// Whether the node brings the `name` that Cytoscape shows.
bool has_name(const NodeView& node, const NodeInfo& info) {
  for (std::size_t i = 0; i < node.properties.size(); ++i)
    if (info.properties[i].name == "name") return !std::holds_alternative<std::monostate>(node.properties[i]);
  return false;
}

class GraphmlWriter {
 public:
  GraphmlWriter(ByteWriter& writer, bool undirected, ExportReport& report)
      : writer_(writer),
        out_(writer.buffer()),
        report_(report),
        undirected_(undirected),
        node_columns_(PropertyColumns::of_nodes(kNodeReserved)),
        edge_columns_(PropertyColumns::of_edges(kEdgeReserved)),
        node_tags_(tags("n_", node_columns_)),
        edge_tags_(tags("e_", edge_columns_)) {}

  void begin();
  void node(const NodeView& node);
  void edge(const EdgeView& edge);
  void end() { out_ += "</graph>\n</graphml>\n"; }

 private:
  static std::vector<std::string> tags(std::string_view prefix, const PropertyColumns& columns);
  void key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type, bool list);
  void keys(std::string_view prefix, std::string_view domain, const PropertyColumns& columns);
  void properties(std::span<const PropertyValue> values, const std::vector<std::size_t>& columns,
                  const std::vector<std::string>& tags);
  bool value(const PropertyValue& value);
  void list(std::span<const std::string_view> items);
  void attribute(std::string_view name, std::string_view text);
  void data(std::string_view tag, std::string_view text);
  void text(std::string_view text) { append_text(out_, text, kXmlText, report_.replaced_characters); }

  ByteWriter& writer_;
  std::string& out_;
  ExportReport& report_;
  bool undirected_;
  PropertyColumns node_columns_;
  PropertyColumns edge_columns_;
  std::vector<std::string> node_tags_;  ///< `<data key="n_year">`
  std::vector<std::string> edge_tags_;
  PlaceList places_;
};

std::vector<std::string> GraphmlWriter::tags(std::string_view prefix, const PropertyColumns& columns) {
  std::vector<std::string> out;
  for (const PropertyColumn& column : columns.columns())
    out.push_back("<data key=\"" + std::string(prefix) + column.name + "\">");
  return out;
}

void GraphmlWriter::key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type,
                        bool list) {
  out_.append("<key id=\"").append(id).append("\" for=\"").append(domain).append("\" attr.name=\"").append(name);
  out_.append("\" attr.type=\"").append(type).append(list ? "\" attr.list=\"string\"/>\n" : "\"/>\n");
}

void GraphmlWriter::keys(std::string_view prefix, std::string_view domain, const PropertyColumns& columns) {
  for (const PropertyColumn& column : columns.columns())
    key(std::string(prefix) + column.name, domain, column.name, graphml_type(column.type),
        column.type == PropertyType::kStringList);
}

void GraphmlWriter::begin() {
  out_ +=
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n  "
      "xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  key("label", "node", "label", "string", false);
  key("n_kind", "node", "kind", "string", false);
  keys("n_", "node", node_columns_);
  key("e_kind", "edge", "kind", "string", false);
  key("e_interaction", "edge", "interaction", "string", false);
  key("weight", "edge", "weight", "double", false);
  key("e_confidence", "edge", "confidence", "double", false);
  key("e_undirected", "edge", "undirected", "boolean", false);
  keys("e_", "edge", edge_columns_);
  key("e_evidence", "edge", "evidence", "string", true);
  out_ += undirected_ ? "<graph id=\"G\" edgedefault=\"undirected\">\n" : "<graph id=\"G\" edgedefault=\"directed\">\n";
}

void GraphmlWriter::node(const NodeView& node) {
  const NodeInfo& info = node_info(node.kind);
  attribute("<node id=\"", node.id);
  out_.append("\" labels=\":").append(info.name).append("\">");
  data("<data key=\"label\">", node.label);
  out_.append("<data key=\"n_kind\">").append(info.name).append("</data>");
  properties(node.properties, node_columns_.columns_of(static_cast<std::size_t>(node.kind)), node_tags_);
  if (!has_name(node, info)) data("<data key=\"n_name\">", node.label);
  out_ += "</node>\n";
  ++report_.nodes;
  writer_.flush_if_full();
}

void GraphmlWriter::edge(const EdgeView& edge) {
  const std::string_view kind = edge_info(edge.kind).name;
  attribute("<edge id=\"", edge.id);
  attribute("\" source=\"", edge.source);
  attribute("\" target=\"", edge.target);
  out_.append("\" label=\"").append(kind).append("\"><data key=\"e_kind\">").append(kind);
  out_.append("</data><data key=\"e_interaction\">").append(kind).append("</data><data key=\"weight\">");
  append_number(out_, edge.weight);
  out_ += "</data><data key=\"e_confidence\">";
  append_number(out_, edge.confidence);
  out_ += "</data>";
  if (is_symmetric(edge.kind)) out_ += "<data key=\"e_undirected\">true</data>";
  properties(edge.properties, edge_columns_.columns_of(static_cast<std::size_t>(edge.kind)), edge_tags_);
  if (!edge.evidence.empty()) {
    out_ += "<data key=\"e_evidence\">";
    list(places_.of(edge.evidence));
    out_ += "</data>";
  }
  out_ += "</edge>\n";
  ++report_.edges;
  writer_.flush_if_full();
}

void GraphmlWriter::properties(std::span<const PropertyValue> values, const std::vector<std::size_t>& columns,
                               const std::vector<std::string>& tags) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::holds_alternative<std::monostate>(values[i])) continue;
    const std::size_t before = out_.size();
    out_ += tags[columns[i]];
    if (value(values[i]))
      out_ += "</data>";
    else
      out_.resize(before);
  }
}

/// False when the value cannot be written: NaN, infinity.
bool GraphmlWriter::value(const PropertyValue& value) {
  if (const auto* string = std::get_if<std::string_view>(&value)) {
    text(*string);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_number(out_, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    if (!std::isfinite(*real)) return false;
    append_number(out_, *real);
  } else if (const auto* boolean = std::get_if<bool>(&value)) {
    out_ += *boolean ? "true" : "false";
  } else if (const auto* items = std::get_if<std::span<const std::string_view>>(&value)) {
    list(*items);
  }
  return true;
}

void GraphmlWriter::list(std::span<const std::string_view> items) {
  out_ += '[';
  for (std::size_t i = 0; i < items.size(); ++i) {
    out_ += i == 0 ? "\"" : ",\"";
    append_text(out_, items[i], kJsonInXml, report_.replaced_characters);
    out_ += '"';
  }
  out_ += ']';
}

void GraphmlWriter::attribute(std::string_view before, std::string_view text) {
  out_ += before;
  append_text(out_, text, kXmlAttribute, report_.replaced_characters);
}

void GraphmlWriter::data(std::string_view tag, std::string_view content) {
  out_ += tag;
  text(content);
  out_ += "</data>";
}

ExportReport export_graphml(const ExportInput& input, const ExportOptions& options) {
  ExportReport report;
  ByteWriter writer(options.output, options.overwrite);
  GraphmlWriter graphml(writer, options.undirected, report);
  graphml.begin();
  input.graph.for_each_node([&](const NodeView& node) { graphml.node(node); });
  input.graph.for_each_edge([&](const EdgeView& edge) { graphml.edge(edge); });
  graphml.end();
  report.bytes = writer.bytes();
  writer.commit();
  return report;
}

}  // namespace

const Exporter kGraphmlExporter = {
    "graphml", "GraphML for Gephi, NetworkX, igraph, Cytoscape", false, ".graphml", false, export_graphml};

}  // namespace scholargraph
