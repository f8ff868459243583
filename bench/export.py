#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""export [--build DIR] [--nodes N] [--edges N] [--runs N]: seconds to write a made graph in every format.

Makes a store of 100,000 nodes and 500,000 edges (bench/made_graph.h), exports it in every format and prints a
Markdown table: best wall time of the runs, bytes, rate, peak memory. The bar: graphml and neo4j-csv in 1.0 s each.
"""
import argparse, os, shutil, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGETS = ["graphml", "neo4j-csv", "cypher", "csv", "jsonl"]


def size_of(path):
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def timed(command):
    """Wall seconds and peak megabytes of one run."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    if status != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return seconds, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build"))
    parser.add_argument("--nodes", type=int, default=100_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    subprocess.run(["cmake", "--build", options.build, "--target", "scholargraph", "make_graph"], check=True,
                   stdout=subprocess.DEVNULL)
    program = next(p for p in (os.path.join(options.build, "cli/scholargraph"), os.path.join(options.build, "scholargraph"))
                   if os.path.exists(p))
    with tempfile.TemporaryDirectory() as folder:
        store = os.path.join(folder, "made.db")
        written = subprocess.run([os.path.join(options.build, "bench/make_graph"), str(options.nodes),
                                  str(options.edges), store], check=True, capture_output=True, text=True).stdout.strip()
        print(f"| {options.nodes:,} nodes, {options.edges:,} edges | seconds | MB | MB/s | peak MB |")
        print("|---|---|---|---|---|")
        print(f"| written to the store | {written} | {size_of(store) / 1e6:.0f} | {size_of(store) / 1e6 / float(written):.0f} | |")
        for target in TARGETS:
            out = os.path.join(folder, "out." + target)
            runs = [timed([program, "export", store, "--to", target, "-o", out, "--overwrite"])
                    for _ in range(options.runs)]
            seconds, memory = min(runs)[0], max(run[1] for run in runs)
            print(f"| {target} | {seconds:.2f} | {size_of(out) / 1e6:.0f} | {size_of(out) / 1e6 / seconds:.0f} | {memory:.0f} |",
                  flush=True)
            shutil.rmtree(out) if os.path.isdir(out) else os.remove(out)


main()
