#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Neo4j takes our CSV folder by the generated import.sh, in strict mode and with an empty report, and our Cypher
scripts twice; after each every node, edge, property and type equals the store."""
import argparse, json, os, re, shutil, sys

import graphs
from neo4j_server import Neo4j
from stored import Differences, Stored

JAVA_TYPES = {"string": "STRING NOT NULL", "integer": "INTEGER NOT NULL", "number": "FLOAT NOT NULL",
              "boolean": "BOOLEAN NOT NULL", "list of strings": "LIST<STRING NOT NULL> NOT NULL"}
NODES = "MATCH (n) RETURN n.id, labels(n), properties(n)"
EDGES = "MATCH (a)-[r]->(b) RETURN r.id, type(r), a.id, b.id, properties(r)"
TYPES = {
    "node": "MATCH (n) UNWIND keys(n) AS k RETURN DISTINCT labels(n)[0], k, valueType(n[k])",
    "edge": "MATCH ()-[r]->() UNWIND keys(r) AS k RETURN DISTINCT type(r), k, valueType(r[k])",
}


def statements_of(path):
    """Statements end with a semicolon at the end of a line; no text of ours holds a raw line end."""
    return [one for one in open(path, encoding="utf-8").read().split(";\n") if one.strip()]



def check_types(differences, server, stored):
    fixed = {"id": "string", "label": "string", "weight": "number", "confidence": "number",
             "evidence": "list of strings"}
    for table, schema in (("node", stored.node_schema), ("edge", stored.edge_schema)):
        for kind, name, found in server.query(TYPES[table]):
            wanted = JAVA_TYPES[fixed.get(name) or schema[kind][name]]
            if found == "LIST<NOTHING> NOT NULL" and wanted.startswith("LIST"):
                continue
            differences.equal(f"type of {kind}.{name}", found, wanted)


def check_contents(name, server, stored):
    differences = Differences(name)
    nodes = {(labels[0], identity): (labels, properties) for identity, labels, properties in server.query(NODES)}
    differences.equal("nodes", len(nodes), len(stored.nodes))
    for identity, node in stored.nodes.items():
        expected = {"id": identity, "label": node["label"], **node["properties"]}
        differences.equal(identity, nodes.get((node["kind"], identity)), ([node["kind"]], expected))
    rows = server.query(EDGES)
    differences.equal("edges", len(rows), len(stored.edges))
    edges = {row[0]: row[1:] for row in rows}
    for identity, edge in stored.edges.items():
        expected = {"id": identity, "weight": edge["weight"], "confidence": edge["confidence"], **edge["properties"]}
        if edge["evidence"]:
            expected["evidence"] = edge["evidence"]
        differences.equal(identity, edges.get(identity), [edge["kind"], edge["source"], edge["target"], expected])
    check_types(differences, server, stored)
    return differences.close()


def check_import(options, name, store):
    """The folder through import.sh, then a server over the result."""
    folder = graphs.export(options, store, "neo4j-csv", os.path.join(options.work, name + ".neo4j"))
    home = os.path.join(options.work, name + ".home")
    shutil.rmtree(home, ignore_errors=True)
    server = Neo4j(home)
    graphs.run([os.path.join(folder, "import.sh")], env=dict(server.environment, NEO4J_ADMIN=server.admin_wrapper()))
    report = os.path.join(folder, "import.report")
    differences = Differences(f"{name}, import.sh")
    differences.equal("report", open(report, encoding="utf-8").read() if os.path.exists(report) else "", "")
    good = differences.close()
    server.start()
    try:
        good &= check_contents(f"{name}, neo4j-csv", server, Stored(store))
        server.transact(["MATCH (n) DETACH DELETE n"])
        good &= check_cypher(options, name, store, server)
    finally:
        server.stop()
    return good


def check_cypher(options, name, store, server):
    folder = graphs.export(options, store, "cypher", os.path.join(options.work, name + ".cypher"))
    schema, data = (statements_of(os.path.join(folder, part)) for part in ("schema.cypher", "data.cypher"))
    good = True
    for turn in ("first", "second"):
        for statement in schema:
            server.transact([statement])
        for begin in range(0, len(data), 50):
            server.transact(data[begin:begin + 50])
        good &= check_contents(f"{name}, cypher, {turn} run", server, Stored(store))
    if name == "samples":
        good &= check_examples(server)
    return good


def readme_examples():
    """The queries of README.md with the answers printed below them: ```cypher, then ```text, a JSON array a line."""
    path = os.path.join(graphs.ROOT, "README.md")
    text = open(path, encoding="utf-8").read() if os.path.exists(path) else ""
    return re.findall(r"```cypher\n(.*?)```\s*```text\n(.*?)```", text, re.DOTALL)


def check_examples(server):
    differences = Differences("README, queries")
    examples = readme_examples()
    differences.equal("number of queries with answers", len(examples) >= 3, True)
    for query, answer in examples:
        rows = [json.dumps(row, ensure_ascii=False) for row in server.query(query.strip().rstrip(";"))]
        differences.equal(query.split("\n")[0], rows, answer.splitlines())
    return differences.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--program", "--hard", "--work"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    options.work = os.path.abspath(options.work)
    good = True
    for name, store in graphs.stores(options).items():
        good &= check_import(options, name, store)
    sys.exit(0 if good else 1)


main()
