# SPDX-License-Identifier: Apache-2.0
"""check_layers.py ROOT: the rules of docs/design.md about folders and files, read from the sources themselves.

Prints one line for each offence and ends with status 1 when there is any.
"""
import pathlib
import re
import sys

# Which folders the files of a folder may include.
ALLOWED = {
    "base": {"base"},
    "model": {"base", "model"},
    "extract": {"base", "model", "extract"},
    "resolve": {"base", "model", "resolve"},
    "graph": {"base", "model", "graph"},
    "store": {"base", "model", "graph", "store"},
    "export": {"base", "model", "graph", "export"},
    "cli": {"base", "model", "extract", "resolve", "graph", "store", "export", "cli"},
}
# Libraries that only some files may see: header pattern -> path pattern.
FENCES = [
    (re.compile(r"^sqlite3\.h$"), re.compile(r"^store/.*\.cpp$")),
    (re.compile(r"^CLI/"), re.compile(r"^cli/")),
    (re.compile(r"^boost/"), re.compile(r"^graph/.*\.cpp$")),
]
FORBIDDEN_HEADERS = {"regex"}
MAX_LINES = 600
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
CLASS = re.compile(r"^(?:class|struct|enum class|enum) (\w+)\b(?!::)[^;{]*\{", re.MULTILINE)
SPDX = "SPDX-License-Identifier: Apache-2.0"
COMMENT_STARTS = ("// ", "# ", "-- ", "<!-- ", "/* ")


def include_errors(path, number, quote, header):
    folder = path.split("/")[0]
    top = header.split("/")[0]
    if quote == '"' and folder in ALLOWED and top in ALLOWED and top not in ALLOWED[folder]:
        yield f"{path}:{number}: {folder}/ must not include {header}"
    if quote == '"' and folder in ALLOWED and "/" not in header:
        yield f"{path}:{number}: include {header} by its path from the top"
    for header_pattern, path_pattern in FENCES:
        if header_pattern.match(header) and not path_pattern.match(path):
            yield f"{path}:{number}: {header} is not for this file"
    if header in FORBIDDEN_HEADERS:
        yield f"{path}:{number}: <{header}> is slow and overflows the stack; write a scanner"


def source_errors(path, text):
    """Offences of one source file; `path` is relative to the top, with slashes."""
    lines = text.split("\n")
    if len(lines) - 1 > MAX_LINES:
        yield f"{path}: {len(lines) - 1} lines; at most {MAX_LINES}, split it"
    for number, line in enumerate(lines, 1):
        match = INCLUDE.match(line)
        if match and not path.startswith("tests/"):
            yield from include_errors(path, number, *match.groups())
        elif match and match.group(2) in FORBIDDEN_HEADERS:
            yield from include_errors(path, number, *match.groups())


def spdx_errors(path, text):
    head = text.split("\n")[:2]
    if not any(line.startswith(COMMENT_STARTS) and SPDX in line for line in head):
        yield f"{path}: the first line must be a comment with '{SPDX}'"


def registered(text, macro):
    """The names between the brackets of SCHOLARGRAPH_…(NAME) lines of a .def file."""
    return re.findall(r"^" + macro + r"\((\w+)\)", text, re.MULTILINE)


def snake(name):
    """kNeo4jCsvExporter or Neo4jCsv -> neo4j_csv."""
    name = re.sub(r"^k(?=[A-Z])", "", name)
    name = re.sub(r"(Format|Exporter|Source)$", "", name)
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def registry_errors(root):
    """Every format of a .def table must be tested: a test file or folder has its name, or a test source quotes it."""
    tests = sorted((root / "tests").rglob("*"))
    names = " ".join(str(p.relative_to(root)) for p in tests).lower()
    sources = "".join(p.read_text(encoding="utf-8") for p in tests if p.suffix in {".cpp", ".py"})
    for table in sorted(root.glob("*/*.def")):
        for entry in registered(table.read_text(encoding="utf-8"), r"SCHOLARGRAPH_\w+"):
            spellings = {snake(entry).replace("_", glue) for glue in ("_", "-", "")}
            if not any(word in names or f'"{word}"' in sources for word in spellings):
                yield f"{table.relative_to(root)}: {entry} has no test: no file below tests/ is named after it or quotes it"


def class_errors(headers):
    """All code is one namespace: a class of one name in two headers is two classes to the compiler and one to the linker.

    `headers` are (path, text) pairs.
    """
    first = {}
    for path, text in headers:
        for name in CLASS.findall(text):
            if first.setdefault(name, path) != path:
                yield f"{path}: {name} is also the name of a class in {first[name]}; rename one"


def tracked_files(root):
    skip = {".git", "build", "samples", ".cache"}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if parts[0] in skip or any(part.startswith("build") for part in parts[:-1]) or not path.is_file():
            continue
        yield path, "/".join(parts)


def main(root):
    errors = []
    headers = []
    for path, name in tracked_files(root):
        is_source = path.suffix in {".h", ".cpp"}
        is_script = path.suffix in {".py", ".sh", ".cmake"} or path.name == "CMakeLists.txt"
        is_script = is_script or (name.startswith("scripts/") and "." not in path.name)
        if not is_source and not is_script and path.suffix not in {".def", ".in"}:
            continue
        text = path.read_text(encoding="utf-8")
        if is_source:
            errors += source_errors(name, text)
        if path.suffix == ".h" and name.split("/")[0] in ALLOWED:
            headers.append((name, text))
        errors += spdx_errors(name, text)
    errors += class_errors(headers)
    errors += registry_errors(root)
    for error in errors:
        print(error)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
