#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Gephi opens our GraphML without a warning and holds every node, edge, kind, weight, label, type and value.

What Gephi itself changes, and the comparison knows: in any text value, never in labels, it replaces INF by Infinity;
text that is empty, blank, or the word null is absent; weights are kept as floats.
"""
import argparse, json, os, shutil, struct, sys

import graphs
from stored import Differences, Stored

JAVA_TYPES = {"string": "String", "list of strings": "String", "integer": "Long", "number": "Double",
              "boolean": "Boolean"}


def gephi_text(text):
    return text.replace("INF", "Infinity")


def as_float(number):
    return struct.unpack("f", struct.pack("f", number))[0]


def is_absent(value):
    return value is None or (isinstance(value, str) and value.strip() in ("", "null"))


def expected_value(value, kind_of_value):
    """Lists arrive as their JSON text, whose spelling is ours to choose: compared after decoding."""
    if kind_of_value == "list of strings":
        return [gephi_text(item) for item in value]
    return gephi_text(value) if isinstance(value, str) else value


def check_values(differences, identity, found, expected, schema):
    for name, kind_of_value in schema.items():
        value, wanted = found.get(name), expected.get(name)
        if is_absent(wanted):
            if not is_absent(value):
                differences.equal(f"{identity} {name}", value, wanted)
            continue
        if kind_of_value == "list of strings":
            value = json.loads(value) if value else value
        differences.equal(f"{identity} {name}", value, expected_value(wanted, kind_of_value))


def check_columns(differences, rows, stored):
    for table, schema in (("node", stored.node_schema), ("edge", stored.edge_schema)):
        found = {row["column"]: row["java"] for row in rows if row.get("table") == table}
        for properties in schema.values():
            for name, kind_of_value in properties.items():
                differences.equal(f"column {table} {name}", found.get(name), JAVA_TYPES[kind_of_value])


def check(differences, dump, stored):
    rows = [json.loads(line) for line in open(dump, encoding="utf-8", newline="\n")]
    for row in rows:
        if "issue" in row and row["level"] in ("WARNING", "SEVERE", "CRITICAL"):
            differences.equal("report", f"{row['level']}: {row['issue']}", "no issue")
    check_columns(differences, rows, stored)
    nodes = {row["node"]: row for row in rows if "node" in row}
    edges = {row["edge"]: row for row in rows if "edge" in row}
    differences.equal("nodes", set(nodes), set(stored.nodes))
    differences.equal("edges", set(edges), set(stored.edges))
    for identity, node in stored.nodes.items():
        row = nodes.get(identity, {"label": None, "values": {}})
        # Gephi shows the id where the label is empty.
        differences.equal(f"{identity} label", row["label"], node["label"] or identity)
        differences.equal(f"{identity} kind", row["values"].get("kind"), node["kind"])
        expected = {"name": node["label"], **node["properties"]}  # Cytoscape's name, written for every node
        check_values(differences, identity, row["values"], expected, stored.node_schema[node["kind"]])
    for identity, edge in stored.edges.items():
        row = edges.get(identity, {"values": {}})
        differences.equal(f"{identity} ends, kind", [row.get(name) for name in ("source", "target", "kind")],
                          [edge["source"], edge["target"], edge["kind"]])
        differences.equal(f"{identity} weight", row.get("weight"), as_float(edge["weight"]))
        differences.equal(f"{identity} directed", row.get("directed"), True)
        differences.equal(f"{identity} confidence", row["values"].get("confidence"), edge["confidence"])
        evidence = row["values"].get("evidence")
        differences.equal(f"{identity} evidence", json.loads(evidence) if evidence else [],
                          [gephi_text(one) for one in edge["evidence"]])
        check_values(differences, identity, row["values"], edge["properties"], stored.edge_schema[edge["kind"]])


def gephi(arguments):
    folder = graphs.maven_libraries("gephi")
    java = ["java", "-Xmx1g", "--add-opens=java.base/java.net=ALL-UNNAMED", "-cp", os.path.join(folder, "*"),
            os.path.join(graphs.ROOT, "tests/acceptance/gephi/CheckGephi.java"), *arguments]
    # The picture needs a display; without DISPLAY xvfb-run gives one.
    if not os.environ.get("DISPLAY"):
        java = ["xvfb-run", "-a", *java]
    return graphs.run(java)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--program", "--hard", "--work"):
        parser.add_argument(name, required=True)
    parser.add_argument("--picture", help="also copy the picture of the samples' coauthors here")
    options = parser.parse_args()
    stores = graphs.stores(options)
    arguments, dumps = [], {}
    for name, store in stores.items():
        graphml = graphs.export(options, store, "graphml", os.path.join(options.work, name + ".graphml"))
        dumps[name] = os.path.join(options.work, name + ".dump.jsonl")
        arguments += [graphml, dumps[name]]
    picture = os.path.join(options.work, "coauthors.png")
    if "samples" in stores:
        coauthors = graphs.export(options, stores["samples"], "graphml",
                                  os.path.join(options.work, "coauthors.graphml"), "--project", "coauthor")
        arguments += ["--picture", coauthors, picture]
    gephi(arguments)
    good = True
    for name, dump in dumps.items():
        differences = Differences(f"{name}, Gephi")
        check(differences, dump, Stored(stores[name]))
        good &= differences.close()
    if "samples" in stores:
        differences = Differences("picture, Gephi")
        differences.equal("size", os.path.getsize(picture) > 20_000, True)
        good &= differences.close()
        if options.picture:
            shutil.copyfile(picture, options.picture)
    sys.exit(0 if good else 1)


main()
