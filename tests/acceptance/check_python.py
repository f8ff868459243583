#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""NetworkX, igraph, Python's csv and json read our exports; every value must equal the store."""
import argparse, csv, json, math, os, sys

import graphs
from stored import Differences, Stored, clean

csv.field_size_limit(1 << 30)


def same_text(differences, where, found, expected):
    """Readers that cannot tell an empty string from an absent one give None for both."""
    differences.equal(where, found or "", expected)


def check_attributes(differences, where, found, expected, schema, absent):
    """`absent(value)` says whether the reader shows that there is no value."""
    for name, kind_of_value in schema.items():
        value, wanted = found.get(name), expected.get(name)
        if wanted is None or wanted == "":
            if not absent(value):
                differences.equal(f"{where} {name}", value, wanted)
        elif kind_of_value == "list of strings":
            differences.equal(f"{where} {name}", json.loads(value) if value else value, wanted)
        elif isinstance(value, float) and kind_of_value == "integer":
            differences.equal(f"{where} {name}", int(value), wanted)  # igraph keeps all numbers as doubles
        else:
            differences.equal(f"{where} {name}", value, wanted)


def check_edge_basics(differences, identity, edge, found):
    differences.equal(f"{identity} kind", found["kind"], edge["kind"])
    differences.equal(f"{identity} weight", float(found["weight"]), edge["weight"])
    differences.equal(f"{identity} confidence", float(found["confidence"]), edge["confidence"])
    evidence = found.get("evidence")
    differences.equal(f"{identity} evidence", json.loads(evidence) if evidence else [], edge["evidence"])


def check_networkx(path, stored, differences):
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    differences.equal("nodes", graph.number_of_nodes(), len(stored.nodes))
    differences.equal("edges", graph.number_of_edges(), len(stored.edges))
    absent = lambda value: value is None
    for identity, node in stored.nodes.items():
        found = graph.nodes[identity]
        differences.equal(f"{identity} kind", found["kind"], node["kind"])
        same_text(differences, f"{identity} label", found.get("label"), node["label"])
        expected = dict(node["properties"])
        expected.setdefault("name", node["label"])
        check_attributes(differences, identity, found, expected, {**stored.node_schema[node["kind"]], "name": "string"},
                         absent)
    for identity, edge in stored.edges.items():
        found = graph.edges[edge["source"], edge["target"], identity]
        check_edge_basics(differences, identity, edge, found)
        check_attributes(differences, identity, found, edge["properties"], stored.edge_schema[edge["kind"]], absent)


def igraph_id(text):
    """igraph leaves an ampersand in an XML attribute as libxml2 hands it over; text of elements is not touched."""
    return text.replace("&#38;", "&")


def check_igraph(path, stored, differences):
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    differences.equal("nodes", graph.vcount(), len(stored.nodes))
    differences.equal("edges", graph.ecount(), len(stored.edges))
    differences.equal("directed", graph.is_directed(), True)
    absent = lambda value: value is None or value == "" or value is False or (isinstance(value, float) and math.isnan(value))
    for vertex in graph.vs:
        found = vertex.attributes()
        found["id"] = igraph_id(found["id"])
        node = stored.nodes[found["id"]]
        differences.equal(f"{found['id']} kind", found["kind"], node["kind"])
        same_text(differences, f"{found['id']} label", found["label"], node["label"])
        check_attributes(differences, found["id"], found, node["properties"],
                         {name: kind for name, kind in stored.node_schema[node["kind"]].items()
                          if name != "name" or "name" in node["properties"]}, absent)
    ids = [igraph_id(identity) for identity in graph.vs["id"]]
    for one in graph.es:
        found = one.attributes()
        # igraph 1.0 fills the edge attribute `id` with ids of nodes; kind and ends say the same.
        found["id"] = f"{found['kind']}|{ids[one.source]}|{ids[one.target]}"
        edge = stored.edges[found["id"]]
        differences.equal(f"{found['id']} ends", (ids[one.source], ids[one.target]), (edge["source"], edge["target"]))
        check_edge_basics(differences, found["id"], edge, found)
        check_attributes(differences, found["id"], found, edge["properties"], stored.edge_schema[edge["kind"]], absent)


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def from_text(value, kind_of_value):
    if value == "":
        return None
    if kind_of_value == "integer":
        return int(value)
    if kind_of_value == "number":
        return float(value)
    return value == "true" if kind_of_value == "boolean" else value


