# SPDX-License-Identifier: Apache-2.0
"""A second reader of the store: Python's sqlite3 and docs/graph-schema.md, none of the program's code.

It gives what every export must hold, with the text made clean by the rule that docs/store.md states.
"""
import codecs, json, os, re, sqlite3

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
codecs.register_error("bytewise", lambda error: ("\ufffd" * (error.end - error.start), error.end))


def clean(value):
    """Valid UTF-8 without what XML 1.0 forbids: one U+FFFD for each bad byte or character."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "bytewise")
    return FORBIDDEN.sub("\ufffd", value)


def schema():
    """{kind: {property: type}} of nodes and of edges, from the generated document."""
    kinds = {"Nodes": {}, "Edges": {}}
    part = kind = None
    for line in open(os.path.join(ROOT, "docs/graph-schema.md"), encoding="utf-8"):
        if line.startswith("## "):
            part = line[3:].strip()
        elif line.startswith("### "):
            kind = line[4:].strip()
            kinds[part][kind] = {}
        elif line.startswith("| ") and not line.startswith("| property"):
            name, kind_of_value = (cell.strip() for cell in line.split("|")[1:3])
            kinds[part][kind][name] = kind_of_value
    return kinds["Nodes"], kinds["Edges"]


def typed(value, kind_of_value):
    if kind_of_value == "list of strings":
        # The list was encoded from raw bytes, so it may hold some that are no UTF-8: clean after decoding.
        items = json.loads(value.decode("latin-1"))
        return [clean(item.encode("latin-1")) for item in items]
    if kind_of_value == "boolean":
        return bool(value)
    return clean(value) if isinstance(value, bytes) else value


def place(document, page, first, last, key):
    text = clean(document)
    if key:
        return text + ":" + clean(key)
    if page:
        text += f":p{page}"
    if first:
        text += f":{first}" + (f"-{last}" if last and last > first else "")
    return text


class Stored:
    def __init__(self, path):
        self.node_schema, self.edge_schema = schema()
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        database.text_factory = bytes
        database.row_factory = sqlite3.Row
        self.nodes, self.edges, self.by_number = {}, {}, {}
        for kind, properties in self.node_schema.items():
            self.read_nodes(database, kind, properties)
        documents = dict(database.execute("SELECT document, path FROM documents").fetchall())
        self.places = {row["place"]: (documents[row["document"]],) + tuple(row)[2:]
                       for row in database.execute("SELECT * FROM place")}
        for kind, properties in self.edge_schema.items():
            self.read_edges(database, kind, properties)
        database.close()

    def read_nodes(self, database, kind, properties):
        name = next(iter(properties))  # NULL where it is the label
        for row in database.execute(f"SELECT coalesce({name}, label) AS {name}, * FROM {kind.lower()}_node ORDER BY node"):
            identity = clean(row["id"])
            self.by_number[row["node"]] = identity
            self.nodes[identity] = {"kind": kind, "label": clean(row["label"]), "properties": values(row, properties)}

    def read_edges(self, database, kind, properties):
        for row in database.execute(f"SELECT * FROM {kind.lower()}_edge ORDER BY rowid"):
            source, target = self.by_number[row["source"]], self.by_number[row["target"]]
            numbers = row["evidence"]
            numbers = [] if numbers is None else [numbers] if isinstance(numbers, int) else json.loads(numbers)
            self.edges[f"{kind}|{source}|{target}"] = {
                "kind": kind, "source": source, "target": target, "weight": row["weight"],
                "confidence": row["confidence"], "places": [self.places[number] for number in numbers],
                "evidence": [place(*self.places[number][:5]) for number in numbers],
                "properties": values(row, properties)}


def values(row, properties):
    return {name: typed(row[name], kind_of_value) for name, kind_of_value in properties.items()
            if row[name] is not None}


class Differences:
    """Collects what does not agree; a few are shown, all are counted."""

    def __init__(self, what):
        self.what, self.count, self.compared = what, 0, 0

    def equal(self, where, found, expected):
        self.compared += 1
        if found == expected and type(found) == type(expected):
            return
        self.count += 1
        if self.count <= 10:
            print(f"  {self.what}: {where}: found {found!r:.200}, expected {expected!r:.200}")

    def close(self):
        print(f"{self.what}: {self.compared} values compared, {self.count} differ")
        return self.count == 0
