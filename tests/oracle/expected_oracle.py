# SPDX-License-Identifier: Apache-2.0
"""expected_oracle.py DUMP_RECORDS: what importers of reference managers make of a file, against what we make of it.

In formats/bibtex of the corpora NAME.bib is what importing NAME.ris, NAME.nbib, NAME.txt or NAME.xml is expected to give.
We read both; RULES says where we differ on purpose and how often that may be. Any other difference fails.
"""
import re
import sys

from records import corpora, read, skip


def printed(people):
    return [f"{given} {family}".strip() for given, family in people]


def same_letters(text):
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def everyone(record):
    """The words of all names, sorted."""
    return sorted(" ".join(map(same_letters, printed(record["author"] + record["editor"]))).split())


# Where the two differ: the reason, the most files in which they may, and whether this is it.
RULES = [
    ("a name in one piece is not taken apart", 5,
     lambda field, ours, theirs: field == "author" and printed(ours[field]) == printed(theirs[field])),
    ("signs: dots behind initials, kinds of dashes", 3,
     lambda field, ours, theirs: field != "doi" and same_letters(str(ours[field])) == same_letters(str(theirs[field]))),
    ("A2 of RIS are editors, and each line of AU is a name", 5,
     lambda field, ours, theirs: field in ("author", "editor") and everyone(ours) == everyone(theirs)),
    ("suffixes stay with the family name", 2,
     lambda field, ours, theirs: field == "author" and
     [re.sub(r" (Jr|Sr|II|III)$", "", name) for name in printed(ours[field])] == printed(theirs[field])),
    ("corporate authors of MEDLINE are authors", 2,
     lambda field, ours, theirs: field == "author" and ours[field][:len(theirs[field])] == theirs[field] and
     all(not given for given, _ in ours[field][len(theirs[field]):])),
    ("whom an article is about is no author", 1,
     lambda field, ours, theirs: field == "author" and not ours[field]),
    ("the first of several titles is the title", 1,
     lambda field, ours, theirs: field == "title" and theirs[field].startswith(ours[field])),
    ("a DOI is read where the importer has none", 5, lambda field, ours, theirs: field == "doi" and not theirs[field]),
]


def explanation(field, ours, theirs):
    """The number of the first rule that explains a difference, or None."""
    return next((number for number, (_, _, rule) in enumerate(RULES) if rule(field, ours, theirs)), None)


def pairs(data):
    """The files with their expected results."""
    for expected in sorted((data / "formats/bibtex").glob("*.bib")):
        for folder in ("bibtex", "ris"):
            for suffix in (".ris", ".nbib", ".txt", ".xml", ".isi"):
                source = data / "formats" / folder / (expected.stem + suffix)
                if source.exists():
                    yield source, expected


def compare(source, ours, theirs, needed):
    """Prints the differences of one file that no rule explains, and returns their number."""
    wrong, name = 0, source.name
    books = source.read_text("utf-8", "replace").count("<PubmedBookArticle>")  # not read
    if len(ours) + books != len(theirs):
        print(f"{name}: {len(ours)} records and {books} books, expected {len(theirs)}")
        wrong += 1
    for mine, other in zip(ours, theirs):
        for field in ("author", "editor", "title", "year", "doi"):
            if mine[field] == other[field]:
                continue
            rule = explanation(field, mine, other)
            if rule is None:
                wrong += 1
                print(f"{name}: {field}\n  ours:     {mine[field]}\n  expected: {other[field]}")
            else:
                needed[rule] += 1
    return wrong


def main(program):
    found = list(pairs(corpora()))
    if not found:
        skip("the corpora have no formats/bibtex with expected results")
    sources = read(program, [source for source, _ in found])
    expected = read(program, [bib for _, bib in found])
    needed, wrong, compared = [0] * len(RULES), 0, 0
    for (source, _), (kind, ours), (_, theirs) in zip(found, sources, expected):
        if kind == "none":
            continue  # formats that we do not read: MODS, EndNote XML, MARC, Ovid …
        compared += 1
        wrong += compare(source, ours, theirs, needed)
    print(f"{compared} files, {wrong} differences that no rule explains")
    for (reason, most, _), count in zip(RULES, needed):
        print(f"{count:4} (at most {most}): {reason}")
        wrong += count > most
    return 1 if wrong or compared < 25 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
