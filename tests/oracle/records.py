# SPDX-License-Identifier: Apache-2.0
"""What our readers make of files, the corpora, and one line when an oracle cannot run."""
import os
import pathlib
import re
import subprocess
import sys

SKIPPED = 77  # SKIP_RETURN_CODE in CMakeLists.txt


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def corpora():
    """The folder of the unpacked corpora."""
    folder = os.environ.get("SCHOLARGRAPH_DATA")
    unpack = pathlib.Path(__file__).resolve().parents[2].parent / "shared/data/unpack"
    if not folder and unpack.exists():
        folder = subprocess.run([unpack], capture_output=True, text=True).stdout.strip()
    if not folder or not pathlib.Path(folder).is_dir():
        skip("set SCHOLARGRAPH_DATA to the folder of the unpacked corpora to compare with other readers")
    return pathlib.Path(folder)


def person(text):
    """(given, family) of '[given][family] full'; a name in one piece is a family name."""
    given, family, full = re.fullmatch(r"\[(.*?)\]\[(.*?)\](?: (.*))?", text).groups()
    return given, family or full or ""


def parse_dump(text):
    """The papers of one file of dump_records, as dictionaries of key, author, editor, title, year, doi."""
    records = []
    for line in text.split("\n"):
        head = re.fullmatch(r"(?:paper|volume) (.*?)(?: \(line \d+\))?", line)
        if head:
            records.append({"key": head.group(1), "author": [], "editor": [], "title": "", "year": "", "doi": ""})
        name, _, value = line.removeprefix("  ").partition(": ")
        if head or not records or not line.startswith("  ") or line.startswith("   "):
            continue
        if name in ("author", "editor"):
            records[-1][name].append(person(value))
        elif name in ("title", "year"):
            records[-1][name] = value
        elif name == "id" and value.startswith("doi "):
            records[-1]["doi"] = value[4:].lower()
    return records


def read(program, paths):
    """[(format, records)] of the files, as dump_records (the `program`) prints them."""
    out = subprocess.run([program, *map(str, paths)], capture_output=True, check=True).stdout.decode("utf-8", "replace")
    files = re.split(r"^file: .*: (\S+)\n", out, flags=re.MULTILINE)[1:]
    return [(files[i], parse_dump(files[i + 1])) for i in range(0, len(files), 2)]
