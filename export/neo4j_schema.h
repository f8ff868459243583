// SPDX-License-Identifier: Apache-2.0
// What both Neo4j targets share.
#pragma once

#include <string>

namespace scholargraph {

/// One uniqueness constraint on `id` for each node kind, and a wait for their indexes: MERGE without an index is a
/// scan for each row.
std::string neo4j_constraints();

/// The queries that the README files of both folders show.
std::string neo4j_example_queries();

}  // namespace scholargraph
