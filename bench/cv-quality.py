#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cv-quality FOLDER: how well the labelled CVs of a folder are read, as the two Markdown tables of docs/quality.md.

Beside each document lies NAME.gold.json, in the schema of the scorers; score_cv.py comes from $SCHOLARGRAPH_EVAL or
../shared/eval beside the checkout. Documents are named by the number that leads their file names, by nothing else.
In the first table each cell says right / missing / wrong, and the share right is right / (right + missing + wrong);
the owner counts apart. The second table is precision, recall and F1 of each field over all documents.
"""
import glob
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SUFFIXES = {".htm": "html", ".markdown": "md", ".text": "txt"}
COLUMNS = {"education": "education", "employment": "employment", "paper": "papers", "advisor": "advisors",
           "advisee": "advisees"}
FIELDS = ["owner", "education", "education+dates", "employment", "employment+dates", "employment+role", "paper",
          "paper+authors", "paper+year", "paper+venue", "advisor", "advisee", "everything"]


def documents_of(folder):
    """(number, document, gold) for each label that has a document, by number."""
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name[: -len(".gold.json")]
        number = re.match(r"\d*", stem)[0] or "?"
        beside = [f for f in sorted(folder.glob(glob.escape(stem) + ".*")) if not f.name.endswith(".gold.json")]
        if beside:
            yield number, beside[0], gold
        else:
            print(f"cv-quality: no document beside the labels of {number}", file=sys.stderr)


def extract(program, number, document):
    """What the program prints of the document; {} when it fails."""
    try:
        done = subprocess.run([program, "extract", "--json", str(document)], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=300)
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        print(f"cv-quality: no answer for document {number}", file=sys.stderr)
        return {}
    return (answer[0] if answer else {}) if isinstance(answer, list) else answer


def outcome(counts):
    """Right, missing and wrong."""
    return counts.hit, counts.gold - counts.hit, counts.pred - counts.hit


def cell(counts):
    return " / ".join(map(str, outcome(counts))) if counts.gold or counts.pred else "–"


def share(totals):
    facts = [outcome(totals[field]) for field in COLUMNS]
    every = sum(map(sum, facts))
    return f"{sum(f[0] for f in facts) / every:.2f}" if every else "–"


def row(*cells):
    print("| " + " | ".join(cells) + " |")


def print_fields(totals):
    row("field", "P", "R", "F1", "right / predicted / gold")
    print("|---" * 5 + "|")
    for field in FIELDS:
        c = totals[field]
        row(field, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", f"{c.hit} / {c.pred} / {c.gold}")


def report(scorer, program, folder):
    totals = {field: scorer.Counts() for field in scorer.FIELDS}
    row("document", "format", "owner", *COLUMNS.values(), "share right")
    print("|---" * (4 + len(COLUMNS)) + "|")
    for number, document, labels in documents_of(folder):
        gold = json.loads(labels.read_text(encoding="utf-8"))
        own = {field: scorer.Counts() for field in scorer.FIELDS}
        scorer.score_document(gold, extract(program, number, document), own)
        for field, c in own.items():
            totals[field].add(c.hit, c.pred, c.gold)
        owner = "–" if "owner" not in gold else "right" if own["owner"].hit else "wrong"
        row(number, SUFFIXES.get(document.suffix, document.suffix[1:]), owner, *(cell(own[f]) for f in COLUMNS), share(own))
    owner = totals["owner"]
    row("**all**", "", f"{owner.hit} of {owner.gold}", *(cell(totals[f]) for f in COLUMNS), f"**{share(totals)}**")
    print()
    print_fields(totals)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    evaluation = pathlib.Path(os.environ.get("SCHOLARGRAPH_EVAL", ROOT.parent / "shared" / "eval"))
    if not (evaluation / "score_cv.py").exists():
        return print(f"cv-quality: skipped: no score_cv.py in {evaluation} (set SCHOLARGRAPH_EVAL)")
    if not any(folder.glob("*.gold.json")):
        return print(f"cv-quality: skipped: no labels *.gold.json in {folder}")
    program = os.environ.get("SCHOLARGRAPH", str(ROOT / "build" / "cli" / "scholargraph"))
    if shutil.which(program) is None:
        sys.exit(f"cv-quality: build the program first (no {program}), or set SCHOLARGRAPH")
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(evaluation))
    import score_cv
    report(score_cv, program, folder)


if __name__ == "__main__":
    main()
