// SPDX-License-Identifier: Apache-2.0
#include "store/tables.h"

#include <cctype>
#include <span>

namespace scholargraph {

namespace {

constexpr const char* kFixedTables = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (document INTEGER PRIMARY KEY, path TEXT NOT NULL, format TEXT, hash TEXT, note TEXT,
  owner INTEGER, owner_named INTEGER, papers INTEGER, volumes INTEGER, authorships INTEGER, editorships INTEGER,
  people INTEGER, institutions INTEGER, venues INTEGER, others INTEGER, skipped INTEGER);
CREATE TABLE place (place INTEGER PRIMARY KEY, document INTEGER NOT NULL, page INTEGER, first_line INTEGER,
  last_line INTEGER, key TEXT, text TEXT);
CREATE TABLE text (text INTEGER PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE parts (parts INTEGER PRIMARY KEY, family INTEGER, given INTEGER);
CREATE TABLE mention (mention INTEGER PRIMARY KEY, kind INTEGER NOT NULL, node INTEGER, name INTEGER NOT NULL,
  parts INTEGER, paper INTEGER, position INTEGER, year INTEGER, place INTEGER);
CREATE TABLE identifier (mention INTEGER NOT NULL, scheme TEXT NOT NULL, value TEXT NOT NULL);
CREATE TABLE paper_status (mention INTEGER NOT NULL, status INTEGER NOT NULL);
CREATE TABLE paper_type (mention INTEGER NOT NULL, type INTEGER NOT NULL);
CREATE TABLE stated_same (first INTEGER NOT NULL, second INTEGER NOT NULL);
CREATE TABLE relation (kind TEXT NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, start INTEGER,
  start_month INTEGER, "end" INTEGER, end_month INTEGER, present INTEGER, role INTEGER, detail INTEGER, note INTEGER,
  institution INTEGER, place INTEGER);
CREATE TABLE reason (reason INTEGER PRIMARY KEY, text TEXT NOT NULL, confidence REAL NOT NULL);
CREATE TABLE merge (first INTEGER NOT NULL, second INTEGER NOT NULL, reason INTEGER NOT NULL);
CREATE TABLE diagnostics (file TEXT, line INTEGER, "column" INTEGER, severity TEXT NOT NULL, message TEXT NOT NULL,
  hint TEXT);
)";

constexpr const char* kFixedViews = R"(
CREATE VIEW mentions AS SELECT m.mention, n.kind, n.id, t.value AS name,
  (SELECT value FROM text WHERE text = s.family) AS family, (SELECT value FROM text WHERE text = s.given) AS given,
  m.position, (SELECT pt.value FROM mention p JOIN text pt ON pt.text = p.name WHERE p.mention = m.paper) AS paper,
  m.year, d.path AS document, e.page, e.first_line, e.last_line, e.key
  FROM mention m JOIN text t ON t.text = m.name LEFT JOIN parts s ON s.parts = m.parts
  LEFT JOIN nodes n ON n.node = m.node LEFT JOIN place e ON e.place = m.place
  LEFT JOIN documents d ON d.document = e.document;
CREATE VIEW merges AS SELECT n.kind, n.id, at.value AS first_name, bt.value AS second_name, r.text AS reason,
  r.confidence
  FROM merge g JOIN mention a ON a.mention = g.first JOIN text at ON at.text = a.name
  JOIN mention b ON b.mention = g.second JOIN text bt ON bt.text = b.name JOIN reason r ON r.reason = g.reason
  LEFT JOIN nodes n ON n.node = a.node;
)";

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string_view column_type(PropertyType type) {
  switch (type) {
    case PropertyType::kInt:
    case PropertyType::kBool:
      return "INTEGER";
    case PropertyType::kDouble:
      return "REAL";
    default:
      return "TEXT";
  }
}

/// `, "year", "doi"`; quoted because a property may be an SQL word ("end").
std::string property_columns(std::span<const PropertyInfo> properties, std::string_view prefix = {},
                             bool with_types = false) {
  std::string out;
  for (const auto& property : properties) {
    out.append(", ").append(prefix).append("\"").append(property.name).append("\"");
    if (with_types) out.append(" ").append(column_type(property.type));
  }
  return out;
}

/// The first property of a node is its name: NULL where it is the label.
std::string node_columns(const NodeInfo& info) {
  const std::string name = "\"" + std::string(info.properties[0].name) + "\"";
  return "id, label, coalesce(" + name + ", label) AS " + name + property_columns(info.properties.subspan(1));
}

std::string node_view_sql(const NodeInfo& info) {
  return "CREATE VIEW " + std::string(info.plural) + " AS SELECT " + node_columns(info) + " FROM " +
         node_table(info) + ";\n";
}

std::string all_nodes_sql() {
  std::string out;
  for (const auto& info : all_node_infos()) {
    if (!out.empty()) out += " UNION ALL ";
    out += "SELECT node, '" + std::string(info.name) + "' AS kind, id, label FROM " + node_table(info);
  }
  return out;
}

/// make_edge_id() in SQL.
std::string edge_id_sql(const EdgeInfo& info) { return "'" + std::string(info.name) + "|' || s.id || '|' || t.id"; }

/// The rows of one edge kind with readable ends; `columns` come from e (edge), s (source), t (target).
std::string joined_edges_sql(const EdgeInfo& info, const std::string& columns, const std::string& more = {}) {
  return "SELECT '" + std::string(info.name) + "' AS kind, " + columns + " FROM " + edge_table(info) + " e JOIN " +
         node_table(node_info(info.source)) + " s ON s.node = e.source JOIN " + node_table(node_info(info.target)) +
         " t ON t.node = e.target" + more;
}

/// The first column is the id of the edge, and `columns` begin with its name.
std::string union_over_edges(const std::string& columns, const std::string& more = {}) {
  std::string out;
  for (const auto& info : all_edge_infos()) {
    if (!out.empty()) out += "\n UNION ALL ";
    out += joined_edges_sql(info, edge_id_sql(info) + columns, more);
  }
  return out;
}

std::string edge_view_sql(const EdgeInfo& info) {
  return "CREATE VIEW " + lower(info.name) + " AS " +
         joined_edges_sql(info, edge_id_sql(info) +
                                    " AS id, s.id AS source, t.id AS target, s.label AS source_label, t.label AS "
                                    "target_label, e.weight, e.confidence" +
                                    property_columns(info.properties, "e.")) +
         ";\n";
}

}  // namespace