def check_csv(folder, stored, differences):
    nodes, edges = read_table(os.path.join(folder, "nodes.csv")), read_table(os.path.join(folder, "edges.csv"))
    differences.equal("nodes", [row["Id"] for row in nodes], list(stored.nodes))
    differences.equal("edges", [row["Id"] for row in edges], list(stored.edges))
    absent = lambda value: value is None
    for row in nodes:
        node = stored.nodes[row["Id"]]
        differences.equal(f"{row['Id']} label, kind", (row["Label"], row["Kind"]), (node["label"], node["kind"]))
        schema = stored.node_schema[node["kind"]]
        found = {name: from_text(row[name], kind) for name, kind in schema.items()}
        check_attributes(differences, row["Id"], found, node["properties"], schema, absent)
    for row in edges:
        edge = stored.edges[row["Id"]]
        differences.equal(f"{row['Id']} ends", (row["Source"], row["Target"], row["Type"]),
                          (edge["source"], edge["target"], "Directed"))
        schema = stored.edge_schema[edge["kind"]]
        found = {name: from_text(row[name], kind) for name, kind in schema.items()}
        check_edge_basics(differences, row["Id"], edge, {**row, "kind": row["Kind"], "weight": row["Weight"]})
        check_attributes(differences, row["Id"], found, edge["properties"], schema, absent)


def evidence_objects(edge):
    names = ("document", "page", "first_line", "last_line", "key", "text")
    return [{name: clean(value) if isinstance(value, bytes) else value for name, value in zip(names, place) if value}
            for place in edge["places"]]


def check_jsonl(path, stored, differences):
    with open(path, encoding="utf-8", newline="\n") as file:
        rows = [json.loads(line) for line in file]
    differences.equal("nodes", [row["id"] for row in rows if row["type"] == "node"], list(stored.nodes))
    differences.equal("edges", [row["id"] for row in rows if row["type"] == "edge"], list(stored.edges))
    for row in rows:
        if row["type"] == "node":
            node = stored.nodes[row["id"]]
            differences.equal(row["id"], (row["kind"], row["label"], row["properties"]),
                              (node["kind"], node["label"], node["properties"]))
        else:
            edge = stored.edges[row["id"]]
            differences.equal(row["id"], [row[name] for name in ("kind", "source", "target", "weight", "confidence",
                                                                 "properties")],
                              [edge[name] for name in ("kind", "source", "target", "weight", "confidence",
                                                       "properties")])
            differences.equal(f"{row['id']} evidence", row["evidence"], evidence_objects(edge))


CHECKS = {"networkx": ("graphml", check_networkx), "igraph": ("graphml", check_igraph), "csv": ("csv", check_csv),
          "jsonl": ("jsonl", check_jsonl)}


def check_all(options):
    good = True
    for name, store in graphs.stores(options).items():
        stored = Stored(store)
        exports = {target: graphs.export(options, store, target, os.path.join(options.work, f"{name}.{target}"))
                   for target in ("graphml", "csv", "jsonl")}
        for reader, (target, check) in CHECKS.items():
            differences = Differences(f"{name}, {reader}")
            check(exports[target], stored, differences)
            good &= differences.close()
    return good


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--program", "--hard", "--work"):
        parser.add_argument(name, required=True)
    parser.add_argument("--inside", action="store_true", help="already in the Python that has the engines")
    options = parser.parse_args()
    if not options.inside:
        python = graphs.python_engines()
        os.execv(python, [python, os.path.abspath(__file__), *sys.argv[1:], "--inside"])
    sys.exit(0 if check_all(options) else 1)


main()
