# SPDX-License-Identifier: Apache-2.0
"""The graphs that every engine must open, and the folders in which the engines are kept between runs."""
import os, subprocess, sys

from stored import ROOT

CACHE = os.path.join(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "scholargraph-engines")
PYTHON_PACKAGES = ["networkx==3.6.1", "igraph==1.0.0"]


def run(command, **options):
    """Runs it; shows its output only when it fails."""
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **options)
    if result.returncode != 0:
        sys.stdout.write(result.stdout.decode("utf-8", "replace"))
        sys.exit(f"failed ({result.returncode}): {' '.join(map(str, command))[:300]}")
    return result.stdout.decode("utf-8", "replace")


def reference_folder():
    cvs = os.environ.get("SCHOLARGRAPH_CVS") or os.path.join(ROOT, "../shared/data/cv")
    folder = os.path.join(cvs, "reference")
    return folder if os.path.isdir(folder) else None


def stores(options):
    """{name: store}; the samples, the reference CVs where they are, and the graph of hard text."""
    os.makedirs(options.work, exist_ok=True)
    inputs = {"samples": os.path.join(ROOT, "samples"), "reference": reference_folder()}
    found = {"hard": os.path.join(options.work, "hard.db")}
    run([options.hard, found["hard"]])
    for name, folder in inputs.items():
        if not folder or not os.path.isdir(folder):
            print(f"{name}: skipped, no documents at {folder or 'SCHOLARGRAPH_CVS'}")
            continue
        found[name] = os.path.join(options.work, name + ".db")
        result = subprocess.run([options.program, "build", folder, "-o", found[name], "--overwrite", "-q"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if result.returncode not in (0, 1):  # 1: some inputs were no documents
            sys.exit(f"build {folder}: {result.stderr.decode('utf-8', 'replace')}")
    return found


def export(options, store, target, output, *more):
    run([options.program, "export", store, "--to", target, "-o", output, "--overwrite", *more])
    return output


def maven_libraries(engine):
    """The folder of jars of tests/acceptance/ENGINE/pom.xml, fetched once."""
    folder = os.path.join(CACHE, engine, "lib")
    pom = os.path.join(ROOT, "tests/acceptance", engine, "pom.xml")
    mark = os.path.join(CACHE, engine, "complete")
    wanted = open(pom, encoding="utf-8").read()
    if not os.path.exists(mark) or open(mark, encoding="utf-8").read() != wanted:
        print(f"fetching {engine} into {folder}", flush=True)
        run(["mvn", "-q", "-B", "-f", pom, "dependency:copy-dependencies", f"-DoutputDirectory={folder}"])
        with open(mark, "w", encoding="utf-8") as out:
            out.write(wanted)
    return folder


def python_engines():
    """The Python that has NetworkX and igraph, installed once."""
    folder = os.path.join(CACHE, "venv")
    python = os.path.join(folder, "bin/python")
    mark = os.path.join(CACHE, "venv", "complete")
    wanted = " ".join(PYTHON_PACKAGES)
    if not os.path.exists(mark) or open(mark, encoding="utf-8").read() != wanted:
        print(f"installing {wanted} into {folder}", flush=True)
        run([sys.executable, "-m", "venv", folder])
        run([python, "-m", "pip", "-q", "install", *PYTHON_PACKAGES])
        with open(mark, "w", encoding="utf-8") as out:
            out.write(wanted)
    return python
