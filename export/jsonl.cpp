// SPDX-License-Identifier: Apache-2.0
// One JSON object a line: nodes, then edges with the whole of their evidence. Absent properties are left out.
#include <cmath>
#include <string>

#include "export/byte_writer.h"
#include "export/exporter.h"
#include "export/text_rules.h"
#include "graph/schema.h"

namespace scholargraph {

extern const Exporter kJsonlExporter;

namespace {

class JsonlWriter {
 public:
  JsonlWriter(ByteWriter& writer, ExportReport& report) : writer_(writer), out_(writer.buffer()), report_(report) {}
  void node(const NodeView& node);
  void edge(const EdgeView& edge);

 private:
  void member(std::string_view before, std::string_view text);
  void properties(std::span<const PropertyValue> values, std::span<const PropertyInfo> schema);
  void value(const PropertyValue& value);
  void evidence(const EvidenceView& evidence);
  void number(std::string_view before, int value);

  ByteWriter& writer_;
  std::string& out_;
  ExportReport& report_;
};

void JsonlWriter::member(std::string_view before, std::string_view text) {
  out_ += before;
  append_text(out_, text, kJson, report_.replaced_characters);
  out_ += '"';
}

void JsonlWriter::node(const NodeView& node) {
  const NodeInfo& info = node_info(node.kind);
  out_.append("{\"type\":\"node\",\"kind\":\"").append(info.name).append("\"");
  member(",\"id\":\"", node.id);
  member(",\"label\":\"", node.label);
  properties(node.properties, info.properties);
  out_ += "}\n";
  ++report_.nodes;
  writer_.flush_if_full();
}

void JsonlWriter::edge(const EdgeView& edge) {
  const EdgeInfo& info = edge_info(edge.kind);
  out_.append("{\"type\":\"edge\",\"kind\":\"").append(info.name).append("\"");
  member(",\"id\":\"", edge.id);
  member(",\"source\":\"", edge.source);
  member(",\"target\":\"", edge.target);
  out_ += ",\"weight\":";
  append_number(out_, edge.weight);
  out_ += ",\"confidence\":";
  append_number(out_, edge.confidence);
  properties(edge.properties, info.properties);
  out_ += ",\"evidence\":[";
  for (std::size_t i = 0; i < edge.evidence.size(); ++i) {
    if (i > 0) out_ += ',';
    evidence(edge.evidence[i]);
  }
  out_ += "]}\n";
  ++report_.edges;
  writer_.flush_if_full();
}

void JsonlWriter::properties(std::span<const PropertyValue> values, std::span<const PropertyInfo> schema) {
  out_ += ",\"properties\":{";
  bool first = true;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto* real = std::get_if<double>(&values[i]);
    if (std::holds_alternative<std::monostate>(values[i]) || (real && !std::isfinite(*real))) continue;
    out_.append(first ? "\"" : ",\"").append(schema[i].name).append("\":");
    value(values[i]);
    first = false;
  }
  out_ += '}';
}

void JsonlWriter::value(const PropertyValue& value) {
  if (const auto* string = std::get_if<std::string_view>(&value)) {
    member("\"", *string);
  } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    append_number(out_, *integer);
  } else if (const auto* real = std::get_if<double>(&value)) {
    append_number(out_, *real);
  } else if (const auto* boolean = std::get_if<bool>(&value)) {
    out_ += *boolean ? "true" : "false";
  } else if (const auto* items = std::get_if<std::span<const std::string_view>>(&value)) {
    out_ += '[';
    for (std::size_t i = 0; i < items->size(); ++i) member(i == 0 ? "\"" : ",\"", (*items)[i]);
    out_ += ']';
  }
}

void JsonlWriter::number(std::string_view before, int value) {
  if (value == 0) return;
  out_ += before;
  append_number(out_, std::int64_t{value});
}

void JsonlWriter::evidence(const EvidenceView& evidence) {
  member("{\"document\":\"", evidence.document);
  number(",\"page\":", evidence.page);
  number(",\"first_line\":", evidence.first_line);
  number(",\"last_line\":", evidence.last_line);
  if (!evidence.key.empty()) member(",\"key\":\"", evidence.key);
  if (!evidence.text.empty()) member(",\"text\":\"", evidence.text);
  out_ += '}';
}

ExportReport export_jsonl(const ExportInput& input, const ExportOptions& options) {
  ExportReport report;
  ByteWriter writer(options.output, options.overwrite);
  JsonlWriter jsonl(writer, report);
  input.graph.for_each_node([&](const NodeView& node) { jsonl.node(node); });
  input.graph.for_each_edge([&](const EdgeView& edge) { jsonl.edge(edge); });
  report.bytes = writer.bytes();
  writer.commit();
  return report;
}

}  // namespace

const Exporter kJsonlExporter = {
    "jsonl", "one JSON object a line: nodes, then edges with evidence", false, ".jsonl", false, export_jsonl};

}  // namespace scholargraph
