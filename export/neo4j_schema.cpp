// SPDX-License-Identifier: Apache-2.0
#include "export/neo4j_schema.h"

#include "base/text.h"
#include "graph/schema.h"

namespace scholargraph {

std::string neo4j_constraints() {
  std::string out;
  for (const NodeInfo& info : all_node_infos())
    out.append("CREATE CONSTRAINT ")
        .append(to_lower(info.name))
        .append("_id IF NOT EXISTS FOR (n:")
        .append(info.name)
        .append(") REQUIRE n.id IS UNIQUE;\n");
  return out + "CALL db.awaitIndexes(300);\n";
}

std::string neo4j_example_queries() {
  return "// Who advised whom, generation by generation\n"
         "MATCH p = (a:Person)-[:ADVISED*1..3]->(s:Person)\n"
         "RETURN [n IN nodes(p) | n.label] AS line ORDER BY length(p) DESC, line LIMIT 10;\n\n"
         "// The strongest pairs of coauthors\n"
         "MATCH (a:Person)-[c:COAUTHOR]->(b:Person)\n"
         "RETURN a.label, b.label, c.papers ORDER BY c.papers DESC, a.label, b.label LIMIT 10;\n\n"
         "// What an edge rests on\n"
         "MATCH (a:Person)-[r:ADVISED]->(s:Person)\n"
         "RETURN a.label, s.label, r.levels, r.evidence ORDER BY a.label, s.label LIMIT 10;\n";
}

}  // namespace scholargraph
