# SPDX-License-Identifier: Apache-2.0
"""same_bytes_test.py PROGRAM SAMPLES: two builds of one folder, with one and with four threads, give the same bytes in
every export, and so does an export that is repeated."""
import hashlib
import pathlib
import subprocess
import sys
import tempfile

TARGETS = ("graphml", "cypher", "neo4j-csv", "csv", "jsonl", "mentions-csv")


def digest(path):
    """One hash of a file, or of all files of a folder with their names."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    whole = hashlib.sha256()
    for file in files:
        whole.update(file.relative_to(path).as_posix().encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def exports(program, samples, folder, jobs):
    """The hash of every export of a fresh build."""
    graph = folder / f"{jobs}.db"
    subprocess.run([program, "build", "-q", "-j", str(jobs), samples, "-o", graph], check=True)
    hashes = {}
    for target in TARGETS:
        out = folder / f"{jobs}-{target}"
        subprocess.run([program, "export", "-q", graph, "--to", target, "-o", out], check=True)
        hashes[target] = digest(out)
    return hashes


def main(program, samples):
    with tempfile.TemporaryDirectory() as name:
        one = exports(program, samples, pathlib.Path(name), 1)
        four = exports(program, samples, pathlib.Path(name), 4)
    assert one == four, [target for target in TARGETS if one[target] != four[target]]
    assert len(set(one.values())) == len(TARGETS), "two exports are the same file"


main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
