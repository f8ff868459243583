#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cv-formats [FOLDER...]: what labelled CVs lose when they are turned into PDF and DOCX.

Every labelled document (default: the folders reference and dev of $SCHOLARGRAPH_CVS or ../shared/data/cv) becomes
a PDF by Chromium's print and a DOCX by pandoc, kept in ~/.cache/scholargraph-formats; the scorer runs on all three
forms. Evidence lines differ between the forms, so that line says little. Needs pandoc and chromium.
"""
import html
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "scholargraph-formats"
READERS = {".html": "html", ".htm": "html", ".md": "commonmark_x", ".markdown": "markdown", ".tex": "latex"}
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--no-pdf-header-footer"]


# Pandoc knows no document classes and drops what they define: the entries of moderncv, as it prints them.
MODERNCV = r"""
\newcommand{\cventry}[6]{\par #1 \textbf{#2}, \textit{#3}, #4 #5\par #6\par}
\newcommand{\cvitem}[2]{\par \textbf{#1} #2\par}
\newcommand{\cvline}[2]{\par \textbf{#1} #2\par}
\newcommand{\cvlistitem}[1]{\begin{itemize}\item #1\end{itemize}}
"""


def plain_latex(source, folder):
    """The source with the commands of its class spelled out."""
    text = source.read_text(encoding="utf-8", errors="replace")
    if not re.search(r"\\documentclass[^\n]*moderncv", text):
        return source
    name = re.search(r"^\\name\{(?:\\\w+\{)?([^{}]*)\}*\{([^{}]*)\}", text, re.M)
    title = f"\\section*{{{name[1]} {name[2]}}}" if name else ""
    plain = folder / "plain.tex"
    plain.write_text(MODERNCV + text.replace("\\begin{document}", "\\begin{document}" + title, 1), encoding="utf-8")
    return plain


def run(command):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120)
    return done.returncode == 0


def reader_of(source):
    """Pandoc's name of the format; None for text that only looks right as it stands. The lines of a text file are meant,
    so Markdown in it keeps them."""
    if source.suffix != ".txt":
        return READERS[source.suffix]
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    marked = sum(line.startswith(("# ", "## ", "### ", "**")) for line in lines)
    return "commonmark_x+hard_line_breaks" if marked >= 3 else None


def write_html(source, target):
    """What a browser shows of the document; plain text keeps its lines."""
    if source.suffix in (".html", ".htm"):
        shutil.copyfile(source, target)
        return True
    reader = reader_of(source)
    if reader is None:
        text = html.escape(source.read_text(encoding="utf-8", errors="replace"))
        target.write_text('<!DOCTYPE html><html><head><meta charset="utf-8"><title> </title></head><body>'
                          f'<pre style="font-size:8pt;white-space:pre-wrap">{text}</pre></body></html>', encoding="utf-8")
        return True
    if reader == "latex":
        source = plain_latex(source, target.parent)
    return run(["pandoc", "-f", reader, "-t", "html5", "-s", "--quiet", "--metadata", "pagetitle= ",
                "-o", str(target), str(source)])


def to_pdf(source, target):
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder) / "page.html"
        if write_html(source, page):
            run(CHROMIUM + [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri()])
    return target.exists()


def to_docx(source, target):
    """Markdown goes by way of the page that a browser shows: pandoc itself drops the HTML inside it, names and all."""
    with tempfile.TemporaryDirectory() as folder:
        reader, given = reader_of(source), source
        if reader == "latex":
            given = plain_latex(source, pathlib.Path(folder))
        elif reader != "html":
            reader, given = "html", pathlib.Path(folder) / "page.html"
            write_html(source, given)
            page = given.read_text(encoding="utf-8")
            given.write_text(re.sub(r"<title>.*?</title>", "", page, flags=re.S), encoding="utf-8")  # not on the page
        return run(["pandoc", "-f", reader, "-t", "docx", "--quiet", "-o", str(target), str(given)])


def is_old(target):
    """Missing, or made by another version of this script."""
    return not target.exists() or target.stat().st_mtime < pathlib.Path(__file__).stat().st_mtime


def convert(folder):
    """Fills CACHE/NAME/{original,pdf,docx}, each with the gold beside the document."""
    base = CACHE / folder.name
    for form in ("original", "pdf", "docx"):
        (base / form).mkdir(parents=True, exist_ok=True)
    for gold in sorted(folder.glob("*.gold.json")):
        stem = gold.name[: -len(".gold.json")]
        source = next((f for f in sorted(folder.glob(stem + ".*")) if f.suffix in READERS or f.suffix == ".txt"), None)
        if source is None:
            continue
        made = {"original": base / "original" / source.name, "pdf": base / "pdf" / f"{stem}.pdf", "docx": base / "docx" / f"{stem}.docx"}
        shutil.copyfile(source, made["original"])
        makers = {"pdf": to_pdf, "docx": to_docx}
        for form, target in made.items():
            if is_old(target) and not makers[form](source, target):
                print(f"cv-formats: no {form} could be made of {source.name}", file=sys.stderr)
            elif target.exists():
                shutil.copyfile(gold, target.parent / gold.name)
    return base


def score(scorer, program, folder):
    done = subprocess.run([str(scorer), program, str(folder), "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def main():
    cvs = pathlib.Path(os.environ.get("SCHOLARGRAPH_CVS", ROOT.parent / "shared" / "data" / "cv"))
    scorer = cvs.parent.parent / "eval" / "run_cv.sh"
    folders = [pathlib.Path(a) for a in sys.argv[1:]] or [cvs / "reference", cvs / "dev"]
    program = os.environ.get("SCHOLARGRAPH", str(ROOT / "build" / "cli" / "scholargraph"))
    for needed in (scorer, *folders):
        if not needed.exists():
            return print(f"cv-formats: skipped: no {needed} (set SCHOLARGRAPH_CVS)")
    if shutil.which(program) is None:
        sys.exit(f"cv-formats: build the program first (no {program}), or set SCHOLARGRAPH")
    for tool in ("pandoc", "chromium"):
        if shutil.which(tool) is None:
            return print(f"cv-formats: skipped: {tool} is not installed")
    for folder in folders:
        base = convert(folder)
        scores = {form: score(scorer, program, base / form) for form in ("original", "pdf", "docx")}
        print(f"{folder.name:18}" + "".join(f"{form:>10}" for form in scores))
        for field in scores["original"]:
            print(f"{field:18}" + "".join(f"{scores[form][field]['f1']:10.3f}" for form in scores))


if __name__ == "__main__":
    main()