std::string node_table(const NodeInfo& info) { return lower(info.name) + "_node"; }
std::string edge_table(const EdgeInfo& info) { return lower(info.name) + "_edge"; }

std::string create_tables_sql() {
  std::string out = kFixedTables;
  for (const auto& info : all_node_infos())
    out += "CREATE TABLE " + node_table(info) + " (node INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT NOT NULL" +
           property_columns(info.properties, {}, true) + ");\n";
  for (const auto& info : all_edge_infos())
    out += "CREATE TABLE " + edge_table(info) +
           " (source INTEGER NOT NULL, target INTEGER NOT NULL, weight REAL NOT NULL, "
           "confidence REAL NOT NULL, evidence" +
           property_columns(info.properties, {}, true) + ");\n";
  return out;
}

std::string create_views_sql() {
  std::string out = "CREATE VIEW nodes AS " + all_nodes_sql() + ";\n";
  for (const auto& info : all_node_infos()) out += node_view_sql(info);
  for (const auto& info : all_edge_infos()) out += edge_view_sql(info);
  out += "CREATE VIEW edges AS " +
         union_over_edges(
             " AS id, s.id AS source, t.id AS target, s.label AS source_label, t.label AS target_label, "
             "e.weight, e.confidence") +
         ";\n";
  out += "CREATE VIEW evidence AS " +
         union_over_edges(
             " AS edge, s.id AS source, t.id AS target, d.path AS document, p.page, p.first_line, "
             "p.last_line, p.key, p.text",
             ", json_each(e.evidence) j JOIN place p ON p.place = j.value "
             "JOIN documents d ON d.document = p.document") +
         ";\n";
  return out + kFixedViews;
}

std::string node_index_sql(const NodeInfo& info) {
  const std::string table = node_table(info);
  return "CREATE UNIQUE INDEX " + table + "_id ON " + table + "(id);\n";
}

std::string edge_index_sql(const EdgeInfo& info) {
  const std::string table = edge_table(info);
  return "CREATE INDEX " + table + "_source ON " + table + "(source);\nCREATE INDEX " + table + "_target ON " + table +
         "(target);\n";
}

std::string select_nodes_sql(const NodeInfo& info, const std::string& condition) {
  return "SELECT node, " + node_columns(info) + " FROM " + node_table(info) +
         (condition.empty() ? "" : " WHERE " + condition) + " ORDER BY rowid";
}

std::string select_edges_sql(const EdgeInfo& info, const std::string& condition) {
  return "SELECT source, target, weight, confidence, evidence" + property_columns(info.properties) + " FROM " +
         edge_table(info) + (condition.empty() ? "" : " WHERE " + condition) + " ORDER BY rowid";
}

}  // namespace scholargraph
